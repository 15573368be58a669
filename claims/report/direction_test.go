package report

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"onrecord/claims/report/internal/pdf"
)

// quietDocument is a document that nobody reads.
func quietDocument() *pdf.Writer { return pdf.New(io.Discard, pdf.Info{}) }

// onPaper sets text in one line and reads it from left to right.
func onPaper(t *testing.T, text string) string {
	t.Helper()
	setter, err := newTypesetter(quietDocument())
	if err != nil {
		t.Fatal(err)
	}
	setter.foreign = true
	lines := setter.lines([]inked{{text, body}}, 10_000)
	var out strings.Builder
	for _, w := range visual(lines[0]) {
		for _, r := range w.runs {
			out.WriteString(r.text)
		}
		if w.space > 0 {
			out.WriteByte(' ')
		}
	}
	return strings.TrimSpace(out.String())
}

func TestLinesReadFromRightToLeft(t *testing.T) {
	for logical, want := range map[string]string{
		"The ferry runs again.":      "The ferry runs again.",
		"אבג דהו":                    "והד גבא",
		"The word אבג דהו means it.": "The word והד גבא means it.",
		"in אבג 2025, דהו again":     "in והד ,2025 גבא again",
		"אבג 12.5% דהו":              "והד 12.5% גבא",
		"אבג the ferry דהו":          "והד the ferry גבא",
		"אב (גד)":                    "(דג) בא",
		"אב ג-3 דה 2026 (וז)":        "(זו) 2026 הד 3-ג בא", // a word that a line could end in
		"אב- גד":                     "דג -בא",
		"אָב":                        "באָ",
		"She said «אב», twice.":      "She said «בא», twice.",
		"«אב», she said":             "she said ,«בא»", // the first letter decides
	} {
		if got := onPaper(t, logical); got != want {
			t.Errorf("%q stands on paper as %q, want %q", logical, got, want)
		}
	}
}

// TestArabicLettersJoin reads the shapes of letters from right to left.
func TestArabicLettersJoin(t *testing.T) {
	for letters, want := range map[string]string{
		"ب":    "\uFE8F",             // alone
		"ببب":  "\uFE91\uFE92\uFE90", // at the beginning, in the middle, at the end
		"دار":  "\uFEA9\uFE8D\uFEAD", // none of these joins the next
		"بَب":  "\uFE91\u064E\uFE90", // a vowel sign does not part them
		"سلام": "\uFEB3\uFEFC\uFEE1", // lam and alef are one
		"لا":   "\uFEFB",             //
		"پدر":  "\uFB58\uFEAA\uFEAD", // Persian
		"بـ":   "\uFE91ـ",            // before a stretched joint
		"ء ب":  "\uFE80 \uFE8F",      // over a blank nothing joins
		"بی":   "\uFE91\uFBFD",       // a Persian yeh at the end
	} {
		if got := strings.ReplaceAll(string(shaped([]rune(letters))), "\x00", ""); got != want {
			t.Errorf("%s: shapes %+q, want %+q", letters, got, want)
		}
	}
}

func TestEveryLineKeepsItsLetters(t *testing.T) {
	const text = "قال الوزير أولا: «سنفتح الجسر قبل نهاية عام 2027»، وأضاف (في بيان) أن الكلفة 4.2 مليون يورو. The minister said so."
	setter, err := newTypesetter(quietDocument())
	if err != nil {
		t.Fatal(err)
	}
	setter.foreign = true
	for _, width := range []float64{60, 140, 10_000} {
		letters, widths := 0, 0.0
		for _, line := range setter.lines([]inked{{text, body}}, width) {
			if !line[0].leftward {
				t.Errorf("at %.0f points a line begins at the left", width)
			}
			if got, want := widthOf(visual(line)), widthOf(line); !near(got, want) {
				t.Errorf("in the order of the paper a line is %.2f wide instead of %.2f", got, want)
			}
			for _, w := range visual(line) {
				for _, r := range w.runs {
					letters += len([]rune(strings.ReplaceAll(r.text, " ", "")))
				}
				widths += w.width
			}
		}
		const joined = 1 // one alef stands in the shape of the lam before it
		if want := len([]rune(strings.ReplaceAll(text, " ", ""))) - joined; letters != want {
			t.Errorf("at %.0f points %d letters stand on paper, want %d", width, letters, want)
		}
	}
}

// TestArabicAndHebrewCanBeReadBack takes the text out of the document in the
// order in which it is read.
func TestArabicAndHebrewCanBeReadBack(t *testing.T) {
	totext := tool(t, "pdftotext")
	m := ferryModel(t)
	m.Title = "גשר הנמל סלام"
	path := filepath.Join(t.TempDir(), "leftward.pdf")
	for _, want := range []string{"גשר הנמל ייפתח", "سيفتح الجسر قريبا"} {
		m.Title = want
		if err := os.WriteFile(path, written(t, m, PDF), 0o600); err != nil {
			t.Fatal(err)
		}
		got := strings.Join(strings.Fields(ran(t, totext, path, "-")), " ")
		got = strings.NewReplacer("\u202b", "", "\u202c", "", "\u202a", "").Replace(got)
		if !strings.Contains(got, want) || strings.Contains(got, "lack some characters") {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

package pdftext

import (
	"os"
	"strings"
	"testing"
)

// TestRightToLeft reads a printed page in Hebrew: its words, numbers and Latin
// letters stand in the order in which they are read.
func TestRightToLeft(t *testing.T) {
	got := blocksOf(t, "bridge-hebrew.pdf")
	want := []string{
		"ראש העיר מבטיח גשר חדש עד 2026",
		"ראש העיר דן לביא הבטיח ביום שלישי כי הגשר החדש ייפתח עד סוף שנת 2026, שנתיים אחרי המועד שנקבע בתחילה. העלות צפויה להגיע ל־48.5 מיליון שקלים, לפי נתוני ENGCO.",
		`"לא נחכה עוד," אמר לביא לעיתונאים בעירייה. "כל תושב יוכל לעבור בגשר בבטחה, וזה קורה מהר יותר ממה שחשבתם."`,
		"האופוזיציה דרשה בדיקה עצמאית.",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("read\n%s", strings.Join(got, "\n"))
	}
}

// blocksOf reads one of the sample files as the texts of its blocks.
func blocksOf(t *testing.T, name string) []string {
	t.Helper()
	data, err := os.ReadFile("../testdata/files/" + name)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := Read(t.Context(), data, 1<<24)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, b := range doc.Blocks {
		out = append(out, b.Text)
	}
	return out
}

func TestTurned(t *testing.T) {
	for mirrored, want := range map[string]string{
		"6202 תנש":      "2026 תנש",
		"abc":           "cba",
		"א 5.84 ב":      "א 48.5 ב",
		"א SR DRP ,X ב": "א X, PRD RS ב",
		"א )dtL( DRP ב": "א PRD (Ltd) ב",
		"":              "",
	} {
		if got := turned(mirrored); got != want {
			t.Errorf("%q became %q, want %q", mirrored, got, want)
		}
	}
}

// TestBrackets turns brackets that a file names by how they look, and leaves
// those of other files.
func TestBrackets(t *testing.T) {
	for text, want := range map[string]string{
		"גשר )ישן( מ־]1911[":             "גשר (ישן) מ־[1911]",
		"גשר (ישן) מ־[1911]":             "גשר (ישן) מ־[1911]",
		"גשר )ישן( לפי RAMBO (Ltd( »חג«": "גשר (ישן) לפי RAMBO (Ltd) «חג»",
		"סוף ( של שורה":                  "סוף ( של שורה",
	} {
		lines := []line{{text: text}}
		if brackets(lines); lines[0].text != want {
			t.Errorf("%q became %q, want %q", text, lines[0].text, want)
		}
	}
}

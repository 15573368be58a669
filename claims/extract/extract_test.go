package extract_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"onrecord/claims"
	"onrecord/claims/extract"
)

// passage is one case of a file in testdata, which are made to be read by
// journalists.
type passage struct {
	name, text string
	statements []string
}

// readPassages reads a file of passages: "== name", the text, a line of
// dashes, one statement a line.
func readPassages(t *testing.T, path string) []passage {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out []passage
	for part := range strings.SplitSeq("\n"+string(data), "\n== ") {
		name, rest, _ := strings.Cut(part, "\n")
		text, list, ok := strings.Cut(rest, "\n----")
		if !ok {
			continue
		}
		p := passage{name: name, text: strings.TrimSpace(text)}
		for line := range strings.SplitSeq(list, "\n") {
			if line = strings.TrimSpace(line); line != "" {
				p.statements = append(p.statements, line)
			}
		}
		out = append(out, p)
	}
	if len(out) == 0 {
		t.Fatalf("%s holds no passage", path)
	}
	return out
}

func lineOf(text string, f *extract.Found) string {
	parts := make([]string, len(f.Content))
	for i, s := range f.Content {
		parts[i] = s.In(text)
	}
	cue := strings.TrimSuffix(f.CueText, ":")
	if cue == "" {
		cue = f.CueText
	}
	line := fmt.Sprintf("%s | %s | %s | %s", f.Kind, strings.Join(parts, " / "), cue, f.Mention)
	return strings.TrimSpace(strings.ReplaceAll(line, "|  |", "| |"))
}

func TestPassages(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no passages: %v", err)
	}
	for _, file := range files {
		for _, p := range readPassages(t, file) {
			t.Run(filepath.Base(file)+"/"+p.name, func(t *testing.T) {
				t.Parallel()
				var got []string
				for _, f := range extract.Statements(extract.Input{Text: p.text}) {
					got = append(got, lineOf(p.text, &f))
				}
				if want := strings.Join(p.statements, "\n"); strings.Join(got, "\n") != want {
					t.Errorf("%s\nwant\n%s\ngot\n%s", p.text, want, strings.Join(got, "\n"))
				}
			})
		}
	}
}

// A statement inside another one names the outer one.
func TestNested(t *testing.T) {
	t.Parallel()
	text := "Lawyer Ada Prinz said the firm had promised to repair the dam."
	found := extract.Statements(extract.Input{Text: text})
	if len(found) != 2 {
		t.Fatalf("want two statements, got %d", len(found))
	}
	if found[0].Outer != -1 || found[1].Outer != 0 {
		t.Errorf("the second statement is told in the first: got %d and %d", found[0].Outer, found[1].Outer)
	}
}

// Every statement says what carried it, and how sure the program is.
func TestWhy(t *testing.T) {
	t.Parallel()
	for _, f := range extract.Statements(extract.Input{Text: "“The well is dry,” farmer Nils Ohm said."}) {
		if f.Why.Rule == "" || len(f.Why.Evidence) == 0 {
			t.Errorf("no reason given: %+v", f.Why)
		}
		if f.Why.Confidence <= 0 || f.Why.Confidence > 1 {
			t.Errorf("confidence %v is no probability", f.Why.Confidence)
		}
	}
}

// A statement whose speaker is a guess waits further down the queue than the
// same one with its speaker named.
func TestADoubtfulSpeakerShowsInTheConfidence(t *testing.T) {
	t.Parallel()
	confidence := func(who string) float64 {
		found := extract.Statements(extract.Input{Text: "The farmer Nils Ohm and the miller Odd Lund met at the well on Monday. " + who + " said that the well was dry."})
		if len(found) != 1 {
			t.Fatalf("%s: want one statement, got %d", who, len(found))
		}
		return found[0].Why.Confidence
	}
	if named, guessed := confidence("Nils Ohm"), confidence("He"); guessed > named-0.1 {
		t.Errorf("named: %.2f, by a pronoun that could mean two people: %.2f", named, guessed)
	}
}

func TestExplainShowsEveryStage(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	extract.Explain(&b, extract.Input{Text: "Nils Ohm said the well was dry. The owner declined to comment."})
	for _, want := range []string{"WORDS", "QUOTATION MARKS", "POSSIBLE CUES", "TAKEN AWAY", "STATEMENTS", "Nils Ohm"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
	}
}

// checkSpans fails where a statement's spans are not spans of the text, or its
// words are not those of the text.
func checkSpans(t *testing.T, text string, found []extract.Found) {
	t.Helper()
	for k := range found {
		f := &found[k]
		if err := f.CheckText(text); err != nil {
			t.Fatalf("statement %d: %v", k, err)
		}
		if len(f.Content) == 0 {
			t.Fatalf("statement %d has no content", k)
		}
		for _, part := range [][]claims.Span{f.Content, f.Cue, f.Source} {
			for i, s := range part {
				if s.Empty() || i > 0 && part[i-1].End > s.Start {
					t.Fatalf("statement %d: spans %v are empty or out of order", k, part)
				}
			}
		}
		if f.Outer >= len(found) || f.Outer == k {
			t.Fatalf("statement %d is told in %d of %d", k, f.Outer, len(found))
		}
	}
}

func FuzzStatements(f *testing.F) {
	for _, s := range []string{
		"", "said", "\"", "“A,” he said. “B.", "Q: a\n\nA: b", "— x, said y", "MR A: (b)\n\nMS C: d", "a:\n\n- \"b\"\n- c",
		"As he put it, \"x\".", "“a” — B", "\xff said \xfe", "he said that that that", "X: y z\n\nb", "1) a said:\n\n  b",
		"\"a, said b", "he was quoted by x as saying y", "'It's the town's,' said x 7'2\"",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "\uFFFD")
		checkSpans(t, text, extract.Statements(extract.Input{Text: text}))
	})
}

// Hostile texts take time in proportion to their length; the test only makes
// sure that they end and that the spans hold.
func TestHostile(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"quotation marks": strings.Repeat("\" ", 20_000),
		"one line":        strings.Repeat("he said that ", 20_000),
		"short quotes":    strings.Repeat("“No,” he said. ", 5_000),
		"paragraphs":      strings.Repeat("“Not a word of it.”\n\n", 2_000),
		"turns":           strings.Repeat("Q: a b c\n\nA: d e f\n\n", 1_000),
		"never closed":    strings.Repeat("“a ", 20_000),
		"colons":          strings.Repeat("a: \"b c d\" ", 5_000),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			checkSpans(t, text, extract.Statements(extract.Input{Text: text}))
		})
	}
}

// article is a text of about a thousand words with every kind of statement.
func article() string {
	var b strings.Builder
	for i := range 16 {
		fmt.Fprintf(&b, "The harbour board met on Monday to discuss pier %d, which has been closed since the storm in March.\n\n", i)
		b.WriteString("“The piles are sound,” engineer Rosa Kemp said. “It is the deck that worries me, and the deck is forty years old.”\n\n")
		b.WriteString("Board member Otto Pelz told the meeting that repairs would cost two million crowns, adding that the town could not wait. ")
		b.WriteString("According to a report by the port office, eleven boats have moved to other harbours in the past year.\n\n")
	}
	return b.String()
}

func BenchmarkStatements(b *testing.B) {
	text := article()
	words := len(strings.Fields(text))
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		extract.Statements(extract.Input{Text: text})
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

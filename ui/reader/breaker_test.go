package reader

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func one(rune) float32 { return 1 }

func broken(text string, width float32) []string {
	var out []string
	for _, p := range paragraphs(text) {
		for _, l := range breakLines(text, p, width, one) {
			out = append(out, text[l.Start:l.shown])
		}
	}
	return out
}

func TestLinesEndWhereAReaderExpects(t *testing.T) {
	cases := []struct {
		name, text string
		width      float32
		want       []string
	}{
		{"at words", "the harbour will open in spring", 12, []string{"the harbour", "will open in", "spring"}},
		{"spaces hang over", "exactly 12 ok   then", 13, []string{"exactly 12 ok", "then"}},
		{"after hyphens", "the vice-chairwoman", 10, []string{"the vice-", "chairwoman"}},
		{"long words are cut", "abcdefghij", 4, []string{"abcd", "efgh", "ij"}},
		{"a long word after a short one", "a bcdefghij", 4, []string{"a", "bcde", "fghi", "j"}},
		{"no-break spaces hold", "pay 40\u00a0million now", 10, []string{"pay", "40\u00a0million", "now"}},
		{"ideographs", "港口将在春天开放", 3, []string{"港口将", "在春天", "开放"}},
		{"paragraphs", "One.\n\n\nTwo two.\n  \nThree.", 4, []string{"One.", "Two", "two.", "Thre", "e."}},
		{"nothing", " \n ", 4, nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := broken(c.text, c.width); strings.Join(got, "|") != strings.Join(c.want, "|") {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// FuzzLines checks that no letter is lost, none is shown twice, no character
// is cut in two, and no line with a place to break is too wide.
func FuzzLines(f *testing.F) {
	f.Add("“We will plant lime trees,” said Ana Brandt – twice.", 9)
	f.Add("e\u0301tude\u00a0\u202f100 %\tdone\n\n-\n", 3)
	f.Add("\xff\xfe broken \x80 bytes", 5)
	f.Fuzz(func(t *testing.T, text string, width int) {
		width = max(width%60, 1)
		for _, p := range paragraphs(text) {
			at := p.Start
			for _, l := range breakLines(text, p, float32(width), one) {
				if l.Start != at || l.End <= l.Start || l.shown > l.End {
					t.Fatalf("line %+v does not follow on %d", l, at)
				}
				if n := utf8.RuneCountInString(text[l.Start:l.shown]); n > width && n > 1 {
					t.Fatalf("line %q is wider than %d", text[l.Start:l.shown], width)
				}
				if utf8.ValidString(text) && !utf8.ValidString(text[l.Start:l.End]) {
					t.Fatalf("line %q cuts a character", text[l.Start:l.End])
				}
				at = l.End
			}
			if at != p.End {
				t.Fatalf("the lines end at %d of %d", at, p.End)
			}
		}
	})
}

func BenchmarkBreak400k(b *testing.B) {
	text := strings.Repeat("The council will plant a row of lime trees along the harbour by spring. ", 5556)
	p := paragraphs(text)[0]
	for b.Loop() {
		breakLines(text, p, 75, one)
	}
}

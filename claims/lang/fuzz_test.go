package lang

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"onrecord/claims"
)

// hostile texts have broken splitters of this kind before.
var hostile = []string{
	"", " ", "\n\n", "\"", "“", "'''", "\"\"\"", "“”‘’«»„‚", "a\u2028b", "\xff\xfe \"x\xff\"", "\ufeff“Ja”",
	"“a ‘b “c ‘d “e ‘f “g ‘h", "6'2\" 12\" '90s' \"", "— — —", "...\"...\"", "U.S.\"", "x@y.z@", "http://", "n't's'd", "’’’s",
	"“One.\n\n“Two.\n\nThree.”\n\nFour.”", "\r\n“a\r\n\r\nb”\r\n", "'Tis 'the' workers' 'rights' 'n' '68'",
	"Mr. Mr. Mr.", "1. 2. 3.", "A. B. C. The", "¿Qué? ¡No!", "e\u0301\u200d👩\u200d🚒“x”",
}

// FuzzParse checks what holds for every text: the pieces rebuild it, spans lie
// inside it on the boundaries of characters, and every sentence is a tree.
func FuzzParse(f *testing.F) {
	for _, text := range hostile {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d := Parse(text)
		checkTokens(t, d)
		checkRanges(t, d, d.Paragraphs, "paragraph")
		checkRanges(t, d, d.Sentences, "sentence")
		checkQuotations(t, d)
		checkTrees(t, d)
	})
}

func checkTokens(t *testing.T, d *Document) {
	t.Helper()
	at := 0
	for i := range d.Tokens {
		token := &d.Tokens[i]
		if token.Span.Empty() || token.Span.Start < at || token.Span.In(d.Text) != token.Word {
			t.Fatalf("token %d %q at %v after %d", i, token.Word, token.Span, at)
		}
		checkSpan(t, d, token.Span)
		if gap := d.Text[at:token.Span.Start]; strings.TrimFunc(gap, isSpace) != "" {
			t.Fatalf("%q lies between the tokens", gap)
		}
		at = token.Span.End
	}
	if rest := d.Text[at:]; strings.TrimFunc(rest, isSpace) != "" {
		t.Fatalf("%q lies after the tokens", rest)
	}
}

// checkSpan allows boundaries beside bytes that are no character at all.
func checkSpan(t *testing.T, d *Document, s claims.Span) {
	t.Helper()
	if err := s.Check(d.Text); err != nil && utf8.ValidString(d.Text) {
		t.Fatal(err)
	}
}

// checkRanges checks that the ranges hold every token once, in order.
func checkRanges(t *testing.T, d *Document, ranges []Range, name string) {
	t.Helper()
	at := 0
	for i, r := range ranges {
		if r.First != at || r.Len() < 1 {
			t.Fatalf("%s %d is %v after %d", name, i, r, at)
		}
		at = r.Last
	}
	if at != len(d.Tokens) {
		t.Fatalf("%ss end at %d of %d", name, at, len(d.Tokens))
	}
}

func checkQuotations(t *testing.T, d *Document) {
	t.Helper()
	for i := range d.Quotations {
		q := &d.Quotations[i]
		if len(q.Parts) == 0 || len(q.Parts) != len(q.Inner) || q.Outer >= i {
			t.Fatalf("quotation %d: %+v", i, q)
		}
		for j, part := range q.Parts {
			checkSpan(t, d, part)
			if !part.Contains(q.Inner[j]) || j > 0 && part.Start < q.Parts[j-1].End {
				t.Fatalf("quotation %d: %+v", i, q)
			}
		}
	}
	for i := range d.Tokens {
		if q := d.Tokens[i].Quote; q >= len(d.Quotations) || q >= 0 && !d.Quotations[q].Span().Contains(d.Tokens[i].Span) {
			t.Fatalf("token %d lies in quotation %d", i, q)
		}
	}
}

// checkTrees checks that every sentence has one root, to which every token
// leads, and that subtrees hold what their heads govern.
func checkTrees(t *testing.T, d *Document) {
	t.Helper()
	tree := NewTree(d)
	for _, s := range d.Sentences {
		roots := 0
		for i := s.First; i < s.Last; i++ {
			token := &d.Tokens[i]
			if token.Tag == "" || token.Lemma == "" || token.Rel == "" {
				t.Fatalf("token %d is not annotated: %+v", i, token)
			}
			if token.Head < 0 {
				roots++
			} else if !s.Has(token.Head) || !tree.Governs(token.Head, i) {
				t.Fatalf("token %d of %v has head %d", i, s, token.Head)
			}
			at := i
			for steps := 0; d.Tokens[at].Head >= 0; steps++ {
				if steps > s.Len() {
					t.Fatalf("token %d leads in a circle", i)
				}
				at = d.Tokens[at].Head
			}
		}
		if roots != 1 {
			t.Fatalf("sentence %v has %d roots", s, roots)
		}
	}
}

// BenchmarkHostile shows that the time for each byte does not grow with the
// text: the megabytes a second are the same for one and for two megabytes, in
// one line or in many.
func BenchmarkHostile(b *testing.B) {
	sentence := "“It's safe,” said Ana Ruiz, the mayor's spokeswoman. He asked 'why' and \"when\". "
	for _, c := range []struct{ name, unit string }{
		{"article", sentence + "\n"},
		{"article in one line", sentence},
		{"one sentence", "the council, which met on Friday, said that the bridge would close in May, "},
		{"quotation marks", "\""},
		{"opening marks", "“"},
		{"opened words", "“a "},
		{"single marks", " 'a"},
		{"words", "word "},
		{"initials", "A. "},
		{"stops", "a."},
		{"stops before dashes", ". — "},
		{"no space", "a"},
		{"hyphens", "a-"},
		{"mail", "a@"},
		{"unclosed paragraphs", "“a\n\n"},
		{"apostrophes", "s' "},
	} {
		for _, megabytes := range []int{1, 2} {
			text := strings.Repeat(c.unit, megabytes<<20/len(c.unit))
			b.Run(fmt.Sprintf("%s/%d MB", c.name, megabytes), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					Parse(text)
				}
			})
		}
	}
}

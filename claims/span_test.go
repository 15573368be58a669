package claims

import (
	"testing"
	"unicode/utf8"
)

func TestSpanCheck(t *testing.T) {
	text := "Müller sagte: „Ja“"
	for _, c := range []struct {
		name string
		span Span
		ok   bool
	}{
		{"the whole text", Span{0, len(text)}, true},
		{"an empty span at the end", Span{len(text), len(text)}, true},
		{"inside the ü", Span{2, 7}, false},
		{"past the end", Span{0, len(text) + 1}, false},
		{"backwards", Span{5, 3}, false},
		{"negative", Span{-1, 3}, false},
	} {
		if err := c.span.Check(text); (err == nil) != c.ok {
			t.Errorf("%s: Check = %v, want ok = %v", c.name, err, c.ok)
		}
	}
}

func TestSpanTrim(t *testing.T) {
	text := "a  word \n b"
	got := Span{1, 9}.Trim(text)
	if got.In(text) != "word" {
		t.Errorf("Trim gave %q", got.In(text))
	}
	if got := (Span{1, 3}).Trim(text); !got.Empty() {
		t.Errorf("a span of white space trimmed to %v", got)
	}
}

func FuzzRunes(f *testing.F) {
	f.Add("plain words only")
	f.Add("Müller — „Ja“, 日本語 and so on, long enough to pass more than one mark of the table, ééé")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip()
		}
		r := NewRunes(text)
		n := 0
		for at := range text {
			if got := r.FromByte(at); got != n {
				t.Fatalf("FromByte(%d) = %d, want %d", at, got, n)
			}
			if got := r.ToByte(n); got != at {
				t.Fatalf("ToByte(%d) = %d, want %d", n, got, at)
			}
			n++
		}
		if r.FromByte(len(text)) != n || r.ToByte(n) != len(text) {
			t.Fatalf("the end of the text is at %d code points", r.FromByte(len(text)))
		}
	})
}

package pdftext

import (
	"fmt"
	"strings"
	"testing"
)

// raisedText raises the digits between braces: "word{1}".
func raisedText(s string) string {
	var b strings.Builder
	up := false
	for _, r := range s {
		switch {
		case r == '{', r == '}':
			up = r == '{'
		case up:
			b.WriteRune(raisedZero + r - '0')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// TestLower takes marks of notes off words and keeps exponents.
func TestLower(t *testing.T) {
	blocks := []Block{
		{Text: raisedText("The quay{1} is new.{2} It has 900 m{2} and 10{6} stones, “all cut by hand”{12} in Lund{3}.")},
		{Text: raisedText("{1} Report of the harbour master.")},
	}
	lower(blocks, map[string]bool{"1": true})
	want := []string{"The quay is new. It has 900 m2 and 106 stones, “all cut by hand” in Lund.", "1 Report of the harbour master."}
	for i, b := range blocks {
		if b.Text != want[i] {
			t.Errorf("read %q, want %q", b.Text, want[i])
		}
	}
}

// TestRaise raises small digits above the line alone.
func TestRaise(t *testing.T) {
	l := line{size: 10, y: 100}
	for _, c := range []struct {
		g      glyph
		raised bool
	}{
		{glyph{text: "1", size: 6, y: 103.5}, true},
		{glyph{text: "1", size: 6, y: 98}, false}, // as in H₂O
		{glyph{text: "1", size: 10, y: 100}, false},
		{glyph{text: "t", size: 6, y: 103.5}, false},
	} {
		if got := l.raise(c.g) != c.g.text; got != c.raised {
			t.Errorf("%+v: raised %t", c.g, got)
		}
	}
}

// TestWidest does not take what stands beside a column for its edge.
func TestWidest(t *testing.T) {
	var lines []line
	for _, x1 := range []float64{300, 296, 290, 299, 301, 298, 120, 300, 297, 420, 455} {
		lines = append(lines, line{x0: 20, x1: x1, size: 10})
	}
	if got := widest(lines, 20, 10); got != 301 {
		t.Errorf("the edge is at %g", got)
	}
}

// TestTurnedLigatures reads ligatures that Ghostscript has written with their
// bytes the wrong way round.
func TestTurnedLigatures(t *testing.T) {
	for in, want := range map[str]string{"f\x00i\x00": "fi", "\x00f\x00i": "fi", "f\x00": "\u6600", "\x66\x00\x69\x01": "\u6600\u6901"} {
		if got := utf16Text(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// TestFormsInACircle reads the text of a page whose form shows itself, and shows
// it twice.
func TestFormsInACircle(t *testing.T) {
	stream := func(dict, body string) string {
		return fmt.Sprintf("<</Length %d%s>>stream\n%s\nendstream", len(body), dict, body)
	}
	src := "%PDF-1.4\n"
	for i, o := range []string{
		"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>>",
		stream("", strings.Repeat("/X Do ", 50)+"BT /F 12 Tf 72 700 Td (The quay is open.) Tj ET"),
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
		stream("/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>", "/X Do /X Do /X Do"),
	} {
		src += fmt.Sprintf("%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	doc, err := Read(t.Context(), []byte(src+"trailer<</Root 1 0 R>>\n%%EOF\n"), 1<<20)
	if err != nil || len(doc.Blocks) != 1 || doc.Blocks[0].Text != "The quay is open." {
		t.Errorf("read %+v, error %v", doc.Blocks, err)
	}
}

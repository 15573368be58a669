package pdftext

import (
	"fmt"
	"testing"
)

func TestGlyphsOfTeX(t *testing.T) {
	for code, want := range map[int]string{65: "A", 16: "“", 28: "fi", 233: "é", 255: "ß", 200: "È", 5: ""} {
		name := fmt.Sprint("a", code)
		if got := texGlyph(name, code); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	if got := texGlyph("a66", 65); got != "" {
		t.Errorf("the name of another code is %q", got)
	}
}

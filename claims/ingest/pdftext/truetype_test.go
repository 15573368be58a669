package pdftext

import (
	"encoding/binary"
	"strings"
	"testing"
)

// TestOwnCharacters reads a printed page in Arabic whose program gives the first
// glyph of each run the characters of all of it: its fonts tell the letters.
func TestOwnCharacters(t *testing.T) {
	got := blocksOf(t, "garden-arabic.pdf")
	for _, want := range []string{"تأجيل افتتاح حديقة الواحة إلى الربيع", "وقال الخطيب: «أعلنت موعدا لم يكن بين يدي، وأعتذر للسكان عن ذلك»."} {
		if !strings.Contains(strings.Join(got, "\n"), want) {
			t.Errorf("%s is missing from\n%s", want, strings.Join(got, "\n"))
		}
	}
}

// TestEachGlyph reads both forms of a table of characters, whole and cut off.
func TestEachGlyph(t *testing.T) {
	words := func(all ...uint16) (out []byte) {
		for _, w := range all {
			out = binary.BigEndian.AppendUint16(out, w)
		}
		return out
	}
	four := words(4, 40, 0, 4, 0, 0, 0, 'c', 0xffff, 0, 'a', 0xffff, 0xffff-'a'+11, 1, 0, 0) // a to c are the glyphs 10 to 12
	twelve := words(12, 0, 0, 28, 0, 0, 0, 1, 1, 0xf600, 1, 0xf601, 0, 20)                   // two signs are the glyphs 20 and 21
	table := append(words(0, 2, 3, 1, 0, 20, 3, 10, 0, uint16(20+len(four))), four...)       //nolint:gosec // a short table
	table = append(table, twelve...)
	got := map[int]rune{}
	eachGlyph(table, func(glyph int, r rune) { got[glyph] = r })
	for glyph, want := range map[int]rune{10: 'a', 12: 'c', 20: 0x1f600, 21: 0x1f601} {
		if got[glyph] != want {
			t.Errorf("glyph %d shows %q, want %q", glyph, got[glyph], want)
		}
	}
	for n := range table {
		eachGlyph(table[:n], func(int, rune) {})
	}
	if (sfnt{}).table("cmap") != nil || sfnt(strings.Repeat("\xff", 40)).table("cmap") != nil {
		t.Error("a table was found in a font that has none")
	}
}

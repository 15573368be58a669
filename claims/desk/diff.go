package desk

import (
	"context"
	"strings"

	"github.com/sergi/go-diff/diffmatchpatch"

	"onrecord/claims"
)

// PieceKind is what became of a stretch of text in a later version.
type PieceKind string

// The kinds of pieces.
const (
	Same     PieceKind = "same"
	Dropped  PieceKind = "dropped"
	Inserted PieceKind = "inserted"
)

// Piece is a stretch of text in the comparison of two versions.
type Piece struct {
	Kind PieceKind `json:"kind"`
	Text string    `json:"text"`
}

// Diff compares the texts of two articles in whole words.
func (d *Desk) Diff(ctx context.Context, older, newer claims.ID) ([]Piece, error) {
	var texts [2]string
	for i, id := range []claims.ID{older, newer} {
		a, err := d.Article(ctx, id)
		if err != nil {
			return nil, err
		}
		if texts[i], err = d.Text(ctx, a); err != nil {
			return nil, err
		}
	}
	return diffWords(texts[0], texts[1]), nil
}

// diffWords lets the library, which compares characters, see each distinct
// word as one character.
func diffWords(a, b string) []Piece {
	numbers := map[string]rune{}
	var words []string
	encode := func(text string) []rune {
		var out []rune
		for _, w := range splitWords(text) {
			n, ok := numbers[w]
			if !ok {
				n = rune(len(words)) + 1
				if n >= 0xD800 { // the library's strings cannot hold surrogates
					n += 0x800
				}
				numbers[w] = n
				words = append(words, w)
			}
			out = append(out, n)
		}
		return out
	}
	ra, rb := encode(a), encode(b)
	engine := diffmatchpatch.New()
	diffs := engine.DiffCleanupSemantic(engine.DiffMainRunes(ra, rb, false))
	kinds := map[diffmatchpatch.Operation]PieceKind{diffmatchpatch.DiffEqual: Same, diffmatchpatch.DiffDelete: Dropped, diffmatchpatch.DiffInsert: Inserted}
	out := make([]Piece, 0, len(diffs))
	for _, df := range diffs {
		var text strings.Builder
		for _, n := range df.Text {
			if n >= 0xE000 {
				n -= 0x800
			}
			text.WriteString(words[n-1])
		}
		out = append(out, Piece{kinds[df.Type], text.String()})
	}
	return out
}

// splitWords cuts a text into words, each with the white space after it: the
// pieces joined are the text.
func splitWords(text string) []string {
	var out []string
	start := 0
	for i := 1; i < len(text); i++ {
		if !isSpace(text[i]) && isSpace(text[i-1]) {
			out = append(out, text[start:i])
			start = i
		}
	}
	if start < len(text) {
		out = append(out, text[start:])
	}
	return out
}

func isSpace(b byte) bool { return b == ' ' || b == '\n' || b == '\r' || b == '\t' }

package reader

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// folded is a text as it is searched: lower case, without accents, with plain
// quotation marks, dashes and spaces. Every byte knows where it came from.
type folded struct {
	text string
	from []int32 // for each byte of text, and one past it, the offset in the original
}

func fold(text string) folded {
	var b strings.Builder
	b.Grow(len(text))
	from := make([]int32, 0, len(text)+1)
	put := func(c rune, at int) {
		n, _ := b.WriteRune(c)
		for range n {
			from = append(from, int32(at)) //nolint:gosec // a text is far shorter than 2 GB
		}
	}
	for at, c := range text {
		if c < 0x80 {
			put(unicode.ToLower(c), at)
			continue
		}
		for _, part := range norm.NFD.String(string(plain(c))) {
			if !unicode.Is(unicode.Mn, part) {
				put(unicode.ToLower(part), at)
			}
		}
	}
	from = append(from, int32(len(text))) //nolint:gosec // as above
	return folded{text: b.String(), from: from}
}

// plain gives the typewriter form of the typographic characters that nobody
// types into a search field.
func plain(c rune) rune {
	switch c {
	case '“', '”', '„', '‟', '«', '»':
		return '"'
	case '‘', '’', '‚', '‹', '›':
		return '\''
	case '–', '—', '‐', '‑', '−':
		return '-'
	case '\u00a0', '\u202f', '\u2009':
		return ' '
	}
	return c
}

// all gives the places of a query, which do not overlap. They reach over the
// accents that follow the last letter.
func (f folded) all(query string) []Span {
	q := fold(query).text
	if q == "" {
		return nil
	}
	var out []Span
	for at := 0; ; {
		i := strings.Index(f.text[at:], q)
		if i < 0 {
			return out
		}
		start := at + i
		end := start + len(q)
		out = append(out, Span{int(f.from[start]), int(f.from[end])})
		at = end
	}
}

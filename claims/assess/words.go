package assess

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is one word, number or mark of a statement.
type word struct {
	low    string // in lower case with straight apostrophes; a mark as it is
	start  int    // byte offset in the text
	end    int
	upper  bool // begins with a capital
	number bool // begins with a digit
	mark   bool // punctuation
	kinds  kinds
}

// split cuts a text into words and marks. Contractions stay in one piece
// ("won't"), figures keep their separators ("1,200", "4.2").
func split(text string) []word {
	out := make([]word, 0, len(text)/5+4)
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(r) {
			i += size
			continue
		}
		w := word{start: i, upper: unicode.IsUpper(r), number: r >= '0' && r <= '9'}
		w.end = i + size
		if unicode.IsLetter(r) || w.number {
			w.end = wordEnd(text, i)
			w.low = lower(text[i:w.end])
		} else {
			w.mark = true
			w.low = text[i:w.end]
		}
		w.kinds = kindsOf[w.low]
		out = append(out, w)
		i = w.end
	}
	return out
}

// wordEnd finds the end of the word at i: letters and digits, and an
// apostrophe, point, comma or hyphen between two of them.
func wordEnd(text string, i int) int {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			i += size
			continue
		}
		next, _ := utf8.DecodeRuneInString(text[i+size:])
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		digits := unicode.IsDigit(before) && unicode.IsDigit(next)
		letters := unicode.IsLetter(before) && unicode.IsLetter(next)
		if (r == '\'' || r == '’') && letters || (r == '.' || r == ',') && digits {
			i += size
			continue
		}
		break
	}
	return i
}

func lower(s string) string {
	s = strings.ToLower(s)
	if strings.Contains(s, "’") {
		s = strings.ReplaceAll(s, "’", "'")
	}
	return s
}

// list is a set of words.
type list map[string]bool

func words(s string) list {
	out := list{}
	for w := range strings.FieldsSeq(s) {
		out[w] = true
	}
	return out
}

// base gives the forms a word may be an inflection of: "pledged", "pledge",
// "pledg". Only forms that a lexicon holds matter, so a wrong one does no harm.
func base(w string) [4]string {
	out := [4]string{w}
	cut := func(ending, y string) bool {
		stem, ok := strings.CutSuffix(w, ending)
		if !ok || len(stem) < 2 {
			return false
		}
		out[1], out[2] = stem+y, stem+"e"
		if n := len(stem); n > 2 && stem[n-1] == stem[n-2] {
			out[3] = stem[:n-1]
		}
		return true
	}
	_ = cut("ied", "y") || cut("ies", "y") || cut("ing", "") || cut("ed", "") || cut("es", "") || cut("s", "")
	return out
}

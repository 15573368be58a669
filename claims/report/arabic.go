package report

import (
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// letterForms are the shapes of an Arabic letter: alone, at the end, at the
// beginning and in the middle of a joined stretch. A letter of two shapes joins
// only the one before it.
type letterForms []rune

const (
	atEnd       = 1
	atBeginning = 2
	inMiddle    = 3
)

func (f letterForms) joinsNext() bool { return len(f) > inMiddle }
func (f letterForms) joinsLast() bool { return len(f) > atEnd }

// arabicForms gives the shapes of the letters, and of lam with each alef. They
// are the presentation forms of Unicode, which lists those of a letter in the
// order of letterForms, and whose compatibility decomposition is the letter.
var arabicForms = sync.OnceValues(func() (letters, lamAlef map[rune]letterForms) {
	const lam = 'ل'
	letters, lamAlef = map[rune]letterForms{}, map[rune]letterForms{}
	for _, block := range [...][2]rune{{0xFE80, 0xFEFC}, {0xFB50, 0xFBB1}, {0xFBD3, 0xFBE9}, {0xFBFC, 0xFBFF}} {
		for form := block[0]; form <= block[1]; form++ {
			switch of := []rune(norm.NFKC.String(string(form))); {
			case len(of) == 1 && of[0] != form:
				letters[of[0]] = append(letters[of[0]], form)
			case len(of) == 2 && of[0] == lam:
				lamAlef[of[1]] = append(lamAlef[of[1]], form)
			}
		}
	}
	return letters, lamAlef
})

// shaped gives Arabic letters the shapes in which they join. The alef that is
// drawn with the lam before it becomes 0.
func shaped(text []rune) []rune {
	letters, lamAlef := arabicForms()
	out := append([]rune(nil), text...)
	for i := 0; i < len(text); i++ {
		forms := letters[text[i]]
		if len(forms) == 0 {
			continue
		}
		before := forms.joinsLast() && joinsOn(letters, text, i, -1)
		if next := neighbour(text, i, 1); next >= 0 && text[i] == 'ل' && len(lamAlef[text[next]]) > atEnd {
			pair := lamAlef[text[next]]
			out[i], out[next] = pair[0], 0
			if before {
				out[i] = pair[atEnd]
			}
			i = next
			continue
		}
		after := forms.joinsNext() && joinsOn(letters, text, i, 1)
		switch {
		case before && after:
			out[i] = forms[inMiddle]
		case after:
			out[i] = forms[atBeginning]
		case before:
			out[i] = forms[atEnd]
		default:
			out[i] = forms[0]
		}
	}
	return out
}

// joinsOn reports whether the neighbour in the direction joins a letter.
func joinsOn(letters map[rune]letterForms, text []rune, at, direction int) bool {
	const tatweel, joiner = 'ـ', '\u200d'
	n := neighbour(text, at, direction)
	if n < 0 {
		return false
	}
	forms := letters[text[n]]
	return text[n] == tatweel || text[n] == joiner || direction < 0 && forms.joinsNext() || direction > 0 && forms.joinsLast()
}

// neighbour is the next place that holds no vowel sign, or -1.
func neighbour(text []rune, at, direction int) int {
	for at += direction; at >= 0 && at < len(text); at += direction {
		if !unicode.Is(unicode.Mn, text[at]) {
			return at
		}
	}
	return -1
}

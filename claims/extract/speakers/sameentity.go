package speakers

import (
	"strings"

	"onrecord/claims/lang"
)

// sameEntity reports whether a name of several words names the entity: the
// words of one are those of the other, in order, with initials counted as the
// names they stand for, and neither title nor first name tells them apart.
func (a *article) sameEntity(e *entity, n *name) bool {
	if !e.named || len(e.words) < 2 || e.sex != unknown && n.sex != unknown && e.sex != n.sex {
		return false
	}
	short, long := e.words, n.words
	if len(short) > len(long) {
		short, long = long, short
	}
	if k := len(long) - len(short); k > 0 && a.lex.of(short[0])&particle != 0 {
		return inOrder(short, long[k:]) // "Van der Meulen"
	}
	if givenShort(short, long) && e.kind != organization && n.kind != organization {
		return true
	}
	if e.kind == person || n.kind == person {
		return has(long, short[len(short)-1]) && inOrder(short, long) && (sameWord(short[0], long[0]) || len(short) == len(long))
	}
	if !inOrder(short, long) {
		return false
	}
	return len(short) == len(long) || a.onlyCountry(short, long) || a.ofCountry(short, long)
}

// givenShort reports whether the names differ in how the given name is written:
// "Ken Starling" and "Kenneth Starling".
func givenShort(short, long []string) bool {
	return len(short) == 2 && short[1] == long[len(long)-1] && short[0] != long[0] && lang.ShortForms(short[0], long[0])
}

// ofCountry reports whether a body's longer name has nothing more than the
// country behind: "Unity Party of America".
func (a *article) ofCountry(short, long []string) bool {
	const least, most = 2, 3 // words of the short name, of the country
	more := len(long) - len(short)
	if len(short) < least || more < 1 || more > most || !a.publicBody(short) {
		return false
	}
	for i, w := range short {
		if long[i] != w {
			return false
		}
	}
	behind := strings.Join(long[len(short):], " ")
	_, ok := countries()[behind]
	return ok || a.lex.places[behind] || more == 1 && a.lex.of(behind)&place != 0
}

// onlyCountry reports whether a body's longer name has nothing more than the
// country in front: "United States Supreme Court".
func (a *article) onlyCountry(short, long []string) bool {
	const least, most = 2, 3 // words of the short name, of the country
	more := len(long) - len(short)
	if len(short) < least || more > most || !a.publicBody(short) {
		return false
	}
	for i, w := range short {
		if long[more+i] != w {
			return false
		}
	}
	front := strings.Join(long[:more], " ")
	_, ok := countries()[front]
	return ok || more == 1 && a.lex.of(front)&people != 0
}

// publicBody reports whether a name is that of a body which every country has.
func (a *article) publicBody(words []string) bool {
	for _, w := range words {
		if public[w] || stateBody[w] {
			return true
		}
	}
	return false
}

var stateBody = wordSet("service survey force forces guard house administration office treasury embassy board authority corps")

// inOrder reports whether the short name's words all stand in the long one, in
// the same order.
func inOrder(short, long []string) bool {
	k := 0
	for _, w := range long {
		if k < len(short) && sameWord(short[k], w) {
			k++
		}
	}
	return k == len(short)
}

// sameWord compares two words of names; an initial stands for any name that
// begins with it, and British and American spellings are one.
func sameWord(x, y string) bool {
	if x == y {
		return true
	}
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) == 1 {
		return y[0] == x[0]
	}
	return len(x) == len(y) && strings.Replace(x, "isation", "ization", 1) == strings.Replace(y, "isation", "ization", 1)
}

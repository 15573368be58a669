package match

import (
	"strings"
	"sync"
	"unicode/utf8"

	"onrecord/claims/fold"
	"onrecord/claims/match/words"
)

// NameList is a list of short texts that is asked more than once: each is folded when
// the list is made, which takes longer than to look through all of them. It may be
// asked from several goroutines.
type NameList struct {
	names  []string
	folded []string
	from   [][]int           // where each byte of the folded form begins in the name; nil where it is the same place
	words  func() [][]string // of each name, folded
}

// NewNameList folds names, which must not change any more.
func NewNameList(names []string) *NameList {
	l := &NameList{names: names, folded: make([]string, len(names)), from: make([][]int, len(names))}
	for i, n := range names {
		l.folded[i], l.from[i] = foldName(n)
	}
	l.words = sync.OnceValue(l.split)
	return l
}

// Name is the text at a place of the list.
func (l *NameList) Name(index int) string { return l.names[index] }

func (l *NameList) split() [][]string {
	out := make([][]string, len(l.names))
	for i, n := range l.names {
		for _, t := range words.Split(n) {
			out[i] = append(out[i], t.Text)
		}
	}
	return out
}

// foldName folds a name letter by letter, and tells for each byte of the
// result where its letter begins in the name; nil where that is the same place.
func foldName(name string) (folded string, from []int) {
	if printable(name) {
		return strings.ToLower(name), nil
	}
	var b strings.Builder
	from = make([]int, 0, len(name))
	for i, r := range name {
		f := fold.Key(string(r))
		if r == ' ' {
			f = " "
		}
		for range len(f) {
			from = append(from, i)
		}
		b.WriteString(f)
	}
	return b.String(), from
}

// printable reports whether a text is of printable ASCII alone.
func printable(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

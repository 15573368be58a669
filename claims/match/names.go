package match

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/sahilm/fuzzy"

	"onrecord/claims"
	"onrecord/claims/fold"
	"onrecord/claims/match/words"
)

// Name is one of a list of names, tags or commands that answers what was
// typed.
type Name struct {
	Index int           // in the list
	Score int           // higher is better; comparable within one answer only
	Match []claims.Span // bytes of the name to be marked
}

// maxPattern is how many letters are given to the subsequence matcher at a
// time: its bonus for neighbours triples with each letter, and leaves 64 bits
// behind at forty.
const maxPattern = 20

// Names finds what was typed in a list of short texts, best first: every
// typed word must be an abbreviation of the text as in an editor's list of
// commands ("exrep" for "Export report"). Where no name is abbreviated so, it
// finds those with a word that is a slip or two away. What was not typed
// matches everything in the order given.
func Names(query string, names []string) []Name {
	typed := strings.Fields(fold.Key(query))
	if len(typed) == 0 {
		out := make([]Name, len(names))
		for i := range names {
			out[i].Index = i
		}
		return out
	}
	folded, from := make([]string, len(names)), make([][]int, len(names))
	for i, n := range names {
		folded[i], from[i] = foldName(n)
	}
	hits := abbreviated(typed, folded)
	if len(hits) == 0 {
		hits = misspelt(typed, names)
	}
	out := make([]Name, 0, len(hits))
	for i, h := range hits {
		n := Name{Index: i, Score: h.score}
		slices.Sort(h.at)
		for _, at := range slices.Compact(h.at) {
			_, size := utf8.DecodeRuneInString(names[i][from[i][at]:])
			n.Match = join(n.Match, claims.Span{Start: from[i][at], End: from[i][at] + size})
		}
		out = append(out, n)
	}
	slices.SortFunc(out, func(a, b Name) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(len(names[a.Index]), len(names[b.Index])), cmp.Compare(a.Index, b.Index))
	})
	return out
}

// nameHit is the score of a name and the bytes of its folded form that match.
type nameHit struct {
	score int
	at    []int
}

// abbreviated finds the names in which every typed word is a subsequence.
func abbreviated(typed, names []string) map[int]nameHit {
	var hits map[int]nameHit
	for _, word := range typed {
		next := map[int]nameHit{}
		for _, m := range fuzzy.FindNoSort(clip(word, maxPattern), names) {
			before, ok := hits[m.Index]
			if hits == nil || ok {
				next[m.Index] = nameHit{before.score + m.Score, append(slices.Clone(before.at), m.MatchedIndexes...)}
			}
		}
		hits = next
	}
	return hits
}

// misspelt finds the names that have for every typed word one that is a slip
// or two away. It marks nothing: there is no letter that is surely meant.
func misspelt(typed, names []string) map[int]nameHit {
	hits := map[int]nameHit{}
	for i, n := range names {
		sum, all := 0, true
		parts := words.Split(n)
		for _, word := range typed {
			speller, least := words.NewSpeller(clip(word, words.MaxLen)), words.Slips(len(word))+1
			for _, p := range parts {
				least = min(least, speller.Distance(p.Text))
			}
			all = all && least <= words.Slips(len(word))
			sum += least
		}
		if all {
			hits[i] = nameHit{score: -sum}
		}
	}
	return hits
}

// foldName folds a name letter by letter, and tells for each byte of the
// result where its letter begins in the name.
func foldName(name string) (folded string, from []int) {
	var b strings.Builder
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

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

// Names finds what was typed in a list of short texts, as NameList.Find does.
func Names(query string, names []string) []Name { return NewNameList(names).Find(query) }

// Find gives the names that what was typed stands for, best first:
// every typed word must be an abbreviation of the text as in an editor's list of
// commands ("exrep" for "Export report"). Where no name is abbreviated so, it
// finds those with a word that is a slip or two away. What was not typed
// matches everything in the order given.
func (l *NameList) Find(query string) []Name {
	typed := strings.Fields(fold.Key(query))
	if len(typed) == 0 {
		out := make([]Name, len(l.names))
		for i := range l.names {
			out[i].Index = i
		}
		return out
	}
	hits := l.abbreviated(typed)
	if len(hits) == 0 {
		hits = l.misspelt(typed)
	}
	out := make([]Name, len(hits))
	for i, h := range hits {
		out[i] = Name{Index: h.index, Score: h.score, Match: l.marked(h)}
	}
	slices.SortFunc(out, func(a, b Name) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(len(l.names[a.Index]), len(l.names[b.Index])), cmp.Compare(a.Index, b.Index))
	})
	return out
}

// marked gives the letters of a hit as ranges of its name.
func (l *NameList) marked(h nameHit) (out []claims.Span) {
	name, from := l.names[h.index], l.from[h.index]
	slices.Sort(h.at)
	for _, at := range slices.Compact(h.at) {
		if from != nil {
			at = from[at]
		}
		_, size := utf8.DecodeRuneInString(name[at:])
		out = join(out, claims.Span{Start: at, End: at + size})
	}
	return out
}

// nameHit is the score of a name and the bytes of its folded form that match.
type nameHit struct {
	index, score int
	at           []int
}

// abbreviated finds the names in which every typed word is a subsequence.
func (l *NameList) abbreviated(typed []string) (hits []nameHit) {
	for i, word := range typed {
		word = clip(word, maxPattern)
		var tried []nameHit
		if i == 0 {
			for k := range l.names {
				if l.mayHold(k, word) {
					tried = append(tried, nameHit{index: k})
				}
			}
		} else {
			tried = hits
		}
		texts := make([]string, len(tried))
		for k, h := range tried {
			texts[k] = l.folded[h.index]
		}
		hits = nil
		for _, m := range fuzzy.FindNoSort(word, texts) {
			h := tried[m.Index]
			hits = append(hits, nameHit{h.index, h.score + m.Score, append(h.at, m.MatchedIndexes...)})
		}
	}
	return hits
}

// mayHold reports whether the letters of a typed word stand in a name in their order:
// far quicker than to find where they stand best. Letters beyond ASCII have forms that are
// alike in ways that only the matcher knows.
func (l *NameList) mayHold(name int, word string) bool {
	if l.from[name] != nil {
		return true
	}
	text := l.folded[name]
	for i := range len(word) {
		if word[i] >= utf8.RuneSelf {
			return true
		}
		at := strings.IndexByte(text, word[i])
		if at < 0 {
			return false
		}
		text = text[at+1:]
	}
	return true
}

// misspelt finds the names that have for every typed word one that is a slip
// or two away. It marks nothing: there is no letter that is surely meant.
func (l *NameList) misspelt(typed []string) (hits []nameHit) {
	spellers, slips := make([]*words.Speller, len(typed)), make([]int, len(typed))
	for i, word := range typed {
		spellers[i], slips[i] = words.NewSpeller(clip(word, words.MaxLen)), words.Slips(len(word))
	}
	for i, parts := range l.words() {
		sum, all := 0, true
		for k := 0; all && k < len(typed); k++ {
			least := slips[k] + 1
			for _, p := range parts {
				least = min(least, spellers[k].Distance(p))
			}
			all = least <= slips[k]
			sum += least
		}
		if all {
			hits = append(hits, nameHit{index: i, score: -sum})
		}
	}
	return hits
}

package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"onrecord/claims/lang"
	"onrecord/claims/lang/lemma"
)

// lemmaFile is where the rules for lemmas are kept, below assets.
const lemmaFile = "models/lemmas.bin"

// lemmaLearner counts how words with an ending become lemmas.
type lemmaLearner struct {
	votes map[lemmaEnding]map[lemma.Edit]int
}

type lemmaEnding struct {
	tag, ending string
	whole       bool
}

// trainLemmas learns rules for endings from the words of the treebanks: an
// ending gets a rule where its commonest edit differs from what a shorter
// ending says.
func trainLemmas(sentences []sentence) []byte {
	l := lemmaLearner{votes: map[lemmaEnding]map[lemma.Edit]int{}}
	for _, s := range sentences {
		for i, w := range s.words {
			if s.tags[i] != unknownTag && lemma.Inflects(s.tags[i]) && s.lemmas[i] != "_" {
				l.count(lang.Lower(w), s.tags[i], strings.ToLower(s.lemmas[i]))
			}
		}
	}
	return l.encode()
}

func (l *lemmaLearner) count(word, tag, dictionary string) {
	const longestCut = 6
	edit := lemma.EditOf(word, dictionary)
	if edit.Cut > longestCut && edit.Cut < len(word) {
		return // a slip of the treebank
	}
	vote := func(e lemmaEnding) {
		if l.votes[e] == nil {
			l.votes[e] = map[lemma.Edit]int{}
		}
		l.votes[e][edit]++
	}
	if len(word) <= lemma.Longest {
		vote(lemmaEnding{tag, word, true})
	}
	for n := 1; n <= min(len(word), lemma.Longest); n++ {
		vote(lemmaEnding{tag, word[len(word)-n:], false})
	}
}

// encode chooses the rules, from the shortest endings to the longest and the
// whole words.
func (l *lemmaLearner) encode() []byte {
	endings := make([]lemmaEnding, 0, len(l.votes))
	for e := range l.votes {
		endings = append(endings, e)
	}
	slices.SortFunc(endings, func(a, b lemmaEnding) int {
		return cmp.Or(cmp.Compare(len(a.ending), len(b.ending)), cmp.Compare(a.ending, b.ending), cmp.Compare(a.tag, b.tag))
	})
	rules := map[lemmaEnding]lemma.Edit{}
	number := map[lemma.Edit]int{}
	edit := map[uint32]int{}
	var edits []lemma.Edit
	var keys []uint32
	for _, whole := range []bool{false, true} {
		for _, e := range endings {
			chosen, votes := winner(l.votes[e])
			if e.whole != whole || shorterRule(rules, e) == chosen || !whole && votes < 2 {
				continue
			}
			if _, ok := number[chosen]; !ok {
				if len(edits) == lemma.MostEdits {
					continue
				}
				number[chosen] = len(edits)
				edits = append(edits, chosen)
			}
			rules[e] = chosen
			key := lemma.Key(e.tag, e.ending, e.whole)
			if _, ok := edit[key]; !ok {
				keys = append(keys, key)
			}
			edit[key] = number[chosen]
		}
	}
	return lemma.Encode(edits, keys, edit)
}

// shorterRule is the edit of the longest rule for a shorter ending.
func shorterRule(rules map[lemmaEnding]lemma.Edit, e lemmaEnding) lemma.Edit {
	from := 1
	if e.whole {
		from = 0
	}
	for ; from < len(e.ending); from++ {
		if edit, ok := rules[lemmaEnding{e.tag, e.ending[from:], false}]; ok {
			return edit
		}
	}
	return lemma.Edit{}
}

// winner is the commonest edit; of several the one that cuts least, then the
// first in the alphabet.
func winner(votes map[lemma.Edit]int) (lemma.Edit, int) {
	var out lemma.Edit
	most := 0
	for e, n := range votes {
		if n > most || n == most && (e.Cut < out.Cut || e.Cut == out.Cut && e.Add < out.Add) {
			out, most = e, n
		}
	}
	return out, most
}

// lemmaAccuracy is the share of words that inflect with the right lemma.
func lemmaAccuracy(r *lemma.Rules, sentences []sentence) float64 {
	right, all := 0, 0
	for _, s := range sentences {
		for i, w := range s.words {
			if !lemma.Inflects(s.tags[i]) || s.lemmas[i] == "_" {
				continue
			}
			all++
			if r.Lemma(lang.Lower(w), s.tags[i]) == strings.ToLower(s.lemmas[i]) {
				right++
			}
		}
	}
	return float64(right) / float64(max(1, all))
}

// runLemmas learns the rules that are shipped and measures them.
func runLemmas() error {
	c, err := readCorpora()
	if err != nil {
		return err
	}
	data := trainLemmas(c.train)
	r, err := lemma.Read(data)
	if err != nil {
		return err
	}
	fmt.Printf("lemmas right (words that inflect): ewt-dev %.2f%%, ewt-test %.2f%%, PolNeAR silver dev %.2f%%\n",
		100*lemmaAccuracy(r, c.dev), 100*lemmaAccuracy(r, c.test), 100*lemmaAccuracy(r, c.silverDev))
	return writeModel(lemmaFile, data)
}

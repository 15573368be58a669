package assess

import (
	"strings"

	"onrecord/claims/assess/linear"
)

// WorthFeatures are what the check-worthiness of a sentence is learned and
// judged from: its words and pairs of words, and counts of figures, names,
// negations, superlatives, persons and past forms.
func WorthFeatures(text string) []uint32 { return worthFeatures(text, split(text)) }

func worthFeatures(text string, ws []word) []uint32 {
	var b linear.Bag
	var n tally
	before := "<"
	for i, w := range ws {
		if w.mark {
			n.mark(w.low)
			continue
		}
		form := w.low
		if w.number {
			form = "#"
			if isYear(w.low) {
				form = "#year"
			}
		}
		b.Add("w", form)
		b.Add("b", before, form)
		before = form
		n.count(w, i)
	}
	n.add(&b)
	b.AddIf(strings.Contains(text, "illion"), "millions")
	return b.IDs
}

// tally counts what kinds of words a sentence has.
type tally struct {
	words, figures, names, superlatives, negations, past int
	first, second, third                                 int
	percent, money, question                             bool
}

func (n *tally) mark(m string) {
	n.percent = n.percent || m == "%"
	n.money = n.money || m == "$" || m == "€" || m == "£"
	n.question = n.question || m == "?"
}

func (n *tally) count(w word, at int) {
	n.words++
	up := func(total *int, yes bool) {
		if yes {
			*total++
		}
	}
	up(&n.figures, w.number || numberWords[w.low])
	up(&n.names, w.upper && at > 0 && w.low != "i" && !strings.HasPrefix(w.low, "i'"))
	up(&n.superlatives, superlatives[w.low] || len(w.low) > 5 && strings.HasSuffix(w.low, "est"))
	up(&n.negations, negations[w.low] || strings.HasSuffix(w.low, "n't"))
	up(&n.past, pastWords[w.low] || len(w.low) > 4 && strings.HasSuffix(w.low, "ed"))
	up(&n.first, firstPerson[w.low])
	up(&n.second, secondPerson[w.low])
	up(&n.third, thirdPerson[w.low])
	n.percent = n.percent || w.low == "percent"
}

var superlatives = words("most worst best least never ever only every first largest highest lowest all-time record more less than")

// add puts the counts in as steps, so that each further one can have its own
// weight.
func (n *tally) add(b *linear.Bag) {
	steps := func(name string, have int, at ...int) {
		for _, k := range at {
			if have >= k {
				b.Add("at least", number(k), name)
			}
		}
	}
	steps("figures", n.figures, 1, 2, 3, 4)
	steps("names", n.names, 1, 2, 3, 4, 5)
	steps("superlatives", n.superlatives, 1, 2)
	steps("negations", n.negations, 1, 2)
	steps("past", n.past, 1, 2, 3)
	steps("first person", n.first, 1, 2)
	steps("second person", n.second, 1, 2)
	steps("third person", n.third, 1, 2)
	steps("words", n.words, 3, 5, 8, 12, 16, 20, 26, 35, 50)
	b.AddIf(n.percent, "percent")
	b.AddIf(n.money, "money")
	b.AddIf(n.question, "question")
}

// worthScore is the log of the odds that a fact-checker would take the
// sentence up.
func worthScore(text string, ws []word) float64 {
	m := worthModel()
	ids := worthFeatures(text, ws)
	return m.Score(1, ids) - m.Score(0, ids)
}

// neighbour is what the sentences around one add to its score: the next ones
// on either side this much each, the ones after them half of it.
const neighbour = 0.1

// Neighbours is the score of sentence i with its share of the scores of the
// two sentences on either side.
func Neighbours(scores []float64, i int) float64 {
	sum := scores[i]
	for d := 1; d <= 2; d++ {
		for _, j := range []int{i - d, i + d} {
			if j >= 0 && j < len(scores) {
				sum += neighbour / float64(d) * scores[j]
			}
		}
	}
	return sum
}

package assess

import (
	"math"
	"strings"

	"onrecord/claims/assess/linear"
)

// WorthFeatures are what the check-worthiness of a sentence is learned and
// judged from: its words, pairs and threes of words, what they show at a glance,
// its topics, and counts of figures, names, negations, superlatives, persons
// and past forms.
func WorthFeatures(text string) []uint32 {
	ws := split(text)
	return worthFeatures(text, ws, read(ws))
}

func worthFeatures(text string, ws []word, c clue) []uint32 {
	b := linear.NewBag(4 * len(ws))
	var n tally
	earlier, before := "<", "<"
	for i := range ws {
		w := &ws[i]
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
		b.Add("t", earlier, before, form)
		earlier, before = before, form
		n.count(w, i)
	}
	n.add(b)
	c.signs(func(on bool, name string) { b.AddIf(on, name) })
	b.Add("subject", c.subject)
	for _, t := range topics(ws) {
		b.Add("topic", t)
	}
	b.AddIf(strings.Contains(text, "illion"), "millions")
	return b.IDs()
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

func (n *tally) count(w *word, at int) {
	n.words++
	up := func(total *int, yes bool) {
		if yes {
			*total++
		}
	}
	up(&n.figures, w.number || w.is(ofNumbers))
	up(&n.names, w.upper && at > 0 && w.low != "i" && !strings.HasPrefix(w.low, "i'"))
	up(&n.superlatives, w.is(ofSuperlatives) || len(w.low) > 5 && strings.HasSuffix(w.low, "est"))
	up(&n.negations, w.is(ofNegations) || strings.HasSuffix(w.low, "n't"))
	up(&n.past, w.is(ofPast) || len(w.low) > 4 && strings.HasSuffix(w.low, "ed"))
	up(&n.first, w.is(ofFirst))
	up(&n.second, w.is(ofSecond))
	up(&n.third, w.is(ofThird))
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

// worthScore is higher the likelier a fact-checker would take the sentence up,
// judged by the sentence alone: 0 is the mean of the sentences of debates that
// the model has not seen, 1 lies a standard deviation above.
func worthScore(text string, ws []word, c clue) float64 {
	return worthModel().Score(worthFeatures(text, ws, c))
}

// worthOf turns a score into a number between 0 and 1 that keeps the order.
func worthOf(score float64) float64 { return 1 / (1 + math.Exp(-score)) }

// Neighbourhood adds to the score of each sentence of a speech or debate what
// the sentences around it are worth: fact-checkers take up passages, and two
// thirds of the sentences that they took up have another within three. One
// strong neighbour counts more than several that are middling, near ones count
// more than far ones, and where all are as usual nothing is added.
func Neighbourhood(scores []float64) []float64 {
	const (
		reach  = 6   // sentences before and after
		fade   = 0.6 // what one counts beside the one before it
		rise   = 1.5 // how much more a strong neighbour counts
		weight = 0.4 // of the neighbours beside the sentence itself
	)
	strength := make([]float64, len(scores))
	for i, s := range scores {
		strength[i] = math.Exp(rise * s)
	}
	out := make([]float64, len(scores))
	for i, s := range scores {
		have, usual, share := 1.0, 1.0, 1.0
		for k := 1; k <= reach; k++ {
			for _, j := range [...]int{i - k, i + k} {
				if j >= 0 && j < len(scores) {
					have += share * strength[j]
					usual += share
				}
			}
			share *= fade
		}
		out[i] = s + weight*math.Log(have/usual)
	}
	return out
}

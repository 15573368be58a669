package assess

import (
	"strings"

	"onrecord/claims"
	"onrecord/claims/assess/linear"
	"onrecord/claims/when"
)

// clue is what the words of a statement show at a glance: the part of the
// features that has a name a person understands.
type clue struct {
	will, would, may, must, plan, expect bool
	past, present                        bool
	can                                  bool
	over                                 bool // a verb says that it is over: "had been checked on Monday"
	infinitive                           bool // the content is "to do something"
	question                             bool
	first, second, third                 bool // a person is addressed or named by a pronoun
	figures                              int  // numbers, in digits or words
	percent, money, counted, change      bool
	praise, blame, denial, feeling       int
	record                               int  // laws, documents, evidence
	due                                  bool // a date or deadline to come
	subject                              string
}

// read looks at the words of a statement once.
func read(ws []word) clue {
	var c clue
	for i := range ws {
		c.verbs(&ws[i])
		c.persons(&ws[i])
		c.amounts(ws, i)
		c.tone(&ws[i])
	}
	c.infinitive = len(ws) > 1 && ws[0].low == "to"
	c.subject = subject(ws)
	return c
}

func (c *clue) verbs(w *word) {
	c.will = c.will || w.is(ofWill) || strings.HasSuffix(w.low, "'ll")
	c.would = c.would || w.is(ofWould)
	c.may = c.may || w.is(ofMay)
	c.must = c.must || w.is(ofMust)
	c.plan = c.plan || w.is(ofPlan)
	c.expect = c.expect || w.is(ofExpect)
	c.past = c.past || w.is(ofPast) || len(w.low) > 4 && strings.HasSuffix(w.low, "ed")
	c.can = c.can || w.low == "can"
	c.over = c.over || overWords[w.low]
	c.present = c.present || w.is(ofPresent)
}

func (c *clue) persons(w *word) {
	c.first = c.first || w.is(ofFirst)
	c.second = c.second || w.is(ofSecond)
	c.third = c.third || w.is(ofThird)
	c.question = c.question || w.low == "?"
}

func (c *clue) amounts(ws []word, i int) {
	w := &ws[i]
	if w.is(ofNumbers) || w.number && !isYear(w.low) && !named(ws, i) {
		c.figures++
	}
	c.percent = c.percent || w.low == "%" || w.low == "percent" || w.low == "percentage" || w.low == "cent" && i > 0 && ws[i-1].low == "per"
	c.money = c.money || w.low == "$" || w.low == "€" || w.low == "£"
	c.counted = c.counted || w.is(ofCounted)
	c.change = c.change || w.is(ofChange)
}

// named tells a number that names something ("Boeing 747", "the 747", "4 June")
// from a quantity. What is counted follows a quantity.
func named(ws []word, i int) bool {
	if i+1 < len(ws) && (ws[i+1].low == "%" || ws[i+1].is(ofCounted|ofNumbers)) {
		return false
	}
	if i+1 < len(ws) && ws[i+1].upper {
		return true
	}
	return i > 0 && (ws[i-1].low == "the" || ws[i-1].upper && i > 1)
}

func isYear(w string) bool {
	return len(w) == 4 && (strings.HasPrefix(w, "19") || strings.HasPrefix(w, "20"))
}

func (c *clue) tone(w *word) {
	count := func(n *int, k kinds) {
		if w.is(k) {
			*n++
		}
	}
	count(&c.praise, ofPraise)
	count(&c.blame, ofBlame)
	count(&c.denial, ofDenial)
	count(&c.feeling, ofFeeling)
	count(&c.record, ofRecords)
}

// subject says who the first clause is about: the speaker's own side, another
// person by pronoun, an institution, or something else.
func subject(ws []word) string {
	const reach = 6
	for i := range ws[:min(reach, len(ws))] {
		if kind := subjectAt(ws, i); kind != "" {
			return kind
		}
	}
	return "noun"
}

// subjectAt says what kind of subject begins with a word, "" where none does.
func subjectAt(ws []word, i int) string {
	w, last := ws[i], i+1 == len(ws)
	low, _, _ := strings.Cut(w.low, "'")
	switch {
	case w.mark || w.low == "that" || w.low == "to":
		return ""
	case low == "i" || low == "we" || (low == "my" || low == "our") && !last:
		return "own"
	case otherPerson[low]:
		return "pronoun"
	case low == "you" || low == "your":
		return "you"
	case low == "there":
		return "there"
	case low == "the" || low == "a" || low == "an":
		if !last && government[ws[i+1].low] {
			return "institution"
		}
		return "noun"
	case w.upper && i > 0:
		return "name"
	}
	return ""
}

// otherPerson are the pronouns of somebody or something else.
var otherPerson = words("he she it they his her their its")

// Features are what the class of a statement is learned and judged from.
func Features(in Input) []uint32 {
	ws := split(in.Text)
	c := read(ws)
	_, c.due = when.Due(in.Text, in.SaidOn)
	return features(in, ws, readCue(in.Cue), c)
}

func features(in Input, ws []word, q cue, c clue) []uint32 {
	b := linear.NewBag(8 * len(ws))
	cueFeatures(b, in, q)
	clueFeatures(b, q, c)
	sourceFeatures(b, in, q.act)
	frameFeatures(b, in, ws, q.act)
	verbFeatures(b, ws, q.act, c.subject)
	contentFeatures(b, in.Kind, ws)
	adjectiveFeatures(b, ws)
	wordFeatures(b, ws)
	return b.IDs()
}

// wordFeatures are the words as they stand, the first ones in pairs, and about
// how many there are.
func wordFeatures(b *linear.Bag, ws []word) {
	before := "<"
	for i, w := range ws {
		if w.mark && w.low != "?" && w.low != "%" && w.low != "!" {
			continue
		}
		form := w.low
		if w.number {
			form = "#"
		}
		if (i < 40 || i%2 == 0) && (commonWords[form] || len(form) > 2) {
			b.Add("w", form)
		}
		if i < 4 {
			b.Add("opens", before, form)
		}
		before = form
	}
	for _, n := range []int{3, 8, 15, 25, 40} {
		b.AddIf(len(ws) > n, "longer than "+number(n))
	}
}

func cueFeatures(b *linear.Bag, in Input, q cue) {
	a := string(q.act)
	b.Add("act", a)
	b.Add("act+", a)
	b.Add("cue", q.verb)
	b.Add("kind", string(in.Kind))
	b.Add("act kind", a, string(in.Kind))
	b.AddIf(q.negated || in.Polarity == claims.Negative, "cue negated")
	if q.negated {
		b.Add("negated act", a)
	}
}

func clueFeatures(b *linear.Bag, q cue, c clue) {
	a := string(q.act)
	on := func(yes bool, name string) {
		if yes {
			b.Add("clue", name)
			b.Add("act clue", a, name)
		}
	}
	c.signs(on)
	b.Add("subject", c.subject)
	b.Add("act subject", a, c.subject)
	if c.will || c.would {
		b.Add("future of", c.subject)
		b.Add("act future of", a, c.subject)
	}
	b.AddIf(c.feeling > 0 && c.subject == "own", "own feeling")
	b.AddIf(c.blame > 0 && (c.second || c.third) && !c.first, "blame of others")
	b.AddIf(c.denial > 0 && (c.subject == "own" || c.subject == "pronoun"), "own denial")
	b.AddIf(c.praise > 1, "much praise")
	b.AddIf(c.feeling > 1, "much feeling")
}

// signs names what is there.
func (c *clue) signs(on func(yes bool, name string)) {
	future := c.will || c.would
	on(c.will, "will")
	on(c.would, "would")
	on(c.may, "may")
	on(c.must, "must")
	on(c.plan, "plan")
	on(c.expect, "expect")
	on(future && !c.past, "future only")
	on(future && c.subject == "own", "own future")
	on(c.infinitive, "infinitive")
	on(c.question, "question")
	on(c.figures > 0, "figure")
	on(c.figures > 0 && (c.counted || c.percent || c.money), "figure of something")
	on(c.figures > 1, "figures")
	on(c.percent, "percent")
	on(c.money, "money")
	on(c.change, "change")
	on(c.praise > 0, "praise")
	on(c.blame > 0, "blame")
	on(c.denial > 0, "denial")
	on(c.feeling > 0, "feeling")
	on(c.record > 0, "record")
	on(c.due, "due")
	on(c.past && !c.present && !future && !c.must, "past only")
	on(c.present && !c.past && !future, "present only")
}

// commonWords are the short words that carry tense, person or negation.
var commonWords = words("i we he it my is am be do go no if to of ? % ! #")

func number(n int) string { return string(rune('0'+n/10)) + string(rune('0'+n%10)) }

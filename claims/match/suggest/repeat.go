package suggest

import (
	"slices"
	"strings"

	"onrecord/claims/figures"
)

// Repeat is how far a statement makes a claim again.
type Repeat struct {
	Score float64 // 0 to 1
	Words []string
	Flags []string // what is not the same: OtherFigure, OtherDate, Negated, Opposite
}

// LeastRepeat is the score from which on a repeat is worth showing.
const LeastRepeat = 0.4

// What is not the same in two statements, as short phrases.
const (
	Negated     = "negated"
	Opposite    = "opposite words"
	OtherFigure = "other figure"
	OtherDate   = "other date"
)

// What counts in a repeat: the claim should be in the statement more than the
// statement in the claim, for people say more than one thing at a time.
const (
	claimSaid     = 0.65
	nothingElse   = 0.35
	sameFigures   = 1.15 // times, where the figures agree
	saysOtherwise = 0.6  // times, where one denies what the other says
	noFigure      = 0.7  // times, where one has a figure and the other none
	nothingDone   = 0.6  // times, where what the claim says happens is not there
)

// Repeats tells how far another proposition says what this one says. Which of
// the two is the claim matters: it should be said in full.
func (s *Subject) Repeats(statement *Subject) Repeat {
	if s.total == 0 || statement.total == 0 {
		return Repeat{}
	}
	claim, words := s.saidIn(statement)
	other, _ := statement.saidIn(s)
	r := Repeat{Words: words, Score: claimSaid*claim + nothingElse*other, Flags: changes(s.text, statement.text)}
	if len(words) < min(2, len(s.terms)) {
		return Repeat{}
	}
	if !slices.Contains(r.Flags, Opposite) && !s.text.happensIn(statement.text) {
		r.Score *= nothingDone
	}
	switch {
	case slices.Contains(r.Flags, Negated) || slices.Contains(r.Flags, Opposite):
		r.Score *= saysOtherwise
	case !slices.Contains(r.Flags, OtherFigure) && agree(s.text, statement.text):
		r.Score *= sameFigures
	case s.text.counts() && !statement.text.counts():
		r.Score *= noFigure
	}
	r.Score = rounded(min(r.Score, 1))
	return r
}

// LeastRelated is the share from which on two statements are of one subject.
const LeastRelated = 0.3

// Related tells how much of what two statements say is of one subject, from 0
// to 1, with the words of the other that show it.
func (s *Subject) Related(other *Subject) (share float64, words []string) {
	one, words := s.saidIn(other)
	two, _ := other.saidIn(s)
	return rounded((one + two) / 2), words
}

// happens guesses, without a parse, which words say what happens: those after
// an auxiliary, past forms, and those that have an opposite.
func (t *Text) happens() map[string]bool {
	out := map[string]bool{}
	for _, sent := range t.sentences {
		for i := range sent {
			w := &sent[i]
			if !w.empty && !w.name && (hasOpposite[w.meaning] || i > 0 && auxiliary[sent[i-1].folded] || strings.HasSuffix(w.folded, "ed")) {
				out[w.meaning] = true
			}
		}
	}
	return out
}

// counts reports whether a text has a figure that is more than a year or a span
// of time.
func (t *Text) counts() bool {
	return slices.ContainsFunc(t.figures, func(f figures.Figure) bool { return f.Unit.Kind != figures.Duration && !isYear(t, f) })
}

// happensIn reports whether another text has a word for what this one says
// happens, "half" for "halved" as well, or this one says of nothing that it does.
func (t *Text) happensIn(o *Text) bool {
	happens := t.happens()
	for _, sent := range o.sentences {
		for i := range sent {
			if happens[sent[i].meaning] {
				return true
			}
		}
	}
	for m := range happens {
		for other := range o.meanings {
			if synonyms(m, other) {
				return true
			}
		}
	}
	return len(happens) == 0
}

// saidIn is the share of the weight of the terms that the other has, with its
// words for them.
func (s *Subject) saidIn(o *Subject) (share float64, words []string) {
	sum, all := 0.0, 0.0
	for _, t := range s.terms {
		if !s.text.meanings[t.meaning] {
			continue // a topic, not a word of the proposition
		}
		all += t.weight
		if w := o.text.saying(t.meaning); w != "" {
			sum += t.weight
			words = append(words, w)
			continue
		}
		if near := o.text.near(&t); len(near) > 0 && near[0].share >= bySynonym {
			sum += t.weight * near[0].share
			words = append(words, o.text.saying(near[0].meaning))
		}
	}
	if all == 0 {
		return 0, nil
	}
	return sum / all, words
}

// saying gives the first word of a text that has the meaning, "" for none.
func (t *Text) saying(meaning string) string {
	if !t.meanings[meaning] {
		return ""
	}
	for _, sent := range t.sentences {
		if i := sent.find(meaning); i >= 0 {
			return t.in(sent[i].span)
		}
	}
	return ""
}

// agree reports whether two texts have a figure in common.
func agree(a, b *Text) bool {
	for _, x := range a.figures {
		for _, y := range b.figures {
			if c, ok := compare(a, x, b, y); ok && c.Holds {
				return true
			}
		}
	}
	return false
}

package suggest

import (
	"slices"
	"strings"

	"onrecord/claims"
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

// Changes tells what may have changed between two statements on one subject,
// as phrases: Negated, Opposite, OtherFigure, OtherDate. Statements that share
// no word of weight are not compared.
func Changes(before, later string) []string { return changes(Read(before), Read(later)) }

func changes(a, b *Text) []string {
	x, y, shared := closest(a, b)
	if shared == 0 {
		return nil
	}
	var out []string
	opposite := opposedWords(x, y)
	if opposite {
		out = append(out, Opposite)
	}
	if !opposite && (shared > 1 && deniesOf(x, y) != deniesOf(y, x) || deniesVerb(x, y) || deniesVerb(y, x)) {
		out = append(out, Negated)
	}
	if otherFigure(a, b) {
		out = append(out, OtherFigure)
	}
	if otherDates(x, y) {
		out = append(out, OtherDate)
	}
	return out
}

// deniesOf reports whether a sentence says that something is not so in a clause
// that shares a word with the other: "not a day later" denies nothing that
// both speak of.
func deniesOf(s, other sentence) bool {
	n, from := 0, 0
	for i := 0; i <= len(s); i++ {
		if i < len(s) && (i == 0 || !s[i].breaks) {
			continue
		}
		clause := s[from:i]
		if clause.sharesWith(other) && denies(clause) {
			n++
		}
		from = i
	}
	return n%2 == 1
}

func (s sentence) sharesWith(o sentence) bool {
	return slices.ContainsFunc(s, func(w word) bool { return !w.empty && o.has(w.meaning) })
}

// deniesVerb reports whether a verb that both sentences have is negated in the
// first ("did not reopen") and has nothing that negates before it in the other.
func deniesVerb(x, y sentence) bool {
	for i := range x {
		k := y.find(x[i].meaning)
		if k < 1 || i < 1 || x[i].empty || x[i].name {
			continue
		}
		if negators[x[i-1].folded] && (i > 1 && auxiliary[x[i-2].folded]) && !slices.ContainsFunc(y[:k], func(w word) bool { return negators[w.folded] }) {
			return true
		}
	}
	return false
}

// closest finds the two sentences that share most meanings.
func closest(a, b *Text) (x, y sentence, most int) {
	for _, s := range a.sentences {
		for _, o := range b.sentences {
			n := 0
			for i := range s {
				if !s[i].empty && o.has(s[i].meaning) {
					n++
				}
			}
			if n > most {
				x, y, most = s, o, n
			}
		}
	}
	return x, y, most
}

// opposedWords reports whether a word of one sentence is the opposite of one
// of the other that is not there as well: "back" and "oppose", "safe" and
// "unsafe", "voted for" and "voted against".
func opposedWords(x, y sentence) bool {
	for i := range x {
		for k := range y {
			v, w := &x[i], &y[k]
			if voted(x, i, y, k) || voted(y, k, x, i) {
				return true
			}
			if v.empty || w.empty || x.has(w.meaning) && y.has(v.meaning) {
				continue
			}
			if opposites[[2]string{v.meaning, w.meaning}] && x.negated(i) == y.negated(k) || undoes(v.folded, w.folded) || undoes(w.folded, v.folded) {
				return true
			}
		}
	}
	return false
}

// voted reports whether a word is followed by "for" in one sentence and by
// "against" in the other.
func voted(x sentence, i int, y sentence, k int) bool {
	return !x[i].empty && x[i].meaning == y[k].meaning &&
		i+1 < len(x) && k+1 < len(y) && x[i+1].folded == "for" && y[k+1].folded == "against"
}

// undoes reports whether a word is the other with a prefix that negates it.
func undoes(long, short string) bool {
	const least = 4 // letters
	for _, prefix := range []string{"un", "dis", "in", "im", "il", "ir", "non"} {
		if len(short) >= least && long == prefix+short {
			return true
		}
	}
	return false
}

// otherFigure reports whether the texts have figures that measure the same,
// and none of them agrees.
func otherFigure(a, b *Text) bool {
	found := false
	for _, x := range a.figures {
		for _, y := range b.figures {
			c, ok := compare(a, x, b, y)
			if ok && c.says(false) == claims.Supports {
				return false
			}
			found = found || ok
		}
	}
	return found
}

// otherDates reports whether both sentences name years or months, and none in
// common.
func otherDates(x, y sentence) bool {
	a, b := datesOf(x), datesOf(y)
	return len(a) > 0 && len(b) > 0 && !sameThing(a, b)
}

// datesOf lists the years, months and feasts of a sentence.
func datesOf(s sentence) map[string]bool {
	out := map[string]bool{}
	for i := range s {
		w := s[i].folded
		year := len(w) == 4 && (strings.HasPrefix(w, "19") || strings.HasPrefix(w, "20")) && !hasLetter(w)
		if year || calendar[w] {
			out[w] = true
		}
	}
	return out
}

var calendar = set("january february march april june july august september october november december spring summer autumn winter christmas easter")

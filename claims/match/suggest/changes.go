package suggest

import (
	"slices"
	"strings"

	"onrecord/claims"
)

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
			if ok && c.says(&predicate{}) == claims.Supports {
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

package assess

import (
	"strings"

	"onrecord/claims"
	"onrecord/claims/assess/linear"
	"onrecord/claims/extract/attribution"
)

// contentFeatures are the stems of the words and their broad meanings; which
// of them a half-quoted statement has within its quotation marks, where the
// judgements stand; and pairs of neighbours of which one is a figure or carries
// person, tense or modality.
func contentFeatures(b *linear.Bag, kind claims.Quoting, ws []word) {
	before, quoted, joining := "<", false, false
	for i := range ws {
		w := &ws[i]
		if w.mark {
			quoted = w.low == "“" || w.low == "\"" && !quoted || quoted && w.low != "”" && w.low != "\""
			if !tellingMarks[w.low] {
				continue
			}
		}
		form := formOf(ws, i)
		b.Add("stem", form)
		if quoted && kind == claims.Mixed {
			b.Add("quoted", form)
		}
		joins := w.is(grammatical)
		if joins || joining || form[0] == '#' || before[0] == '#' {
			b.Add("pair", before, form)
		}
		if len(w.low) > 2 {
			meanings(b, w.low)
		}
		before, joining = form, joins
	}
	b.Add("ends", before)
}

const grammatical = ofWill | ofWould | ofMay | ofMust | ofPlan | ofExpect | ofPresent | ofFirst | ofSecond | ofThird | ofNegations

var tellingMarks = words("? % ! $")

// formOf is the stem of a word, or what kind of figure it is.
func formOf(ws []word, i int) string {
	switch {
	case ws[i].number:
		return figure(ws, i)
	case ws[i].is(ofNumbers):
		return "#word"
	}
	return stem(ws[i].low)
}

// meanings are the categories of WordNet of a word as a verb and as a noun.
func meanings(b *linear.Bag, w string) {
	forms := base(w)
	for _, verb := range []bool{true, false} {
		for _, f := range forms {
			if f == "" {
				continue
			}
			if s := attribution.SenseOf(f, verb); s.First > 0 {
				kind := "noun"
				if verb {
					kind = "verb"
				}
				b.Add("meaning", kind, number(int(s.First)))
				break
			}
		}
	}
}

// figure says what kind of number stands there: a year, a day, a time, an
// ordinal, a share, an amount of money, part of a name or a count of things.
func figure(ws []word, i int) string {
	w, before, next := ws[i].low, word{}, ""
	if i > 0 {
		before = ws[i-1]
	}
	if i+1 < len(ws) {
		next = ws[i+1].low
	}
	last := w[len(w)-1]
	switch {
	case isYear(w):
		return "#year"
	case months[next] || months[before.low]:
		return "#day"
	case last < '0' || last > '9':
		return "#ordinal"
	case next == "%" || next == "percent" || next == "per":
		return "#share"
	case next == "-":
		return "#joined"
	case clock[next]:
		return "#clock"
	case before.low == "$" || before.low == "€" || before.low == "£":
		return "#money"
	case before.upper:
		return "#name"
	case len(next) > 2 && strings.HasSuffix(next, "s"):
		return "#things"
	}
	return "#"
}

var (
	months = words("january february march april may june july august september october november december")
	clock  = words("a p : am pm")
)

// stem cuts the commonest endings, so that "warned" and "warning" count as one.
// It need not be a word.
func stem(w string) string {
	w = strings.TrimSuffix(w, "'s")
	ends := func(s string) bool { return len(w) > len(s)+2 && strings.HasSuffix(w, s) }
	switch {
	case ends("ies"), ends("ied"):
		return w[:len(w)-3] + "y"
	case ends("ing"):
		w = w[:len(w)-3]
	case ends("ed"), ends("es"), ends("ly"):
		w = w[:len(w)-2]
	case ends("s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us"):
		w = w[:len(w)-1]
	}
	if n := len(w); n > 3 && w[n-1] == w[n-2] && w[n-1] != 'l' && w[n-1] != 's' {
		w = w[:n-1]
	}
	return cutE(w)
}

func cutE(w string) string {
	if len(w) > 3 {
		return strings.TrimSuffix(w, "e")
	}
	return w
}

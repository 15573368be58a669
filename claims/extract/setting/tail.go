package setting

import (
	"strconv"
	"strings"

	"onrecord/claims"
	"onrecord/claims/lang"
	"onrecord/claims/when"
)

// inTail gives the day of the document that the words were taken from, where its
// name ends them: "told citizens to leave in its January 3 alert".
func (d *days) inTail(f *frame) (said, bool) {
	if len(f.hidden) == 0 {
		return said{}, false
	}
	const longest = 9
	r := f.hidden[len(f.hidden)-1]
	last := r.Last - 1
	if r.Len() < 4 || !works[f.toks[last].Lower] || f.toks[last].Quote >= 0 || !anyTime(f.toks[max(r.First, last-longest):last]) {
		return said{}, false
	}
	for i := last - 1; i > r.First && i > last-longest; i-- {
		if f.toks[i].Tag != "PRP$" || f.toks[i-1].Lower != "in" {
			continue
		}
		text := d.doc.Text[f.toks[i+1].Span.Start:f.toks[last].Span.End]
		for _, e := range when.Find(text, d.published) {
			if e.Kind == when.Day && e.Span.Start == 0 && !toCome(e, d.published) {
				return said{on: e.Date, words: wordsOf(e, text)}, true
			}
		}
		return said{}, false
	}
	return said{}, false
}

// yearOf gives the year or the month that tells which work or occasion the words
// are from: "in a 1999 interview", "her dissent of 2014", "in a May letter".
func (d *days) yearOf(f *frame) (said, bool) {
	const near = 3
	for i := f.sent.First; i < f.sent.Last; i++ {
		t := &f.toks[i]
		on, ok := d.yearOrMonth(t)
		if !ok || !f.telling(i) {
			continue
		}
		s := said{on: on, words: t.Word}
		if t.Tag == "CD" && f.word(i-1) == "of" && carries(f.word(i-2)) && f.saidIn(i-2) {
			return s, true
		}
		if t.Tag == "CD" && (f.word(i-1) == "during" || f.word(i-2) == "during") && f.telling(i+1) && strings.HasPrefix(f.toks[i+1].Tag, "NN") {
			return s, true // "during his 2019 campaign"
		}
		for k := i + 1; k <= i+near && f.telling(k) && strings.HasPrefix(f.toks[k].Tag, "NN"); k++ {
			if carries(f.toks[k].Lower) && f.saidIn(i) {
				return s, true
			}
		}
	}
	return said{}, false
}

// yearOrMonth reads one word as a year or as a month that has been.
func (d *days) yearOrMonth(t *lang.Token) (claims.Date, bool) {
	const first, last = 1500, 2100
	if t.Tag == "CD" && len(t.Word) == 4 {
		year, err := strconv.Atoi(t.Word)
		return claims.Date{Year: year}, err == nil && year >= first && year < last && (d.published.Year == 0 || year <= d.published.Year)
	}
	if t.Tag != "NNP" || !when.Word(t.Lower) {
		return claims.Date{}, false
	}
	all := when.Find("in "+t.Word, d.published)
	if len(all) != 1 || all[0].Kind != when.Month || all[0].Date.Year == 0 {
		return claims.Date{}, false
	}
	return all[0].Date, true
}

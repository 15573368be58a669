package setting

import (
	"strconv"
	"strings"

	"onrecord/claims"
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

// yearOf gives the year that tells which work or occasion the words are from: "in
// a 1999 interview", "her dissent of 2014".
func (d *days) yearOf(f *frame) (said, bool) {
	const near = 3
	for i := f.sent.First; i < f.sent.Last; i++ {
		t := &f.toks[i]
		if t.Tag != "CD" || len(t.Word) != 4 || !f.telling(i) {
			continue
		}
		year, err := strconv.Atoi(t.Word)
		if err != nil || year < 1500 || year > d.published.Year {
			continue
		}
		s := said{on: claims.Date{Year: year}, words: t.Word}
		if f.word(i-1) == "of" && carries(f.word(i-2)) && f.saidIn(i-2) {
			return s, true
		}
		for k := i + 1; k <= i+near && f.telling(k) && strings.HasPrefix(f.toks[k].Tag, "NN"); k++ {
			if carries(f.toks[k].Lower) && f.saidIn(i) {
				return s, true
			}
		}
	}
	return said{}, false
}

package setting

import (
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

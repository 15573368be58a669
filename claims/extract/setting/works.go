package setting

import (
	"onrecord/claims/lang"
	"onrecord/claims/when"
)

// sameWork gives the day on which the work came out that the report goes on to
// cite: "according to a survey released on Monday ... the poll found".
func (d *days) sameWork(f *frame) (said, bool) {
	const near = 6 // paragraphs
	w, definite := f.work()
	if w == "" || !definite || f.before() {
		return said{}, false
	}
	s, ok := d.last["\n"+w]
	if !ok || d.doc.ParagraphOf(f.cue.First)-s.para > near {
		return said{}, false
	}
	s.of = "the " + w
	return s, true
}

// work gives the noun of the work that is the source, one for all that mean the
// same, and whether the words point back to it: "the poll".
func (f *frame) work() (noun string, definite bool) {
	for _, r := range f.source {
		for i := r.First; i < r.Last && i < r.First+window; i++ {
			if t := &f.toks[i]; works[t.Lower] && t.Tag == "NN" {
				noun = t.Lemma
				if other := sameAs[noun]; other != "" {
					noun = other
				}
				_, definite = f.nounPhrase(i)
				return noun, definite && i == r.Last-1
			}
		}
	}
	return "", false
}

var sameAs = map[string]string{"survey": "poll", "research": "study", "paper": "study", "judgment": "ruling", "judgement": "ruling", "verdict": "ruling", "memorandum": "memo", "communiqué": "communique"}

// atGathering gives the day that what is called for, praised and so on ends with,
// where the words tell of a gathering at which it was said: "called for an inquiry
// into the sale at a rally in Dell on Monday night". A clause may tell of its own.
func (d *days) atGathering(f *frame) (said, bool) {
	const longest = 14
	if len(f.hidden) == 0 {
		return said{}, false
	}
	r := f.hidden[len(f.hidden)-1]
	from := max(r.First, r.Last-longest)
	if !anyTime(f.toks[from:r.Last]) || f.toks[r.Last-1].Quote >= 0 || finite(f.toks[r.First:r.Last]) {
		return said{}, false
	}
	for i := from; i < r.Last; i++ {
		if p := f.toks[i].Lower; p != "at" && p != "during" && p != "in" {
			continue
		}
		np := lang.Range{First: i + 1, Last: i + 1}
		for np.Last < r.Last && !gatherings[f.toks[np.Last].Lemma] && f.toks[np.Last].Tag != "IN" && f.toks[np.Last].Lower != "," {
			np.Last++
		}
		if np.Last == r.Last || !gatherings[f.toks[np.Last].Lemma] {
			continue
		}
		text := d.doc.Text[f.toks[np.Last].Span.Start:f.toks[r.Last-1].Span.End]
		for _, e := range when.Find(text, d.published) {
			if e.Kind == when.Day && e.Span.End == len(text) && e.Date.IsFull() && !e.Deadline && !e.Since && isNews(e.Date, d.published) {
				return said{on: e.Date, words: wordsOf(e, text)}, true
			}
		}
	}
	return said{}, false
}

// finite reports whether there is a finite verb among the tokens.
func finite(toks []lang.Token) bool {
	for i := range toks {
		switch toks[i].Tag {
		case "MD", "VBD", "VBZ", "VBP":
			return true
		}
	}
	return false
}

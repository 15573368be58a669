package extract

import (
	"strings"

	"onrecord/claims/extract/attribution"
	"onrecord/claims/lang"
)

// mendSpans sets right where a content begins and ends beside its cue, where
// the page shows it plainly.
func (a *article) mendSpans() {
	for _, d := range a.drafts {
		if d.head < 0 || d.rule == blockQuotation || len(d.content) == 0 {
			continue
		}
		a.outsideDateline(d)
		a.timeFirst(d)
		a.fronted(d)
		a.subjectNoun(d)
		a.ownVerbs(d)
		a.around(d)
		a.orSo(d)
		a.ownParagraph(d)
		a.copula(d)
	}
	a.tails()
}

// outsideDateline takes place and agency out of a source: "PORT SORREL
// (Coastal Wire) - [Minister Ida Holt] said". A source that is nothing else is
// taken from the statement beside it.
func (a *article) outsideDateline(d *draft) {
	if len(d.source) != 1 {
		return
	}
	st := &d.source[0]
	end := a.datelineEnd(st.First)
	switch {
	case end < 0 || st.First >= end:
		return
	case st.Last >= end:
		st.First = end
		return
	}
	for _, o := range a.drafts {
		if o != d && o.head >= 0 && len(o.source) == 1 && a.token(o.head).Sent == a.token(d.head).Sent && o.source[0].First >= end {
			*st = o.source[0]
			return
		}
	}
	d.source = nil
}

// datelineEnd is the first token after the dateline of the paragraph of token
// i, where there is one and it begins near that token; else -1.
func (a *article) datelineEnd(i int) int {
	const longest = 16
	p := a.doc.Paragraphs[a.scene.Para[i]]
	first := a.token(p.First).Word
	if i > p.First+longest || first != strings.ToUpper(first) || len(first) < 3 {
		return -1
	}
	for k := p.First + 1; k < p.Last-1 && k < p.First+longest; k++ {
		switch w := a.token(k).Word; {
		case w == "—" || w == "–" || w == "--" || w == "-":
			return a.scene.NextWord(k)
		case a.scene.IsWord(k) && !a.capital(k) && (w[0] < '0' || w[0] > '9'):
			return -1
		}
	}
	return -1
}

// timeFirst leaves the day of saying out of a content that the models began
// with it: said [on Thursday] exports would fall.
func (a *article) timeFirst(d *draft) {
	st := &d.content[len(d.content)-1]
	i := st.First
	if i != d.cue[len(d.cue)-1].Last+1 || a.token(i).Quote >= 0 && a.token(i).Quote != a.token(d.head).Quote {
		return
	}
	switch a.token(i).Lower {
	case "on", "late", "early", "last", "this", "earlier":
		i++
	}
	if i >= st.Last || !a.temporal(i) && !pointsBack[a.token(i).Lower] {
		return
	}
	for i++; i < st.Last && partsOfDay[a.token(i).Lower]; i++ {
	}
	if a.token(i).Word == "," {
		i++
	}
	if i >= st.Last || a.finite(i) || a.token(i).Tag == "POS" || a.token(i).Tag == "IN" && a.token(i).Lower != "that" || a.token(i).Tag == "CD" || a.token(i).Tag == "CC" {
		return
	}
	if a.clause(i, st.Last) {
		st.First = i
	}
}

var (
	pointsBack = wordSet("week month year night")
	partsOfDay = wordSet("morning afternoon evening night")
)

// fronted ends the content of a participle that opens the sentence where the
// main clause begins, and takes its subject for the source: [Insisting] [that
// the books were clean], [the treasurer] left.
func (a *article) fronted(d *draft) {
	r := a.doc.Sentences[a.token(d.head).Sent]
	if a.token(d.head).Tag != "VBG" || a.token(d.head).Lower == "according" || a.firstWord(r) != d.head {
		return
	}
	st := &d.content[len(d.content)-1]
	if st.First < d.head {
		return
	}
	for i := st.First + 1; i < r.Last-2; i++ {
		if a.token(i).Word != "," || a.token(i).Quote >= 0 {
			continue
		}
		verb := i + 2
		for verb < r.Last && !a.finite(verb) {
			verb++
		}
		subject := attribution.Stretch{First: i + 1, Last: verb - 1}
		for subject.Last > subject.First && (!a.scene.IsWord(subject.Last) || a.token(subject.Last).Tag == "RB") {
			subject.Last--
		}
		if verb >= r.Last || !a.mention(subject) && !(a.pronoun(i+1) && verb <= i+3) {
			continue
		}
		st.Last = min(st.Last, i-1)
		d.source = []attribution.Stretch{subject}
		return
	}
}

// firstWord is the first word of the range, or its first token where it has
// none.
func (a *article) firstWord(r lang.Range) int {
	for i := r.First; i < r.Last; i++ {
		if a.scene.IsWord(i) {
			return i
		}
	}
	return r.First
}

// lastWord is the last word of the range, or its last token.
func (a *article) lastWord(r lang.Range) int {
	for i := r.Last - 1; i >= r.First; i-- {
		if a.scene.IsWord(i) {
			return i
		}
	}
	return r.Last - 1
}

// ownVerbs ends a content before what the speaker does next: [He] [told] me
// [the well was dry], and showed me the bucket.
func (a *article) ownVerbs(d *draft) {
	st := &d.content[len(d.content)-1]
	if st.First < d.head || a.token(d.head).Tag != "VBD" {
		return
	}
	for _, k := range a.scene.Kids(d.head) {
		i := int(k)
		if i <= st.First+1 || i > st.Last || a.token(i).Rel != "conj" || a.token(i).Tag != "VBD" || a.token(i).Quote != a.token(d.head).Quote {
			continue
		}
		cc := i - 1
		for cc > st.First && a.token(cc).Tag == "RB" {
			cc--
		}
		if a.token(cc).Tag == "CC" && a.token(cc-1).Word == "," && cc-2 > st.First {
			st.Last = cc - 2
			return
		}
	}
}

// ownParagraph takes out of a content that stands before its cue what is quoted
// in a later paragraph, where the quotation before was closed: nobody is named
// for it.
func (a *article) ownParagraph(d *draft) {
	n := len(d.content)
	if n < 2 {
		return
	}
	st := d.content[n-1]
	p := a.doc.Paragraphs[a.scene.Para[st.First]]
	if st.First > d.head && a.scene.Para[st.First] > a.scene.Para[d.head] && a.scene.Outermost(p.First) >= 0 && st.First <= p.First+1 {
		d.content = d.content[:n-1]
	}
}

// orSo leaves the words that lead to the cue out of a content: [the recipe is
// lost], or so he claims.
func (a *article) orSo(d *draft) {
	st := &d.content[0]
	if i := st.Last; i > st.First+4 && i < d.head && a.token(i).Lower == "so" && a.token(i-1).Lower == "or" && a.token(i-2).Word == "," {
		st.Last = i - 3
	}
}

// tails reads the reporting clause at the end of a sentence where the sentence
// itself tells what somebody says: [The doctor says the knee will heal], [the
// manager] [told] the club's website.
func (a *article) tails() {
	headed := map[int]bool{}
	for _, d := range a.drafts {
		headed[d.head] = true
	}
	inner := len(a.drafts)
	for k := range inner {
		d := a.drafts[k]
		if d.head < 0 {
			continue
		}
		if o := a.tail(d, headed); o != nil {
			headed[o.head] = true
			a.drafts = append(a.drafts, o)
		}
	}
}

// tail is the statement that the end of d's content hides, or nil.
func (a *article) tail(d *draft, headed map[int]bool) *draft {
	const longest = 16 // tokens of the reporting clause
	st := &d.content[len(d.content)-1]
	r := a.doc.Sentences[a.token(d.head).Sent]
	if st.First < d.head || st.Last < a.lastWord(r) || a.token(st.Last).Quote >= 0 {
		return nil
	}
	for comma := st.Last - 2; comma > st.First && comma > st.Last-longest; comma-- {
		if a.token(comma).Word != "," {
			continue
		}
		verb := comma + 2
		for verb < st.Last && !a.finite(verb) {
			verb++
		}
		subject := attribution.Stretch{First: comma + 1, Last: verb - 1}
		if headed[verb] || a.token(verb).Lower != "told" && verb != st.Last || !a.finite(verb) || !saidForms[a.token(verb).Lower] || a.token(subject.First).Tag == "CC" || !a.mention(subject) {
			continue
		}
		st.Last = comma - 1
		return &draft{
			head: verb, rule: plainFrame, sure: 0.8, bounds: 1, sourced: 1, outer: -1,
			content: []attribution.Stretch{{First: r.First, Last: comma - 1}},
			cue:     []attribution.Stretch{{First: verb, Last: verb}}, source: []attribution.Stretch{subject},
		}
	}
	return nil
}

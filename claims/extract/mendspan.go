package extract

import "onrecord/claims/extract/attribution"

// wholeQuotation takes in all of the quotation that a colon announces where
// the content ends within it: her motto: [“Land first,] argue later.”
func (a *article) wholeQuotation(d *draft) {
	st := &d.content[len(d.content)-1]
	q := a.quotationFrom(st.Last, d.head)
	if q < 0 {
		return
	}
	m := a.scene.Quote[q]
	if first, last := int(m.First), int(m.Last); first > 0 && a.token(first-1).Word == ":" && first > d.head && st.First >= first-1 && st.First <= first+1 && st.Last < last {
		st.Last = last
	}
}

// timeFirst leaves the day of saying out of a content that the models began
// with it: said [on Thursday] exports would fall.
func (a *article) timeFirst(d *draft) {
	st := &d.content[len(d.content)-1]
	i := st.First
	if i != d.cue[len(d.cue)-1].Last+1 {
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
	if tag := a.token(i).Tag; tag != "POS" && tag != "CD" && a.clause(i, st.Last) {
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

// fromThat begins a content with the "that" which the cue has right behind it, or
// behind whom it addresses: found [that £14m put by for] dredging had been spent;
// wrote to the committee [that nobody had seen it].
func (a *article) fromThat(d *draft) {
	const farthest = 14 // tokens between the cue and what was seen of the content
	st := &d.content[len(d.content)-1]
	cue := d.cue[len(d.cue)-1].Last
	if st.First <= cue || cue < d.head || a.token(cue+1).Quote != a.token(d.head).Quote || a.token(d.head).Lower == "according" {
		return
	}
	if that := cue + 1; a.token(that).Lower == "that" && st.First > that+1 && st.First-that < farthest {
		if a.clause(that+1, st.Last) {
			st.First = that
		}
		return
	}
	if a.token(st.First).Quote != a.token(d.head).Quote || !a.nominal(st.First) || !a.speech(d.head) {
		return
	}
	for i := st.First; i < st.Last && i < st.First+farthest; i++ {
		switch t := a.token(i); {
		case t.Lower == "that" && t.Tag != "DT" && t.Quote == a.token(d.head).Quote:
			if a.token(st.First-1).Lower == "to" {
				st.First = i
			}
			return
		case a.finite(i) || t.Word == ",":
			return
		}
	}
}

// around completes a content that ends before a reporting clause set into its
// sentence: [The bus], passengers said, [had been speeding].
func (a *article) around(d *draft) {
	st := d.content[0]
	if len(d.content) != 1 || len(d.source) != 1 || st.Last >= d.cue[0].First || a.clause(st.First, st.Last) {
		return
	}
	r := a.doc.Sentences[a.token(d.head).Sent]
	comma := a.scene.NextWord(st.Last) - 1
	if a.firstWord(r) != a.first(d) || a.token(comma).Word != "," || a.token(st.First).Quote != a.token(d.head).Quote {
		return
	}
	end := a.insertionEnd(r, max(d.source[0].Last, d.cue[len(d.cue)-1].Last)+1)
	if end+2 >= r.Last || !a.goesOnWithVerb(end+1) || a.token(end).Quote != a.token(d.head).Quote {
		return
	}
	d.content = append(d.content, attribution.Stretch{First: end + 1, Last: a.lastWord(r)})
}

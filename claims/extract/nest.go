package extract

import (
	"sort"

	"onrecord/claims"
)

// settle takes away the weaker of two statements that claim the same words, puts
// the rest in text order and finds which is told inside which.
func (a *article) settle() []*draft {
	drafts := a.kept()
	sort.SliceStable(drafts, func(i, j int) bool { return drafts[i].content[0].First < drafts[j].content[0].First })
	for i, d := range drafts {
		for _, e := range drafts[i+1:] {
			if e.content[0].First > d.last() {
				break
			}
			if d.discarded == "" && e.discarded == "" {
				a.rival(d, e)
			}
		}
	}
	out := drafts[:0]
	for _, d := range drafts {
		if d.discarded == "" {
			out = append(out, d)
		}
	}
	sort.SliceStable(out, func(i, j int) bool {
		x, y := out[i].begins(), out[j].begins()
		return x < y || x == y && out[i].size() > out[j].size()
	})
	nest(out)
	return a.chains(out)
}

// rival drops one of two statements whose contents are nearly the same.
func (a *article) rival(d, e *draft) {
	const same = 0.8
	both := 0
	for _, x := range d.content {
		for _, y := range e.content {
			both += max(0, min(x.Last, y.Last)-max(x.First, y.First)+1)
		}
	}
	if float64(both) < same*float64(d.size()+e.size()-both) {
		if part, whole := bySize(d, e); both == part.size() {
			a.partOfQuotation(part, whole)
		}
		return
	}
	if d.rule == citedSource != (e.rule == citedSource) || a.toldBy(d, e) || a.toldBy(e, d) {
		return
	}
	if d.sure*d.bounds < e.sure*e.bounds {
		d, e = e, d
	}
	e.drop("has the same content as a likelier one")
}

func bySize(d, e *draft) (smaller, larger *draft) {
	if d.size() > e.size() {
		return e, d
	}
	return d, e
}

// partOfQuotation drops a draft that claims one of the quoted stretches of a
// likelier one for a cue beside it: in “A,” he said, turning to her, “B” both
// are said.
func (a *article) partOfQuotation(part, whole *draft) {
	if len(whole.content) < 2 || part.kind != claims.Direct || part.head < 0 {
		return
	}
	if part.sure < whole.sure {
		part.drop("has a part of the quotation that belongs to a likelier one")
	}
}

// toldBy reports whether the draft is told inside what “according to” gives:
// according to the paper, the mayor said that …
func (a *article) toldBy(d, by *draft) bool {
	return d.head >= 0 && by.head >= 0 && a.token(by.head).Lower == "according" && by.covers(d.head) && !d.covers(by.head) && by.size() > d.size()
}

// chains takes away the inner statements in which somebody only goes on
// telling what he or she did: "he said that both of them had announced …".
// They are one statement with one source.
func (a *article) chains(drafts []*draft) []*draft {
	out := make([]*draft, 0, len(drafts))
	for _, d := range drafts {
		if d.outer >= 0 && a.counted(d) {
			d.drop("is part of a result that is told as a whole")
			continue
		}
		if d.outer >= 0 && (a.sharedPronoun(d) || a.ownThought(d, drafts[d.outer])) {
			d.drop("goes on in the words of the statement around it")
			continue
		}
		out = append(out, d)
	}
	nest(out)
	return out
}

// sharedPronoun reports whether the source can only be the outer speaker
// together with others: "both of them", "we", "they both".
func (a *article) sharedPronoun(d *draft) bool {
	both := false
	for _, st := range d.source {
		for i := st.First; i <= st.Last; i++ {
			switch a.token(i).Lower {
			case "both", "we", "us":
				both = true
			case "of", "them", "they", "all", "the", "two":
			default:
				return false
			}
		}
	}
	return both
}

// attitudes are what surveys ask for.
var attitudes = wordSet(`want support oppose favour favor prefer think believe expect plan trust approve disapprove back reject agree
	disagree consider say feel see like dislike`)

// counted reports an attitude of so many people, which only a survey can know:
// “62 percent of residents want …”.
func (a *article) counted(d *draft) bool {
	if len(d.source) == 0 || d.head < 0 || !attitudes[a.token(d.head).Lemma] || d.kind != claims.Indirect {
		return false
	}
	for i := d.source[0].First; i <= d.source[0].Last; i++ {
		switch t := a.token(i); {
		case t.Tag == "CD", t.Lower == "percent", t.Lower == "most", t.Lower == "half", t.Lower == "majority", t.Lower == "third", t.Lower == "quarter":
			return true
		}
	}
	return false
}

// ownThought reports a statement whose source is the first or second person
// inside somebody's own words: “I think …” goes on with what the same person
// says.
func (a *article) ownThought(d, outer *draft) bool {
	if len(d.source) != 1 || d.source[0].First != d.source[0].Last || outer.kind == claims.Indirect {
		return false
	}
	switch a.token(d.source[0].First).Lower {
	case "i", "we", "you":
		return outer.verbatim || a.scene.Outermost(d.head) >= 0
	}
	return false
}

// begins is where the content begins, in bytes.
func (d *draft) begins() int { return d.spans.content[0].Start }

// nest finds for each statement the smallest one whose content holds its cue
// and its content. The statements are in the order of their contents.
func nest(drafts []*draft) {
	const deepest = 24 // statements around one word that are looked at
	var open []int     // those that may hold the next ones
	for i, d := range drafts {
		d.outer = -1
		inner := claims.Cover(append(append([]claims.Span{}, d.spans.content...), d.spans.cue...))
		kept := open[:0]
		for _, j := range open {
			if claims.Cover(drafts[j].spans.content).End > d.begins() {
				kept = append(kept, j)
			}
		}
		open = kept[max(0, len(kept)-deepest):]
		for _, j := range open {
			if d.head >= 0 && drafts[j].holds(inner) && (d.outer < 0 || drafts[d.outer].size() > drafts[j].size()) {
				d.outer = j
			}
		}
		open = append(open, i)
	}
}

// holds reports whether one stretch of the content holds the span and more.
func (d *draft) holds(inner claims.Span) bool {
	for _, sp := range d.spans.content {
		if sp.Contains(inner) && sp != inner {
			return true
		}
	}
	return false
}

package lang

import (
	"onrecord/claims"
)

// deepest is how many quotations may lie inside each other; marks beyond it
// are read as plain punctuation, which keeps hostile texts linear.
const deepest = 6

// farthest is over how many paragraphs without any mark an open quotation may
// reach.
const farthest = 12

// role is what a token does to quotations.
type role uint8

const (
	noMark role = iota
	opens
	closes
)

// draft is a quotation while its text is being read.
type draft struct {
	style   Style
	family  family
	opening string  // the opening mark as written
	parts   []Range // of tokens, marks included
	outer   int
	closed  bool
	dropped bool
}

// pairing pairs the marks of a text, paragraph by paragraph.
type pairing struct {
	doc    *Document
	marks  []mark // of the whole text
	roles  []role // of every token
	drafts []draft
	stack  []int // indexes of the open drafts, outermost first
}

// pairQuotations fills Quotations of the document and Quote of its tokens and
// tells which tokens open and close a quotation.
func pairQuotations(d *Document) []role {
	p := &pairing{doc: d, roles: make([]role, len(d.Tokens))}
	starts := p.findMarks()
	for i, paragraph := range d.Paragraphs {
		marks := p.marks[starts[i]:starts[i+1]]
		marks = p.resume(paragraph, marks)
		for j := range marks {
			p.take(marks, j)
		}
		p.endParagraph(i, starts)
		p.dialogue(paragraph, marks)
	}
	p.oneStyle()
	p.finish()
	return p.roles
}

// resume begins another part of the quotation that is still open from the
// paragraph before, and takes the mark that opens it again.
func (p *pairing) resume(paragraph Range, marks []mark) []mark {
	if len(p.stack) == 0 {
		return marks
	}
	open := &p.drafts[p.stack[0]]
	open.parts = append(open.parts, Range{paragraph.First, paragraph.First})
	if len(marks) > 0 && open.reopenedBy(marks[0], paragraph) {
		p.roles[marks[0].token] = opens
		return marks[1:]
	}
	return marks
}

// reopenedBy reports whether the mark, at the head of its paragraph, goes on
// with the quotation.
func (q *draft) reopenedBy(m mark, paragraph Range) bool {
	return m.token == paragraph.First && m.family == q.family &&
		(m.reopens || m.word == q.opening || q.opening == "«" && m.word == "»" && m.facing == forward)
}

// open begins a quotation at the mark.
func (p *pairing) open(m mark) {
	if len(p.stack) == deepest {
		return
	}
	outer := -1
	if n := len(p.stack); n > 0 {
		outer = p.stack[n-1]
	}
	p.roles[m.token] = opens
	p.stack = append(p.stack, len(p.drafts))
	p.drafts = append(p.drafts, draft{
		style: m.style(), family: m.family, opening: m.word, outer: outer,
		parts: []Range{{m.token, m.token}},
	})
}

// close ends the innermost open quotation of the family at the mark. What is
// open inside it ends there too, without a closing mark.
func (p *pairing) close(f family, token int) {
	at := p.innermost(f)
	if at < 0 {
		return
	}
	p.abandon(at+1, token)
	q := &p.drafts[p.stack[at]]
	q.parts[len(q.parts)-1].Last = token + 1
	q.closed = true
	p.roles[token] = closes
	p.stack = p.stack[:at]
	if len(q.parts) == 1 && q.parts[0].Len() == 2 {
		q.dropped = true // two marks with nothing between them
	}
}

// innermost is the place on the stack of the innermost open quotation of the
// family, -1 where none is open.
func (p *pairing) innermost(f family) int {
	for i := len(p.stack) - 1; i >= 0; i-- {
		if p.drafts[p.stack[i]].family == f {
			return i
		}
	}
	return -1
}

// abandon ends the open quotations from this place on the stack before the
// token. A straight single mark that nothing closes was an apostrophe.
func (p *pairing) abandon(from, token int) {
	for _, i := range p.stack[from:] {
		q := &p.drafts[i]
		last := &q.parts[len(q.parts)-1]
		last.Last = token
		if q.opening == "'" || q.opening == "’" {
			q.dropped = true
			p.roles[q.parts[0].First] = noMark
		}
		if last.Len() < 1 {
			q.parts = q.parts[:len(q.parts)-1]
		}
		q.dropped = q.dropped || len(q.parts) == 0 || len(q.parts) == 1 && q.parts[0].Len() < 2
	}
	p.stack = p.stack[:from]
}

// endParagraph ends what is open at the end of the paragraph with this index,
// but for an outermost quotation that goes on after it.
func (p *pairing) endParagraph(index int, starts []int) {
	if len(p.stack) == 0 {
		return
	}
	end := p.doc.Paragraphs[index].Last
	keep := 0
	if p.goesOn(index, starts) {
		keep = 1
		open := &p.drafts[p.stack[0]]
		open.parts[len(open.parts)-1].Last = end
	}
	p.abandon(keep, end)
}

// goesOn reports whether the outermost open quotation continues after the
// paragraph: the next one opens it again, or the next mark of its kind within
// reach closes it.
func (p *pairing) goesOn(index int, starts []int) bool {
	open := &p.drafts[p.stack[0]]
	last := min(index+farthest, len(p.doc.Paragraphs)-1)
	for i := index + 1; i <= last; i++ {
		marks := p.marks[starts[i]:starts[i+1]]
		if i == index+1 && len(marks) > 0 && open.reopenedBy(marks[0], p.doc.Paragraphs[i]) {
			return true
		}
		for _, m := range marks {
			if m.family == open.family {
				return m.family != singleMarks && m.mustClose()
			}
		}
	}
	return false
}

// finish turns the drafts that hold into quotations and tells every token in
// which it lies.
func (p *pairing) finish() {
	index := make([]int, len(p.drafts))
	d := p.doc
	for i := range p.drafts {
		q := &p.drafts[i]
		outer := -1
		if q.outer >= 0 {
			outer = index[q.outer]
		}
		if q.dropped {
			index[i] = outer // what lies inside a dropped one lies in its outer one
			continue
		}
		index[i] = len(d.Quotations)
		out := Quotation{Style: q.style, Outer: outer, Closed: q.closed}
		for _, part := range q.parts {
			out.Parts = append(out.Parts, d.Span(part))
			out.Inner = append(out.Inner, p.inner(part))
			for t := part.First; t < part.Last; t++ {
				d.Tokens[t].Quote = index[i]
			}
		}
		d.Quotations = append(d.Quotations, out)
	}
}

// inner is the span of the part without the marks at its ends.
func (p *pairing) inner(part Range) claims.Span {
	first, last := part.First, part.Last
	if p.roles[first] == opens {
		first++
	}
	if last > first && p.roles[last-1] == closes {
		last--
	}
	if first >= last {
		at := p.doc.Tokens[part.First].Span.End
		return claims.Span{Start: at, End: at}
	}
	return p.doc.Span(Range{first, last})
}

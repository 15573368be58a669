package extract

import (
	"onrecord/claims"
	"onrecord/claims/extract/attribution"
	"onrecord/claims/lang"
	"onrecord/claims/when"
)

// draft is a statement while it is being put together, in tokens.
type draft struct {
	head      int // token that heads the cue, -1 where there is none
	cue       []attribution.Stretch
	content   []attribution.Stretch
	source    []attribution.Stretch
	verbatim  bool // a turn or block quotation: direct without marks
	rule      rule
	notes     []string // evidence beside what the rule says
	sure      float64  // calibrated probability of the statement
	bounds    float64
	sourced   float64
	spans     parts
	kind      claims.Quoting
	outer     int
	discarded string // why it is no statement; kept for Explain
}

// plainDraft is a statement read off the page, in a form that leaves little doubt.
func plainDraft(head int, cue, source attribution.Stretch, content ...attribution.Stretch) *draft {
	return &draft{
		head: head, rule: plainFrame, sure: 0.8, bounds: 1, sourced: 1, outer: -1,
		content: content, cue: []attribution.Stretch{cue}, source: []attribution.Stretch{source},
	}
}

// plainQuotation is one of a quotation with its verb and speaker beside it.
func plainQuotation(verb int, source attribution.Stretch, first, last int) *draft {
	d := plainDraft(verb, alone(verb), source, attribution.Stretch{First: first, Last: last})
	d.sure = 0.85
	return d
}

// alone is the stretch of one token.
func alone(i int) attribution.Stretch { return attribution.Stretch{First: i, Last: i} }

// parts are the three kinds of spans of a statement, in bytes.
type parts struct{ content, cue, source []claims.Span }

// article is everything about one text while it is being read.
type article struct {
	in      Input
	doc     *lang.Document
	scene   *attribution.Scene
	drafts  []*draft
	repeats *repeats     // of quotations; see isRepeated
	owner   []int        // draft that each token is content of, -1 for none; see claim
	events  *when.Agenda // those that the text gives a day, once somebody has asked for them
}

// agenda finds the events to which the text gives a day.
func (a *article) agenda() when.Agenda {
	if a.events == nil {
		found := when.Appointments(a.in.Text, a.in.Published)
		a.events = &found
	}
	return *a.events
}

// drop marks a draft as no statement, for the reason.
func (d *draft) drop(why string) {
	if d.discarded == "" {
		d.discarded = why
	}
}

// kept lists the drafts that are statements.
func (a *article) kept() []*draft {
	out := make([]*draft, 0, len(a.drafts))
	for _, d := range a.drafts {
		if d.discarded == "" {
			out = append(out, d)
		}
	}
	return out
}

// claim notes which draft each token is content of; of nested ones, the outer.
func (a *article) claim() {
	if a.owner == nil {
		a.owner = make([]int, len(a.doc.Tokens))
	}
	for i := range a.owner {
		a.owner[i] = -1
	}
	sizes := make([]int, len(a.drafts))
	for k, d := range a.drafts {
		if d.discarded != "" {
			continue
		}
		sizes[k] = d.size()
		for _, st := range d.content {
			for i := st.First; i <= st.Last; i++ {
				if o := a.owner[i]; o < 0 || sizes[o] < sizes[k] {
					a.owner[i] = k
				}
			}
		}
	}
}

// add takes in a draft and notes its content as taken.
func (a *article) add(d *draft) {
	a.drafts = append(a.drafts, d)
	a.take(len(a.drafts) - 1)
}

// take notes the content of a draft as taken.
func (a *article) take(k int) {
	if a.owner == nil || a.drafts[k].discarded != "" {
		return
	}
	for _, st := range a.drafts[k].content {
		for i := st.First; i <= st.Last; i++ {
			a.owner[i] = k
		}
	}
}

// paragraphDrafts lists the drafts by the paragraph of their cue, those
// without a cue left out, each paragraph in the order of the cues.
func (a *article) paragraphDrafts() [][]int {
	out := make([][]int, len(a.doc.Paragraphs))
	for k, d := range a.drafts {
		if d.head >= 0 {
			p := a.scene.Para[d.head]
			out[p] = append(out[p], k)
		}
	}
	return out
}

// size is the number of tokens of the content.
func (d *draft) size() int {
	n := 0
	for _, st := range d.content {
		n += st.Last - st.First + 1
	}
	return n
}

// last is the last token of the content.
func (d *draft) last() int { return d.content[len(d.content)-1].Last }

// covers reports whether the token lies in the content.
func (d *draft) covers(i int) bool {
	for _, st := range d.content {
		if st.First <= i && i <= st.Last {
			return true
		}
	}
	return false
}

func (a *article) token(i int) *lang.Token { return &a.doc.Tokens[i] }

// put gives the draft's parts to the one with the same head, or adds it where
// its words are free.
func (a *article) put(d *draft) {
	for _, o := range a.drafts {
		if o.head == d.head {
			o.content, o.cue, o.source = d.content, d.cue, d.source
			return
		}
	}
	for _, st := range d.content {
		if !a.free(st.First, st.Last) {
			return
		}
	}
	a.add(d)
}

// quotations lists the quotations that stand in no other, with their marks.
func (a *article) quotations() []attribution.Stretch {
	var out []attribution.Stretch
	for q := range a.doc.Quotations {
		m := a.scene.Quote[q]
		if a.doc.Quotations[q].Outer < 0 && m.Last >= m.First {
			out = append(out, attribution.Stretch{First: int(m.First), Last: int(m.Last)})
		}
	}
	return out
}

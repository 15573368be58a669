package setting

import (
	"slices"
	"strings"

	"onrecord/claims"
	"onrecord/claims/lang"
	"onrecord/claims/when"
)

// days finds the days on which things were said, and remembers them: a report
// gives the day once and goes on.
type days struct {
	doc       *lang.Document
	published claims.Date
	last      map[string]said // by speaker, and by speaker and occasion
}

// said is a day with the words that it came from.
type said struct {
	on    claims.Date
	words string
	para  int
}

func newDays(doc *lang.Document, published claims.Date) *days {
	return &days{doc: doc, published: published, last: map[string]said{}}
}

// recent is how many days before publication a day still belongs to the news
// itself. An older one is told of in passing and does not carry over.
const recent = 10

// of gives the day of an attribution: from its own sentence or, where the same
// speaker goes on, from the one before.
func (d *days) of(f *frame, a Attribution, occasion string) (claims.Date, string) {
	if f.cue.Len() == 0 {
		return d.carried(f, a, occasion)
	}
	if s, ok := d.inSentence(f); ok {
		s.para = d.doc.ParagraphOf(f.cue.First)
		if a.Speaker != "" && d.isNews(s.on) {
			d.last[a.Speaker] = s
			if occasion != "" {
				d.last[a.Speaker+"\n"+occasion] = s
			}
		}
		return s.on, s.words
	}
	return d.carried(f, a, occasion)
}

// carried is the day that the same speaker was last reported to speak on, first
// of all on the same occasion. It stands until a word such as "earlier" or "previously" leads away from it.
func (d *days) carried(f *frame, a Attribution, occasion string) (claims.Date, string) {
	s, ok := d.last[a.Speaker]
	if again, same := d.last[a.Speaker+"\n"+occasion]; same && occasion != "" {
		s = again
	}
	const near = 6 // paragraphs
	if a.Speaker == "" || !ok || f.elsewhere() || f.before() || f.cue.Len() > 0 && d.doc.ParagraphOf(f.cue.First)-s.para > near {
		return claims.Date{}, ""
	}
	return s.on, s.words
}

// isNews reports whether a day is recent against the day of publication.
func (d *days) isNews(on claims.Date) bool {
	return on.IsFull() && d.published.IsFull() && on.Compare(d.published.AddDays(-recent)) >= 0
}

// elsewhere reports whether the sentence speaks of another time without naming
// it.
func (f *frame) elsewhere() bool {
	for i := f.sent.First; i < f.sent.Last; i++ {
		if !f.free(i) {
			continue
		}
		switch f.toks[i].Lower {
		case "previously", "earlier", "once", "later", "before", "often", "repeatedly", "always", "long", "eve":
			return true
		}
	}
	return false
}

// inSentence looks for an expression of time among the words that tell of the
// saying: first behind the cue, then in front of it.
func (d *days) inSentence(f *frame) (said, bool) {
	for _, r := range f.pieces() {
		if s, ok := d.inPiece(f, r); ok {
			return s, true
		}
	}
	return said{}, false
}

// inPiece takes the first expression of time of a stretch, or the first that
// names a day: "earlier this week, on Wednesday".
func (d *days) inPiece(f *frame, r lang.Range) (said, bool) {
	best, found := said{}, false
	if !slices.ContainsFunc(f.toks[r.First:r.Last], func(t lang.Token) bool { return when.Word(t.Lower) }) {
		return best, false
	}
	text := f.doc.Text[f.toks[r.First].Span.Start:f.toks[r.Last-1].Span.End]
	for _, e := range when.Find(text, d.published) {
		if e.Kind == when.Vague || e.Deadline || e.Since || e.Date.IsZero() || d.toCome(e) || found && e.Kind != when.Day {
			continue
		}
		start := f.toks[r.First].Span.Start
		tok := f.doc.TokenAt(start + e.Span.Start)
		if f.ofAnother(tok) || f.farFromNoun(tok) || e.Kind == when.Season && f.modifies(f.doc.TokenAt(start+e.Span.End-1)) {
			continue
		}
		best, found = said{on: e.Date, words: strings.Join(strings.Fields(e.Span.In(text)), " ")}, true
		if e.Kind == when.Day {
			break
		}
	}
	return best, found
}

// modifies reports whether a noun follows the season at the token, which then
// only tells which one is meant: "the spring forecast".
func (f *frame) modifies(tok int) bool {
	next := tok + 1
	return f.sent.Has(next) && strings.HasPrefix(f.toks[next].Tag, "NN")
}

// farFromNoun reports whether the cue is a noun and the time stands apart from
// it: "her claim that ... fell apart in court on Monday".
func (f *frame) farFromNoun(tok int) bool {
	const near = 3
	head := f.cue.Last - 1
	return strings.HasPrefix(f.toks[head].Tag, "NN") && !strings.HasSuffix(f.toks[head].Lower, "ing") && (tok < f.cue.First || tok >= f.cue.Last+near)
}

// toCome reports whether the time lies after publication: nobody has spoken
// then.
func (d *days) toCome(e when.Expression) bool {
	last, ok := d.published.Last()
	return ok && !e.First.IsZero() && e.First.Compare(last) > 0
}

// pieces gives the stretches of the sentence that tell of the saying: from the
// cue to the right, then from the cue to the left.
func (f *frame) pieces() []lang.Range {
	var right, left []lang.Range
	for i := f.sent.First; i < f.sent.Last; i++ {
		if !f.telling(i) {
			continue
		}
		j := i
		for j < f.sent.Last && f.telling(j) && (j < f.cue.Last || i >= f.cue.First) {
			j++
		}
		if j == i {
			j++
		}
		if r := (lang.Range{First: i, Last: j}); i >= f.cue.First {
			right = append(right, r)
		} else {
			left = append([]lang.Range{r}, left...)
		}
		i = j - 1
	}
	return append(right, left...)
}

// ofAnother reports whether the time at the token belongs to another verb than
// the cue, by the parse: "after losing the vote in March, she said".
func (f *frame) ofAnother(tok int) bool {
	const far = 12
	for n, i := 0, tok; n < far && f.sent.Has(i); n++ {
		if in(f.inCue, i) {
			return false
		}
		h := f.toks[i].Head
		if h < 0 || !f.sent.Has(h) {
			return false
		}
		if clause(f.toks[i].Rel) && !f.holdsCue(i) && !f.dates(i) && !f.occasioned(i) {
			return true
		}
		i = h
	}
	return false
}

// dates reports whether the participle at i tells when that came out by which
// the words were said: "in a letter dated May 9, he said".
func (f *frame) dates(i int) bool {
	t := &f.toks[i]
	return t.Tag == "VBN" && comesOut[t.Lower] && t.Head >= 0 && occasions[f.toks[t.Head].Lower]
}

// occasioned reports whether the participle at i tells on what occasion the
// words were said: "Asked on Monday whether he would go, he said …".
func (f *frame) occasioned(i int) bool {
	t := &f.toks[i]
	return (t.Tag == "VBN" || t.Tag == "VBG") && t.Rel == "advcl" && talks[t.Lower]
}

var talks = set("asked questioned pressed speaking addressing testifying appearing responding replying writing talking interviewed quizzed")

var comesOut = set("dated published aired broadcast released posted issued printed recorded circulated")

// clause reports whether the relation makes a clause of its own.
func clause(rel string) bool {
	switch rel {
	case "advcl", "acl", "acl:relcl", "csubj", "parataxis":
		return true
	}
	return false
}

// holdsCue reports whether the cue stands below token i.
func (f *frame) holdsCue(i int) bool {
	const far = 12
	for n, k := 0, f.cue.First; n < far && f.sent.Has(k); n++ {
		if k == i {
			return true
		}
		k = f.toks[k].Head
	}
	return false
}

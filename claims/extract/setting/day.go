package setting

import (
	"slices"
	"strings"

	"onrecord/claims"
	"onrecord/claims/lang"
)

// days finds the days on which things were said, and remembers them: a report
// gives the day once and goes on.
type days struct {
	doc       *lang.Document
	published claims.Date
	last      map[string]said // by speaker, by speaker and occasion, and by the work that speaks
	tales     tales
	scopes    []scope                   // the occasions that the report stands on, in its order
	names     map[string]map[string]int // who is named where it tells of an occasion: see stages
}

// said is a day with the words that it came from.
type said struct {
	on    claims.Date
	words string
	of    string // what the words tell the day of, where that is not the saying itself
	para  int
	at    int // the token of the cue or the sentence that gave it
}

func newDays(doc *lang.Document, published claims.Date, told []int32, attrs []Attribution) *days {
	d := &days{doc: doc, published: published, last: map[string]said{}, tales: readTales(doc, published, told)}
	cues := make([]int, 0, len(attrs))
	for i := range attrs {
		if c := attrs[i].Cue; len(c) > 0 {
			cues = append(cues, doc.Within(c[0]).First)
		}
	}
	slices.Sort(cues)
	d.scopes, d.names = readStages(&d.tales, published, func(r lang.Range) bool {
		k, _ := slices.BinarySearch(cues, r.First)
		return k < len(cues) && cues[k] < r.Last
	})
	return d
}

// recent is how many days before publication a day still belongs to the news
// itself. An older one is told of in passing and does not carry over.
const recent = 10

// isNews reports whether a day is recent against the day of publication.
func isNews(on, published claims.Date) bool {
	return on.IsFull() && published.IsFull() && on.Compare(published.AddDays(-recent)) >= 0 && on.Compare(published) <= 0
}

// of gives the day of an attribution: from its own sentence, from the scene
// that its sentence points to ("after the race"), or, where the same speaker
// goes on, from the sentences before.
func (d *days) of(f *frame, a Attribution, occasion string) said {
	if f.cue.Len() > 0 {
		counted, isNamed, ok := d.reckoned(f)
		if ok && isNamed {
			return d.keep(f, a, occasion, counted)
		}
		if s, found := d.inSentence(f); found {
			return d.keep(f, a, occasion, s)
		}
		if ok {
			return d.keep(f, a, occasion, counted)
		}
		if s, ok := d.yearOf(f); ok {
			return s
		}
		if s, ok := d.inTail(f); ok {
			return d.keep(f, a, occasion, s)
		}
		if s, ok := d.thatDay(f); ok {
			return s
		}
		if s, ok := d.scene(f); ok && !f.before() {
			return d.keep(f, a, occasion, s)
		}
		if s, ok := d.sameWork(f); ok {
			return s
		}
		if s, ok := d.atGathering(f); ok {
			return d.keep(f, a, occasion, s)
		}
	}
	s := d.carried(f, a, occasion)
	if on, first := d.staged(f, a); !on.on.IsZero() && (s.on.IsZero() || s.at < first) {
		return d.keep(f, a, occasion, on)
	}
	if !s.on.IsZero() {
		return s
	}
	return d.keepNear(f, a, d.quotedDay(f))
}

// ofNews gives the day of the news to what is said behind it at no time of its
// own. Of the statements of marked news that tell their day, 79 were said on it
// and two on the day of publication, where these differ.
func (d *days) ofNews(f *frame) said {
	if d.tales.open < 0 || f.cue.Len() == 0 || f.before() || f.perfect() || f.present() {
		return said{}
	}
	if open := &d.tales.all[d.tales.open]; open.sent.Last <= f.cue.First {
		return open.said
	}
	return said{}
}

// keep remembers a day for what the speaker goes on to say.
func (d *days) keep(f *frame, a Attribution, occasion string, s said) said {
	s.para, s.at = d.doc.ParagraphOf(f.cue.First), f.cue.First
	if a.Speaker != "" && isNews(s.on, d.published) {
		d.last[a.Speaker] = s
		if key := keyOf(occasion); key != "" {
			d.last[a.Speaker+"\n"+key] = s
		}
	}
	if w, _ := f.work(); w != "" && isNews(s.on, d.published) {
		d.last["\n"+w] = s
	}
	return s
}

// keepNear remembers a day for what the speaker goes on to say, if there is one.
func (d *days) keepNear(f *frame, a Attribution, s said) said {
	if s.on.IsZero() {
		return s
	}
	return d.keep(f, a, "", s)
}

// carried is the day that the same speaker was last reported to speak or act
// on, first of all on the same occasion.
func (d *days) carried(f *frame, a Attribution, occasion string) said {
	if a.Speaker == "" || f.before() || f.perfect() {
		return said{}
	}
	s, ok := d.last[a.Speaker]
	if again, same := d.last[a.Speaker+"\n"+keyOf(occasion)]; same && occasion != "" {
		s = again
	}
	if f.cue.Len() == 0 {
		return s
	}
	const near = 6 // paragraphs
	para := d.doc.ParagraphOf(f.cue.First)
	if act, acted := d.tales.actOf(a.Speaker, f.cue.First); acted && (!ok || act.para > s.para) {
		s, ok = act, true
	}
	if !ok || para-s.para > near || f.present() || d.tales.longBefore(s.on, max(s.at+1, d.doc.Paragraphs[para].First), f.sent.First) {
		return said{}
	}
	return s
}

// present reports whether the cue is a verb in the present tense, which tells what
// somebody says again and again: "she considers herself a pilot". Documents speak
// in it of the day they came out.
func (f *frame) present() bool {
	if len(f.source) == 0 {
		return false
	}
	for _, r := range f.source {
		for i := r.First; i < r.Last; i++ {
			if carries(f.toks[i].Lower) {
				return false
			}
		}
	}
	return !f.past() && slices.ContainsFunc(f.toks[f.cue.First:f.cue.Last], func(t lang.Token) bool { return t.Tag == "VBZ" || t.Tag == "VBP" })
}

// keyOf gives what an occasion is called without its day and place: "interview" of
// "an interview with the Courier".
func keyOf(occasion string) string {
	words := strings.Fields(strings.ToLower(occasion))
	for len(words) > 0 && determiners[words[0]] {
		words = words[1:]
	}
	for i, w := range words {
		if beforeOccasion[w] || innerWords[w] || breaks(w) {
			return strings.Join(words[:i], " ")
		}
	}
	return strings.Join(words, " ")
}

var determiners = set("the a an this that his her their its same")

// perfect reports whether the cue is in the perfect tense, which ties the
// saying to no day: "has said".
func (f *frame) perfect() bool {
	for i := f.cue.First; i < f.cue.Last; i++ {
		if w := f.word(i); (w == "has" || w == "have" || w == "'s" || w == "'ve") && f.cue.Last-f.cue.First > 1 {
			return true
		}
	}
	before := f.word(f.cue.First - 1)
	return before == "has" || before == "have"
}

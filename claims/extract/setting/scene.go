package setting

import (
	"strings"

	"onrecord/claims/lang"
	"onrecord/claims/when"
)

// events are the nouns for what happens on a day and is then spoken at or
// about.
var events = set(`event race game match final fight bout vote ballot launch flight landing election victory win loss defeat
	rally march demonstration party festival parade funeral vigil service wedding celebration signing unveiling opening
	ride tour tournament ceremony gathering performance concert premiere auction raid arrest hearing meeting summit briefing
	session test debate conference presser broadcast sentencing arraignment`)

// intoScene are the prepositions by which a sentence sets the saying in a
// scene.
var intoScene = set("at during in after following via through")

// scene gives the day of the event or the work that the sentence points back
// to: "after the race", "the motion says". The day is the one that the report
// gives for it, or the one that the story opens with.
func (d *days) scene(f *frame) (said, bool) {
	if len(d.tales.all) == 0 {
		return said{}, false
	}
	for i := f.sent.First; i < f.sent.Last; i++ {
		w := f.toks[i].Lower
		if !works[w] && !events[w] || !f.telling(i) || in(f.inCue, i) || capital(f.toks[i].Word) {
			continue
		}
		np, definite := f.nounPhrase(i)
		if !definite || !intoScene[f.word(np.First-1)] && !(works[w] && f.speaks(np)) {
			continue
		}
		s, named, ok := d.tales.find(f.toks[i].Lemma, np.First)
		if ok && (named || !f.ofItsOwn(np)) {
			s.of = f.text(np)
			return s, true
		}
	}
	return said{}, false
}

// nounPhrase gives the words of the noun at i from its determiner on, and
// whether they point back to something: "the race", "his victory speech".
func (f *frame) nounPhrase(i int) (lang.Range, bool) {
	const longest = 7
	definite := false
	first := i
	for n := 0; n < longest && f.telling(first-1) && !in(f.inCue, first-1); n++ {
		t := &f.toks[first-1]
		switch {
		case t.Tag == "PRP$", t.Lower == "the", t.Lower == "that", t.Lower == "this":
			return lang.Range{First: first - 1, Last: i + 1}, true
		case t.Lower == "a", t.Lower == "an", t.Lower == "another", t.Tag == "CD":
			return lang.Range{First: first - 1, Last: i + 1}, false
		case t.Tag == "POS":
			definite = true
		case strings.HasPrefix(t.Tag, "NN"), strings.HasPrefix(t.Tag, "JJ"), t.Tag == "VBN", t.Tag == "VBG", t.Tag == "HYPH", t.Lower == "-":
		default:
			return lang.Range{First: first, Last: i + 1}, definite
		}
		first--
	}
	return lang.Range{First: first, Last: i + 1}, definite
}

// ofItsOwn reports whether the noun phrase tells itself which thing is meant, so
// that it need not be the one that the story is about: "PC Journal's analysis",
// "the post by an unknown author".
func (f *frame) ofItsOwn(np lang.Range) bool {
	switch f.word(np.Last) {
	case "by", "of", "from", "published", "written", "released", "issued":
		return true
	}
	for i := np.First; i < np.Last; i++ {
		if f.toks[i].Tag == "POS" {
			return true
		}
	}
	return false
}

// speaks reports whether the noun phrase is what the source comes down to:
// "the Supreme Court decision".
func (f *frame) speaks(np lang.Range) bool {
	if len(f.source) == 0 && f.cue.Last == np.First {
		return true // "..., reads the motion"
	}
	if !in(f.source, np.First) || in(f.source, np.First-1) {
		return false
	}
	next := &f.toks[np.Last]
	return !in(f.source, np.Last) || next.Tag == "IN" || next.Tag == "VBN" || isMark(next.Lower) || strings.HasSuffix(next.Lower, "ly")
}

// dayOf gives the day of what a noun names that stands before a token: the last
// day that is told with the same noun, else the day that the story opens with,
// where the noun was brought in by its opening paragraph or not at all.
func (t *tales) dayOf(lemma string, before int) (said, bool) {
	s, _, ok := t.find(lemma, before)
	return s, ok
}

// find is as dayOf, and tells whether the report has the noun anywhere before.
func (t *tales) find(lemma string, before int) (s said, named, ok bool) {
	for k := len(t.all) - 1; k >= 0; k-- {
		if s := &t.all[k]; s.sent.Last <= before && t.mentions(s.sent, lemma) {
			return s.said, true, true
		}
	}
	if t.open < 0 || t.all[t.open].sent.Last > before {
		return said{}, false, false
	}
	open := &t.all[t.open]
	for _, sent := range t.doc.Sentences {
		if sent.First >= before {
			break
		}
		if sent.Last <= before && t.mentions(sent, lemma) {
			if named = true; t.doc.ParagraphOf(sent.First) > open.para+1 {
				return said{}, true, false
			}
		}
	}
	return open.said, named, true
}

// mentions reports whether the report uses the word in the sentence.
func (t *tales) mentions(sent lang.Range, lemma string) bool {
	for i := sent.First; i < sent.Last; i++ {
		if t.doc.Tokens[i].Lemma == lemma && t.own(i) {
			return true
		}
	}
	return false
}

// thatDay gives the time that the sentence names by pointing back: "that
// night", "the same day", "at the time". It is the last one that the report
// gave before.
func (d *days) thatDay(f *frame) (said, bool) {
	for i := f.sent.First; i < f.sent.Last; i++ {
		if !f.telling(i) || !pointsBack(f.word(i), f.word(i+1), f.word(i+2)) {
			continue
		}
		first := i - reach
		if f.word(i) == "at" {
			first = max(first, d.doc.Paragraphs[d.doc.ParagraphOf(i)].First)
		}
		if s, ok := d.lastTime(i, first, func(k when.Kind) bool { return k == when.Day || k == when.Month || k == when.Year }); ok {
			s.of = "what went before"
			return s, true
		}
	}
	return said{}, false
}

func pointsBack(a, b, c string) bool {
	return a == "that" && partsOfDay[b] || a == "same" && partsOfDay[b] || a == "back" && b == "then" || a == "at" && b == "the" && c == "time"
}

var partsOfDay = set("day morning afternoon evening night")

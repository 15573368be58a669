package setting

import (
	"strings"

	"onrecord/claims/lang"
)

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
	if f.opensWith(tok) {
		return false
	}
	for n, i := 0, tok; n < far && f.sent.Has(i); n++ {
		if in(f.inCue, i) {
			return false
		}
		h := f.toks[i].Head
		if h < 0 || !f.sent.Has(h) {
			return false
		}
		if clause(f.toks[i].Rel) && !f.holdsCue(i) && !f.dates(i) && !f.occasioned(i) && !f.meanwhile(tok) {
			return true
		}
		i = h
	}
	return false
}

// opensWith reports whether the sentence opens with the time at the token, set
// off by a comma: "On Monday, the day before the strike ended, he said".
func (f *frame) opensWith(tok int) bool {
	at := tok
	if f.toks[at].Tag == "IN" {
		at++
	}
	return tok <= f.sent.First+1 && weekday(f.word(at)) && f.word(at+1) == ","
}

// ofNeighbour reports whether the time at the token tells when something else
// happened or is to happen that the sentence tells of beside the saying: "The pier
// is to open in June, and he said", "It sold the boat in 2021 and now says". What
// was done on a day goes on with the saying: "spoke on Monday and said".
func (f *frame) ofNeighbour(tok int, day bool) bool {
	const far = 12
	verb := tok
	for n := 0; n < far && f.sent.Has(verb) && !strings.HasPrefix(f.toks[verb].Tag, "VB"); n++ {
		verb = f.toks[verb].Head
	}
	for tok < f.cue.First && f.sent.Has(verb) && !in(f.inCue, verb) {
		if f.joined(verb) {
			return !day || f.lies(verb)
		}
		if rel := f.toks[verb].Rel; rel != "xcomp" && rel != "ccomp" { // "is to open"
			break
		}
		verb = f.toks[verb].Head
	}
	return false
}

// joined reports whether the cue is joined to the verb by "and".
func (f *frame) joined(verb int) bool {
	const far = 6
	for n, k := 0, f.cue.First; n < far && f.sent.Has(k); n++ {
		if f.toks[k].Head == verb {
			return f.toks[k].Rel == "conj"
		}
		k = f.toks[k].Head
	}
	return false
}

// lies reports whether the clause of a verb is in the present or the future.
func (f *frame) lies(verb int) bool {
	for i := f.sent.First; i <= verb; i++ {
		t := &f.toks[i]
		if (i == verb || t.Head == verb) && (t.Tag == "MD" || t.Tag == "VBZ" || t.Tag == "VBP") && t.Lemma != "have" {
			return true
		}
	}
	return false
}

// dates reports whether the participle at i tells when that came out by which
// the words were said: "in a letter dated May 9, he said".
func (f *frame) dates(i int) bool {
	t := &f.toks[i]
	return t.Tag == "VBN" && comesOut[t.Lower] && t.Head >= 0 && occasions[f.toks[t.Head].Lower]
}

// issued reports whether the time at the token tells when the work came out in
// which the words stand: "in a study published in the Harbour Review on
// Monday", "according to the board's report dated May 9".
func (f *frame) issued(tok int) bool {
	const far = 16
	if f.sent.Has(tok-1) && carries(f.toks[tok-1].Lower) && f.telling(tok-1) {
		return f.saidIn(tok - 1)
	}
	for i := tok - 1; i > tok-far && f.telling(i) && !in(f.inCue, i); i-- {
		switch w := f.toks[i].Lower; {
		case w == "," || w == ";":
			return false
		case comesOut[w]:
			noun := i - 1
			for f.sent.Has(noun) && (strings.HasPrefix(f.toks[noun].Tag, "RB") || f.toks[noun].Word == ",") {
				noun--
			}
			return f.sent.Has(noun) && carries(f.toks[noun].Lower) && f.saidIn(noun)
		}
	}
	return false
}

// carries reports whether the noun names what words stand in.
func carries(noun string) bool { return works[noun] || occasions[noun] }

// ofThing reports whether the time between two tokens behind the cue only tells
// which thing is meant: "repeating his May 9 remarks".
func (f *frame) ofThing(first, last int) bool {
	if first < f.cue.Last || !f.sent.Has(last+1) || f.toks[first].Tag == "IN" || !strings.HasPrefix(f.toks[last+1].Tag, "NN") {
		return false
	}
	switch f.toks[first-1].Tag {
	case "DT", "PRP$", "POS":
		return !f.saidIn(last + 1)
	}
	return false
}

// meanwhile reports whether the time at the token is in a clause that opens the
// sentence and tells what happened as the words were said: "When the pier burned
// on Monday, she said".
func (f *frame) meanwhile(tok int) bool {
	const longest = 14
	switch f.word(f.sent.First) {
	case "when", "as", "while":
	default:
		return false
	}
	for i := f.sent.First; i < f.cue.First && i < f.sent.First+longest; i++ {
		if f.word(i) == "," {
			return tok < i
		}
	}
	return false
}

// ofPossession reports whether the day ending at a token only tells which thing is
// spoken of: "said of Monday's fire", "asked about Monday's fire".
func (f *frame) ofPossession(first, last int) bool {
	if !f.sent.Has(last+2) || f.toks[last+1].Tag != "POS" {
		return false
	}
	noun := last + 2
	for f.sent.Has(noun+1) && strings.HasPrefix(f.toks[noun+1].Tag, "NN") {
		noun++
	}
	before := f.word(first)
	if f.toks[first].Tag != "IN" {
		before = f.word(first - 1)
	}
	return spokenOf[before] && !(carries(f.toks[noun].Lower) && f.saidIn(noun))
}

// spokenOf are the prepositions of what is spoken of.
var spokenOf = set("of about on for to with from against over")

// saidIn reports whether the words stand in what the noun names: "in a letter",
// "according to the report", or a source.
func (f *frame) saidIn(noun int) bool {
	const longest = 8
	for i := noun; i > noun-longest; i-- {
		if in(f.source, i) {
			return true
		}
		switch f.word(i - 1) {
		case "in", "via", "through", "with":
			return true
		case "to":
			return in(f.inCue, i-1)
		case "", ",", "of", "about", "on", "after", "by", "from":
			return false
		}
	}
	return false
}

// works are what carries somebody's words and comes out on a day.
var works = set(`findings finding study studies research paper papers analysis poll ruling verdict judgment judgement decision
	order lawsuit suit complaint motion petition book memoir column editorial documentary film footage recording audio
	transcript advisory bulletin assessment report article letter memo memorandum statement post tweet speech address video
	message note opinion op-ed release communique communiqué announcement testimony warning warnings filing decree
	proclamation resolution indictment affidavit alert notice diary dissent advertisement
	autobiography biography survey`)

var comesOut = set(`dated published aired broadcast released posted issued printed recorded circulated filed unveiled uploaded tweeted read
	delivered given held taped sent`)

// occasioned reports whether the participle at i tells on what occasion the
// words were said: "Asked on Monday whether he would go, he said …".
func (f *frame) occasioned(i int) bool {
	t := &f.toks[i]
	return (t.Tag == "VBN" || t.Tag == "VBG") && t.Rel == "advcl" && talks[t.Lower]
}

var talks = set("asked questioned pressed speaking addressing testifying appearing responding replying writing talking interviewed quizzed")

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

// farFromNoun reports whether the cue is a noun and the time stands apart from
// it: "her claim that ... fell apart in court on Monday".
func (f *frame) farFromNoun(tok int) bool {
	const near = 3
	return f.nounCue() && (tok < f.cue.First || tok >= f.cue.Last+near)
}

// nounCue reports whether the cue is a noun. Verbs in the present tense are
// often tagged as one: "scientists report", "his statement yesterday read".
func (f *frame) nounCue() bool {
	head := &f.toks[f.cue.Last-1]
	if !strings.HasPrefix(head.Tag, "NN") || strings.HasSuffix(head.Lower, "ing") {
		return false
	}
	first := f.cue.First
	if !f.sent.Has(first - 1) {
		return true
	}
	before := f.toks[first-1].Tag
	return !strings.HasPrefix(before, "NN") && !strings.HasPrefix(before, "RB") || head.Tag == "NNS"
}

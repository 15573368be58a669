package setting

import (
	"strings"

	"onrecord/claims"
	"onrecord/claims/lang"
	"onrecord/claims/when"
)

// stage is an occasion that the report tells of with its day: a debate, a
// hearing, a rally. What those who took part say in the sentences behind it was
// said there, until another day or occasion takes over.
type stage struct {
	said                 // its day
	noun, ordinal string // "debate", "first"
	sent          lang.Range
	ruling        bool // anybody who goes on to speak in the paragraph does so there: "The board held a hearing on Monday."
}

// scope is the stage that the report stands on from a token on; nil where it
// has left the one before.
type scope struct {
	first   int
	on      *stage
	reached int // the last paragraph that tells of the stage or of what was said there
}

// gatherings are the nouns for where people come together and speak, or where
// one is heard.
var gatherings = set(`debate hearing conference presser briefing session inquiry inquest trial interview meeting summit rally forum
	ceremony vigil funeral speech sermon lecture keynote testimony protest march demonstration gathering seminar symposium webinar
	workshop celebration inauguration address`)

// discussions are those of them at which many have the floor.
var discussions = set("debate hearing conference presser briefing session inquiry inquest trial meeting summit forum")

// alone are those at which one speaks, or one answers.
var alone = set("interview speech address sermon lecture keynote testimony")

// floor are the words for speaking at an occasion.
var floor = set("stage podium rostrum speaker speech spoke speaking addressed")

// holding are the verbs by which a report says that something was held.
var holding = set("hold give host take open begin start resume hear convene attend gather meet continue close organise organize")

// leaving are the prepositions that lead away from an occasion.
var leaving = set("after following before since until")

// ordinals tell occasions of one name apart, and others tells of one that is not
// the one at hand.
var (
	ordinals = set("first second third fourth fifth initial final opening closing last")
	others   = set("previous earlier prior next upcoming another future annual other every each any no")
)

// stages finds the scopes of a report in their order.
type stages struct {
	*tales
	published claims.Date
	cue       func(lang.Range) bool // whether a statement has its cue among the tokens
	known     []*stage
	series    string                    // the noun of the last gatherings that the report spoke of as several
	names     map[string]map[string]int // by noun: words of the sentences that tell of it, of discussions those of the paragraphs, with the token where each stands first
	seen      map[string]int            // by noun: the token up to which its words are known
}

func readStages(t *tales, published claims.Date, cue func(lang.Range) bool) (all []scope, names map[string]map[string]int) {
	s := stages{tales: t, published: published, cue: cue, names: map[string]map[string]int{}, seen: map[string]int{}}
	now := scope{}
	for _, sent := range t.doc.Sentences {
		para := t.doc.ParagraphOf(sent.First)
		next, moves := s.read(sent, now.on)
		if moves && (next != nil || now.on != nil) {
			now = scope{sent.First, next, para}
			all = append(all, now)
		}
		if now.on != nil && para == now.reached && (moves || discussions[now.on.noun] || s.hasFloor(sent)) {
			s.name(now.on.noun, sent)
		}
	}
	return all, s.names
}

// read gives the stage that a sentence brings in or returns to, nil where it
// leaves the one before, and whether it does any of that.
func (s *stages) read(sent lang.Range, now *stage) (*stage, bool) {
	toks := s.doc.Tokens
	day, at := s.dayIn(sent)
	for i := sent.First; i < sent.Last; i++ {
		noun := toks[i].Lemma
		if !s.own(i) || !gatherings[noun] || toks[i].Tag != "NN" && toks[i].Tag != "NNS" {
			continue
		}
		p := s.phrase(i, sent.First)
		switch {
		case p.left:
			return nil, true
		case s.subordinate(i) && !s.hasFloor(sent):
			continue
		}
		if toks[i].Tag == "NNS" {
			s.series = noun
			s.name(noun, s.doc.Paragraphs[s.doc.ParagraphOf(i)])
			continue
		}
		if at >= 0 && (s.beside(at, i) || !s.subordinate(at)) {
			st := &stage{said: day, noun: noun, ordinal: p.ordinal, sent: sent}
			st.of = "the " + toks[i].Lower
			st.ruling = !s.cue(sent) && (p.opens || holding[s.verbOver(i)])
			s.known = append(s.known, st)
			return st, true
		}
		if p.definite {
			return s.back(noun, p.ordinal, sent), true
		}
	}
	switch {
	case at < 0:
		return now, false
	case s.speaking(sent, at) != "":
		st := &stage{said: day, noun: s.speaking(sent, at), sent: sent}
		st.of = "the " + st.noun
		s.known = append(s.known, st)
		return st, true
	case s.series != "" && s.numbered(sent):
		st := &stage{said: day, noun: s.series, ordinal: toks[sent.First+1].Lower, sent: sent, ruling: true}
		st.of = "the " + st.ordinal + " " + st.noun
		s.known = append(s.known, st)
		return st, true
	}
	return nil, now != nil && day.on != now.on
}

// dayIn gives the first day that the report names in a sentence, and its token,
// -1 for none.
func (s *stages) dayIn(sent lang.Range) (said, int) {
	toks := s.doc.Tokens
	for i := sent.First; i < sent.Last; i++ {
		j := i
		for j < sent.Last && s.own(j) {
			j++
		}
		if j == i {
			continue
		}
		if !anyTime(toks[i:j]) {
			i = j
			continue
		}
		text := s.doc.Text[toks[i].Span.Start:toks[j-1].Span.End]
		for _, e := range when.Find(text, s.published) {
			if e.Kind == when.Day && e.Date.IsFull() && !e.Deadline && !e.Since && !titled(toks, s.doc.TokenAt(toks[i].Span.Start+e.Span.End-1)) && !toCome(e, s.published) && !ratherAhead(e, text, s.published) && !s.mayLieAhead(sent, wordsOf(e, text)) {
				return said{on: e.Date, words: wordsOf(e, text)}, s.doc.TokenAt(toks[i].Span.Start + e.Span.Start)
			}
		}
		i = j
	}
	return said{}, -1
}

// back gives the stage that the report returns to by a noun: the one of that
// name and number, or the event that the story opens with.
func (s *stages) back(noun, ordinal string, sent lang.Range) *stage {
	for k := len(s.known) - 1; k >= 0; k-- {
		if st := s.known[k]; st.noun == noun && (ordinal == "" || ordinal == st.ordinal) {
			return st
		}
	}
	if ordinal != "" {
		return nil
	}
	day, ok := s.dayOf(noun, sent.First)
	if !ok {
		return nil
	}
	st := &stage{said: day, noun: noun, sent: sent}
	st.of = "the " + noun
	s.known = append(s.known, st)
	return st
}

// speaking gives the noun for what the sentence tells with a verb: "interview" of
// "The Courier sat down with the mayor on Monday", "speech" of "The president
// addressed the nation on Monday".
func (s *stages) speaking(sent lang.Range, day int) string {
	if s.subordinate(day) {
		return ""
	}
	for i := sent.First; i < sent.Last; i++ {
		t := &s.doc.Tokens[i]
		if t.Tag != "VBD" && t.Tag != "VBN" || !s.own(i) || s.subordinate(i) {
			continue
		}
		next := func(n int) string {
			if i+n < sent.Last {
				return s.doc.Tokens[i+n].Lower
			}
			return ""
		}
		switch {
		case t.Lemma == "interview", t.Lemma == "sit" && next(1) == "down" && next(2) == "with",
			(t.Lemma == "speak" || t.Lemma == "talk") && (next(1) == "with" || next(1) == "to"):
			return "interview"
		case t.Lemma == "speak" || t.Lemma == "testify", t.Lemma == "address" && (next(1) == "the" || next(1) == "a"):
			return "speech"
		}
	}
	return ""
}

// numbered reports whether the sentence goes on to one of several: "The first,
// on October 7, dealt with schools."
func (s *stages) numbered(sent lang.Range) bool {
	toks := s.doc.Tokens
	if sent.Len() < 4 || toks[sent.First].Lower != "the" || !ordinals[toks[sent.First+1].Lower] {
		return false
	}
	next := &toks[sent.First+2]
	return next.Lower == "," || next.Tag == "IN" || strings.HasPrefix(next.Tag, "VB")
}

// beside reports whether the day at a token belongs to the noun at i, by the
// parse or as its neighbour: "the debate, held October 8", "the October 8 debate".
func (s *stages) beside(day, i int) bool {
	const near, deep = 4, 8
	if day > i-near && day <= i+near {
		return true
	}
	for n := 0; n < deep && day >= 0; n++ {
		if day == i {
			return true
		}
		day = s.doc.Tokens[day].Head
	}
	return false
}

// verbOver gives the lemma of the verb that the noun at i depends on.
func (s *stages) verbOver(i int) string {
	if h := s.doc.Tokens[i].Head; h >= 0 && strings.HasPrefix(s.doc.Tokens[h].Tag, "VB") {
		return s.doc.Tokens[h].Lemma
	}
	return ""
}

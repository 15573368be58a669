package suggest

import (
	"cmp"
	"slices"
	"sync"

	"onrecord/claims"
)

// Claim is what of a claim is compared.
type Claim struct {
	Text    string       // the proposition
	Class   claims.Class // may be empty
	Speaker []string     // names and aliases of who made it
	Actor   string       // who has to act
	Topics  []string
	MadeOn  claims.Date
	Due     claims.Date
}

// Subject is a claim ready to be looked for.
type Subject struct {
	claim   Claim
	text    *Text
	terms   []term // the weightiest first
	total   float64
	speaker map[string]bool // meanings of the words of the speaker's names
	called  []speakerName
	topic   topic
	ofSelf  bool // the claim is about its speaker, who is named in it or says "I" or "we"

	parsing sync.Once
	parsed  *predicate // what predicate gives
}

// term is one meaning of the claim's words.
type term struct {
	meaning string
	stem    string
	weight  float64 // how much it says that a text has it
	place   int     // which of the claim's words it is
	name    bool
	speaker bool // part of the name of whoever made the claim
}

// What some words of a claim count beside a plain one of the same rarity.
const (
	ofName    = 1.25 // names tell one bridge from another
	ofSpeaker = 0.35 // a company is in the news for many things
	ofTopic   = 0.25 // a person's own words for the subject
)

// NewSubject finds out what to look for.
func NewSubject(c Claim, counter Counter) *Subject {
	s := &Subject{claim: c, text: Read(c.Text)}
	s.speaker = meaningsOf(c.Speaker...)
	for _, sent := range s.text.sentences {
		for i := range sent {
			s.add(&sent[i], counter, 1)
		}
	}
	for _, extra := range append([]string{c.Actor}, c.Topics...) {
		for _, sent := range Read(extra).sentences {
			for i := range sent {
				s.add(&sent[i], counter, ofTopic)
			}
		}
	}
	s.called = s.names(counter)
	s.topic = s.topicOfTerms()
	slices.SortStableFunc(s.terms, func(a, b term) int { return cmp.Compare(b.weight, a.weight) })
	return s
}

// self are the words with which people speak of themselves.
var self = set("i me my myself we us our ourselves i'm i've i'll we're we've we'll")

func (s *Subject) add(w *word, counter Counter, share float64) {
	s.ofSelf = s.ofSelf || share == 1 && (self[w.folded] || w.name && s.speaker[w.meaning])
	known := slices.ContainsFunc(s.terms, func(t term) bool { return t.meaning == w.meaning })
	if w.empty || known {
		return
	}
	t := term{place: len(s.terms), meaning: w.meaning, stem: w.stem, weight: share * rarity(counter, w), name: w.name, speaker: s.speaker[w.meaning]}
	switch {
	case t.speaker:
		t.weight *= ofSpeaker
	case t.name:
		t.weight *= ofName
	}
	s.terms = append(s.terms, t)
	s.total += t.weight
}

// topicOfTerms is what the claim is about, its names left out.
func (s *Subject) topicOfTerms() (out topic) {
	for k := range s.terms {
		if t := &s.terms[k]; !t.name && !t.speaker {
			out = out.addStem(t.stem, t.weight)
		}
	}
	return out
}

func meaningsOf(texts ...string) map[string]bool {
	out := map[string]bool{}
	for _, t := range texts {
		for m := range Read(t).meanings {
			out[m] = true
		}
	}
	return out
}

// Pairs gives pairs of the claim's weightiest words, as it writes them: a text
// that has none of them does not bear on it.
func (s *Subject) Pairs() []string {
	const most = 5 // words
	var all []string
	for _, t := range s.terms {
		for _, sent := range s.text.sentences {
			if i := sent.find(t.meaning); i >= 0 && len(all) < most {
				all = append(all, sent[i].folded)
				break
			}
		}
	}
	if len(all) == 1 {
		return all
	}
	var out []string
	for i, a := range all {
		for _, b := range all[i+1:] {
			out = append(out, a+" "+b)
		}
	}
	return out
}

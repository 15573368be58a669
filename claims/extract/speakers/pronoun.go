package speakers

import (
	"slices"
	"sort"
	"strings"

	"onrecord/claims"
)

// What speaks for and against an antecedent, in points. The weights are set by
// hand: there is no open corpus of news with coreference to learn them from,
// and each has a reason that a reader would give.
const (
	perSentence    = -0.55 // people are called by a pronoun while they are fresh in mind
	perParagraph   = -0.8  // a new paragraph often turns to somebody else
	asSubject      = 1.1   // the subject is what a sentence is about
	asObject       = 0.1   //
	asPossessor    = -0.3  // "Ruiz's lawyer": the lawyer is spoken of
	asOwner        = 0.5   // "Ruiz's quarrel with the press began when": the sentence is about Ruiz
	spokeLast      = 1.5   // reports go on with the one who is speaking
	spokeBefore    = 0.6   // or come back to somebody who spoke
	sexAgrees      = 0.6   // the text shows that she is a woman
	quotedOnly     = -2.4  // named inside somebody else's words
	inOwnWords     = -1.0  // named in what this speaker says
	notYetNamed    = -2.2  // "she said" before the name: rare outside the first lines
	forward        = 4.0   // "According to his agent, Ruiz"
	acted          = 1.9   // "arrested Lisle ... he": the one it was done to has something to say
	perMention     = 0.08  // the person the article is about
	unsureKind     = -0.6  // a name that might be a place or a body
	groupForIt     = -0.7  // "they" for an organisation
	ofFocus        = -1.2  // "her interviewer": she herself stays in view
	longAgo        = 40    // mentions further back are forgotten
	closeCall      = 1.15  // less than this between the first and the second: both are told
	impossible     = -100
	mostCandidates = 4
)

// deepest is how far quotations inside quotations are followed.
const deepest = 16

// done are the verbs after which the reader wants to hear the one they were
// done to.
var done = wordSet(`arrested sacked fired dismissed jailed imprisoned convicted sentenced detained interviewed questioned rescued
	evicted deported expelled suspended freed released fined hired interrogated replaced demoted treated cured stopped
	acquitted cleared charged pardoned banned dropped saved`)

// antecedents ranks who a pronoun at token at can stand for; self is the
// attribution whose source it is, or -1.
func (a *article) antecedents(at int, pronoun string, self int) []scored {
	var list []scored
	k := sort.Search(len(a.mentions), func(i int) bool { return int(a.mentions[i].tok) >= at })
	for i := k - 1; i >= 0 && i >= k-longAgo; i-- {
		list = a.consider(list, a.mentions[i], at, pronoun, self)
	}
	list = a.considerSpeakers(list, at, pronoun)
	const ahead = 6
	for i := k; i < len(a.mentions) && i < k+ahead; i++ {
		m := a.mentions[i]
		if a.toks[m.tok].Sent > a.toks[at].Sent+2 {
			break
		}
		if s := a.suits(&a.ents[m.ent], pronoun); s > impossible && !listed(list, m.ent) {
			s += notYetNamed + perSentence*float64(a.toks[m.tok].Sent-a.toks[at].Sent) + a.placePoints(m)
			if a.inContent(self, int(m.tok)) {
				s += quotedOnly
			}
			list = append(list, scored{m.ent, s})
		}
	}
	a.lookForward(list, at)
	if u, ok := a.turnAround(at); ok { // nobody calls oneself "she"
		list = slices.DeleteFunc(list, func(s scored) bool { return s.ent == u.ent })
	}
	return rank(list)
}

// lookForward raises whoever a possessive that opens the sentence points forward
// to: "According to his agent, Ruiz was ill."
func (a *article) lookForward(list []scored, at int) {
	s := a.doc.Sentences[a.toks[at].Sent]
	if a.opensClause(at, s.First) && len(list) > 0 && !slices.ContainsFunc(list, func(x scored) bool { e := &a.ents[x.ent]; return e.named && e.before(at) >= 0 }) {
		a.raiseSubject(list, at+1, s.Last)
		return
	}
	if !possessivePronoun(a.word(at)) || a.word(at-1) != "to" || a.word(at-2) != "according" || at-2 != s.First {
		return
	}
	a.raiseSubject(list, at+1, s.Last)
}

// opensClause reports whether the pronoun is the subject of a clause that opens its
// sentence: "After she lost, Ruiz said".
func (a *article) opensClause(at, first int) bool {
	switch a.word(first) {
	case "after", "when", "while", "before", "although", "though", "as", "since", "once":
		return at == first+1 && pronounSex(a.word(at)) != unknown
	}
	return false
}

// raiseSubject raises the first name between two tokens, where it is a subject.
func (a *article) raiseSubject(list []scored, first, last int) {
	for i := first; i < last; i++ {
		k := a.at[i]
		if k < 0 || a.ents[a.names[k].ent].kind == location {
			continue
		}
		if a.partOf(a.names[k].toks) != subject {
			continue
		}
		for j := range list {
			if list[j].ent == a.names[k].ent {
				list[j].score += forward
			}
		}
		return
	}
}

func listed(list []scored, e int32) bool {
	return slices.ContainsFunc(list, func(s scored) bool { return s.ent == e })
}

// consider adds a mention in front of the pronoun, or raises its entity's
// score where an earlier mention weighs more.
func (a *article) consider(list []scored, m mention, at int, pronoun string, self int) []scored {
	e := &a.ents[m.ent]
	s := a.suits(e, pronoun)
	if s == impossible || !e.named && a.asWhat(int(m.tok)) || (!e.named || e.kind != person) && a.inContent(self, int(m.tok)) {
		return list // “My landlord is mad,” he said
	}
	from, to := a.toks[m.tok].Sent, a.toks[at].Sent
	s += perSentence*float64(to-from) + perParagraph*float64(a.para[to]-a.para[from]) + a.placePoints(m)
	s += perMention * float64(min(len(e.at), 6))
	if !e.named && a.ofSameSex(int(m.tok), pronoun) {
		s += ofFocus
	}
	if a.hiddenIn(int(m.tok), at) {
		s += quotedOnly
	} else if a.inContent(self, int(m.tok)) {
		s += inOwnWords
	}
	for i := range list {
		if list[i].ent == m.ent {
			list[i].score = max(list[i].score, s)
			return list
		}
	}
	return append(list, scored{m.ent, s})
}

// asWhat reports whether a description at the token only tells what somebody
// is: "learned as a girl", "made her its first woman judge".
func (a *article) asWhat(tok int) bool {
	const longest = 3 // adjectives
	for i := tok; i > 0 && i >= tok-longest; i-- {
		if w := a.word(i); w == "a" || w == "an" {
			return a.word(i-1) == "as"
		}
	}
	return false
}

// placePoints weighs the mention's place in its clause.
func (a *article) placePoints(m mention) float64 {
	switch m.part {
	case subject:
		return asSubject
	case object, other:
		if a.doneTo(int(m.tok)) {
			return acted
		}
		return asObject
	}
	if a.ofSubject(int(m.tok)) {
		return asOwner
	}
	return asPossessor
}

// ofSubject reports whether the mention that ends at the token owns the subject with
// which its sentence opens.
func (a *article) ofSubject(tok int) bool {
	first := a.doc.Sentences[a.toks[tok].Sent].First
	if k := a.at[tok]; k < 0 || a.names[k].toks.First != first || a.word(tok+1) != "'s" {
		return false
	}
	for i := tok + 2; i < len(a.toks) && a.sameSentence(i, tok); i++ {
		switch tag := a.tag(i); {
		case strings.HasPrefix(tag, "NN"):
			return strings.HasPrefix(a.toks[i].Rel, "nsubj") || strings.HasPrefix(a.toks[i].Rel, "compound")
		case !strings.HasPrefix(tag, "JJ") && tag != "HYPH":
			return false
		}
	}
	return false
}

// doneTo reports whether one of the verbs of done stands right in front of the
// mention.
func (a *article) doneTo(tok int) bool {
	if k := a.at[tok]; k >= 0 {
		tok = a.names[k].toks.First
		if r := a.names[k].role; r.Len() > 0 {
			tok = r.First
		}
	}
	return done[a.word(tok-1)] || determiner(a.word(tok-1)) && done[a.word(tok-2)]
}

// hiddenIn reports whether token i stands in a quotation that token at is
// outside of.
func (a *article) hiddenIn(i, at int) bool {
	q := a.toks[i].Quote
	if q < 0 {
		return false
	}
	for n, p := 0, a.toks[at].Quote; n < deepest && p >= 0 && p < len(a.doc.Quotations); n, p = n+1, a.doc.Quotations[p].Outer {
		if p == q {
			return false
		}
	}
	return true
}

// considerSpeakers raises those who spoke: first of all the last one.
func (a *article) considerSpeakers(list []scored, at int, pronoun string) []scored {
	const back = 4
	for n, i := 0, len(a.spoken)-1; i >= max(0, len(a.spoken)-longAgo) && n < back; i-- {
		u := a.spoken[i]
		if u.ent < 0 || u.tok >= at {
			continue
		}
		s := a.suits(&a.ents[u.ent], pronoun)
		if s == impossible || a.ents[u.ent].typ == claims.Document && pronoun != "it" {
			continue
		}
		n++
		from, to := a.toks[u.tok].Sent, a.toks[at].Sent
		s += asSubject + perSentence*float64(to-from) + perParagraph*float64(a.para[to]-a.para[from])
		s += perMention * float64(min(len(a.ents[u.ent].at), 6))
		s += a.speakingPoints(u.tok, at, n == 1)
		if e := &a.ents[u.ent]; !e.named {
			if k := e.before(at); k >= 0 && a.ofSameSex(k, pronoun) {
				s += ofFocus
			}
		}
		found := false
		for k := range list {
			if list[k].ent == u.ent {
				list[k].score = max(list[k].score, s)
				found = true
			}
		}
		if !found {
			list = append(list, scored{u.ent, s})
		}
	}
	return list
}

// speakingPoints weighs how much the one who spoke at token from has the
// reader's attention at token at: fully in the same paragraph and where the
// next one opens, less within it.
func (a *article) speakingPoints(from, at int, last bool) float64 {
	apart := a.para[a.toks[at].Sent] - a.para[a.toks[from].Sent]
	switch p := a.doc.Paragraphs[a.para[a.toks[at].Sent]]; {
	case !last || apart > 1:
		return spokeBefore
	case apart == 0 || a.toks[p.First].Sent == a.toks[at].Sent:
		return spokeLast
	}
	return (spokeLast + spokeBefore) / 2
}

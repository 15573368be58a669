package suggest

import (
	"strings"
	"sync"

	"onrecord/claims"
	"onrecord/claims/lang"
)

// parsed is one sentence with its dependencies.
type parsed struct {
	doc  *lang.Document
	tree *lang.Tree
	from int // offset of the sentence in its text
}

// parses holds the sentences of a text that were parsed: few of many, for it
// costs a hundred times what splitting costs.
type parses struct {
	mu  sync.Mutex
	all map[int]*parsed
}

// parse gives a sentence of the text with its dependencies.
func (t *Text) parse(i int) *parsed {
	t.parsed.mu.Lock()
	defer t.parsed.mu.Unlock()
	if p := t.parsed.all[i]; p != nil {
		return p
	}
	doc := lang.Parse(t.in(t.spans[i]))
	p := &parsed{doc, lang.NewTree(doc), t.spans[i].Start}
	if t.parsed.all == nil {
		t.parsed.all = map[int]*parsed{}
	}
	t.parsed.all[i] = p
	return p
}

// token gives the index of the token that a span of the text begins with, -1
// for none.
func (p *parsed) token(s claims.Span) int {
	i := p.doc.TokenAt(s.Start - p.from)
	if i == len(p.doc.Tokens) {
		return -1
	}
	return i
}

// standing is how a sentence puts a word.
type standing struct {
	denied bool // it says that it is not so
	open   bool // a plan, an order, a forecast: what will be, not what is
	wish   bool // a wish, a fear or a condition: nothing follows either way
	foil   bool // what somebody had expected, set against what is
}

// standing follows a word up through what governs it, to the head of its
// clause, and gathers what is said of its truth on the way.
func (p *parsed) standing(i int) (s standing) {
	below := -1
	for j := i; j >= 0; j = p.doc.Tokens[j].Head {
		tok := &p.doc.Tokens[j]
		if below >= 0 && governs[p.doc.Tokens[below].Rel] && !p.setOff(below, j) {
			s.under(tok, p)
		}
		p.around(j, below, &s)
		if tok.Rel == "conj" {
			p.share(j, &s)
		}
		if tok.Rel == "acl:relcl" {
			p.beyond(tok.Head, &s)
		}
		if closes[tok.Rel] {
			break
		}
		below = j
	}
	return s
}

// setOff reports whether a comma parts a phrase from the word before it that it
// is taken to depend on: it may well depend on another.
func (p *parsed) setOff(below, head int) bool {
	first := p.tree.Subtree(below).First
	return below > head && first > 0 && (p.doc.Tokens[first-1].Lower == "," || p.doc.Tokens[first].Lower == ",")
}

// governs are the relations in which a head bears on the truth of what it
// governs; at those of closes, a clause of its own begins.
var (
	governs = set("xcomp ccomp obj obl obl:agent nmod acl advcl nsubj nsubj:pass csubj obl:unmarked")
	closes  = set("root parataxis conj acl:relcl appos list")
)

// share takes over the modal of the verb to which one without a subject is
// joined: "will sell or close".
func (p *parsed) share(j int, s *standing) {
	if p.tree.Child(j, "nsubj", "nsubj:pass", "aux", "aux:pass") >= 0 || p.doc.Tokens[j].Tag == "VBD" {
		return
	}
	for _, c := range p.tree.Children(p.doc.Tokens[j].Head) {
		s.open = s.open || p.doc.Tokens[c].Tag == "MD"
	}
}

// beyond takes over the denial of what a relative clause is said of: "did not
// find one that was charged".
func (p *parsed) beyond(noun int, s *standing) {
	if verb := p.doc.Tokens[noun].Head; verb >= 0 && governs[p.doc.Tokens[noun].Rel] {
		var above standing
		p.around(verb, noun, &above)
		s.denied = s.denied != above.denied
	}
}

// around looks at the words that a word governs.
func (p *parsed) around(j, below int, s *standing) {
	for _, c := range p.tree.Children(j) {
		tok := &p.doc.Tokens[c]
		if int(c) == below {
			continue
		}
		switch {
		case negators[tok.Lower] || tok.Lower == "n't":
			s.denied = !s.denied
		case (tok.Rel == "nsubj" || tok.Rel == "nsubj:pass") && p.deniesNoun(int(c)):
			s.denied = !s.denied
		case tok.Tag == "MD" && tok.Lower == "could" && p.deniesVerb(j):
			// "could not read" tells what was
		case tok.Tag == "MD" && perhaps[tok.Lower]:
			s.wish = true
		case tok.Tag == "MD":
			s.open = true
		case tok.Rel == "mark" && conditions[tok.Lower]:
			s.wish = true
		case tok.Tag == "TO" && !p.brought(j):
			s.open = true
		}
	}
}

// deniesVerb reports whether a verb is negated by a word of its own.
func (p *parsed) deniesVerb(j int) bool {
	for _, c := range p.tree.Children(j) {
		if lower := p.doc.Tokens[c].Lower; lower == "not" || lower == "n't" || lower == "never" {
			return true
		}
	}
	return false
}

// deniesNoun reports whether a subject is one of nothing: "no rider", "not one
// of the flats".
func (p *parsed) deniesNoun(i int) bool {
	if negators[p.doc.Tokens[i].Lower] {
		return false // counted as a word already
	}
	for k := p.tree.Subtree(i).First; k < i; k++ {
		if negators[p.doc.Tokens[k].Lower] {
			return true
		}
	}
	return false
}

// brought reports whether an infinitive depends on a verb that says that it
// came about: "managed to open", "has started to run".
func (p *parsed) brought(j int) bool {
	head := p.doc.Tokens[j].Head
	return head >= 0 && (bringing[p.doc.Tokens[head].Lemma] || preventing[p.doc.Tokens[head].Lemma])
}

// under notes what a governing word says of what it governs.
func (s *standing) under(head *lang.Token, p *parsed) {
	switch lemma := head.Lemma; {
	case expecting[lemma] && p.pluperfect(head):
		s.foil = true
	case wishing[lemma]:
		s.wish = true
	case intending[lemma]:
		s.open = true
	case preventing[lemma]:
		s.denied = !s.denied
	}
}

// pluperfect reports whether a verb tells of what was before: "had promised",
// "was expected".
func (p *parsed) pluperfect(verb *lang.Token) bool {
	j := p.token(claims.Span{Start: verb.Span.Start + p.from})
	for _, c := range p.tree.Children(j) {
		tok := &p.doc.Tokens[c]
		if tok.Lower == "had" || (tok.Lower == "was" || tok.Lower == "were") && verb.Tag == "VBN" {
			return true
		}
	}
	return false
}

// verbal reports whether a token says that something happens or is so: a verb,
// or an adjective that is a predicate.
func (p *parsed) verbal(i int) bool {
	tok := &p.doc.Tokens[i]
	if len(tok.Tag) >= 2 && tok.Tag[:2] == "VB" {
		return tok.Rel != "amod" && tok.Rel != "compound" && tok.Rel != "case"
	}
	return strings.HasPrefix(tok.Tag, "JJ") && (p.tree.Child(i, "cop") >= 0 || tok.Rel == "xcomp" || tok.Rel == "root")
}

// Lemmas that say how the words under them are meant.
var (
	wishing = set(`want ask hope fear warn demand urge call seek wonder doubt argue debate consider examine investigate look discuss question
		allege accuse suspect threaten sue beg petition request claim test suggest risk think believe feel assume imagine rumour
		propose proposal advise advice recommend recommendation complaint allegation accusation suspicion charge question doubt fear risk`)
	intending = set(`plan intend aim promise expect order schedule prepare agree predict forecast pledge vow announce offer await
		plan promise hope intention order`)
	preventing = set(`deny refuse fail decline stop prevent avoid reject abandon cancel halt cease forget scrap miss lack end ban rule withhold`)
	expecting  = set("promise announce hope expect fear predict want plan pledge vow forecast claim insist assure say rule guarantee wish swear")
	bringing   = set("manage begin start continue help cause lead turn prove come go get force allow enable make seem appear happen use")
	perhaps    = set("could might may should would")
	conditions = set("if whether unless")
)

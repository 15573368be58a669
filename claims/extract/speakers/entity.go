package speakers

import (
	"strings"

	"onrecord/claims"
)

// entity is one person, body, place, text or group that the article speaks of.
type entity struct {
	name    string   // fullest form, or the description where there is no name
	words   []string // of the fullest name, folded; nil without a name
	kind    kind
	typ     claims.SpeakerType // set for entities without a name
	sex     gender
	plural  bool
	named   bool
	sure    bool
	aliases []string
	roles   []role
	known   int     // index into Input.Known, -1
	first   int32   // token of the first mention by name
	last    int32   // token of the latest mention while names are linked
	formal  int32   // token of the latest mention that is more than the given name
	full    int     // mentions by several words
	bare    int     // mentions by one word, a surname
	given   int     // mentions by the first of several words alone
	at      []int32 // tokens of all mentions, in text order
	head    string  // noun of a description
	pair    bool    // two people named together: "Ana Ruiz and Bo Marsh"
}

// role is a title or office as the article words it.
type role struct {
	text  string   // "Greek Foreign Minister"
	words []string // the same, folded
	head  string   // "minister"
	org   string   // "Taliban", where the words name a body
}

func newRole(text, head, org string) role {
	return role{text: text, words: foldWords(strings.ReplaceAll(text, "-", " ")), head: head, org: org}
}

const bucketSize = 12 // people of one surname that are told apart at any time

// cluster makes entities of the names: first those of several words, then the
// single words are linked to them in the order of the text.
func (a *article) cluster() {
	a.byWord = map[string][]int32{}
	a.byRole = map[string][]int32{}
	a.byAcro = map[string]int32{}
	for i := range a.names {
		if n := &a.names[i]; len(n.words) > 1 {
			n.ent = a.entityOf(n)
			a.noteAcronym(i)
		}
	}
	a.noteTitled()
	for i := range a.names {
		n := &a.names[i]
		if n.ent < 0 {
			n.ent = a.linkSingle(n)
		}
		a.absorb(n)
		a.noteRoles(n)
		a.noteSeat(n)
		a.addMention(int32(n.toks.Last-1), n.ent, a.partOf(n.toks))
	}
	a.findCouples()
	a.findPairs()
}

// entityOf finds the entity of a name of several words, or makes one.
func (a *article) entityOf(n *name) int32 {
	for _, w := range []string{n.words[len(n.words)-1], n.words[0]} {
		bucket := a.byWord[w]
		for k := len(bucket) - 1; k >= 0 && k >= len(bucket)-bucketSize; k-- {
			if e := bucket[k]; a.sameEntity(&a.ents[e], n) {
				a.widen(e, n)
				return e
			}
		}
	}
	return a.newEntity(n)
}

func (a *article) newEntity(n *name) int32 {
	id := int32(len(a.ents))
	a.ents = append(a.ents, entity{
		name: n.text, words: n.words, kind: n.kind, sex: n.sex, named: true, sure: n.sure, known: -1, first: int32(n.toks.First), last: -1,
	})
	full := inFull(n)
	if full == "" && n.kind == organization && abbreviated(n.text) && a.publicBody(n.words) {
		if short, rest, _ := strings.Cut(n.text, " "); indexName(strings.ToLower(short)) == "United States" {
			full = "United States " + rest // "US Supreme Court"
		}
	}
	if full != "" {
		e := &a.ents[id]
		e.name, e.aliases = full, addOnce(e.aliases, n.text)
	}
	if last := a.lex.of(lastWord(n.words)); n.kind == organization && len(n.words) > 1 && last&document != 0 && last&orgHead == 0 && a.lex.of(n.words[0])&orgHead == 0 && !a.headsOf(n) {
		a.ents[id].typ = claims.Document
	}
	for k, w := range n.words {
		if k == 0 || w != n.words[0] {
			a.byWord[w] = append(a.byWord[w], id)
		}
	}
	a.matchKnown(id)
	return id
}

// headsOf reports whether a word for a body stands in front of an "of" or "for" in
// the name: "Centre for Soil Analysis" is no analysis.
func (a *article) headsOf(n *name) bool {
	for i := n.toks.First; i < n.toks.Last-1; i++ {
		if w := a.word(i + 1); (w == "of" || w == "for") && a.cls[i]&orgHead != 0 {
			return true
		}
	}
	return false
}

// lastWord is the last word of a name that is no year.
func lastWord(words []string) string {
	k := len(words) - 1
	if k > 0 && strings.Trim(words[k], "0123456789") == "" {
		k--
	}
	return words[k]
}

// widen takes a fuller form of the name.
func (a *article) widen(id int32, n *name) {
	e := &a.ents[id]
	full := len(n.words) == len(e.words) && abbreviated(e.name) && !abbreviated(n.text)                                                                                                       // "US Salmon Board"
	spelt := full || givenShort(e.words, n.words) && a.inHeadline(int(e.first)) && !a.inHeadline(n.toks.First) || len(n.words) == len(e.words) && len(e.words[0]) == 1 && len(n.words[0]) > 1 // "P. Ruiz" is Pia Ruiz
	if len(n.words) > len(e.words) || spelt {
		for _, w := range n.words {
			if !has(e.words, w) {
				a.byWord[w] = append(a.byWord[w], id)
			}
		}
		e.name, e.words = n.text, n.words
	}
}

func has(words []string, w string) bool {
	for _, x := range words {
		if x == w {
			return true
		}
	}
	return false
}

// noteAcronym reads the acronym in brackets behind name i and gives its
// mention the same entity: "World Health Organization (WHO)".
func (a *article) noteAcronym(i int) {
	n := &a.names[i]
	at := n.toks.Last
	if a.at1(at) != "(" || a.at1(at+2) != ")" {
		return
	}
	key := fold(strings.ReplaceAll(a.word(at+1), ".", ""))
	if !acronym(a.at1(at + 1)) {
		if n.kind == organization && shortens(a.at1(at+1), n.words) {
			a.byAcro[key] = n.ent
		}
		return
	}
	if strings.HasPrefix(key, n.words[0][:1]) || strings.Contains(initials(n.words), key[:1]) {
		a.byAcro[key] = n.ent
		e := &a.ents[n.ent]
		e.kind, e.sure = organization, true
		e.aliases = addOnce(e.aliases, a.at1(at+1))
	}
}

func initials(words []string) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteByte(w[0])
	}
	return b.String()
}

func addOnce(list []string, s string) []string {
	const most = 12
	if s == "" || has(list, s) || len(list) >= most {
		return list
	}
	return append(list, s)
}

// addMention notes a mention; mentions are added in text order within one
// pass.
func (a *article) addMention(tok, ent int32, p part) {
	a.mentions = append(a.mentions, mention{tok: tok, ent: ent, part: p})
	a.ents[ent].last = tok
}

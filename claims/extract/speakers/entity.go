package speakers

import (
	"strings"

	"onrecord/claims"
	"onrecord/claims/lang"
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
	last    int32   // token of the latest mention while names are linked
	full    int     // mentions by several words
	bare    int     // mentions by one word
	at      []int32 // tokens of all mentions, in text order
	head    string  // noun of a description
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

// mention is one place where an entity is spoken of by name or description.
type mention struct {
	tok  int32 // its head
	ent  int32
	part part
}

// part is the place of a mention in its clause.
type part uint8

const (
	other part = iota
	subject
	object
	possessor
)

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
	for i := range a.names {
		n := &a.names[i]
		if n.ent < 0 {
			n.ent = a.linkSingle(n)
		}
		a.absorb(n)
		a.noteRoles(n)
		a.addMention(int32(n.toks.Last-1), n.ent, a.partOf(n.toks))
	}
	a.findCouples()
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

// sameEntity reports whether a name of several words names the entity: the
// words of one are those of the other, in order, with initials counted as the
// names they stand for, and neither title nor first name tells them apart.
func (a *article) sameEntity(e *entity, n *name) bool {
	if !e.named || len(e.words) < 2 || e.sex != unknown && n.sex != unknown && e.sex != n.sex {
		return false
	}
	short, long := e.words, n.words
	if len(short) > len(long) {
		short, long = long, short
	}
	if k := len(long) - len(short); k > 0 && a.lex.of(short[0])&particle != 0 {
		return inOrder(short, long[k:]) // "Van der Meulen"
	}
	if e.kind == person || n.kind == person {
		return has(long, short[len(short)-1]) && inOrder(short, long) && (sameWord(short[0], long[0]) || len(short) == len(long))
	}
	return len(short) == len(long) && inOrder(short, long)
}

// inOrder reports whether the short name's words all stand in the long one, in
// the same order.
func inOrder(short, long []string) bool {
	k := 0
	for _, w := range long {
		if k < len(short) && sameWord(short[k], w) {
			k++
		}
	}
	return k == len(short)
}

// sameWord compares two words of names; an initial stands for any name that
// begins with it, and British and American spellings are one.
func sameWord(x, y string) bool {
	if x == y {
		return true
	}
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) == 1 {
		return y[0] == x[0]
	}
	return len(x) == len(y) && strings.Replace(x, "isation", "ization", 1) == strings.Replace(y, "isation", "ization", 1)
}

func (a *article) newEntity(n *name) int32 {
	id := int32(len(a.ents))
	a.ents = append(a.ents, entity{
		name: n.text, words: n.words, kind: n.kind, sex: n.sex, named: true, sure: n.sure, known: -1, last: -1,
	})
	if last := a.lex.of(n.words[len(n.words)-1]); n.kind == organization && len(n.words) > 1 && last&document != 0 && last&orgHead == 0 {
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

// widen takes a fuller form of the name.
func (a *article) widen(id int32, n *name) {
	e := &a.ents[id]
	if len(n.words) > len(e.words) {
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
	if a.at1(at) != "(" || a.at1(at+2) != ")" || !acronym(a.at1(at+1)) {
		return
	}
	key := fold(strings.ReplaceAll(a.word(at+1), ".", ""))
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

// linkSingle gives the entity that a name of one word means where it stands:
// the latest person of that surname or, failing that, first name; a body by its
// acronym or first word.
func (a *article) linkSingle(n *name) int32 {
	if len(n.words) == 0 {
		n.words = []string{fold(strings.ToLower(n.text))}
	}
	w := n.words[0]
	if acronym(n.text) {
		if e, ok := a.byAcro[strings.ReplaceAll(w, ".", "")]; ok {
			return e
		}
	}
	if n.kind == location {
		return a.newOrSame(n)
	}
	best, score := int32(-1), 0
	bucket := a.byWord[w]
	for k := len(bucket) - 1; k >= 0 && k >= len(bucket)-bucketSize; k-- {
		e := bucket[k]
		if s := a.fits(&a.ents[e], n, w); s > score {
			best, score = e, s
		}
	}
	if best >= 0 {
		return best
	}
	return a.newOrSame(n)
}

// fits scores how well an entity fits a name of one word; 0 is not at all.
// People who were mentioned already come before those still to come, and later
// mentions before earlier ones.
func (a *article) fits(e *entity, n *name, w string) int {
	if !e.named || e.sex != unknown && n.sex != unknown && e.sex != n.sex && n.role.Len() > 0 {
		return 0
	}
	last := e.words[len(e.words)-1]
	score := 0
	switch {
	case len(e.words) == 1:
		score = 3
	case e.kind != person && n.the && last != w && e.words[0] != w, e.kind == location:
		return 0
	case e.kind == organization && e.last < 0:
		return 0 // a body is named in full first
	case last == w:
		score = 4
	case e.kind == person && e.words[0] == w:
		score = 2
	case e.kind == person:
		score = 2
	case e.words[0] == w && n.kind != person:
		score = 1
	default:
		return 0
	}
	if n.kind == person && n.sure && e.kind == organization && e.sure {
		return 0
	}
	const step, near = 1 << 12, 60
	score *= step
	if e.last >= 0 {
		score += step/2 + 4*e.established()
		if gap := n.toks.First - int(e.last); gap < near {
			score += 2 * (near - gap) / 4
		}
	}
	return score
}

func (a *article) newOrSame(n *name) int32 {
	for _, e := range a.byWord[n.words[0]] {
		if len(a.ents[e].words) == 1 {
			return e
		}
	}
	return a.newEntity(n)
}

// established counts what speaks for one of several bearers of a surname: the
// article goes on calling the same one by it.
func (e *entity) established() int { return min(e.bare, 20)*3 + min(e.full, 20) }

// absorb adds what one mention tells of its entity.
func (a *article) absorb(n *name) {
	e := &a.ents[n.ent]
	if len(n.words) > 1 {
		e.full++
	} else {
		e.bare++
	}
	if n.sure && !e.sure {
		e.kind, e.sure = n.kind, true
	} else if e.kind == unsure {
		e.kind = n.kind
	}
	if e.sex == unknown {
		e.sex = n.sex
	}
	if w := a.word(n.toks.First - 1); e.kind == unsure && (w == "in" || w == "near") {
		e.kind = location
	}
	if !e.sure && n.kind != location || e.sex == unknown && e.kind == person {
		a.learnFromPronoun(n, e)
	}
	if n.text != e.name {
		e.aliases = addOnce(e.aliases, n.text)
	}
}

// learnFromPronoun lets the first pronoun behind a subject tell what it is, if
// no other name stands between: "Ostrava Minor recalled its envoy". Only a
// reflexive tells the gender, for "Roth said he" may speak of somebody else.
func (a *article) learnFromPronoun(n *name, e *entity) {
	const near = 9
	if e.kind == location || a.partOf(n.toks) != subject {
		return
	}
	for i := n.toks.Last; i < n.toks.Last+near && a.sameSentence(n.toks.First, i); i++ {
		if a.at[i] >= 0 || a.toks[i].Quote != a.toks[n.toks.First].Quote {
			return
		}
		switch a.toks[i].Lower {
		case "its", "itself":
			if !e.sure {
				e.kind = organization
			}
			return
		case "himself":
			e.learnPerson(man)
			return
		case "herself":
			e.learnPerson(woman)
			return
		case "his", "her", "he", "she":
			e.learnPerson(unknown)
			return
		}
		if a.cls[i]&roleNoun != 0 && a.cls[i]&groupNoun == 0 {
			return // somebody else may be meant
		}
	}
}

// learnPerson takes an entity for a person of this gender, where nothing said
// otherwise before.
func (e *entity) learnPerson(g gender) {
	if e.kind == unsure {
		e.kind = person
	}
	if e.sex == unknown && e.kind == person {
		e.sex = g
	}
}

// addMention notes a mention; mentions are added in text order within one
// pass.
func (a *article) addMention(tok, ent int32, p part) {
	a.mentions = append(a.mentions, mention{tok: tok, ent: ent, part: p})
	a.ents[ent].last = tok
}

// findCouples notes pairs that share a surname: "David and Louise Turpin".
func (a *article) findCouples() {
	for i := range a.names {
		n := &a.names[i]
		k := n.toks.First
		if len(n.words) < 2 || a.word(k-1) != "and" || k < 2 || a.at[k-2] < 0 {
			continue
		}
		first := &a.names[a.at[k-2]]
		if len(first.words) != 1 || first.toks.Last != k-1 || !a.is(k-2, firstM|firstF) {
			continue
		}
		full := name{
			toks: first.toks, text: first.text + " " + a.surname(n), words: []string{first.words[0], n.words[len(n.words)-1]},
			kind: person, sure: true, sex: first.sex, ent: -1,
		}
		if full.sex == unknown {
			full.sex = titleSex(a.cls[k-2])
		}
		if e := &a.ents[first.ent]; len(e.words) == 1 {
			a.byWord[full.words[1]] = append(a.byWord[full.words[1]], first.ent)
			e.name, e.words, e.kind, e.sex, e.sure = full.text, full.words, person, full.sex, true
		}
		a.couples = append(a.couples, [2]int32{first.ent, n.ent})
	}
}

// surname is the last word of a name as written.
func (a *article) surname(n *name) string {
	if k := strings.LastIndexByte(n.text, ' '); k >= 0 {
		return n.text[k+1:]
	}
	return n.text
}

// partOf reads the place of a mention in its clause off the parse, or off the
// word order where there is none.
func (a *article) partOf(r lang.Range) part {
	if a.word(r.Last) == "'s" || a.word(r.Last) == "'" && strings.HasSuffix(a.word(r.Last-1), "s") {
		return possessor
	}
	if a.subjectIn(r) {
		return subject
	}
	head := a.headOf(r)
	rel := a.toks[head].Rel
	for n := 0; n < 2 && (rel == "appos" || strings.HasPrefix(rel, "conj") || rel == "flat" || rel == "compound"); n++ {
		if h := a.toks[head].Head; h >= 0 && h < len(a.toks) {
			head, rel = h, a.toks[h].Rel
		}
	}
	switch {
	case strings.HasPrefix(rel, "nsubj"):
		return subject
	case rel == "obj" || rel == "iobj":
		return object
	case rel == "nmod:poss":
		return possessor
	case rel == "":
		return a.partByOrder(r)
	}
	return other
}

// subjectIn reports whether a word of the mention, or of the title in front of
// it, is a subject by the parse, or a finite verb follows: the parse of rare
// names is not to be trusted in every word.
func (a *article) subjectIn(r lang.Range) bool {
	switch a.tag(r.Last) {
	case "VBD", "VBZ", "MD":
		if !nested(a.word(r.First - 1)) {
			return true
		}
	}
	first := r.First
	if k := a.at[r.First]; k >= 0 && a.names[k].role.Len() > 0 {
		first = a.names[k].role.First
	}
	for i := first; i < r.Last; i++ {
		if h := a.toks[i].Head; (h < first || h >= r.Last) && strings.HasPrefix(a.toks[i].Rel, "nsubj") {
			return true
		}
	}
	return false
}

// headOf is the token of the range whose governor lies outside it.
func (a *article) headOf(r lang.Range) int {
	for i := r.First; i < r.Last; i++ {
		if h := a.toks[i].Head; h < r.First || h >= r.Last {
			return i
		}
	}
	return r.Last - 1
}

// partByOrder takes the first mention of a sentence for its subject.
func (a *article) partByOrder(r lang.Range) part {
	s := a.doc.Sentences[a.toks[r.First].Sent]
	for i := s.First; i < r.First; i++ {
		if a.at[i] >= 0 {
			return other
		}
	}
	return subject
}

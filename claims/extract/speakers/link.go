package speakers

import (
	"strings"

	"onrecord/claims"
)

// linkSingle gives the entity that a name of one word means where it stands:
// the latest person of that surname or, failing that, first name; a body by its
// acronym or first word.
func (a *article) linkSingle(n *name) int32 {
	if len(n.words) == 0 {
		n.words = []string{fold(strings.ToLower(n.text))}
	}
	w := n.words[0]
	if acronym(n.text) {
		letters := strings.ReplaceAll(w, ".", "")
		if e, ok := a.byAcro[letters]; ok {
			return e
		}
		if full := inFull(n); full != "" {
			if e := a.byIndexName(full); e >= 0 {
				return e
			}
			return a.newOrSame(n)
		}
		if e := a.byFirstLetters(letters); e >= 0 {
			return e
		}
	} else if e, ok := a.byAcro[w]; ok && n.role.Len() == 0 {
		return e
	}
	if n.kind == location {
		return a.newOrSame(n)
	}
	best, score := int32(-1), 0
	bucket := a.byWord[w]
	for k := len(bucket) - 1; k >= 0 && k >= len(bucket)-bucketSize; k-- {
		e := bucket[k]
		if s := a.fits(&a.ents[e], n, w); s > 0 && s >= score { // of two still to come, the one who comes first
			best, score = e, s
		}
	}
	if best >= 0 {
		return best
	}
	if e := a.misspelt(n); e >= 0 {
		return e
	}
	return a.newOrSame(n)
}

// misspelt is the person named in full before whose surname is this one but for
// a letter, where the article never uses this one otherwise: "Saree" for Yahya
// Sarea; -1 where there is none.
func (a *article) misspelt(n *name) int32 {
	const longest, shortest = 30, 5
	w := n.words[0]
	if n.kind == organization || n.kind == location || len(w) < shortest || len(a.byWord[w]) > 0 || a.cls[n.toks.First] != 0 {
		return -1
	}
	for k, seen := int(a.at[n.toks.First])-1, 0; k >= 0 && seen < longest; k, seen = k-1, seen+1 {
		e := &a.ents[a.names[k].ent]
		if last := len(e.words) - 1; last > 0 && e.kind == person && e.words[last] != w && oneLetterOff(e.words[last], w) {
			return a.names[k].ent
		}
	}
	return -1
}

// oneLetterOff reports whether two words of one length that begin alike differ
// in one letter, a vowel in both.
func oneLetterOff(x, y string) bool {
	if len(x) != len(y) || x[0] != y[0] {
		return false
	}
	off := 0
	for i := range len(x) {
		if x[i] != y[i] {
			if !strings.ContainsRune("aeiouy", rune(x[i])) || !strings.ContainsRune("aeiouy", rune(y[i])) {
				return false
			}
			off++
		}
	}
	return off == 1
}

// fits scores how well an entity fits a name of one word; 0 is not at all.
// People who were mentioned already come before those still to come, and later
// mentions before earlier ones.
func (a *article) fits(e *entity, n *name, w string) int {
	const step, near = 1 << 12, 60
	score := step * a.likeness(e, n, w)
	if score > 0 && n.role.Len() > 0 && n.sex != unknown && e.sex == n.sex {
		score += step / 2 // Mr. Marsh is the one who is known to be a man
	}
	if score > 0 && n.role.Len() > 0 && a.holdsRole(e, n) {
		score += step / 2 // Senator Marsh is the one who is called a senator
	}
	if score > 0 && e.last >= 0 && e.calledBy(w) {
		score += step/2 + 4*e.established(w)
		if a.inHeadline(int(e.first)) && e.full > 1 {
			score += near / 2 // the one whom the article is about
		}
		if gap := n.toks.First - int(e.last); gap < near {
			score += (near - gap) / 2
		}
		if p := a.para[a.toks[n.toks.First].Sent]; e.kind == person && e.full+e.bare > 0 && int(e.formal) >= a.doc.Paragraphs[p].First {
			score += 2 * near // a paragraph goes on with the one it has named
		}
	}
	return score
}

// likeness is how well the word fits the entity's name: as its whole, as its
// last word, as its first, as any; 0 where something tells them apart.
func (a *article) likeness(e *entity, n *name, w string) int {
	sexes := e.sex != unknown && n.sex != unknown && e.sex != n.sex && n.role.Len() > 0
	body := e.kind == organization
	switch {
	case !e.named, sexes, body && e.sure && n.kind == person && n.sure, a.another(e, n, w):
		return 0
	case len(e.words) == 1:
		return 3
	case e.kind == location, body && e.last < 0: // a body is named in full first
		return 0
	case e.words[len(e.words)-1] == w:
		return 4
	case e.kind == person && (e.sure || !n.sure || n.kind == person && e.words[0] == w):
		return 2
	case e.words[0] == w && n.kind != person && e.typ != claims.Document && !a.daughter(e), n.the && a.lex.of(w)&orgHead != 0:
		return 1
	}
	return 0
}

// daughter reports whether a body is the part of a well-known one that is named
// after a place: "Facebook Ireland Limited" is not Facebook.
func (a *article) daughter(e *entity) bool {
	return a.lex.of(e.words[0])&orgHead != 0 && a.lex.of(e.words[1])&(place|placeOpen) != 0
}

// another reports whether a surname with an office means somebody else than the
// one who is named in full further on: "President Ruiz" is not Ana Ruiz where
// the article also speaks of "Mr. Ruiz".
func (a *article) another(e *entity, n *name, w string) bool {
	return n.role.Len() > 0 && n.sex == unknown && e.last < 0 && e.kind == person &&
		(e.sex == woman && a.titled[w]&firstM != 0 || e.sex == man && a.titled[w]&firstF != 0)
}

// noteTitled collects, for each surname, which titles of men and women stand
// before it.
func (a *article) noteTitled() {
	a.titled = map[string]class{}
	for i := range a.names {
		n := &a.names[i]
		if len(n.words) != 1 || n.role.Len() == 0 {
			continue
		}
		switch n.sex {
		case man:
			a.titled[n.words[0]] |= firstM
		case woman:
			a.titled[n.words[0]] |= firstF
		}
	}
}

func (a *article) newOrSame(n *name) int32 {
	for _, e := range a.byWord[n.words[0]] {
		if len(a.ents[e].words) == 1 {
			return e
		}
	}
	return a.newEntity(n)
}

// absorb adds what one mention tells of its entity.
func (a *article) absorb(n *name) {
	e := &a.ents[n.ent]
	if !e.isGiven(n.words[0]) || len(n.words) > 1 {
		e.formal = int32(n.toks.First)
	}
	switch {
	case len(n.words) > 1:
		e.full++
	case e.isGiven(n.words[0]):
		e.given++
	default:
		e.bare++
	}
	if n.sure && !e.sure {
		e.kind, e.sure = n.kind, true
	} else if e.kind == unsure {
		e.kind = n.kind
	}
	if surname := len(n.words) == 1 && len(e.words) > 1 && e.words[len(e.words)-1] == n.words[0]; e.sex == unknown && (!surname || n.role.Len() > 0) {
		e.sex = n.sex // of a surname that is a first name too, nothing
	}
	a.learnFromBefore(n, e)
	if !e.sure && n.kind != location || e.sex == unknown && e.kind == person {
		a.learnFromPronoun(n, e)
	}
	if n.text != e.name {
		e.aliases = addOnce(e.aliases, n.text)
	}
}

// learnFromBefore lets the words before a name tell what it is: "shares in
// Calder", "an interview with Dawn", "near Calder".
func (a *article) learnFromBefore(n *name, e *entity) {
	w, second := a.word(n.toks.First-1), a.word(n.toks.First-2)
	if !e.sure && held[second] && (w == "in" || w == "of") {
		e.kind, e.sure = organization, true
	}
	if len(e.words) == 1 && !e.sure && e.kind == person && n.role.Len() == 0 && a.interviews(n) {
		e.kind = organization
	}
	if e.kind == unsure && (w == "in" || w == "near" || w == "of" && a.lex.isPlaceNoun(second)) {
		e.kind = location
	}
}

// held is what one has in or of a company.
var held = wordSet("shares stake stakes shareholders shareholder investors")

// interviews reports whether somebody gave the name an interview.
func (a *article) interviews(n *name) bool {
	i := n.toks.First - 1
	return a.word(i) == "with" && a.word(i-1) == "interview"
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
			e.learnPerson(a.ownerSex(n, i))
			return
		}
		if a.cls[i]&roleNoun != 0 && a.cls[i]&groupNoun == 0 {
			return // somebody else may be meant
		}
	}
}

// ownerSex is the gender that a possessive right behind the verb tells of the
// subject: "Roth met her agent"; after a verb of speech it may be anybody's.
func (a *article) ownerSex(n *name, i int) gender {
	const verb = 2 // words between, with an auxiliary
	if a.toks[i].Tag != "PRP$" || i-n.toks.Last > verb || speaksOf[a.toks[i-1].Lemma] {
		return unknown
	}
	for k := range a.names { // with nobody before, it can only be the subject's
		if a.names[k].toks.First >= n.toks.First {
			break
		}
		if a.names[k].kind == person || a.names[k].kind == unsure {
			return unknown
		}
	}
	return pronounSex(a.toks[i].Lower)
}

var speaksOf = wordSet("say tell think claim believe insist call ask deny know")

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

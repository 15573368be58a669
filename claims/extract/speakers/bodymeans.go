package speakers

import (
	"slices"
	"sort"
	"strings"

	"onrecord/claims"
	"onrecord/claims/lang"
)

// generic are nouns that any organisation can be called by; the others want a
// sign in the name.
var generic = wordSet("company firm group organisation organization agency association body institution charity business")

// built end the names of places where nobody can speak for all: "the city" is
// not the Harrow Bridge.
var built = wordSet(`bridge river street road avenue lane square park tower tunnel dam lake sea ocean bay valley forest hill mountain
	stadium airport station pier dock beach canal motorway highway`)

// around are places that hold towns: "the county" is not the town of the
// dateline, it has to be called one.
var around = wordSet("county district borough parish")

// notPlace reports whether the entity is a place that the noun cannot stand
// for.
func (a *article) notPlace(e *entity, noun string) bool {
	if !a.lex.isPlaceNoun(noun) {
		return e.kind == location
	}
	if around[noun] {
		return !slices.Contains(e.words, noun)
	}
	return built[e.words[len(e.words)-1]]
}

// studies are nouns for one and the same kind of text.
var studies = wordSet("report study survey research analysis paper review investigation inquiry audit assessment poll")

// bodyMeans ranks the organisations that "the company" or "the bank" can stand
// for: those mentioned shortly before whose name or role fits the noun.
func (a *article) bodyMeans(r lang.Range, head, at int) []scored {
	noun := a.toks[head].Lower
	const far = 40
	var list []scored
	k := sort.Search(len(a.names), func(i int) bool { return a.names[i].toks.First >= at })
	if e := a.namedBehind(r, k); e >= 0 {
		return []scored{{e, sureBody}}
	}
	if a.inHeadline(at) {
		k = min(k+far, len(a.names)) // a headline points forward
	}
	for i := k - 1; i >= 0 && i >= k-far; i-- {
		n := &a.names[i]
		if slices.ContainsFunc(list, func(s scored) bool { return s.ent == n.ent }) {
			continue
		}
		if s := a.bodyScore(n, r, noun, at); s > 0 {
			list = append(list, scored{n.ent, s})
		}
	}
	return rank(list)
}

// sureBody is the score of a body that the text names beside the phrase.
const sureBody = 5.0

// namedBehind is the body that name k gives to the phrase in front of it: "Her
// group, Save the Ford, says"; -1 where it gives none.
func (a *article) namedBehind(r lang.Range, k int) int32 {
	if k >= len(a.names) || a.at1(r.Last) != "," || a.names[k].toks.First != r.Last+1 || a.names[k].role.Len() > 0 || !a.closesAppositive(a.names[k].toks.Last) {
		return -1
	}
	e := &a.ents[a.names[k].ent]
	if e.sure && e.kind != organization || e.typ == claims.Document {
		return -1
	}
	e.kind, e.sure = organization, true
	return a.names[k].ent
}

func (a *article) bodyScore(n *name, r lang.Range, noun string, at int) float64 {
	e := &a.ents[n.ent]
	site := noun == "website" && r.Len() == 2 // "the website" is whoever runs it, "the party's website" a text
	if (e.typ == claims.Document) != (a.lex.of(noun)&(document|orgNoun) == document && !site) {
		return 0
	}
	apart := a.toks[at].Sent - a.toks[n.toks.First].Sent
	if site && e.named && !e.sure && e.kind != location && (apart == 0 || apart == 1) {
		return 1.5 - 0.25*float64(apart)
	}
	if !e.named || e.kind == person || a.notPlace(e, noun) {
		return 0
	}
	before := apart >= 0
	if !before {
		apart = -2 * apart
	}
	score := 1.5 - 0.25*float64(apart)
	if unclear := e.kind == unsure && len(e.words) == 1; unclear && generic[noun] {
		if a.saysWhich(r) || a.modifies(n.toks.Last) {
			return 0
		}
		return score - unclearBody
	}
	if a.isNone(e, r, noun) {
		return 0
	}
	fit, fits := a.bodyFits(e, r, noun, before)
	if !fits {
		return 0
	}
	if a.calledBefore(n.ent, noun, at) {
		score++
	}
	return score + fit + a.standing(n, noun)
}

// isNone reports whether something in the name or the phrase tells that the noun
// is not for this body.
func (a *article) isNone(e *entity, r lang.Range, noun string) bool {
	return firms[noun] && (a.isPublic(e) || ofWorkers(e.words)) || noun == "agency" && slices.ContainsFunc(e.words, func(w string) bool { return noAgency[w] }) ||
		a.ofOthers(r, e) || a.otherTask(r, noun, e)
}

// standing is what the place of the name in its sentence speaks for or against
// its being the body that a noun stands for later.
func (a *article) standing(n *name, noun string) float64 {
	switch {
	case generic[noun] && a.passesOn(n):
		return -mediumOnly
	case a.partOf(n.toks) == subject:
		return 0.5
	case a.partOf(n.toks) == possessor:
		return -1
	}
	return 0
}

// bodyFits tells whether a noun can stand for a body, and what the words of its
// name and its roles add. A noun for any body stands for those named before it.
func (a *article) bodyFits(e *entity, r lang.Range, noun string, before bool) (score float64, fits bool) {
	fits = generic[noun] && before && e.kind == organization || a.lex.isPlaceNoun(noun) && e.kind == location
	const known = 2.5
	if namedSo(e, noun) {
		score, fits = known, true
	}
	for _, ro := range e.roles {
		if isKind(ro.head, noun) && !(a.lex.isPlaceNoun(noun) && e.kind == organization) { // "the state Senate" is not the state
			if score < known || !before { // else the name says it already
				score += known
			}
			score += a.modifiersAgree(r, ro.words)
			fits = true
		}
	}
	return score, fits
}

// otherTask reports whether the phrase is about a public body with another task
// than the entity's: "the commerce department" is not the Department of Health.
func (a *article) otherTask(r lang.Range, noun string, e *entity) bool {
	if !public[noun] || len(e.words) < 2 || !a.saysWhich(r) {
		return false
	}
	task := false
	for i := r.First; i < r.Last; i++ {
		w := fold(a.toks[i].Lower)
		if w == noun || a.cls[i]&grammar != 0 {
			continue
		}
		if has(e.words, w) || sharesStem(e.words, w) {
			return false
		}
		task = task || strings.HasPrefix(a.toks[i].Tag, "NN") && a.cls[i]&(people|place) == 0 && !acronym(a.toks[i].Word)
	}
	if !task {
		return false // "the unanimous court"
	}
	for _, ro := range e.roles {
		if a.modifiersAgree(r, ro.words) > 0 {
			return false
		}
	}
	return true
}

// calledBefore reports whether the body is the one that was called by this noun
// last in front of token at, and no other that the noun fits was named since.
func (a *article) calledBefore(e int32, noun string, at int) bool {
	calls := a.called[noun]
	k := sort.Search(len(calls), func(i int) bool { return int(calls[i].tok) >= at })
	if k == 0 || calls[k-1].ent != e {
		return false
	}
	const far = 40
	last := sort.Search(len(a.names), func(i int) bool { return a.names[i].toks.First >= at })
	for i := last - 1; i >= max(0, last-far) && a.names[i].toks.First > int(calls[k-1].tok); i-- {
		if n := &a.names[i]; n.ent != e && a.isCalled(&a.ents[n.ent], noun) {
			return false
		}
	}
	return true
}

// isCalled reports whether the name or a role says that a body is what the noun
// tells.
func (a *article) isCalled(e *entity, noun string) bool {
	return e.named && e.kind != person &&
		(namedSo(e, noun) || slices.ContainsFunc(e.roles, func(ro role) bool { return isKind(ro.head, noun) }))
}

// isKind reports whether a role tells that its bearer can be called by the noun.
func isKind(head, noun string) bool {
	return head == noun || firms[noun] && noun != "charity" && trading[head]
}

// saysWhich reports whether a phrase for a body says more than its noun and its
// country: "the refugee agency" is not whatever name stands near.
func (a *article) saysWhich(r lang.Range) bool {
	for i := r.First; i < r.Last-1; i++ {
		if a.cls[i]&(grammar|people|modifier|place) == 0 && isWord(a.toks[i].Word) {
			return true
		}
	}
	return false
}

// ofOthers reports whether the phrase is about another people than the name:
// "Zambian police" are not the Swedish Police.
func (a *article) ofOthers(r lang.Range, e *entity) bool {
	if police := a.toks[r.Last-1].Lower == "police"; !police && !slices.ContainsFunc(e.words, func(w string) bool { return a.lex.of(w)&people != 0 }) {
		return false
	}
	for i := r.First; i < r.Last-1; i++ {
		if w := fold(a.toks[i].Lower); a.cls[i]&people != 0 && !parties[w] && !has(e.words, w) && !sharesStem(e.words, w) && e.kind != location {
			return true
		}
	}
	return false
}

// mediumOnly is what speaks against taking the paper that somebody talked to for
// "the company".
const mediumOnly = 1.5

// partOutlet reports whether a word of the name is one that media have in theirs.
func (a *article) partOutlet(n *name) bool {
	return slices.ContainsFunc(n.words, func(w string) bool { return a.lex.of(w)&outlet != 0 || outlets[w] })
}

// passesOn reports whether a body is named only as the one who was told: "an
// interview with the Echo", "told the Echo".
func (a *article) passesOn(n *name) bool {
	i := n.toks.First - 1
	if a.word(i) == "the" {
		i--
	}
	switch w := a.word(i); w {
	case "told", "tells", "telling":
		return true
	case "with", "by", "in", "to":
		switch a.word(i - 1) {
		case "according":
			return a.partOutlet(n)
		case "interview", "interviewed", "published", "reported", "wrote", "spoke", "letter", "article":
			return true
		}
	}
	return false
}

// unclearBody is what speaks against taking a name that may be anything for a
// body.
const unclearBody = 0.5

func (l *lexicon) isPlaceNoun(noun string) bool { return l.words[noun]&placeNoun != 0 }

package speakers

import (
	"strings"

	"onrecord/claims/lang"
)

// noteRoles reads the roles that the words around a name give: in front of it
// ("harbour minister Ana Ruiz"), behind it ("Ana Ruiz, the harbour minister,"),
// in front with a comma ("The harbour minister, Ana Ruiz,") and by "is" or
// "was" ("Ana Ruiz was governor").
func (a *article) noteRoles(n *name) {
	if n.kind == location {
		return
	}
	if n.role.Len() > 0 {
		a.addRole(n, n.role)
	}
	if r, ok := a.appositive(n); ok {
		a.addRole(n, r)
	} else if r, ok := a.predicate(n); ok {
		a.addRole(n, r)
	}
	if r, ok := a.nounBehind(n); ok {
		a.addRole(n, r)
	}
	if r, ok := a.identified(n); ok {
		a.addRole(n, r)
	}
	if r, ok := a.describedBefore(n); ok {
		a.addRole(n, r)
		for i := r.First; i < r.Last; i++ {
			if a.owner[i] < 0 {
				a.owner[i] = a.at[n.toks.First]
			}
		}
	}
}

// addRole records a role whose words are the tokens r.
func (a *article) addRole(n *name, r lang.Range) {
	head := a.nounOf(r)
	if head < 0 || a.cls[head]&(roleNoun|orgNoun|document|personWord) == 0 {
		a.addTitle(n, r)
		return
	}
	e := &a.ents[n.ent]
	c := a.cls[head]
	switch {
	case c&(roleNoun|personWord) != 0 && n.kind != organization:
		if !e.sure {
			e.kind, e.sure = person, true
		}
		if g := sexOfClass(c & (roleM | roleF)); g != unknown && (e.sex == unknown || relatives[a.toks[head].Lower]) {
			e.sex = g
		}
	case c&(orgNoun|document) != 0 && !e.sure:
		e.kind = organization
	}
	for r.First < r.Last-1 && (a.is(r.First, grammar) || !isWord(a.toks[r.First].Word)) {
		r.First++
	}
	const most = 6
	ro := newRole(a.text(r), a.toks[head].Lower, a.bodyIn(r, a.toks[head].Lower))
	if len(e.roles) < most {
		for _, have := range e.roles {
			if have.text == ro.text {
				return
			}
		}
		e.roles = append(e.roles, ro)
	}
	a.indexRole(ro.head, n.ent)
}

// relatives are roles that tell more than a first name does.
var relatives = wordSet("husband wife father mother son daughter brother sister grandfather grandmother")

func (a *article) indexRole(head string, e int32) {
	b := a.byRole[head]
	if len(b) == 0 || b[len(b)-1] != e {
		a.byRole[head] = append(b, e)
	}
}

// titleRoles are the roles that abbreviated titles stand for.
var titleRoles = map[string]string{
	"sen": "senator", "gov": "governor", "rep": "representative", "dr": "doctor", "prof": "professor", "gen": "general",
	"col": "colonel", "lt": "lieutenant", "sgt": "sergeant", "capt": "captain", "adm": "admiral", "maj": "major", "rev": "reverend",
	"pres": "president", "atty": "attorney", "insp": "inspector", "supt": "superintendent", "det": "detective", "cllr": "councillor",
}

// addTitle records the role that an abbreviated title stands for: "Sen." makes
// a senator.
func (a *article) addTitle(n *name, r lang.Range) {
	const most = 6
	for i := r.First; i < r.Last; i++ {
		head, ok := titleRoles[trimStop(a.toks[i].Lower)]
		if !ok {
			continue
		}
		e := &a.ents[n.ent]
		text := a.text(r)
		for _, have := range e.roles {
			if have.text == text {
				return
			}
		}
		if len(e.roles) < most {
			e.roles = append(e.roles, newRole(text, head, ""))
		}
		a.indexRole(head, n.ent)
		return
	}
}

// nounOf finds the noun that a phrase is about: the last noun before its first
// "of", comma, "who" or the like.
func (a *article) nounOf(r lang.Range) int {
	head := -1
	for i := r.First; i < r.Last; i++ {
		w := a.toks[i].Lower
		if w == "who" && acronym(a.toks[i].Word) {
			w = "" // the WHO
		}
		switch {
		case head >= 0 && dash(w) && a.glued(i) && a.glued(i+1):
			head = -1 // "college-educated"
		case head >= 0 && (phraseBreak(w) || (a.toks[i].Tag == "VBN" || a.toks[i].Tag == "VBG") && a.cls[i]&roleNoun == 0):
			return head
		case a.at[i] >= 0 && a.cls[i]&(roleNoun|orgNoun|document|groupNoun) == 0:
			continue
		case a.cls[i]&(roleNoun|orgNoun|document|groupNoun) != 0 && a.cls[i]&grammar == 0:
			head = i
		case strings.HasPrefix(a.toks[i].Tag, "NN") && a.at[i] < 0:
			head = i
		}
	}
	return head
}

// bodyIn names the organisation in the words of a role: "Delmar Rail" in
// "spokesman for Delmar Rail".
func (a *article) bodyIn(r lang.Range, head string) string {
	for i := r.First; i < r.Last; i++ {
		k := a.at[i]
		if k < 0 || a.names[k].toks.First != i {
			continue
		}
		n := &a.names[k]
		if before := a.word(i - 1); employed[head] && (before == "for" || before == "at") && n.ent >= 0 && !a.ents[n.ent].sure {
			a.ents[n.ent].kind = organization
		}
		if n.kind == organization || n.ent >= 0 && a.ents[n.ent].kind == organization {
			return n.text
		}
	}
	return ""
}

// employed are the roles that one has for or at a body, where "for" a person
// would be odd.
var employed = wordSet("spokesman spokeswoman spokesperson director manager executive engineer analyst economist researcher scientist professor editor reporter")

// appositive finds the role between commas behind a name.
func (a *article) appositive(n *name) (lang.Range, bool) {
	i := n.toks.Last
	if a.at1(i) == "(" && a.at1(i+2) == ")" {
		i += 3 // an acronym in between
	}
	if a.at1(i) != "," || !a.sameSentence(n.toks.First, i) {
		return lang.Range{}, false
	}
	i++
	if a.number(i) && (a.at1(i+1) == "," || a.at1(i+1) == ".") {
		a.markPerson(n)
		if a.at1(i+1) == "." {
			return lang.Range{}, false // "Bo Marsh, 78. His wife ..."
		}
		i += 2
	}
	end := a.phraseEnd(i)
	head := a.nounOf(lang.Range{First: i, Last: end})
	if head < 0 || a.cls[head]&(roleNoun|orgNoun|document) == 0 || a.at1(end) != "," && a.at1(end) != "." && a.at1(end) != ";" && !a.breaksOff(end) {
		return lang.Range{}, false
	}
	if first := a.cls[i]; first&grammar != 0 && !determiner(a.word(i)) {
		return lang.Range{}, false
	}
	return lang.Range{First: i, Last: end}, true
}

// markPerson records that only a person can be meant: an age stands behind the
// name.
func (a *article) markPerson(n *name) {
	e := &a.ents[n.ent]
	if !e.sure {
		e.kind, e.sure = person, true
	}
}

func (a *article) number(i int) bool {
	w := a.at1(i)
	return w != "" && w[0] >= '0' && w[0] <= '9'
}

// predicate finds the role behind "is", "was" or "became": "Ana Ruiz was
// governor until 2022".
func (a *article) predicate(n *name) (lang.Range, bool) {
	i := n.toks.Last
	switch a.word(i) {
	case "is", "was", "became", "remains", "'s":
	default:
		return lang.Range{}, false
	}
	if a.word(i) == "'s" && !determiner(a.word(i+1)) {
		return lang.Range{}, false
	}
	end := a.phraseEnd(i + 1)
	r := lang.Range{First: i + 1, Last: end}
	head := a.nounOf(r)
	const near = 7
	body := head >= 0 && a.cls[head]&(orgNoun|roleNoun) == orgNoun && n.kind != person && determiner(a.word(i+1))
	if head < 0 || a.cls[head]&roleNoun == 0 && !body || head-i > near || a.is(head, grammar) {
		return lang.Range{}, false
	}
	for k := i + 1; k < head; k++ {
		if t := a.toks[k].Tag; strings.HasPrefix(t, "V") && t != "VBN" && t != "VBG" || t == "IN" || a.cls[k]&grammar != 0 && !determiner(a.word(k)) {
			return lang.Range{}, false
		}
	}
	return r, true
}

// describedBefore finds the role in front of a name with a comma between: "The
// mayor of Varn, Ana Ruiz,".
func (a *article) describedBefore(n *name) (lang.Range, bool) {
	end := n.toks.First - 1
	if n.role.Len() > 0 {
		end = n.role.First - 1
	}
	if determiner(a.word(end)) && n.role.Len() > 0 {
		end-- // "Her husband, the engineer Bo Marsh,"
	}
	if a.at1(end) != "," || !a.sameSentence(end, n.toks.First) || !a.closesAppositive(n.toks.Last) {
		return lang.Range{}, false
	}
	const longest = 14
	for i := end - 1; i >= 0 && i >= end-longest && a.sameSentence(i, end); i-- {
		w, tag := a.toks[i].Lower, a.toks[i].Tag
		if w == "," || w == ";" || tag == "VBD" || tag == "VBZ" {
			break
		}
		if (!determiner(w) || w == "that") && !a.startsPhrase(i) || i > 0 && nested(a.word(i-1)) {
			continue // not yet the start: "the mayor of the town, Ana Ruiz"
		}
		r := lang.Range{First: i, Last: end}
		head := a.nounOf(r)
		return r, head >= 0 && a.cls[head]&roleNoun != 0 && a.cls[head]&groupNoun == 0 && !a.namesInner(r, head, a.at[n.toks.First])
	}
	return lang.Range{}, false
}

// closesAppositive reports whether the token is a mark that can stand behind a
// name in apposition.
func (a *article) closesAppositive(i int) bool {
	switch w := a.at1(i); w {
	case ",", ".", "'s", ")", ";", "":
		return true
	default:
		return quoteMark(w)
	}
}

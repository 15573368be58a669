package speakers

import (
	"strings"

	"onrecord/claims"
)

// findCouples notes pairs that share a surname: "David and Louise Turpin".
func (a *article) findCouples() {
	for i := range a.names {
		n := &a.names[i]
		k := n.toks.First
		if len(n.words) < 2 || a.word(k-1) != "and" || k < 2 || a.at[k-2] < 0 {
			continue
		}
		first := &a.names[a.at[k-2]]
		if len(first.words) != 1 || first.toks.Last != k-1 || !a.is(k-2, firstM|firstF) && !a.areKin(first) {
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

// areKin reports whether a plural in front of a name says that it and the next
// have a surname in common: "Twins Con and Dinny Marsh".
func (a *article) areKin(n *name) bool {
	if n.role.Len() == 0 {
		return false
	}
	one, ok := singular(a.toks[n.role.Last-1].Lower)
	return ok && kin[one]
}

// findPairs makes an entity of every two people who are named together, so that
// "they" can mean both.
func (a *article) findPairs() {
	for i := 1; i < len(a.names); i++ {
		first, second := &a.names[i-1], &a.names[i]
		start := second.toks.First
		if second.role.Len() > 0 {
			start = second.role.First
		}
		x, y := &a.ents[first.ent], &a.ents[second.ent]
		if first.toks.Last+1 != start || a.word(start-1) != "and" || x.kind != person || y.kind != person || first.ent == second.ent {
			continue
		}
		id := a.addDescribed(x.name+" and "+y.name, claims.Group, true)
		a.ents[id].pair = true
		a.addMention(int32(second.toks.Last-1), id, a.partOf(first.toks))
	}
}

// surname is the last word of a name as written.
func (a *article) surname(n *name) string { return surnameIn(n.text) }

func surnameIn(name string) string {
	return name[strings.LastIndexByte(name, ' ')+1:]
}

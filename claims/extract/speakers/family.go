package speakers

import (
	"strings"

	"onrecord/claims/lang"
)

// byPair resolves "the pair" to two people who were named together.
func (a *article) byPair(core lang.Range, head int) (answer, bool) {
	switch a.toks[head].Lower {
	case "pair", "couple", "duo", "two":
	default:
		return nobody, false
	}
	for _, s := range a.antecedents(core.First, "they", -1) {
		if a.ents[s.ent].pair {
			return answer{ent: s.ent, how: "the two who were named together", sure: 0.85}, true
		}
	}
	return nobody, false
}

// byFamily resolves "the father" and the like to one of a couple.
func (a *article) byFamily(core lang.Range, head int) (answer, bool) {
	w := a.toks[head].Lower
	if w != "father" && w != "mother" && w != "husband" && w != "wife" || core.Len() != 2 || len(a.couples) == 0 {
		return nobody, false
	}
	sex := sexOfClass(a.cls[head] & (roleM | roleF))
	for i := len(a.couples) - 1; i >= max(0, len(a.couples)-bucketSize); i-- {
		for _, e := range a.couples[i] {
			if a.ents[e].sex == sex {
				return answer{ent: e, how: "the " + w + " of the couple", sure: 0.85}, true
			}
		}
	}
	return nobody, false
}

// oneOf words "one of them" with the noun that it means.
func (a *article) oneOf(r lang.Range) string {
	if r.Len() != 3 || a.word(r.First) != "one" || a.word(r.First+1) != "of" || a.word(r.First+2) != "them" {
		return ""
	}
	for i := len(a.spoken) - 1; i >= max(0, len(a.spoken)-longAgo); i-- {
		if u := a.spoken[i]; u.ent >= 0 && strings.HasPrefix(a.ents[u.ent].name, "one of the ") {
			return a.ents[u.ent].name
		}
	}
	list := a.antecedents(r.First+2, "them", -1)
	if len(list) == 0 {
		return ""
	}
	return "one of " + a.ents[list[0].ent].name
}

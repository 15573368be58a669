package speakers

import (
	"strings"

	"onrecord/claims/lang"
)

// sameAs answers with an entity that was described before: by the words of the
// first description, unless these say more.
func (a *article) sameAs(ans answer, id int32, r lang.Range) answer {
	e := &a.ents[id]
	ans.ent = id
	if len(e.at) > 0 && int(e.at[0]) < r.First && (a.definite(r) || a.barePolice(r)) && !nobodyKnown(e.name) && len(undetermined(e.name)) > len(undetermined(ans.name)) && (a.saysNoMore(r, e) || a.onlyScholars(r, r.Last-1) || a.onlyStudy(r, r.Last-1) && !strings.HasPrefix(e.name, "the ")) {
		ans.how = "“" + a.text(r) + "” was first called " + e.name
		ans.name, ans.typ = e.name, e.typ
		ans.sure = 0.85
		return ans
	}
	if e.name != ans.name {
		e.aliases = addOnce(e.aliases, e.name)
	}
	e.name, e.typ = ans.name, ans.typ
	return ans
}

// nobodyKnown reports whether a description tells of nobody in particular: "all
// books", "further media".
func nobodyKnown(name string) bool {
	first, _, _ := strings.Cut(name, " ")
	switch first {
	case "all", "any", "further", "other", "more", "no", "every", "each":
		return true
	}
	return false
}

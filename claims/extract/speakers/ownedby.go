package speakers

import (
	"strings"

	"onrecord/claims/lang"
)

// ownedBy words a phrase that opens with somebody's, with title or age, by the
// full name: "Senator Ruiz's campaign" is "Ana Ruiz's campaign"; "" for other
// phrases.
func (a *article) ownedBy(r lang.Range) string {
	for i := r.First + 1; i < r.Last-1; i++ {
		if a.toks[i].Lower != "'s" || a.at[i-1] < 0 {
			continue
		}
		n := &a.names[a.at[i-1]]
		e := &a.ents[n.ent]
		if n.toks.Last != i || e.kind != person || len(e.words) < 2 || len(n.words) > 1 && n.role.Len() == 0 || n.toks.First == r.First && (a.fullOwner(n) == "" || !lasting[a.word(r.Last-1)]) {
			return ""
		}
		for k := r.First; k < n.toks.First; k++ {
			if a.at[k] >= 0 || nested(a.word(k)) || a.toks[k].Lower == "and" {
				return ""
			}
		}
		return e.name + a.doc.Text[a.toks[i].Span.Start:a.toks[r.Last-1].Span.End]
	}
	return ""
}

// lasting are bodies of somebody that an index lists under the full name, whatever
// the sentence calls the owner.
var lasting = wordSet("campaign team camp administration government foundation")

// fullOwner is the full name of somebody who is called by the surname alone; "" where
// the article has none or the surname is that of several.
func (a *article) fullOwner(n *name) string {
	e := &a.ents[n.ent]
	if len(n.words) != 1 || len(e.words) < 2 || e.kind != person || !e.sure || !has(e.words, n.words[0]) || len(a.rivals(n, n.words[0])) > 0 {
		return ""
	}
	return e.name
}

// ownedByBody answers for a phrase that opens with a body by what it is: "the
// company's board" is "Delmar Rail's board". It fills in no more than the name
// and how sure it is, and nothing where the article has no such body.
func (a *article) ownedByBody(ans *answer, r lang.Range) {
	const longest = 5
	if a.word(r.First) != "the" {
		return
	}
	for i := r.First + 2; i < r.Last-1 && i < r.First+longest; i++ {
		if a.at[i-1] >= 0 {
			return
		}
		if a.toks[i].Lower != "'s" && a.toks[i].Lower != "’s" {
			continue
		}
		head := i - 1
		if c := a.cls[head]; c&orgNoun == 0 || c&(roleNoun|groupNoun|document|placeNoun) != 0 {
			return
		}
		owner, ok := a.byRoleMention(lang.Range{First: r.First, Last: i}, head, -1)
		if !ok || owner.ent < 0 || !a.ents[owner.ent].named {
			return
		}
		ans.name = possessive(a.ents[owner.ent].name) + a.doc.Text[a.toks[i].Span.End:a.toks[r.Last-1].Span.End]
		ans.sure, ans.doubt, ans.others = min(ans.sure, owner.sure), owner.doubt, owner.others
		return
	}
}

// possessive is a name with its ending for an owner.
func possessive(name string) string {
	if strings.HasSuffix(name, "s") {
		return name + "'"
	}
	return name + "'s"
}

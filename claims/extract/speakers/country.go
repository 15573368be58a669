package speakers

import (
	"strings"

	"onrecord/claims"
	"onrecord/claims/lang"
)

// countries tell the country behind its name, in lower case, and behind the
// adjectives for it.
var countries = table("countries", func(out map[string]string, line string) {
	name, adjectives, _ := strings.Cut(line, ":")
	out[strings.ToLower(name)] = name
	for _, adj := range strings.Fields(adjectives) {
		out[adj] = name
	}
})

// governmentOf words "the government", where nothing in the article says more,
// by the country that the article is about; "" where no country stands out.
func (a *article) governmentOf(r lang.Range, head int) string {
	if a.toks[head].Lower != "government" || r.Len() > 2 || a.word(r.First) != "the" && a.word(r.First) != "government" {
		return ""
	}
	if a.about() == "" {
		return ""
	}
	return "Government of " + a.about()
}

// about is the country that the article is about, "" for none.
func (a *article) about() string {
	if a.land == nil {
		land := a.country()
		a.land = &land
	}
	return *a.land
}

// country is the one that the article speaks of at least twice, and twice as
// often as of any other.
func (a *article) country() string {
	n := map[string]int{}
	for i := range a.names {
		if name, ok := countries()[strings.ToLower(a.ents[a.names[i].ent].name)]; ok {
			n[name]++
		}
	}
	for i := range a.toks {
		if t := &a.toks[i]; a.cls[i]&people != 0 && capital(t.Word) {
			if name, ok := countries()[fold(t.Lower)]; ok {
				n[name]++
			}
		}
	}
	best, first, second := "", 0, 0
	for name, k := range n {
		switch {
		case k > first:
			best, first, second = name, k, first
		case k > second:
			second = k
		}
	}
	if first < 2 || first < 2*second {
		return ""
	}
	return best
}

// asGovernment answers for "the government" of the country that the article is
// about.
func (a *article) asGovernment(r lang.Range, head int) (answer, bool) {
	name := a.governmentOf(r, head)
	if name == "" {
		return nobody, false
	}
	ent := a.mentionAt(head)
	if ent < 0 || a.ents[ent].named || len(a.ents[ent].name) > len("the government") {
		return nobody, false
	}
	e := &a.ents[ent]
	e.aliases = addOnce(e.aliases, e.name)
	e.name, e.typ = name, claims.Organization
	return answer{
		ent: ent, name: name, typ: claims.Organization, how: "the article is about " + *a.land, sure: 0.65,
		doubt: "The article does not say in so many words whose government it is.",
	}, true
}

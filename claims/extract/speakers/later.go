package speakers

import "onrecord/claims/lang"

// namedLater resolves an office in the headline or the lead ("a federal judge in
// Varn") to the only one of that office, if the article names that one after it.
func (a *article) namedLater(core lang.Range, head int) (answer, bool) {
	const lead = 2 // last paragraph of it, with a headline and a date before
	noun := a.toks[head].Lower
	if ans, ok := a.bareNameNext(core, head); ok {
		return ans, true
	}
	if w := a.word(core.First); !oneOfAKind[noun] || int(a.para[a.toks[head].Sent]) > lead || w != "a" && w != "an" && !a.bareHeadline(core) {
		return nobody, false
	}
	found := int32(-1)
	for _, e := range a.byRole[noun] {
		if !a.ents[e].named || e == found {
			continue
		}
		if found >= 0 || a.ents[e].before(core.First) >= 0 || a.otherLand(core, &a.ents[e]) {
			return nobody, false
		}
		found = e
	}
	if found < 0 {
		return nobody, false
	}
	return answer{
		ent: found, how: "the article names one " + noun + ", " + a.ents[found].name, sure: 0.7,
		doubt: "The article does not say in so many words who “" + a.text(core) + "” is.",
	}, true
}

// oneOfAKind are offices of which a report mostly speaks of one holder.
var oneOfAKind = wordSet(`judge justice mayor governor minister premier president senator chancellor king queen bishop archbishop pope ambassador
	sheriff coroner congressman congresswoman commissioner prosecutor`)

// otherLand reports whether a people in the phrase is not the one of the
// entity's roles.
func (a *article) otherLand(core lang.Range, e *entity) bool {
	for _, ro := range e.roles {
		if a.modifiersAgree(core, ro.words) <= otherPeople+1 {
			return true
		}
	}
	return false
}

// latter resolves "the latter" to whoever was named right before, as the second
// of two, and "the former" to the first.
func (a *article) latter(core lang.Range) (answer, bool) {
	which := a.word(core.First + 1)
	if core.Len() != 2 || a.word(core.First) != "the" || which != "latter" && which != "former" {
		return nobody, false
	}
	passed := false
	for i := core.First - 1; i > 0 && a.toks[i].Sent+1 >= a.toks[core.First].Sent; i-- {
		if k := a.at[i]; k >= 0 && a.names[k].toks.First == i && a.ents[a.names[k].ent].kind != location {
			if which == "former" && !passed {
				passed = true
				continue
			}
			ans := a.byName(k)
			ans.how, ans.sure = "“the "+which+"” of those named before", min(ans.sure, 0.8)
			return ans, true
		}
	}
	return nobody, false
}

package speakers

import (
	"strings"

	"onrecord/claims"
	"onrecord/claims/lang"
)

// conjuncts divides joint speakers: "A and B", "A, B and C". A single part is
// no joint source.
func (a *article) conjuncts(r lang.Range) []lang.Range {
	r = a.pastGroup(r)
	and := a.topLevelAnd(r)
	next := and + 1
	if and < 0 {
		and, next = a.alongWith(r)
	}
	if and < 0 {
		return nil
	}
	left, right := lang.Range{First: r.First, Last: and}, lang.Range{First: next, Last: r.Last}
	if a.word(left.Last-1) == "," {
		left.Last--
	}
	if a.introduces(left) && a.introduces(right) {
		return []lang.Range{left, right}
	}
	var out []lang.Range
	start := left.First
	for i := left.First; i < left.Last; i++ {
		inside := a.at[i] >= 0 && a.names[a.at[i]].toks.First < i
		if a.toks[i].Lower == "," && !inside {
			out = a.addConjunct(out, lang.Range{First: start, Last: i})
			start = i + 1
		}
	}
	out = a.addConjunct(out, lang.Range{First: start, Last: left.Last})
	if len(out) == 0 {
		return nil
	}
	return append(out, right)
}

// pastGroup leaves out the noun for those who are named behind a comma: "the
// twins, Bo and Alma Reef", "two of its members, Bo Reef and Ada Ide".
func (a *article) pastGroup(r lang.Range) lang.Range {
	const longest = 7
	for i := r.First + 1; i < r.Last && i < r.First+longest && a.at[i] < 0; i++ {
		if a.toks[i].Lower != "," {
			continue
		}
		rest := lang.Range{First: i + 1, Last: r.Last}
		if w := a.word(r.First); (w == "the" || counts[w] || w == "both") && a.toks[i-1].Tag == "NNS" && a.topLevelAnd(rest) > 0 && a.at[r.Last-1] >= 0 && a.at[rest.First] >= 0 {
			return rest
		}
		break
	}
	return r
}

// introduces reports whether the part is a role with its name between commas:
// "the bishop, Lars Fell".
func (a *article) introduces(r lang.Range) bool {
	end := a.coreEnd(r)
	if end+1 >= r.Last || a.word(end) != "," || !determiner(a.word(r.First)) || a.headName(lang.Range{First: r.First, Last: end}) >= 0 {
		return false
	}
	k := a.at[end+1]
	return k >= 0 && a.names[k].toks.Last >= r.Last-1 && a.cls[end-1]&roleNoun != 0
}

// addConjunct takes a part that can speak for itself; an appositive between
// commas cannot.
func (a *article) addConjunct(out []lang.Range, part lang.Range) []lang.Range {
	if part.Len() == 0 || len(out) > 0 && a.headName(part) < 0 && !a.body(part) {
		return out
	}
	return append(out, part)
}

// alongWith finds "along with", "together with" or "as well as" between two
// names and gives where it begins and what stands behind it; -1 where there is
// none.
func (a *article) alongWith(r lang.Range) (at, next int) {
	for i := r.First + 1; i < r.Last-2; i++ {
		next = i + 2
		switch w := a.toks[i].Lower; {
		case (w == "along" || w == "together") && a.word(i+1) == "with":
		case w == "as" && a.word(i+1) == "well" && a.word(i+2) == "as":
			next++
		default:
			continue
		}
		left, right := lang.Range{First: r.First, Last: i}, lang.Range{First: next, Last: r.Last}
		if a.word(i-1) == "," {
			left.Last--
		}
		if right.Len() > 0 && a.headName(lang.Range{First: left.First, Last: a.coreEnd(left)}) >= 0 && a.headName(lang.Range{First: next, Last: a.coreEnd(right)}) >= 0 {
			return i, next
		}
		break
	}
	return -1, -1
}

// body reports whether a part is "the" and a noun for a body or a group.
func (a *article) body(part lang.Range) bool {
	h := a.nounOf(part)
	return a.word(part.First) == "the" && h == part.Last-1 && a.cls[h]&(orgNoun|groupNoun) != 0 && a.cls[h]&roleNoun == 0
}

// bodies reports whether the parts between the commas in front of an "and", and
// the one behind it, are bodies: "police, the airline and the airport".
func (a *article) bodies(left, right lang.Range) bool {
	start := left.First
	for i := left.First; i <= left.Last; i++ {
		if i < left.Last && a.toks[i].Lower != "," {
			continue
		}
		if part := (lang.Range{First: start, Last: i}); !a.body(part) && (start > left.First || !a.groupIn(part)) {
			return false
		}
		start = i + 1
	}
	return a.body(right)
}

// topLevelAnd finds the "and" that joins two speakers, or -1.
func (a *article) topLevelAnd(r lang.Range) int {
	comma := false
	for i := r.First + 1; i < r.Last-1; i++ {
		w := a.toks[i].Lower
		if w == "who" || w == "which" || w == "whose" || w == "--" || w == "—" {
			return -1
		}
		comma = comma || w == ","
		if w != "and" && w != "&" || a.at[i] >= 0 && a.names[a.at[i]].toks.Has(i-1) && a.names[a.at[i]].toks.Has(i+1) {
			continue
		}
		if a.joins(lang.Range{First: r.First, Last: i}, lang.Range{First: i + 1, Last: r.Last}, comma) {
			return i
		}
	}
	return -1
}

// joins reports whether both sides of an "and" are speakers, and not two roles
// of one person or two objects of one preposition.
func (a *article) joins(left, right lang.Range, comma bool) bool {
	rightCore := lang.Range{First: right.First, Last: a.coreEnd(right)}
	rightName := a.namedApart(left, rightCore)
	leftCore := lang.Range{First: left.First, Last: a.coreEnd(left)}
	leftName := a.headName(leftCore) >= 0
	switch {
	case comma && (a.bodies(left, right) || a.introduces(left) && a.introduces(right)):
		return true
	case comma && (!leftName || !rightName || a.word(left.Last-1) != "," && a.hasNoun(left)):
		return false
	case leftName:
		return rightName || determiner(a.word(right.First)) || a.groupIn(rightCore)
	case a.groupIn(leftCore) && a.underNoun(leftCore):
		if a.endsWithBody(leftCore) && a.endsWithBody(rightCore) && rightName {
			return false // "scientists from Varn University and the Delmar Academy"
		}
		return determiner(a.word(right.First))
	case determiner(a.word(left.First)) || a.groupIn(leftCore) || a.word(left.First) == "he" || a.word(left.First) == "she":
		return rightName && !a.underNoun(leftCore) || determiner(a.word(right.First)) || a.groupIn(rightCore)
	}
	return false
}

// namedApart reports whether the phrase behind the "and" is somebody's name, and
// not the rest of one in front of it.
func (a *article) namedApart(left, right lang.Range) bool {
	return a.headName(right) >= 0 && !a.oneBody(left, right)
}

// oneBody reports whether the "and" stands within the name of a body that a
// preposition ties to the one who speaks: "Theo Lanyon of the Dock and Ferry
// Workers' Union".
func (a *article) oneBody(left, right lang.Range) bool {
	last := left.Last - 1
	if !capital(a.toks[last].Word) || determiner(a.word(right.First)) || !a.endsWithBody(right) {
		return false
	}
	for i := last - 1; i > left.First && i > last-4; i-- {
		if a.word(i) == "the" {
			return nested(a.word(i - 1))
		}
	}
	return false
}

// hasNoun reports whether a common noun for a role stands behind a comma of
// the part: an appositive.
func (a *article) hasNoun(r lang.Range) bool {
	behind := false
	for i := r.First; i < r.Last; i++ {
		behind = behind || a.toks[i].Lower == ","
		if behind && a.at[i] < 0 && a.cls[i]&(roleNoun|orgNoun) != 0 {
			return true
		}
	}
	return false
}

// endsWithBody reports whether the phrase ends with the name of an
// organisation.
func (a *article) endsWithBody(r lang.Range) bool {
	k := a.at[r.Last-1]
	return k >= 0 && a.names[k].kind == organization
}

func (a *article) groupIn(r lang.Range) bool {
	h := a.nounOf(r)
	return h >= 0 && a.cls[h]&groupNoun != 0 && a.at[h] < 0
}

// underNoun reports whether the phrase goes on with a preposition behind its
// noun.
func (a *article) underNoun(r lang.Range) bool {
	for i := r.First + 1; i < r.Last; i++ {
		if nested(a.toks[i].Lower) {
			return true
		}
	}
	return false
}

// joint answers with several speakers as one.
func (a *article) joint(parts []lang.Range, self int) answer {
	names := make([]string, 0, len(parts))
	ans := answer{ent: -1, typ: claims.Group, how: "joint speakers", sure: 0.95}
	for _, p := range parts {
		one := a.readSource(p, self)
		a.finish(&one)
		switch {
		case len(names) > 0 && possessivePronoun(a.word(p.First)) && one.ent >= 0 && !a.ents[one.ent].named:
			one.name = a.text(a.untilVerb(p)) // "Ruiz and his supporters"
		case one.name == "":
			one.name = a.text(a.untilVerb(p))
		}
		names = append(names, one.name)
		ans.sure = min(ans.sure, one.sure)
		if one.doubt != "" {
			ans.doubt, ans.others = one.doubt, one.others
		}
	}
	last := len(names) - 1
	ans.name = strings.Join(names[:last], ", ") + " and " + names[last]
	ans.ent = a.addDescribed(ans.name, claims.Group, true)
	return ans
}

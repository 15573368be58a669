package speakers

import (
	"slices"
	"strings"

	"onrecord/claims/lang"
)

// ofSameBody leaves out whoever holds the office at another body: "its chief
// executive" is not the president of the federation.
func (a *article) ofSameBody(list []scored, core lang.Range) []scored {
	owners := a.antecedents(core.First, "its", -1)
	if len(owners) == 0 {
		return list
	}
	body := owners[0].ent
	return slices.DeleteFunc(list, func(s scored) bool { return a.servesAnother(s.ent, body) })
}

// servesAnother reports whether the article gives the person's office at a body
// other than this one: by "its", or by name.
func (a *article) servesAnother(who, body int32) bool {
	e := &a.ents[who]
	for _, at := range e.at {
		if its := a.itsBefore(int(at)); its >= 0 {
			theirs := a.antecedents(its, "its", -1)
			return len(theirs) > 0 && theirs[0].ent != body
		}
	}
	for _, ro := range e.roles {
		for _, w := range strings.Fields(ro.text) {
			if capital(w) && strings.ToLower(w) != ro.head && a.lex.of(fold(strings.ToLower(w)))&(people|place|roleNoun|calendar) == 0 {
				return !has(a.ents[body].words, fold(strings.ToLower(w)))
			}
		}
	}
	return false
}

// itsBefore is the "its" that opens the office in front of a name at token i: "its
// president, Ana Ruiz"; -1 where there is none.
func (a *article) itsBefore(i int) int {
	const longest = 6
	for k := i - 1; k >= 0 && k > i-longest && a.sameSentence(k, i); k-- {
		switch a.tag(k) {
		case "VBD", "VBZ", "VBP", "MD", "IN":
			return -1
		}
		if a.word(k) == "its" {
			return k
		}
	}
	return -1
}

// firms are nouns for businesses, which no public body is called.
var firms = wordSet("company firm business charity")

// ofWorkers reports whether a name is that of a union: no company is one.
func ofWorkers(words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.HasSuffix(strings.Trim(w, "'’"), "workers") })
}

// isPublic reports whether a name is that of a public body.
func (a *article) isPublic(e *entity) bool {
	for _, w := range e.words {
		if public[w] {
			return true
		}
	}
	return false
}

var public = wordSet(`ministry department agency police court council commission government parliament senate congress university party
	bureau army navy nations union`)

// notOwner leaves out whoever a possessive stands for: "his rival" is somebody
// else.
func (a *article) notOwner(list []scored, core lang.Range) []scored {
	w := a.word(core.First)
	if len(list) > 0 && w == "its" {
		return a.ofSameBody(list, core)
	}
	if len(list) == 0 || w != "his" && w != "her" {
		return list
	}
	owners := a.antecedents(core.First, w, -1)
	if len(owners) == 0 {
		return list
	}
	return slices.DeleteFunc(list, func(s scored) bool { return s.ent == owners[0].ent })
}

package speakers

import (
	"slices"
	"strings"

	"onrecord/claims/lang"
)

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
	if len(list) == 0 || w != "his" && w != "her" {
		return list
	}
	owners := a.antecedents(core.First, w, -1)
	if len(owners) == 0 {
		return list
	}
	return slices.DeleteFunc(list, func(s scored) bool { return s.ent == owners[0].ent })
}

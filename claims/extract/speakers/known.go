package speakers

import (
	"strings"

	"onrecord/claims"
)

// indexKnown prepares the archive's speakers for look-up by any word of their
// names.
func (a *article) indexKnown() {
	a.known = make(map[string][]int, len(a.in.Known))
	for i, k := range a.in.Known {
		seen := map[string]bool{}
		for _, form := range append([]string{k.Name}, k.Aliases...) {
			for _, w := range foldWords(form) {
				if !seen[w] {
					seen[w] = true
					a.known[w] = append(a.known[w], i)
				}
			}
		}
	}
}

// foldWords gives the words of a name, folded.
func foldWords(s string) []string {
	fields := strings.Fields(fold(strings.ToLower(s)))
	out := fields[:0]
	for _, f := range fields {
		if f = strings.Trim(f, ".,'’\"“”()"); f != "" && f != "the" {
			out = append(out, f)
		}
	}
	return out
}

// matchKnown ties a new entity to the archive's speaker of the same name, if
// exactly one has it.
func (a *article) matchKnown(id int32) {
	e := &a.ents[id]
	found := -1
	for _, i := range a.known[e.words[len(e.words)-1]] {
		if !a.knownAs(i, e.words) {
			continue
		}
		if found >= 0 {
			return
		}
		found = i
	}
	if found < 0 {
		return
	}
	e.known = found
	switch a.in.Known[found].Type {
	case claims.Person:
		e.kind, e.sure = person, true
	case claims.Organization:
		e.kind, e.sure = organization, true
	}
}

// knownAs reports whether the words are a name or an alias of the known
// speaker.
func (a *article) knownAs(i int, words []string) bool {
	k := &a.in.Known[i]
	for _, form := range append([]string{k.Name}, k.Aliases...) {
		w := foldWords(form)
		if len(w) == len(words) && inOrder(words, w) {
			return true
		}
	}
	return false
}

// complete lists the archive's people whose surname is the only word that the
// article gives.
func (a *article) complete(surname string) []int {
	var out []int
	for _, i := range a.known[surname] {
		w := foldWords(a.in.Known[i].Name)
		if len(w) > 1 && w[len(w)-1] == surname && a.in.Known[i].Type == claims.Person {
			out = append(out, i)
		}
	}
	return out
}

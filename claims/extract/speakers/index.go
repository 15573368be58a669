package speakers

import "strings"

// indexNames are the short names that a newsroom's index lists in full: "us" is
// the United States.
var indexNames = table("index-names", func(out map[string]string, line string) {
	full, short, _ := strings.Cut(line, ":")
	for _, s := range strings.Fields(short) {
		out[s] = full
	}
	out[spelling(strings.ToLower(full))] = full
})

// spelling writes British forms as American ones.
func spelling(lower string) string { return strings.ReplaceAll(lower, "isation", "ization") }

// inFull gives the name by which an index lists a body that the article calls by
// a short name or another spelling; "" where it is the same.
func inFull(n *name) string {
	lower := strings.ToLower(n.text)
	if len(n.words) == 1 && !acronym(n.text) {
		return ""
	}
	if full := indexName(spelling(lower)); full != n.text {
		return full
	}
	return ""
}

// indexName looks a short name up, with or without full stops.
func indexName(lower string) string { return indexNames()[strings.ReplaceAll(lower, ".", "")] }

// abbreviated reports whether a name opens with the short form of another: "U.S.
// Salmon Board".
func abbreviated(name string) bool {
	first, rest, _ := strings.Cut(name, " ")
	return rest != "" && acronym(first) && indexName(strings.ToLower(first)) != ""
}

// byIndexName is the entity that the article also calls by the full name of the
// index, or -1.
func (a *article) byIndexName(full string) int32 {
	words := foldWords(full)
	for _, e := range a.byWord[words[len(words)-1]] {
		if w := a.ents[e].words; len(w) == len(words) && inOrder(words, w) {
			return e
		}
	}
	return -1
}

// byFirstLetters is the body whose words begin with the letters of an acronym
// that the article never explains: "NSGA" after the Northern Salmon Growers'
// Association; -1 where there is none or more than one.
func (a *article) byFirstLetters(letters string) int32 {
	const shortest = 3
	if len(letters) < shortest {
		return -1
	}
	if a.byLettersOf == nil {
		a.byLettersOf = map[string]int32{}
		for id := range a.ents {
			e := &a.ents[id]
			if !e.named || len(e.words) < shortest || e.kind != organization {
				continue
			}
			key := initials(e.words)
			if _, two := a.byLettersOf[key]; two {
				a.byLettersOf[key] = -1
				continue
			}
			a.byLettersOf[key] = int32(id)
		}
	}
	if e, ok := a.byLettersOf[letters]; ok {
		return e
	}
	return -1
}

// shortens reports whether a name in brackets is a short form of the words in
// front of it: "California Department of Forests (CalFor)".
func shortens(short string, words []string) bool {
	const shortest = 3
	lower := fold(strings.ToLower(short))
	if len(lower) < shortest || !capital(short) || !strings.Contains(initials(words), lower[:1]) {
		return false
	}
	first, parts := lower[0], 0
	for _, w := range words {
		if len(w) >= shortest && strings.Contains(lower, w[:shortest]) {
			parts++
		}
	}
	return parts > 0 && strings.IndexByte(initials(words), first) >= 0
}

package report

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// author is a person of a byline.
type author struct{ given, family string }

var (
	byWord  = regexp.MustCompile(`(?i)^(by|par|von|por)\s+`)
	andWord = regexp.MustCompile(`\s*(?:,|;|&|\s(?:and|et|und|y)\s)\s*`)
)

// trimBy leaves out the "By" of a byline.
func trimBy(byline string) string { return byWord.ReplaceAllString(oneLine(byline), "") }

// authors reads the people of a byline: "By Ana Ruiz and Tom van der Beck". A
// name of one word, such as that of an agency, has no given part.
func authors(byline string) []author {
	var out []author
	for _, name := range andWord.Split(trimBy(byline), -1) {
		words := strings.Fields(name)
		if len(words) == 0 {
			continue
		}
		// The family name begins at its first particle: "van der Beck".
		at := len(words) - 1
		for at > 1 && unicode.IsLower(firstRune(words[at-1])) {
			at--
		}
		out = append(out, author{strings.Join(words[:at], " "), strings.Join(words[at:], " ")})
	}
	return out
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// full is the name in the order of speech.
func (a author) full() string { return joinedBy(" ", a.given, a.family) }

// inverted lists the first author by family name, the others in the order of
// speech, as Chicago and MLA do.
func (w words) inverted(byline string) string {
	people := authors(byline)
	names := make([]string, len(people))
	for i, a := range people {
		names[i] = a.full()
		if i == 0 {
			names[i] = joined([]string{a.family, a.given})
		}
	}
	if w.english() {
		return listed(names, ", and ")
	}
	return listed(names, " "+w.of("and")+" ")
}

// initials lists the authors as APA does: Ruiz, A., & Beck, T.
func (w words) initials(byline string) string {
	var names []string
	for _, a := range authors(byline) {
		var letters []string
		for _, g := range strings.Fields(a.given) {
			letters = append(letters, string(firstRune(g))+".")
		}
		names = append(names, joined([]string{a.family, strings.Join(letters, " ")}))
	}
	if w.english() {
		return listed(names, ", & ")
	}
	return listed(names, " & ")
}

// lastNames are the family names, for a reference in brackets.
func lastNames(byline string) string {
	people := authors(byline)
	if len(people) > 2 {
		return people[0].family + " et al."
	}
	var names []string
	for _, a := range people {
		names = append(names, a.family)
	}
	return listed(names, " and ")
}

func listed(names []string, last string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + last + names[len(names)-1]
}

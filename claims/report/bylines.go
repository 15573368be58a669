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
	byWord  = regexp.MustCompile(`(?i)^(?:(?:by|par|von|por)\s+|(?:本[报報紙])?[记記]者\s*)`)
	andWord = regexp.MustCompile(`\s*(?:,|;|&|、|，|\s(?:and|et|und|y|with|avec|mit|con)\s)\s*(?:(?:and|et|und|y|with|avec|mit|con)\s)?`)
)

// trimBy leaves out the "By" of a byline.
func trimBy(byline string) string { return byWord.ReplaceAllString(oneLine(byline), "") }

// corporate begins the name of an organization that stands where an author does.
var corporate = regexp.MustCompile(`(?i)^(?:the |el |la |le |los |las |les |die |der |das |l[’'])?(?:minist(?:ry|erio|ère|erium)|bundes\w+|department|departamento|département|office|oficina|bureau|amt|council|consejo|conseil|ayuntamiento|mairie|` +
	`university|universi(?:dad|té|tät)|institut[eo]?|agenc(?:y|ia)|agence|association|asociación|verband|federación|fédération|federation|comm?itt?ee|comité|commission|comisión|kommission|` +
	`staff|redaktion|redacción|rédaction|editorial|newsroom|desk|reuters|afp|dpa|efe)\b`)

// authors reads the people of a byline: "By Ana Ruiz and Tom van der Beck". A
// name of one word, such as that of an agency, has no given part.
func authors(byline string) []author {
	if whole := trimBy(byline); corporate.MatchString(whole) && !strings.Contains(whole, ";") {
		return []author{{family: whole}}
	}
	var out []author
	for _, name := range andWord.Split(trimBy(byline), -1) {
		words := strings.Fields(name)
		if len(words) == 0 {
			continue
		}
		if len(words) == 2 && familyFirst(name) {
			out = append(out, author{given: words[1], family: words[0]}) // East Asian names begin with the family's
			continue
		}
		// The family name begins at its first particle: "van der Beck".
		at := len(words) - 1
		for at > 1 && (unicode.IsLower(firstRune(words[at-1])) || particle[words[at-1]]) {
			at--
		}
		out = append(out, author{strings.Join(words[:at], " "), strings.Join(words[at:], " ")})
	}
	return out
}

// particle are the parts of family names that can be written large: "Le Goff".
var particle = map[string]bool{"La": true, "Le": true, "Les": true, "Van": true, "Von": true, "De": true, "Del": true, "Di": true, "Da": true, "Du": true, "Des": true, "St.": true, "Ben": true, "Bin": true, "Al": true, "El": true}

// familyFirst reports whether a name is written in letters of East Asia, where
// the family's name stands before the given one.
func familyFirst(name string) bool {
	return unicode.In(firstRune(name), unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// full is the name in the order of speech.
func (a author) full() string {
	if familyFirst(a.family) {
		return joinedBy(" ", a.family, a.given)
	}
	return joinedBy(" ", a.given, a.family)
}

// How many authors Chicago and MLA name before they say "et al." of all but the
// first few, and APA before it leaves out those in the middle.
const (
	chicagoMost = 6
	mlaMost     = 2
	apaMost     = 20
)

// inverted lists the first author by family name, the others in the order of
// speech, as Chicago and MLA do. Of more than most, the first half is named.
func (w words) inverted(byline string, most int) string {
	people := authors(byline)
	left := len(people) > most
	if left {
		people = people[:(most+1)/2]
	}
	names := make([]string, len(people))
	for i, a := range people {
		names[i] = a.full()
		if i == 0 {
			names[i] = joined([]string{a.family, a.given})
		}
	}
	switch {
	case left:
		return strings.Join(names, ", ") + ", et al."
	case w.english():
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
			letters = append(letters, initial(g))
		}
		names = append(names, joined([]string{a.family, strings.Join(letters, " ")}))
	}
	if n := len(names); n > apaMost {
		return strings.Join(names[:apaMost-1], ", ") + ", . . . " + names[n-1]
	}
	if w.english() {
		return listed(names, ", & ")
	}
	return listed(names, " & ")
}

// initial shortens a given name; both parts of one with a hyphen.
func initial(given string) string {
	var parts []string
	for part := range strings.SplitSeq(given, "-") {
		if part != "" {
			parts = append(parts, string(firstRune(part))+".")
		}
	}
	return strings.Join(parts, "-")
}

// lastNames are the family names, for a reference in brackets.
func lastNames(byline, and string) string {
	people := authors(byline)
	if len(people) > 2 {
		return people[0].family + " et al."
	}
	var names []string
	for _, a := range people {
		names = append(names, a.family)
	}
	return listed(names, and)
}

func listed(names []string, last string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + last + names[len(names)-1]
}

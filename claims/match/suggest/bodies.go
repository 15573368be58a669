package suggest

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"onrecord/assets"
	"onrecord/claims/fold"
)

// sameBody compares the names of organisations: by their words in any order,
// without the form of a company, or one as the initials of the other. A slip is
// taken for one in a word that news knows; a letter tells two towns apart.
func sameBody(x, y *oneName) Duplicate {
	p, q := x.sorted, y.sorted
	switch {
	case len(p) == 0 || len(q) == 0:
		return Duplicate{}
	case slices.Equal(p, q):
		return Duplicate{0.85, "the same words"}
	case isAcronym(x.written) && acronym(y.written) == strings.ToLower(x.written), isAcronym(y.written) && acronym(x.written) == strings.ToLower(y.written):
		return Duplicate{0.75, "one is the initials of the other"}
	}
	if len(p) != len(q) {
		return Duplicate{}
	}
	slips := 0
	for i := range p {
		if p[i] == q[i] {
			continue
		}
		if slips++; slips > 1 || x.sounds[i] != y.sounds[i] && !(oneSlip(p[i], q[i]) && (inNews().knows(p[i]) || inNews().knows(q[i]))) {
			return Duplicate{}
		}
	}
	return Duplicate{0.65, "one letter apart"}
}

// bodyWords sorts the words of a name that tell organisations apart, as stems.
func bodyWords(parts []string) []string {
	var out []string
	for _, w := range parts {
		if !joints[w] && !companyForms[w] {
			out = append(out, stem(w))
		}
	}
	slices.Sort(out)
	return out
}

var (
	joints       = set("of the for and in on & von de du la le des der die das und et y")
	companyForms = set("ltd limited inc incorporated llc plc corp corporation co company ag gmbh se sa sas spa srl bv nv ab as oy oyj asa group holding holdings")
	bodies       = set(`ministry department office agency authority council commission committee party union league association institute university college
		school hospital bank company group court police board federation society foundation fund center centre bureau service services workers city town
		county province government parliament port club church ag ltd inc gmbh plc`)
)

func looksLikeBody(parts []string) bool {
	return slices.ContainsFunc(parts, func(w string) bool { return bodies[w] })
}

// isAcronym reports whether a name is one word of capitals.
func isAcronym(name string) bool {
	const least, most = 2, 6
	return len(name) >= least && len(name) <= most && !strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsUpper(r) })
}

// acronym gives the initials of the words of a name, joints left out.
func acronym(name string) string {
	var b strings.Builder
	for w := range strings.FieldsSeq(fold.Key(name)) {
		if !joints[w] {
			b.WriteByte(w[0])
		}
	}
	return b.String()
}

// firstNames holds the given names that are known.
var firstNames = sync.OnceValue(func() map[string]bool {
	data, err := assets.Lexicons.ReadFile("lexicons/first-names.txt")
	if err != nil {
		return nil // without the list, slips in given names are judged by their letters alone
	}
	var lists []string
	for line := range strings.Lines(string(data)) {
		if _, names, ok := strings.Cut(line, ": "); ok && line[0] != '#' {
			lists = append(lists, names)
		}
	}
	return set(lists...)
})

package suggest

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"onrecord/claims"
	"onrecord/claims/fold"
	"onrecord/claims/lang"
	"onrecord/claims/match/words"
)

// Duplicate is why two speakers may be one.
type Duplicate struct {
	Score  float64 // 0 to 1
	Reason string
}

// LeastDuplicate is the score from which on a pair is worth showing.
const LeastDuplicate = 0.5

// Names are the names of one speaker, ready to be compared with those of many.
type Names struct {
	all   []oneName
	body  bool // an organisation
	roles [][]string
}

// oneName is a name or alias with its folded words, and what is asked of it for
// every pair.
type oneName struct {
	written string
	parts   []string
	spelled []string // the parts by their spelling
	joined  string   // all of them as one word
	after   string   // "jr", "iii"
	body    bool     // has a word such as "ministry"
	sorted  []string // what tells a body from others
	sounds  []string // those by their spelling
}

func newName(written string, parts []string) oneName {
	n := oneName{written: written, parts: parts, joined: spelling(strings.Join(parts, "")), body: looksLikeBody(parts), sorted: bodyWords(parts)}
	for _, p := range parts {
		n.spelled = append(n.spelled, spelling(p))
	}
	for _, w := range n.sorted {
		n.sounds = append(n.sounds, spelling(w))
	}
	if last := parts[len(parts)-1]; generations[last] {
		n.after = last
	}
	return n
}

// NewNames takes the names of a speaker apart. A description such as "a
// spokesman" is no name.
func NewNames(s *claims.Speaker) *Names {
	n := &Names{body: s.Type == claims.Organization}
	if !isNamed(s) {
		return n
	}
	for _, name := range telling(s) {
		if parts := nameParts(name); len(parts) > 0 {
			n.all = append(n.all, newName(name, parts))
		}
	}
	for _, r := range s.Roles {
		if w := bodyWords(strings.Fields(fold.Key(r.Title))); len(w) > 0 {
			n.roles = append(n.roles, w)
		}
	}
	return n
}

// SameSpeaker tells how likely two speakers are one, by their names, aliases
// and roles. Two who share a surname only are not.
func SameSpeaker(a, b *Names) Duplicate {
	var best Duplicate
	for i := range a.all {
		for k := range b.all {
			if d := sameName(&a.all[i], &b.all[k], a, b); d.Score > best.Score {
				best = d
			}
		}
	}
	return best
}

// telling lists the name and those aliases that say more than one word of it:
// that Doug Miller is also called Miller makes nobody else of that name him.
// Nor is every supreme court that of Puerto Rico: of a body, aliases that only
// shorten the name are left out.
func telling(s *claims.Speaker) []string {
	out := []string{s.Name}
	own := nameParts(s.Name)
	for _, alias := range s.Aliases {
		parts := nameParts(alias)
		short := !slices.ContainsFunc(parts, func(p string) bool { return !slices.Contains(own, p) })
		if short && (len(parts) == 1 || s.Type == claims.Organization && len(parts) < len(own)) {
			continue
		}
		out = append(out, alias)
	}
	return out
}

// isNamed reports whether the speaker has a name of its own: one with a
// capital, which a description such as "a spokesman" lacks.
func isNamed(s *claims.Speaker) bool {
	if s.Type != claims.Person && s.Type != claims.Organization && s.Type != "" {
		return false
	}
	return strings.ContainsFunc(s.Name, unicode.IsUpper)
}

func sameName(x, y *oneName, a, b *Names) Duplicate {
	switch {
	case slices.Equal(x.parts, y.parts):
		return Duplicate{0.95, "the same name, written otherwise"}
	case x.after != y.after:
		return Duplicate{}
	case x.joined == y.joined:
		return Duplicate{0.85, "the same name, its words joined otherwise"}
	case a.body || b.body || x.body || y.body:
		return sameBody(x, y)
	}
	return samePerson(x, y, a, b)
}

// sharesRole reports whether the two have a role of the same words.
func (n *Names) sharesRole(o *Names) bool {
	return slices.ContainsFunc(n.roles, func(r []string) bool {
		return slices.ContainsFunc(o.roles, func(q []string) bool { return slices.Equal(r, q) })
	})
}

// nameParts gives the folded words of a name without titles, hyphens and
// apostrophes.
func nameParts(name string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(fold.Key(name), func(r rune) bool { return r == ' ' || r == '-' || r == '.' || r == ',' }) {
		w = strings.ReplaceAll(w, "'", "") // folding has made it of a curly one
		if w == "&" {
			w = "and"
		}
		if w != "" && !titles[w] {
			out = append(out, w)
		}
	}
	return out
}

var titles = set(`mr mrs ms miss dr prof professor sir dame lord lady president minister senator judge mayor governor general colonel captain
	father sister king queen prince princess chancellor premier the`)

// generations tell a father from his son: only one of the two is so called.
var generations = set("jr sr ii iii iv junior senior")

// samePerson compares the names of people.
func samePerson(x, y *oneName, a, b *Names) Duplicate {
	if len(x.parts) > len(y.parts) {
		x, y = y, x
	}
	p, q := x.parts, y.parts
	if len(p) < len(q) && slices.Equal(p, q[len(q)-len(p):]) && a.sharesRole(b) {
		return Duplicate{0.7, "the same surname and role"}
	}
	if len(p) == 1 {
		if len(q) == 1 && oneSlip(p[0], q[0]) && a.sharesRole(b) {
			return Duplicate{0.6, "one letter apart, the same role"}
		}
		return Duplicate{}
	}
	last, given := sameSurname(x, y)
	if last == "" {
		return Duplicate{}
	}
	score, how := sameGiven(x, y, len(p)-given, len(q)-given)
	switch {
	case score == 0 || last != exact && how == byInitial:
		return Duplicate{}
	case last == exact:
		return Duplicate{score, last + "; " + how}
	}
	return Duplicate{score - 0.1, last + "; " + how}
}

// How two names agree, in words.
const (
	exact     = "the same surname"
	byInitial = "the initials agree"
)

// sameSurname compares the ends of two names and tells how they agree, "" for
// not, and how many words the surname has.
func sameSurname(x, y *oneName) (how string, size int) {
	a, b := x.parts[len(x.parts)-1], y.parts[len(y.parts)-1]
	switch {
	case a == b:
		return exact, 1
	case x.spelled[len(x.spelled)-1] == y.spelled[len(y.spelled)-1]:
		return "the surnames are two spellings of one", 1
	case oneSlip(a, b):
		return "the surnames are one letter apart", 1
	}
	return "", 0
}

// oneSlip reports whether two words of some length differ by one slip of the
// key, and begin alike.
func oneSlip(a, b string) bool {
	const least = 6 // letters: shorter names that differ are other names
	return len(a) >= least && len(b) >= least && a[0] == b[0] && words.NewSpeller(a).Distance(b) == 1
}

// sameGiven compares given names, the first n and m words of two names, one by one. A
// middle name may be missing; an initial stands for any name that begins with it.
func sameGiven(x, y *oneName, n, m int) (float64, string) {
	if n > m {
		x, y, n, m = y, x, m, n
	}
	p, q := x.parts[:n], y.parts[:m]
	score, how := 0.9, "the given names agree"
	for i, g := range p {
		switch h := q[i]; {
		case g == h:
		case len(g) == 1 || len(h) == 1:
			if g[0] != h[0] {
				return 0, ""
			}
			score, how = min(score, 0.7), byInitial
		case lang.ShortForms(g, h):
			score, how = min(score, 0.75), "one is short for the other"
		case x.spelled[i] == y.spelled[i]:
			score, how = min(score, 0.85), "two spellings of one name"
		case oneSlip(g, h) && !(firstNames()[g] && firstNames()[h]) && g[len(g)-1] == h[len(h)-1]:
			score, how = min(score, 0.6), "one letter apart"
		default:
			return 0, ""
		}
	}
	if len(q)-len(p) > 1 {
		return 0, ""
	}
	if len(q) > len(p) && score == 0.9 {
		score, how = 0.8, "one has a middle name more"
	}
	return score, how
}

// spelling folds the ways in which names are written in Latin letters: of
// other scripts, and by ear.
func spelling(s string) string {
	if strings.HasPrefix(s, "ye") {
		s = s[1:] // Yevgeny is Evgeny
	}
	for _, r := range spellings {
		s = strings.ReplaceAll(s, r[0], r[1])
	}
	var out []byte
	for i := range len(s) {
		if n := len(out); n == 0 || out[n-1] != s[i] {
			out = append(out, s[i])
		}
	}
	return string(out)
}

var spellings = [][2]string{
	{"tsch", "ch"},
	{"tch", "ch"},
	{"sch", "sh"},
	{"tz", "ts"},
	{"ou", "u"},
	{"oo", "u"},
	{"ck", "k"},
	{"ks", "x"},
	{"kh", "h"},
	{"ph", "f"},
	{"th", "t"},
	{"dh", "d"},
	{"gh", "g"},
	{"ij", "i"},
	{"iy", "i"},
	{"yi", "i"},
	{"yu", "iu"},
	{"io", "iu"},
	{"y", "i"},
	{"ca", "ka"},
	{"ce", "se"},
	{"co", "ko"},
	{"w", "v"},
	{"der", "dr"},
	{"ae", "a"},
	{"oe", "o"},
	{"ue", "u"},
	{"muha", "moha"},
	{"med", "mad"},
	{"o", "u"},
}

// Keys gives the keys of which two speakers who may be one share at least
// one: parts of their surnames as they are spelled, the words of a body and
// its initials.
func (n *Names) Keys() []string {
	const part = 3 // letters that one slip leaves at either end of a name of six
	seen := map[string]bool{}
	for _, name := range n.all {
		last := name.parts[len(name.parts)-1]
		seen["name "+last] = true
		seen["spelled "+name.spelled[len(name.spelled)-1]] = true
		seen["joined "+name.joined] = true
		if len(last) >= 2*part {
			seen["begins "+last[:part]] = true
			seen["ends "+last[:1]+last[len(last)-part:]] = true
		}
		if all := name.sorted; len(all) > 0 && (n.body || name.body || isAcronym(name.written)) {
			seen["body "+all[0]], seen["body "+all[len(all)-1]] = true, true
			seen["initials "+acronym(name.written)] = true
			if isAcronym(name.written) {
				seen["initials "+strings.ToLower(name.written)] = true
			}
		}
	}
	return slices.Collect(maps.Keys(seen))
}

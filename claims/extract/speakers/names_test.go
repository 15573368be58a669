package speakers

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The rules by which the open corpora's scorers compare a speaker's name with
// the gold name, so that this package can be measured without the extractor.

var wordRE = regexp.MustCompile(`[\pL\pN_]+(?:['’][\pL\pN_]+)*`)

func scoreWords(name string) []string {
	return wordRE.FindAllString(strings.ReplaceAll(name, "_", " "), -1)
}

func unpossessed(w string) string {
	return strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
}

func normNews(name string) []string {
	words := scoreWords(name)
	for i := range words {
		words[i] = strings.ToLower(words[i])
	}
	for len(words) > 0 && (words[0] == "the" || words[0] == "a" || words[0] == "an") {
		words = words[1:]
	}
	for i := range words {
		words[i] = unpossessed(words[i])
	}
	return words
}

var newsTitles = wordSet("mr mrs ms dr sir sen senator gov governor president prime minister rep gen general professor prof lord lady judge justice chancellor secretary")

func without(words []string, drop map[string]bool) []string {
	var out []string
	for _, w := range words {
		if !drop[w] {
			out = append(out, w)
		}
	}
	if len(out) == 0 {
		return words
	}
	return out
}

// sameNewsName is the rule of the Wikinews and seed scorer.
func sameNewsName(mine, gold string) bool {
	a, b := without(normNews(mine), newsTitles), without(normNews(gold), newsTitles)
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	if slices.Equal(a, b) {
		return true
	}
	small, big := a, b
	if len(b) <= len(a) {
		small, big = b, a
	}
	return len(small) > 1 && subset(small, big) && slices.Contains(a, b[len(b)-1])
}

func subset(small, big []string) bool {
	for _, w := range small {
		if !slices.Contains(big, w) {
			return false
		}
	}
	return true
}

var phenomenaTitles = wordSet(`mr mrs ms miss mx dr prof professor sir dame lord lady sen senator rep representative congressman
congresswoman gov governor president premier prime minister secretary chancellor ambassador mayor alderman cllr councillor
councilman councilwoman judge justice attorney chief capt captain col colonel gen general maj major lt lieutenant sgt sergeant
cpl corporal pvt private adm admiral cmdr commander commissioner inspector superintendent detective constable officer rev
reverend father fr sister brother bishop archbishop cardinal pope rabbi imam sheikh king queen prince princess duke duchess
count countess baron baroness hon chair chairman chairwoman coach the a an`)

var (
	phenomenaDeterminers  = wordSet("the a an his her their its our my this that these those")
	phenomenaPrepositions = wordSet("of for at in on to by with from near behind under over against about among between within across")
)

func normPhenomena(name string) []string {
	words := scoreWords(name)
	for i := range words {
		words[i] = unpossessed(words[i])
	}
	for len(words) > 1 && phenomenaTitles[strings.ToLower(words[0])] && !phenomenaPrepositions[strings.ToLower(words[1])] {
		words = words[1:]
	}
	return words
}

// samePhenomenaName is the rule of the phenomena scorer.
func samePhenomenaName(mine, gold string) bool {
	a, b := normPhenomena(mine), normPhenomena(gold)
	x, y := strings.Fields(strings.ToLower(strings.Join(a, " "))), strings.Fields(strings.ToLower(strings.Join(b, " ")))
	switch {
	case len(x) == 0 || len(y) == 0:
		return false
	case slices.Equal(x, y):
		return true
	case len(x) > len(y):
		if !slices.Equal(x[len(x)-len(y):], y) {
			return false
		}
		rest := x[:len(x)-len(y)]
		for len(rest) > 0 && phenomenaDeterminers[rest[len(rest)-1]] {
			rest = rest[:len(rest)-1]
		}
		return len(rest) > 0 && !slices.Contains(rest, "and") && !slices.Contains(rest, "for") && !phenomenaPrepositions[rest[len(rest)-1]]
	case !slices.Equal(y[len(y)-len(x):], x):
		return false
	}
	for _, w := range b[:len(b)-len(a)] {
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsUpper(r) || phenomenaPrepositions[strings.ToLower(w)] || strings.EqualFold(w, "and") {
			return false
		}
	}
	return true
}

type gumSpeaker struct {
	Type, Identity string
	Mentions       []string
}

var gumPronouns = wordSet("he she they it i we you him her them his their its who which that us me my our one himself herself themselves")

// properMention reports whether a word of the mention has a capital for its own
// sake.
func properMention(mention, text string) bool {
	words := scoreWords(mention)
	if len(words) == 0 || gumPronouns[strings.ToLower(words[0])] && len(words) == 1 {
		return false
	}
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) || phenomenaDeterminers[strings.ToLower(w)] {
			continue
		}
		if regexp.MustCompile(`[a-z,;] (?:[A-Z]\w* )*` + regexp.QuoteMeta(w) + `\b`).MatchString(text) {
			return true
		}
	}
	return false
}

// sameGumSpeaker is the rule of the GUM scorer.
func sameGumSpeaker(name string, s gumSpeaker, text string) bool {
	mentions := slices.DeleteFunc(slices.Clone(s.Mentions), func(m string) bool { return len(scoreWords(m)) > 12 })
	if len(mentions) == 0 {
		mentions = s.Mentions
	}
	var proper []string
	for _, m := range mentions {
		if properMention(m, text) {
			proper = append(proper, m)
		}
	}
	if s.Identity != "" {
		proper = append(proper, s.Identity)
	}
	mine := normNews(name)
	if len(mine) == 0 {
		return false
	}
	if len(proper) == 0 {
		return slices.ContainsFunc(mentions, func(m string) bool {
			return slices.ContainsFunc(normNews(m), func(w string) bool { return slices.Contains(mine, w) })
		})
	}
	if len(mine) == 1 && gumPronouns[mine[0]] {
		return false
	}
	last := mine[len(mine)-1]
	return slices.ContainsFunc(proper, func(m string) bool {
		w := normNews(m)
		switch {
		case len(w) == 0:
			return false
		case slices.Equal(mine, w), subset(mine, w) && last == w[len(w)-1], subset(w, mine) && last == w[len(w)-1]:
			return true
		case s.Type != "person":
			return subset(mine, w) || subset(w, mine)
		}
		return slices.ContainsFunc(scoreWords(m), func(x string) bool {
			r, _ := utf8.DecodeRuneInString(x)
			return unicode.IsUpper(r) && strings.ToLower(x) == last
		})
	})
}

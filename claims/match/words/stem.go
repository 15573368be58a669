package words

import (
	"slices"
	"strings"

	"github.com/kljensen/snowball/english"
	"github.com/kljensen/snowball/french"
	"github.com/kljensen/snowball/spanish"
)

// Languages are those whose endings are known, as BCP 47 codes.
var Languages = []string{"en", "fr", "de", "es"}

// Stems gives what a folded word shares with its other forms: its stem, and
// for an irregular form the stem of the form that dictionaries list ("went":
// "went" and "go"). Language is a BCP 47 tag; one that is unknown is treated
// as English, the language of most archives. The answer is shared: it must not
// be changed.
func Stems(word, language string) []string {
	if len(word) < 3 || word[0] <= '9' {
		return []string{word}
	}
	switch language, _, _ = strings.Cut(language, "-"); language {
	case "fr":
		return []string{french.Stem(word, true)}
	case "es":
		return []string{spanish.Stem(word, true)}
	case "de":
		return []string{german(word)}
	}
	return stemsInEnglish.of(word, englishStems)
}

func englishStems(word string) []string {
	out := []string{english.Stem(word, true)}
	for _, base := range irregular[word] {
		if stem := english.Stem(base, true); !slices.Contains(out, stem) {
			out = append(out, stem)
		}
	}
	return out
}

// AllStems gives the stems of a word in every language that is known. The
// answer is shared: it must not be changed.
func AllStems(word string) []string {
	return stemsOfAll.of(word, allStems)
}

func allStems(word string) []string {
	var out []string
	for _, l := range Languages {
		for _, s := range Stems(word, l) {
			if !slices.Contains(out, s) {
				out = append(out, s)
			}
		}
	}
	return out
}

// Irregular reports whether one of two words is an irregular form of the
// other, or both are of a third.
func Irregular(a, b string) bool {
	for _, base := range append(irregular[a], a) {
		if base == b || slices.Contains(irregular[b], base) {
			return true
		}
	}
	return false
}

// german removes the endings of number and case, as the light stemmer of
// J. Savoy does ("Light stemming approaches for the French, Portuguese, German
// and Hungarian languages", SAC 2006).
func german(word string) string {
	for _, ending := range []string{"ern", "em", "en", "er", "es", "e", "s", "n"} {
		if stem, ok := strings.CutSuffix(word, ending); ok && len(stem) >= 4 {
			return stem
		}
	}
	return word
}

// irregular maps the English forms that no rule reaches to the forms that
// dictionaries list.
var irregular = func() map[string][]string {
	out := map[string][]string{}
	for line := range strings.Lines(irregularForms) {
		forms := strings.Fields(line)
		if len(forms) == 0 {
			continue
		}
		for _, f := range forms[1:] {
			if !slices.Contains(out[f], forms[0]) {
				out[f] = append(out[f], forms[0])
			}
		}
	}
	return out
}()

// irregularForms has one dictionary form a line with the forms made of it.
const irregularForms = `
arise arose arisen
be is are am was were been being
bear bore borne born
beat beaten
become became
begin began begun
bend bent
bet bet
bind bound
bite bit bitten
bleed bled
blow blew blown
break broke broken
breed bred
bring brought
build built
burn burnt
burst burst
buy bought
can could
catch caught
choose chose chosen
cling clung
come came
creep crept
deal dealt
dig dug
do did does done
draw drew drawn
dream dreamt
drink drank drunk
drive drove driven
eat ate eaten
fall fell fallen
feed fed
feel felt
fight fought
find found
flee fled
fling flung
fly flew flown
forbid forbade forbidden
forget forgot forgotten
forgive forgave forgiven
freeze froze frozen
get got gotten
give gave given
go went gone goes
grind ground
grow grew grown
hang hung
have has had
hear heard
hide hid hidden
hold held
keep kept
kneel knelt
know knew known
lay laid
lead led
lean leant
leap leapt
learn learnt
leave left
lend lent
lie lay lain
light lit
lose lost
make made
may might
mean meant
meet met
mistake mistook mistaken
pay paid
prove proven
ride rode ridden
ring rang rung
rise rose risen
run ran
say said says
see saw seen
seek sought
sell sold
send sent
shake shook shaken
shall should
shine shone
shoot shot
show shown
shrink shrank shrunk
sing sang sung
sink sank sunk
sit sat
sleep slept
slide slid
speak spoke spoken
spend spent
spin spun
spring sprang sprung
stand stood
steal stole stolen
stick stuck
sting stung
strike struck stricken
strive strove striven
swear swore sworn
sweep swept
swim swam swum
swing swung
take took taken
teach taught
tear tore torn
tell told
think thought
throw threw thrown
understand understood
undertake undertook undertaken
undergo underwent undergone
wake woke woken
wear wore worn
weave wove woven
weep wept
will would
win won
wind wound
withdraw withdrew withdrawn
withhold withheld
withstand withstood
write wrote written
overcome overcame
oversee oversaw overseen
overtake overtook overtaken
overthrow overthrew overthrown
uphold upheld
foresee foresaw foreseen
man men
woman women
child children
person people
foot feet
tooth teeth
mouse mice
goose geese
wife wives
life lives
knife knives
leaf leaves
half halves
self selves
shelf shelves
thief thieves
wolf wolves
bus buses
gas gases
crisis crises
thesis theses
analysis analyses
basis bases
criterion criteria
phenomenon phenomena
medium media
datum data
good better best
bad worse worst
far further furthest
`

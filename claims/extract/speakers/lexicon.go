package speakers

import (
	"strings"
	"sync"

	"onrecord/assets"
)

// class is what a word can be in a name or a mention; a word can be several
// things at once ("Chase" is a name, "general" an office and no office).
type class uint32

const (
	firstM     class = 1 << iota // first name of a man
	firstF                       // first name of a woman
	roleNoun                     // what a person is: "minister", "florist"
	office                       // a role that is used as a title: "President", "Judge"
	roleM                        // a role that only men have: "spokesman"
	roleF                        // a role that only women have
	orgHead                      // ends the name of an organisation: "Council"
	orgNoun                      // stands for an organisation: "the company"
	placeNoun                    // stands for a place: "the city"
	document                     // a text or a record: "the report"
	place                        // a country, a state, a capital
	placeOpen                    // first word of a place of several words
	people                       // adjective of a country, faith or party
	title                        // "Mr", "Dr"
	groupNoun                    // several people: "residents", "police"
	particle                     // "de", "van", "al" inside names
	grammar                      // a word that is never part of a name
	calendar                     // a day or a month
	outlet                       // a medium that publishes what others say
	bodyName                     // an organisation by itself: "Greenpeace"
	modifier                     // "former", "new": stands before a role, never in a name
	personWord                   // a noun for a person by the dictionary, in no list
)

// lexicon is every list in one table, so that a word is looked up once.
type lexicon struct {
	words  map[string]class
	places map[string]bool // places of several words
}

var lexiconOnce = sync.OnceValue(loadLexicon)

// of looks a word up in lower case, without accents.
func (l *lexicon) of(word string) class { return l.words[word] }

// noun looks a common noun up: a plural of a role is a group.
func (l *lexicon) noun(lower string) class {
	c := l.words[lower]
	if c&(roleNoun|orgNoun|document|groupNoun) != 0 || len(lower) < 4 {
		return c
	}
	if one, ok := singular(lower); ok {
		switch s := l.words[one]; {
		case s&(roleNoun|people) != 0 && s&(place|grammar) == 0:
			return c | groupNoun
		case s&(orgNoun|document) != 0:
			return c | s&(orgNoun|document) | groupNoun
		}
	}
	return c
}

// singular undoes the regular plural of a noun; ok is false where the word
// shows none.
func singular(lower string) (one string, ok bool) {
	switch {
	case strings.HasSuffix(lower, "ies"):
		return lower[:len(lower)-3] + "y", true
	case strings.HasSuffix(lower, "sses"), strings.HasSuffix(lower, "ches"), strings.HasSuffix(lower, "shes"):
		return lower[:len(lower)-2], true
	case strings.HasSuffix(lower, "women"), strings.HasSuffix(lower, "men"):
		return lower[:len(lower)-2] + "an", true
	case strings.HasSuffix(lower, "ss"), !strings.HasSuffix(lower, "s"):
		return "", false
	}
	return lower[:len(lower)-1], true
}

// The closed classes are short enough to stand here; the open ones are lists
// in assets/lexicons.
var closed = map[class]string{
	title | firstM: "mr sir lord fr brother",
	title | firstF: "mrs ms miss mme dame lady sr madam",
	title:          "dr prof sen sens reps govs drs profs messrs gov rep gen col lt sgt capt cmdr adm maj cpl pvt rev hon mx msgr cllr insp supt det pres atty dsp dcp acp ssp igp dci ag vp",
	particle:       "de da di du del dela delos della dos van von der den ter ten zu af bin ibn ben al el ul la le y e st",
	calendar: "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august " +
		"september october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun " +
		"christmas easter ramadan gmt utc est edt pst a.m p.m am pm today yesterday tomorrow",
	groupNoun: "people men women children police policemen policewomen staff youths locals families media press authorities " +
		"prosecutors family families troops forces parents both couple pair duo trio others many some several most few critics democrats republicans " +
		"conservatives liberals socialists greens lawmakers crew crowd audience jury electorate public team folk folks those",
	outlet: "afp ap reuters bbc cnn nbc abc cbs news times post herald telegraph guardian gazette tribune journal wire " +
		"press radio tv television magazine newspaper daily courier chronicle observer leaf mail express mirror ledger",
	modifier: "former ex longtime late then-president acting interim incoming outgoing exiting new old young local senior top fellow recent previous " +
		"beyond perhaps maybe instead indeed nearly recently previously currently overall finally first second third next last " +
		"thus hence today almost roughly around across along amid amidst amongst besides beside unlike like despite via per upon " +
		"throughout underneath outside inside beneath following including concerning regarding given past plus minus alongside " +
		"towards toward whereas unless whether lest versus except thanks ahead apart aside back down off out through together " +
		"especially particularly simply usually typically generally whoever whichever whatever nobody somebody anybody everybody " +
		"nothing something anything everything neither enough much little half none oh well sure please " +
		"reach contact whenever wherever otherwise contrary thank absent initial firstly secondly again",
	grammar: "a an the this that these those i i'm i've i'll i'd me my we us our you your he him his she her hers it its they them their " +
		"who whom whose which what when where why how and or but nor so yet if then than as at by for from in into of on onto to up with " +
		"without within under over after before since until till while although though because during despite between among against " +
		"about above below near not no yes is are was were be been being am has have had do does did will would can could may might " +
		"must shall should there here all any both each either neither every some such only own same too very just also more most " +
		"other another one two three four five six seven eight nine ten q according asked said says say let's hello meanwhile however " +
		"earlier later still even now once",
}

func loadLexicon() *lexicon {
	l := &lexicon{words: make(map[string]class, 4096), places: map[string]bool{}}
	for c, list := range closed {
		for _, w := range strings.Fields(list) {
			l.words[w] |= c
		}
	}
	l.read("first-names", map[string]class{"m": firstM, "f": firstF, "u": firstM | firstF})
	l.read("roles", map[string]class{"office": office | roleNoun, "trade": roleNoun, "m": roleNoun | roleM, "f": roleNoun | roleF})
	l.read("organizations", map[string]class{"head": orgHead, "name": orgHead | bodyName, "noun": orgNoun, "place-noun": orgNoun | placeNoun})
	l.read("documents", map[string]class{"noun": document})
	l.read("peoples", map[string]class{"": people})
	lines("countries", func(line string) {
		_, adjectives, _ := strings.Cut(line, ":")
		for _, w := range strings.Fields(adjectives) {
			l.words[w] |= people
		}
	})
	l.readPlaces()
	return l
}

// table reads a list into a map when it is first asked for.
func table[V any](list string, read func(out map[string]V, line string)) func() map[string]V {
	return sync.OnceValue(func() map[string]V {
		out := map[string]V{}
		lines(list, func(line string) { read(out, line) })
		return out
	})
}

// lines calls f with every line of a list that is not a remark.
func lines(list string, f func(string)) {
	data, err := assets.Lexicons.ReadFile("lexicons/" + list + ".txt")
	if err != nil {
		panic("the word list " + list + " is missing from the program: " + err.Error())
	}
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			f(line)
		}
	}
}

// read adds a list whose lines begin with a kind and a colon, or whose only
// kind is "".
func (l *lexicon) read(list string, kinds map[string]class) {
	lines(list, func(line string) {
		kind, words, ok := strings.Cut(line, ":")
		if !ok {
			kind, words = "", line
		}
		for _, w := range strings.Fields(words) {
			l.words[w] |= kinds[kind]
		}
	})
}

func (l *lexicon) readPlaces() {
	lines("places", func(line string) {
		for name := range strings.SplitSeq(line, "|") {
			head, _, several := strings.Cut(name, " ")
			if !several {
				l.words[name] |= place
				continue
			}
			l.words[head] |= placeOpen
			l.places[name] = true
		}
	})
}

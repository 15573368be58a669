package lang

import (
	"strings"

	"onrecord/claims/wordlist"
)

// abbreviationKind tells how a sentence may end at an abbreviation.
type abbreviationKind uint8

const (
	mayEnd       abbreviationKind = iota // "Inc.", "p.m.": where a new sentence plainly begins
	neverEnds                            // "Mr.", "Gov.": something follows
	beforeNumber                         // "No.", "p.": an abbreviation only before a number
)

// longestAbbreviation is the length of the longest key of abbreviations.
const longestAbbreviation = 6

// abbreviation looks up a word without its final stop.
func abbreviation(word string) (abbreviationKind, bool) {
	if len(word) > longestAbbreviation {
		return 0, false
	}
	kind, ok := abbreviations[word]
	if !ok {
		if len(word) > 2 && strings.ToUpper(word) == word { // "INC."
			kind, ok = abbreviations[word[:1]+strings.ToLower(word[1:])]
		}
	}
	return kind, ok
}

// abbreviations that keep their stop. Those with a stop inside ("U.S.") are
// recognised by their shape and need no entry.
var abbreviations = func() map[string]abbreviationKind {
	lists := map[abbreviationKind]string{
		neverEnds: "Mr Mrs Ms Mx Dr Prof Rev Hon Fr Gov Sen Sens Rep Reps Gen Col Maj Capt Cmdr Lt Sgt Cpl Pvt " +
			"Adm Det Supt Insp Amb Pres Atty Msgr Ald Supv Dep Asst Assoc Messrs Mmes St Ste Mt Ft vs v cf Cf e.g i.e eg ca approx " +
			"Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Pfc Spc Brig",
		mayEnd: "Inc Corp Co Ltd Bros Jr Sr Esq etc al Ave Blvd Rd Sq Univ Dept Assn Ala Ariz Ark Calif Colo Conn Del Fla " +
			"Ga Ill Ind Kan Ky Md Mich Minn Mont Neb Nev Okla Ore Penn Pa Tenn Tex Va Vt Wash Wis Wyo Mon Tue Tues Wed Thu Thur Thurs Fri " +
			"Cos Plc est dept approx yrs hrs min ft lbs Ph.D Bhd Sdn Pty LLC",
		beforeNumber: "No Nos no nos p pp Art Sec sec Fig fig Vol vol Ch ch para Para Nr Abs",
	}
	out := map[string]abbreviationKind{}
	for kind, list := range lists {
		for word := range strings.FieldsSeq(list) {
			if old, ok := out[word]; !ok || old == beforeNumber {
				out[word] = kind
			}
		}
	}
	return out
}()

var set = wordlist.Set

// prefixes keep their hyphen inside the word, as in the English Web Treebank.
var prefixes = set("anti ante arch bi bio co counter cross cyber de e eco ex extra infra inter intra macro mega meta",
	"micro mid mini multi neo non over pan para peri post pre pro proto pseudo quasi re semi sub super tri ultra un uni vice x")

// nameEndings follow the last stop of a host or file name.
var nameEndings = set("com org net gov edu mil int info biz tv uk us ca de fr eu ie au nz in io co ly ru",
	"pdf doc docx xls xlsx html htm php txt csv jpg png")

// clipped words have lost their beginning to an apostrophe: 'em, 'tis.
var clipped = set("em tis twas twill til till cause cuz bout round n neath gainst")

const longestClipped = 5

// contractions are two words in one; the value is where the second begins.
var contractions = map[string]int{
	"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "gimme": 3, "lemme": 3,
}

// The lengths of the contractions.
const (
	shortestContraction = 5
	longestContraction  = 6
)

// starters begin a sentence when they stand with a capital after a stop that
// could belong to an abbreviation.
var starters = set("the a an this that these those he she it they we i you his her its their our my your there here",
	"but and or so yet nor if when while although though because since as after before until once in on at by for from with",
	"under over during between among what why how who where which whether not no some many most all both each every",
	"however meanwhile moreover then now also still instead asked one two three others according despite even only")

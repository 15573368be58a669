package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/claims/wordlist"
)

// nominal reports whether a mention can begin with the token.
func (a *article) nominal(i int) bool {
	switch tag := a.token(i).Tag; {
	case tag == "DT", tag == "PRP", tag == "PRP$", tag == "CD", strings.HasPrefix(tag, "NN"), strings.HasPrefix(tag, "JJ"):
		return true
	}
	return false
}

func (a *article) pronoun(i int) bool {
	switch a.token(i).Lower {
	case "he", "she", "they", "it", "i", "we":
		return true
	}
	return false
}

func (a *article) capital(i int) bool {
	r, _ := utf8.DecodeRuneInString(a.token(i).Word)
	return unicode.IsUpper(r)
}

// temporal reports whether the token names a day, month or other time, which
// stands beside a source without belonging to it.
func (a *article) temporal(i int) bool {
	switch a.token(i).Lower {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "tomorrow",
		"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
		"week", "month", "year", "morning", "afternoon", "evening", "night", "day", "weekend", "time":
		return true
	}
	return false
}

// finite reports whether the token can be the finite verb of a clause.
func (a *article) finite(i int) bool {
	switch a.token(i).Tag {
	case "VBD", "VBZ", "VBP", "MD":
		return true
	}
	return false
}

// speech reports whether the token can be a finite verb of speech or thought,
// also where the tagger took it for a noun: "predict", "insists", "state".
func (a *article) speech(i int) bool {
	t := a.token(i)
	switch t.Tag {
	case "VBD", "VBZ", "VBP", "VBN":
		return saidForms[t.Lower]
	case "NN", "NNS", "JJ", "VB":
		return saidForms[t.Lower] && i > 0 && a.token(i-1).Tag != "IN"
	}
	return false
}

// voiced reports whether the token can tell, beside a quotation, how somebody
// spoke: also by a sound or gesture.
func (a *article) voiced(i int) bool {
	return a.speech(i) || soundForms[a.token(i).Lower] && i > 0 && a.token(i-1).Tag != "IN" && a.token(i-1).Tag != "DT"
}

// auxiliary finds a dependent auxiliary of the cue by its lower-case form.
func (a *article) auxiliary(head int, words ...string) bool {
	for _, k := range a.scene.Kids(head) {
		rel := a.token(int(k)).Rel
		if rel != "aux" && rel != "aux:pass" && rel != "mark" && rel != "advmod" {
			continue
		}
		for _, w := range words {
			if a.token(int(k)).Lower == w {
				return true
			}
		}
	}
	return false
}

// auxiliaryVerb reports whether the token can be an auxiliary.
func (a *article) auxiliaryVerb(i int) bool {
	switch a.token(i).Lemma {
	case "have", "be", "do":
		return true
	}
	return a.token(i).Tag == "MD"
}

// saying are verbs of speech: for them the future, the conditional and the
// missing agent mean that nobody has spoken yet.
var saying = wordSet(`say tell announce state declare claim confirm argue insist explain reveal report warn promise deny
	testify ask address respond reply comment speak discuss decide rule believe think expect suspect allege know understand
	fear hope estimate consider suppose deem schedule`)

// saidForms are finite forms of verbs of speech and thought.
var saidForms = finiteForms(`say tell announce state declare claim confirm argue insist explain reveal report warn promise deny
	testify reply comment believe think suspect fear hope estimate predict forecast complain admit concede contend maintain suggest
	recall remember write note add doubt dispute hint imply conclude acknowledge allege assert assure boast caution counter demand disagree agree joke
	lament observe quip remark reiterate respond retort shout stress vow whisper wonder worry ask answer propose recommend`)

// soundForms are finite forms of verbs that speak only beside a quotation.
var soundForms = finiteForms(`laugh chuckle giggle sob weep sigh cry grin smile beam shrug nod groan moan gasp wink scoff snap bark
	mumble mutter murmur snort sneer growl roar yell scream fume gush shoot muse chime enthuse deadpan`)

// addressed are verbs that name the hearer before the content.
var addressed = wordSet("tell " + addressing)

const addressing = "assure inform remind warn convince persuade promise advise notify reassure"

// addressedForms are finite forms of the verbs that name the hearer first.
var addressedForms = finiteForms(addressing)

// finiteForms makes third person and past of regular verbs; the few irregular
// ones are listed.
func finiteForms(verbs string) map[string]bool {
	out := wordSet("said told tells thought wrote foretold")
	for v := range wordSet(verbs) {
		out[v] = true
		switch {
		case strings.HasSuffix(v, "y") && !strings.HasSuffix(v, "ay"):
			stem := strings.TrimSuffix(v, "y")
			out[stem+"ies"], out[stem+"ied"] = true, true
		case strings.HasSuffix(v, "e"):
			out[v+"s"], out[v+"d"] = true, true
		case strings.HasSuffix(v, "sh") || strings.HasSuffix(v, "ss"):
			out[v+"es"], out[v+"ed"] = true, true
		default:
			out[v+"s"], out[v+"ed"] = true, true
		}
	}
	return out
}

var wordSet = wordlist.Set

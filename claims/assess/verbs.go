package assess

import (
	"strings"

	"onrecord/claims/assess/linear"
)

// verbFeatures are the first finite verb, its tense or modality, whose verb it
// is, and the two words that follow: what is "will", "was" or "is" said of.
func verbFeatures(b *linear.Bag, ws []word, a act, subject string) {
	at := mainVerb(ws)
	if at < 0 {
		b.Add("verb", "none")
		b.Add("act verb", string(a), "none")
		return
	}
	v := ws[at].low
	if !finite(&ws[at]) {
		b.Add("verb is", stem(v))
		v = "past"
	}
	b.Add("verb", v)
	b.Add("act verb", string(a), v)
	b.Add("subject verb", subject, v)
	following := 0
	for i := at + 1; i < len(ws) && following < 2; i++ {
		if !ws[i].mark && ws[i].low != "not" && !isAdverb(ws[i].low) {
			b.Add("after verb", v, stem(ws[i].low))
			following++
		}
	}
}

// mainVerb finds the first finite verb that the words show without a parser: an
// auxiliary, a modal, or a form of the past. Negative if there is none.
func mainVerb(ws []word) int {
	for i := range ws {
		w := &ws[i]
		if finite(w) || i > 0 && (w.is(ofPast) || len(w.low) > 4 && strings.HasSuffix(w.low, "ed")) {
			return i
		}
	}
	return -1
}

// finite reports whether a word alone tells tense or modality.
func finite(w *word) bool { return w.is(ofWill|ofWould|ofPresent) || finites[w.low] }

var finites = words("can cannot can't may might could should must was were had did didn't wasn't weren't don't doesn't")

// adjectiveFeatures are what something is said to be ("was very hard", "is a
// useful step", "as unacceptable"), by the endings of the adjectives.
func adjectiveFeatures(b *linear.Bag, ws []word) {
	for i := range ws {
		if ending := adjective(ws[i].low); ending != "" {
			b.Add("adjective", ending)
		}
		if ws[i].is(ofPresent) || copulas[ws[i].low] {
			predicate(b, ws[i].low, ws[i+1:])
		}
	}
}

func predicate(b *linear.Bag, verb string, rest []word) {
	for len(rest) > 0 && (degree[rest[0].low] || isAdverb(rest[0].low)) {
		b.AddIf(degree[rest[0].low], "degree")
		rest = rest[1:]
	}
	if len(rest) == 0 {
		return
	}
	w := rest[0].low
	ending := adjective(w)
	switch {
	case ending != "":
		b.Add("is adjective")
		b.Add("is adjective", ending)
	case strings.HasSuffix(w, "ed"):
		b.Add("is done", verb)
	case strings.HasSuffix(w, "ing"):
		b.Add("is doing", verb)
	case w == "a" || w == "an" || w == "the":
		b.Add("is a")
		if len(rest) > 1 && adjective(rest[1].low) != "" {
			b.Add("is a adjective")
			b.Add("is a adjective", adjective(rest[1].low))
		}
	}
}

var (
	copulas = words("was were be as")
	degree  = words("very so too more most quite rather really extremely completely totally such pretty not always never still also as just only absolutely")
	endings = strings.Fields("ful ous ive able ible less ish ary ant ent ic al est")
)

func isAdverb(w string) bool { return len(w) > 4 && strings.HasSuffix(w, "ly") }

// adjective gives the ending that makes a word look like an adjective.
func adjective(w string) string {
	if strings.HasSuffix(w, "ment") {
		return ""
	}
	for _, e := range endings {
		if len(w) > len(e)+3 && strings.HasSuffix(w, e) {
			return e
		}
	}
	return ""
}

package speakers

import (
	"strings"

	"onrecord/claims/lang"
)

// withWho takes in a short clause that tells who is meant where the noun alone
// would be anybody: "a woman who lives upstairs". That somebody would not be named
// tells nothing, and what stands behind a comma is told beside.
func (a *article) withWho(r lang.Range, head, self int) lang.Range {
	const longest = 6
	most := 1
	if a.cls[head]&groupNoun != 0 {
		most = 2
	}
	if a.word(r.Last) != "who" || acronym(a.at1(r.Last)) || head != r.Last-1 || a.bareWords(r) > most || self < 0 || a.inHeadline(head) {
		return r
	}
	if e := a.mentionAt(head); e >= 0 && a.ents[e].before(r.First) >= 0 {
		return r // called otherwise before
	}
	whole, ok := a.sourceTokens(a.attrs[self])
	if !ok || whole.Last > r.Last+1+longest || whole.Last < r.Last+2 {
		return r
	}
	for i := r.Last + 1; i < whole.Last; i++ {
		if w := a.toks[i].Lower; unnamedWords[w] || !isWord(a.toks[i].Word) && !a.number(i) || a.toks[i].Quote >= 0 {
			return r
		}
	}
	return lang.Range{First: r.First, Last: whole.Last}
}

// bareWords counts the words of a phrase that are more than an article or number.
func (a *article) bareWords(r lang.Range) int {
	n := 0
	for i := r.First; i < r.Last; i++ {
		if a.cls[i]&grammar == 0 && !a.number(i) && a.toks[i].Lower != "several" && a.toks[i].Lower != "many" {
			n++
		}
	}
	return n
}

// unnamedWords stand in clauses that tell no more than that somebody has no name
// here, or that somebody spoke.
var unnamedWords = wordSet(`anonymity anonymous anonymously name named names identified identify condition authorized authorised declined refused
	spoke spoken speak said told talked asked requested`)

// beforeIssue leaves out when a text came out, at the end of its description: "a
// poll released on Friday".
func (a *article) beforeIssue(r lang.Range, head int) lang.Range {
	last := r.Last
	for last > r.First+1 && (a.cls[last-1]&calendar != 0 || a.number(last-1) || issueTime[a.word(last-1)]) {
		last--
	}
	if last == r.Last || last <= r.First+1 || !cameOut[a.word(last-1)] || head != last-2 && a.cls[last-2]&document == 0 {
		return r
	}
	r.Last = last - 1
	return r
}

var (
	issueTime = wordSet("on in last this week month year early earlier late")
	cameOut   = wordSet("released published issued posted printed unveiled conducted taken out")
)

// fellow words "others", "another" or "a third" with the noun that the sentence or
// the one before gives: "One resident ... Another" is "another resident"; "" for
// other phrases.
func (a *article) fellow(r lang.Range) string {
	if r.Len() > 2 || r.Len() == 2 && a.word(r.First) != "a" && a.word(r.First) != "the" {
		return ""
	}
	w := a.word(r.Last - 1)
	firsts, ok := fellows[w]
	if !ok || strings.HasPrefix(a.tag(r.Last), "NN") {
		return ""
	}
	const far = 60
	for i := r.First - 1; i >= 0 && i > r.First-far && a.toks[i].Sent+1 >= a.toks[r.First].Sent; i-- {
		if !firsts[a.toks[i].Lower] {
			continue
		}
		head := i + 1
		for head < r.First && a.cls[head]&(roleNoun|groupNoun|personWord) == 0 && (strings.HasPrefix(a.tag(head), "JJ") || strings.HasPrefix(a.tag(head), "NN")) {
			head++
		}
		if a.cls[head]&(roleNoun|groupNoun|personWord) == 0 || head >= r.First || fellows[a.word(head)] != nil {
			continue
		}
		word := w
		if w != "others" && w != "another" {
			word = "a " + w
		}
		return strings.TrimSuffix(word, "s") + " " + a.text(lang.Range{First: i + 1, Last: head + 1})
	}
	return ""
}

// fellows are words for more of those who were spoken of, with the words that
// opened the phrase for the first.
var fellows = map[string]map[string]bool{
	"others":  wordSet("some many most several"),
	"another": wordSet("one a an"),
	"second":  wordSet("one"),
	"third":   wordSet("one another"),
}

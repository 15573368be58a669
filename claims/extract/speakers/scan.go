package speakers

import (
	"sort"
	"strings"

	"onrecord/claims/lang"
)

// firstToken finds the first token that ends after the byte offset, or, where
// the end of a span is looked for, the first that starts at or after it.
func (a *article) firstToken(at int, start bool) int {
	return sort.Search(len(a.toks), func(i int) bool {
		if start {
			return a.toks[i].Span.End > at
		}
		return a.toks[i].Span.Start >= at
	})
}

// scanRuns finds every run in the text. A run is a stretch of capitalised
// words, with the particles and connectors inside it: "Greek Foreign Minister
// George Ruiz", "University of Haldon". It may hold a role, a name or both;
// readRun tells them apart.
func (a *article) scanRuns() []lang.Range {
	var runs []lang.Range
	a.proper = a.properWords()
	for i := 0; i < len(a.toks); {
		if !a.opensName(i) {
			i++
			continue
		}
		end := a.runEnd(i)
		runs = append(runs, lang.Range{First: a.runStart(i), Last: end})
		i = end
	}
	return runs
}

// properWords collects the words that have a capital where no sentence begins:
// they are names at the start of a sentence too, whatever the tagger takes them
// for there.
func (a *article) properWords() map[string]bool {
	out := map[string]bool{}
	a.mayNames = map[string]bool{}
	for i := range a.toks {
		if i > 0 && a.cls[i]&calendar != 0 && capital(a.toks[i].Word) && a.surnameMay(i) {
			a.mayNames[a.toks[i].Lower] = true
		}
		if i > 0 && a.cls[i]&(people|roleNoun|groupNoun) != 0 && capital(a.toks[i].Word) && a.cls[i-1]&(firstM|firstF) != 0 && a.cls[i-1]&place == 0 && capital(a.toks[i-1].Word) && a.gap(i) == " " {
			out[a.toks[i].Lower] = true // "Mark Cuban", "Ann Baker"
		}
		if capital(a.toks[i].Word) && a.cls[i]&(grammar|calendar|modifier|people|roleNoun|orgNoun|groupNoun) == 0 && !a.shout[a.toks[i].Sent] && !a.initial(i) {
			out[a.toks[i].Lower] = true
		}
	}
	return out
}

// addShouted finds, in headlines whose every word has a capital, the names that
// the rest of the text uses.
func (a *article) addShouted(runs []lang.Range) []lang.Range {
	known := map[string]bool{}
	for _, r := range runs {
		for i := r.First; i < r.Last; i++ {
			if capital(a.toks[i].Word) && a.cls[i]&grammar == 0 {
				known[a.toks[i].Lower] = true
			}
		}
	}
	n := len(runs)
	for s, r := range a.doc.Sentences {
		if !a.shout[s] {
			continue
		}
		for i := r.First; i < r.Last; i++ {
			j := i
			for j < r.Last && known[a.toks[j].Lower] && capital(a.toks[j].Word) {
				j++
			}
			if j > i {
				runs = append(runs, lang.Range{First: i, Last: j})
				i = j
			}
		}
	}
	if len(runs) > n {
		sort.Slice(runs, func(i, j int) bool { return runs[i].First < runs[j].First })
	}
	return runs
}

// initial reports whether a word would have a capital here in any case: at the
// start of a sentence, a quotation or a line.
func (a *article) initial(i int) bool {
	if i == 0 || !a.sameSentence(i-1, i) {
		return true
	}
	switch w := a.toks[i-1].Word; w {
	case ",", ";", ".", "&", "-", "/", ")":
		return false
	default:
		return !isWord(w) && (w[0] < '0' || w[0] > '9') && w[0] != '\'' && w != "’s"
	}
}

// opensName reports whether the token can be the first word of a name.
func (a *article) opensName(i int) bool {
	t := &a.toks[i]
	if a.asks(i) || a.seatOf(i) || a.cls[i]&modifier != 0 && a.initial(i) && !a.opensPlace(i) || !capital(t.Word) || a.shout[t.Sent] || a.cls[i]&(grammar|calendar) != 0 && !a.namesDespite(i) {
		return false
	}
	if !a.initial(i) || a.proper[t.Lower] {
		return true
	}
	proper := strings.HasPrefix(t.Tag, "NNP") || closedTag(t.Tag)
	switch {
	case a.goesOn(i):
		return nominalTag(t.Tag) || a.cls[i]&(firstM|firstF|roleNoun|title|people|place|placeOpen|orgHead|groupNoun) != 0
	case a.cls[i]&(firstM|firstF|place) != 0 || acronym(t.Word):
		return true
	case a.cls[i]&(groupNoun|roleNoun|orgNoun|document|people) != 0:
		return false
	}
	return proper || t.Tag == ""
}

// nominalTag reports whether a word of this part of speech can begin a name;
// the tagger takes many a rare surname for a noun or an adjective.
func nominalTag(tag string) bool {
	return tag == "" || closedTag(tag) || tag[0] == 'N' || tag[0] == 'J' || tag == "FW" || tag == "VBN" || tag == "VBG"
}

// closedTag reports whether the tagger took a word for a preposition, a pronoun
// or the like. All of those are known: one that is not in the lists is a name
// that the tagger never saw.
func closedTag(tag string) bool {
	switch tag {
	case "IN", "DT", "PRP", "PRP$", "CC", "MD", "TO", "EX", "PDT", "WP", "WDT", "WRB", "RP", "UH":
		return true
	}
	return false
}

// opensPlace reports whether a word opens the name of a place: "New York".
func (a *article) opensPlace(i int) bool {
	return a.cls[i]&placeOpen != 0 && a.nameWord(i+1) && a.lex.places[fold(a.toks[i].Lower+" "+a.word(i+1))]
}

// seatOf reports whether the token belongs to the party and state of somebody in
// office: "Senator Ruiz (D-Okla.)".
func (a *article) seatOf(i int) bool {
	const parties = "RDI"
	for k := i - 2; k <= i; k += 2 {
		if w := a.at1(k); len(w) == 1 && strings.Contains(parties, w) && hyphen(a.at1(k+1)) && a.glued(k+1) && a.glued(k+2) && (a.at1(k-1) == "(" || a.at1(k-1) == ",") {
			return true
		}
	}
	return false
}

// asks reports whether the token is the "Q." or "A." that opens a question or
// an answer.
func (a *article) asks(i int) bool {
	switch a.toks[i].Word {
	case "Q", "A", "Q.", "A.":
		return i == 0 || strings.Contains(a.gap(i), "\n")
	}
	return false
}

// namesDespite reports whether a word of grammar or of the calendar opens a
// name here all the same: "April Jones", "Will Hurd", "May said".
func (a *article) namesDespite(i int) bool {
	if a.cls[i]&(firstM|firstF) != 0 && a.nameWord(i+1) && a.cls[i+1]&calendar == 0 || a.hyphenated(i) {
		return true
	}
	if a.nameWord(i+1) && a.cls[i+1]&outlet != 0 {
		return a.word(i-1) == "the" // the Sunday Ledger
	}
	return a.mayNames[a.toks[i].Lower] && !a.number(i+1) && !nested(a.word(i-1)) && !a.number(i-1) &&
		(strings.HasPrefix(a.tag(i+1), "VB") || a.tag(i+1) == "MD" || a.word(i+1) == "'s")
}

// nameWord reports whether the token goes on with a name that began before it.
func (a *article) nameWord(i int) bool {
	if i <= 0 || i >= len(a.toks) {
		return false
	}
	t := &a.toks[i]
	return capital(t.Word) && a.sameSentence(i-1, i) && (a.cls[i]&(grammar|calendar) == 0 || a.hyphenated(i) || a.surnameMay(i) || t.Lower == "said" || t.Lower == "our" && a.cls[i-1]&grammar == 0) && !strings.Contains(a.gap(i), "\n")
}

// hyphenated reports whether a hyphen ties the token to another word with a
// capital: the Sun-Times.
func (a *article) hyphenated(i int) bool {
	return i+2 < len(a.toks) && hyphen(a.at1(i+1)) && a.glued(i+1) && a.glued(i+2) && capital(a.toks[i].Word) && capital(a.toks[i+2].Word)
}

// goesOn reports whether the word behind token i belongs to the same name, over
// a particle too: "Joost van der Meulen".
func (a *article) goesOn(i int) bool {
	if a.nameWord(i + 1) {
		return true
	}
	return a.is(i+1, particle) && a.particleLength(i+1) > 0
}

// surnameMay reports whether a word of the calendar or of grammar is a surname
// because a first name or a title stands in front: "Theresa May".
func (a *article) surnameMay(i int) bool {
	return a.cls[i]&calendar != 0 && a.cls[i-1]&(firstM|firstF|title) != 0 && a.cls[i-1]&calendar == 0 && capital(a.toks[i-1].Word) && !a.number(i+1)
}

// runStart takes in the particle before the first word: "de Mistura",
// "al-Assad".
func (a *article) runStart(i int) int {
	for n := 0; n < 2; n++ {
		switch {
		case i >= 2 && a.glued(i) && a.glued(i-1) && dash(a.toks[i-1].Word) && a.is(i-2, particle):
			i -= 2
		case i >= 1 && a.is(i-1, particle) && !capital(a.toks[i-1].Word) && len(a.toks[i-1].Word) > 1 && a.sameSentence(i-1, i) && a.gap(i) == " ":
			i--
		default:
			return i
		}
	}
	return i
}

// runEnd finds where the run that opens at i ends.
func (a *article) runEnd(i int) int {
	j := i + 1
	for j < len(a.toks) && a.sameSentence(i, j) {
		next := a.extend(i, j)
		if next == j {
			break
		}
		j = next
	}
	return j
}

package speakers

import (
	"sort"
	"strings"

	"onrecord/claims/lang"
)

// A run is a stretch of capitalised words, with the particles and connectors
// inside it: "Greek Foreign Minister George Katrougalos", "University of
// Haldon". It may hold a role, a name or both; splitRun tells them apart.

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

// scanRuns finds every run in the text.
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
	if a.asks(i) || a.cls[i]&modifier != 0 && a.initial(i) || !capital(t.Word) || a.shout[t.Sent] || a.cls[i]&(grammar|calendar) != 0 && !a.namesDespite(i) {
		return false
	}
	if !a.initial(i) || a.proper[t.Lower] {
		return true
	}
	proper := strings.HasPrefix(t.Tag, "NNP") || closedTag(t.Tag)
	switch {
	case a.goesOn(i):
		return nominalTag(t.Tag) || a.cls[i]&(firstM|firstF|roleNoun|title|people|place|placeOpen|orgHead|groupNoun) != 0
	case a.cls[i]&(firstM|firstF|place|title) != 0 || acronym(t.Word):
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
	if a.cls[i]&(firstM|firstF) != 0 && a.nameWord(i+1) && a.cls[i+1]&calendar == 0 {
		return true
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
	return capital(t.Word) && a.sameSentence(i-1, i) && (a.cls[i]&(grammar|calendar) == 0 || a.surnameMay(i) || t.Lower == "our" && a.cls[i-1]&grammar == 0) && !strings.Contains(a.gap(i), "\n")
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

func dash(w string) bool { return w == "-" || w == "–" || w == "‑" || w == "—" }

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

// extend takes the next word, with what joins it to the name, into the run
// [i, j) and returns the new end, or j where the name ends.
func (a *article) extend(i, j int) int {
	w := a.toks[j].Word
	switch {
	case a.nameWord(j):
		if a.gap(j) == "" && !strings.HasSuffix(a.toks[j-1].Word, ".") {
			return j
		}
		return j + 1
	case dash(w) && a.glued(j) && a.glued(j+1) && j+1 < len(a.toks) && isWord(a.toks[j+1].Word):
		return j + 2
	case a.is(j, particle) && a.joinsParticle(j):
		return j + a.particleLength(j)
	case w == "," && (a.word(j+1) == "jr." || a.word(j+1) == "sr." || a.word(j+1) == "jr" || a.word(j+1) == "inc." || a.word(j+1) == "inc"):
		return j + 2
	case (w == "&" || a.ownedBody(j)) && a.nameWord(j+1):
		return j + 2
	case a.nickname(j) > 0:
		return j + a.nickname(j)
	}
	return a.connect(i, j)
}

// ownedBody reports whether the possessive ending at j stands inside the name
// of a body: "Salmon Growers' Association", "People's Bank".
func (a *article) ownedBody(j int) bool {
	switch a.at1(j) {
	case "'", "’":
		return strings.HasSuffix(a.word(j-1), "s") && a.is(j-1, groupNoun) || a.closesWithBody(j+1)
	case "'s", "’s":
		return a.is(j-1, groupNoun)
	}
	return false
}

// closesWithBody reports whether the capitals from token i on end with a word
// for an organisation.
func (a *article) closesWithBody(i int) bool {
	if !a.nameWord(i) {
		return false
	}
	for a.nameWord(i + 1) {
		i++
	}
	return a.is(i, orgHead)
}

// joinsParticle reports whether the particle at j stands between two words of
// one name: "Claudio De Vincenti", "Abdel Fattah el-Sisi".
func (a *article) joinsParticle(j int) bool {
	n := a.particleLength(j)
	return n > 0 && a.toks[j].Word != "la" || n > 1 && a.toks[j].Lower == "de"
}

func (a *article) particleLength(j int) int {
	switch {
	case dash(a.at1(j+1)) && a.glued(j+1) && a.glued(j+2) && capital(a.at1(j+2)):
		return 3
	case a.nameWord(j + 1):
		return 2
	case a.is(j+1, particle) && a.nameWord(j+2):
		return 3
	}
	return 0
}

// at1 is the token's text as written, "" outside the document.
func (a *article) at1(i int) string {
	if i < 0 || i >= len(a.toks) {
		return ""
	}
	return a.toks[i].Word
}

// nickname gives the number of tokens of a nickname in quotation marks between
// two words of a name, or 0.
func (a *article) nickname(j int) int {
	if !quoteMark(a.at1(j)) || !a.is(j-1, firstM|firstF) && !capital(a.at1(j-1)) {
		return 0
	}
	const longest = 4
	for n := 2; n <= longest; n++ {
		if quoteMark(a.at1(j + n)) {
			if a.nameWord(j+n+1) && a.sameSentence(j, j+n) {
				return n + 1
			}
			return 0
		}
		if !isWord(a.at1(j + n - 1)) {
			return 0
		}
	}
	return 0
}

func quoteMark(w string) bool {
	switch w {
	case `"`, "“", "”", "'", "‘", "’", "«", "»", "``", "''", "„":
		return true
	}
	return false
}

// connect takes "of", "for" and the like into a name where the word before
// them begins such names: "Ministry of Health", "Institute for Space
// Research", "Secretary of State".
func (a *article) connect(i, j int) int {
	if a.toks[j].Lower == "for" && a.is(j-1, groupNoun) && a.nameWord(j+1) {
		return j + 2 // "Citizens for Clean Water"
	}
	if !a.is(j-1, orgHead|office|orgNoun) && !a.afterConnector(i, j) {
		return j
	}
	k := j + 1
	switch a.toks[j].Lower {
	case "of", "for", "on", "to":
		if !a.is(j-1, orgHead|office|orgNoun) {
			return j
		}
		if a.word(k) == "the" {
			k++
		}
	case "and":
		if !a.afterConnector(i, j) || a.is(k, title|firstM|firstF) || acronym(a.at1(k)) {
			return j
		}
	default:
		return j
	}
	if !a.nameWord(k) {
		return j
	}
	return k + 1
}

// fields are the bodies that are named after fields, which "and" can join.
var fields = wordSet(`department ministry centers centre center committee commission institute office bureau agency council board society
	association secretary minister administration authority directorate union organization organisation`)

// afterConnector reports whether the run [i, j) has an "of" or "for" shortly
// before its end, so that "and" goes on with it: "Department of Health and
// Human Services".
func (a *article) afterConnector(i, j int) bool {
	const near = 4
	for k := j - 1; k > i && k >= j-near; k-- {
		switch a.toks[k].Lower {
		case "of", "for", "on":
			return fields[a.word(k-1)]
		}
	}
	return false
}

package speakers

import (
	"strings"

	"onrecord/claims/lang"
	"onrecord/claims/wordlist"
)

// titledOf reports whether a role without a determiner and "of", "for" or "at"
// stand in front: "director of Delmar Rail Ana Ruiz" goes on with a name.
func (a *article) titledOf(i int) bool {
	if a.word(i-1) == "the" {
		i--
	}
	if !nested(a.word(i-1)) || !a.is(i-2, roleNoun) || !a.sameSentence(i-2, i) {
		return false
	}
	start := a.phraseStart(i - 2)
	return start == 0 || !determiner(a.word(start-1)) || !a.sameSentence(start-1, i)
}

// afterRole gives the index of the first part that belongs to the name: behind
// the last title or role. It is len(parts) where the run is a role alone.
func (a *article) afterRole(parts []lang.Range, single map[string]bool) int {
	last := len(parts) - 1
	if a.peopleOf(parts[last]) {
		return len(parts) // "House Democrats"
	}
	if a.officeOf(parts) {
		return len(parts) // "Speaker of the House"
	}
	if a.partClass(parts[last])&orgHead != 0 && !a.personEnd(parts) {
		return 0 // the name of an organisation, whatever offices stand in it
	}
	if a.societyOf(parts) || a.courtOf(parts) {
		return 0
	}
	for k := last; k >= 0; k-- {
		if !a.isRole(parts, k) {
			continue
		}
		if k == last {
			if a.partClass(parts[k])&title != 0 {
				return 0
			}
			return len(parts)
		}
		if !connector(a.toks[parts[k+1].First].Lower) {
			return k + 1
		}
		k += 2
		if k < len(parts) && a.toks[parts[k].First].Lower == "the" {
			k++
		}
		return k + a.splitTail(parts[k:], single)
	}
	return a.behindDescription(parts)
}

// officeOf reports whether a run is an office and the body that it belongs to,
// and no person: "Democratic Speaker of the House".
func (a *article) officeOf(parts []lang.Range) bool {
	k := 0
	for k < len(parts) && a.partClass(parts[k])&(people|modifier) != 0 {
		k++
	}
	if k+2 >= len(parts) || a.partClass(parts[k])&office == 0 || a.toks[parts[k+1].First].Lower != "of" {
		return false
	}
	return a.partClass(parts[len(parts)-1])&orgHead != 0 && !a.personEnd(parts)
}

// societyOf reports whether a run names a body by its members: "Society of
// Chief Librarians".
func (a *article) societyOf(parts []lang.Range) bool {
	const least = 3
	return len(parts) >= least && a.partClass(parts[0])&orgHead != 0 && a.partClass(parts[0])&roleNoun == 0 &&
		connector(a.toks[parts[1].First].Lower) && a.partClass(parts[len(parts)-1])&groupNoun != 0
}

// courtOf reports whether a run names a body by what it serves: "Northern Court
// of Justice".
func (a *article) courtOf(parts []lang.Range) bool {
	const least = 3
	n := len(parts)
	return n >= least && a.toks[parts[n-1].First].Lower == "justice" && a.toks[parts[n-2].First].Lower == "of" && a.partClass(parts[n-3])&orgHead != 0
}

// isRole reports whether part k of a run is a title or role there: neither a
// surname at its end nor a first name at its start.
func (a *article) isRole(parts []lang.Range, k int) bool {
	last, c := len(parts)-1, a.partClass(parts[k])
	switch {
	case c&(office|title|roleNoun|personWord) == 0 && !a.pluralTitle(parts[k], k < last):
		return false
	case k > 0 && k == last && (a.surnameLike(parts) || a.tradeOfMedium(parts)), k == 0 && last == 1 && c&(office|title) == 0 && a.ledByRole(parts[0].First):
		return false
	}
	return k > 0 || last == 0 || c&title != 0 || c&(firstM|firstF) == 0
}

// ledByRole reports whether a role in small letters stands right in front, so
// that a name follows and no second role: "team boss Ally Marsh".
func (a *article) ledByRole(i int) bool {
	return a.is(i-1, roleNoun) && !capital(a.toks[i-1].Word) && a.sameSentence(i-1, i) && a.gap(i) == " " && !a.acts(i-1)
}

// pluralTitle reports whether the word is a title that several names share:
// "Senators Ruiz and Quill".
func (a *article) pluralTitle(p lang.Range, before bool) bool {
	if !before || p.Len() > 1 || a.cls[p.First]&groupNoun == 0 {
		return false
	}
	one, ok := singular(a.toks[p.First].Lower)
	return ok && (a.lex.of(one)&(office|roleM|roleF) != 0 || kin[one])
}

// kin are those who have a surname in common.
var kin = wordSet("twin sibling cousin brother sister son daughter")

// peopleOf reports whether the word is the plural of a people or party.
func (a *article) peopleOf(p lang.Range) bool {
	if p.Len() > 1 || a.cls[p.First]&groupNoun == 0 {
		return false
	}
	one, ok := singular(a.toks[p.First].Lower)
	return ok && a.lex.of(one)&people != 0
}

// onlyPeople gives len(parts) where all words are for peoples and parties:
// "American", "Republicans" are no names.
func (a *article) onlyPeople(parts []lang.Range) int {
	if i := parts[0].First; a.at1(i-1) == "The" && !a.initial(i-1) && a.sameSentence(i-1, i) && !a.shout[a.toks[i].Sent] {
		return 0 // the paper The Hindu
	}
	for _, p := range parts {
		if a.partClass(p)&(people|groupNoun) == 0 {
			return 0
		}
	}
	return len(parts)
}

// personEnd reports whether a run whose last word could end the name of an
// organisation is a person's name all the same: "Frank Church".
func (a *article) personEnd(parts []lang.Range) bool {
	n := len(parts)
	return n >= 2 && a.cls[parts[n-2].First]&(firstM|firstF) != 0 && a.cls[parts[n-2].First]&(roleNoun|place) == 0
}

// surnameLike reports whether the last word of a run, a role by itself, is a
// surname here: "Ada Baker".
func (a *article) surnameLike(parts []lang.Range) bool {
	n := len(parts)
	before := a.cls[parts[n-2].First]
	if a.behindFirstName(parts) {
		return true
	}
	rare := n == 2 && before == 0 && tradeNames[a.toks[parts[1].First].Lower] && !a.shout[a.toks[parts[1].First].Sent]
	return a.cls[parts[n-1].First]&office == 0 && (before&(firstM|firstF|title) != 0 || rare)
}

// tradeNames are trades that are surnames as well, whatever stands before them:
// "Ossian Baker".
var tradeNames = wordSet(`baker barber brewer butcher carpenter cook driver farmer fisher forester gardener guard hunter judge miner painter
	pilot porter potter sailor shepherd singer tailor`)

func connector(lower string) bool {
	switch lower {
	case "of", "for", "on", "to", "and", "the":
		return true
	}
	return false
}

// portfolio are the fields that follow "Minister of" before the name.
var portfolio = wordSet(`affairs agriculture commerce culture defence defense development economy education employment energy
	environment finance fisheries health housing immigration industry information interior justice labor labour migration
	planning science security sport sports state technology tourism trade transport transportation treasury veterans war water works`)

var wordSet = wordlist.Set

// splitTail finds the person behind an office's field or body, as in "(Minister
// of) Education Ana Ruiz" or "(director of) Relief International Su-min Park",
// and gives the index where the name begins, or len(parts) where there is
// nobody.
func (a *article) splitTail(parts []lang.Range, single map[string]bool) int {
	n := len(parts)
	for k := range parts {
		if a.cls[parts[k].First]&title != 0 && k+1 < n {
			return k
		}
	}
	for k := 1; k < n; k++ {
		rest := n - k
		if rest < 2 || rest > 4 || connector(a.toks[parts[k].First].Lower) {
			continue
		}
		before := a.toks[parts[k-1].Last-1]
		if a.cls[parts[k].First]&(firstM|firstF) != 0 || portfolio[before.Lower] || a.partClass(parts[k-1])&orgHead != 0 ||
			acronym(before.Word) && k == 1 || a.isPlace(parts[:k]) {
			if a.partClass(parts[n-1])&(orgHead|place) == 0 {
				return k
			}
		}
	}
	if n >= 3 && single[fold(a.toks[parts[n-1].First].Lower)] {
		return n - 2
	}
	return n
}

// isPlace reports whether the parts together are a place of the list.
func (a *article) isPlace(parts []lang.Range) bool {
	if len(parts) == 1 {
		return a.cls[parts[0].First]&place != 0 && parts[0].Len() == 1
	}
	const longest = 5
	if a.cls[parts[0].First]&placeOpen == 0 || len(parts) > longest {
		return false
	}
	words := make([]string, len(parts))
	for i, p := range parts {
		words[i] = fold(a.toks[p.First].Lower)
	}
	return a.lex.places[strings.Join(words, " ")]
}

// roleBefore gives the tokens of title and role in front of the name: those of
// the run itself, or the lower-case noun before it with its modifiers.
func (a *article) roleBefore(runStart int, parts []lang.Range, from int) lang.Range {
	end := parts[from].First
	if from == 0 && (a.is(end-1, roleNoun|title|orgNoun|personWord) || a.word(end-1) == "staff") && !a.acts(end-1) && a.sameSentence(end-1, end) && a.gap(end) == " " {
		start := a.phraseStart(end - 1)
		if a.word(start-1) == "of" && a.is(start-2, roleNoun) && a.sameSentence(start-2, start) {
			start = a.phraseStart(start - 2) // "secretary of state"
		}
		return lang.Range{First: start, Last: end}
	}
	switch {
	case from == 0:
		return lang.Range{First: end, Last: end}
	case a.titledOf(runStart):
		return lang.Range{First: a.phraseStart(runStart - 2), Last: end}
	}
	return lang.Range{First: a.phraseStart(runStart), Last: end}
}

// acts reports whether a word that could be a role is a verb here: "Ruiz
// accused Marsh".
func (a *article) acts(i int) bool {
	switch t := &a.toks[i]; t.Tag {
	case "VBD", "VBZ":
		return true
	case "VBN":
		return t.Rel != "amod" && t.Rel != "compound"
	}
	return false
}

// clauseBefore reports whether a participle behind a noun opens a clause of its
// own instead of modifying what follows: "a fund backing Governor Ruiz".
func (a *article) clauseBefore(i int) bool {
	if t := &a.toks[i]; t.Tag != "VBG" || !a.sameSentence(i-1, i) || a.gap(i) != " " {
		return false
	}
	return strings.HasPrefix(a.tag(i-1), "NN")
}

// phraseStart goes back from a noun over what modifies it.
func (a *article) phraseStart(i int) int {
	const longest = 8
	for n := 0; n < longest && i > 0 && a.sameSentence(i-1, i); n++ {
		t := &a.toks[i-1]
		switch {
		case a.cls[i-1]&grammar != 0 && t.Lower != "of" && t.Lower != "for" || !isWord(t.Word):
			if !dash(t.Word) || !a.glued(i) {
				return i
			}
		case t.Lower == "of" || t.Lower == "for" || t.Lower == "and":
			return i
		case a.clauseBefore(i - 1), strings.HasPrefix(t.Tag, "V") && t.Tag != "VBN" && t.Tag != "VBG", strings.HasPrefix(t.Tag, "R"), t.Tag == "IN":
			return i
		case strings.ContainsAny(a.gap(i), "\n"):
			return i
		}
		i--
	}
	return i
}

package speakers

import "onrecord/claims/lang"

func phraseBreak(w string) bool {
	switch w {
	case "of", "for", "at", "in", "on", "to", "from", "with", "within", "under", "who", "which", "that", "whose", ",", ";", "and", "(", "-", "–", "—",
		"during", "after", "before", "since", "using", "representing", "leading", "behind", "against", "near", "by", "as", "about", "among", "over", "between", ":", "such", "where", "when":
		return true
	}
	return false
}

func (a *article) breaksOff(i int) bool {
	return i >= len(a.toks) || !isWord(a.toks[i].Word) || phraseBreak(a.toks[i].Lower)
}

// determiner reports whether the word opens a noun phrase.
func determiner(lower string) bool {
	switch lower {
	case "a", "an", "the", "his", "her", "their", "its", "our", "my", "one", "another", "this", "that", "these", "those", "some", "two", "three", "four", "several", "many", "most", "other", "all", "both":
		return true
	}
	return false
}

// phraseEnd gives the end of the noun phrase that starts at i, with its "of"
// and "for".
func (a *article) phraseEnd(i int) int {
	const longest = 16
	j := i
	for j < len(a.toks) && j < i+longest && a.sameSentence(i, j) && !a.endsPhrase(j) {
		j++
	}
	return j
}

// endsPhrase reports whether a noun phrase ends in front of token j: at a mark,
// a relative clause, an "and" outside names or a finite verb.
func (a *article) endsPhrase(j int) bool {
	t := &a.toks[j]
	switch t.Lower {
	case "who":
		return !acronym(t.Word)
	case ",", ";", ".", "(", ":", "—", "–", "which", "whose", "whom":
		return true
	case "and":
		return a.at[j] < 0
	case "of", "for", "from": // accused the department of knowing about it
		if j+2 < len(a.toks) && a.toks[j+1].Tag == "VBG" && !capital(a.toks[j+1].Word) {
			switch next := &a.toks[j+2]; next.Tag {
			case "IN", "TO", "DT", "PRP", "PRP$":
				return true
			}
		}
	case "'", "’":
		return false
	}
	switch t.Tag {
	case "VBD", "VBZ", "VBP", "MD":
		return true
	}
	return quoteMark(t.Word)
}

// startsPhrase reports whether a possessor opens the phrase here: "Tunisia's
// coach".
func (a *article) startsPhrase(i int) bool {
	return a.at[i] >= 0 && a.names[a.at[i]].toks.First == i && a.word(a.names[a.at[i]].toks.Last) == "'s"
}

// nested reports whether a phrase behind this word belongs to a larger one.
func nested(w string) bool {
	switch w {
	case "of", "for", "at", "in", "on", "to", "from", "with":
		return true
	}
	return false
}

// barePolice reports whether a phrase is "police" alone: those that the article
// spoke of before.
func (a *article) barePolice(r lang.Range) bool {
	return r.Len() == 1 && a.word(r.First) == "police"
}

// says reports whether a finite verb stands at a token: what is in front of it
// is no appositive, as in "died in Varn, the government announced".
func (a *article) says(i int) bool {
	switch a.tag(i) {
	case "VBD", "VBZ", "VBP", "MD":
		return true
	}
	return false
}

// ofHeadline reports whether a text that the lead brings in is the one that the
// headline tells of in more than a word: "A new study" below "Varn study finds".
func (a *article) ofHeadline(e int32, i int) bool {
	const lead = 2 // last paragraph of it, with a headline and a date before
	x := &a.ents[e]
	return a.cls[i]&document != 0 && int(a.para[a.toks[i].Sent]) <= lead && !x.named && len(x.at) > 0 && a.inHeadline(int(x.at[0])) && len(foldWords(x.name)) > 1
}

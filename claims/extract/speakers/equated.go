package speakers

// equated is the entity that "is" or "was" ties to the phrase with its head at
// i, "Its manager is Paul Ruiz", or that it is called by, "a start-up called
// Understory"; -1 where there is none.
func (a *article) equated(i int) int32 {
	if k := a.calledBy(i); k >= 0 {
		return a.names[k].ent
	}
	if w := a.word(i + 1); w != "is" && w != "was" || !a.sameSentence(i, i+2) {
		return -1
	}
	if k := a.nameFrom(i+2, len(a.toks)); k >= 0 {
		return a.names[k].ent
	}
	return -1
}

// calledBy is the name that the phrase with its head at i goes on with: "a start-up
// called Understory"; -1 where it has none.
func (a *article) calledBy(i int) int32 {
	switch a.word(i + 1) {
	case "called", "named", "dubbed":
	default:
		return -1
	}
	if w := a.word(a.nominalAt(i).First); a.at[i] >= 0 || w != "a" && w != "an" && w != "another" {
		return -1 // "the mayor called Ruiz a liar"
	}
	if i+2 >= len(a.toks) || !a.sameSentence(i, i+2) || a.at[i+2] < 0 || a.names[a.at[i+2]].toks.First != i+2 {
		return -1
	}
	k := a.at[i+2]
	if e := &a.ents[a.names[k].ent]; e.kind == unsure && a.cls[i]&orgNoun != 0 {
		e.kind = organization
	}
	return k
}

// ofSameSex reports whether a description opens with the possessive of the pronoun:
// "her interviewer" is hardly "she", who owns the interviewer.
func (a *article) ofSameSex(tok int, pronoun string) bool {
	const longest = 4
	sex := pronounSex(pronoun)
	for i := tok; sex != unknown && i >= 0 && i > tok-longest && a.sameSentence(i, tok); i-- {
		if possessivePronoun(a.word(i)) {
			return pronounSex(a.word(i)) == sex
		}
	}
	return false
}

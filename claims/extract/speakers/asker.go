package speakers

// asker finds the interviewer in the introduction, or -1.
func (a *article) asker(tok int) int32 {
	for i := range a.names {
		n := &a.names[i]
		if n.toks.First >= tok {
			break
		}
		start := n.toks.First
		if n.role.Len() > 0 {
			start = n.role.First
			if a.word(start-1) == "the" {
				start--
			}
		}
		prev, prev2 := a.word(start-1), a.word(start-2)
		switch {
		case a.ofThePaper(n):
			return n.ent
		case prev == "by" && (a.initial(start-1) || prev2 == "put" || credited[prev2]), prev == ":" && credited[prev2], a.meetsThem(n):
			return n.ent
		case (prev == "with" || prev == "to") && meets(prev2, a.word(start-3)) && a.subjectIsPerson(start):
			if e := a.plainSubject(start); e >= 0 && (n.role.Len() > 0 && a.word(start) == "the" && a.behindBody(n.toks.Last) == n.toks.Last) {
				return e // Juan Roe talks to the potter Ada Bell
			}
			return n.ent
		case prev == "told" && a.subjectIsPerson(start) && a.ents[n.ent].kind == person:
			return n.ent
		}
	}
	return -1
}

// credited are words before "by" or a colon and the name of who asks.
var credited = wordSet("questions interview interviewer interviewed asked conducted")

// meetsThem reports whether the name is the subject of a talk with somebody
// already named: "Joel Minter met her in her workshop".
func (a *article) meetsThem(n *name) bool {
	if a.partOf(n.toks) != subject || a.ents[n.ent].kind != person {
		return false
	}
	i := n.toks.Last
	verb := a.word(i)
	if !meets(verb, "") && !asks[verb] && !visits[verb] {
		return false
	}
	if w := a.word(i + 1); w == "to" || w == "with" {
		i++
	}
	switch a.word(i + 1) {
	case "him", "her", "them":
		return true
	}
	return false
}

// meets reports whether the words are those of a talk: "sat down", "spoke".
func meets(verb, before string) bool {
	switch verb {
	case "down":
		return before == "sat" || before == "sits"
	case "spoke", "talked", "met", "speaks", "talks", "spoken":
		return true
	}
	return false
}

// subjectIsPerson reports whether the sentence that leads up to the token opens
// with a person: "Ana Ruiz sat down with ...", not "The Courier sat down with
// ...".
func (a *article) subjectIsPerson(tok int) bool {
	s := a.doc.Sentences[a.toks[tok].Sent]
	for i := s.First; i < tok; i++ {
		if k := a.at[i]; k >= 0 {
			return a.ents[a.names[k].ent].kind == person
		}
	}
	return false
}

// press are roles of those who ask.
var press = wordSet("editor reporter journalist correspondent writer columnist")

// plainSubject is the person without any role, or of the press, who opens the sentence that leads
// up to the token, or -1.
func (a *article) plainSubject(tok int) int32 {
	s := a.doc.Sentences[a.toks[tok].Sent]
	for i := s.First; i < tok; i++ {
		if k := a.at[i]; k >= 0 {
			n := &a.names[k]
			if n.role.Len() > 0 && n.role.First == s.First && press[a.word(n.toks.First-1)] || n.role.Len() == 0 && n.toks.First == s.First {
				return n.ent
			}
			return -1
		}
	}
	return -1
}

// ofThePaper reports whether a person is told to be of the paper that prints
// the interview, or of another and to have met somebody: "our reporter Ana
// Ruiz", "Ana Ruiz of the Courier caught up with her".
func (a *article) ofThePaper(n *name) bool {
	e := &a.ents[n.ent]
	if e.kind != person {
		return false
	}
	start := n.toks.First
	if n.role.Len() > 0 {
		start = n.role.First
	}
	if a.word(start-1) == "," {
		start = a.phraseStart(start - 2) // "our labour editor, Ana Ruiz,"
	}
	if a.word(start-1) == "our" || a.word(start) == "our" {
		return true
	}
	verb := a.behindBody(n.toks.Last)
	return (asks[a.word(verb)] || verb > n.toks.Last && visits[a.word(verb)]) && a.partOf(n.toks) == subject
}

// asks are verbs of those who hold an interview; visits are theirs where they
// are of a paper.
var (
	asks   = wordSet("interviewed interviews asked asks questioned")
	visits = wordSet("met meets visited caught joined found")
)

// behindBody is the token behind the "of the Courier" that opens at i, i where
// none does.
func (a *article) behindBody(i int) int {
	k := i + 1
	if a.word(k) == "the" {
		k++
	}
	if w := a.word(i); w != "of" && w != "from" || k >= len(a.toks) || a.at[k] < 0 {
		return i
	}
	return a.names[a.at[k]].toks.Last
}

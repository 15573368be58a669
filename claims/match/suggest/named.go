package suggest

// speakerName is one of the names of whoever made a claim.
type speakerName struct {
	words  []term // those that tell who it is
	person bool   // written like the name of a person: the last word tells
}

// names takes the names of the speaker apart.
func (s *Subject) names(counter Counter) []speakerName {
	const mostOfPerson = 4
	var out []speakerName
	for _, name := range s.claim.Speaker {
		n := speakerName{}
		unknown := true
		for _, sent := range Read(name).sentences {
			for i := range sent {
				if w := &sent[i]; !w.empty {
					n.words = append(n.words, term{meaning: w.meaning, stem: w.stem, weight: rarity(counter, w)})
					unknown = unknown && !inNews().knows(w.stem)
				}
			}
		}
		n.person = unknown && len(n.words) > 1 && len(n.words) <= mostOfPerson
		if len(n.words) > 0 {
			out = append(out, n)
		}
	}
	return out
}

// leastOfName is the share of what its words say that has to be there of the
// name of a body: a committee is not every committee.
const leastOfName = 0.5

// namesSpeaker tells how well the article names the speaker, 0 to 1: a person
// by the last word of the name, where it does not follow another first name; a
// body by the greater part of its name.
func (v *view) namesSpeaker() float64 {
	best := 0.0
	for k := range v.called {
		n := &v.called[k]
		if n.person {
			if v.a.namesPerson(n) {
				return 1
			}
			continue
		}
		has, all := 0.0, 0.0
		for i := range n.words {
			if all += n.words[i].weight; v.a.has(n.words[i].meaning) {
				has += n.words[i].weight
			}
		}
		if share := has / all; share >= leastOfName {
			best = max(best, share)
		}
	}
	return best
}

// namesPerson reports whether the article has the last word of a person's name
// otherwise than behind the first name of somebody else.
func (a *Article) namesPerson(n *speakerName) bool {
	last := n.words[len(n.words)-1].meaning
	if !a.text.meanings[last] {
		return a.title[last]
	}
	for _, sent := range a.text.sentences {
		for i := range sent {
			if w := &sent[i]; !w.empty && w.meaning == last && (i == 0 || w.breaks || !n.another(&sent[i-1])) {
				return true
			}
		}
	}
	return false
}

// another reports whether a word before the last name is a first name of
// somebody else.
func (n *speakerName) another(before *word) bool {
	if !before.name || inNews().knows(before.stem) {
		return false
	}
	for i := range n.words {
		if n.words[i].meaning == before.meaning {
			return false
		}
	}
	return true
}

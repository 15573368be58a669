package suggest

import "math"

// topic is what words are about: the sum of their vectors, each by how much the
// word says. nil where no vector is known.
type topic []float32

// add adds a word that counts so much; names and words of grammar say nothing
// of a subject.
func (t topic) add(w *word, counts float64) topic {
	if w.empty || w.name {
		return t
	}
	return t.addStem(w.stem, counts)
}

func (t topic) addStem(stem string, counts float64) topic {
	v := wordVectors()
	row := v.of(stem)
	if row == nil {
		return t
	}
	if t == nil {
		t = make(topic, v.size)
	}
	for i, x := range row {
		t[i] += float32(counts) * float32(x)
	}
	return t
}

// towards tells how far two topics are of one subject: the cosine of the angle
// between them, 0 to 1.
func (t topic) towards(o topic) float64 {
	if t == nil || o == nil {
		return 0
	}
	var both, mine, theirs float64
	for i := range t {
		a, b := float64(t[i]), float64(o[i])
		both, mine, theirs = both+a*b, mine+a*a, theirs+b*b
	}
	if mine == 0 || theirs == 0 {
		return 0
	}
	return max(both/math.Sqrt(mine*theirs), 0)
}

// topics gives those of the sentences of a text; each word counts once in each,
// as much as it is rare in news.
func (t *Text) topics() []topic {
	out := make([]topic, len(t.sentences))
	for i, sent := range t.sentences {
		seen := map[string]bool{}
		for k := range sent {
			if w := &sent[k]; !seen[w.stem] {
				seen[w.stem] = true
				out[i] = out[i].add(w, inNews().rarity(w.stem))
			}
		}
	}
	return out
}

// topicAround is what the title of an article, one of its sentences and those
// beside it are about together.
func (a *Article) topicAround(at int) topic {
	all := a.topics()
	near := []topic{a.about}
	for i := max(at-1, 0); i <= min(at+1, len(all)-1); i++ {
		if i > 0 || !a.headed {
			near = append(near, all[i])
		}
	}
	return sum(near...)
}

// sum adds topics up.
func sum(all ...topic) (out topic) {
	for _, t := range all {
		if out == nil && t != nil {
			out = make(topic, len(t))
		}
		for i, x := range t {
			out[i] += x
		}
	}
	return out
}

package attribution

import "sort"

// Trace is how the models looked at one word that might head a cue.
type Trace struct {
	Head    int
	Prior   float64  // probability of a cue by the word and its surroundings alone
	Choices []Choice // likeliest readings, "no cue" among them
	Found   Found    // the best reading as a cue
	Kept    bool
}

// Choice is one reading of a word: its content as a cue, or none.
type Choice struct {
	Content     []Stretch // empty: the word is no cue
	Probability float64
}

// Trace lists every word that was looked at as a possible cue, with the most
// likely readings of each.
func (m *Model) Trace(s *Scene, most int) []Trace {
	f := newFinder(m, s, nil)
	f.findPriors()
	var out []Trace
	for i, prior := range f.o.odds {
		if float64(prior) < m.options.Prior {
			continue
		}
		f.attribution(i, prior)
		out = append(out, Trace{Head: i, Prior: sigmoid(float64(prior)), Choices: f.j.choices(most)})
	}
	k := 0
	for _, c := range f.candidates() {
		for out[k].Head != c.Head {
			k++
		}
		out[k].Found, out[k].Kept = c.Found, c.Sure >= m.options.Keep
	}
	return out
}

// choices lists the likeliest pairs of contents.
func (j *joint) choices(most int) []Choice {
	ls, rs := j.left.top(most), j.right.top(most)
	var out []Choice
	for _, l := range ls {
		for _, r := range rs {
			c := Choice{Probability: j.prob(l, r)}
			if l >= 0 {
				c.Content = append(c.Content, j.left.stretch(l))
			}
			if r >= 0 {
				c.Content = append(c.Content, j.right.stretch(r))
			}
			out = append(out, c)
		}
	}
	sort.SliceStable(out, func(a, b int) bool { return out[a].Probability > out[b].Probability })
	return out[:min(most, len(out))]
}

// top lists the best candidates of one side, and -1 for none.
func (l *lattice) top(most int) []int {
	order := make([]int, len(l.spans))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(a, b int) bool { return l.spans[order[a]].score > l.spans[order[b]].score })
	return append([]int{-1}, order[:min(most, len(order))]...)
}

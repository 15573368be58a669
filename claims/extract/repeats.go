package extract

// repeats finds words that stand in two quotations, as pull-quotes and
// captions repeat the body. It indexes the quoted runs of three words.
type repeats struct {
	a     *article
	runs  map[[3]string][]int32 // token where the run begins
	words []int32               // the quoted words in text order
	at    map[int32]int         // index in words of each token
}

// mostRuns is how many places of one run are kept.
const mostRuns = 8

// isRepeated reports whether the quotation in the range stands somewhere else
// within another one that is at least as long. The index is made when it is
// first asked for: few articles have a quotation that could be a repeat.
func (a *article) isRepeated(first, last int) bool {
	if a.repeats == nil {
		a.repeats = a.newRepeats()
	}
	return a.repeats.has(first, last)
}

func (a *article) newRepeats() *repeats {
	r := &repeats{a: a, runs: map[[3]string][]int32{}, at: map[int32]int{}}
	for i := range a.doc.Tokens {
		if a.token(i).Quote >= 0 && a.scene.IsWord(i) {
			r.at[int32(i)] = len(r.words)
			r.words = append(r.words, int32(i))
		}
	}
	for k := 0; k+2 < len(r.words); k++ {
		key := r.key(k)
		if len(r.runs[key]) < mostRuns {
			r.runs[key] = append(r.runs[key], r.words[k])
		}
	}
	return r
}

func (r *repeats) key(k int) [3]string {
	w := func(k int) string { return r.a.token(int(r.words[k])).Lower }
	return [3]string{w(k), w(k + 1), w(k + 2)}
}

// has reports what isRepeated does.
func (r *repeats) has(first, last int) bool {
	k := -1
	for i := first; i <= last && k < 0; i++ {
		if at, ok := r.at[int32(i)]; ok {
			k = at
		}
	}
	end := k
	for end >= 0 && end < len(r.words) && int(r.words[end]) <= last {
		end++
	}
	if k < 0 || end-k < shortest {
		return false
	}
	for _, t := range r.runs[r.key(k)] {
		if int(t) >= first && int(t) <= last || !r.same(r.at[t], k, end-k) {
			continue
		}
		q := r.a.scene.Outermost(int(t))
		if m := r.a.scene.Quote[q]; int(m.Last-m.First) >= last-first {
			return true
		}
	}
	return false
}

// same compares n quoted words.
func (r *repeats) same(i, j, n int) bool {
	if i+n > len(r.words) {
		return false
	}
	for d := range n {
		if r.a.token(int(r.words[i+d])).Lower != r.a.token(int(r.words[j+d])).Lower {
			return false
		}
	}
	return true
}

package attribution

// outlook is what the first classifier says of all words of a document.
type outlook struct {
	odds []float32 // log-odds that the token heads a cue
	next []int32   // first probable cue from the token on, or the number of tokens
}

// probable is the log-odds from which a word counts as a cue that others have
// to get along with.
const probable = -0.5

// link finds the probable cues.
func (o *outlook) link() *outlook {
	n := len(o.odds)
	o.next = make([]int32, n+1)
	o.next[n] = int32(n)
	for i := n - 1; i >= 0; i-- {
		o.next[i] = o.next[i+1]
		if o.odds[i] > probable {
			o.next[i] = int32(i)
		}
	}
	return o
}

// cueFrom is the first probable cue from the token on, other than c.
func (o *outlook) cueFrom(i, c int) int {
	if i >= len(o.odds) {
		return len(o.odds)
	}
	if k := int(o.next[i]); k != c {
		return k
	}
	return int(o.next[c+1])
}

// remainder tells what the sentence holds after a content that ends with z: a
// quotation, and whether another probable cue stands before or behind it.
func (v *view) remainder(z int) uint32 {
	s := v.s
	last := s.Doc.Sentences[s.Doc.Tokens[z].Sent].Last
	q := int(s.quoteR[z])
	cue := v.o.cueFrom(z+1, v.c)
	bits := uint32(0)
	switch {
	case s.outer[z] >= 0 && !s.closes(z):
		bits = 3
	case q < last && q <= z+4:
		bits = 1
	case q < last:
		bits = 2
	}
	switch {
	case cue >= last:
		return bits
	case bits == 1 || bits == 2:
		if cue < q {
			return bits | 4
		}
		return bits | 8
	case cue <= z+4:
		return bits | 4
	}
	return bits | 8
}

// skipped tells what a content that begins with a leaves out: on the right
// side between the cue and a, on the left side before a in its sentence.
func (v *view) skipped(sd side, a int) uint32 {
	s := v.s
	from := v.c + 1
	if sd == left {
		from = s.Doc.Sentences[s.Doc.Tokens[a].Sent].First
	}
	bits := uint32(0)
	if int(s.quoteL[a]) >= from {
		bits |= 1
	}
	if from < a && v.o.cueFrom(from, v.c) < a {
		bits |= 2
	}
	return bits
}

// within tells whether another probable cue lies in the stretch, and whether
// somebody is quoted there.
func (v *view) within(a, z int) uint32 {
	k := v.o.cueFrom(a, v.c)
	switch {
	case k > z:
		return 0
	case v.s.outer[k] >= 0 && v.s.outer[k] != v.s.outer[v.c]:
		return 1
	case v.o.cueFrom(k+1, v.c) <= z:
		return 3
	}
	return 2
}

// neighbours tells by which relation the cue hangs on another probable cue, and
// by which the first such one hangs on it: "went on to say" has one cue, and so
// has "says it thinks".
func (v *view) neighbours() (above, below uint32) {
	s := v.s
	if h := s.Doc.Tokens[v.c].Head; h >= 0 && v.o.odds[h] > probable {
		above = s.hash[v.c].rel
	}
	for _, k := range s.Kids(v.c) {
		if v.o.odds[k] > probable {
			return above, s.hash[k].rel
		}
	}
	return above, 0
}

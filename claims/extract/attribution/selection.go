package attribution

// selection decides, while a model is learned, which features count: those
// that were seen often enough in the first pass over the text, and of them in
// each step all but a few chosen by lot (Srivastava et al. 2014), so that none
// is relied on alone.
type selection struct {
	seen   []uint8  // how often each feature was seen, up to rarely; nil after the first pass
	common []uint64 // a bit for each feature that was seen often enough
	drop   uint32   // share that is left out, in 2^-32
	dice   uint32   // state of the generator that chooses them
}

const (
	// seenBits is the size of the count: far more than the features there are.
	seenBits = 24
	// rarely is how often a feature must have been seen to be learned.
	rarely = 2
)

func newSelection(drop float64, seed uint64) *selection {
	return &selection{
		seen: make([]uint8, 1<<seenBits), common: make([]uint64, 1<<(seenBits-6)),
		drop: uint32(drop * (1 << 32)), dice: uint32(seed)*2654435761 + 1,
	}
}

// settle ends the counting: what was not seen often enough is left out from
// now on.
func (s *selection) settle() {
	if s.seen == nil {
		return
	}
	for i, n := range s.seen {
		if n >= rarely {
			s.common[i>>6] |= 1 << (i & 63)
		}
	}
	s.seen = nil
}

// takes counts a feature in the first pass, and tells whether it is to be
// learned in this step.
func (s *selection) takes(h uint64) bool {
	i := h >> (64 - seenBits)
	if s.seen != nil {
		if s.seen[i] < rarely {
			s.seen[i]++
			return false
		}
	} else if s.common[i>>6]&(1<<(i&63)) == 0 {
		return false
	}
	s.dice ^= s.dice << 13
	s.dice ^= s.dice >> 17
	s.dice ^= s.dice << 5
	return s.dice >= s.drop
}

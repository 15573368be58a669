package words

import "math/bits"

// Letters is the set of letters of a word: one bit for each of a to z, one
// more for each that occurs again, and a few for everything else. One slip of
// the key changes at most two bits, so two words whose sets differ in more
// than 2n bits are more than n slips apart.
type Letters uint64

// LettersOf collects the letters of a folded word.
func LettersOf(word string) Letters {
	var out Letters
	for i := range len(word) {
		c := word[i]
		if 'a' <= c && c <= 'z' {
			bit := Letters(1) << (c - 'a')
			if out&bit != 0 {
				bit <<= 26
			}
			out |= bit
			continue
		}
		out |= 1 << (52 + c%12)
	}
	return out
}

// Apart counts the bits in which two sets differ.
func (l Letters) Apart(o Letters) int { return bits.OnesCount64(uint64(l ^ o)) }

// Beyond counts the letters of l that o does not have.
func (l Letters) Beyond(o Letters) int { return bits.OnesCount64(uint64(l &^ o)) }

// Speller counts the slips of the key between one word and many others.
//
// The distance is the optimal string alignment distance (a letter too many,
// too few or wrong, or two neighbours exchanged), computed for all letters of
// the word at once as in H. Hyyrö, "A bit-vector algorithm for computing
// Levenshtein and Damerau edit distances", Nordic Journal of Computing 10
// (2003).
type Speller struct {
	word string
	rows [256]uint64 // for each byte, the places of the word where it stands
}

// NewSpeller takes the folded word that was typed, of at most MaxLen bytes.
func NewSpeller(word string) *Speller {
	s := &Speller{word: word[:min(len(word), 64)]}
	for i := range len(s.word) {
		s.rows[s.word[i]] |= 1 << i
	}
	return s
}

// Distance counts the slips between the typed word and other.
func (s *Speller) Distance(other string) int {
	whole, _ := s.scan(other)
	return whole
}

// Prefix counts the slips between the typed word and the beginning of other
// that is nearest to it. More slips than are ever forgiven are not counted out:
// the result is then any number beyond MaxSlips.
func (s *Speller) Prefix(other string) int {
	_, prefix := s.scan(other[:min(len(other), len(s.word)+MaxSlips)])
	return prefix
}

func (s *Speller) scan(other string) (whole, prefix int) {
	m := len(s.word)
	if m == 0 {
		return len(other), 0
	}
	last := uint64(1) << (m - 1)
	vp, vn, d0, before := ^uint64(0), uint64(0), uint64(0), uint64(0)
	whole, prefix = m, m
	for i := range len(other) {
		row := s.rows[other[i]]
		exchanged := ((^d0 & row) << 1) & before
		d0 = (((row & vp) + vp) ^ vp) | row | vn | exchanged
		hp := vn | ^(d0 | vp)
		hn := d0 & vp
		if hp&last != 0 {
			whole++
		}
		if hn&last != 0 {
			whole--
		}
		hp = hp<<1 | 1
		vp = hn<<1 | ^(d0 | hp)
		vn = d0 & hp
		before = row
		prefix = min(prefix, whole)
	}
	return whole, prefix
}

// MaxSlips is how many slips are forgiven at most.
const MaxSlips = 2

// Slips is how many slips are forgiven in a typed word of n letters.
func Slips(n int) int {
	switch {
	case n < 3:
		return 0
	case n < 6:
		return 1
	}
	return MaxSlips
}

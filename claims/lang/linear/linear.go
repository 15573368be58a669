// Package linear holds linear classifiers over hashed features. They travel
// inside the program in a compact form and are unfolded, in a few milliseconds,
// to one that is quick to add up: what limits these classifiers is how often
// the processor waits for memory.
//
// Features are numbers: the caller hashes what it sees (Hash, Mix), so no
// string is kept and no feature costs an allocation (the "hashing trick",
// Weinberger et al. 2009, Feature Hashing for Large Scale Multitask Learning).
package linear

import "math/bits"

// MostClasses is the largest number of classes of a Model.
const MostClasses = width - 1

// width is the number of classes that a row of weights has room for.
const width = 64

// Scores are the sums of the weights of each class.
type Scores [width]int32

// Best is the class with the highest score among the first n.
func (s *Scores) Best(n int) int {
	best, highest := 0, s[0]
	for c, score := range s[:n] {
		if score > highest {
			best, highest = c, score
		}
	}
	return best
}

// Hash turns bytes into a number (FNV-1a, 32 bits).
func Hash(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

// Mix joins a template's number and two values to one feature.
func Mix(template, a, b uint32) uint64 {
	h := (uint64(a) + uint64(template)<<32) * 0x9E3779B97F4A7C15
	h = (h ^ h>>29 ^ uint64(b)) * 0xBF58476D1CE4E5B9
	return h ^ bits.RotateLeft64(h, 31)
}

package tagger

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/claims/lang/linear"
)

// Features is the number of features of a word, at most.
const Features = 27

// border is how many places before and after the sentence are looked at.
const border = 2

// edge stands for the places outside the sentence.
const edge = 0xED6E

// Sentence is a sentence while it is being tagged. One value can be used for
// one sentence after the other, which saves memory.
type Sentence struct {
	words []word // with border places at either end
	tags  []uint32
	loud  bool // most words are capitalised: a headline, or a line in capitals
}

// word is what the features know of a word.
type word struct {
	key                       uint32 // hash of the word as written
	lower                     uint32
	suffix1, suffix2, suffix3 uint32
	suffix4, prefix1, prefix3 uint32
	shape                     uint32
	capitalised, alphabetic   bool
}

// Reset begins an empty sentence.
func (s *Sentence) Reset() {
	s.words = append(s.words[:0], word{lower: edge}, word{lower: edge + 1})
	s.tags = append(s.tags[:0], edge, edge+1)
}

// Add appends a word as written and in lower case.
func (s *Sentence) Add(written, lower string) {
	w := word{key: linear.Hash(written), lower: linear.Hash(lower), shape: shape(written)}
	w.suffix1, w.suffix2 = linear.Hash(tail(lower, 1)), linear.Hash(tail(lower, 2))
	w.suffix3, w.suffix4 = linear.Hash(tail(lower, 3)), linear.Hash(tail(lower, 4))
	w.prefix1, w.prefix3 = linear.Hash(head(lower, 1)), linear.Hash(head(lower, 3))
	first, _ := utf8.DecodeRuneInString(written)
	w.capitalised, w.alphabetic = unicode.IsUpper(first), unicode.IsLetter(first)
	s.words = append(s.words, w)
	s.tags = append(s.tags, 0)
}

// Close ends the sentence; it can be tagged then.
func (s *Sentence) Close() {
	capitals, letters := 0, 0
	for _, w := range s.words[border:] {
		if w.alphabetic {
			letters++
		}
		if w.capitalised {
			capitals++
		}
	}
	s.loud = letters > 3 && capitals*5 >= letters*3
	s.words = append(s.words, word{lower: edge + 2}, word{lower: edge + 3})
}

// Words is the number of words.
func (s *Sentence) Words() int { return len(s.tags) - border }

// SetTag gives word i the tag with this number.
func (s *Sentence) SetTag(i int, tag uint8) { s.tags[i+border] = uint32(tag) + 1 }

// Tag is the number of the tag that word i was given.
func (s *Sentence) Tag(i int) uint8 { return uint8(s.tags[i+border] - 1) }

// Levels is the number of keys of a word.
const Levels = 3

// Keys are the numbers under which a word that has one tag for sure is looked
// up: the word as written, other in headlines, alone, with the tag before it
// and with the word after it. The words before it must have their tags.
func (s *Sentence) Keys(i int) [Levels]uint32 {
	i += border
	key := s.words[i].key
	if s.loud {
		key = key*16777619 ^ 1
	}
	return [Levels]uint32{
		key ^ key>>16,
		uint32(linear.Mix(40, key, s.tags[i-1])),
		uint32(linear.Mix(41, key, s.words[i+1].lower)),
	}
}

// Features appends the features of word i. The words before it must have their
// tags.
func (s *Sentence) Features(i int, out []uint64) []uint64 {
	i += border
	w, prev, prev2, next, next2 := &s.words[i], &s.words[i-1], &s.words[i-2], &s.words[i+1], &s.words[i+2]
	t1, t2 := s.tags[i-1], s.tags[i-2]
	place := w.shape
	if i == border {
		place |= 1 << 30
	}
	if s.loud {
		place |= 1 << 29
	}
	mix := linear.Mix
	return append(out,
		mix(1, w.lower, 0), mix(2, w.suffix2, 0), mix(3, w.suffix3, 0), mix(4, w.suffix4, 0),
		mix(5, place, 0), mix(6, place, w.suffix3),
		mix(7, t1, 0), mix(8, t1, t2), mix(9, t1, w.lower), mix(10, t1, w.suffix3), mix(11, t1, place),
		mix(12, prev.lower, 0), mix(13, prev2.lower, 0), mix(14, next.lower, 0), mix(15, next2.lower, 0),
		mix(16, next.suffix3, 0), mix(17, next.suffix2, t1), mix(18, w.lower, next.lower),
		mix(19, next.shape, place), mix(20, prev.shape, place), mix(21, next.lower, t1), mix(22, w.suffix2, next.suffix2),
		mix(23, w.prefix3, 0), mix(24, place, w.lower), mix(25, prev.lower, w.lower), mix(26, t1+t2<<8, w.lower), mix(27, t2, 0),
	)
}

// tail is the last n characters of s, all of a shorter s.
func tail(s string, n int) string {
	at := len(s)
	for ; n > 0 && at > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:at])
		at -= size
	}
	return s[at:]
}

// head is the first n characters of s, all of a shorter s.
func head(s string, n int) string {
	at := 0
	for ; n > 0 && at < len(s); n-- {
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
	}
	return s[:at]
}

// shape sums up how a word is written, in few bits: kinds of characters, where
// the capitals are, and its length up to three.
func shape(s string) uint32 {
	const (
		hasLower = 1 << iota
		hasUpperFirst
		hasUpperInside
		hasDigit
		hasHyphen
		hasStop
		hasApostrophe
		hasOther
		lengths // and the bit above it
	)
	var out uint32
	n := 0
	for i, r := range s {
		n++
		switch {
		case 'a' <= r && r <= 'z':
			out |= hasLower // nearly every letter
		case unicode.IsLower(r):
			out |= hasLower
		case unicode.IsUpper(r) && i == 0:
			out |= hasUpperFirst
		case unicode.IsUpper(r):
			out |= hasUpperInside
		case unicode.IsDigit(r):
			out |= hasDigit
		case r == '-':
			out |= hasHyphen
		case r == '.':
			out |= hasStop
		case strings.ContainsRune("'’", r):
			out |= hasApostrophe
		default:
			out |= hasOther
		}
	}
	return out + uint32(min(n, 3))*lengths
}

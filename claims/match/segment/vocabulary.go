package segment

import (
	"bytes"
	"encoding/binary"
	"sort"

	"onrecord/claims/match/words"
)

// maxLength is the longest length that is told apart from longer ones.
const maxLength = words.MaxLen

// Word is the text of a word.
func (s *Segment) Word(word uint32) []byte { return s.words.at(int(word)) }

// Field is the part of a document in which the word stands.
func (s *Segment) Field(word uint32) Field { return place(s.places[word]).field() }

// Freq is how many documents hold the word.
func (s *Segment) Freq(word uint32) int { return int(s.freq.at(int(word))) }

// first is the place in the alphabet of the first word that is not before
// text.
func (s *Segment) first(text string) int {
	lo, hi := 0, s.sorted.len()
	for lo < hi {
		mid := (lo + hi) / 2
		if string(s.Word(s.sorted.at(mid))) < text {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// Exact calls f with the word in every field in which it stands.
func (s *Segment) Exact(text string, f func(word uint32)) {
	for i := s.first(text); i < s.sorted.len(); i++ {
		w := s.sorted.at(i)
		if string(s.Word(w)) != text {
			return
		}
		if s.Field(w) != Meta {
			f(w)
		}
	}
}

// MetaWord gives the number of something known of documents.
func (s *Segment) MetaWord(text string) (word uint32, ok bool) {
	s.MetaPrefix(text, func(w uint32) {
		if len(s.Word(w)) == len(text) {
			word, ok = w, true
		}
	})
	return word, ok
}

// MetaPrefix calls f with everything known of documents that begins with text.
func (s *Segment) MetaPrefix(text string, f func(word uint32)) {
	s.prefix(text, func(w uint32) {
		if s.Field(w) == Meta {
			f(w)
		}
	})
}

// Prefix calls f with every word that begins with text, in alphabetical order.
func (s *Segment) Prefix(text string, f func(word uint32)) {
	s.prefix(text, func(w uint32) {
		if s.Field(w) != Meta {
			f(w)
		}
	})
}

func (s *Segment) prefix(text string, f func(word uint32)) {
	for i := s.first(text); i < s.sorted.len(); i++ {
		w := s.sorted.at(i)
		if at := s.Word(w); len(at) < len(text) || string(at[:len(text)]) != text {
			return
		}
		f(w)
	}
}

// Looked is what a search through the vocabulary had to do: of how many words
// it compared the set of letters with those that were typed, and how many of
// these it read.
type Looked struct{ Sets, Words int }

// Near calls f with every word that is at most the given number of slips away
// from the typed one, but for the word itself.
func (s *Segment) Near(typed string, slips int, f func(word uint32, slips int)) (l Looked) {
	speller, letters := words.NewSpeller(typed), words.LettersOf(typed)
	from := s.lengths.at(min(max(len(typed)-slips, 0), maxLength))
	to := s.lengths.at(min(len(typed)+slips, maxLength) + 1)
	rest := s.letters[8*from:]
	for i := from; i < to && len(rest) >= 8; i++ {
		apart := letters.Apart(words.Letters(binary.LittleEndian.Uint64(rest)))
		if rest = rest[8:]; apart > 2*slips {
			continue
		}
		l.Words++
		w := s.byLen.at(int(i))
		if d := speller.Distance(string(s.Word(w))); 0 < d && d <= slips {
			f(w, d)
		}
	}
	l.Sets = max(int(to)-int(from), 0)
	return l
}

func (s *Segment) lettersAt(i int) words.Letters {
	return words.Letters(binary.LittleEndian.Uint64(s.letters[8*i:]))
}

// NearPrefix calls f with every word that begins with the same letter as the
// typed one and then, within one slip, as the typed one.
func (s *Segment) NearPrefix(typed string, f func(word uint32)) (l Looked) {
	speller, letters := words.NewSpeller(typed), words.LettersOf(typed)
	l.Sets = s.initial(typed[0], len(typed)-1, func(i int) {
		if letters.Beyond(s.lettersAt(i)) > 1 {
			return
		}
		l.Words++
		if w := s.byLen.at(i); speller.Prefix(string(s.Word(w))) == 1 {
			f(w)
		}
	})
	return l
}

// Abbreviated calls f with every word that begins with the same letter as the
// typed one and has its other letters in their order.
func (s *Segment) Abbreviated(typed string, f func(word uint32)) (l Looked) {
	letters := words.LettersOf(typed)
	l.Sets = s.initial(typed[0], len(typed)+1, func(i int) {
		if letters.Beyond(s.lettersAt(i)) > 0 {
			return
		}
		l.Words++
		if w := s.byLen.at(i); words.Abbreviates(typed, string(s.Word(w))) {
			f(w)
		}
	})
	return l
}

// initial calls f with the places in byLen of all words of at least n letters
// that begin with the given one, and tells how many there are.
func (s *Segment) initial(letter byte, n int, f func(i int)) (met int) {
	for ; n <= maxLength; n++ {
		from, to := int(s.lengths.at(n)), int(s.lengths.at(n+1))
		begins := func(i int) byte {
			if text := s.Word(s.byLen.at(from + i)); len(text) > 0 {
				return text[0]
			}
			return 0
		}
		i := from + sort.Search(to-from, func(i int) bool { return begins(i) >= letter })
		end := from + sort.Search(to-from, func(i int) bool { return begins(i) > letter })
		met += max(end-i, 0)
		for ; i < end; i++ {
			f(i)
		}
	}
	return met
}

// Ending calls f with every longer word that ends with the typed letters.
func (s *Segment) Ending(typed string, f func(word uint32)) {
	from := sort.Search(s.endings.len(), func(i int) bool {
		return compareEndings(s.Word(s.endings.at(i)), typed) >= 0
	})
	for i := from; i < s.endings.len(); i++ {
		w := s.endings.at(i)
		text := s.Word(w)
		if len(text) < len(typed) || string(text[len(text)-len(typed):]) != typed {
			return
		}
		if len(text) > len(typed) {
			f(w)
		}
	}
}

// compareEndings compares two words by their letters from the last to the
// first.
func compareEndings(a []byte, b string) int {
	for n := 1; n <= len(a) && n <= len(b); n++ {
		if c := int(a[len(a)-n]) - int(b[len(b)-n]); c != 0 {
			return c
		}
	}
	return len(a) - len(b)
}

// Inside calls f with every longer word in which the typed letters stand
// neither at the beginning nor at the end alone.
func (s *Segment) Inside(typed string, f func(word uint32)) (l Looked) {
	part, letters := []byte(typed), words.LettersOf(typed)
	from := int(s.lengths.at(min(len(typed)+1, maxLength+1)))
	for i := from; i < s.byLen.len(); i++ {
		if letters.Beyond(s.lettersAt(i)) > 0 {
			continue
		}
		l.Words++
		w := s.byLen.at(i)
		if text := s.Word(w); len(text) > len(typed)+1 && bytes.Contains(text[1:len(text)-1], part) {
			f(w)
		}
	}
	l.Sets = max(s.byLen.len()-from, 0)
	return l
}

// Stem calls f with every word that has the stem.
func (s *Segment) Stem(stem string, f func(word uint32)) {
	s.stems.each(stem, false, func(w uint32, _ bool) { f(w) })
}

// Skeleton calls f with every word whose skeleton begins with the given one;
// whole tells whether it ends there too.
func (s *Segment) Skeleton(bones string, f func(word uint32, whole bool)) {
	s.bones.each(bones, true, f)
}

// Sound calls f with every word that has the sound.
func (s *Segment) Sound(sound string, f func(word uint32)) {
	s.sounds.each(sound, false, func(w uint32, _ bool) { f(w) })
}

package attribution

import "onrecord/claims/lang"

// vocabulary is the set of words that were seen often enough while learning
// to have weights of their own; all others share one. It may hold a few words
// too many, never too few (Bloom 1970, one hash).
type vocabulary [1 << (vocabularyBits - 3)]byte

const (
	vocabularyBits = 17
	seldom         = 3 // words seen less often are left out
	unknownWord    = 0x5EED
)

func (v *vocabulary) has(h uint32) bool {
	h = mix(h, 77) >> (32 - vocabularyBits)
	return v[h>>3]&(1<<(h&7)) != 0
}

func (v *vocabulary) add(h uint32) {
	h = mix(h, 77) >> (32 - vocabularyBits)
	v[h>>3] |= 1 << (h & 7)
}

// learnVocabulary counts the words of the examples.
func learnVocabulary(examples []Example) *vocabulary {
	count := map[uint32]int{}
	for e := range examples {
		s := examples[e].Scene
		for i := range s.hash {
			count[s.hash[i].lower]++
			if s.hash[i].lemma != s.hash[i].lower {
				count[s.hash[i].lemma]++
			}
		}
	}
	v := &vocabulary{}
	for h, n := range count {
		if n >= seldom {
			v.add(h)
		}
	}
	return v
}

// blind makes the words of the scene that are not in the vocabulary look alike.
func (s *Scene) blind(v *vocabulary) {
	for i := range s.hash {
		if !s.word[i] {
			continue
		}
		if !v.has(s.hash[i].lemma) {
			s.hash[i].lemma = unknownWord
		}
		if !v.has(s.hash[i].lower) {
			s.hash[i].lower = unknownWord
		}
	}
}

// disguise makes one word look unknown, and gives back what it looked like.
func (s *Scene) disguise(i int) hashes {
	was := s.hash[i]
	s.hash[i].lemma, s.hash[i].lower, s.hash[i].suffix = unknownWord, unknownWord, unknownWord
	return was
}

// NewScene works out the structure of a document for the model.
func (m *Model) NewScene(doc *lang.Document) *Scene {
	s := NewScene(doc)
	s.blind(&m.known)
	return s
}

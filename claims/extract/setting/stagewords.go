package setting

import (
	"strings"

	"onrecord/claims/lang"
)

// np is what stands before the noun of an occasion.
type np struct {
	definite bool   // it points back: "the", "that"
	left     bool   // a preposition leads away from it
	opens    bool   // the sentence opens with it: "At the final debate, held ..."
	ordinal  string // "first"
}

// phrase reads back from the noun at i to its determiner.
func (s *stages) phrase(i, first int) np {
	const longest = 8
	toks := s.doc.Tokens
	var p np
	for k := i - 1; k >= first && k > i-longest; k-- {
		w := toks[k].Lower
		switch tag := toks[k].Tag; {
		case w == "the" || w == "that" || w == "this" || w == "same":
			p.definite = true
		case w == "a" || w == "an" || w == "another" || tag == "PRP$" || tag == "POS":
		case others[w]:
			p.definite = false
			return p
		case ordinals[w]:
			p.ordinal = w
		case tag == "IN":
			p.left = leaving[w]
			p.opens = !p.left && k == first
			return p
		case w == "of" && k > first && toks[k-1].Lower == "ahead":
			p.left = true
			return p
		case strings.HasPrefix(tag, "NN"), strings.HasPrefix(tag, "JJ"), tag == "CD", tag == "HYPH", tag == "VBG", tag == "VBN":
		default:
			return p
		}
	}
	return p
}

// hasFloor reports whether the sentence tells of somebody who speaks.
func (s *stages) hasFloor(sent lang.Range) bool {
	for i := sent.First; i < sent.Last; i++ {
		if k := &s.doc.Tokens[i]; (floor[k.Lower] || floor[k.Lemma]) && s.own(i) {
			return true
		}
	}
	return false
}

// name notes the words of a sentence that tells of the noun: of a discussion those
// of its paragraph up to there, of an interview or a speech those near the noun.
func (s *stages) name(noun string, sent lang.Range) {
	words := s.names[noun]
	if words == nil {
		words = map[string]int{}
		s.names[noun] = words
	}
	first := sent.First
	if discussions[noun] {
		first = s.doc.Paragraphs[s.doc.ParagraphOf(first)].First
	}
	last := sent.Last
	if alone[noun] {
		first, last = s.near(noun, sent)
	}
	for i := max(s.seen[noun], first); i < last; i++ {
		t := &s.doc.Tokens[i]
		if _, ok := words[t.Word]; !ok && s.own(i) && (t.Tag == "NNP" || discussions[noun] && (t.Tag == "NNS" || t.Tag == "NNPS") || noun == "speech" && t.Tag == "NN" && t.Rel == "nsubj") {
			words[t.Word] = i
		}
	}
	s.seen[noun] = max(s.seen[noun], sent.Last)
}

// near gives the stretch of a sentence around the noun, all of it where the noun
// is not in it.
func (s *stages) near(noun string, sent lang.Range) (first, last int) {
	const width = 12 // tokens
	for i := sent.First; i < sent.Last; i++ {
		if s.doc.Tokens[i].Lemma == noun {
			return max(sent.First, i-width), min(sent.Last, i+width)
		}
	}
	return sent.First, sent.Last
}

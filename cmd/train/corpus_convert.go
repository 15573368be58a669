package main

import "strings"

// unknownHead marks words whose head the silver annotation does not tell
// reliably; the parser is neither taught nor measured by them.
const unknownHead = -2

// renamed are the relations of Universal Dependencies 1 that have another name
// in version 2.
var renamed = map[string]string{
	"dobj": "obj", "nsubjpass": "nsubj:pass", "csubjpass": "csubj:pass", "auxpass": "aux:pass",
	"neg": "advmod", "mwe": "fixed", "name": "flat", "foreign": "flat",
}

// toVersion2 brings the tree from version 1 of Universal Dependencies, as
// CoreNLP has it, to version 2, as the treebanks have it, where that can be
// done reliably. Punctuation and the relation "dep" are too noisy and become
// unknown.
func (s *silverSentence) toVersion2() {
	s.flattenNames()
	s.moveConjunctions()
	for i, rel := range s.rels {
		s.rels[i] = s.version2(i, rel)
	}
	for i, rel := range s.rels {
		if (rel == "dep" || rel == "punct") && s.heads[i] >= 0 && s.words[i] != "-" {
			s.heads[i] = unknownHead
		}
	}
}

// version2 is the name of the relation of word i in version 2.
func (s *silverSentence) version2(i int, rel string) string {
	head := s.heads[i]
	if head < 0 {
		return "root"
	}
	predicate := strings.HasPrefix(s.tags[head], "V") || strings.HasPrefix(s.tags[head], "JJ") || strings.HasPrefix(s.tags[head], "RB")
	switch rel {
	case "neg":
		if s.tags[i] == "DT" {
			return "det"
		}
	case "nmod":
		if !predicate {
			return "nmod"
		}
		if s.child(i, "case", "by") && s.child(head, "auxpass", "") {
			return "obl:agent"
		}
		return "obl"
	case "nmod:tmod", "nmod:npmod":
		if predicate {
			return "obl:unmarked"
		}
		return "nmod:unmarked"
	}
	if name, ok := renamed[rel]; ok {
		return name
	}
	return rel
}

// child reports whether word i governs a word by the relation, and the word is
// the given one unless that is empty.
func (s *silverSentence) child(i int, rel, word string) bool {
	for j, h := range s.heads {
		if h == i && s.rels[j] == rel && (word == "" || strings.EqualFold(s.words[j], word)) {
			return true
		}
	}
	return false
}

// flattenNames makes the first word of a person's name its head, with titles
// before it as modifiers, where CoreNLP has the last.
func (s *silverSentence) flattenNames() {
	for last := range s.words {
		if s.names[last] != "PERSON" || last+1 < len(s.words) && s.names[last+1] == "PERSON" && s.heads[last] == last+1 {
			continue
		}
		first := last
		for first > 0 && s.names[first-1] == "PERSON" && s.heads[first-1] == last && s.rels[first-1] == "compound" {
			first--
		}
		if first < last || s.titleBefore(first, last) {
			s.flatten(first, last)
		}
	}
}

func (s *silverSentence) titleBefore(first, last int) bool {
	return first > 0 && s.heads[first-1] == last && s.rels[first-1] == "compound"
}

// flatten turns the name [first, last], which the last word heads.
func (s *silverSentence) flatten(first, last int) {
	for i, h := range s.heads {
		if h == last && i != first {
			s.heads[i] = first
			if i < first && s.rels[i] == "compound" {
				s.rels[i] = "nmod:desc"
			}
		}
	}
	if first == last {
		return
	}
	s.heads[first], s.rels[first] = s.heads[last], s.rels[last]
	for i := first + 1; i <= last; i++ {
		s.heads[i], s.rels[i] = first, "flat"
	}
}

// moveConjunctions hangs "and" and "or" on the part that follows them.
func (s *silverSentence) moveConjunctions() {
	for i, rel := range s.rels {
		if rel != "cc" {
			continue
		}
		for j := i + 1; j < len(s.words); j++ {
			if s.rels[j] == "conj" && s.heads[j] == s.heads[i] {
				s.heads[i] = j
				break
			}
		}
	}
}

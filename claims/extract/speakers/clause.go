package speakers

import (
	"strings"

	"onrecord/claims/lang"
)

// mention is one place where an entity is spoken of by name or description.
type mention struct {
	tok  int32 // its head
	ent  int32
	part part
}

// part is the place of a mention in its clause.
type part uint8

const (
	other part = iota
	subject
	object
	possessor
)

// partOf reads the place of a mention in its clause off the parse, or off the
// word order where there is none.
func (a *article) partOf(r lang.Range) part {
	if a.word(r.Last) == "'s" || a.word(r.Last) == "'" && strings.HasSuffix(a.word(r.Last-1), "s") {
		return possessor
	}
	if a.subjectIn(r) {
		return subject
	}
	head := a.headOf(r)
	rel := a.toks[head].Rel
	for n := 0; n < 2 && (rel == "appos" || strings.HasPrefix(rel, "conj") || rel == "flat" || rel == "compound"); n++ {
		if h := a.toks[head].Head; h >= 0 && h < len(a.toks) {
			head, rel = h, a.toks[h].Rel
		}
	}
	switch {
	case strings.HasPrefix(rel, "nsubj"):
		return subject
	case rel == "obj" || rel == "iobj":
		return object
	case rel == "nmod:poss":
		return possessor
	case rel == "":
		return a.partByOrder(r)
	}
	return other
}

// subjectIn reports whether a word of the mention, or of the title in front of
// it, is a subject by the parse, or a finite verb follows: the parse of rare
// names is not to be trusted in every word.
func (a *article) subjectIn(r lang.Range) bool {
	switch a.tag(r.Last) {
	case "VBD", "VBZ", "MD":
		if !nested(a.word(r.First - 1)) {
			return true
		}
	}
	first := r.First
	if k := a.at[r.First]; k >= 0 && a.names[k].role.Len() > 0 {
		first = a.names[k].role.First
	}
	if a.opensSentence(first, r) {
		return true
	}
	for i := first; i < r.Last; i++ {
		if h := a.toks[i].Head; (h < first || h >= r.Last) && strings.HasPrefix(a.toks[i].Rel, "nsubj") {
			return true
		}
	}
	return false
}

// opensSentence reports whether a name stands where the subject of a plain
// sentence does: in front of everything else.
func (a *article) opensSentence(first int, r lang.Range) bool {
	if a.at[r.First] < 0 || a.toks[first].Quote >= 0 || a.doc.Sentences[a.toks[first].Sent].First != first {
		return false
	}
	switch next := a.word(r.Last); next {
	case ":", "-", "–", "—", "", "and", "or":
		return false
	}
	return true
}

// headOf is the token of the range whose governor lies outside it.
func (a *article) headOf(r lang.Range) int {
	for i := r.First; i < r.Last; i++ {
		if h := a.toks[i].Head; h < r.First || h >= r.Last {
			return i
		}
	}
	return r.Last - 1
}

// partByOrder takes the first mention of a sentence for its subject.
func (a *article) partByOrder(r lang.Range) part {
	s := a.doc.Sentences[a.toks[r.First].Sent]
	for i := max(s.First, r.First-longAgo); i < r.First; i++ {
		if a.at[i] >= 0 {
			return other
		}
	}
	return subject
}

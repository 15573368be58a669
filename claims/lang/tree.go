package lang

import (
	"sort"

	"onrecord/claims"
)

// Sentence is the range of tokens of the sentence that holds the token.
func (d *Document) Sentence(token int) Range { return d.Sentences[d.Tokens[token].Sent] }

// ParagraphOf is the index of the paragraph that holds the token.
func (d *Document) ParagraphOf(token int) int {
	return sort.Search(len(d.Paragraphs), func(i int) bool { return d.Paragraphs[i].Last > token })
}

// TokenAt is the index of the first token that ends after the byte offset;
// the number of tokens where none does.
func (d *Document) TokenAt(offset int) int {
	return sort.Search(len(d.Tokens), func(i int) bool { return d.Tokens[i].Span.End > offset })
}

// Within is the range of the tokens that overlap the span.
func (d *Document) Within(s claims.Span) Range {
	first := d.TokenAt(s.Start)
	last := first + sort.Search(len(d.Tokens)-first, func(i int) bool { return d.Tokens[first+i].Span.Start >= s.End })
	return Range{first, last}
}

// Tree answers questions about the dependencies of a document in constant time
// for each answer. It holds the children of every token in text order and the
// range that each token's subtree covers.
type Tree struct {
	doc      *Document
	start    []int32 // start[i] is where the children of token i begin
	children []int32
	yield    []Range
}

// NewTree reads the heads of the document once.
func NewTree(d *Document) *Tree {
	n := len(d.Tokens)
	t := &Tree{doc: d, start: make([]int32, n+1), children: make([]int32, 0, n), yield: make([]Range, n)}
	for i := range d.Tokens {
		if h := d.Tokens[i].Head; h >= 0 {
			t.start[h+1]++
		}
	}
	for i := range n {
		t.start[i+1] += t.start[i]
	}
	t.children = t.children[:t.start[n]]
	next := make([]int32, n)
	copy(next, t.start)
	for i := range d.Tokens {
		if h := d.Tokens[i].Head; h >= 0 {
			t.children[next[h]] = int32(i)
			next[h]++
		}
	}
	for _, s := range d.Sentences {
		t.cover(s, next)
	}
	return t
}

// cover finds the range of every subtree of a sentence, leaves first. pending
// is room for one number a token.
func (t *Tree) cover(s Range, pending []int32) {
	for i := s.First; i < s.Last; i++ {
		t.yield[i] = Range{i, i + 1}
		pending[i] = t.start[i+1] - t.start[i]
	}
	for i := s.First; i < s.Last; i++ {
		for at := i; pending[at] == 0; {
			pending[at] = -1
			head := t.doc.Tokens[at].Head
			if head < 0 {
				break
			}
			y := &t.yield[head]
			y.First, y.Last = min(y.First, t.yield[at].First), max(y.Last, t.yield[at].Last)
			pending[head]--
			at = head
		}
	}
}

// Children are the tokens that the token governs, in text order. The slice
// belongs to the tree and must not be changed.
func (t *Tree) Children(token int) []int32 {
	return t.children[t.start[token]:t.start[token+1]]
}

// Child is the first token that the token governs by one of the relations, -1
// where there is none.
func (t *Tree) Child(token int, rels ...string) int {
	for _, c := range t.Children(token) {
		for _, rel := range rels {
			if t.doc.Tokens[c].Rel == rel {
				return int(c)
			}
		}
	}
	return -1
}

// Subtree is the smallest range that holds the token and all it governs,
// directly or not. The trees of the parser are projective, so the range holds
// nothing else.
func (t *Tree) Subtree(token int) Range { return t.yield[token] }

// Governs reports whether the token lies in the subtree of the head, the head
// itself included.
func (t *Tree) Governs(head, token int) bool { return t.yield[head].Has(token) }

// Root is the token at the top of the sentence that holds the token.
func (t *Tree) Root(token int) int {
	for t.doc.Tokens[token].Head >= 0 {
		token = t.doc.Tokens[token].Head
	}
	return token
}

// NounPhrase is the range of the noun phrase around the token: with
// determiners, adjectives, complements, appositives and relative clauses, but
// without coordinated phrases, punctuation at its ends and the preposition
// before it.
func (t *Tree) NounPhrase(head int) Range {
	out := Range{head, head + 1}
	for _, c := range t.Children(head) {
		y := t.yield[c]
		if !inNounPhrase(t.doc.Tokens[c].Rel) {
			continue
		}
		if int(c) < head {
			out.First = min(out.First, y.First)
		} else {
			out.Last = max(out.Last, y.Last)
		}
	}
	for out.First < head && isPunctuation(t.doc.Tokens[out.First].Tag) {
		out.First++
	}
	for out.Last-1 > head && isPunctuation(t.doc.Tokens[out.Last-1].Tag) {
		out.Last--
	}
	return out
}

func inNounPhrase(rel string) bool {
	switch rel {
	case "punct", "conj", "cc", "cop", "case", "mark", "parataxis", "nsubj", "nsubj:pass", "aux", "advcl",
		"discourse", "vocative", "dep", "expl", "csubj", "ccomp", "cc:preconj":
		return false
	}
	return true
}

func isPunctuation(tag string) bool {
	switch tag {
	case ",", ".", ":", "``", "''", "-LRB-", "-RRB-", "HYPH", "NFP":
		return true
	}
	return false
}

package attribution

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/claims/lang"
)

// Scene is a document with what the models look at worked out once: hashes of
// the words, the extents of subtrees, where quotations begin and end.
type Scene struct {
	Doc   *lang.Document
	Para  []int32 // paragraph of each token
	First []int32 // leftmost token of the subtree of each token
	Last  []int32 // rightmost token of the subtree of each token
	TopL  []int32 // the highest token whose subtree begins at this one, or -1
	TopR  []int32 // the highest token whose subtree ends at this one, or -1
	Quote []Marks // token ranges of each quotation

	hash     []hashes
	word     []bool
	subjects []bool  // whether the token has a subject
	nextWord []int32 // first word after the token, or len(Tokens)
	prevWord []int32 // last word before the token, or -1
	kidsAt   []int32 // index into kids of the first child of each token
	kids     []int32
	outer    []int32   // outermost quotation of each token, -1 outside
	quoteL   []int32   // nearest token to the left inside another quotation than this one, or -1
	quoteR   []int32   // nearest token to the right inside another quotation than this one, or the number of tokens
	brackets []int32   // brackets up to and with each token
	commaL   []int32   // last comma or dash outside quotations up to and with each token, or -1
	clauseL  []int32   // last token up to and with each that begins a clause by a conjunction or relative word, or -1
	sentence []holding // what each sentence holds of quotations
}

// Marks is where a quotation lies in the tokens, marks included.
type Marks struct{ First, Last int32 }

type hashes struct {
	lemma, lower, tag, rel, suffix, shape uint32
	kind, sense                           uint32 // commonest meaning alone and with the next one
	use                                   uint32 // what the word can govern
}

// NewScene works out the structure of the document in linear time.
func NewScene(doc *lang.Document) *Scene {
	n := len(doc.Tokens)
	s := &Scene{Doc: doc, hash: make([]hashes, n), word: make([]bool, n), subjects: make([]bool, n)}
	cells := make([]int32, 15*n+1)
	take := func(k int) []int32 {
		part := cells[:k:k]
		cells = cells[k:]
		return part
	}
	s.Para, s.First, s.Last, s.TopL, s.TopR = take(n), take(n), take(n), take(n), take(n)
	s.nextWord, s.prevWord, s.kidsAt, s.kids = take(n), take(n), take(n+1), take(n)
	s.outer, s.quoteL, s.quoteR, s.brackets, s.commaL, s.clauseL = take(n), take(n), take(n), take(n), take(n), take(n)
	words := senses()
	for i := range doc.Tokens {
		s.hash[i], s.word[i] = hashToken(&doc.Tokens[i])
		meaning := words.ofToken(&doc.Tokens[i])
		s.hash[i].kind = uint32(meaning.First)
		s.hash[i].sense = uint32(meaning.First)<<6 | uint32(meaning.Second)
		s.hash[i].use = uint32(meaning.Use)
		if meaning.First == 0 {
			s.hash[i].kind = s.hash[i].shape << 7
		}
	}
	for p, r := range doc.Paragraphs {
		for i := r.First; i < r.Last; i++ {
			s.Para[i] = int32(p)
		}
	}
	s.linkWords()
	s.linkKids()
	s.extents()
	s.findQuotations()
	s.linkQuotations()
	s.countBrackets()
	s.findBreaks()
	return s
}

func hashToken(t *lang.Token) (h hashes, word bool) {
	h.lower = str(t.Lower)
	h.lemma = h.lower
	if t.Lemma != t.Lower {
		h.lemma = str(t.Lemma)
	}
	h.tag = str(t.Tag)
	rel := t.Rel
	if rel == "" {
		rel = "none"
	}
	h.rel = str(rel)
	suffix := t.Lower
	if len(suffix) > 3 {
		suffix = suffix[len(suffix)-3:]
	}
	h.suffix = str(suffix)
	first, _ := utf8.DecodeRuneInString(t.Word)
	word = unicode.IsLetter(first) || unicode.IsDigit(first) || strings.ContainsFunc(t.Word, func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsDigit(r)
	})
	switch {
	case !word:
		h.shape = 1
	case unicode.IsUpper(first):
		h.shape = 2
	case unicode.IsDigit(first):
		h.shape = 3
	default:
		h.shape = 4
	}
	return h, word
}

// linkWords finds the neighbouring word of each token, marks skipped.
func (s *Scene) linkWords() {
	last := int32(-1)
	for i := range s.word {
		s.prevWord[i] = last
		if s.word[i] {
			last = int32(i)
		}
	}
	next := int32(len(s.word))
	for i := len(s.word) - 1; i >= 0; i-- {
		s.nextWord[i] = next
		if s.word[i] {
			next = int32(i)
		}
	}
}

// linkKids groups the tokens by their head, in text order.
func (s *Scene) linkKids() {
	n := len(s.Doc.Tokens)
	for i := range s.Doc.Tokens {
		if h := s.Doc.Tokens[i].Head; h >= 0 {
			s.kidsAt[h+1]++
			s.subjects[h] = s.subjects[h] || strings.HasPrefix(s.Doc.Tokens[i].Rel, "nsubj")
		}
	}
	for i := range n {
		s.kidsAt[i+1] += s.kidsAt[i]
	}
	fill := make([]int32, n)
	copy(fill, s.kidsAt)
	for i := range s.Doc.Tokens {
		if h := s.Doc.Tokens[i].Head; h >= 0 {
			s.kids[fill[h]] = int32(i)
			fill[h]++
		}
	}
}

// extents folds every subtree into its head, leaves first.
func (s *Scene) extents() {
	n := len(s.Doc.Tokens)
	left := make([]int32, n)
	queue := make([]int32, 0, n)
	for i := range n {
		s.First[i], s.Last[i] = int32(i), int32(i)
		s.TopL[i], s.TopR[i] = -1, -1
		left[i] = s.kidsAt[i+1] - s.kidsAt[i]
		if left[i] == 0 {
			queue = append(queue, int32(i))
		}
	}
	for k := 0; k < len(queue); k++ {
		i := queue[k]
		h := s.Doc.Tokens[i].Head
		if h < 0 {
			continue
		}
		s.First[h] = min(s.First[h], s.First[i])
		s.Last[h] = max(s.Last[h], s.Last[i])
		if left[h]--; left[h] == 0 {
			queue = append(queue, int32(h))
		}
	}
	for i := range n {
		h := s.Doc.Tokens[i].Head
		if h < 0 || s.First[h] != s.First[i] {
			s.TopL[s.First[i]] = int32(i)
		}
		if h < 0 || s.Last[h] != s.Last[i] {
			s.TopR[s.Last[i]] = int32(i)
		}
	}
}

// Kids lists the dependents of a token, in text order.
func (s *Scene) Kids(i int) []int32 { return s.kids[s.kidsAt[i]:s.kidsAt[i+1]] }

// IsWord reports whether the token holds a letter or a digit.
func (s *Scene) IsWord(i int) bool { return s.word[i] }

// NextWord is the first word after the token, or the number of tokens.
func (s *Scene) NextWord(i int) int { return int(s.nextWord[i]) }

// PrevWord is the last word before the token, or -1.
func (s *Scene) PrevWord(i int) int { return int(s.prevWord[i]) }

// Outermost is the outermost quotation that holds the token, or -1.
func (s *Scene) Outermost(i int) int { return int(s.outer[i]) }

// opens reports whether the token is the first word of its outermost quotation.
func (s *Scene) opens(i int) bool {
	q := s.outer[i]
	if q < 0 {
		return false
	}
	f := int(s.Quote[q].First)
	return f == i || int(s.nextWord[f]) == i && !s.word[f]
}

// closes reports whether the token is the last word of its outermost quotation.
func (s *Scene) closes(i int) bool {
	q := s.outer[i]
	if q < 0 {
		return false
	}
	l := int(s.Quote[q].Last)
	return l == i || int(s.prevWord[l]) == i && !s.word[l]
}

// str is the FNV-1a hash of a string.
func str(v string) uint32 {
	h := uint32(2166136261)
	for i := range len(v) {
		h = (h ^ uint32(v[i])) * 16777619
	}
	return h
}

// mix adds a value to a hash.
func mix(h, v uint32) uint32 {
	h = (h ^ v) * 0x9E3779B1
	return h ^ h>>15
}

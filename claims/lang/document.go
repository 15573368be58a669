// Package lang turns a text into words, sentences, paragraphs and quotation
// marks, with tags and dependencies. It knows nothing of statements.
package lang

import "onrecord/claims"

// Document is a text with everything that is known of its words. It is built
// once and never changed; every offset is a byte offset into Text.
type Document struct {
	Text       string
	Tokens     []Token
	Sentences  []Range // of tokens; every token is in exactly one
	Paragraphs []Range // of tokens; a sentence never crosses one
	Quotations []Quotation
}

// Range is a half-open range of indexes.
type Range struct{ First, Last int }

// Len is the number of indexes.
func (r Range) Len() int { return r.Last - r.First }

// Has reports whether the index lies in the range.
func (r Range) Has(i int) bool { return r.First <= i && i < r.Last }

// Token is one word, number or mark of punctuation.
type Token struct {
	Span  claims.Span
	Word  string // as written; shares memory with the text
	Lower string // in lower case, with typographic apostrophes made straight
	Lemma string // dictionary form in lower case
	Tag   string // Penn Treebank part of speech: "VBD", "NNP"
	Head  int    // index of the governing token, -1 for the root of a sentence
	Rel   string // Universal Dependencies (version 2) relation to the head: "nsubj", "ccomp"
	Sent  int    // index of the sentence
	Quote int    // index of the innermost quotation that holds the token, -1 outside
}

// Quotation is a stretch of text in quotation marks. One that goes on over
// paragraphs, re-opened at each or not, has one part for each paragraph.
type Quotation struct {
	// Parts cover the text from mark to mark, marks included, one for each
	// paragraph that it touches.
	Parts  []claims.Span
	Inner  []claims.Span // the same without marks and white space at the ends
	Style  Style
	Outer  int  // index of the quotation around this one, -1 where there is none
	Closed bool // false where the closing mark is missing
}

// Span covers the whole quotation.
func (q *Quotation) Span() claims.Span { return claims.Cover(q.Parts) }

// Style is the kind of quotation mark.
type Style uint8

// The styles of quotation marks.
const (
	Double    Style = iota // "…" or “…”
	Single                 // '…' or ‘…’
	Guillemet              // «…», »…«, ‹…›
	Low                    // „…“, ‚…‘
	Dash                   // a line of dialogue that opens with a dash
)

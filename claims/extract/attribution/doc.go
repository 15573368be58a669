// Package attribution finds, in a parsed text, the words that attribute
// something to a source: the cue, the content it governs and the source, each
// as a range of tokens with a probability. Everything it knows was learned by
// cmd/train from annotated news.
//
// The method is that of semantic-role labelling with linear models: a first
// classifier proposes cues; for each, a log-linear model scores every pair of
// a content before and a content after the cue, "none" included on both sides,
// which means that the word was no cue; two more models choose the source and
// the extent of the cue. Features are hashed (Weinberger et al. 2009), weights
// are kept in one byte each and read in place.
//
// It knows no house rules: quotation marks, floating quotations, transcripts
// and headlines are the business of package extract.
package attribution

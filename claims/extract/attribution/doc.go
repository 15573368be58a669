// Package attribution finds, in a parsed text, the words that attribute
// something to a source: the cue, the content it governs and the source, each
// as a range of tokens with a probability. Everything it knows was learned by
// cmd/train from annotated news.
//
// The method is that of semantic-role labelling with linear models. A first
// glance leaves out the words that are plainly no cues, and a classifier gives
// the others their odds; for each likely one, a log-linear model scores pairs
// of a content before and a content after the cue, "none" included on both
// sides, which means that the word was no cue; two more models choose the
// source and the extent of the cue. The last one, the judge, sees all
// attributions of a text beside each other and says how sure each is.
// Features are hashed (Weinberger et al. 2009), weights are kept in one byte
// each.
//
// It knows no house rules: quotation marks, floating quotations, transcripts
// and headlines are the business of package extract.
package attribution

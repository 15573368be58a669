// Package suggest weighs what may belong together: an article and a claim that
// it bears on, a statement and the claim that it makes again, what a speaker
// says and said before, and two speakers who may be one.
//
// Every suggestion has a score, the words that carry it and, where there is
// something to say, a reason; a person confirms it or does not. The package is
// pure: it reads no archive and keeps nothing. What to compare is gathered by
// claims/desk through the search index.
//
// The words that are looked for are English ones; names and figures count in
// any language.
//
//	text.go      a text becomes sentences of words, each with its meaning
//	meanings.go  words that mean the same, and words that mean the opposite
//	rarity.go    how much a shared word says
//	claim.go     what of a claim to look for
//	bearing.go   how far an article bears on a claim
//	named.go     whether an article names the speaker
//	topic.go     what words are about; vectors.go: which stand in like contexts
//	measures.go  what speaks for it, and what each thing counts
//	figure.go    which figures of both can be compared
//	figuresay.go what they say
//	relation.go  whether it supports or contradicts it: the signals added up
//	signals.go   what one sentence says for or against a claim
//	course.go    whether it tells of what goes on, begins, ends, or comes late
//	judged.go    whether it tells of guilt, innocence, a test or a limit
//	standing.go  whether a sentence puts a word as a fact, a wish or a plan
//	predicate.go what a claim says: that something happens, ends or stays
//	repeat.go    whether a statement makes a claim again
//	names.go     whether two names mean one speaker; shortnames.go: Bob is Robert
//	bodies.go    whether two names mean one organisation
package suggest

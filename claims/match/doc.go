// Package match finds what was said: it answers half-remembered words over
// statements, articles, speakers, claims and outcomes while they are typed,
// finds what the same speaker said before, and marks the letters that match.
//
// The index is derived from the records: it can be dropped and built again at
// any time. It holds everything that a search needs (words in their order,
// names, dates, filters), so that no record is read to answer one. What a hit
// looks like on the screen is the concern of the caller; Highlight marks the
// words in a text that is shown.
//
// How a query becomes hits, and which file tells it:
//
//	query.go       what was typed becomes words, phrases and filters
//	expand.go      each word becomes the words of the index that it can mean
//	meanings.go    and of several ways to mean one the best is kept
//	candidates.go  their postings are counted: the documents worth a closer look
//	counter.go     with one score for each document
//	look.go        each is read
//	rank.go        and compared with the query, word by word, in order
//	passes.go      what is tried one after the other, the likeliest first
//
// Package words knows how single words vary; package segment keeps the words,
// postings and word orders on disk and in memory.
package match

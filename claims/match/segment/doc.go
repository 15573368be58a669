// Package segment keeps a set of documents as bytes that can be searched as
// they lie in a file: which words there are, which documents hold them, and
// for every document its words in order.
//
// A segment never changes once it is built. An index is a large segment with
// a few small ones beside it, which are merged as they grow.
//
//	words      the texts of all words by number, in the order in which they
//	           were first met, which puts the frequent ones first; with each
//	           the field it stands in, how many documents hold it, and orders
//	           by alphabet, by length, by stem, by consonants and by sound
//	postings   for each word the documents that hold it, as the distances from
//	           one to the next, one byte for most
//	orders     for each document the numbers of its words as they follow each
//	           other, one or two bytes for most
//	joints     for each word of each document whether it begins with a capital
//	           letter and what stands between it and the next, one byte
//	documents  kind, identifier, dates, and a hash table over the identifiers
//
// It knows nothing of queries or ranking.
package segment

// Package ingest turns the bytes of a file, a paste or a fetched page into
// articles: frozen text with what the file says about itself.
//
// Each format is one file that registers a Format. Which one reads some bytes
// is decided by the bytes first and by the ending of the name second, so that
// a page saved as .txt is still a page. Whatever the input is, the work stays
// within Limits, nothing outside of it is opened, and what cannot be read is
// refused with one sentence that says why.
//
// The package stores nothing and extracts no statements.
package ingest

// Package claims holds the words of Onrecord as types: articles, statements,
// speakers, claims, outcomes, verdicts and changes, with the rules that make
// each of them valid.
//
// It uses only the standard library and knows neither a window nor a
// database. Everything else in the program depends on it; it depends on
// nothing.
package claims

// Package when reads expressions of time: when something was said ("on
// Friday", "last March"), by when something is to happen ("by the end of
// 2027", "within two years") and dates in metadata. Everything is resolved
// against the date it was said on; what neither the words nor that date decide
// stays unknown, and no year is ever made up.
//
// The grammar is English. ParseDate also knows the month names of German,
// French, Spanish, Italian, Portuguese and Dutch. The package reads words
// only: it knows nothing of sentences, statements or tense, so a caller asks
// for Past or Due.
//
// Conventions, where usage differs: weeks run Monday to Sunday; a span of time
// ends with its last day; "next Friday" is the nearest Friday to come, and
// "on Friday" said on a Friday may be that day; what is done before a day is due
// on it; a season begins with the meteorological one of the northern hemisphere
// and ends with the astronomical one; fiscal years and
// quarters are taken for calendar ones; "the decade" ends with the year 9.
package when

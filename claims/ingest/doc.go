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
//
// # The order of evidence
//
// What a file declares comes before what it shows, and what it shows before
// what can be guessed. Every step below only fills what the ones above it left
// open (meta.or), but where a line says that a step corrects or votes.
//
// Title of a page (headlineOf, then chooseTitle, which votes by points): JSON-LD,
// microdata, og:title, <title>, headings by rank and by how near to the text they
// stand. Headings that lead to the front page, sections, parts of the page and
// lines of credits lose; a kicker is taken off. JSON-LD that shares no long word
// with the page's titles is another article's and is dropped (linked.forget).
// Title of a document (masthead): its property, a paragraph styled as title or
// heading, the first line that can be a headline; of a print the largest line
// (pdfBlocks); of a mail the subject.
//
// Day of publication: JSON-LD, microdata, meta tags; a <time> or an element named
// as a date that does not stand below most of the text; the lines between the
// headline and the text, then those above it (lead); a short line or the note of
// an issue below the text (below); a <time> down there; the dateline of the first
// paragraph; the day of the last change. Two corrections: a time that is declared
// in UTC gives way to the day that readers saw (asShown), and numbers that can be
// read in two orders are decided together (dayOrder). A line that has both days
// tells them apart by the word before each (withoutDates).
//
// Byline: JSON-LD, microdata, meta tags; an element named as a byline, rel=author,
// a link to a writer's page; lines of credits as for the day; a name right beside
// a date; a labelled name or a signature below the text; the opening of the text.
// A declared name that is the paper's, a desk's or an account's, or that the page
// does not show, comes last instead of first. A name behind "By" and the like
// beats a line that only looks like a name (announcedIn).
//
// A line of credits is read in one way for all formats (creditParts): dates and
// times are taken off, and each part that is left is a word beside these, a name
// behind its word, a paper, or loose; loose parts are names and places only where
// the others leave no doubt. The words of all languages are in credit_words.go.
package ingest

// Package report writes what the archive holds as documents: one file a
// format, all from one model. It reads no archive and decides nothing; what
// is in the model is in the report.
package report

import (
	"time"

	"onrecord/claims"
)

// Model is the content of a report, the same for every format.
type Model struct {
	Title  string
	Scope  string    // in words: "Claims by Ana Ruiz", "Search: bridge"
	Made   time.Time // given by the caller, so that equal input gives equal bytes
	Author string
	// Claims, Statements and Outcomes are in the order in which they appear.
	Claims     []Claim
	Statements []Statement // those that no claim of the report rests on
	Speakers   []Speaker
	Sources    []*Source // every article that the report cites, in the order of first mention
	Notes      []string  // what a reader must know: what was left out and why
	// Texts are the frozen texts of the sources, and Files the originals and
	// evidence files where the report takes them in: for contexts and the dossier.
	Texts   map[claims.Hash]string
	Files   map[claims.Hash][]byte
	Options Options
}

// Day is the day of a moment where the report is made: a verdict of this evening
// is not one of tomorrow because it is that in Greenwich.
func (m *Model) Day(t time.Time) claims.Date {
	if t.IsZero() {
		return claims.Date{}
	}
	return claims.DateOf(t.In(m.Made.Location()))
}

// Options choose what a report shows.
type Options struct {
	Context  bool          // sentences around each quotation
	Citation CitationStyle // of sources and copied quotations
	Locale   Locale        // of numbers and dates in CSV and XLSX
	BOM      bool          // begin CSV with a byte order mark
	Columns  []string      // of tables, in their order; empty for all
	Language string        // of the report's own words: en, fr, de, es
	// Fonts are asked in a PDF for the characters that its own fonts lack, then
	// with SystemFonts those of this machine; without both the same archive
	// makes the same bytes everywhere.
	Fonts       []FontFile
	SystemFonts bool
	Publisher   string // the newsroom that publishes it; ClaimReview names it as the author
	Address     string // where the report will be published; ClaimReview names it
}

// Locale is how tables write numbers and dates.
type Locale string

// The locales of tables.
const (
	Plain       Locale = ""          // comma-separated, decimal points, ISO dates
	Continental Locale = "semicolon" // semicolons and decimal commas, as spreadsheets in France or Germany expect
)

// CitationStyle is how a quotation names its source.
type CitationStyle string

// The citation styles.
const (
	AP        CitationStyle = "ap"
	Chicago   CitationStyle = "chicago"
	APA       CitationStyle = "apa"
	MLA       CitationStyle = "mla"
	Markdown  CitationStyle = "markdown"
	PlainCite CitationStyle = "plain"
)

// CitationStyles lists them in the order in which they are offered.
var CitationStyles = []CitationStyle{AP, Chicago, APA, MLA, Markdown, PlainCite}

// Claim is a claim with everything that bears on it.
type Claim struct {
	*claims.Claim
	Speaker     string
	SpeakerType claims.SpeakerType
	Value       claims.Value // of its latest verdict, or the opening value
	Scale       *claims.Scale
	Appearances []Statement
	Outcomes    []Outcome
	Events      []Event    // its life in the order of time, for the timeline
	Grounds     [][]Ground // of each verdict, what it rests on; may be shorter than the verdicts
}

// Ground is an outcome that a verdict rests on.
type Ground struct {
	*claims.Outcome
	Unlinked  bool // it was taken off the claim since
	Corrected bool // what it says was corrected after the verdict
}

// Statement is a statement with its speaker and source.
type Statement struct {
	*claims.Statement
	Speaker string
	Teller  string  // who tells it, of a statement within another one's
	Source  *Source // nil for a statement noted without an article
	// Points is the place of each span of the content in code points.
	Points []claims.Span
	Before string // the words before the statement in its paragraph
	After  string
}

// Source is an article that a report cites.
type Source struct {
	*claims.Article
	Number     int // in the list of sources, from 1
	Statements []*claims.Statement
}

// Outcome is an outcome as it bears on one claim.
type Outcome struct {
	*claims.Outcome
	Relation claims.Relation
	Note     string
	Evidence []Evidence
}

// Evidence is a piece of evidence with the article it comes from.
type Evidence struct {
	claims.Evidence
	Source    *Source    // of a span
	Statement *Statement // of a statement
}

// Speaker is a speaker with scorecards: the first over all classes, then one
// for each class.
type Speaker struct {
	*claims.Speaker
	Cards []claims.Scorecard
}

// EventKind is what an event of a timeline is.
type EventKind string

// The kinds of events.
const (
	Said     EventKind = "said"
	Happened EventKind = "happened"
	Judged   EventKind = "judged"
	DueOn    EventKind = "due"
	Replied  EventKind = "reply"
)

// Event is a mark on a timeline.
type Event struct {
	Date   claims.Date
	Known  claims.Date // what is known of a due date, whose Date is its last day; else zero
	Kind   EventKind
	Label  string
	Colour string // #rrggbb; empty for the kind's own
	ID     claims.ID
}

// Written is the date as far as it is known: "due 2027" falls on its last day,
// but nobody said that day.
func (e *Event) Written() claims.Date {
	if !e.Known.IsZero() {
		return e.Known
	}
	return e.Date
}

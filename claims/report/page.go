package report

import "onrecord/claims"

// page is what a format for reading can draw. compose tells every page the
// same things in the same order, so that no format knows more than another.
type page interface {
	cover(c *cover)
	contents(entries []entry)
	// heading begins a part: level 2 for a claim, 3 for a part of it.
	heading(level int, id, text string)
	facts(rows []fact)
	timeline(title string, events []claimEvent)
	card(c *card)
	quote(q *quotation)
	list(items []item)
	sources(all []*source)
}

// run is a stretch of text in one style.
type run struct {
	text string
	face face
	link string // an address with http or https, or "#" and an anchor of the report
}

// face is how a run looks.
type face int

const (
	roman face = iota
	bold
	faint // less important: dates, places
	code  // identifiers and hashes
)

// inline is a line of text in several styles.
type inline []run

func text(s string) inline { return inline{{text: s}} }

// cover is the head of a report.
type cover struct {
	title, scope string
	made         string   // "Report of 4 March 2026, by Ana Ruiz"
	counts       []count  // how many claims, quotations, outcomes and sources
	notes        []string // what a reader must know
}

type count struct {
	label string
	n     int
}

// entry is a line of the contents.
type entry struct {
	id, text string
	who      string // who made the claim
	value    string // the word of its verdict
	colour   string // of the verdict, #rrggbb
}

// fact is a line of the table at the head of a claim.
type fact struct {
	label  string
	value  string
	colour string // of a verdict, #rrggbb; else empty
}

// item is a line of a list, with what belongs to it.
type item struct {
	id     string
	text   inline
	colour string
	sub    []inline
}

// quotation is a statement as it is shown: the words, what stands around
// them, and everything that pins them to a place.
type quotation struct {
	id            string
	before, after string // with the blank beside the words; empty unless contexts are wanted
	text          string // with quotation marks only where the words are the speaker's
	by            inline // speaker, day, occasion
	source        inline // title, outlet, day of publication, place, with the link
	language      string // of the article, such as "fr"; may be empty
	number        int    // of the source; 0 for none
}

// card is a scorecard in words and numbers.
type card struct {
	title    string
	total    int
	tallies  []claims.Tally
	standing string // "9 resolved, 2 not yet due, ..."
	few      string // says that there are too few; else empty
}

// claimEvent is an event in words, with the claim that it belongs to.
type claimEvent struct {
	Event
	when string // the date written out
	what string // the kind of event in a word
	href string // the anchor that it leads to; may be empty
}

// source is an article in the list of sources.
type source struct {
	*Source
	id   string
	line inline // the reference in the chosen style
	hash string
}

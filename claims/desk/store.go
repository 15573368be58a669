package desk

import (
	"context"
	"iter"
	"time"

	"onrecord/claims"
)

// Store is what the use cases need of an archive. It is the seam where another
// engine can go: nothing in it knows how the records are kept. Every method
// may be called from any goroutine; every record handed out belongs to the
// caller.
type Store interface {
	// Get returns the record with this key, or an error with
	// claims.CodeNotFound.
	Get(ctx context.Context, key claims.Key) (claims.Record, error)
	// Text returns the frozen text with this hash; Blob any other bytes kept
	// by hash.
	Text(ctx context.Context, hash claims.Hash) (string, error)
	Blob(ctx context.Context, hash claims.Hash) ([]byte, error)

	// List returns one page of records in the order of an index.
	List(ctx context.Context, q Query) (Page, error)
	// Count counts what List would return on all pages; a whole index entry
	// is counted without a scan.
	Count(ctx context.Context, q Query) (int, error)
	// Facets counts the records of every value of an index: how many
	// statements each speaker has.
	Facets(ctx context.Context, kind claims.Kind, index Index) (map[string]int, error)
	// All yields every record of a kind in the order of its key.
	All(ctx context.Context, kind claims.Kind) iter.Seq2[claims.Record, error]

	// Apply writes the changes, all or none, with indexes and journal in one
	// durable transaction, and returns them with Seq and At filled in. It
	// fails with claims.CodeConflict where a Before is not what is stored
	// and where a record that is needed by another would vanish, and with
	// claims.CodeInvalid where a reference leads nowhere.
	Apply(ctx context.Context, changes ...claims.Change) ([]claims.Change, error)
	// Undo takes back the latest change that still stands, Redo the latest
	// undo. They return the change that they made, or an error with
	// claims.CodeNotFound where there is none.
	Undo(ctx context.Context, who string) (claims.Change, error)
	Redo(ctx context.Context, who string) (claims.Change, error)
	// Standing returns the changes that Undo and Redo would take back, with
	// their What and without their Edits; nil where there is none.
	Standing(ctx context.Context) (undo, redo *claims.Change, err error)
	// Journal yields what was done after the position seq, oldest first.
	Journal(ctx context.Context, seq uint64) iter.Seq2[Entry, error]
	// Seq is the position of the last journal entry.
	Seq(ctx context.Context) (uint64, error)
}

// Entry is a line of the journal: a change with the keys of its records.
type Entry struct {
	Seq    uint64
	At     time.Time
	Who    string
	What   string
	Keys   []claims.Key
	Undoes uint64
}

// Index names an order in which records of a kind can be listed.
type Index string

// The indexes. Those with a value list the records of that value only, in the
// order given; with an empty value, all records by value and then that order.
const (
	ByID        Index = "id"        // every kind
	ByDate      Index = "date"      // article: published; statement: said on; claim: made on; outcome: date
	ByTitle     Index = "title"     // article, folded; speaker by name; claim by text
	ByArticle   Index = "article"   // statement, in the order of the text
	ByHash      Index = "hash"      // article by hash of its text
	ByURL       Index = "url"       // article
	ByOutlet    Index = "outlet"    // article, then date
	BySpeaker   Index = "speaker"   // statement, claim, then date
	ByClass     Index = "class"     // statement, claim, then date
	ByReview    Index = "review"    // statement, then confidence, lowest first
	ByRule      Index = "rule"      // statement by the rule that found it and the review state: "cue verb/accepted"
	ByTag       Index = "tag"       // article, statement, speaker, claim, outcome
	ByDue       Index = "due"       // claim with a due date that is not resolved; value empty
	ByVerdict   Index = "verdict"   // claim by the identifier of its latest value, "" where it has none
	ByChecked   Index = "checked"   // claim that is not resolved by when it was last checked, never first
	ByStatement Index = "statement" // claim by appearance
	ByClaim     Index = "claim"     // outcome by linked claim
	ByName      Index = "name"      // speaker by folded name or alias
)

// Query asks for a page of records.
type Query struct {
	Kind    claims.Kind
	Index   Index
	Value   string
	From    string // date indexes: first day, inclusive, ISO 8601; "" for the first
	To      string // date indexes: last day, inclusive; "" for the last
	Reverse bool
	After   string // cursor of the page before; "" for the first page
	Skip    int    // rows to pass over first, without reading their records
	Limit   int    // 0: 50
}

// Page is a part of a list.
type Page struct {
	Records []claims.Record
	Next    string // cursor of the next page; "" at the end
}

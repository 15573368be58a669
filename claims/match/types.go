package match

import "onrecord/claims"

// Doc is what the index is told of one record. A field that the kind of
// record does not have stays empty.
type Doc struct {
	Kind     claims.Kind
	ID       claims.ID
	Text     string   // statement: its words; claim: the proposition; outcome: the summary; article: its text; speaker: the name
	Title    string   // article
	Context  string   // statement: cue, occasion and what stands around it; others: notes
	Speakers []string // names and aliases; for an article its byline
	Outlet   string
	Date     claims.Date // statement: said on; article: published; claim: made on; outcome: date
	Quoting  claims.Quoting
	Class    claims.Class
	Verdict  string // of a claim: identifier of the latest value
	Due      claims.Date
	Tags     []string
	Language string // BCP 47; empty where it is not known
}

// Key names the record.
func (d *Doc) Key() claims.Key { return claims.Key{Kind: d.Kind, ID: d.ID} }

// Answer is what a query found.
type Answer struct {
	Hits []Hit // best first
	Cut  Cut   // what was left out for want of work, 0 for nothing
}

// Hit is a document that answers a query.
type Hit struct {
	Kind  claims.Kind
	ID    claims.ID
	Score float64 // 0 to 1: how much of the query stands there as it was typed
	Why   []Reason
}

// Key names the record.
func (h *Hit) Key() claims.Key { return claims.Key{Kind: h.Kind, ID: h.ID} }

// Reason tells what one word of the query found in a document.
type Reason struct {
	Typed  string  `json:"typed"`  // the word of the query
	Found  string  `json:"found"`  // the word of the document; empty where there is none
	How    How     `json:"how"`    // in what way they are alike
	Field  string  `json:"field"`  // "text", "title", "context", "speaker", "outlet", "tag"
	Weight float64 `json:"weight"` // the part of the score that the word can give: rarer is more
	Given  float64 `json:"given"`  // the part that it gave
}

// How is the way in which a word of the query and one of a document are alike.
type How string

// The ways, the surest first.
const (
	Exact     How = "the same word"
	Form      How = "another form of it"
	Beginning How = "begins with it"
	OneSlip   How = "one letter off"
	TwoSlips  How = "two letters off"
	Heard     How = "sounds like it"
	Short     How = "abbreviated"
	Ending    How = "ends with it"
	Inside    How = "holds it"
	Missing   How = "not there"
)

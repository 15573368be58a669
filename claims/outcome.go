package claims

import (
	"net/url"
	"time"
)

// Relation is how an outcome bears on a claim.
type Relation string

// The relations.
const (
	Supports    Relation = "supports"
	Contradicts Relation = "contradicts"
	Context     Relation = "context"
)

// Relations lists them in the order in which they are offered.
var Relations = []Relation{Supports, Contradicts, Context}

// Link ties an outcome to a claim; a person has confirmed it.
type Link struct {
	Claim    ID       `json:"claim"`
	Relation Relation `json:"relation"`
	Note     string   `json:"note,omitempty"`
}

// Evidence is what an outcome rests on: exactly one of a span of an article, a
// statement, a URL or a kept file.
type Evidence struct {
	Article   ID        `json:"article,omitempty"`
	Span      Span      `json:"span,omitzero"`
	Quote     string    `json:"quote,omitempty"` // the words of the span, as they were chosen
	Statement ID        `json:"statement,omitempty"`
	URL       string    `json:"url,omitempty"`
	Retrieved time.Time `json:"retrieved,omitzero"`
	File      Hash      `json:"file_sha256,omitempty"`
	FileName  string    `json:"file,omitempty"`
	Note      string    `json:"note,omitempty"`
}

// Outcome is something that happened, with evidence, linked to the claims that
// it bears on.
type Outcome struct {
	ID       ID         `json:"id"`
	Date     Date       `json:"date,omitzero"`
	Summary  string     `json:"summary"`
	Evidence []Evidence `json:"evidence,omitempty"`
	Links    []Link     `json:"links,omitempty"`
	Created  time.Time  `json:"created"`
	Edited   time.Time  `json:"edited,omitzero"` // when what it says was corrected last
	Tags     []string   `json:"tags,omitempty"`
	Notes    string     `json:"notes,omitempty"`
	Sample   bool       `json:"sample,omitempty"`
}

// Key implements Record.
func (o *Outcome) Key() Key { return Key{KindOutcome, o.ID} }

// Refs implements Record.
func (o *Outcome) Refs() []Key {
	var out []Key
	for _, e := range o.Evidence {
		if e.Article != "" {
			out = append(out, Key{KindArticle, e.Article})
		}
		if e.Statement != "" {
			out = append(out, Key{KindStatement, e.Statement})
		}
	}
	for _, l := range o.Links {
		out = append(out, Key{KindClaim, l.Claim})
	}
	return out
}

// Check implements Record.
func (o *Outcome) Check() error {
	if err := o.ID.Check(); err != nil {
		return err
	}
	if o.Summary == "" {
		return Invalid("summary", Say("error.outcomeNeedsSentence", "an outcome needs a sentence on what happened"))
	}
	if err := o.Date.Check(); err != nil {
		return Invalid("date", Because(err))
	}
	for i, e := range o.Evidence {
		if err := e.check(); err != nil {
			return Invalid("evidence", Say("error.evidenceNumber", "number %d %s", i+1, Because(err)))
		}
	}
	seen := map[ID]bool{}
	for _, l := range o.Links {
		if !oneOf(l.Relation, Relations...) {
			return Invalid("relation", Say("error.notSupportsContradicts", "%q is not supports, contradicts or context", l.Relation))
		}
		if seen[l.Claim] {
			return Invalid("links", Say("error.claimLinkedTwice", "claim %s is linked twice", l.Claim))
		}
		seen[l.Claim] = true
	}
	return nil
}

func (e *Evidence) check() error {
	n := 0
	for _, has := range []bool{e.Article != "", e.Statement != "", e.URL != "", e.File != ""} {
		if has {
			n++
		}
	}
	if n != 1 {
		return Say("error.evidenceOne", "must be one of a span, a statement, a URL or a file")
	}
	if e.Article != "" && e.Span.Empty() {
		return Say("error.evidenceSpan", "needs a span of the article")
	}
	if e.URL != "" {
		if u, err := url.Parse(e.URL); err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Host == "" {
			return Say("error.evidenceURL", "needs a URL that begins with http:// or https://")
		}
	}
	return nil
}

package storage

import "onrecord/claims"

// outcomeV1 is a stored outcome with its evidence and links.
type outcomeV1 struct {
	Date     uint32       `cbor:"1,keyasint,omitempty"`
	Summary  string       `cbor:"2,keyasint,omitempty"`
	Evidence []evidenceV1 `cbor:"3,keyasint,omitempty"`
	Links    []linkV1     `cbor:"4,keyasint,omitempty"`
	Created  string       `cbor:"5,keyasint,omitempty"`
	Tags     []string     `cbor:"6,keyasint,omitempty"`
	Notes    string       `cbor:"7,keyasint,omitempty"`
	Sample   bool         `cbor:"8,keyasint,omitempty"`
	Edited   string       `cbor:"9,keyasint,omitempty"`
}

type evidenceV1 struct {
	Article   string `cbor:"1,keyasint,omitempty"`
	Span      string `cbor:"2,keyasint,omitempty"`
	Quote     string `cbor:"3,keyasint,omitempty"`
	Statement string `cbor:"4,keyasint,omitempty"`
	URL       string `cbor:"5,keyasint,omitempty"`
	Retrieved string `cbor:"6,keyasint,omitempty"`
	File      string `cbor:"7,keyasint,omitempty"`
	FileName  string `cbor:"8,keyasint,omitempty"`
	Note      string `cbor:"9,keyasint,omitempty"`
}

type linkV1 struct {
	Claim    string `cbor:"1,keyasint,omitempty"`
	Relation code   `cbor:"2,keyasint,omitempty"`
	Note     string `cbor:"3,keyasint,omitempty"`
}

func packOutcome(o *claims.Outcome) (*outcomeV1, error) {
	var w words
	out := &outcomeV1{Date: packDate(o.Date), Summary: o.Summary, Created: packTime(o.Created), Tags: o.Tags, Notes: o.Notes, Sample: o.Sample, Edited: packTime(o.Edited)}
	for _, e := range o.Evidence {
		v := evidenceV1{
			Article: packID(e.Article), Quote: e.Quote, Statement: packID(e.Statement), URL: e.URL,
			Retrieved: packTime(e.Retrieved), File: packHash(e.File), FileName: e.FileName, Note: e.Note,
		}
		if e.Span != (claims.Span{}) {
			v.Span = packSpans([]claims.Span{e.Span})
		}
		out.Evidence = append(out.Evidence, v)
	}
	for _, l := range o.Links {
		out.Links = append(out.Links, linkV1{packID(l.Claim), toCode(&w, relationCodes, l.Relation), l.Note})
	}
	return out, w.err
}

func (v *outcomeV1) unpack(id claims.ID) (claims.Record, error) {
	var w words
	created, err := unpackTime(v.Created)
	out := &claims.Outcome{
		ID: id, Date: unpackDate(v.Date), Summary: v.Summary, Created: keep(&w, created, err),
		Tags: v.Tags, Notes: v.Notes, Sample: v.Sample,
	}
	out.Edited, err = unpackTime(v.Edited)
	w.check(err)
	for _, e := range v.Evidence {
		out.Evidence = append(out.Evidence, e.unpack(&w))
	}
	for _, l := range v.Links {
		claim, err := unpackID(l.Claim)
		out.Links = append(out.Links, claims.Link{Claim: keep(&w, claim, err), Relation: toWord(&w, relationCodes, l.Relation), Note: l.Note})
	}
	return out, w.err
}

func (e *evidenceV1) unpack(w *words) claims.Evidence {
	out := claims.Evidence{Quote: e.Quote, URL: e.URL, File: unpackHash(e.File), FileName: e.FileName, Note: e.Note}
	var err error
	out.Article, err = unpackID(e.Article)
	w.check(err)
	out.Statement, err = unpackID(e.Statement)
	w.check(err)
	out.Retrieved, err = unpackTime(e.Retrieved)
	w.check(err)
	spans, err := unpackSpans(e.Span)
	w.check(err)
	if len(spans) > 0 {
		out.Span = spans[0]
	}
	return out
}

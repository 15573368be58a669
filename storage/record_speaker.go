package storage

import (
	"time"

	"onrecord/claims"
)

// speakerV1 is a stored speaker.
type speakerV1 struct {
	Name    string   `cbor:"1,keyasint,omitempty"`
	Type    code     `cbor:"2,keyasint,omitempty"`
	Aliases []string `cbor:"3,keyasint,omitempty"`
	Roles   []roleV1 `cbor:"4,keyasint,omitempty"`
	Tags    []string `cbor:"5,keyasint,omitempty"`
	Notes   string   `cbor:"6,keyasint,omitempty"`
	Sample  bool     `cbor:"7,keyasint,omitempty"`

	Distinct string `cbor:"8,keyasint,omitempty"` // packIDs
}

type roleV1 struct {
	Title        string `cbor:"1,keyasint,omitempty"`
	Organization string `cbor:"2,keyasint,omitempty"`
	From         uint32 `cbor:"3,keyasint,omitempty"`
	To           uint32 `cbor:"4,keyasint,omitempty"`
}

func packSpeaker(s *claims.Speaker) (*speakerV1, error) {
	var w words
	out := &speakerV1{Name: s.Name, Type: toCode(&w, speakerCodes, s.Type), Aliases: s.Aliases, Tags: s.Tags, Notes: s.Notes, Sample: s.Sample, Distinct: packIDs(s.Distinct)}
	for _, r := range s.Roles {
		out.Roles = append(out.Roles, roleV1{r.Title, r.Organization, packDate(r.From), packDate(r.To)})
	}
	return out, w.err
}

func (v *speakerV1) unpack(id claims.ID) (claims.Record, error) {
	var w words
	out := &claims.Speaker{ID: id, Name: v.Name, Type: toWord(&w, speakerCodes, v.Type), Aliases: v.Aliases, Tags: v.Tags, Notes: v.Notes, Sample: v.Sample}
	var err error
	out.Distinct, err = unpackIDs(v.Distinct)
	w.check(err)
	for _, r := range v.Roles {
		out.Roles = append(out.Roles, claims.Role{Title: r.Title, Organization: r.Organization, From: unpackDate(r.From), To: unpackDate(r.To)})
	}
	return out, w.err
}

// searchV1 is a stored saved search.
type searchV1 struct {
	Name   string `cbor:"1,keyasint,omitempty"`
	Query  string `cbor:"2,keyasint,omitempty"`
	Looked string `cbor:"3,keyasint,omitempty"`
}

func packSearch(s *claims.Search) *searchV1 {
	return &searchV1{Name: s.Name, Query: s.Query, Looked: packTime(s.Looked)}
}

func (v *searchV1) unpack(id claims.ID) (claims.Record, error) {
	var looked time.Time
	looked, err := unpackTime(v.Looked)
	return &claims.Search{ID: id, Name: v.Name, Query: v.Query, Looked: looked}, err
}

// scaleV1 is a stored scale.
type scaleV1 struct {
	Name    string    `cbor:"1,keyasint,omitempty"`
	Classes []code    `cbor:"2,keyasint,omitempty"`
	Values  []valueV1 `cbor:"3,keyasint,omitempty"`
}

type valueV1 struct {
	ID     string  `cbor:"1,keyasint,omitempty"`
	Label  string  `cbor:"2,keyasint,omitempty"`
	Colour string  `cbor:"3,keyasint,omitempty"`
	Rating float64 `cbor:"4,keyasint,omitempty"`
	Final  bool    `cbor:"5,keyasint,omitempty"`
}

func packScale(s *claims.Scale) (*scaleV1, error) {
	var w words
	out := &scaleV1{Name: s.Name}
	for _, c := range s.Classes {
		out.Classes = append(out.Classes, toCode(&w, classCodes, c))
	}
	for _, v := range s.Values {
		out.Values = append(out.Values, valueV1{v.ID, v.Label, v.Colour, v.Rating, v.Final})
	}
	return out, w.err
}

func (v *scaleV1) unpack(id claims.ID) (claims.Record, error) {
	var w words
	out := &claims.Scale{ID: id, Name: v.Name}
	for _, c := range v.Classes {
		out.Classes = append(out.Classes, toWord(&w, classCodes, c))
	}
	for _, val := range v.Values {
		out.Values = append(out.Values, claims.Value{ID: val.ID, Label: val.Label, Colour: val.Colour, Rating: val.Rating, Final: val.Final})
	}
	return out, w.err
}

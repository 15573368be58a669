package storage

import "onrecord/claims"

// articleV1 is a stored article; its text is in a bucket of its own.
type articleV1 struct {
	Title     string   `cbor:"1,keyasint,omitempty"`
	Byline    string   `cbor:"2,keyasint,omitempty"`
	Outlet    string   `cbor:"3,keyasint,omitempty"`
	URL       string   `cbor:"4,keyasint,omitempty"`
	Published uint32   `cbor:"5,keyasint,omitempty"`
	Modified  uint32   `cbor:"6,keyasint,omitempty"`
	Language  string   `cbor:"7,keyasint,omitempty"`
	Text      string   `cbor:"8,keyasint,omitempty"`
	Length    int      `cbor:"9,keyasint,omitempty"`
	Format    string   `cbor:"10,keyasint,omitempty"`
	File      string   `cbor:"11,keyasint,omitempty"`
	Original  string   `cbor:"12,keyasint,omitempty"`
	Read      string   `cbor:"13,keyasint,omitempty"`
	Previous  string   `cbor:"14,keyasint,omitempty"`
	Sample    bool     `cbor:"15,keyasint,omitempty"`
	Tags      []string `cbor:"16,keyasint,omitempty"`
	Notes     string   `cbor:"17,keyasint,omitempty"`
}

func packArticle(a *claims.Article) *articleV1 {
	return &articleV1{
		Title: a.Title, Byline: a.Byline, Outlet: a.Outlet, URL: a.URL, Published: packDate(a.Published), Modified: packDate(a.Modified),
		Language: a.Language, Text: packHash(a.Text), Length: a.Length, Format: a.Format, File: a.File, Original: packHash(a.Original),
		Read: packTime(a.Read), Previous: packID(a.Previous), Sample: a.Sample, Tags: a.Tags, Notes: a.Notes,
	}
}

func (v *articleV1) unpack(id claims.ID) (claims.Record, error) {
	var w words
	read, err := unpackTime(v.Read)
	w.check(err)
	previous, err := unpackID(v.Previous)
	w.check(err)
	return &claims.Article{
		ID: id, Title: v.Title, Byline: v.Byline, Outlet: v.Outlet, URL: v.URL, Published: unpackDate(v.Published), Modified: unpackDate(v.Modified),
		Language: v.Language, Text: unpackHash(v.Text), Length: v.Length, Format: v.Format, File: v.File, Original: unpackHash(v.Original),
		Read: read, Previous: previous, Sample: v.Sample, Tags: v.Tags, Notes: v.Notes,
	}, w.err
}

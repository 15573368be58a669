package storage

import "onrecord/claims"

// claimV1 is a stored claim with its tests, verdicts and replies.
type claimV1 struct {
	Text         string      `cbor:"1,keyasint,omitempty"`
	Class        code        `cbor:"2,keyasint,omitempty"`
	Checkability code        `cbor:"3,keyasint,omitempty"`
	Tests        []testV1    `cbor:"4,keyasint,omitempty"`
	Due          uint32      `cbor:"5,keyasint,omitempty"`
	DueWords     string      `cbor:"6,keyasint,omitempty"`
	MadeOn       uint32      `cbor:"7,keyasint,omitempty"`
	Speaker      string      `cbor:"8,keyasint,omitempty"`
	Actor        string      `cbor:"9,keyasint,omitempty"`
	Topics       []string    `cbor:"10,keyasint,omitempty"`
	Appearances  string      `cbor:"11,keyasint,omitempty"`
	Verdicts     []verdictV1 `cbor:"12,keyasint,omitempty"`
	LastChecked  string      `cbor:"13,keyasint,omitempty"`
	Snoozed      uint32      `cbor:"14,keyasint,omitempty"`
	Replies      []replyV1   `cbor:"15,keyasint,omitempty"`
	Created      string      `cbor:"16,keyasint,omitempty"`
	Tags         []string    `cbor:"17,keyasint,omitempty"`
	Notes        string      `cbor:"18,keyasint,omitempty"`
	Sample       bool        `cbor:"19,keyasint,omitempty"`
	Refused      string      `cbor:"20,keyasint,omitempty"`
}

type testV1 struct {
	Text string `cbor:"1,keyasint,omitempty"`
	At   string `cbor:"2,keyasint,omitempty"`
	Who  string `cbor:"3,keyasint,omitempty"`
}

type verdictV1 struct {
	ID       string `cbor:"1,keyasint,omitempty"`
	Value    string `cbor:"2,keyasint,omitempty"`
	Label    string `cbor:"3,keyasint,omitempty"`
	Reason   string `cbor:"4,keyasint,omitempty"`
	Outcomes string `cbor:"5,keyasint,omitempty"`
	At       string `cbor:"6,keyasint,omitempty"`
	Who      string `cbor:"7,keyasint,omitempty"`
}

type replyV1 struct {
	State code   `cbor:"1,keyasint,omitempty"`
	To    string `cbor:"2,keyasint,omitempty"`
	Text  string `cbor:"3,keyasint,omitempty"`
	At    string `cbor:"4,keyasint,omitempty"`
	Until uint32 `cbor:"5,keyasint,omitempty"`
}

func packClaim(c *claims.Claim) (*claimV1, error) {
	var w words
	out := &claimV1{
		Text: c.Text, Class: toCode(&w, classCodes, c.Class), Checkability: toCode(&w, checkCodes, c.Checkability),
		Due: packDate(c.Due), DueWords: c.DueWords, MadeOn: packDate(c.MadeOn), Speaker: packID(c.Speaker), Actor: c.Actor,
		Topics: c.Topics, Appearances: packIDs(c.Appearances), LastChecked: packTime(c.LastChecked), Snoozed: packDate(c.Snoozed),
		Created: packTime(c.Created), Tags: c.Tags, Notes: c.Notes, Sample: c.Sample,
		Refused: packIDs(c.Refused),
	}
	for _, t := range c.Tests {
		out.Tests = append(out.Tests, testV1{t.Text, packTime(t.At), t.Who})
	}
	for _, v := range c.Verdicts {
		out.Verdicts = append(out.Verdicts, verdictV1{string(v.ID), v.Value, v.Label, v.Reason, packIDs(v.Outcomes), packTime(v.At), v.Who})
	}
	for _, r := range c.Replies {
		out.Replies = append(out.Replies, replyV1{toCode(&w, replyCodes, r.State), r.To, r.Text, packTime(r.At), packDate(r.Until)})
	}
	return out, w.err
}

func (v *claimV1) unpack(id claims.ID) (claims.Record, error) {
	var w words
	out := &claims.Claim{
		ID: id, Text: v.Text, Class: toWord(&w, classCodes, v.Class), Checkability: toWord(&w, checkCodes, v.Checkability),
		Due: unpackDate(v.Due), DueWords: v.DueWords, MadeOn: unpackDate(v.MadeOn), Actor: v.Actor,
		Topics: v.Topics, Snoozed: unpackDate(v.Snoozed), Tags: v.Tags, Notes: v.Notes, Sample: v.Sample,
	}
	var err error
	out.Speaker, err = unpackID(v.Speaker)
	w.check(err)
	out.Appearances, err = unpackIDs(v.Appearances)
	w.check(err)
	out.Refused, err = unpackIDs(v.Refused)
	w.check(err)
	out.LastChecked, err = unpackTime(v.LastChecked)
	w.check(err)
	out.Created, err = unpackTime(v.Created)
	w.check(err)
	v.unpackHistory(out, &w)
	return out, w.err
}

func (v *claimV1) unpackHistory(out *claims.Claim, w *words) {
	for _, t := range v.Tests {
		at, err := unpackTime(t.At)
		out.Tests = append(out.Tests, claims.Test{Text: t.Text, At: keep(w, at, err), Who: t.Who})
	}
	for _, d := range v.Verdicts {
		outcomes, err := unpackIDs(d.Outcomes)
		w.check(err)
		at, err := unpackTime(d.At)
		out.Verdicts = append(out.Verdicts, claims.Verdict{ID: claims.ID(d.ID), Value: d.Value, Label: d.Label, Reason: d.Reason, Outcomes: outcomes, At: keep(w, at, err), Who: d.Who})
	}
	for _, r := range v.Replies {
		at, err := unpackTime(r.At)
		out.Replies = append(out.Replies, claims.Reply{State: toWord(w, replyCodes, r.State), To: r.To, Text: r.Text, At: keep(w, at, err), Until: unpackDate(r.Until)})
	}
}

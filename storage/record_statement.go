package storage

import "onrecord/claims"

// statementV1 is a stored statement. The words of the content are kept beside
// the spans although the article has them: lists show them without reading a
// text, and the verbatim guarantee compares the two.
type statementV1 struct {
	Article    string   `cbor:"1,keyasint,omitempty"`
	Kind       code     `cbor:"2,keyasint,omitempty"`
	Content    string   `cbor:"3,keyasint,omitempty"`
	Cue        string   `cbor:"4,keyasint,omitempty"`
	Source     string   `cbor:"5,keyasint,omitempty"`
	Text       string   `cbor:"6,keyasint,omitempty"`
	CueText    string   `cbor:"7,keyasint,omitempty"`
	Mention    string   `cbor:"8,keyasint,omitempty"`
	Speaker    string   `cbor:"9,keyasint,omitempty"`
	Polarity   code     `cbor:"10,keyasint,omitempty"`
	Hedge      string   `cbor:"11,keyasint,omitempty"`
	Addressee  string   `cbor:"12,keyasint,omitempty"`
	Occasion   string   `cbor:"13,keyasint,omitempty"`
	SaidOn     uint32   `cbor:"14,keyasint,omitempty"`
	SaidWords  string   `cbor:"15,keyasint,omitempty"`
	Outer      string   `cbor:"16,keyasint,omitempty"`
	Rule       string   `cbor:"17,keyasint,omitempty"`
	Evidence   []string `cbor:"18,keyasint,omitempty"`
	Confidence float64  `cbor:"19,keyasint,omitempty"`
	Doubt      string   `cbor:"20,keyasint,omitempty"`
	Candidates []string `cbor:"21,keyasint,omitempty"`
	Class      code     `cbor:"22,keyasint,omitempty"`
	Checkable  bool     `cbor:"23,keyasint,omitempty"`
	Worth      float64  `cbor:"24,keyasint,omitempty"`
	Due        uint32   `cbor:"25,keyasint,omitempty"`
	DueWords   string   `cbor:"26,keyasint,omitempty"`
	Topics     []string `cbor:"27,keyasint,omitempty"`
	Review     code     `cbor:"28,keyasint,omitempty"`
	Tags       []string `cbor:"29,keyasint,omitempty"`
	Notes      string   `cbor:"30,keyasint,omitempty"`
	Sample     bool     `cbor:"31,keyasint,omitempty"`
}

func packStatement(s *claims.Statement) (*statementV1, error) {
	var w words
	return &statementV1{
		Article: packID(s.Article), Kind: toCode(&w, quotingCodes, s.Kind),
		Content: packSpans(s.Content), Cue: packSpans(s.Cue), Source: packSpans(s.Source),
		Text: s.Text, CueText: s.CueText, Mention: s.Mention, Speaker: packID(s.Speaker),
		Polarity: toCode(&w, polarityCodes, s.Polarity), Hedge: s.Hedge, Addressee: s.Addressee, Occasion: s.Occasion,
		SaidOn: packDate(s.SaidOn), SaidWords: s.SaidWords, Outer: packID(s.Outer),
		Rule: s.Why.Rule, Evidence: s.Why.Evidence, Confidence: s.Why.Confidence, Doubt: s.Why.Doubt, Candidates: s.Why.Candidates,
		Class: toCode(&w, classCodes, s.Class), Checkable: s.Checkable, Worth: s.Worth, Due: packDate(s.Due), DueWords: s.DueWords,
		Topics: s.Topics, Review: toCode(&w, reviewCodes, s.Review), Tags: s.Tags, Notes: s.Notes, Sample: s.Sample,
	}, w.err
}

func (v *statementV1) unpack(id claims.ID) (claims.Record, error) {
	var w words
	article, err := unpackID(v.Article)
	s := &claims.Statement{
		ID: id, Article: keep(&w, article, err), Kind: toWord(&w, quotingCodes, v.Kind),
		Text: v.Text, CueText: v.CueText, Mention: v.Mention,
		Polarity: toWord(&w, polarityCodes, v.Polarity), Hedge: v.Hedge, Addressee: v.Addressee, Occasion: v.Occasion,
		SaidOn: unpackDate(v.SaidOn), SaidWords: v.SaidWords,
		Why:   claims.Why{Rule: v.Rule, Evidence: v.Evidence, Confidence: v.Confidence, Doubt: v.Doubt, Candidates: v.Candidates},
		Class: toWord(&w, classCodes, v.Class), Checkable: v.Checkable, Worth: v.Worth, Due: unpackDate(v.Due), DueWords: v.DueWords,
		Topics: v.Topics, Review: toWord(&w, reviewCodes, v.Review), Tags: v.Tags, Notes: v.Notes, Sample: v.Sample,
	}
	s.Speaker, err = unpackID(v.Speaker)
	w.check(err)
	s.Outer, err = unpackID(v.Outer)
	w.check(err)
	s.Content, err = unpackSpans(v.Content)
	w.check(err)
	s.Cue, err = unpackSpans(v.Cue)
	w.check(err)
	s.Source, err = unpackSpans(v.Source)
	w.check(err)
	return s, w.err
}

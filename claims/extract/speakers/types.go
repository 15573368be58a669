package speakers

import "onrecord/claims"

// Known is a speaker that the archive already has. It completes names ("Ruiz"
// in an article that never gives the first name) and tells organisations from
// people.
type Known struct {
	Name    string
	Type    claims.SpeakerType
	Aliases []string
}

// Input is what is known of the article beside its text.
type Input struct {
	Title     string
	Published claims.Date
	Known     []Known
}

// Attribution is one statement as it was found: where its source, its cue and
// its content stand. Source is empty for a floating quotation and for a line
// of dialogue that nobody is named for; Cue may be a bare colon or dash.
// Spans are byte offsets into the document's text.
type Attribution struct {
	Source, Cue, Content []claims.Span
	Quoted               bool // all or part of the content stands in quotation marks or is verbatim
	Outer                int  // index of the attribution in which this one is told, -1 where there is none
}

// Resolution is who speaks.
type Resolution struct {
	Name       string             // fullest form without title and role; the description where there is no name; empty where nobody can be named
	Type       claims.SpeakerType // empty where Name is
	Aliases    []string           // other names for the same speaker in this article, without pronouns
	Roles      []claims.Role      // titles and offices that the article gives
	Candidates []string           // who it could be, likeliest first, where the text does not decide
	Doubt      string             // the same as a sentence
	Confidence float64            // calibrated, 0 to 1
	Evidence   []string           // what the decision rests on, in words
}

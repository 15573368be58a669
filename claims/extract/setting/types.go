package setting

import "onrecord/claims"

// Attribution is one statement as it was found: where its source, its cue and
// its content stand, as byte offsets into the document's text, and who speaks.
type Attribution struct {
	Source, Cue, Content []claims.Span
	Speaker              string // as resolved; a day carries over to what the same speaker goes on to say
}

// Setting is what the words around a statement say of its circumstances. What
// they do not say is empty.
type Setting struct {
	Polarity  claims.Polarity // Negative for "denied", "did not say"
	Hedge     string          // "reportedly", "may"
	Addressee string          // "reporters"
	Occasion  string          // "a press conference on Friday"
	SaidOn    claims.Date     // the day, month or year of saying; partial where the text is
	SaidWords string          // the words that SaidOn was read from, perhaps of an earlier sentence
	DayOf     string          // what SaidWords tell the day of, where that is not the saying itself: "the race"
	News      claims.Date     // where no words give a day: that of the news that the story opens with, on which it was most likely said; may be unknown
	NewsWords string          // the words that News was read from
	Before    bool            // said at some time before the news that the words do not tell: SaidOn is unknown then
}

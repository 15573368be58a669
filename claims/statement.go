package claims

// Quoting tells how much of a statement's content is in the speaker's own
// words.
type Quoting string

// The ways of quoting.
const (
	Direct   Quoting = "direct"   // all words are quoted, or verbatim as in a transcript
	Indirect Quoting = "indirect" // none are
	Mixed    Quoting = "mixed"    // some are
)

// Polarity is negative where the words say that the speaker did not assert the
// content: "denied that", "did not say whether".
type Polarity string

// The polarities.
const (
	Positive Polarity = "positive"
	Negative Polarity = "negative"
)

// Class is what a statement or claim is, for the purpose of checking it.
type Class string

// The classes. Other is for statements only: nothing to check.
const (
	Promise    Class = "promise"
	Prediction Class = "prediction"
	Statistic  Class = "statistic"
	Fact       Class = "fact"
	Denial     Class = "denial"
	Accusation Class = "accusation"
	Position   Class = "position"
	Other      Class = "other"
)

// Classes lists them all in the order in which they are offered.
var Classes = []Class{Promise, Prediction, Statistic, Fact, Denial, Accusation, Position, Other}

// Review is what a person has decided on a statement.
type Review string

// The review states. A person's decision is every state but Unreviewed; the
// program never changes such a statement.
const (
	Unreviewed Review = "unreviewed"
	Accepted   Review = "accepted"
	Edited     Review = "edited" // corrected and thereby accepted
	Rejected   Review = "rejected"
)

// Reviews lists the states in the order in which they are offered.
var Reviews = []Review{Unreviewed, Accepted, Edited, Rejected}

// Why says what carried a statement: so that a person can judge the guess.
type Why struct {
	Rule       string   `json:"rule"`                 // short name of the pattern or model, "by hand" for a person's own
	Evidence   []string `json:"evidence,omitempty"`   // what spoke for it, in words
	Confidence float64  `json:"confidence"`           // calibrated, 0 to 1
	Doubt      string   `json:"doubt,omitempty"`      // what is uncertain and not decided: "two people could be meant"
	Candidates []string `json:"candidates,omitempty"` // the speakers it could be, where the text does not decide
}

// Statement is something that an article attributes to a source.
type Statement struct {
	ID      ID      `json:"id"`
	Article ID      `json:"article,omitempty"` // empty for a statement noted without an article
	Kind    Quoting `json:"kind"`
	// Content, Cue and Source are spans of the article's text, in its order.
	Content []Span `json:"content,omitempty"`
	Cue     []Span `json:"cue,omitempty"`
	Source  []Span `json:"source,omitempty"`
	// Text is the content word for word, its spans joined by a space. It is
	// compared with the frozen text and never moved to fit it.
	Text      string   `json:"text"`
	CueText   string   `json:"cue_text,omitempty"`
	Mention   string   `json:"mention,omitempty"` // the source as the text names it: "he"
	Speaker   ID       `json:"speaker,omitempty"` // empty where the text does not decide
	Polarity  Polarity `json:"polarity,omitempty"`
	Hedge     string   `json:"hedge,omitempty"`     // "reportedly", "may"
	Addressee string   `json:"addressee,omitempty"` // "reporters"
	Occasion  string   `json:"occasion,omitempty"`  // "a press conference on Friday"
	SaidOn    Date     `json:"said_on,omitzero"`
	SaidWords string   `json:"said_words,omitempty"` // the words that SaidOn was read from; empty where none tell it and it is the day of the news or of the article
	Outer     ID       `json:"outer,omitempty"`      // the statement in which this one is told
	Why       Why      `json:"why,omitzero"`

	Class     Class    `json:"class,omitempty"`
	Checkable bool     `json:"checkable,omitempty"`
	Worth     float64  `json:"worth,omitempty"` // check-worthiness, higher is more
	Due       Date     `json:"due,omitzero"`
	DueWords  string   `json:"due_words,omitempty"`
	Topics    []string `json:"topics,omitempty"`

	Review Review   `json:"review,omitempty"`
	Tags   []string `json:"tags,omitempty"`
	Notes  string   `json:"notes,omitempty"`
	Sample bool     `json:"sample,omitempty"`
}

// Key implements Record.
func (s *Statement) Key() Key { return Key{KindStatement, s.ID} }

// Refs implements Record.
func (s *Statement) Refs() []Key {
	var out []Key
	for _, k := range []Key{{KindArticle, s.Article}, {KindSpeaker, s.Speaker}, {KindStatement, s.Outer}} {
		if k.ID != "" {
			out = append(out, k)
		}
	}
	return out
}

// Check implements Record.
func (s *Statement) Check() error {
	if err := s.ID.Check(); err != nil {
		return err
	}
	if s.Text == "" {
		return Invalid("text", Say("error.statementNeedsWords", "a statement needs words"))
	}
	if s.Article == "" && len(s.Content) > 0 {
		return Invalid("content", Say("error.spansNeedArticle", "spans need an article"))
	}
	if s.Article != "" && len(s.Content) == 0 {
		return Invalid("content", Say("error.statementArticleNeeds", "a statement of an article needs at least one span"))
	}
	for _, part := range [][]Span{s.Content, s.Cue, s.Source} {
		for _, sp := range part {
			if sp.Start < 0 || sp.End <= sp.Start {
				return Invalid("span", Say("error.noRange", "%d-%d is no range", sp.Start, sp.End))
			}
		}
	}
	if s.Outer == s.ID {
		return Invalid("outer", Say("error.statementCannotBe", "a statement cannot be told in itself"))
	}
	return s.checkValues()
}

func (s *Statement) checkValues() error {
	if !oneOf(s.Kind, Direct, Indirect, Mixed) {
		return Invalid("kind", Say("error.notDirectIndirect", "%q is not direct, indirect or mixed", s.Kind))
	}
	if s.Polarity != "" && !oneOf(s.Polarity, Positive, Negative) {
		return Invalid("polarity", Say("error.notPositiveOr", "%q is not positive or negative", s.Polarity))
	}
	if s.Class != "" && !oneOf(s.Class, Classes...) {
		return Invalid("class", Say("error.notClass", "%q is not a class", s.Class))
	}
	if s.Review != "" && !oneOf(s.Review, Reviews...) {
		return Invalid("review", Say("error.notReviewState", "%q is not a review state", s.Review))
	}
	for _, d := range []Date{s.SaidOn, s.Due} {
		if err := d.Check(); err != nil {
			return err
		}
	}
	return nil
}

// CheckText is the verbatim guarantee: it tells where the statement's spans no
// longer say what was stored.
func (s *Statement) CheckText(text string) error {
	for _, part := range [][]Span{s.Content, s.Cue, s.Source} {
		for _, sp := range part {
			if err := sp.Check(text); err != nil {
				return err
			}
		}
	}
	if got := Quote(text, s.Content); got != s.Text {
		return Invalid("text", Say("error.articleSaysThere", "the article says %q there, the statement %q", clip(got), clip(s.Text)))
	}
	return nil
}

// Decided reports whether a person has judged or made the statement: the
// program then never changes it by itself.
func (s *Statement) Decided() bool { return s.Review != "" && s.Review != Unreviewed }

func oneOf[T comparable](v T, all ...T) bool {
	for _, a := range all {
		if v == a {
			return true
		}
	}
	return false
}

func clip(s string) string {
	const most = 60
	n := 0
	for i := range s {
		if n++; n > most {
			return s[:i] + "…"
		}
	}
	return s
}

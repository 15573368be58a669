package claims

import (
	"time"
)

// Checkability tells when a claim can be checked.
type Checkability string

// The checkabilities.
const (
	CheckableNow   Checkability = "now"   // with records that exist
	CheckableLater Checkability = "later" // once its due date has come or its subject has happened
	NotCheckable   Checkability = "no"
)

// Test is one version of a claim's resolution test ("kept if ..."). It is
// fixed before the first verdict; later versions are appended.
type Test struct {
	Text string    `json:"text"`
	At   time.Time `json:"at"`
	Who  string    `json:"who,omitempty"`
}

// Verdict is a dated judgement. Verdicts are appended, never overwritten.
type Verdict struct {
	ID       ID        `json:"id"`
	Value    string    `json:"value"` // identifier of a value of the claim's scale
	Label    string    `json:"label"` // the word of the scale when it was given: reports show it for ever
	Reason   string    `json:"reason"`
	Outcomes []ID      `json:"outcomes,omitempty"` // what it rests on
	At       time.Time `json:"at"`
	Who      string    `json:"who,omitempty"`
}

// ReplyState is where a request for a reply stands.
type ReplyState string

// The states of a right-of-reply request.
const (
	ReplyAsked    ReplyState = "asked"
	ReplyGiven    ReplyState = "given"
	ReplyDeclined ReplyState = "declined"
)

// Reply is one entry of a claim's right-of-reply log.
type Reply struct {
	State ReplyState `json:"state"`
	To    string     `json:"to,omitempty"` // who was asked
	Text  string     `json:"text,omitempty"`
	At    time.Time  `json:"at"`
	Until Date       `json:"until,omitzero"` // an answer was asked for by this day
}

// Claim is one checkable proposition made in one or more statements.
type Claim struct {
	ID           ID           `json:"id"`
	Text         string       `json:"text"` // the proposition, without quotation marks or reporting verb
	Class        Class        `json:"class"`
	Checkability Checkability `json:"checkability,omitempty"`
	Tests        []Test       `json:"tests,omitempty"` // oldest first
	Due          Date         `json:"due,omitzero"`
	DueWords     string       `json:"due_words,omitempty"` // the words that Due was read from
	MadeOn       Date         `json:"made_on,omitzero"`    // when it was first said
	Speaker      ID           `json:"speaker,omitempty"`   // who made it
	Actor        string       `json:"actor,omitempty"`     // who has to act for it to come true
	Topics       []string     `json:"topics,omitempty"`
	Appearances  []ID         `json:"appearances,omitempty"` // statements, the first is the original
	Verdicts     []Verdict    `json:"verdicts,omitempty"`    // oldest first
	LastChecked  time.Time    `json:"last_checked,omitzero"`
	Snoozed      Date         `json:"snoozed,omitzero"` // stays off the due desk until this day
	Replies      []Reply      `json:"replies,omitempty"`
	// Refused are articles and statements that a person said do not bear on
	// the claim, or do not make it again: they are not suggested any more. They
	// may have left the archive since.
	Refused []ID      `json:"refused,omitempty"`
	Created time.Time `json:"created"`
	Tags    []string  `json:"tags,omitempty"`
	Notes   string    `json:"notes,omitempty"`
	Sample  bool      `json:"sample,omitempty"`
}

// Key implements Record.
func (c *Claim) Key() Key { return Key{KindClaim, c.ID} }

// Refs implements Record.
func (c *Claim) Refs() []Key {
	var out []Key
	if c.Speaker != "" {
		out = append(out, Key{KindSpeaker, c.Speaker})
	}
	for _, id := range c.Appearances {
		out = append(out, Key{KindStatement, id})
	}
	for _, v := range c.Verdicts {
		for _, id := range v.Outcomes {
			out = append(out, Key{KindOutcome, id})
		}
	}
	return out
}

// Verdict is the latest judgement, or the zero Verdict where none was given.
func (c *Claim) Verdict() Verdict {
	if len(c.Verdicts) == 0 {
		return Verdict{}
	}
	return c.Verdicts[len(c.Verdicts)-1]
}

// Test is the resolution test in force, or "".
func (c *Claim) Test() string {
	if len(c.Tests) == 0 {
		return ""
	}
	return c.Tests[len(c.Tests)-1].Text
}

// Check implements Record.
func (c *Claim) Check() error {
	if err := c.ID.Check(); err != nil {
		return err
	}
	if c.Text == "" {
		return Invalid("text", Say("error.claimNeedsWords", "a claim needs words"))
	}
	if c.Class == Other || !oneOf(c.Class, Classes...) {
		return Invalid("class", Say("error.notPromisePrediction", "%q is not promise, prediction, statistic, fact, denial, accusation or position", c.Class))
	}
	if c.Checkability != "" && !oneOf(c.Checkability, CheckableNow, CheckableLater, NotCheckable) {
		return Invalid("checkability", Say("error.notNowLater", "%q is not now, later or no", c.Checkability))
	}
	for _, d := range []Date{c.Due, c.MadeOn, c.Snoozed} {
		if err := d.Check(); err != nil {
			return err
		}
	}
	made, okMade := c.MadeOn.First()
	due, okDue := c.Due.Last()
	if okMade && okDue && due.Compare(made) < 0 {
		return Invalid("due", Say("error.beforeClaimWas", "%s is before the claim was made (%s)", c.Due, c.MadeOn))
	}
	for i, v := range c.Verdicts {
		if v.Value == "" || v.Reason == "" {
			return Invalid("verdicts", Say("error.numberNeedsValue", "number %d needs a value and a reason", i+1))
		}
	}
	return nil
}

// Search is a saved search with the moment it was last looked at, so that what
// is new since can be counted.
type Search struct {
	ID     ID        `json:"id"`
	Name   string    `json:"name"`
	Query  string    `json:"query"`
	Looked time.Time `json:"looked,omitzero"`
}

// Key implements Record.
func (s *Search) Key() Key { return Key{KindSearch, s.ID} }

// Refs implements Record.
func (s *Search) Refs() []Key { return nil }

// Check implements Record.
func (s *Search) Check() error {
	if s.Name == "" || s.Query == "" {
		return Invalid("search", Say("error.needsNameAnd", "needs a name and a query"))
	}
	return s.ID.Check()
}

package claims

import "time"

// Tally counts the claims that have one value of a scale.
type Tally struct {
	Value Value `json:"value"`
	Count int   `json:"count"`
}

// Scorecard sums up the claims of one speaker. It never gives a share without
// the number it is a share of.
type Scorecard struct {
	Class        Class   `json:"class,omitempty"` // empty: every class
	Year         int     `json:"year,omitempty"`  // in which the claims were made; 0: any
	Total        int     `json:"total"`           // claims
	Resolved     int     `json:"resolved"`        // have a final verdict that says something
	Unresolvable int     `json:"unresolvable"`    // have a final verdict that says nothing either way
	NotYetDue    int     `json:"not_yet_due"`     // unresolved, and the due date lies ahead
	Overdue      int     `json:"overdue"`         // unresolved, and the due date has passed
	Open         int     `json:"open"`            // unresolved and without a due date
	Tallies      []Tally `json:"tallies,omitempty"`
}

// FewClaims is the number of resolved claims under which shares mislead and a
// scorecard says so.
const FewClaims = 10

// Few reports whether there are too few resolved claims to speak of shares.
func (s Scorecard) Few() bool { return s.Resolved < FewClaims }

// Score counts the claims of the class, or all for an empty class, as they
// stand on the day.
func Score(all []*Claim, scales []*Scale, class Class, today Date) Scorecard {
	card := Scorecard{Class: class}
	counts := map[string]int{}
	for _, c := range all {
		if class != "" && c.Class != class {
			continue
		}
		scale, ok := ScaleFor(scales, c.Class)
		if !ok {
			continue
		}
		card.Total++
		value := ValueOf(c, scale)
		counts[string(scale.ID)+"/"+value.ID]++
		switch {
		case value.Final && value.Rating == 0:
			card.Unresolvable++
		case value.Final:
			card.Resolved++
		case c.Due.IsZero():
			card.Open++
		case IsOverdue(c.Due, today):
			card.Overdue++
		default:
			card.NotYetDue++
		}
	}
	for _, s := range scales {
		for _, v := range s.Values {
			if n := counts[string(s.ID)+"/"+v.ID]; n > 0 {
				card.Tallies = append(card.Tallies, Tally{v, n})
			}
		}
	}
	return card
}

// ValueOf is the claim's latest verdict as a value of the scale, with the word
// that was used then where the value is no longer on it, or the scale's
// opening value where there is no verdict.
func ValueOf(c *Claim, scale *Scale) Value {
	v := c.Verdict()
	if v.Value == "" {
		return scale.Open()
	}
	if found, ok := scale.Find(v.Value); ok {
		return found
	}
	return Value{ID: v.Value, Label: v.Label, Colour: scale.Open().Colour}
}

// IsOverdue reports whether the last day that due can mean lies before today.
func IsOverdue(due, today Date) bool {
	last, ok := due.Last()
	return ok && last.Compare(today) < 0
}

// Today is the date on the clock of the user.
func Today(now time.Time) Date { return DateOf(now.Local()) }

package figures

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"onrecord/claims"
)

// Bound tells how a figure limits the quantity.
type Bound string

// The bounds.
const (
	Exactly Bound = ""
	About   Bound = "about"
	AtLeast Bound = "at least"
	AtMost  Bound = "at most"
	MoreTo  Bound = "more than"
	LessTo  Bound = "less than"
)

// Change tells whether a figure is a level, or how much something moved.
type Change string

// The changes.
const (
	Level Change = ""
	Up    Change = "up"
	Down  Change = "down"
)

// Figure is one quantity as the text gives it.
type Figure struct {
	Span  claims.Span
	Value float64 // in Unit, scale words multiplied out; of a range its lower end
	High  float64 // upper end of a range, else equal to Value
	Unit  Unit
	Of    string // what is counted, as in the text: "people"; may be empty
	Bound Bound
	// Change is Up or Down where the figure says how much something moved ("fell
	// by 3 points", "20 more beds"); Level where it says how much there is.
	Change Change
	// From is the earlier level of "up from 3.1%", where HasFrom.
	From    float64
	HasFrom bool
	Vague   bool   // "dozens", "thousands": Value is the smallest that is meant
	Period  string // the words that say when, as in the text: "in May", "last year"
}

// IsRange reports whether the figure names two ends.
func (f Figure) IsRange() bool { return f.High != f.Value }

// String writes the quantity as a report does: "4.2%", "$3.2 billion", "1,200
// people", "5 to 7 km".
func (f Figure) String() string {
	if !f.IsRange() {
		return f.Unit.format(f.Value, f.Of)
	}
	low := write(f.Value)
	if f.Unit.Kind == Money {
		low = f.Unit.format(f.Value, "")
	}
	return low + " to " + f.Unit.format(f.High, f.Of)
}

// write gives a number with separators, and large ones in words.
func write(v float64) string {
	for _, s := range []struct {
		from float64
		name string
	}{{1e12, "trillion"}, {1e9, "billion"}, {1e6, "million"}} {
		if math.Abs(v) >= s.from {
			return trim(v/s.from, 2) + " " + s.name
		}
	}
	places := 2
	if math.Abs(v) >= 100 {
		places = 1
	}
	return separate(trim(v, places))
}

// trim rounds to at most so many decimals and drops zeros at the end. A number
// too small for them keeps two digits that count.
func trim(v float64, places int) string {
	if v != 0 && math.Abs(v) < 0.01 {
		return strconv.FormatFloat(v, 'g', 2, 64)
	}
	s := strconv.FormatFloat(v, 'f', places, 64)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	if s == "-0" {
		return "0"
	}
	return s
}

// separate puts commas between the thousands.
func separate(s string) string {
	whole, rest, _ := strings.Cut(s, ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	for i := len(whole) - 3; i > 0 && !strings.ContainsAny(whole, "e"); i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if rest != "" {
		rest = "." + rest
	}
	return sign + whole + rest
}

// Comparison is a said figure beside a published one.
type Comparison struct {
	Comparable bool
	Why        string  // why they cannot be compared; empty where they can
	Difference float64 // published minus said, in the unit of the said figure
	Relative   float64 // Difference as a share of the said figure; NaN where that is zero
	Holds      bool    // the published figure lies within what was said
	Working    string  // in words
}

// near is how far apart two figures may be that are still called the same: a
// published one is often more exact than the spoken one; "about" allows more.
const (
	near  = 0.005
	rough = 0.1
)

// Compare sets a published figure beside the one that was said: "said 4.2%,
// published 3.6%: 0.6 points lower, -14%".
func Compare(said, published Figure) Comparison {
	factor, why := published.Unit.into(said.Unit)
	if why == "" && said.Change != published.Change {
		why = "one is a level, the other a change"
		if said.Change != Level && published.Change != Level {
			why = "" // a rise against a fall: the signs tell
		}
	}
	head := fmt.Sprintf("said %s, published %s", said.label(), published.label())
	if why != "" {
		return Comparison{Why: why, Working: head + ": not comparable, " + why}
	}
	c := Comparison{Comparable: true}
	was, is := said.signed(), published.signed()*factor
	c.Difference = is - was
	c.Relative = math.NaN()
	if was != 0 {
		c.Relative = c.Difference / math.Abs(was)
	}
	c.Holds = said.holds(published, factor)
	c.Working = head + ": " + c.words(said)
	return c
}

// label is the figure with its bound and direction.
func (f Figure) label() string {
	parts := []string{}
	if f.Bound != Exactly {
		parts = append(parts, string(f.Bound))
	}
	if f.Change != Level {
		parts = append(parts, string(f.Change))
	}
	return strings.Join(append(parts, f.String()), " ")
}

// signed is the middle of the figure, negative for a fall.
func (f Figure) signed() float64 {
	v := (f.Value + f.High) / 2
	if f.Change == Down {
		return -v
	}
	return v
}

func (f Figure) holds(published Figure, factor float64) bool {
	low, high := published.Value*factor, published.High*factor
	slack := near
	if f.Bound == About || f.Vague {
		slack = rough
	}
	if (f.Change == Up && published.Change == Down) || (f.Change == Down && published.Change == Up) {
		return false
	}
	atLeast := high >= f.Value*(1-slack)
	atMost := low <= f.High*(1+slack)
	switch f.Bound {
	case AtLeast:
		return atLeast
	case MoreTo:
		return high > f.Value
	case AtMost:
		return atMost
	case LessTo:
		return low < f.High
	case Exactly, About:
	}
	return atLeast && atMost
}

// words gives the difference: "0.6 points lower, -14%".
func (c Comparison) words(said Figure) string {
	if c.Difference == 0 {
		return "the same"
	}
	way := "higher"
	if c.Difference < 0 {
		way = "lower"
	}
	size := math.Abs(c.Difference)
	amount := said.Unit.format(size, said.Of)
	if said.Unit.Kind == Percent {
		amount = write(size) + " " + plural("point", size)
	}
	if math.IsNaN(c.Relative) {
		return amount + " " + way
	}
	return fmt.Sprintf("%s %s, %+.0f%%", amount, way, 100*c.Relative)
}

func plural(noun string, n float64) string {
	if n == 1 {
		return noun
	}
	return noun + "s"
}

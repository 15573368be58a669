package when

import "onrecord/claims"

// Kind is the sort of time that an expression names.
type Kind uint8

// The kinds.
const (
	Day Kind = iota
	Week
	Month
	Quarter // also half a year
	Year
	Season
	Decade   // and longer
	Relative // counted from the day it was said: "within two years", "three days ago"
	Vague    // words without a date: "before the election"
)

var kindNames = [...]string{"day", "week", "month", "quarter", "year", "season", "decade", "relative", "vague"}

// String is the kind in a word.
func (k Kind) String() string { return kindNames[k] }

// Expression is a stretch of text that names a time, resolved.
type Expression struct {
	Span claims.Span
	// Date is as exact as the words: 2027-03 for "next March", --08-27 for
	// "Aug. 27" where no year is known; zero where nothing is known. Of a range
	// it is what both ends share.
	Date claims.Date
	// First and Last are the full days at either end, equal for a single day;
	// zero where the year or the day cannot be known.
	First, Last claims.Date
	Kind        Kind
	Deadline    bool // "by", "before", "within", "until", "no later than"
	Since       bool // the time at which something starts: "since", "after"
	today       bool // the reference day itself may be meant
}

// lean tells where a date without a year and a weekday without a week are
// looked for.
type lean uint8

const (
	backward lean = iota
	forward
)

// Find gives every expression of time in the text in its order, none
// overlapping another. A date that could be past or to come ("on Friday") is
// taken for the past one unless it is a deadline.
func Find(text string, ref claims.Date) []Expression {
	return find(text, ref, backward)
}

// Due gives the deadline of a promise or prediction: of the expressions that
// lie after the day it was said, the one that ends first; where none has a
// date, words that give one without naming it ("before the election"). The
// deadline is the expression's Last.
func Due(text string, ref claims.Date) (Expression, bool) {
	return due(text, ref, ratherPast)
}

// Coming is Due where the words are known to speak of what is to come, so that
// "in June" said in October is the next one.
func Coming(text string, ref claims.Date) (Expression, bool) {
	return due(text, ref, func(string, Expression, claims.Date) bool { return false })
}

func due(text string, ref claims.Date, past func(string, Expression, claims.Date) bool) (Expression, bool) {
	var best Expression
	found := false
	for _, e := range find(text, ref, forward) {
		switch {
		case e.Since || e.Kind == Vague && !e.Deadline || attributive(text, e):
			continue
		case e.Kind != Vague && (!after(e, ref) || past(text, e, ref)):
			continue
		case !found || begun(best, ref) && !begun(e, ref) || nearer(e, best) && (!begun(e, ref) || begun(best, ref)):
			best, found = e, true
		}
	}
	return best, found
}

// A date without a year that lies far ahead and not far behind is taken for
// the past one: of the future one, people say "next year". In days.
const (
	farAhead   = 240
	nearBehind = 120
)

func ratherPast(text string, e Expression, ref claims.Date) bool {
	if e.Deadline || !ref.IsFull() || !e.First.IsFull() || daysFrom(ref, e.First) < farAhead {
		return false
	}
	behind := find(e.Span.In(text), ref, backward)
	return len(behind) == 1 && behind[0].Last.IsFull() && behind[0].Last.Compare(ref) <= 0 && daysFrom(behind[0].Last, ref) < nearBehind
}

func daysFrom(a, b claims.Date) int { return int(b.Time().Sub(a.Time()).Hours() / 24) }

// after reports whether the expression is longer than the reference day and
// not over by then, as far as both are known. What is counted back ("for the
// last five years") ends with the reference day and is over; what is counted in
// hours is due on it.
func after(e Expression, ref claims.Date) bool {
	switch {
	case e.Last.IsZero() || ref.Year == 0:
		return !e.Date.IsZero()
	case e.Last == ref && e.Kind == Relative:
		return e.Deadline
	}
	return e.Last.Compare(ref) > 0 || e.Last == ref && (e.First != ref || e.today)
}

// begun reports whether the expression only names the year of the reference
// day, which many do in passing: "will run in 2024 if he loses in 2020".
func begun(e Expression, ref claims.Date) bool {
	return e.Kind == Year && !e.Deadline && e.First.IsFull() && e.First.Year == ref.Year && e.First.Compare(ref) <= 0
}

// nearer prefers an expression with a date, then the one that ends first.
func nearer(a, b Expression) bool {
	if (a.Kind == Vague) != (b.Kind == Vague) {
		return b.Kind == Vague
	}
	if a.Last.IsZero() || b.Last.IsZero() {
		return !a.Last.IsZero()
	}
	return a.Last.Compare(b.Last) < 0
}

func find(text string, ref claims.Date, to lean) []Expression {
	p := parser{text: text, toks: scan(text)}
	var refs []claims.Date // what ref can mean; most texts speak of no time and need none
	var out []Expression
	for i := 0; i < len(p.toks); {
		ph, next := p.expression(i)
		if next == 0 || ph.ahead && to == backward {
			i++
			continue
		}
		if refs == nil {
			refs = possible(ref)
		}
		e := ph.resolve(refs, to)
		e.Span = claims.Span{Start: p.toks[ph.from].start, End: p.toks[next-1].end}
		out = append(out, e)
		i = next
	}
	return out
}

// possible lists full days that the reference can mean. What an expression
// comes to for all of them is certain; what differs stays unknown. Seven years
// in a row hold every weekday for a date, and a leap day.
func possible(ref claims.Date) []claims.Date {
	if ref.IsFull() {
		return []claims.Date{ref}
	}
	var out []claims.Date
	first, last := ref.Year, ref.Year
	if ref.Year == 0 {
		first, last = 1999, 2005
	}
	for ref.Year = first; ref.Year <= last; ref.Year++ {
		from, ok := ref.First()
		to, _ := ref.Last()
		if !ok || from.Check() != nil {
			continue // 29 February
		}
		out = append(out, from, to)
		if from != to {
			out = append(out, from.AddDays(10), to.AddDays(-10))
		}
		if ref.Month == 0 { // the ends of a year are near each other: look at its middle too
			out = append(out, from.AddDays(100), from.AddDays(200))
		}
	}
	return out
}

// agree keeps what two readings share.
func agree(a, b claims.Date) claims.Date {
	if a.Year != b.Year {
		a.Year = 0
	}
	if a.Month != b.Month {
		a.Month = 0
	}
	if a.Day != b.Day || a.Month == 0 {
		a.Day = 0
	}
	return a
}

package assess

import (
	"strings"

	"onrecord/claims"
	"onrecord/claims/when"
)

// Input is a statement to judge. Text alone is enough.
type Input struct {
	Text     string             // the content, with or without quotation marks
	Cue      string             // the reporting words: "has promised"
	Kind     claims.Quoting     // how it is quoted
	Polarity claims.Polarity    // negative for "did not say that"
	Speaker  string             // the speaker's name
	Type     claims.SpeakerType // what kind of source the speaker is; empty where unknown
	Source   string             // the source as the text names it: "the minister"
	SaidOn   claims.Date        // may be partial or unknown
	Reported claims.Date        // the day of the report that tells it; may be unknown
	Agenda   func() when.Agenda // the events that the report gives a day; may be missing
}

// Result is a proposal; a person confirms it.
type Result struct {
	Class        claims.Class
	Checkable    bool                // someone with records could decide at least part of it, now or later
	Checkability claims.Checkability // now, later or no
	Worth        float64             // how much it is worth checking, 0 to 1
	Due          claims.Date         // last day of the deadline of a promise or prediction
	DueWords     string              // the words that Due was read from; they may have no date
	Topics       []string            // in the order of weight, at most three
	Actor        string              // who has to act for it to come true; empty where the words do not say
	Reason       string              // why, in words
	Confidence   float64             // of the class, 0 to 1
}

// Assess judges one statement by itself.
func Assess(in Input) Result {
	r, score := assess(in)
	r.Worth = worthOf(score)
	return r
}

// Sequence judges the sentences of a speech or debate, in order: how much one
// is worth checking depends on those around it.
func Sequence(in []Input) []Result {
	out := make([]Result, len(in))
	scores := make([]float64, len(in))
	for i := range in {
		out[i], scores[i] = assess(in[i])
	}
	for i, s := range Neighbourhood(scores) {
		out[i].Worth = worthOf(s)
	}
	return out
}

// assess judges all but the worth, of which it gives the score.
func assess(in Input) (Result, float64) {
	ws := split(in.Text)
	c := read(ws)
	return judge(in, ws, c), worthScore(in.Text, ws, c)
}

func judge(in Input, ws []word, c clue) Result {
	q := readCue(in.Cue)
	due, dated := deadline(in, ws)
	if !dated {
		due, dated = dueToday(in, ws)
	}
	time := weigh(in, due, dated)
	aim := time != noTime && (aimed(ws, q, c, due) || time == liesAhead && !c.must && appoints(in, ws, c, due))
	if aim {
		time = liesAhead
	}
	if time == mayLieAhead && !c.looksAhead() || dated && (c.took(due, in.Text) || sameDay(in, ws, q, due)) {
		dated, time = false, noTime // "the ferry sank on Monday", "a million came within a day"
	}
	c.due = dated
	class, sure := choose(classModel().Probabilities(features(in, ws, q, c)), c, time, aim)
	if q.act == denies && !q.negated {
		class = claims.Denial // "denied that it plans to close the pool" promises nothing
	}
	r := Result{Class: class, Confidence: sure, Topics: topics(ws)}
	r.Checkability = checkability(class, c)
	r.Checkable = r.Checkability != claims.NotCheckable
	if class == claims.Promise || class == claims.Prediction {
		if dated {
			r.Due, r.DueWords = due.Last, due.Span.In(in.Text)
			if r.Due.IsZero() {
				r.Due = due.Date
			}
		}
		r.Actor = actor(in, ws, class)
	}
	r.Reason = reason(class, q, c, r.DueWords)
	return r
}

// looksAhead reports whether the words speak of what is to come, or only of what
// is now, so that a date can lie ahead.
func (c *clue) looksAhead() bool {
	return c.will || c.would || c.may || c.must || c.plan || c.expect || c.infinitive || c.present
}

// timing is what a time in a statement tells about its class.
type timing uint8

const (
	noTime      timing = iota
	mayLieAhead        // a date that could lie ahead or behind: "on Monday"
	liesAhead          // one that can only lie ahead: "by 2030", "next week"
)

func weigh(in Input, due when.Expression, found bool) timing {
	if !found || due.Kind == when.Vague {
		return noTime
	}
	if isAppointed(split(in.Text[:due.Span.Start])) || toCome(split(in.Text), due.Span) {
		return liesAhead
	}
	for _, e := range when.Find(in.Text, in.SaidOn) { // looks back where it can
		begun := e.First.Compare(in.SaidOn) <= 0 && (!e.Deadline || e.Last == in.SaidOn) // "this year", "by noon"
		if e.Span == due.Span && e.Last == due.Last && in.SaidOn.IsFull() && !begun {
			return liesAhead
		}
	}
	return mayLieAhead
}

// took reports whether a time tells how long a thing took, or in how long it is
// done: "came within 24 hours", "has sold nine boats in two years", "all that the
// port can take in a year".
func (c *clue) took(due when.Expression, text string) bool {
	words := strings.ToLower(due.Span.In(text))
	switch {
	case strings.HasPrefix(words, "within "):
		return c.past && !c.looksAhead()
	case due.Kind == when.Relative && strings.HasPrefix(words, "in ") && !strings.HasPrefix(words, "in the "):
		return (c.past || c.can) && !(c.will || c.would || c.may || c.plan || c.expect || c.infinitive)
	}
	return false
}

// isAppointed reports whether what stands before a time puts something off to
// it: "is still scheduled".
func isAppointed(before []word) bool {
	const near = 4
	for i := len(before) - 1; i > 0 && i >= len(before)-near; i-- {
		if appointed[before[i].low] {
			now := before[i-1].low
			return isNow[now] || i > 1 && isNow[before[i-2].low]
		}
	}
	return false
}

var (
	appointed = words("scheduled slated set due planned expected")
	isNow     = words("is are it's that's they're")
)

// enough is the probability from which on promise and prediction together win
// over a class that the model prefers when a date is given: the class of a
// statement is that of its main point, and a date makes it the main point.
const enough = 0.35

// choose takes the most likely class, and promise or prediction where the
// words give a time to come. Facts and figures lie in the past: they give way
// to any date that can only lie ahead, and everything does to what is aimed at
// such a date.
func choose(p []float64, c clue, t timing, aimed bool) (claims.Class, float64) {
	best, ahead, together := 0, -1, 0.0
	class := func(i int) claims.Class { return claims.Class(classModel().Classes[i]) }
	for i := range p {
		if p[i] > p[best] {
			best = i
		}
		if class(i) == claims.Promise || class(i) == claims.Prediction {
			together += p[i]
			if ahead < 0 || p[i] > p[ahead] {
				ahead = i
			}
		}
	}
	reported := class(best) == claims.Fact || class(best) == claims.Statistic
	if aimed || t == liesAhead && reported || t != noTime && together >= enough && (c.will || c.would || c.plan || c.expect) {
		best = ahead
	}
	return class(best), p[best]
}

// checkability follows from the class; a position can be checked where it
// rests on a figure.
func checkability(class claims.Class, c clue) claims.Checkability {
	switch class {
	case claims.Promise, claims.Prediction:
		return claims.CheckableLater
	case claims.Statistic, claims.Fact, claims.Denial, claims.Accusation:
		return claims.CheckableNow
	case claims.Position:
		if c.figures > 0 && (c.percent || c.money || c.counted) {
			return claims.CheckableNow
		}
	}
	return claims.NotCheckable
}

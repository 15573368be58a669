package report

import (
	"math"
	"strconv"
	"strings"
	"time"

	"onrecord/claims"
)

// strip is a timeline laid out: one lane for each kind of event over an axis
// of time. SVG and PDF draw the same strip.
type strip struct {
	width, height float64
	left, right   float64 // ends of the axis
	axis          float64 // y of the axis
	lanes         []lane
	ticks         []tick
	marks         []stripMark
	now           float64 // x of the day of the report; 0 where it lies outside
}

type lane struct {
	kind   EventKind
	label  string
	y      float64 // its middle
	height float64
}

type tick struct {
	x     float64
	label string
}

// stripMark is an event at its place; to > x where its day is not known and
// the mark spans the month or year.
type stripMark struct {
	x, to, y float64
	event    claimEvent
}

// The measures of a strip, in points.
const (
	stripWidth  = 720
	stripGutter = 92 // for the names of the lanes
	stripMargin = 14
	stripRow    = 17 // of marks that would cover each other
	stripRows   = 5  // in one lane; further marks cover each other
	stripNear   = 13 // closer marks would touch
	stripAxis   = 26 // for the dates
	ticksAtMost = 8
	hoursPerDay = 24
)

var laneOrder = []EventKind{Said, Happened, Judged, Replied, DueOn}

// layStrip lays the events out; they are in the order of time, and those
// without a year are left out, since nobody knows where they belong.
func layStrip(w words, events []claimEvent, made time.Time) *strip {
	first, last := bounds(events)
	if first.IsZero() {
		return nil
	}
	s := &strip{width: stripWidth, left: stripGutter + stripMargin, right: stripWidth - stripMargin}
	if days(last, first) < 2 { // a single day in the middle of the axis
		first, last = first.AddDate(0, 0, -3), last.AddDate(0, 0, 3)
	}
	at := func(t time.Time) float64 {
		return s.left + (s.right-s.left)*days(t, first)/days(last, first)
	}
	y := 4.0
	for _, kind := range laneOrder {
		y = s.lane(kind, events, y, at)
	}
	s.axis, s.height = y+2, y+2+stripAxis
	s.ticks = ticks(w, first, last, at)
	if today := claims.DateOf(made).Time(); !today.Before(first) && !today.After(last) {
		s.now = at(today)
	}
	return s
}

func days(a, b time.Time) float64 { return a.Sub(b).Hours() / hoursPerDay }

// bounds are the first and the last day of the events.
func bounds(events []claimEvent) (first, last time.Time) {
	for _, e := range events {
		end, ok := e.Date.Last()
		if !ok {
			continue
		}
		if start := e.Date.Time(); first.IsZero() || start.Before(first) {
			first = start
		}
		if end.Time().After(last) {
			last = end.Time()
		}
	}
	return first, last
}

// lane places the events of one kind from y downward and returns where the
// next lane begins. Marks that would cover each other go to rows of their own.
func (s *strip) lane(kind EventKind, events []claimEvent, y float64, at func(time.Time) float64) float64 {
	var rows []float64 // the right end of the last mark of each row
	l := lane{kind: kind}
	for _, e := range events {
		end, ok := e.Date.Last()
		if !ok || e.Kind != kind {
			continue
		}
		m := stripMark{x: at(e.Date.Time()), to: at(end.Time()), event: e}
		row := 0
		for row < len(rows) && row < stripRows-1 && m.x < rows[row]+stripNear {
			row++
		}
		if row == len(rows) {
			rows = append(rows, 0)
		}
		rows[row] = m.to
		m.y = y + stripRow*(float64(row)+0.5)
		s.marks = append(s.marks, m)
		l.label = e.what
	}
	if len(rows) == 0 {
		return y
	}
	l.height = stripRow * float64(len(rows))
	l.y = y + l.height/2
	s.lanes = append(s.lanes, l)
	return y + l.height + 3
}

// ticks marks the axis at round dates, as many as can be read.
func ticks(w words, first, last time.Time, at func(time.Time) float64) []tick {
	span := days(last, first)
	if span < 2*daysPerMonth {
		return dayTicks(w, first, last, at)
	}
	months := 1
	for _, step := range []int{1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400} {
		if months = step; span/daysPerMonth/float64(step) < ticksAtMost {
			break
		}
	}
	var out []tick
	month := (first.Year()*12 + int(first.Month()) - 1 + months - 1) / months * months
	for ; ; month += months {
		t := time.Date(month/12, time.Month(month%12+1), 1, 0, 0, 0, 0, time.UTC)
		if t.After(last) {
			return out
		}
		label := strconv.Itoa(t.Year())
		if months < 12 {
			label = w.month(int(t.Month()), "months.short") + " " + label
		}
		if !t.Before(first) {
			out = append(out, tick{at(t), label})
		}
	}
}

const daysPerMonth = 30.44

func dayTicks(w words, first, last time.Time, at func(time.Time) float64) []tick {
	step := int(math.Ceil((days(last, first) + 1) / ticksAtMost))
	var out []tick
	for t := first; !t.After(last); t = t.AddDate(0, 0, step) {
		d := claims.DateOf(t)
		out = append(out, tick{at(t), w.fill("date.day", "months.short", d)})
	}
	return out
}

// colours of the kinds of events where the event has none of its own.
var kindColours = map[EventKind]string{
	Said: "#33536e", Happened: "#7a5c1e", Judged: "#5b6470", DueOn: "#9a3412", Replied: "#52616b",
}

func (m *stripMark) colour() string { return colourOr(m.event.Colour, kindColours[m.event.Kind]) }

// mostSpoken is how many events the words for a timeline tell one by one.
const mostSpoken = 40

// spoken tells a timeline in words, for who does not see it.
func spoken(w words, events []claimEvent) string {
	var parts []string
	for _, e := range events[:min(len(events), mostSpoken)] {
		parts = append(parts, joinedBy(w.colon(), joinedBy(", ", e.when, e.what), clip(oneLine(e.Label), 100)))
	}
	if len(events) > mostSpoken {
		parts = append(parts, "…")
	}
	return strings.Join(parts, "; ")
}

// title is what a mark says when it is pointed at.
func (m *stripMark) title() string {
	return joinedBy(" · ", m.event.when, m.event.what, clip(oneLine(m.event.Label), 200))
}

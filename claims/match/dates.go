package match

import (
	"strconv"
	"strings"
	"unicode"

	"onrecord/claims"
	"onrecord/claims/match/segment"
	"onrecord/claims/match/words"
)

// The words that stand for a due date.
const (
	dueOverdue = "overdue"
	dueSoon    = "soon" // within thirty days
	dueNone    = "none"
	dueAny     = "any"

	soonDays = 30
)

var dueWords = []string{dueOverdue, dueSoon, dueNone, dueAny}

// understands reports whether a value can be one of the field: for fields of
// dates, whether it is a date.
func (f Field) understands(value string) bool {
	switch f {
	case After, Before:
		_, ok := parseDay(value)
		return ok
	case ByDue:
		_, ok := parseDay(value)
		return ok || nearest(value, dueWords) != ""
	}
	return true
}

// dated finds the documents from a day on, or before one. A document whose
// year is unknown is neither.
func (f *Filter) dated(s *segment.Segment) bitmap {
	out := newBitmap(s.Docs())
	day, _ := parseDay(f.Value)
	limit := firstDay(day)
	early, older, undated := s.EarlyDocs(), s.Older(limit), s.Older(1)
	for doc := range early {
		if d := s.Date(doc); d != 0 && (d < limit) == (f.Field == Before) {
			out.set(doc)
		}
	}
	if f.Field == Before {
		out.span(older, undated)
	} else {
		out.span(early, min(older, undated))
	}
	return out
}

// due finds the documents by when they are due.
func (f *Filter) due(s *segment.Segment, today claims.Date) bitmap {
	from, to, none := uint32(1), ^uint32(0), false
	day, isDay := parseDay(f.Value)
	if isDay {
		from, to = firstDay(day), lastDay(day)
	} else {
		switch nearest(f.Value, dueWords) {
		case dueOverdue:
			to = firstDay(today.AddDays(-1))
		case dueSoon:
			from, to = firstDay(today), firstDay(today.AddDays(soonDays))
		case dueNone:
			none = true
		}
	}
	out := newBitmap(s.Docs())
	s.EachDue(func(doc, day uint32) {
		if from <= day && day <= to {
			out.set(doc)
		}
	})
	if none {
		rest := all(s.Docs())
		rest.without(out)
		return rest
	}
	return out
}

var months = []string{
	"january", "february", "march", "april", "may", "june", "july", "august", "september",
	"october", "november", "december",
}

// parseDay reads a date as people type it into a filter: ISO 8601 or with
// other marks between the numbers, the year first or last, the month as a
// number or a word ("2016", "2016-08", "aug-2016", "27.8.2016"). After the year
// the month comes first, before it the day, unless it cannot be.
func parseDay(typed string) (claims.Date, bool) {
	typed = strings.ToLower(strings.TrimSpace(typed))
	if d, err := claims.ParseDate(typed); err == nil {
		return d, d.Year != 0
	}
	var d claims.Date
	var rest []int
	yearFirst := false
	for _, part := range strings.FieldsFunc(typed, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		n, err := strconv.Atoi(part)
		switch {
		case err != nil:
			if d.Month = monthOf(part); d.Month == 0 {
				return claims.Date{}, false
			}
		case len(part) == 4 && d.Year == 0:
			d.Year, yearFirst = n, len(rest) == 0
		default:
			rest = append(rest, n)
		}
	}
	switch {
	case len(rest) == 1 && d.Month != 0:
		d.Day = rest[0]
	case len(rest) == 1:
		d.Month = rest[0]
	case len(rest) == 2 && d.Month == 0:
		d.Day, d.Month = rest[0], rest[1]
		if d.Month > 12 || yearFirst && d.Day <= 12 {
			d.Day, d.Month = d.Month, d.Day
		}
	case len(rest) > 0:
		return claims.Date{}, false
	}
	return d, d.Year != 0 && d.Check() == nil
}

// monthOf gives the number of a month by its name or the first three letters
// of it, 0 for another word.
func monthOf(word string) int {
	word = words.Fold(word)
	for i, m := range months {
		if len(word) >= 3 && strings.HasPrefix(m, word) {
			return i + 1
		}
	}
	return 0
}

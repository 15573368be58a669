package ingest

import (
	"slices"
	"strings"
	"time"

	"onrecord/claims"
)

// Many systems declare the time of publication in UTC and show it in the zone of
// the paper. An evening in Missouri is the next day there: the day that readers
// saw is the article's.

// instantForms are how times are declared.
var instantForms = []string{time.RFC3339, "2006-01-02T15:04:05-0700", "2006-01-02T15:04Z07:00", "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 -0700"}

// inUTC reads a declared time that is in UTC; ok is false for any other.
func inUTC(raw string) (t time.Time, ok bool) {
	raw = strings.TrimSuffix(strings.TrimSpace(raw), " UTC")
	for _, form := range instantForms {
		if t, err := time.Parse(form, raw); err == nil {
			_, offset := t.Zone()
			return t, offset == 0
		}
	}
	return t, false
}

// sameInstant reports whether a day that a page shows can be that of a time which
// it declares in UTC, and is not the day of that time in UTC itself.
func sameInstant(declared string, shown claims.Date) bool {
	const west, east = -12 * time.Hour, 14 * time.Hour
	t, ok := inUTC(declared)
	if !ok || !shown.IsFull() || claims.DateOf(t) == shown || t.Hour() == 0 && t.Minute() == 0 { // midnight is no time
		return false
	}
	return claims.DateOf(t.Add(west)) == shown || claims.DateOf(t.Add(east)) == shown
}

// asShown is the day of publication as the page shows it, where it declares the
// time in UTC. d is the declared day, near are the lines around the headline.
func (p *page) asShown(d claims.Date, near []block) claims.Date {
	declared := []string{p.props["datepublished"], p.tags["article:published_time"]}
	if n := p.ld.article(); n != nil {
		declared = append(declared, texts(n["datePublished"])...)
	}
	shown := p.shownDays(near)
	for _, raw := range declared {
		if len(shown) > 0 && readDate(raw) == d && sameInstant(raw, shown[0]) {
			return shown[0]
		}
	}
	return d
}

// shownDays are the days of publication that readers see: the first below the
// headline that is marked as one, and those in lines of credits.
func (p *page) shownDays(near []block) (days []claims.Date) {
	if first := slices.IndexFunc(p.times, func(t timeTag) bool { return !t.modified && t.below }); first >= 0 {
		days = append(days, p.times[first].date)
	}
	for _, b := range near {
		if who, ok := creditParts(b.text); ok && who.published.IsFull() {
			days = append(days, who.published)
		}
	}
	return days
}

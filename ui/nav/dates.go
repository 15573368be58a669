package nav

import (
	"time"

	"onrecord/claims"
	"onrecord/ui/kit"
)

// Date writes what is known of a date as the language of the window does; ""
// where nothing is known.
func Date(d claims.Date) string { return kit.Here().Date(d.Year, d.Month, d.Day) }

// Day writes the day of an instant where the person is.
func Day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return kit.Here().Time(t.Local())
}

// Number writes a count with its thousands apart.
func Number(n int) string { return kit.Here().Int(n) }

// Quoted puts a person's own words between the quotation marks of the
// language, unless they bring their own.
func Quoted(words string) string { return kit.Here().Quoted(words) }

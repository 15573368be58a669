package nav

import (
	"errors"
	"strings"
	"time"

	"fyne.io/fyne/v2/lang"

	"onrecord/claims"
	"onrecord/claims/when"
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

// ReadDate reads a date as a person types it; the empty text is the unknown
// date. What is no date is an error that says what would be one.
func ReadDate(typed string) (claims.Date, error) {
	if strings.TrimSpace(typed) == "" {
		return claims.Date{}, nil
	}
	d, ok := when.ParseDate(typed)
	if !ok {
		return claims.Date{}, claims.Invalid(lang.X("date", "date"), claims.Plain(lang.X("date.bad", "not understood; try 2026-03-14, March 2026 or 2026")))
	}
	return d, nil
}

// unnamed leaves out what an error is about: the field that it stands below says
// it.
func unnamed(err error) error {
	var e *claims.Error
	if !errors.As(err, &e) {
		return err
	}
	bare := *e
	bare.What = ""
	return errors.New(sentence(&bare))
}

// NewDateEntry makes a field for a date that says how it was understood.
func NewDateEntry(d claims.Date) *kit.DateEntry {
	e := kit.NewDateEntry(func(typed string) (string, error) {
		d, err := ReadDate(typed)
		return Date(d), unnamed(err)
	})
	e.SetText(Typed(d))
	return e
}

// Typed is a date as it stands in a field: by the numbers of ISO 8601, and in words
// where it has no year, which that writes in a way that few know.
func Typed(d claims.Date) string {
	if words := Date(d); d.Year == 0 && !d.IsZero() {
		if again, err := ReadDate(words); err == nil && again == d {
			return words
		}
	}
	return d.String()
}

package ingest

import (
	"strings"

	"onrecord/claims"
	"onrecord/claims/when"
)

// readDate reads a date in metadata, in the time zone that it is given in.
// What is no date is the zero date, and a partial one stays partial.
func readDate(s string) claims.Date {
	d, ok := when.ParseDate(oneLine(s))
	if !ok || d.Year != 0 && !plausibleYear(d.Year) {
		return claims.Date{}
	}
	return d
}

// plausibleYear keeps numbers that are no years, and the zero times of
// programs, from becoming dates.
func plausibleYear(y int) bool { return y > 1700 && y < 2200 && y != 1970 }

// wholeDate reads a line that is a date for people. A year or a month alone
// can be any number or word, and is none.
func wholeDate(s string) claims.Date {
	d := readDate(labelled(s))
	if d.Month == 0 || d.Day == 0 && d.Year == 0 {
		return claims.Date{}
	}
	return d
}

// labelled cuts the words before a date off: "Published:".
func labelled(s string) string {
	if i := strings.IndexByte(s, ':'); i > 0 && i < 30 && !strings.ContainsAny(s[:i], "0123456789") {
		return strings.TrimSpace(s[i+1:])
	}
	return s
}

// firstDate is the first of the values that is a date.
func firstDate(values ...string) claims.Date {
	for _, v := range values {
		if d := readDate(v); !d.IsZero() {
			return d
		}
	}
	return claims.Date{}
}

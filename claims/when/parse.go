package when

import (
	"strconv"
	"strings"
	"unicode"

	"onrecord/claims"
)

// ParseDate reads one date as metadata, feeds and date lines write it: ISO
// 8601 with or without time and zone, the forms of RFC 822, "27 August 2016",
// "August 27, 2016", "27.08.2016", "27. August 2016", "le 27 août 2016", "27
// de agosto de 2016", "Aug. 27" (without a year: --08-27), "August 2016",
// "2016". The day is the one that is written, in its own zone. Of 08/09/2016
// only the year is certain. ok is false where s is no date.
func ParseDate(s string) (d claims.Date, ok bool) {
	const mostBytes = 120
	s = strings.TrimSpace(s)
	if len(s) > mostBytes {
		return claims.Date{}, false
	}
	for _, read := range []func(string) (claims.Date, bool){parseISO, parseNumeric, parseWritten} {
		if d, ok = read(s); ok {
			break
		}
	}
	if !ok || d.IsZero() || d.Check() != nil {
		return claims.Date{}, false
	}
	return d, true
}

// parseISO reads 2016-08-27, 2016-08, 2016, 20160827, 2016/08/27 and --08-27,
// each of the full ones with a time behind it.
func parseISO(s string) (claims.Date, bool) {
	if d, err := claims.ParseDate(s); err == nil && !d.IsZero() {
		return d, true
	}
	compact := strings.ReplaceAll(strings.ReplaceAll(s, "/", "-"), ".", "-")
	if len(compact) >= 10 && compact[4] == '-' && compact[7] == '-' && endsDate(compact[10:]) {
		if d, err := claims.ParseDate(compact[:10]); err == nil {
			return d, true
		}
	}
	if len(s) >= 8 && endsDate(s[8:]) {
		if n, err := strconv.Atoi(s[:8]); err == nil && n > 10000000 {
			return claims.Date{Year: n / 10000, Month: n / 100 % 100, Day: n % 100}, true
		}
	}
	return claims.Date{}, false
}

// endsDate tells that a date is over, or that a time of the day follows.
func endsDate(rest string) bool {
	return rest == "" || rest[0] == 'T' || rest[0] == 't' || rest[0] == ' ' || rest[0] == ','
}

// parseNumeric reads 27.08.2016, 27.8.16, 27-08-2016 and 27/08/2016, with a
// time behind it. With dots and hyphens the day comes first; with slashes only
// a number above 12 tells.
func parseNumeric(s string) (claims.Date, bool) {
	date, rest, _ := strings.Cut(s, " ")
	date = strings.TrimSuffix(date, ",")
	if !isTime(rest) {
		return claims.Date{}, false
	}
	for _, sep := range []string{".", "/", "-"} {
		parts := strings.Split(date, sep)
		if len(parts) != 3 {
			continue
		}
		var n [3]int
		for i, part := range parts {
			v, err := strconv.Atoi(part)
			if err != nil || v < 1 || len(part) > 4 || i < 2 && len(part) > 2 || i == 2 && len(part) != 4 && len(part) != 2 {
				return claims.Date{}, false
			}
			n[i] = v
		}
		return dayMonth(n[0], n[1], fullYear(n[2], len(parts[2])), sep == "/"), true
	}
	return claims.Date{}, false
}

// dayMonth puts two numbers in order, if only the year is certain as the year
// alone.
func dayMonth(a, b, year int, undecided bool) claims.Date {
	switch {
	case undecided && a <= 12 && b <= 12 && a != b:
		return claims.Date{Year: year}
	case b > 12:
		a, b = b, a
	}
	return claims.Date{Year: year, Month: b, Day: a}
}

// fullYear reads two digits as a year between 1970 and 2069.
func fullYear(n, digits int) int {
	switch {
	case digits != 2:
		return n
	case n >= 70:
		return 1900 + n
	}
	return 2000 + n
}

// isTime accepts what stands behind a date: a time of the day, a zone.
func isTime(s string) bool {
	for _, w := range strings.Fields(s) {
		if !clock(w) && !zone(w) && !fillers[strings.ToLower(strings.Trim(w, ",."))] {
			return false
		}
	}
	return true
}

// clock recognises "10:30", "10.30", "10h30", "5pm", "10:30:00Z".
func clock(w string) bool {
	w = strings.ToLower(strings.Trim(w, ",.()"))
	hour := strings.TrimLeft(w, "0123456789")
	if n := len(w) - len(hour); n < 1 || n > 2 || hour == "" {
		return false
	}
	if hour == "am" || hour == "pm" || hour == "h" {
		return true
	}
	return len(hour) >= 3 && strings.ContainsRune(":.h", rune(hour[0])) && isDigit(hour[1]) && isDigit(hour[2]) &&
		(len(hour) == 3 || !isDigit(hour[3])) && strings.Count(hour, ".") < 2
}

// zone recognises "+0200", "GMT", "(CEST)".
func zone(w string) bool {
	w = strings.Trim(w, "(),.")
	if len(w) > 1 && (w[0] == '+' || w[0] == '-') && w[1] >= '0' && w[1] <= '9' {
		return true
	}
	if len(w) < 2 || len(w) > 5 {
		return w == "Z"
	}
	for _, r := range w {
		if !unicode.IsUpper(r) {
			return false
		}
	}
	return true
}

// written collects the parts of a date with the month in letters.
type written struct{ date claims.Date }

// parseWritten reads a date with the name of its month in any of the known
// languages, the parts in any order.
func parseWritten(s string) (claims.Date, bool) {
	var w written
	fields := strings.FieldsFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || r == ',' || r == ';' || r == '(' || r == ')' || r == '|'
	})
	for _, f := range fields {
		if clock(f) {
			continue
		}
		pieces := strings.FieldsFunc(f, func(r rune) bool { return r == '-' || r == '/' || r == '–' })
		if zone(f) && (f[0] == '+' || f[0] == '-') {
			continue
		}
		for _, piece := range pieces {
			if !w.take(piece) {
				return claims.Date{}, false
			}
		}
	}
	return w.date, w.date.Month != 0
}

// take reads one word or number of a written date; false where it does not
// belong to one.
func (w *written) take(piece string) bool {
	piece = strings.Trim(piece, ".:'’")
	if piece == "" {
		return true
	}
	if piece[0] >= '0' && piece[0] <= '9' {
		return w.number(piece)
	}
	low := strings.ToLower(piece)
	if m, ok := monthNames[low]; ok && w.date.Month == 0 {
		w.date.Month = m
		return true
	}
	return weekdayNames[low] || fillers[low] || zone(piece)
}

func (w *written) number(piece string) bool {
	digits := strings.TrimRight(piece, "stndrheo°ºª") // 1st, 2nd, 3rd, 4th, 1er, 1º
	n, err := strconv.Atoi(digits)
	switch {
	case err != nil:
		return false
	case len(digits) == 4 && w.date.Year == 0:
		w.date.Year = n
	case len(digits) <= 2 && w.date.Day == 0 && n >= 1 && n <= 31:
		w.date.Day = n
	case len(digits) == 2 && w.date.Year == 0 && w.date.Month != 0:
		w.date.Year = fullYear(n, 2)
	default:
		return clock(piece)
	}
	return true
}

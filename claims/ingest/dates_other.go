package ingest

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"onrecord/claims"
)

// Dates in languages whose statements the program does not read, but whose
// articles are kept and searched.

var (
	eastAsian = regexp.MustCompile(`(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]`)
	russian   = regexp.MustCompile(`(?i)(\d{1,2}) (янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)\p{L}{0,6}\.? (\d{4})`)
)

const russianMonths = "янв фев мар апр май июн июл авг сен окт ноя дек мая"

// otherDate finds a whole date of Chinese, Japanese, Korean or Russian.
func otherDate(line string) (claims.Date, bool) {
	year, month, day := 0, 0, 0
	number := func(s string) int {
		n, err := strconv.Atoi(s)
		if err != nil {
			return 0 // the patterns let digits through alone
		}
		return n
	}
	if m := eastAsian.FindStringSubmatch(line); m != nil {
		year, month, day = number(m[1]), number(m[2]), number(m[3])
	} else if m := russian.FindStringSubmatch(line); m != nil {
		year, day = number(m[3]), number(m[1])
		for i, name := range strings.Fields(russianMonths) {
			if name == strings.ToLower(m[2]) {
				month = min(i+1, 13)
			}
		}
		if month == 13 { // the other form of May
			month = 5
		}
	}
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if month < 1 || t.Day() != day || t.Month() != time.Month(month) {
		return claims.Date{}, false
	}
	return claims.DateOf(t), true
}

package ingest

import (
	"net/mail"
	"regexp"
	"strconv"
	"strings"
	"time"

	"onrecord/claims"
)

// isoDate is a date as programs write it, at the start of a value:
// 2019-01-05T09:30:00Z, 20190105T093000+0000, 2019-01.
var isoDate = regexp.MustCompile(`^\s*(\d{4})(?:-(\d{2})(?:-(\d{2}))?|(\d{2})(\d{2})(?:T\d{4,6}|\b))?(?:$|[T ,Z+])`)

// readDate reads a date in metadata, in the time zone that it is given in.
// What is no date is the zero date, and a partial one stays partial.
func readDate(s string) claims.Date {
	s = oneLine(s)
	if len(s) > 100 || len(s) < 4 {
		return claims.Date{}
	}
	if m := isoDate.FindStringSubmatch(s); m != nil {
		parts := []string{m[1], m[2] + m[4], m[3] + m[5]}
		iso := strings.TrimRight(strings.Join(parts, "-"), "-")
		if d, err := claims.ParseDate(iso); err == nil && plausibleYear(d.Year) {
			return d
		}
	}
	if t, err := mail.ParseDate(s); err == nil {
		return claims.DateOf(t)
	}
	if t, err := time.Parse(time.ANSIC, s); err == nil {
		return claims.DateOf(t)
	}
	return wholeDate(s)
}

// plausibleYear keeps numbers that are no years, and the zero times of
// programs, from becoming dates.
func plausibleYear(y int) bool { return y > 1700 && y < 2200 && y != 1970 }

// wholeDate reads a line that is a date for people, with at most the words
// that stand around one: a weekday, "Published on", a time of day and a zone.
func wholeDate(s string) claims.Date {
	var d claims.Date
	strange := 0
	for _, w := range dateWord.FindAllString(s, 30) {
		switch kind, value := dateWordKind(w); {
		case kind == wordMonth && d.Month == 0:
			d.Month = value
		case kind == wordDay && d.Day == 0:
			d.Day = value
		case kind == wordYear && d.Year == 0:
			d.Year = value
		case kind == wordDate && d.IsZero():
			d = numericDate(w)
		case kind != wordFiller:
			strange++
		}
	}
	if d.Month == 0 && d.Year == 0 || strange > 0 || d.Month == 0 && d.Day != 0 || d.Check() != nil {
		return claims.Date{}
	}
	if d.Day == 0 && d.Year == 0 || d.Month == 0 && !isoDate.MatchString(s) {
		return claims.Date{} // "May" and "2019" alone are words and numbers of any text
	}
	return d
}

var dateWord = regexp.MustCompile(`\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}[:.h]\d{2}(?::\d{2})?|[+-]\d{2}:?\d{2}\b|\d+(?:st|nd|rd|th|er|º|ª)?|\p{L}+`)

// The kinds of words in a line that is a date.
const (
	wordOther = iota
	wordMonth
	wordDay
	wordYear
	wordDate
	wordFiller
)

func dateWordKind(w string) (kind, value int) {
	if strings.ContainsAny(w, ":+h") && w[0] <= '9' || len(w) == 5 && w[2] == '.' {
		return wordFiller, 0
	}
	if strings.ContainsAny(w, "./-") {
		return wordDate, 0
	}
	n, err := strconv.Atoi(strings.TrimRight(w, "stndrheºª"))
	switch {
	case err == nil && len(w) == 4 && plausibleYear(n):
		return wordYear, n
	case err == nil && 0 < n && n <= 31:
		return wordDay, n
	case err == nil:
		return wordOther, 0
	}
	low := strings.ToLower(w)
	if m := months[low]; m != 0 {
		return wordMonth, m
	}
	if fillers[low] {
		return wordFiller, 0
	}
	return wordOther, 0
}

// numericDate reads 5.1.2019, 5/1/2019 and 2019/1/5. Which of two numbers is
// the month, a slash does not tell: then only the year is sure.
func numericDate(s string) claims.Date {
	var n [3]int
	for i, p := range strings.FieldsFunc(s, func(r rune) bool { return r == '.' || r == '/' || r == '-' }) {
		n[i], _ = strconv.Atoi(p) // the pattern has let digits through alone
	}
	d := claims.Date{Year: n[2], Month: n[1], Day: n[0]}
	switch {
	case n[0] > 31:
		d = claims.Date{Year: n[0], Month: n[1], Day: n[2]}
	case d.Month > 12:
		d.Month, d.Day = d.Day, d.Month
	case d.Day <= 12 && d.Day != d.Month && strings.Contains(s, "/"):
		d.Month, d.Day = 0, 0
	}
	if !plausibleYear(d.Year) || d.Check() != nil {
		return claims.Date{}
	}
	return d
}

var months = func() map[string]int {
	out := map[string]int{}
	for _, names := range []string{
		"january february march april may june july august september october november december",
		"jan feb mar apr may jun jul aug sep oct nov dec",
		"januar februar märz april mai juni juli august september oktober november dezember",
		"jänner feb mär apr mai jun jul aug sept okt nov dez",
		"janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
		"enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
		"gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
		"janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
		"januari februari maart april mei juni juli augustus september oktober november december",
		"stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
	} {
		for i, m := range strings.Fields(names) {
			out[m] = i + 1
		}
	}
	return out
}()

var fillers = func() map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(`
		monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
		montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche
		lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica
		published publication posted updated update last modified first created date dated on at of the and de del le el der den am vom um uhr
		pm a p m gmt utc bst ist est edt cst cdt mst mdt pst pdt cet cest z t h hrs publié veröffentlicht publicado`) {
		out[w] = true
	}
	return out
}()

// firstDate is the first of the values that is a date.
func firstDate(values ...string) claims.Date {
	for _, v := range values {
		if d := readDate(v); !d.IsZero() {
			return d
		}
	}
	return claims.Date{}
}

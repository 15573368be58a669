package ingest

import (
	"regexp"
	"strings"
	"time"

	"onrecord/claims"
	"onrecord/claims/when"
)

// readDate reads a date in metadata, in the time zone that it is given in.
// What is no date is the zero date, and a partial one stays partial.
func readDate(s string) claims.Date {
	d, ok := when.ParseDate(oneLine(s))
	if !ok {
		d, ok = otherDate(s)
	}
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

// clockDash stands between a date and the time of day.
var clockDash = regexp.MustCompile(`\s[-–—|·]\s(\d{1,2}[:.]\d{2})`)

// orgDay is a day as Org writes it, with its weekday: "<2019-03-05 Tue>".
var orgDay = regexp.MustCompile(`[<\[](\d{4}-\d\d-\d\d)(?: \p{L}{1,4}\.?)?(?: \d{1,2}:\d\d)?[>\]]`)

// labelled cuts the words before a date off: "Published:".
func labelled(s string) string {
	s = orgDay.ReplaceAllString(clockDash.ReplaceAllString(s, " $1"), "$1")
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

// datesIn finds where a date can stand among other words: "2024-02-13", "Mi.,
// 13.02.2024, 07:31", "13 février 2024", "3 min read · Feb 13, 2024".
var datesIn = []*regexp.Regexp{
	regexp.MustCompile(`\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b`),
	regexp.MustCompile(`\b\d{1,2}(?:\. ?|/|-)\d{1,2}(?:\. ?|/|-)(?:19|20)\d\d`),
	regexp.MustCompile(`\b\d{1,2}(?:\.\d{1,2}\.|-\d{1,2}-)\d\d\b`),
	regexp.MustCompile(`\b\d{1,2}(?:st|nd|rd|th|er|º|°|\.)? (?:de |of )?\p{L}{3,13}\.?,? (?:de |del )?(?:19|20)\d\d`),
	regexp.MustCompile(`\p{L}{3,10}\.? \d{1,2}(?:st|nd|rd|th)?(?:,? |,)(?:19|20)\d\d`),
	regexp.MustCompile(`\p{L}{3} {1,2}\d{1,2} \d\d:\d\d:\d\d(?: [A-Z]{3,4})? (?:19|20)\d\d`), // as the programs of lists write it
	regexp.MustCompile(`\b(?:19|20)\d\d\. ?\p{L}{3,12}\.? \d{1,2}\b`),                        // Hungarian begins with the year
}

var (
	// numberSpace is the blank of "13. 2. 2024".
	numberSpace = regexp.MustCompile(`\. (\d)`)
	// tightComma is what text recognition makes of "Feb 13, 2024".
	tightComma = regexp.MustCompile(`,(\d)`)
)

// shownDate finds the date in a short line that people see beside an article.
// A weekday beside it tells which of the two numbers of 03/04/2024 is the day.
func shownDate(line string) claims.Date {
	const longest = 160
	line = plainDay(latinDigits.Replace(oneLine(line)))
	if line == "" || len(line) > longest {
		return claims.Date{}
	}
	if d := wholeDate(line); d.IsFull() {
		return d
	}
	if d, ok := otherDate(line); ok && plausibleYear(d.Year) {
		return d
	}
	for _, form := range datesIn {
		at := form.FindStringIndex(line)
		if at == nil {
			continue
		}
		found := tightComma.ReplaceAllString(numberSpace.ReplaceAllString(line[at[0]:at[1]], ".$1"), ", $1")
		if d := readDate(found); d.IsFull() {
			return d
		}
		if d := byWeekday(line[:at[0]], found); !d.IsZero() {
			return d
		}
	}
	return claims.Date{}
}

var (
	// dottedDay is a day with raised dots, namedMonth one whose month stands
	// between strokes, elided one whose month has lost a vowel before it.
	dottedDay  = regexp.MustCompile(`\b(\d{1,2})[·•](\d{1,2})[·•](\d\d(?:\d\d)?)\b`)
	namedMonth = regexp.MustCompile(`\b(\d{1,2})[/.-](\p{L}{3,})\.?[/.-](\d{4})\b`)
	elided     = regexp.MustCompile(`(\d) d['’](\p{L})`)
)

// plainDay writes the days of a line as most papers do: "17.04.2023" for
// "17·04·2023", "4 march 2021" for "04/march/2021", "3 octubre" for "3 d'octubre".
func plainDay(line string) string {
	line = dottedDay.ReplaceAllString(line, "$1.$2.$3")
	return elided.ReplaceAllString(namedMonth.ReplaceAllString(line, "$1 $2 $3"), "$1 de $2")
}

// latinDigits writes the digits of Arabic and Persian as those of other scripts.
var latinDigits = strings.NewReplacer("٠", "0", "١", "1", "٢", "2", "٣", "3", "٤", "4", "٥", "5", "٦", "6", "٧", "7", "٨", "8", "٩", "9",
	"۰", "0", "۱", "1", "۲", "2", "۳", "3", "۴", "4", "۵", "5", "۶", "6", "۷", "7", "۸", "8", "۹", "9")

// byWeekday reads numbers whose order only the weekday before them tells.
func byWeekday(before, numbers string) claims.Date {
	for _, layout := range []string{"1/2/2006", "2/1/2006"} {
		t, err := time.Parse(layout, numbers)
		if err == nil && strings.Contains(strings.ToLower(before), strings.ToLower(t.Weekday().String()[:3])) {
			return claims.DateOf(t)
		}
	}
	return claims.Date{}
}

package ingest

import (
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"onrecord/claims"
)

// Of 05.12.22 the numbers alone do not tell which is the day. The other dates of
// the page do, its language and region, where it comes from, and what it shows
// of its country. Where none of them does, only the year is certain, and the
// reader is told so.

// dayOrder tells which of two numbers is the day.
type dayOrder int

const (
	undecided dayOrder = iota
	dayFirst
	monthFirst
)

// numbers are a date of three numbers.
type numbers struct {
	a, b, year int
	dots, long bool // what stands between them, and a year of four digits
	words      string
}

var bareNumbers = regexp.MustCompile(`(?:^|[^\d./-])((\d{1,2})([./-])(\d{1,2})([./-])(\d{4}|\d{2}))(?:$|[^\d/-])`)

// numbersIn finds the first such date of a line.
func numbersIn(line string) (n numbers, ok bool) {
	m := bareNumbers.FindStringSubmatch(line)
	if m == nil || m[3] != m[5] {
		return n, false
	}
	number := func(s string) int {
		v, err := strconv.Atoi(s)
		if err != nil {
			return 0 // the pattern lets digits through alone
		}
		return v
	}
	const century, pivot = 100, 70
	n = numbers{a: number(m[2]), b: number(m[4]), year: number(m[6]), dots: m[3] == ".", long: len(m[6]) == 4, words: m[1]}
	switch {
	case !n.long && n.year >= pivot:
		n.year += 19 * century
	case !n.long:
		n.year += 20 * century
	}
	return n, n.a > 0 && n.b > 0 && n.a <= 31 && n.b <= 31 && (n.a <= 12 || n.b <= 12) && plausibleYear(n.year)
}

// open reports whether both numbers can be the month.
func (n numbers) open() bool { return n.a <= 12 && n.b <= 12 && n.a != n.b }

// date is the date that the numbers are in an order. Dots with a whole year are
// written where the day comes first.
func (n numbers) date(o dayOrder) claims.Date {
	switch {
	case o == monthFirst:
		return claims.Date{Year: n.year, Month: n.a, Day: n.b}
	case o == dayFirst || n.dots && n.long:
		return claims.Date{Year: n.year, Month: n.b, Day: n.a}
	}
	return claims.Date{Year: n.year}
}

// dateIn finds such a date in a line that has little else: names, a word before
// it, a time of the day.
func dateIn(line string) (n numbers, ok bool) {
	const longest = 120
	line = oneLine(line)
	if len(line) > longest || copied.MatchString(line) || modifiedOn.MatchString(line) || browserDay.MatchString(line) {
		return n, false
	}
	if n, ok = numbersIn(line); !ok || !n.open() {
		return n, false
	}
	plain := strings.Replace(line, n.words, n.date(dayFirst).String(), 1)
	if d, _ := dateLine(plain); d.IsFull() {
		return n, true
	}
	who, ok := creditParts(plain)
	return n, ok && who.published.IsFull()
}

// browserDay is the day of printing as a browser puts it above a page, with two
// digits of the year.
var browserDay = regexp.MustCompile(`^\d{1,2}[/.]\d{1,2}[/.]\d\d,? \d{1,2}:\d{2}`)

// isOpenDate reports whether a line has such a date.
func isOpenDate(line string) bool {
	_, ok := dateIn(line)
	return ok
}

// decide completes the day of publication from the lines around a headline, or
// corrects one that was read day first. open are the words of a date that stays
// undecided.
func (o dayOrder) decide(published claims.Date, lines []string) (d claims.Date, open string) {
	for _, line := range lines {
		n, ok := dateIn(line)
		if !ok || published.IsFull() && published != n.date(dayFirst) || !published.IsZero() && published.Year != n.year {
			continue
		}
		if d = n.date(o); !d.IsFull() {
			return d, n.words
		}
		return d, ""
	}
	return published, ""
}

var (
	// inAmerica and inBritain are in the addresses, times and prices of pages.
	inAmerica = regexp.MustCompile(`\(\d{3}\) ?\d{3}-\d{4}|\b[A-Z]{2},? \d{5}(?:-\d{4})?\b|\b(?:[ECMP][SD]T|ET)\b`)
	inBritain = regexp.MustCompile(`£ ?\d|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|\b(?:GMT|BST|CES?T)\b`)
)

// orderOf finds the order in which a page or document writes its dates.
func orderOf(language, address string, lines []string) dayOrder {
	var days, months, west, east int
	for _, line := range lines {
		if n, ok := numbersIn(line); ok && n.a > 12 {
			days++
		} else if ok && n.b > 12 {
			months++
		}
		if inAmerica.MatchString(line) {
			west++
		}
		if inBritain.MatchString(line) {
			east++
		}
	}
	switch {
	case days > 0 && months == 0:
		return dayFirst
	case months > 0 && days == 0:
		return monthFirst
	}
	if o := orderIn(language); o != undecided {
		return o
	}
	if o := orderAt(address); o != undecided || language != "" && !strings.HasPrefix(language, "en") {
		return o
	}
	switch {
	case west > 0 && east == 0:
		return monthFirst
	case east > 0 && west == 0:
		return dayFirst
	}
	return undecided
}

// orderIn is the order of a language or region. Canada writes both, and some
// languages begin with the year.
func orderIn(language string) dayOrder {
	main, region, _ := strings.Cut(language, "-")
	switch {
	case region == "US":
		return monthFirst
	case region == "CA" || main == "" || main == "en" && !dayFirstRegions[region] || yearFirst[main]:
		return undecided
	}
	return dayFirst
}

var (
	dayFirstRegions = map[string]bool{"GB": true, "IE": true, "AU": true, "NZ": true, "IN": true, "ZA": true, "KE": true, "NG": true, "SG": true, "MT": true, "PK": true}
	yearFirst       = wordSet("zh ja ko hu lt mn fa")
)

// orderAt is the order that the end of a host's name tells.
func orderAt(address string) dayOrder {
	u, err := url.Parse(address)
	if err != nil {
		return undecided
	}
	switch host := u.Hostname(); host[strings.LastIndexByte(host, '.')+1:] {
	case "gov", "mil", "us":
		return monthFirst
	case "uk", "ie", "au", "nz", "in", "za", "scot", "wales", "london", "eu":
		return dayFirst
	}
	return undecided
}

// dayOrder is the order in which the page writes its dates.
func (p *page) dayOrder(m meta) dayOrder {
	lines := make([]string, 0, len(p.shown))
	for _, b := range p.shown {
		if !isSentence(b) {
			lines = append(lines, b.text)
		}
	}
	return orderOf(m.language, m.url, lines)
}

// declares reports whether a page says a day where it cannot be misread.
func (p *page) declares(d claims.Date) bool {
	if d.IsZero() {
		return false
	}
	declared := append([]string{p.props["datepublished"]}, p.dateTags()...)
	if n := p.ld.article(); n != nil {
		declared = append(declared, texts(n["datePublished"])...)
	}
	for _, raw := range declared {
		if n, ok := numbersIn(raw); (!ok || !n.open()) && readDate(raw) == d {
			return true
		}
	}
	return slices.ContainsFunc(p.times, func(t timeTag) bool { return t.sure && t.date == d })
}

// dateTags are the values of the tags that say the day of publication.
func (p *page) dateTags() (values []string) {
	for _, key := range []string{"article:published_time", "date", "pubdate", "publishdate", "publish-date", "dc.date", "dcterms.date"} {
		if v := p.tags[key]; v != "" {
			values = append(values, v)
		}
	}
	return values
}

// datedLines are the places of a page that can tell the day of its article.
func (p *page) datedLines(text []block) []string {
	lines := p.dateTags()
	for _, b := range p.above(text) {
		lines = append(lines, strings.Split(b.text, "\n")...)
	}
	return lines
}

// decideIn completes the day of publication from the first paragraphs of a
// document.
func (m *meta) decideIn(blocks []block) (open string) {
	var lines []string
	text := ""
	for i, b := range blocks {
		if i < mastheadSize {
			lines = append(lines, strings.Split(b.text, "\n")...)
		}
		if len(text) < maxField {
			text += b.text + "\n"
		}
	}
	m.published, open = orderOf(orElse(m.language, languageOf(text)), m.url, lines).decide(m.published, lines)
	return open
}

// undecidedDay is the warning that a date can be read in two ways.
func undecidedDay(words string) *claims.Sentence {
	return claims.Say("warning.undecidedDay", "The date %s can be read day first or month first: only its year was taken.", words)
}

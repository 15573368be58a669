package ingest

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/claims"
)

// What an article says of itself in its own lines: "By Ana Ruiz", "Saturday,
// 5 January 2019", "GENEVA, Aug. 27 (Agency) –", "Source: Agency". All of it is
// guessing, and every declared field wins over it.

var (
	sourceStart     = regexp.MustCompile(`(?i)^\s*(?:source|via|quelle|fuente|fonte|published by|publisher|outlet|publication)\s*:\s*(\S.{1,80})$`)
	publishedOnSite = regexp.MustCompile(`(?i)^published on (\S.{2,50}?) \(\s*https?://[^)]*\)$`)
	publishedIn     = regexp.MustCompile(`(?i)^(?:first )?(?:published|posted)(?: on)? (.{6,40}?) (?:in|by) (\S.{2,60}?)\.?$`)
)

// bylineDate parts a date off a byline: "By Ana Ruiz 5 January 2019, 09:30".
func bylineDate(line string) (before string, d claims.Date) {
	if len(line) > 150 {
		return line, d
	}
	words := strings.Fields(line)
	for i := 2; i < len(words); i++ {
		if d := wholeDate(strings.Join(words[i:], " ")); d.IsFull() {
			return withoutOn(strings.TrimRight(strings.Join(words[:i], " "), " ,|·•–—-")), d
		}
	}
	return line, d
}

// withoutOn takes "on" and the like off the end of what stands before a date.
func withoutOn(s string) string {
	m := onDay.FindStringSubmatchIndex(s)
	if m == nil || m[2] >= 0 && !weekday.MatchString(s[m[2]:m[3]]) && !weekdayShort.MatchString(s[m[2]:m[3]]) {
		return s // "El Correo del Ebro"
	}
	return s[:m[0]]
}

// weekdayShort is an abbreviation of a day of the week.
var weekdayShort = regexp.MustCompile(`(?i)^(?:lun|mar|mer|jeu|ven|sam|dim|mié|mie|jue|vie|sáb|sab|dom|gio|\p{L}{2})\.?,?$`)

// onDay is what stands between a name and a date: "on", "am Fr.,", "le lundi".
var onDay = regexp.MustCompile(`\s+(?:on|am|vom|le|du|el|del)(?:\s+(\p{L}{2,10}\.?,?))?$`)

// dateLine reads a line that is a date and little else: "Published: Sat 5
// January 2019, 09:30". modified tells "Updated ..." apart.
func dateLine(line string) (d claims.Date, modified bool) {
	line = strings.TrimSpace(line)
	if line == "" || len(line) > 90 || strings.Count(line, " ") > 12 {
		return d, false
	}
	return wholeDate(line), modifiedOn.MatchString(line)
}

// dateline is what stands before the first sentence of an agency report:
// "Geneva [Switzerland], Aug. 27 (Agency) :", "PARIS, 3 March –".
var (
	dateline = regexp.MustCompile(`^\s*((?:\p{Lu}[\p{L}'’.-]+[ ,]*){1,5}(?:\[[^\]]{2,30}\])?)[ ,]*([^()\n]{0,30}?)[ ,]*(?:\(([^()]{2,40})\))?\s*(?::|--|–|—|-)\s`)
	agency   = regexp.MustCompile(`^[\p{Lu}][\p{L} .&-]*$`)
)

// readDateline gives the date and the agency that the first paragraph opens
// with. Either may be missing.
func readDateline(para string) (d claims.Date, outlet string) {
	para = para[:min(len(para), 300)]
	m := dateline.FindStringSubmatchIndex(para)
	if m == nil {
		return d, ""
	}
	part := func(i int) string {
		if m[2*i] < 0 {
			return ""
		}
		return para[m[2*i]:m[2*i+1]]
	}
	opening := para[m[2]:m[5]] // place and date: the first comma that a date follows parts them
	for i := range opening {
		if opening[i] == ',' && d.IsZero() {
			d = wholeDate(strings.Trim(opening[i+1:], " ,"))
		}
	}
	if d.IsZero() {
		d = wholeDate(part(2))
	}
	if a := part(3); agency.MatchString(a) && len(strings.Fields(a)) <= 4 {
		outlet = a
	}
	return d, outlet
}

// headline reports whether a line can be the title: short, and no sentence.
func headline(line string) bool {
	words := strings.Fields(line)
	if len(words) == 0 || len(words) > 35 || len(line) > 250 {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(line, `"'”’ )`))
	return last != '.' && last != ':' && last != ',' && last != ';' && strings.ContainsFunc(line, unicode.IsLetter)
}

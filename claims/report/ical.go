package report

import (
	"bufio"
	"io"
	"strings"
	"unicode/utf8"

	"onrecord/claims"
)

func init() { writers[ICal] = writer{".ics", writeICal} }

// writeICal writes the due dates as whole-day events of iCalendar (RFC 5545).
// A date of which only the month or year is known falls on its last day: the
// claim is missed after it.
func writeICal(w io.Writer, m *Model) error {
	b := &calendar{bufio.NewWriter(w)}
	words := wordsFor(m.Options.Language)
	b.line("BEGIN:VCALENDAR")
	b.line("VERSION:2.0")
	b.line("PRODID:-//Onrecord//Due dates//" + strings.ToUpper(words.of("language")))
	b.line("CALSCALE:GREGORIAN")
	b.line("X-WR-CALNAME:" + icalEscaper.Replace(oneLine(m.Title)))
	for i := range m.Claims {
		if c := &m.Claims[i]; hasDay(c.Due) {
			b.event(m, words, c)
		}
	}
	b.line("END:VCALENDAR")
	return b.Flush()
}

func hasDay(d claims.Date) bool {
	_, ok := d.Last()
	return ok
}

type calendar struct{ *bufio.Writer }

func (b *calendar) event(m *Model, w words, c *Claim) {
	due, _ := c.Due.Last()
	dueWords := (&composer{m: m, w: w}).due(c.Claim)
	describe := joinedBy("\n", w.of("made.by")+w.colon()+orElse(c.Speaker, w.of("speaker.unnamed")), w.of("due")+w.colon()+dueWords, w.of("verdict")+w.colon()+w.verdict(c.Value.Label))
	title := clip(oneLine(c.Text), longestEntry)
	if title != oneLine(c.Text) { // a calendar shows one line
		describe = oneLine(c.Text) + "\n" + describe
	}
	if c.Test() != "" {
		describe += "\n" + w.of("test") + w.colon() + c.Test()
	}
	b.line("BEGIN:VEVENT")
	b.line("UID:" + anchor("due", c.ID) + "@onrecord")
	b.line("DTSTAMP:" + m.Made.UTC().Format("20060102T150405Z"))
	b.line("DTSTART;VALUE=DATE:" + strings.ReplaceAll(due.String(), "-", ""))
	b.line("DTEND;VALUE=DATE:" + strings.ReplaceAll(due.AddDays(1).String(), "-", ""))
	b.line("SUMMARY:" + icalEscaper.Replace(w.of("due")+w.colon()+title))
	b.line("DESCRIPTION:" + icalEscaper.Replace(strings.ReplaceAll(clean(describe), "\r", "")))
	b.line("CATEGORIES:" + icalEscaper.Replace(oneLine(w.of("class."+string(c.Class)))))
	b.line("TRANSP:TRANSPARENT")
	b.line("END:VEVENT")
}

// icalEscaper escapes the TEXT values of RFC 5545, section 3.3.11.
var icalEscaper = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r", "", "\n", `\n`)

// line writes a content line, folded so that none is longer than 75 octets,
// as section 3.1 wants, and no character is cut.
func (b *calendar) line(s string) {
	most := 75
	for len(s) > most {
		at := most
		for !utf8.RuneStart(s[at]) {
			at--
		}
		_, _ = b.WriteString(s[:at] + "\r\n ") // the buffer keeps the error for Flush
		s, most = s[at:], 74
	}
	_, _ = b.WriteString(s + "\r\n")
}

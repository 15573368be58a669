package report

import (
	"fmt"
	"strings"
	"unicode"

	"onrecord/claims"
)

// Cite is a quotation with its source in a citation style, as plain text or,
// for Markdown, with a link.
func Cite(s *Statement, style CitationStyle) string {
	quote := s.Text
	if !strings.ContainsAny(firstAndLast(quote), `"“”„«»‘’'`) {
		quote = "“" + quote + "”"
	}
	if s.Source == nil {
		return joined([]string{quote + " — " + s.Speaker, s.SaidOn.String()})
	}
	a := s.Source.Article
	title := a.Title
	if title == "" {
		title = "Untitled"
	}
	switch style {
	case Chicago:
		return fmt.Sprintf("%s — %s. Quoted in %s", quote, s.Speaker, sentence(a.Byline, "“"+title+"”", a.Outlet, long(a.Published), a.URL))
	case APA:
		return fmt.Sprintf("%s (%s, as cited in %s)", quote, s.Speaker, joined([]string{orElse(a.Byline, a.Outlet), year(a.Published)})) +
			"\n" + fmt.Sprintf("%s (%s). %s. %s. %s", orElse(a.Byline, a.Outlet), apaDate(a.Published), title, a.Outlet, a.URL)
	case MLA:
		return fmt.Sprintf("%s (%s qtd. in %s)", quote, s.Speaker, orElse(lastName(a.Byline), a.Outlet)) +
			"\n" + sentence(a.Byline+".", "“"+title+".”", a.Outlet, long(a.Published), a.URL)
	case Markdown:
		source := escapeMD(title)
		if a.URL != "" {
			source = "[" + source + "](" + a.URL + ")"
		}
		return fmt.Sprintf("> %s\n>\n> — %s", escapeMD(quote), joined([]string{escapeMD(s.Speaker), source, escapeMD(a.Outlet), a.Published.String()}))
	case PlainCite:
		return joined([]string{quote + " — " + s.Speaker, title, a.Outlet, a.Published.String(), a.URL})
	}
	return fmt.Sprintf("%s, %s said, %s reported%s. %s", strings.TrimRight(quote, ","), s.Speaker, orElse(a.Outlet, title), on(a.Published), a.URL)
}

func firstAndLast(s string) string {
	r := []rune(strings.TrimFunc(s, unicode.IsSpace))
	if len(r) == 0 {
		return ""
	}
	return string(r[0]) + string(r[len(r)-1])
}

func sentence(parts ...string) string { return joined(parts) + "." }

func orElse(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

func lastName(name string) string {
	if i := strings.LastIndexByte(name, ' '); i >= 0 {
		return name[i+1:]
	}
	return name
}

var months = []string{"", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

// long writes a date out: March 4, 2026; March 2026; 2026.
func long(d claims.Date) string {
	switch {
	case d.IsZero() || d.Month == 0:
		return year(d)
	case d.Day == 0:
		return strings.TrimSpace(months[d.Month] + " " + year(d))
	case d.Year == 0:
		return fmt.Sprintf("%s %d", months[d.Month], d.Day)
	}
	return fmt.Sprintf("%s %d, %d", months[d.Month], d.Day, d.Year)
}

func year(d claims.Date) string {
	if d.Year == 0 {
		return ""
	}
	return fmt.Sprint(d.Year)
}

func apaDate(d claims.Date) string {
	if d.IsFull() {
		return fmt.Sprintf("%d, %s %d", d.Year, months[d.Month], d.Day)
	}
	return orElse(long(d), "n.d.")
}

func on(d claims.Date) string {
	if d.IsZero() {
		return ""
	}
	return " on " + long(d)
}

package report

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/claims"
)

// Cite is a quotation with its source in a citation style, as plain text or,
// for Markdown, with a link. Words that are not the speaker's own get no
// quotation marks. The dates are English: so are the style guides.
func Cite(s *Statement, style CitationStyle) string {
	quote := oneLine(s.Text)
	if s.Kind == claims.Direct || s.Kind == "" {
		quote = wordsFor("en").quoted(quote)
	}
	english := wordsFor("en")
	who := english.named(s)
	if s.Speaker == "" && s.Mention == "" { // words of the article itself
		who = ""
	}
	if s.Source == nil {
		return joined([]string{joinedBy(" — ", quote, who), s.SaidOn.String()})
	}
	a := s.Source.Article
	switch style {
	case Chicago:
		return fmt.Sprintf("%s — %s %s", quote, joined([]string{who, "quoted in"}), english.reference(a, Chicago)+link(a))
	case APA:
		return fmt.Sprintf("%s (%s %s)\n%s", quote, joined([]string{who, "as cited in"}), joined([]string{orElse(lastNames(a.Byline, " & "), orElse(a.Outlet, clipTitle(a))), orElse(year(a.Published), english.of("nodate"))}), english.reference(a, APA)+link(a))
	case MLA:
		return fmt.Sprintf("%s (%s %s)\n%s", quote, joined([]string{who, "qtd. in"}), orElse(lastNames(a.Byline, " and "), orElse(clipTitle(a), a.Outlet)), english.reference(a, MLA)+link(a))
	case Markdown:
		return fmt.Sprintf("> %s\n>\n> — %s", escapeMD(quote), joined([]string{escapeMD(who), saidOn(s), markdownSource(a), escapeMD(a.Outlet), published(a)}))
	case PlainCite:
		return joined([]string{joinedBy(" — ", quote, who), saidOn(s), titleOf(a), a.Outlet, published(a), safeURL(a.URL)})
	}
	if who == "" {
		return fmt.Sprintf("%s %s reported%s.%s", apQuote(quote), orElse(a.Outlet, titleOf(a)), on(a.Published), link(a))
	}
	if strings.Contains(who, ", ") { // what stands behind the name is set off
		who += ","
	}
	return fmt.Sprintf("%s %s said%s, %s reported%s.%s", apQuote(quote), who, onDay(s.SaidOn, a.Published), orElse(a.Outlet, titleOf(a)), on(a.Published), link(a))
}

// reference names an article as an entry of a bibliography, without its
// address, with dates, marks and fixed words of a language. The guides are
// American; in other languages what they say of order and emphasis holds.
func (w words) reference(a *claims.Article, style CitationStyle) string {
	byline, title := trimBy(a.Byline), orElse(oneLine(a.Title), w.of("untitled"))
	switch style {
	case Chicago:
		return stops(w.inverted(byline, chicagoMost), w.titleStop(title), joined([]string{a.Outlet, w.long(a.Published)}))
	case APA:
		if byline == "" {
			who := orElse(a.Outlet, title)
			if who == title {
				title = ""
			}
			return stops(who, "("+w.apaDate(a.Published)+")", title)
		}
		return stops(w.initials(byline), "("+w.apaDate(a.Published)+")", title, a.Outlet)
	case MLA:
		return stops(w.inverted(byline, mlaMost), w.titleStop(title), joined([]string{a.Outlet, w.mlaDate(a.Published)}))
	}
	return joined([]string{byline, w.of("quote.open") + title + w.of("quote.close"), a.Outlet, w.long(a.Published)}) + "."
}

func (w words) english() bool { return w.of("language") == "en" }

// titleStop is a title between quotation marks with the full stop that ends
// it: inside of the marks in English, outside elsewhere.
func (w words) titleStop(title string) string {
	if w.english() {
		return "“" + withStop(nested(title)) + "”"
	}
	return w.titled(title) + "."
}

// stops joins the parts of a reference, each closed by a full stop.
func stops(parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" && p != "“.”" {
			out = append(out, withStop(p))
		}
	}
	return strings.Join(out, " ")
}

func withStop(s string) string {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, "”’»\"'」』 \u00a0\u202f\u200e"))
	if s == "" || strings.ContainsRune(".?!…。．？！؟۔।", last) {
		return s
	}
	return s + "."
}

// apQuote ends a quotation with a comma inside its marks, as American papers
// do before "she said".
func apQuote(quote string) string {
	for _, mark := range []string{"”", `"`} {
		if bare, ok := strings.CutSuffix(quote, mark); ok {
			if strings.HasSuffix(bare, "?") || strings.HasSuffix(bare, "!") {
				return quote
			}
			return strings.TrimRight(bare, ".,") + "," + mark
		}
	}
	return strings.TrimRight(quote, ".,") + ","
}

func link(a *claims.Article) string {
	if u := safeURL(a.URL); u != "" {
		return " " + u
	}
	return ""
}

func markdownSource(a *claims.Article) string {
	if u := safeURL(a.URL); u != "" {
		return "[" + escapeMD(titleOf(a)) + "](<" + u + ">)"
	}
	return escapeMD(titleOf(a))
}

func saidOn(s *Statement) string { return wordsFor("en").dated("said.on", "said.in", s.SaidOn) }

func published(a *claims.Article) string {
	return wordsFor("en").dated("published", "published.in", a.Published)
}

func titleOf(a *claims.Article) string {
	return orElse(oneLine(a.Title), wordsFor("en").of("untitled"))
}

// clipTitle is the beginning of a title, for a reference in brackets.
func clipTitle(a *claims.Article) string { return "“" + clip(titleOf(a), 40) + "”" }

func firstAndLast(s string) string {
	r := []rune(strings.TrimFunc(s, unicode.IsSpace))
	if len(r) == 0 {
		return ""
	}
	return string(r[0]) + string(r[len(r)-1])
}

func orElse(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// long writes a date out: as American style guides do, March 4, 2026, or as
// the language does.
func (w words) long(d claims.Date) string {
	if d.Day == 0 || !w.english() {
		return w.date(d)
	}
	return joined([]string{fmt.Sprintf("%s %d", w.month(d.Month, "months"), d.Day), year(d)})
}

func year(d claims.Date) string {
	if d.Year == 0 {
		return ""
	}
	return fmt.Sprint(d.Year)
}

// apaDate begins with the year: 2026, March 4.
func (w words) apaDate(d claims.Date) string {
	switch {
	case d.Year == 0, d.Month == 0:
		return orElse(w.long(d), w.of("nodate"))
	case d.Day == 0 && w.english():
		return fmt.Sprintf("%d, %s", d.Year, w.month(d.Month, "months"))
	case !d.IsFull():
		return w.long(d)
	case w.english():
		return fmt.Sprintf("%d, %s %d", d.Year, w.month(d.Month, "months"), d.Day)
	}
	return joined([]string{year(d), w.date(claims.Date{Month: d.Month, Day: d.Day})})
}

func (w words) mlaDate(d claims.Date) string {
	switch {
	case d.Month > 0 && d.Year > 0 && d.Day == 0 && w.english():
		return fmt.Sprintf("%s %d", shortMonths[d.Month-1], d.Year)
	case !d.IsFull():
		return w.long(d)
	case w.english():
		return fmt.Sprintf("%d %s %d", d.Day, shortMonths[d.Month-1], d.Year)
	}
	return w.fill("date.full", "months.short", d)
}

// shortMonths are the months as MLA shortens them, and AP most of them.
var shortMonths = []string{"Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."}

func on(d claims.Date) string {
	if d.IsZero() {
		return ""
	}
	if d.Day == 0 {
		return " in " + wordsFor("en").long(d)
	}
	return " on " + apDate(d)
}

// apDate shortens the month before a day, but for the short names of March to
// July.
func apDate(d claims.Date) string {
	month := shortMonths[d.Month-1]
	if d.Month >= 3 && d.Month <= 7 {
		month = wordsFor("en").month(d.Month, "months")
	}
	return joined([]string{fmt.Sprintf("%s %d", month, d.Day), year(d)})
}

// onDay names the day on which something was said where it is not the day of
// publication.
func onDay(said, published claims.Date) string {
	if said == published {
		return ""
	}
	return on(said)
}

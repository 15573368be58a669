package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"onrecord/claims"
)

func init() { writers[MD] = writer{".md", writeMarkdown} }

// writeMarkdown writes a report as GitHub-flavoured Markdown.
func writeMarkdown(w io.Writer, m *Model) error {
	b := &markdown{Writer: bufio.NewWriter(w), m: m}
	b.line("# %s", escapeMD(m.Title))
	b.line("")
	if m.Scope != m.Title {
		b.line("%s  ", escapeMD(m.Scope))
	}
	b.line("%d claims, %d further statements, %d sources. Made on %s.", len(m.Claims), len(m.Statements), len(m.Sources), claims.DateOf(m.Made))
	for _, n := range m.Notes {
		b.line("\n> %s", escapeMD(n))
	}
	for _, s := range m.Speakers {
		b.speaker(s)
	}
	for i := range m.Claims {
		b.claim(&m.Claims[i])
	}
	if len(m.Statements) > 0 {
		b.line("\n## Further statements")
		for i := range m.Statements {
			b.line("")
			b.statement(&m.Statements[i])
		}
	}
	b.sources()
	return b.Flush()
}

type markdown struct {
	*bufio.Writer
	m *Model
}

// line writes a line; bufio keeps the first error for Flush.
func (b *markdown) line(format string, args ...any) { fmt.Fprintf(b.Writer, format+"\n", args...) }

func (b *markdown) speaker(s Speaker) {
	b.line("\n## %s", escapeMD(s.Name))
	for _, card := range s.Cards {
		name := string(card.Class)
		if name == "" {
			name = "All claims"
		}
		b.line("\n**%s**: %d, of which %d resolved, %d cannot be resolved, %d not yet due, %d overdue, %d without a date.\n", name, card.Total, card.Resolved, card.Unresolvable, card.NotYetDue, card.Overdue, card.Open)
		for _, t := range card.Tallies {
			b.line("- %s: %d of %d", escapeMD(t.Value.Label), t.Count, card.Total)
		}
		if card.Few() {
			b.line("\nToo few are resolved to speak of shares.")
		}
	}
}

func (b *markdown) claim(c *Claim) {
	b.line("\n## %s\n", escapeMD(c.Text))
	b.line("| | |\n| --- | --- |")
	row := func(name, value string) {
		if value != "" {
			b.line("| %s | %s |", name, strings.ReplaceAll(escapeMD(value), "|", `\|`))
		}
	}
	row("Verdict", c.Value.Label)
	row("Class", string(c.Class))
	row("Made by", c.Speaker)
	row("Made on", c.MadeOn.String())
	row("Due", due(c.Claim))
	row("Who has to act", c.Actor)
	row("Resolution test", c.Test())
	row("Topics", strings.Join(c.Topics, ", "))
	row("Last checked", claims.DateOf(c.LastChecked).String())
	b.part("Said", len(c.Appearances))
	for i := range c.Appearances {
		b.statement(&c.Appearances[i])
	}
	b.part("What happened", len(c.Outcomes))
	for i := range c.Outcomes {
		b.outcome(&c.Outcomes[i])
	}
	b.part("Verdicts", len(c.Verdicts))
	for _, v := range c.Verdicts {
		b.line("- **%s** (%s, %s): %s", escapeMD(v.Label), claims.DateOf(v.At), escapeMD(v.Who), escapeMD(v.Reason))
	}
	b.part("Right of reply", len(c.Replies))
	for _, r := range c.Replies {
		b.line("- %s, %s %s: %s", claims.DateOf(r.At), r.State, escapeMD(r.To), escapeMD(r.Text))
	}
}

func (b *markdown) part(title string, n int) {
	if n > 0 {
		b.line("\n### %s\n", title)
	}
}

func due(c *claims.Claim) string {
	out := c.Due.String()
	if c.DueWords != "" {
		out = strings.TrimSpace(out + " (“" + c.DueWords + "”)")
	}
	return out
}

func (b *markdown) statement(s *Statement) {
	if s.Before != "" {
		b.line("> %s", oneLine(escapeMD(s.Before)))
	}
	b.line("> **%s**", oneLine(escapeMD(s.Text)))
	if s.After != "" {
		b.line("> %s", oneLine(escapeMD(s.After)))
	}
	b.line(">\n> — %s\n", escapeMD(Attribution(s)))
}

func (b *markdown) outcome(o *Outcome) {
	b.line("- %s, **%s**: %s", o.Date, o.Relation, escapeMD(joinedBy(". ", o.Summary, o.Note)))
	for _, e := range o.Evidence {
		switch {
		case e.Source != nil:
			b.line("  - “%s” [%d]", escapeMD(oneLine(e.Quote)), e.Source.Number)
		case e.Statement != nil:
			b.line("  - “%s” — %s", escapeMD(oneLine(e.Statement.Text)), escapeMD(Attribution(e.Statement)))
		case e.URL != "":
			b.line("  - <%s> (retrieved %s) %s", e.URL, claims.DateOf(e.Retrieved), escapeMD(e.Note))
		default:
			b.line("  - File %s, SHA-256 `%s` %s", escapeMD(e.FileName), e.File, escapeMD(e.Note))
		}
	}
}

func (b *markdown) sources() {
	if len(b.m.Sources) == 0 {
		return
	}
	b.line("\n## Sources\n")
	for _, s := range b.m.Sources {
		b.line("%d. %s. SHA-256 of the text: `%s`", s.Number, escapeMD(SourceLine(s.Article)), s.Text)
	}
}

// Attribution names speaker, day, outlet and place of a statement.
func Attribution(s *Statement) string {
	parts := []string{s.Speaker}
	if !s.SaidOn.IsZero() {
		parts = append(parts, "said on "+s.SaidOn.String())
	}
	if s.Source != nil {
		parts = append(parts, SourceLine(s.Source.Article))
		if len(s.Points) > 0 {
			parts = append(parts, fmt.Sprintf("characters %d–%d", s.Points[0].Start, s.Points[len(s.Points)-1].End))
		}
	}
	return joined(parts)
}

// SourceLine names an article: byline, title, outlet, day and address.
func SourceLine(a *claims.Article) string {
	title := a.Title
	if title == "" {
		title = "Untitled"
	}
	return joined([]string{a.Byline, "“" + title + "”", a.Outlet, a.Published.String(), a.URL})
}

func joined(parts []string) string { return joinedBy(", ", parts...) }

// joinedBy joins what is not empty.
func joinedBy(sep string, parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, sep)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// escapeMD keeps text from being read as markup.
func escapeMD(s string) string {
	return mdEscaper.Replace(s)
}

var mdEscaper = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", "&lt;", ">", "&gt;", "#", `\#`)

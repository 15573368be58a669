package report

import (
	"bufio"
	"fmt"
	"io"
	"regexp"
	"strings"
)

func init() { writers[MD] = writer{".md", writeMarkdown} }

// writeMarkdown writes a report as GitHub-flavoured Markdown.
func writeMarkdown(w io.Writer, m *Model) error {
	b := &markdown{Writer: bufio.NewWriter(w), w: wordsFor(m.Options.Language)}
	compose(m, b)
	return b.Flush()
}

// markdown is a page of Markdown. The buffer keeps the first error for Flush.
type markdown struct {
	*bufio.Writer
	w words
}

func (b *markdown) line(format string, args ...any) {
	_, _ = fmt.Fprintf(b.Writer, format+"\n", args...)
}

func (b *markdown) cover(c *cover) {
	b.line("# %s\n", escapeMD(c.title))
	if c.scope != "" {
		b.line("%s\n", escapeMD(c.scope))
	}
	counts := make([]string, len(c.counts))
	for i, n := range c.counts {
		counts[i] = fmt.Sprintf("%s%d", n.label+b.w.colon(), n.n)
	}
	b.line("%s. %s.", escapeMD(c.made), strings.Join(counts, " · "))
	for _, n := range c.notes {
		b.line("\n> **%s**%s%s", b.w.of("note"), b.w.colon(), escapeMD(n))
	}
}

func (b *markdown) contents(entries []entry) {
	if len(entries) < 3 {
		return
	}
	b.line("\n## %s\n", b.w.of("contents"))
	for _, e := range entries {
		line := "[" + escapeMD(e.text) + "](#" + e.id + ")"
		if e.value != "" {
			line += " — " + joined([]string{escapeMD(e.who), "**" + escapeMD(e.value) + "**"})
		}
		b.line("- %s", line)
	}
}

func (b *markdown) heading(level int, id, text string) {
	if id != "" {
		b.line("\n<a id=\"%s\"></a>", id)
	}
	b.line("\n%s %s\n", strings.Repeat("#", level), escapeMD(text))
}

func (b *markdown) facts(rows []fact) {
	b.line("| | |\n| --- | --- |")
	for _, r := range rows {
		value := escapeMD(r.value)
		if r.colour != "" {
			value = "**" + value + "**"
		}
		b.line("| %s | %s |", escapeMD(r.label), value)
	}
}

func (b *markdown) timeline(title string, events []claimEvent) {
	b.line("\n**%s**\n", escapeMD(title))
	for _, e := range events {
		b.line("- %s · %s", e.when, joinedBy(b.w.colon(), escapeMD(e.what), escapeMD(clip(oneLine(e.Label), 160))))
	}
}

func (b *markdown) card(c *card) {
	b.line("\n**%s.** %s", escapeMD(c.title), escapeMD(c.standing))
	b.line("")
	for _, t := range c.tallies {
		b.line("- %s%d %s %d", escapeMD(b.w.verdict(t.Value.Label))+b.w.colon(), t.Count, b.w.of("card.of"), c.total)
	}
	if c.few != "" {
		b.line("\n*%s*", c.few)
	}
}

func (b *markdown) quote(q *quotation) {
	b.line("<a id=\"%s\"></a>\n", q.id)
	b.line("> %s**%s**%s", escapeMD(q.before), escapeMD(q.text), escapeMD(q.after))
	b.line(">\n> — %s; %s\n", inlineMD(q.by), inlineMD(q.source))
}

func (b *markdown) list(items []item) {
	for _, it := range items {
		b.line("- %s", inlineMD(it.text))
		for _, s := range it.sub {
			b.line("  - %s", inlineMD(s))
		}
	}
}

func (b *markdown) sources(all []*source) {
	for _, s := range all {
		b.line("%d. <a id=\"%s\"></a>%s  \n   %s", s.Number, s.id, inlineMD(s.line), escapeMD(s.hash))
	}
}

func inlineMD(line inline) string {
	var b strings.Builder
	for _, r := range line {
		words := mdEscaper.Replace(oneSpace(r.text))
		switch r.face {
		case bold:
			words = "**" + words + "**"
		case code:
			words = "`" + strings.ReplaceAll(r.text, "`", "") + "`"
		}
		switch {
		case r.link != "" && r.link[0] == '#':
			words = "[" + words + "](" + r.link + ")"
		case r.link != "":
			words = "[" + words + "](<" + r.link + ">)"
		}
		b.WriteString(words)
	}
	return listStart.ReplaceAllString(b.String(), `$1\$2`)
}

var blanks = regexp.MustCompile(`\s+`)

// oneSpace puts text on one line but leaves a blank at either end.
func oneSpace(s string) string { return blanks.ReplaceAllString(clean(s), " ") }

// escapeMD keeps text on one line and from being read as markup.
func escapeMD(s string) string {
	return listStart.ReplaceAllString(mdEscaper.Replace(oneSpace(s)), `$1\$2`)
}

var (
	mdEscaper = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`,
		"<", "&lt;", ">", "&gt;", "&", "&amp;", "#", `\#`, "|", `\|`, "~", `\~`)
	listStart = regexp.MustCompile(`^(\s*\d*)([-+.)]\s)`)
)

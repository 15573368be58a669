package report

import (
	"bufio"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
)

func init() { writers[SVG] = writer{".svg", writeSVG} }

// markup writes HTML and SVG: every value goes through esc, so that nothing of
// the archive can become markup. The buffer keeps the first error for Flush.
type markup struct{ *bufio.Writer }

func (b markup) add(format string, args ...any) { _, _ = fmt.Fprintf(b.Writer, format, args...) }

var markupEscaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&#39;")

// esc makes text safe within an element or a quoted attribute of HTML or XML.
func esc(s string) string { return markupEscaper.Replace(clean(s)) }

// svgStyle is the style of a timeline that stands alone.
const svgStyle = `text{font:12px system-ui,sans-serif;fill:#333}.h{font-weight:600;font-size:14px;fill:#111}.g{stroke:#ddd}.a{stroke:#999}.n{stroke:#c0392b;stroke-dasharray:3 3}.m{stroke:#fff;stroke-width:1.5}.bg{fill:#fff}` +
	`@media(prefers-color-scheme:dark){text{fill:#ccc}.h{fill:#eee}.g{stroke:#3a3a3a}.a{stroke:#777}.m{stroke:#1b1c1e;filter:brightness(1.6)}.r{filter:brightness(1.6)}.bg{fill:#1b1c1e}}`

// writeSVG writes the timelines of a report as one picture: everything
// together where there is more than one claim, then each claim.
func writeSVG(w io.Writer, m *Model) error {
	c := &composer{m: m, w: wordsFor(m.Options.Language)}
	height := 12.0
	for _, s := range c.strips() {
		height += s.height + svgTitle
	}
	b := markup{bufio.NewWriter(w)}
	b.add(`<?xml version="1.0" encoding="UTF-8"?>`+"\n"+`<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%.0f" viewBox="0 0 %d %.0f" role="img">`+"\n", stripWidth+24, height, stripWidth+24, height)
	b.add("<title>%s</title>\n<style>%s</style>\n"+`<rect class="bg" width="100%%" height="100%%"/>`+"\n", esc(m.Title), svgStyle)
	y := 24.0
	for title, s := range c.strips() {
		b.add(`<text class="h" x="12" y="%.0f">%s</text>`+"\n"+`<g transform="translate(12 %.0f)">`+"\n", y, esc(clip(oneLine(title), 95)), y+8)
		b.strip(s, c.w, false)
		b.add("</g>\n")
		y += s.height + svgTitle
	}
	b.add("</svg>\n")
	return b.Flush()
}

// svgTitle is the height of the line over a timeline.
const svgTitle = 34

// strips lays the timelines out one after the other, each with its title.
func (c *composer) strips() iter.Seq2[string, *strip] {
	return func(yield func(string, *strip) bool) {
		if len(c.m.Claims) != 1 {
			if s := layStrip(c.w, c.allEvents(), c.m.Made); s != nil && !yield(c.m.Title, s) {
				return
			}
		}
		for i := range c.m.Claims {
			if s := layStrip(c.w, c.events(&c.m.Claims[i]), c.m.Made); s != nil && !yield(c.m.Claims[i].Text, s) {
				return
			}
		}
	}
}

// allEvents are the events of every claim and of every other statement.
func (c *composer) allEvents() []claimEvent {
	var out []claimEvent
	for i := range c.m.Claims {
		out = append(out, c.events(&c.m.Claims[i])...)
	}
	for i := range c.m.Statements {
		out = append(out, c.saidEvent(&c.m.Statements[i]))
	}
	slices.SortStableFunc(out, func(a, b claimEvent) int { return a.Date.Compare(b.Date) })
	return out
}

// strip draws a timeline; its marks are links into the report where linked.
func (b markup) strip(s *strip, w words, linked bool) {
	for _, l := range s.lanes {
		b.add(`<text x="0" y="%.1f">%s</text><line class="g" x1="%.1f" y1="%.1f" x2="%.1f" y2="%.1f"/>`+"\n", l.y+4, esc(l.label), s.left, l.y+l.height/2+1.5, s.right, l.y+l.height/2+1.5)
	}
	for _, t := range s.ticks {
		b.add(`<line class="a" x1="%.1f" y1="%.1f" x2="%.1f" y2="%.1f"/><text x="%.1f" y="%.1f" text-anchor="middle">%s</text>`+"\n", t.x, s.axis, t.x, s.axis+5, min(t.x, s.width-tickRoom), s.axis+19, esc(t.label))
	}
	b.add(`<line class="a" x1="%.1f" y1="%.1f" x2="%.1f" y2="%.1f"/>`+"\n", s.left-6, s.axis, s.right+6, s.axis)
	if s.now > 0 {
		b.add(`<g><title>%s</title><line class="n" x1="%.1f" y1="0" x2="%.1f" y2="%.1f"/></g>`+"\n", esc(w.of("today")), s.now, s.now, s.axis)
	}
	for i := range s.marks {
		b.mark(&s.marks[i], linked)
	}
}

// tickRoom is half of the widest date below an axis.
const tickRoom = 30

// mark draws one event: every kind has a shape of its own, so that a print
// without colours can be read.
func (b markup) mark(m *stripMark, linked bool) {
	if linked && m.event.href != "" {
		b.add(`<a href="%s" aria-label="%s">`, esc(m.event.href), esc(m.title()))
	}
	b.add(`<g><title>%s</title>`, esc(m.title()))
	colour := m.colour()
	if m.to > m.x+1 { // the day is not known
		b.add(`<rect x="%.1f" y="%.1f" width="%.1f" height="6" rx="3" fill="%s" opacity=".35"/>`, m.x, m.y-3, m.to-m.x, colour)
	}
	x, y := (m.x+m.to)/2, m.y
	switch m.event.Kind {
	case Happened:
		b.add(`<rect class="m" x="%.1f" y="%.1f" width="11" height="11" fill="%s"/>`, x-5.5, y-5.5, colour)
	case Judged:
		b.add(`<path class="m" d="M%.1f %.1fl7.5 7.5-7.5 7.5-7.5-7.5z" fill="%s"/>`, x, y-7.5, colour)
	case DueOn:
		b.add(`<path class="m" d="M%.1f %.1fh13l-6.5 11z" fill="%s"/>`, x-6.5, y-5, colour)
	case Replied:
		b.add(`<circle class="r" cx="%.1f" cy="%.1f" r="4.5" fill="none" stroke="%s" stroke-width="2.5"/>`, x, y, colour)
	default:
		b.add(`<circle class="m" cx="%.1f" cy="%.1f" r="6" fill="%s"/>`, x, y, colour)
	}
	b.add("</g>")
	if linked && m.event.href != "" {
		b.add("</a>")
	}
	b.add("\n")
}

// bar draws a scorecard as one bar of stacked shares.
func (b markup) bar(c *card) {
	b.add(`<svg class="bar" viewBox="0 0 %d 14" role="img" preserveAspectRatio="none"><title>%s</title>`, stripWidth, esc(c.standing))
	x := 0.0
	for _, t := range c.tallies {
		width := stripWidth * float64(t.Count) / float64(c.total)
		b.add(`<rect x="%.2f" width="%.2f" height="14" fill="%s"/>`, x, max(width-1.5, 1), colourOr(t.Value.Colour, "#8a8f98"))
		x += width
	}
	b.add("</svg>\n")
}

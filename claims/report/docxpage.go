package report

import (
	"fmt"
	"strings"
)

func (d *docx) cover(c *cover) {
	d.para("Title", "", text(c.title))
	if c.scope != "" {
		d.para("Subtitle", "", text(c.scope))
	}
	d.para("Detail", "", inline{{text: c.made, face: faint}})
	var counts inline
	for _, n := range c.counts {
		counts = append(counts, run{text: fmt.Sprint(n.n), face: bold}, run{text: "\u00a0" + n.label + "\u00a0\u00a0\u00a0 ", face: faint})
	}
	d.para("Detail", "", counts)
	for _, n := range c.notes {
		d.para("Detail", "", inline{{text: d.w.of("note") + ". ", face: bold}, {text: n}})
	}
}

func (d *docx) contents(entries []entry) {
	if len(entries) < 3 {
		return
	}
	d.para("Heading2", "", text(d.w.of("contents")))
	d.table([]int{docxText - docxRating, docxRating}, len(entries), func(i, column int) {
		e := entries[i]
		if column == 1 {
			d.value(e.value, e.colour)
			return
		}
		line := inline{{text: e.text, link: "#" + e.id}}
		if e.who != "" {
			line = append(line, run{text: " · " + e.who, face: faint})
		}
		d.inline(d.document, line)
	})
}

func (d *docx) heading(level int, id, title string) {
	style := "Heading1"
	if level > 2 {
		style = "Heading2"
	}
	d.para(style, id, text(title))
}

func (d *docx) facts(rows []fact) {
	d.table([]int{docxLabel, docxText - docxLabel}, len(rows), func(i, column int) {
		if column == 0 {
			d.document.run("Faint", "", rows[i].label)
			return
		}
		d.value(rows[i].value, rows[i].colour)
	})
}

// timeline is a table: Word has no drawing that every version of it and every
// other program shows alike.
func (d *docx) timeline(_ string, events []claimEvent) {
	d.para("Heading2", "", text(d.w.of("part.timeline")))
	d.table([]int{docxDate, docxKind, docxText - docxDate - docxKind}, len(events), func(i, column int) {
		switch e := events[i]; column {
		case 0:
			d.document.run("Faint", "", e.when)
		case 1:
			d.value(e.what, e.Colour)
		default:
			d.inline(d.document, inline{{text: clip(oneLine(e.Label), 160), link: e.href}})
		}
	})
}

func (d *docx) card(c *card) {
	d.para("Heading2", "", text(c.title))
	d.para("Detail", "", text(strings.TrimSpace(c.standing+" "+c.few)))
	d.table([]int{docxText - docxRating, docxRating}, len(c.tallies), func(i, column int) {
		t := c.tallies[i]
		if column == 0 {
			d.value(d.w.verdict(t.Value.Label), t.Value.Colour)
			return
		}
		d.document.run("", "", fmt.Sprintf("%d %s %d", t.Count, d.w.of("card.of"), c.total))
	})
}

func (d *docx) quote(q *quotation) {
	if q.language != d.w.of("language") {
		d.document.language = q.language
	}
	d.para("Quote", q.id, inline{{text: q.before, face: faint}, {text: q.text, face: bold}, {text: q.after, face: faint}})
	d.document.language = ""
	d.document.add(`<w:p><w:pPr><w:pStyle w:val="Attribution"/></w:pPr>`)
	d.inline(d.document, append(text("— "), q.by...))
	d.footnote(q.source)
	d.document.add("</w:p>\n")
}

func (d *docx) list(items []item) {
	for _, it := range items {
		d.para("ListBullet", it.id, it.text)
		for _, s := range it.sub {
			d.para("ListBullet2", "", s)
		}
	}
}

func (d *docx) sources(all []*source) {
	for _, s := range all {
		d.para("ListNumber", s.id, append(s.line, run{text: " "}, run{text: s.hash, face: code}))
	}
}

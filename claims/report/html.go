package report

import (
	"bufio"
	"crypto/sha256"
	"encoding/base64"
	"io"

	"onrecord/assets"
	"onrecord/claims"
)

func init() { writers[HTML] = writer{".html", writeHTML} }

// writeHTML writes a report as one web page that needs nothing else: its own
// style sheet, timelines as inline SVG, no script. Its content security policy
// forbids everything but that style sheet, so that a page which somehow held a
// script would not run it.
func writeHTML(w io.Writer, m *Model) error {
	style, err := assets.ReportFiles.ReadFile("templates/report.css")
	if err != nil {
		return err
	}
	p := &htmlPage{markup: markup{bufio.NewWriter(w)}, w: wordsFor(m.Options.Language), m: m}
	p.head(m.Title, string(style))
	compose(m, p)
	p.closeSection()
	p.add("</main>\n</body>\n</html>\n")
	return p.Flush()
}

// htmlPage is a web page.
type htmlPage struct {
	markup
	w      words
	m      *Model
	inside bool // a section is open
}

// head writes everything before the report itself.
func (p *htmlPage) head(title, style string) {
	sum := sha256.Sum256([]byte(style))
	p.add(`<!DOCTYPE html>
<html lang="%s">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Onrecord">
<meta name="date" content="%s">
<title>%s</title>
<style>%s</style>
</head>
<body>
<main>
`, p.w.of("language"), base64.StdEncoding.EncodeToString(sum[:]), claims.DateOf(p.m.Made), esc(title), style)
}

func (p *htmlPage) cover(c *cover) {
	p.add("<header>\n<h1>%s</h1>\n", esc(c.title))
	if c.scope != "" {
		p.add("<p class=\"scope\">%s</p>\n", esc(c.scope))
	}
	p.add("<p class=\"made\">%s</p>\n<ul class=\"counts\">\n", esc(c.made))
	for _, n := range c.counts {
		p.add("<li><b>%d</b> %s</li>\n", n.n, esc(n.label))
	}
	p.add("</ul>\n")
	for _, n := range c.notes {
		p.add("<p class=\"note\"><b>%s.</b> %s</p>\n", esc(p.w.of("note")), esc(n))
	}
	p.add("</header>\n")
}

func (p *htmlPage) contents(entries []entry) {
	if len(entries) < 3 {
		return
	}
	p.add("<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">%s</h2>\n<ol>\n", esc(p.w.of("contents")))
	for _, e := range entries {
		p.add("<li><a href=\"#%s\">%s</a>", e.id, esc(e.text))
		if e.who != "" {
			p.add(" <span class=\"who\">%s</span>", esc(e.who))
		}
		if e.value != "" {
			p.add(" ")
			p.chip(e.value, e.colour)
		}
		p.add("</li>\n")
	}
	p.add("</ol>\n</nav>\n")
}

// chip shows the word of a verdict beside its colour; the colour alone says
// nothing.
func (p *htmlPage) chip(word, colour string) {
	p.add("<span class=\"chip\">")
	if colour = colourOr(colour, ""); colour != "" {
		p.add(`<svg viewBox="0 0 10 10" aria-hidden="true"><circle cx="5" cy="5" r="5" fill="%s"/></svg>`, colour)
	}
	p.add("%s</span>", esc(word))
}

func (p *htmlPage) heading(level int, id, text string) {
	if level > 2 {
		p.add("<h%d>%s</h%d>\n", level, esc(text), level)
		return
	}
	p.closeSection()
	p.inside = true
	p.add("<section id=\"%s\">\n<h2><a href=\"#%s\">%s</a></h2>\n", id, id, esc(text))
}

func (p *htmlPage) closeSection() {
	if p.inside {
		p.add("</section>\n")
	}
	p.inside = false
}

func (p *htmlPage) facts(rows []fact) {
	p.add("<table class=\"facts\">\n<tbody>\n")
	for _, r := range rows {
		p.add("<tr><th scope=\"row\">%s</th><td>", esc(r.label))
		if r.colour != "" {
			p.chip(r.value, r.colour)
		} else {
			p.add("%s", esc(r.value))
		}
		p.add("</td></tr>\n")
	}
	p.add("</tbody>\n</table>\n")
}

func (p *htmlPage) timeline(title string, events []claimEvent) {
	s := layStrip(p.w, events, p.m.Made)
	if s == nil {
		return
	}
	p.add("<figure>\n<svg class=\"timeline\" viewBox=\"0 0 %.0f %.0f\" role=\"group\"><title>%s</title>\n<desc>%s</desc>\n", s.width, s.height, esc(title), esc(spoken(p.w, events)))
	p.strip(s, p.w, true)
	p.add("</svg>\n</figure>\n")
}

func (p *htmlPage) card(c *card) {
	p.add("<div class=\"card\">\n<h3>%s</h3>\n<p>%s</p>\n", esc(c.title), esc(c.standing))
	p.bar(c)
	p.add("<ul class=\"tallies\">\n")
	for _, t := range c.tallies {
		p.add("<li>")
		p.chip(p.w.verdict(t.Value.Label), t.Value.Colour)
		p.add(" <b>%d</b> %s %d</li>\n", t.Count, esc(p.w.of("card.of")), c.total)
	}
	p.add("</ul>\n")
	if c.few != "" {
		p.add("<p class=\"few\">%s</p>\n", esc(c.few))
	}
	p.add("</div>\n")
}

func (p *htmlPage) quote(q *quotation) {
	p.add("<figure class=\"quote\" id=\"%s\">\n<blockquote", q.id)
	p.spoken(q.language)
	p.add(">")
	if q.before != "" {
		p.add("<span class=\"context\">%s</span>", esc(q.before))
	}
	p.add("<strong>%s</strong>", esc(q.text))
	if q.after != "" {
		p.add("<span class=\"context\">%s</span>", esc(q.after))
	}
	p.add("</blockquote>\n<figcaption>— ")
	p.inline(q.by)
	p.add("<br>")
	p.inline(q.source)
	p.add("</figcaption>\n</figure>\n")
}

// spoken names the language of an element's words where it is not the
// report's own.
func (p *htmlPage) spoken(language string) {
	if language != "" && language != p.w.of("language") {
		p.add(" lang=\"%s\"", esc(language))
	}
}

func (p *htmlPage) list(items []item) {
	p.add("<ul class=\"items\">\n")
	for _, it := range items {
		p.add("<li")
		if it.id != "" {
			p.add(" id=\"%s\"", it.id)
		}
		p.add(">")
		p.inline(it.text)
		if len(it.sub) > 0 {
			p.add("\n<ul>\n")
			for _, s := range it.sub {
				p.add("<li>")
				p.inline(s)
				p.add("</li>\n")
			}
			p.add("</ul>\n")
		}
		p.add("</li>\n")
	}
	p.add("</ul>\n")
}

func (p *htmlPage) sources(all []*source) {
	p.add("<ol class=\"sources\">\n")
	for _, s := range all {
		p.add("<li id=\"%s\" value=\"%d\">", s.id, s.Number)
		p.inline(s.line)
		p.add("<br><span class=\"hash\">%s</span></li>\n", esc(s.hash))
	}
	p.add("</ol>\n")
}

// htmlFaces are the elements of the faces of a run.
var htmlFaces = map[face][2]string{
	bold:  {"<b>", "</b>"},
	faint: {"<span class=\"faint\">", "</span>"},
	code:  {"<code>", "</code>"},
}

func (p *htmlPage) inline(line inline) {
	for _, r := range line {
		tags := htmlFaces[r.face]
		switch {
		case r.link == "":
			p.add("%s%s%s", tags[0], esc(r.text), tags[1])
		case r.link[0] == '#':
			p.add("%s<a class=\"ref\" href=\"%s\">%s</a>%s", tags[0], esc(r.link), esc(r.text), tags[1])
		default:
			p.add("%s<a href=\"%s\" rel=\"noopener noreferrer\">%s</a>%s", tags[0], esc(r.link), esc(r.text), tags[1])
		}
	}
}

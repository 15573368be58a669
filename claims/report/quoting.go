package report

import (
	"fmt"
	"net/url"
	"strings"

	"onrecord/claims"
)

// quotation pins a statement to its speaker, its days and its place.
func (c *composer) quotation(s *Statement, id string) *quotation {
	q := &quotation{id: id, text: oneLine(s.Text)}
	if s.Kind == claims.Direct {
		q.text = c.w.quoted(q.text)
	}
	if c.m.Options.Context {
		c.context(q, s)
	}
	q.by = append(q.by, run{text: apart(c.w.speaker(s)), face: bold})
	for _, part := range []string{c.w.doubt(s), apart(c.w.teller(s)), c.w.dated("said.on", "said.in", s.SaidOn), apart(s.Occasion), c.wording(s)} {
		if part != "" {
			q.by = append(q.by, run{text: ", " + part})
		}
	}
	if s.Source == nil {
		q.source = inline{{text: c.w.of("no.source"), face: faint}}
		return q
	}
	q.number, q.language = s.Source.Number, s.Source.Language
	q.source = c.place(s.Source, s.Points)
	return q
}

// speaker is who said it, also where nobody has decided who that was.
func (w words) speaker(s *Statement) string {
	return orElse(s.Speaker, orElse(s.Mention, w.of("speaker.unnamed")))
}

// doubt says that the name is only what the article calls somebody: "he".
func (w words) doubt(s *Statement) string {
	if s.Statement.Speaker != "" || s.Mention == "" || s.Source == nil {
		return ""
	}
	return w.of("speaker.undecided")
}

// teller names who reports the words within words of their own.
func (w words) teller(s *Statement) string {
	if s.Teller == "" {
		return ""
	}
	return fmt.Sprintf(w.of("told.by"), s.Teller)
}

// named is the speaker with whatever a reader must know about the name.
func (w words) named(s *Statement) string {
	return joined([]string{w.speaker(s), w.doubt(s), w.teller(s)})
}

// wording says what a reader must know about the words: that they are not the
// speaker's own, that the speaker did not assert them, that nobody has
// reviewed them.
func (c *composer) wording(s *Statement) string {
	var parts []string
	switch s.Kind {
	case claims.Indirect:
		parts = append(parts, c.w.of("paraphrase"))
	case claims.Mixed:
		parts = append(parts, c.w.of("mixed"))
	}
	if s.Polarity == claims.Negative {
		parts = append(parts, c.w.of("negative"))
	}
	if s.Hedge != "" {
		parts = append(parts, fmt.Sprintf(c.w.of("hedged"), c.w.quoted(oneLine(s.Hedge))))
	}
	if !s.Decided() {
		parts = append(parts, c.w.of("unreviewed"))
	}
	return strings.Join(parts, ", ")
}

// place names an article and the characters of it that are cited.
func (c *composer) place(s *Source, points []claims.Span) inline {
	out := inline{{text: apart(orElse(oneLine(s.Title), c.w.of("untitled"))), link: safeURL(s.URL)}}
	rest := joined([]string{apart(s.Outlet), c.w.dated("published", "published.in", s.Published), c.characters(points)})
	if rest != "" {
		out = append(out, run{text: ", " + rest, face: faint})
	}
	return append(out, run{text: "\u00a0"}, run{text: fmt.Sprintf("[%d]", s.Number), link: "#" + sourceAnchor(s)})
}

// characters gives the place in code points: "characters 10–20, 30–44".
func (c *composer) characters(points []claims.Span) string {
	if len(points) == 0 {
		return ""
	}
	parts := make([]string, len(points))
	for i, p := range points {
		parts[i] = fmt.Sprintf("%d–%d", p.Start, p.End)
	}
	return c.w.of("characters") + " " + strings.Join(parts, ", ")
}

func sourceAnchor(s *Source) string { return fmt.Sprintf("source-%d", s.Number) }

// outcomes lists what happened, with the evidence.
func (c *composer) outcomes(cl *Claim) []item {
	var items []item
	for _, o := range cl.Outcomes {
		it := item{id: anchor("outcome", cl.ID, o.ID)}
		if !o.Date.IsZero() {
			it.text = append(it.text, run{text: c.w.date(o.Date) + " · ", face: faint})
		}
		it.text = append(it.text, run{text: c.w.of("relation." + string(o.Relation)), face: bold}, run{text: ". " + apart(withStop(o.Summary))})
		if o.Note != "" {
			it.text = append(it.text, run{text: " " + o.Note, face: faint})
		}
		for _, e := range o.Evidence {
			it.sub = append(it.sub, c.evidence(&e))
		}
		items = append(items, it)
	}
	return items
}

// evidence is one piece: a passage, a statement, an address or a kept file.
func (c *composer) evidence(e *Evidence) inline {
	var out inline
	switch {
	case e.Source != nil:
		out = append(text(apart(c.w.quoted(oneLine(e.Quote)))+" — "), c.place(e.Source, nil)...)
	case e.Statement != nil:
		q := c.quotation(e.Statement, "")
		out = append(append(append(text(apart(q.text)+" — "), q.by...), run{text: "; "}), q.source...)
	case e.URL != "":
		out = inline{{text: e.URL, link: safeURL(e.URL)}}
		if !e.Retrieved.IsZero() {
			out = append(out, run{text: " (" + c.w.of("retrieved") + " " + c.w.date(c.m.Day(e.Retrieved)) + ")", face: faint})
		}
	default:
		out = inline{{text: c.w.of("file") + " " + e.FileName + ", SHA-256 "}, {text: string(e.File), face: code}}
	}
	if e.Note != "" {
		out = append(out, run{text: " — " + apart(e.Note), face: faint})
	}
	return out
}

func (c *composer) sources() []*source {
	out := make([]*source, 0, len(c.m.Sources))
	for _, s := range c.m.Sources {
		line := inline{{text: c.reference(s.Article)}}
		if link := safeURL(s.URL); link != "" {
			line = append(line, run{text: " "}, run{text: link, link: link})
		}
		if !s.Modified.IsZero() && s.Modified != s.Published {
			line = append(line, run{text: " (" + c.w.of("updated") + " " + c.w.date(s.Modified) + ")", face: faint})
		}
		out = append(out, &source{s, sourceAnchor(s), line, c.w.of("text.hash") + c.w.colon() + string(s.Text)})
	}
	return out
}

// reference names an article in the chosen style, or in the house's own: no
// style guide is written in the languages that the report can be in.
func (c *composer) reference(article *claims.Article) string {
	set := *article
	a := &set
	a.Byline, a.Title, a.Outlet = apart(trimBy(a.Byline)), apart(oneLine(a.Title)), apart(a.Outlet)
	if c.m.Options.Citation != "" {
		return c.w.reference(a, c.m.Options.Citation)
	}
	return joined([]string{a.Byline, c.w.titled(a.Title), a.Outlet, c.w.date(a.Published)}) + "."
}

// apart ends words that run from right to left within a line of the report's
// own, so that the comma and the date behind them keep their places.
func apart(s string) string {
	const rightward = "\u200e"
	if strings.ContainsFunc(s, leftward) {
		return s + rightward
	}
	return s
}

// safeURL lets only web addresses through: no report may carry a link that
// runs a script or opens a file.
func safeURL(s string) string {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Host == "" {
		return ""
	}
	return u.String()
}

// attribution is a quotation as evidence on one line of a table: the words,
// speaker, day, outlet, place and address.
func (w words) attribution(s *Statement) string {
	c := &composer{m: &Model{}, w: w}
	q := c.quotation(s, "")
	plain := func(line inline) string {
		var b strings.Builder
		for _, r := range line {
			if r.link == "" || r.link[0] != '#' {
				b.WriteString(r.text)
			}
		}
		return strings.TrimSpace(b.String())
	}
	out := joinedBy("; ", q.text+" — "+plain(q.by), plain(q.source))
	if s.Source != nil {
		out = joinedBy("; ", out, safeURL(s.Source.URL))
	}
	return out
}

// sourceLine names an article: byline, title, outlet, day and address.
func (w words) sourceLine(a *claims.Article) string {
	return strings.TrimSuffix(w.reference(a, PlainCite), ".") + link(a)
}

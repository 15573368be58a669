package report

import (
	"bufio"
	"bytes"
	"cmp"
	"slices"
	"strconv"
	"strings"

	"onrecord/assets"
	"onrecord/claims"
)

// highlight is a stretch of a frozen text that the report rests on.
type highlight struct {
	span     claims.Span
	number   int // of the line below the text that says what it is
	evidence bool
}

// marked writes the frozen text of an article as a web page with every
// statement and piece of evidence marked in its place. No visible character of
// the text is added or left out.
func (d *dossier) marked(s *Source, frozen string) ([]byte, error) {
	style, err := assets.ReportFiles.ReadFile("templates/report.css")
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	p := &htmlPage{markup: markup{bufio.NewWriter(&out)}, w: d.w, m: d.m}
	c := &composer{m: d.m, w: d.w}
	title := orElse(oneLine(s.Title), d.w.of("untitled"))
	p.head(title, string(style))
	p.add("<header>\n<h1>%s</h1>\n<p class=\"made\">%s</p>\n<p class=\"made\">%s</p>\n</header>\n", esc(title), esc(c.reference(s.Article)), esc(d.w.of("text.hash")+d.w.colon()+string(s.Text)))
	highlights, legend := d.highlights(c, s, frozen)
	p.add("<div class=\"frozen\"")
	p.spoken(s.Language)
	p.add(">")
	p.frozen(frozen, highlights)
	p.add("</div>\n<section>\n<h2>%s</h2>\n<ol class=\"sources\">\n", esc(d.w.of("dossier.marked")))
	for i, line := range legend {
		p.add("<li><a href=\"#mark%d\">%s</a></li>\n", i+1, esc(line))
	}
	p.add("</ol>\n</section>\n</main>\n</body>\n</html>\n")
	err = p.Flush()
	return out.Bytes(), err
}

// highlights gathers what to mark in a text and what each mark is. A statement
// that no longer stands in its place is not marked but remarked on.
func (d *dossier) highlights(c *composer, s *Source, frozen string) (marks []highlight, legend []string) {
	add := func(spans []claims.Span, evidence bool, line string) {
		legend = append(legend, line)
		for _, span := range spans {
			marks = append(marks, highlight{span, len(legend), evidence})
		}
	}
	inOrder := slices.SortedStableFunc(slices.Values(s.Statements), func(a, b *claims.Statement) int {
		return cmp.Compare(claims.Cover(a.Content).Start, claims.Cover(b.Content).Start)
	})
	for _, st := range inOrder {
		if err := st.CheckText(frozen); err != nil {
			d.remark("dossier.moved", strconv.Itoa(s.Number)+": "+oneLine(st.Text))
			continue
		}
		shown := &Statement{Statement: st, Speaker: d.speakers[st.ID]}
		add(st.Content, false, joinedBy(" · ", c.w.named(shown), c.w.dated("said.on", "said.in", st.SaidOn), c.wording(shown), clip(oneLine(st.Text), 120)))
	}
	for _, p := range d.passages[s] {
		if p.span.Check(frozen) == nil {
			add([]claims.Span{p.span}, true, c.w.of("dossier.evidence")+" · "+clip(oneLine(p.summary), 120))
		}
	}
	return marks, legend
}

// passage is a passage of an article that an outcome rests on.
type passage struct {
	span    claims.Span
	summary string // of the outcome
}

// index notes the speaker of every statement and the passages of every source.
func (d *dossier) index() {
	d.speakers, d.passages = map[claims.ID]string{}, map[*Source][]passage{}
	for r := range quotationTable.rows(d.m) {
		if r.statement != nil {
			d.speakers[r.statement.ID] = r.statement.Speaker
		}
	}
	for i := range d.m.Claims {
		for _, o := range d.m.Claims[i].Outcomes {
			for _, e := range o.Evidence {
				switch p := (passage{e.Span, o.Summary}); {
				case e.Statement != nil:
					d.speakers[e.Statement.ID] = e.Statement.Speaker
				case e.Source != nil && !slices.Contains(d.passages[e.Source], p):
					d.passages[e.Source] = append(d.passages[e.Source], p)
				}
			}
		}
	}
}

// frozen writes the text cut at every edge of a mark, so that marks may
// overlap.
func (p *htmlPage) frozen(text string, marks []highlight) {
	edges := []int{0, len(text)}
	for _, m := range marks {
		edges = append(edges, m.span.Start, m.span.End)
	}
	slices.Sort(edges)
	edges = slices.Compact(edges)
	slices.SortStableFunc(marks, func(a, b highlight) int { return cmp.Compare(a.span.Start, b.span.Start) })
	anchored := map[int]bool{}
	var open []highlight // marks that have begun and not ended
	for i := range len(edges) - 1 {
		piece := claims.Span{Start: edges[i], End: edges[i+1]}
		open = slices.DeleteFunc(open, func(m highlight) bool { return m.span.End <= piece.Start })
		for len(marks) > 0 && marks[0].span.Start <= piece.Start {
			open, marks = append(open, marks[0]), marks[1:]
		}
		p.piece(text, piece, open, anchored)
	}
}

// piece writes text between two edges; every mark can be linked to where it
// first begins.
func (p *htmlPage) piece(text string, piece claims.Span, open []highlight, anchored map[int]bool) {
	if len(open) == 0 {
		p.add("%s", esc(piece.In(text)))
		return
	}
	numbers, class := make([]string, len(open)), ""
	for i, m := range open {
		numbers[i] = strconv.Itoa(m.number)
		if !anchored[m.number] {
			p.add(`<a id="mark%d"></a>`, m.number)
		}
		anchored[m.number] = true
		if m.evidence {
			class = ` class="evidence"`
		}
	}
	p.add(`<mark%s title="%s">%s</mark>`, class, strings.Join(numbers, ", "), esc(piece.In(text)))
}

package report

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"onrecord/claims/report/internal/pdf"
)

// A character that no font has is never left out: a box stands in its place
// with its number in Unicode, and programs that search, copy or read aloud find
// the character itself.

// The measures of such a box, as shares of the size of the text, and the
// advance of a character in a box, in the unit of fonts.
const (
	boxWidth  = 960
	boxInk    = 0.86 // of the size is the box itself wide
	boxTop    = 0.78
	boxBottom = 0.14
	boxDigits = 0.37
	boxStroke = 0.035
)

// boxes draws the characters of a run as boxes from x onward on the base line y.
func (p *pdfPage) boxes(r glyphRun, x, y float64) {
	size := r.ink.size
	stand := p.fontFor(ink{family: sans}, '0')
	p.doc.Stand(r.text, pdf.Point{X: x, Y: y}, measure(r), stand.Font, size)
	for _, c := range r.text {
		p.doc.Instead("", func() {
			left, right, top, bottom := x, x+boxInk*size, y-boxTop*size, y+boxBottom*size
			corners := []pdf.Point{{X: left, Y: top}, {X: right, Y: top}, {X: right, Y: bottom}, {X: left, Y: bottom}, {X: left, Y: top}}
			for i := range 4 {
				p.doc.Line(corners[i], corners[i+1], boxStroke*size, r.ink.colour, false)
			}
			digits := fmt.Sprintf("%04X", c)
			if len(digits) > 4 {
				digits = fmt.Sprintf("%06X", c)
			}
			half := len(digits) / 2
			p.digits(digits[:half], r.ink, (left+right)/2, y-0.4*size)
			p.digits(digits[half:], r.ink, (left+right)/2, y+0.02*size)
		})
		x += boxWidth * size / unitsPerEm
	}
}

// digits sets one line of a character's number, centred.
func (p *pdfPage) digits(s string, in ink, middle, y float64) {
	small := ink{family: sans, size: in.size * boxDigits, colour: in.colour}
	r := glyphRun{text: s, ink: small, font: p.fontFor(small, '0')}
	p.doc.Text(middle-measure(r)/2, y, r.font.Font, small.size, small.colour, s)
}

// The marks of East Asian writing that no line may begin or end with.
const (
	closing = "、。，．・：；？！）」』】〉》〕］｝”’%ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ々…‥)]}!?,.:;»"
	opening = "（「『【〈《〔［｛“‘([{«¿¡"
)

// eastAsian reports whether lines may break beside a character.
func eastAsian(r rune) bool {
	const firstIdeographic, afterPunctuation, firstWide, lastWide = 0x2E80, 0x3040, 0xFF00, 0xFF60
	return r >= firstIdeographic && (r < afterPunctuation || r >= firstWide && r <= lastWide || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana))
}

// characters gathers every character that a report shows, in the order of
// first mention. It is a page on which nothing is drawn.
type characters struct {
	seen  map[rune]bool
	order []rune
}

// shownIn lists the characters of a report, composed as they are drawn.
func shownIn(m *Model) []rune {
	c := &characters{seen: map[rune]bool{}}
	compose(m, c)
	return c.order
}

func (c *characters) take(all ...string) {
	for _, s := range all {
		for _, r := range norm.NFC.String(clean(s)) {
			if r >= firstUncertain && !c.seen[r] && !unicode.IsSpace(r) && !unseen(r) {
				c.seen[r] = true
				c.order = append(c.order, r)
			}
		}
	}
}

// firstUncertain is the first character that a font may lack: all have the
// letters of Western Europe.
const firstUncertain = 0x180

func (c *characters) inline(line inline) {
	for _, r := range line {
		c.take(r.text)
	}
}

func (c *characters) cover(h *cover) { c.take(append(h.notes, h.title, h.scope, h.made)...) }

func (c *characters) contents(entries []entry) {
	for _, e := range entries {
		c.take(e.text, e.who, e.value)
	}
}

func (c *characters) heading(_ int, _, text string) { c.take(text, strings.ToUpper(text)) }

func (c *characters) facts(rows []fact) {
	for _, r := range rows {
		c.take(r.label, r.value)
	}
}

// timeline has nothing to say: on paper only its dates are written out.
func (c *characters) timeline(string, []claimEvent) {}

func (c *characters) card(k *card) {
	c.take(k.title, k.standing, k.few)
	for _, t := range k.tallies {
		c.take(t.Value.Label)
	}
}

func (c *characters) quote(q *quotation) {
	c.take(q.before, q.text, q.after)
	c.inline(q.by)
	c.inline(q.source)
}

func (c *characters) list(items []item) {
	for _, it := range items {
		c.inline(it.text)
		for _, s := range it.sub {
			c.inline(s)
		}
	}
}

func (c *characters) sources(all []*source) {
	for _, s := range all {
		c.inline(s.line)
	}
}

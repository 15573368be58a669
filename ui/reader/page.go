package reader

import (
	"sort"
	"strings"

	"onrecord/ui/kit"
	"onrecord/ui/kit/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// metrics are the sizes that a page is set in.
type metrics struct {
	body, title         *kit.Ruler
	large, small        *kit.Ruler // of a title, and of one with a word longer than a line
	bodyLine, titleLine float32    // height of a line with the space above the next
	bodyText, titleText float32    // height of the letters
	gap                 float32    // between paragraphs
	margin              float32    // left of the text, for numbers and markers
	widest              float32    // of a line: about 75 characters
}

// leading is the height of a line in heights of its letters.
const leading = 1.22

// charactersPerLine is the length of line that reading research agrees on as
// comfortable: 45 to 75 characters (Bringhurst, The Elements of Typographic
// Style, 2.1.2).
const charactersPerLine = 75

func newMetrics() metrics {
	m := metrics{
		body:  kit.NewRuler(theme.Size(look.SizeReading), fyne.TextStyle{}),
		large: kit.NewRuler(theme.Size(look.SizeReadingTitle), fyne.TextStyle{Bold: true}),
		small: kit.NewRuler(theme.Size(look.SizeReading), fyne.TextStyle{Bold: true}),
	}
	m.bodyText = m.body.Height()
	m.bodyLine = m.bodyText * leading
	m.entitle(m.large)
	m.gap = m.bodyText * 0.7
	m.margin = m.body.Width("000") + theme.Padding()*4
	const sample = "the quick brown fox jumps over the lazy dog and "
	m.widest = m.body.Width(sample) / float32(len(sample)) * charactersPerLine
	return m
}

func (m *metrics) entitle(title *kit.Ruler) {
	m.title, m.titleText = title, title.Height()
	m.titleLine = m.titleText * 1.08
}

// fit sets the title so that its words stay whole in a narrow column.
func (m *metrics) fit(title string, width float32) {
	m.entitle(m.large)
	for _, word := range strings.FieldsFunc(title, breakAfter) {
		if m.large.Width(word) > width {
			m.entitle(m.small)
			return
		}
	}
}

// room is how wide a line may be in a reader, and how far from its left it begins.
// The text stands in the middle; where that would leave it few words, the right
// margin is given up.
func (m *metrics) room(reader float32) (width, left float32) {
	const few = 0.5 // of the widest line
	width = min(m.widest, reader-2*m.margin)
	if width < few*m.widest {
		width = min(few*m.widest, reader-m.margin-m.margin/3)
	}
	return width, max((reader-width)/2, m.margin)
}

// page is a text cut into lines of one width.
type page struct {
	lines      []line
	height     float32
	width      float32
	paragraphs int
}

// setPage lays a text out. With titled, the first paragraph is the title.
func setPage(text string, titled bool, width float32, m metrics) page {
	p := page{width: width}
	y := m.gap
	for i, span := range paragraphs(text) {
		ruler, height, gap := m.body, m.bodyLine, m.gap
		if titled && i == 0 {
			ruler, height, gap = m.title, m.titleLine, m.gap*1.6
		}
		for k, l := range breakLines(text, span, width, ruler.Rune) {
			l.y, l.paragraph, l.first, l.title = y, i, k == 0, titled && i == 0
			p.lines = append(p.lines, l)
			y += height
		}
		y += gap
		p.paragraphs++
	}
	p.height = y
	return p
}

// lineOf is the index of the line that holds an offset: of the nearest one
// before it for an offset between paragraphs.
func (p *page) lineOf(at int) int {
	i := sort.Search(len(p.lines), func(i int) bool { return p.lines[i].Start > at })
	return max(i-1, 0)
}

// lineAt is the index of the line at a height, the last one below the end.
func (p *page) lineAt(y float32) int {
	i := sort.Search(len(p.lines), func(i int) bool { return p.lines[i].y > y })
	return max(i-1, 0)
}

package reports

import (
	"regexp"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"onrecord/ui/kit"
)

// preview shows a report: as a page, or as the text that will be written. It is
// drawn in pieces, the first at once and each other when the reader comes near
// it and the window has had its turn, so that a long report costs no more than
// a screenful, and never a whole one in one go.
type preview struct {
	post     func(func()) // runs a function after the window has had its turn
	pieces   *fyne.Container
	rest     []string // what is not drawn yet
	filling  bool     // a turn is asked for
	markdown bool
	scroll   *container.Scroll
	content  fyne.CanvasObject
}

// pieceBytes is what can be laid out between two frames.
const pieceBytes = 3000

func newPreview(post func(func())) *preview {
	p := &preview{post: post}
	p.pieces = container.New(seamless{})
	const margin = 24 // Fyne wraps the items of a list as if they had no indent
	p.scroll = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 0, 0, margin), p.pieces))
	p.scroll.OnScrolled = func(fyne.Position) { p.fill() }
	pane := kit.NewPane(p.scroll)
	pane.Label = lang.X("reports.preview", "Preview")
	p.content = pane
	return p
}

func (p *preview) set(l look) {
	text := l.text
	if l.markdown {
		text = plainFacts(sourceMark.ReplaceAllString(text, "[$1]"))
	}
	p.markdown, p.rest = l.markdown, pieces(text)
	p.pieces.Objects = nil
	p.scroll.ScrollToTop()
	p.add()
	p.fill()
}

// fill draws pieces, one at a turn, until there is as much again below the view
// as in it.
func (p *preview) fill() {
	if p.filling || !p.lacks() {
		return
	}
	p.filling = true
	p.post(func() {
		p.filling = false
		if p.lacks() {
			p.add()
			p.fill()
		}
	})
}

func (p *preview) lacks() bool {
	return len(p.rest) > 0 && p.pieces.MinSize().Height < p.scroll.Offset.Y+2*p.scroll.Size().Height
}

func (p *preview) add() {
	if len(p.rest) == 0 {
		return
	}
	text := p.rest[0]
	p.rest = p.rest[1:]
	if p.markdown {
		page := widget.NewRichTextFromMarkdown(text)
		page.Wrapping = fyne.TextWrapWord
		p.pieces.Add(page)
	} else {
		lines := widget.NewLabelWithStyle(text, fyne.TextAlignLeading, fyne.TextStyle{Monospace: true})
		lines.Wrapping = fyne.TextWrapBreak
		p.pieces.Add(lines)
	}
	p.scroll.Content.Refresh()
	p.scroll.Refresh()
}

// pieces cuts a text at the ends of paragraphs, or of lines where a paragraph
// is long.
func pieces(text string) (out []string) {
	for len(text) > pieceBytes {
		cut := strings.LastIndex(text[:pieceBytes], "\n\n")
		if cut <= 0 {
			cut = strings.LastIndexByte(text[:pieceBytes], '\n')
		}
		if cut <= 0 {
			cut = len(strings.ToValidUTF8(text[:pieceBytes], ""))
		}
		out = append(out, text[:cut])
		text = strings.TrimLeft(text[cut:], "\n")
	}
	return append(out, text)
}

// seamless sets texts below each other as if they were one: the space around
// each is drawn once.
type seamless struct{}

// Layout gives each its height.
func (seamless) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, o.Size().Height)) // the height of a text follows its width
		o.Resize(fyne.NewSize(size.Width, o.MinSize().Height))
		y += o.Size().Height - theme.InnerPadding()
	}
}

// MinSize is that of all.
func (seamless) MinSize(objects []fyne.CanvasObject) (out fyne.Size) {
	for i, o := range objects {
		size := o.MinSize()
		if i > 0 {
			out.Height -= theme.InnerPadding()
		}
		out = fyne.NewSize(max(out.Width, size.Width), out.Height+size.Height)
	}
	return out
}

// sourceMark is the number of a source, as a link within the report: the text
// widget shows its brackets with their escapes.
var sourceMark = regexp.MustCompile(`\[\\\[(\d+)\\\]\]\([^)]*\)`)

// plainFacts writes the tables of two columns that a report sets its facts in
// as lists: the text widget draws tables no narrower than their longest line,
// and wider than the window.
func plainFacts(markdown string) string {
	var out strings.Builder
	for line := range strings.Lines(markdown) {
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|")
		if !strings.HasPrefix(line, "|") || len(cells) != 2 {
			out.WriteString(line)
			continue
		}
		name, value := strings.TrimSpace(cells[0]), strings.TrimSpace(cells[1])
		if name != "" && strings.Trim(name, "-: ") != "" {
			out.WriteString("- " + name + ": " + value + "\n")
		}
	}
	return out.String()
}

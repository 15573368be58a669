package reports

import (
	"regexp"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// preview shows a report: as a page, or as the text that will be written.
type preview struct {
	page    *widget.RichText
	text    *widget.Label
	scroll  *container.Scroll
	content fyne.CanvasObject
}

func newPreview() *preview {
	p := &preview{page: widget.NewRichText(), text: widget.NewLabel("")}
	p.page.Wrapping = fyne.TextWrapWord
	p.text.TextStyle.Monospace = true
	p.text.Wrapping = fyne.TextWrapBreak
	p.text.Hide()
	const margin = 24 // Fyne wraps the items of a list as if they had no indent
	p.scroll = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 0, 0, margin), container.NewStack(p.page, p.text)))
	p.content = p.scroll
	return p
}

func (p *preview) set(l look) {
	p.page.Hide()
	p.text.Hide()
	if l.markdown {
		p.page.ParseMarkdown(plainFacts(sourceMark.ReplaceAllString(l.text, "[$1]")))
		p.page.Show()
	} else {
		p.text.SetText(l.text)
		p.text.Show()
	}
	p.scroll.Content.Refresh()
	p.scroll.Refresh()
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

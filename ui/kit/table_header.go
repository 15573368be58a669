package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

type order int

const (
	unordered order = iota
	ascending
	descending
)

// headerTitle is one title of the header.
type headerTitle struct {
	text     string
	x, width float32
	align    fyne.TextAlign
	order    order
	lit      bool // under the mouse
	hidden   bool // there is no room for the column
}

type headerDrawing struct {
	ground, line *canvas.Rectangle
	texts        []*canvas.Text
	arrow        *canvas.Image
	edges        []*canvas.Rectangle
}

func newHeaderDrawing(columns int) *headerDrawing {
	h := &headerDrawing{
		ground: canvas.NewRectangle(transparent), line: canvas.NewRectangle(transparent),
		arrow: &canvas.Image{FillMode: canvas.ImageFillContain},
	}
	for range columns {
		h.texts = append(h.texts, canvas.NewText("", transparent))
		h.edges = append(h.edges, canvas.NewRectangle(transparent))
	}
	return h
}

func (h *headerDrawing) objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{h.ground, h.line}
	for i := range h.texts {
		out = append(out, h.edges[i], h.texts[i])
	}
	return append(out, h.arrow)
}

func (h *headerDrawing) draw(titles []headerTitle, width float32, p tablePaint) {
	h.ground.FillColor, h.line.FillColor = p.header, p.separator
	h.ground.Resize(fyne.NewSize(width, p.headerHeight))
	h.line.Resize(fyne.NewSize(width, 1))
	h.line.Move(fyne.NewPos(0, p.headerHeight-1))
	h.arrow.Hide()
	for i, title := range titles {
		h.drawTitle(i, title, p)
	}
	h.ground.Refresh()
	h.line.Refresh()
}

func (h *headerDrawing) drawTitle(i int, title headerTitle, p tablePaint) {
	h.texts[i].Hidden, h.edges[i].Hidden = title.hidden, title.hidden
	if title.hidden {
		return
	}
	room := title.width
	if title.order != unordered {
		room -= p.icon
	}
	t := h.texts[i]
	t.Text = p.caption.Cut(title.text, room)
	t.TextSize, t.TextStyle, t.Color = p.caption.Size, p.caption.Style, p.dim
	if title.lit || title.order != unordered {
		t.Color = p.ink
	}
	used := p.caption.Width(t.Text)
	x := title.x
	if title.align == fyne.TextAlignTrailing {
		x += max(room-used, 0)
	}
	t.Move(fyne.NewPos(x, (p.headerHeight-p.caption.Height())/2))
	t.Refresh()
	if title.order != unordered {
		h.arrow.Resource = theme.Icon(theme.IconNameArrowDropUp)
		if title.order == descending {
			h.arrow.Resource = theme.Icon(theme.IconNameArrowDropDown)
		}
		h.arrow.Resize(fyne.NewSize(p.icon, p.icon))
		h.arrow.Move(fyne.NewPos(x+used, (p.headerHeight-p.icon)/2))
		h.arrow.Show()
		h.arrow.Refresh()
	}
	h.edges[i].FillColor = p.separator
	h.edges[i].Move(fyne.NewPos(title.x+title.width+p.gap/2, p.headerHeight*0.25))
	h.edges[i].Resize(fyne.NewSize(1, p.headerHeight*0.5))
	h.edges[i].Refresh()
}

package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// ShowShortcuts opens the sheet of every key there is, by menu, made from the
// same registry as the menus.
func (c *Commands) ShowShortcuts(parent fyne.Window) dialog.Dialog {
	columns := []fyne.CanvasObject{}
	for _, menu := range c.menusWithKeys() {
		columns = append(columns, shortcutBlock(menu.title, menu.commands))
	}
	body := container.NewVScroll(container.New(&Columns{}, columns...))
	d := NewNotice(words.shortcuts(), words.close(), body, parent)
	size := parent.Canvas().Size()
	d.Resize(fyne.NewSize(size.Width*0.8, size.Height*0.8))
	d.Show()
	return d
}

type menuKeys struct {
	title    string
	commands []*Command
}

func (c *Commands) menusWithKeys() []menuKeys {
	var out []menuKeys
	index := map[string]int{}
	for _, cmd := range c.shownOnce() {
		if cmd.KeyText() == "" {
			continue
		}
		i, ok := index[cmd.Menu]
		if !ok {
			i = len(out)
			index[cmd.Menu] = i
			out = append(out, menuKeys{title: cmd.Menu})
		}
		out[i].commands = append(out[i].commands, cmd)
	}
	return out
}

func shortcutBlock(title string, commands []*Command) fyne.CanvasObject {
	rows := container.New(layout.NewFormLayout())
	for _, cmd := range commands {
		rows.Add(container.NewCenter(NewKeycap(cmd.KeyText())))
		rows.Add(widget.NewLabel(cmd.Title))
	}
	return container.NewPadded(container.NewVBox(SectionTitle(title), rows))
}

// SectionTitle is the title of a part of a page.
func SectionTitle(text string) *widget.Label {
	l := widget.NewLabel(text)
	l.SizeName = theme.SizeNameSubHeadingText
	l.TextStyle.Bold = true
	return l
}

// NarrowTitle is a SectionTitle that wraps: for a column that may be narrow. In a
// row beside something else it has no width of its own.
func NarrowTitle(text string) *widget.Label {
	l := SectionTitle(text)
	l.Wrapping = fyne.TextWrapWord
	return l
}

package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"onrecord/ui/kit"
	"onrecord/ui/nav"
)

// Preparing fills a window that has no archive yet: its search index is built, which
// in a large archive takes seconds, once after an update. What it returns shows how
// many records were read.
func Preparing(win fyne.Window) (read func(n int)) {
	count := widget.NewLabel("")
	count.Alignment = fyne.TextAlignCenter
	state := kit.NewEmptyState(theme.SearchIcon(), lang.X("preparing.title", "The search is being prepared"),
		lang.X("preparing.hint", "After an update, or where the search index is missing, it is built once from the archive. Nothing in the archive changes, and closing the window does no harm."), "", nil, count)
	win.SetTitle("Onrecord")
	win.SetContent(container.NewStack(state))
	win.Resize(fyne.NewSize(640, 360))
	return func(n int) {
		count.SetText(lang.XN("preparing.count", "{{.Count}} records read", n, map[string]any{"Count": nav.Number(n)}))
	}
}

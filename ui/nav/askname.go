package nav

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"onrecord/ui/kit"
)

// AskName asks what something is to be called. An empty name is none.
func (h *Host) AskName(title, name, hint string, done func(name string)) {
	field := kit.NewInput()
	field.SetText(name)
	form := kit.NewForm(kit.Field{Label: lang.X("search.name", "Name"), Input: field, Hint: hint})
	d := kit.NewConfirm(title, lang.X("dialog.save", "Save"), lang.X("kit.cancel", "Cancel"), form, func(yes bool) {
		if yes {
			done(strings.TrimSpace(field.Text))
		}
	}, h.Window)
	judge := func(text string) { d.Allow(strings.TrimSpace(text) != "") }
	field.OnChanged = judge
	judge(name)
	d.Resize(fyne.NewSize(min(460*theme.TextSize()/14, Large(h.Window).Width), 0))
	d.Show()
}

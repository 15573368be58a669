package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// Tight sets what it holds with little room around each text: for lists of
// facts, which are read as a block.
func Tight(content fyne.CanvasObject) fyne.CanvasObject {
	return container.NewThemeOverride(content, tight{})
}

// tight is the theme of the app with less padding.
type tight struct{}

func (tight) theme() fyne.Theme { return fyne.CurrentApp().Settings().Theme() }

func (t tight) Color(name fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	return t.theme().Color(name, v)
}
func (t tight) Font(s fyne.TextStyle) fyne.Resource        { return t.theme().Font(s) }
func (t tight) Icon(name fyne.ThemeIconName) fyne.Resource { return t.theme().Icon(name) }

func (t tight) Size(name fyne.ThemeSizeName) float32 {
	size := t.theme().Size(name)
	if name == theme.SizeNameInnerPadding {
		return size / 4
	}
	return size
}

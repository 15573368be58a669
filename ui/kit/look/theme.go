package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Mode says which side of the theme is shown.
type Mode int

// The modes. System follows what the desktop asks for.
const (
	System Mode = iota
	Light
	Dark
)

// The limits of the text size in percent.
const (
	MinPercent = 80
	MaxPercent = 200
)

// Theme is Onrecord's theme. It is a value: a change of mode or text size is a
// new theme given to the settings of the app.
type Theme struct {
	mode  Mode
	scale float32
}

var _ fyne.Theme = Theme{}

// New makes the theme for a mode and a text size in percent, which is kept
// between MinPercent and MaxPercent.
func New(mode Mode, percent int) Theme {
	percent = min(max(percent, MinPercent), MaxPercent)
	return Theme{mode: mode, scale: float32(percent) / 100}
}

// Color gives a colour of Fyne's or of ours.
func (t Theme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	side := dark
	if t.mode == Light || (t.mode == System && variant == theme.VariantLight) {
		side = light
	}
	if c, ok := side[name]; ok {
		return c
	}
	return theme.DefaultTheme().Color(name, variant)
}

// Font gives Fyne's own faces: they cover Latin, Greek and Cyrillic in every
// style and travel with the program.
func (t Theme) Font(style fyne.TextStyle) fyne.Resource { return theme.DefaultTheme().Font(style) }

// Icon gives Fyne's icons. Ours are fetched with the function Icon.
func (t Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(name) }

// Size gives a size at the chosen text size.
func (t Theme) Size(name fyne.ThemeSizeName) float32 {
	if v, ok := typeScale[name]; ok {
		return v * t.scale
	}
	if v, ok := spacing[name]; ok {
		return v * (1 + (t.scale-1)*spacingFollows)
	}
	return theme.DefaultTheme().Size(name)
}

package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Warm reads the fonts of the styles that no screen shows at first, once the
// window has come to rest and one at a time: Fyne parses some megabytes for each,
// which whoever opens the first text in that style would otherwise wait for.
func Warm(j *Jobs, styles ...fyne.TextStyle) (stop func()) {
	const rest = time.Second
	halted, halt := false, func() {}
	var next func()
	next = func() {
		if halted || len(styles) == 0 {
			return
		}
		fyne.MeasureText("M", theme.TextSize(), styles[0])
		styles = styles[1:]
		halt = j.After(rest, next)
	}
	halt = j.After(rest, next)
	return func() { halted = true; halt() }
}

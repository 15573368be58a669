package kittest

import (
	"testing"

	"onrecord/ui/kit/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// App makes a test app with Onrecord's light theme at normal text size.
func App(t testing.TB) fyne.App {
	t.Helper()
	return AppWith(t, look.New(look.Light, 100))
}

// AppWith makes a test app with a theme of the test's choice.
func AppWith(t testing.TB, theme fyne.Theme) fyne.App {
	t.Helper()
	app := test.NewApp()
	app.Settings().SetTheme(theme)
	t.Cleanup(func() { test.NewApp() })
	return app
}

// Window shows an object in a window of the given size that is closed with the
// test.
func Window(t testing.TB, content fyne.CanvasObject, width, height float32) fyne.Window {
	t.Helper()
	w := test.NewWindow(content)
	w.Resize(fyne.NewSize(width, height))
	t.Cleanup(w.Close)
	return w
}

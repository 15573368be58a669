//go:build cgo

// Command empty opens a window with nothing in it: what TestFigures compares
// the start of the program with.
package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"
)

func main() {
	w := app.NewWithID("org.onrecord.Empty").NewWindow("Onrecord")
	w.SetContent(widget.NewLabel("Nothing"))
	w.Resize(fyne.NewSize(1280, 800))
	w.ShowAndRun()
}

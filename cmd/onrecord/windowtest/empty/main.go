//go:build cgo

// Command empty opens a window with nothing in it but a text field: what
// TestFigures compares the start of the program and the price of a letter with.
package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

func main() {
	w := app.NewWithID("org.onrecord.Empty").NewWindow("Onrecord")
	field := widget.NewEntry()
	w.SetContent(container.NewVBox(field))
	w.Resize(fyne.NewSize(1280, 800))
	w.Canvas().Focus(field)
	w.ShowAndRun()
}

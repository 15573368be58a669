//go:build cgo

package main

import (
	"encoding/json"
	"log/slog"
	"os"
	"path/filepath"
	"time"
)

// settle waits until what is remembered of the window has been written. Fyne
// writes what changed last a tenth of a second later, into a file that it empties
// first: a program that ends in between leaves nothing of it.
func settle(folder string) {
	const later, tries = 150 * time.Millisecond, 20
	file := filepath.Join(folder, "preferences.json")
	time.Sleep(later)
	for range tries {
		data, err := os.ReadFile(file) //nolint:gosec // the program's own file
		if err != nil || json.Valid(data) {
			return
		}
		time.Sleep(later)
	}
	slog.Error("what is remembered of the window could not be written", "file", file)
}

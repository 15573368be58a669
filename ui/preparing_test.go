package ui

import (
	"testing"

	"onrecord/ui/nav/navtest"
)

func TestWhileTheSearchIsPreparedTheWindowSaysSo(t *testing.T) {
	w := navtest.New(t)
	read := Preparing(w.Win)
	w.Sees("The search is being prepared")
	read(20480)
	w.Sees("20,480 records read")
}

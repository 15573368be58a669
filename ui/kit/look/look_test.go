package look

import (
	"image"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

func TestTextGrowsWithItsSizeAndSpaceMoreSlowly(t *testing.T) {
	small, large := New(Light, 100), New(Light, 200)
	if got := large.Size(theme.SizeNameText) / small.Size(theme.SizeNameText); got != 2 {
		t.Errorf("at 200 percent text is %.2f times as large", got)
	}
	got := large.Size(theme.SizeNamePadding) / small.Size(theme.SizeNamePadding)
	if got <= 1 || got >= 2 {
		t.Errorf("at 200 percent space is %.2f times as large", got)
	}
	if New(Light, 20) != New(Light, MinPercent) || New(Light, 900) != New(Light, MaxPercent) {
		t.Error("a text size out of range is not kept within it")
	}
}

func TestWhatADialogCoversStaysReadable(t *testing.T) {
	if got := New(Light, 200).Size(theme.SizeNameModalBlurRadius); got != 0 {
		t.Errorf("a dialog blurs what is behind it by %.0f", got)
	}
}

func TestEveryIconDrawsSomething(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(New(Light, 100))
	for _, name := range iconNames {
		pic := canvas.NewImageFromResource(Icon(name))
		pic.Resize(fyne.NewSize(24, 24))
		w := test.NewWindow(pic)
		w.Resize(fyne.NewSize(32, 32))
		if share := inked(w.Canvas().Capture()); share < 0.04 || share > 0.6 {
			t.Errorf("%s covers %.0f percent of its field", name, share*100)
		}
		w.Close()
	}
}

// inked is the share of pixels unlike the corner.
func inked(img image.Image) float64 {
	b := img.Bounds()
	ground := img.At(b.Min.X, b.Min.Y)
	n := 0
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			if img.At(x, y) != ground {
				n++
			}
		}
	}
	return float64(n) / float64(b.Dx()*b.Dy())
}

func TestSpeakerColoursBeginAgain(t *testing.T) {
	if SpeakerFill(Speakers) != SpeakerFill(0) || SpeakerLine(-1) != SpeakerLine(Speakers-1) {
		t.Error("an index outside the colours does not wrap")
	}
}

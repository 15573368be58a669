//go:build window

package windowtest

import (
	"image"
	"testing"
)

// brightness is the mean of all pixels, 0 to 255.
func brightness(img *image.RGBA) int {
	sum := 0
	for i := 0; i < len(img.Pix); i += 4 {
		sum += int(img.Pix[i]) + int(img.Pix[i+1]) + int(img.Pix[i+2])
	}
	return sum / (len(img.Pix) / 4 * 3)
}

func TestLightAndDark(t *testing.T) {
	for _, c := range []struct {
		theme string
		fits  func(int) bool
	}{
		{"light", func(mean int) bool { return mean > 200 }},
		{"dark", func(mean int) bool { return mean < 60 }},
	} {
		t.Run(c.theme, func(t *testing.T) {
			p := sits(t, "FYNE_THEME="+c.theme)
			p.cli("sample", "add")
			p.opens()
			p.opensFirst("Library")
			p.keys("j")
			if mean := brightness(p.still(t)); !c.fits(mean) {
				t.Errorf("the mean brightness is %d", mean)
			}
			p.shot(t, "13-"+c.theme)
			p.closes()
		})
	}
}

// TestGermanAndLargeText opens every screen in German with letters of double
// size: the window must neither grow beyond the screen nor stop answering.
func TestGermanAndLargeText(t *testing.T) {
	p := sits(t, "LANG=de_DE.UTF-8", "LC_ALL=de_DE.UTF-8")
	p.cli("sample", "add")
	p.opens()
	for range 10 {
		p.xdotool(t, "key", "ctrl+equal")
	}
	p.still(t)
	p.shot(t, "14-german-200-library")
	for _, key := range []string{"2", "3", "4", "6", "7", "8", "9"} {
		p.changes(t, func() { p.xdotool(t, "key", "ctrl+"+key) })
		p.shot(t, "14-german-200-screen-"+key)
	}
	p.closes()
}

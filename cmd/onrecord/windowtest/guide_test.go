//go:build window

package windowtest

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestGuidePictures takes the pictures of docs/guide.md, in the states that it
// describes. It runs only where ONRECORD_GUIDE names the folder for them;
// ONRECORD_GUIDE_ARCHIVE names the archive that the settings show.
func TestGuidePictures(t *testing.T) {
	dir := os.Getenv("ONRECORD_GUIDE")
	if dir == "" {
		t.Skip("ONRECORD_GUIDE names no folder for the pictures")
	}
	g := guide{dir}
	t.Run("empty", g.empty)
	t.Run("day", g.day)
	t.Run("dark", func(t *testing.T) {
		p := g.sits(t, "FYNE_THEME=dark")
		p.opens()
		p.opensFirst("Library")
		p.keys("j", "j")
		g.picture(p, "dark")
		p.closes()
	})
	t.Run("german", func(t *testing.T) {
		p := g.sits(t, "LANG=de_DE.UTF-8", "LC_ALL=de_DE.UTF-8")
		p.opens()
		for range 5 {
			p.xdotool(t, "key", "ctrl+equal")
		}
		p.still(t)
		p.opensFirst("Bibliothek")
		p.keys("j", "j")
		g.picture(p, "german-150")
		p.closes()
	})
}

// guide is the folder of the pictures.
type guide struct{ dir string }

// sits gives a person the sample archive, and has told them already what is due.
func (g guide) sits(t *testing.T, env ...string) *person {
	p := sits(t, env...)
	if archive := os.Getenv("ONRECORD_GUIDE_ARCHIVE"); archive != "" {
		p.archive = archive
		p.env = append(p.env, "ONRECORD_ARCHIVE="+archive)
		if err := os.RemoveAll(filepath.Dir(archive)); err != nil {
			t.Fatal(err)
		}
	}
	p.prefers("notice.told", time.Now().Format(time.DateOnly))
	p.cli("sample", "add")
	return p
}

// empty shows a program without articles: the first run, and what is pasted.
func (g guide) empty(t *testing.T) {
	p := sits(t)
	p.opens()
	g.picture(p, "first-run")
	p.keys("ctrl+n")
	p.types(pasted)
	p.changes(t, func() { p.xdotool(t, "key", "ctrl+Return") })
	p.until("the preview opens", p.asked)
	g.picture(p, "preview")
	p.keys("Escape")
	p.closes()
}

// day goes through the screens with the sample archive.
func (g guide) day(t *testing.T) {
	p := g.sits(t)
	folder := filepath.Join(filepath.Dir(p.archive), "backups")
	if err := os.RemoveAll(folder); err != nil { // one of a moment when the sample was half there
		t.Fatal(err)
	}
	p.cli("backup", filepath.Join(folder, "archive-2026-04-30.db"))
	p.opens()
	g.picture(p, "library")
	g.opened(p, "keys", "question")
	p.opensFirst("Library")
	p.keys("j", "j")
	g.picture(p, "article")
	g.opened(p, "make-claim", "c")
	p.keys("ctrl+2")
	p.reads("Review")
	g.picture(p, "review")
	for _, s := range []struct{ key, title, name string }{{"ctrl+3", "Claims", "claims"}, {"ctrl+4", "Due", "due"}, {"ctrl+6", "Speakers", "speakers"}, {"ctrl+8", "Reports", "reports"}, {"ctrl+9", "Settings", "settings"}} {
		p.keys(s.key)
		p.reads(s.title)
		g.picture(p, s.name)
	}
	p.keys("ctrl+3")
	p.reads("Claims")
	p.until("the decided claim is open", func() bool {
		p.keys("End", "Return")
		return !strings.HasPrefix(p.title(), "Claims")
	})
	g.picture(p, "claim")
	p.keys("ctrl+5")
	p.changes(t, func() { p.types("brant reopn brigde") })
	g.picture(p, "search")
	p.keys("ctrl+7")
	p.types("Ilsa Brandt")
	p.keys("Return")
	g.picture(p, "timeline")
	p.keys("ctrl+1")
	p.reads("Library")
	p.stores(func() { p.keys("Home", "Delete") })
	p.changes(t, func() { p.command("Restore a backup") })
	p.keys("End")
	p.changes(t, func() { p.xdotool(t, "key", "Return") })
	g.picture(p, "restore")
	p.keys("Escape")
	p.stores(func() { p.keys("ctrl+z") })
	p.closes()
}

// opened takes a picture of the dialog that a key opens, and leaves it.
func (g guide) opened(p *person, name, key string) {
	p.Helper()
	p.changes(p.T, func() { p.xdotool(p.T, "key", key) })
	g.picture(p, name)
	p.keys("Escape")
	p.until("the dialog is closed", func() bool { return !p.asked() })
}

// picture keeps what the screen shows in 256 colours.
func (g guide) picture(p *person, name string) {
	p.Helper()
	p.xdotool(p.T, "mousemove", "1279", "799")
	time.Sleep(700 * time.Millisecond) // what comes late, and the end of an animation
	var out bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	if err := encoder.Encode(&out, paletted(p.still(p.T))); err != nil {
		p.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(g.dir, name+".png"), out.Bytes(), 0o644); err != nil {
		p.Fatal(err)
	}
}

// paletted draws a picture in its 256 most frequent colours.
func paletted(img *image.RGBA) *image.Paletted {
	count := map[color.RGBA]int{}
	for y := range img.Rect.Dy() {
		for x := range img.Rect.Dx() {
			count[img.RGBAAt(x, y)]++
		}
	}
	colours := slices.SortedFunc(maps.Keys(count), func(a, b color.RGBA) int { return count[b] - count[a] })
	out := image.NewPaletted(img.Rect, nil)
	for _, c := range colours[:min(len(colours), 256)] {
		out.Palette = append(out.Palette, c)
	}
	nearest := map[color.RGBA]uint8{}
	for _, c := range colours {
		nearest[c] = uint8(out.Palette.Index(c))
	}
	for y := range img.Rect.Dy() {
		for x := range img.Rect.Dx() {
			out.SetColorIndex(x, y, nearest[img.RGBAAt(x, y)])
		}
	}
	return out
}

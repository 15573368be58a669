//go:build window

package windowtest

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestGuidePictures takes the pictures of docs/screenshots: every screen, full and
// empty, the states that docs/guide.md describes, and the main screens in the
// dark, in German in large letters, and on a wide screen. It runs only where
// ONRECORD_GUIDE names the folder for them; ONRECORD_GUIDE_ARCHIVE names the
// archive that the settings show. `make screenshots` sets both.
func TestGuidePictures(t *testing.T) {
	dir := os.Getenv("ONRECORD_GUIDE")
	if dir == "" {
		t.Skip("ONRECORD_GUIDE names no folder for the pictures")
	}
	g := guide{dir}
	t.Run("empty", g.empty)
	t.Run("articles", g.articles)
	t.Run("screens", func(t *testing.T) {
		p := g.sits(t, 1280, 800)
		p.opens()
		g.screens(p, "", everyScreen...)
		p.closes()
	})
	t.Run("claims", g.claims)
	t.Run("restore", g.restore)
	t.Run("dark", func(t *testing.T) {
		p := g.sits(t, 1280, 800, "FYNE_THEME=dark")
		p.opens()
		g.screens(p, "dark-", "library", "article", "review", "claims", "claim", "search", "speakers", "timeline")
		p.closes()
	})
	t.Run("german", func(t *testing.T) {
		p := g.sits(t, 1280, 800, "LANG=de_DE.UTF-8", "LC_ALL=de_DE.UTF-8")
		p.opens()
		for range 5 {
			p.xdotool(t, "key", "ctrl+equal")
		}
		p.still(t)
		g.screens(p, "german-150-", everyScreen...)
		p.closes()
	})
	t.Run("wide", func(t *testing.T) {
		p := g.sits(t, 1920, 1080)
		p.opens()
		g.screens(p, "wide-", "article", "claim")
		p.closes()
	})
}

// everyScreen names the screens in the order of a day.
var everyScreen = []string{"library", "article", "review", "claims", "claim", "due", "search", "speakers", "timeline", "reports", "settings"}

// guide is the folder of the pictures.
type guide struct{ dir string }

// sits gives a person a screen and the sample archive, and has told them already
// what is due.
func (g guide) sits(t *testing.T, width, height int, env ...string) *person {
	p := sitsAt(t, newScreen(t, width, height), append([]string{"ONRECORD_WHO=Mina Berg"}, env...)...)
	g.at(p, width, height)
	p.cli("sample", "add")
	return p
}

// at gives a person the archive with a name that can be shown, and a window as large as the screen.
func (g guide) at(p *person, width, height int) {
	if archive := os.Getenv("ONRECORD_GUIDE_ARCHIVE"); archive != "" {
		p.archive = archive
		p.env = append(p.env, "ONRECORD_ARCHIVE="+archive)
		if err := os.RemoveAll(filepath.Dir(archive)); err != nil {
			p.Fatal(err)
		}
	}
	p.prefers(map[string]any{"notice.told": time.Now().Format(time.DateOnly), "window.width": width, "window.height": height})
}

// screens takes a picture of each of some screens.
func (g guide) screens(p *person, prefix string, names ...string) {
	p.Helper()
	key := map[string]string{"library": "1", "review": "2", "claims": "3", "due": "4", "search": "5", "speakers": "6", "timeline": "7", "reports": "8", "settings": "9"}
	for _, name := range names {
		switch name {
		case "article":
			p.keys("ctrl+1")
			p.leaves(func() { p.keys("Home", "Return") })
			p.keys("j", "j")
		case "claim":
			p.keys("ctrl+3")
			p.leaves(func() { p.keys("End", "Return") }) // a decided one
		default:
			p.keys("ctrl+" + key[name])
		}
		switch name {
		case "search":
			p.changes(p.T, func() { p.types("brant reopn brigde") })
		case "timeline":
			p.types("Ilsa Brandt")
			p.keys("Return")
		}
		g.picture(p, prefix+name)
	}
}

// empty shows a program without articles: every screen, the first run, and what is
// pasted.
func (g guide) empty(t *testing.T) {
	p := sits(t, "ONRECORD_WHO=Mina Berg")
	g.at(p, 1280, 800)
	p.opens()
	g.picture(p, "first-run")
	for _, s := range []struct{ key, name string }{{"2", "review"}, {"3", "claims"}, {"4", "due"}, {"5", "search"}, {"6", "speakers"}, {"7", "timeline"}, {"8", "reports"}} {
		p.keys("ctrl+" + s.key)
		g.picture(p, s.name+"-empty")
	}
	p.keys("ctrl+1")
	p.changes(t, func() { p.command("Restore a backup") })
	g.picture(p, "restore-empty")
	p.keys("Escape")
	p.changes(t, func() { p.xdotool(t, "key", "ctrl+n") })
	g.picture(p, "paste")
	p.types(pasted)
	p.changes(t, func() { p.xdotool(t, "key", "ctrl+Return") })
	p.until("the preview opens", p.asked)
	p.types("2026-11-30")
	g.picture(p, "preview")
	p.keys("Escape")
	p.closes()
}

// articles shows what is done in the library and with an article.
func (g guide) articles(t *testing.T) {
	p := g.sits(t, 1280, 800)
	p.opens()
	g.opened(p, "keys", "question")
	p.changes(t, func() { p.xdotool(t, "key", "ctrl+k") })
	p.types("brant")
	g.picture(p, "palette")
	p.keys("Escape")
	p.command("All statements")
	g.picture(p, "statements")
	p.keys("ctrl+1")
	p.leaves(func() { p.keys("Home", "Return") })
	g.opened(p, "details", "d")
	g.opened(p, "versions", "v")
	p.keys("j", "j")
	g.opened(p, "make-claim", "c")
	p.closes()
}

// claims shows what is done with claims.
func (g guide) claims(t *testing.T) {
	p := g.sits(t, 1280, 800)
	p.opens()
	p.keys("ctrl+3", "Down", "shift+Down", "shift+Down")
	g.opened(p, "edit-claims", "e")
	p.leaves(func() { p.keys("Home", "Return") }) // an open one, whose article has changed
	g.picture(p, "claim-open")
	g.opened(p, "outcome", "o")
	g.opened(p, "reply", "r")
	p.keys("ctrl+3")
	p.leaves(func() { p.keys("Home", "Down", "Down", "Down", "Down", "Down", "Down", "Down", "Return") }) // one with an outcome
	g.opened(p, "verdict", "v")
	p.closes()
}

// restore shows what a backup would change.
func (g guide) restore(t *testing.T) {
	p := g.sits(t, 1280, 800)
	folder := filepath.Join(filepath.Dir(p.archive), "backups")
	if err := os.RemoveAll(folder); err != nil { // one of a moment when the sample was half there
		t.Fatal(err)
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	p.cli("backup", filepath.Join(folder, "archive-2026-04-30.db"))
	p.opens()
	p.stores(func() { p.keys("Home", "Delete") })
	p.changes(t, func() { p.command("Restore a backup") })
	p.keys("End")
	p.changes(t, func() { p.xdotool(t, "key", "Return") })
	g.picture(p, "restore")
	p.keys("Escape")
	p.closes()
}

// opened takes a picture of the dialog that a key opens, and leaves it.
func (g guide) opened(p *person, name, key string) {
	p.Helper()
	p.changes(p.T, func() { p.xdotool(p.T, "key", key) })
	p.until("a dialog opens by "+key, p.asked)
	g.picture(p, name)
	p.keys("Escape")
	p.until("the dialog is closed", func() bool { return !p.asked() })
}

// picture keeps what the screen shows, once the notices have gone.
func (g guide) picture(p *person, name string) {
	p.Helper()
	p.xdotool(p.T, "mousemove", "9999", "9999") // into the corner, where nothing lights up
	time.Sleep(700 * time.Millisecond)          // what comes late, and the end of an animation
	if err := os.WriteFile(filepath.Join(g.dir, name+".png"), small(p.T, p.still(p.T)), 0o644); err != nil {
		p.Fatal(err)
	}
}

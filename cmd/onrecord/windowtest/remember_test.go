//go:build window

package windowtest

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestOpensWhereItWasLeft closes the window on an article and opens it again:
// the same article, the size of the text, and the list of what was opened.
func TestOpensWhereItWasLeft(t *testing.T) {
	p := sits(t)
	p.cli("sample", "add")
	p.opens()
	p.opensFirst("Library")
	title := p.title()
	p.keys("ctrl+equal", "ctrl+equal")
	p.closes()
	kept := filepath.Join(p.home, "config", "fyne", "org.onrecord.Onrecord", "preferences.json")
	if data, err := os.ReadFile(kept); err != nil || !json.Valid(data) {
		t.Fatalf("what is remembered is %q (%v)", data, err)
	}
	p.opens()
	p.until("the article is open again", func() bool { return p.title() == title })
	p.shot(t, "20-opened-where-it-was-left")
	p.keys("ctrl+1")
	p.reads("Library")
	p.command(strings.TrimSuffix(title, " – Onrecord"))
	p.until("the palette opens it", func() bool { return p.title() == title })
	p.keys("alt+Left")
	p.reads("Library")
	p.keys("alt+Right")
	p.until("forward leads back", func() bool { return p.title() == title })
	p.closes()
}

// TestKeysAndUndoOfAField opens the sheet of keys, closes dialogs with Escape,
// and lets Ctrl+Z take back typed letters before it takes back a change.
func TestKeysAndUndoOfAField(t *testing.T) {
	p := sits(t)
	p.cli("sample", "add")
	p.opens()
	p.changes(t, func() { p.xdotool(t, "key", "question") })
	p.shot(t, "21-every-key")
	p.changes(t, func() { p.xdotool(t, "key", "Escape") })
	p.stores(func() { p.keys("Home", "Delete") })
	if n := p.deleted(); n != 1 {
		t.Fatalf("%d articles were deleted", n)
	}
	p.keys("ctrl+5")
	p.reads("Search")
	before := p.written()
	p.types("harrow")
	p.keys("ctrl+z") // the letters
	if p.written().After(before) {
		t.Error("Ctrl+Z in a field with letters took a change of the archive back")
	}
	p.keys("ctrl+1")
	p.reads("Library")
	p.stores(func() { p.keys("ctrl+z") })
	p.shot(t, "22-undone")
	p.closes()
	if n := p.lines("article", "list"); n != 17 {
		t.Errorf("%d articles after the undo", n)
	}
}

// deleted is how many of the articles of the sample are missing, told from the
// copy that the window has not locked.
func (p *person) deleted() int {
	p.Helper()
	p.closes()
	n := 17 - p.lines("article", "list")
	p.opens()
	return n
}

// TestSearchWithTyposOpensThePlace finds half-remembered words on the search
// screen and opens the article at them.
func TestSearchWithTyposOpensThePlace(t *testing.T) {
	p := sits(t)
	p.cli("sample", "add")
	p.opens()
	p.keys("ctrl+5")
	p.reads("Search")
	p.changes(t, func() { p.types("brant reopn brigde") })
	p.shot(t, "23-typos")
	p.until("the found words are open", func() bool {
		p.keys("Down", "Return")
		return !strings.HasPrefix(p.title(), "Search")
	})
	p.shot(t, "24-found-in-its-article")
	p.closes()
}

// TestEndsOfAStatementAreMoved corrects where a statement ends by keys, and
// takes it back.
func TestEndsOfAStatementAreMoved(t *testing.T) {
	p := sits(t)
	p.cli("sample", "add")
	p.opens()
	p.opensFirst("Library")
	p.changes(t, func() { p.xdotool(t, "key", "j") })
	p.stores(func() { p.keys("comma") })
	p.shot(t, "25-moved-end")
	p.stores(func() { p.keys("ctrl+z") })
	p.closes()
	p.cli("verify")
}

// TestWatchedFolder puts a file into a watched folder while the window is open.
func TestWatchedFolder(t *testing.T) {
	p := sits(t)
	folder := filepath.Join(p.home, "inbox")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	p.prefers(map[string]any{"import.watch": folder})
	p.opens()
	p.stores(func() {
		text := "Dunes stay untouched\n\n“No tree will be cut before 2030,” forester Milo Korda said on 3 May 2026.\n"
		if err := os.WriteFile(filepath.Join(folder, "dunes.txt"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	})
	p.shot(t, "26-read-from-the-watched-folder")
	p.closes()
	if n := p.lines("article", "list"); n != 1 {
		t.Errorf("%d articles", n)
	}
}

//go:build window

package windowtest

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// pasted is an article that a person pastes: two people, one promise.
const pasted = "Ferry to Norholm will sail all winter, harbour chief says\n\n" +
	"The ferry to Norholm will sail through the whole winter, harbour chief Britta Solheim said on Monday.\n\n" +
	"\"We will not cancel a single crossing before March 2027,\" Solheim told reporters.\n\n" +
	"Islander Knut Aas said that he would believe it in spring.\n"

// TestADaysWork is the whole way: the sample archive, an article from paste to
// report, and what the archive holds of it afterwards.
func TestADaysWork(t *testing.T) {
	p := sits(t)
	p.opens()
	p.shot(t, "01-first-run")
	p.stores(func() { p.command("add the sample archive") })
	p.reads("Library")
	p.shot(t, "02-library")

	p.keys("ctrl+n")
	p.types(pasted)
	p.shot(t, "03-paste")
	p.changes(t, func() { p.xdotool(t, "key", "ctrl+Return") })
	p.until("the preview opens", p.asked)
	p.shot(t, "04-preview")
	p.stores(func() { p.keys("ctrl+Return") })
	p.reads("Ferry to Norholm")
	p.keys("j", "j")
	p.stores(func() { p.keys("a") })
	p.shot(t, "05-article")
	p.changes(t, func() { p.xdotool(t, "key", "c") })
	p.shot(t, "06-make-claim")
	p.stores(func() { p.keys("ctrl+Return") })

	p.keys("ctrl+3")
	p.reads("Claims")
	p.opensFirst("Claims")
	p.changes(t, func() { p.xdotool(t, "key", "o") })
	p.types("A storm kept the ferry in the harbour for two days")
	p.keys("Tab", "Tab", "Tab") // over the date and what it does, to the evidence
	p.changes(t, func() { p.types("single crossing") })
	p.keys("Down")
	p.shot(t, "07-outcome")
	p.stores(func() { p.keys("ctrl+Return") })
	p.changes(t, func() { p.xdotool(t, "key", "v") })
	p.keys("Down", "Down", "Return", "Tab") // the first verdict of the list, then the reason
	p.types("The storm was over soon, and it sailed again.")
	p.stores(func() { p.keys("ctrl+Return") })
	p.shot(t, "08-claim")

	p.keys("ctrl+5")
	p.types("brant reopn brigde")
	time.Sleep(time.Second)
	p.shot(t, "09-search-with-typos")
	p.until("the found words are open", func() bool {
		p.keys("Down", "Return")
		return !strings.HasPrefix(p.title(), "Search")
	})
	p.report("10-report", filepath.Join(p.home, "report.html"))
	p.closes()

	if n := p.lines("article", "list"); n != 18 {
		t.Errorf("the archive has %d articles, not the 17 of the sample and the pasted one", n)
	}
	if n := p.lines("statement", "list", "--review", "accepted"); n < 2 {
		t.Errorf("%d statements are accepted", n)
	}
	if n := p.lines("claim", "list"); n != 11 {
		t.Errorf("%d claims, not the 10 of the sample and one more", n)
	}
	if got := p.cli("outcome", "list"); !strings.Contains(got, "storm kept the ferry") {
		t.Errorf("the outcome is not there:\n%s", got)
	}
	if got := p.cli("outcome", "list", "--format", "jsonl"); !strings.Contains(got, `"evidence":[{"statement":`) {
		t.Errorf("the outcome has no statement as evidence:\n%s", got)
	}
	if got := p.cli("journal"); !strings.Contains(got, "Give verdict") {
		t.Errorf("no verdict was given:\n%s", got)
	}
	p.cli("verify")
}

// report saves a report of the whole archive under the name that is offered.
func (p *person) report(shot, file string) {
	p.Helper()
	p.keys("ctrl+8")
	p.changes(p.T, func() { p.xdotool(p.T, "key", "ctrl+s") })
	p.shot(p.T, shot)
	p.keys("ctrl+Return")
	p.until("the report is written", func() bool {
		data, err := os.ReadFile(file)
		return err == nil && strings.Contains(string(data), "Harrow Bridge") && strings.Contains(string(data), "</html>")
	})
}

// TestReviewAndUndoAfterRestart accepts and rejects by single keys, and takes
// the last decision back after the program was closed and opened again.
func TestReviewAndUndoAfterRestart(t *testing.T) {
	p := sits(t)
	p.cli("sample", "add")
	before := p.lines("statement", "list", "--review", "unreviewed")
	p.opens()
	p.keys("ctrl+2")
	p.until("the first statement comes", func() bool { return strings.HasPrefix(p.title(), "Review – "+strconv.Itoa(before)) })
	p.still(t)
	for range 10 {
		for _, key := range []string{"a", "r"} {
			left := p.title() // it says how many are left
			p.stores(func() { p.xdotool(t, "key", key) })
			p.until("the next statement comes", func() bool { return p.title() != left })
			p.still(t)
		}
	}
	p.shot(t, "11-review")
	p.closes()
	if n := p.lines("statement", "list", "--review", "unreviewed"); n != before-20 {
		t.Fatalf("%d statements wait, want 20 fewer than %d", n, before)
	}
	p.opens()
	p.stores(func() { p.xdotool(t, "key", "ctrl+z") })
	p.shot(t, "12-undone-after-restart")
	p.closes()
	if n := p.lines("statement", "list", "--review", "unreviewed"); n != before-19 {
		t.Errorf("%d statements wait after the undo, want %d", n, before-19)
	}
}

// TestEscapeLeavesADialog opens dialogs from the keyboard and leaves them again:
// the driver of the real window knows fewer widgets than that of the tests.
func TestEscapeLeavesADialog(t *testing.T) {
	p := sits(t)
	p.cli("sample", "add")
	p.opens()
	p.opensFirst("Library")
	p.keys("j")
	for _, key := range []string{"e", "s", "c", "question", "ctrl+n", "ctrl+l"} {
		p.changes(t, func() { p.xdotool(t, "key", key) })
		p.until("a dialog opens by "+key, p.asked)
		p.keys("Escape")
		p.until("Escape closes what "+key+" opened", func() bool { return !p.asked() })
	}
	p.closes()
}

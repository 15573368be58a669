package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"onrecord/assets"
	"onrecord/claims"
	"onrecord/ui/kit"
	"onrecord/ui/nav"
	"onrecord/ui/nav/navtest"
)

// shell is the whole window over an archive in memory.
type shell struct {
	*navtest.Window
	win *Window
}

func start(w *navtest.Window) *shell {
	w.Helper()
	return startWith(w, Options{})
}

func startWith(w *navtest.Window, opts Options) *shell {
	w.Helper()
	sample, err := assets.SampleFiles()
	if err != nil {
		w.Fatal(err)
	}
	s := &shell{Window: w}
	opts.Sample, opts.Version, opts.Archive, opts.Post = sample, "test", "in memory", w.Queue.Post
	s.win = NewWindow(w.Host.App, w.Win, w.Desk, opts)
	w.Win.Resize(fyne.NewSize(1280, 800))
	w.Cleanup(func() { s.leave() })
	return s
}

// leave ends the window as closing does, without taking the canvas away.
func (s *shell) leave() {
	s.win.remember()
	s.win.end()
}

// restart leaves and opens the window again, as on the next day.
func (s *shell) restart() *shell {
	s.leave()
	return start(s.Window)
}

func (s *shell) at(screen nav.Screen) {
	s.Helper()
	s.Until(func() bool { return s.win.route.Screen == screen })
}

func (s *shell) does(command string) {
	s.Helper()
	c := s.win.host.Commands.Find(command)
	if c == nil || !s.win.host.Commands.Run(c) {
		s.Fatalf("the command %s cannot be done here", command)
	}
	s.Queue.Pump()
}

func ferry(w *navtest.Window) *claims.Article {
	return w.Article("Ferry to sail all winter", "https://karlsund.example/ferry", claims.On(2026, 3, 2), "Ferry to sail all winter\n\n“We will sail,” Britta Solheim said.")
}

func TestFirstRunOffersTheSampleAndTakesItBack(t *testing.T) {
	s := start(navtest.New(t))
	s.Sees("No articles yet")
	s.Press("Add the sample archive")
	s.Sees("Mayor pledges to reopen Harrow Bridge")
	s.Sees("17 articles")
	s.does("help.nosample")
	s.Sees("No articles yet")
}

func TestBackForwardAndWhatWasOpenedOutlastARestart(t *testing.T) {
	w := navtest.New(t)
	a := ferry(w)
	s := start(w)
	s.win.goTo(nav.Route{Screen: nav.Article, ID: a.ID})
	s.Sees("We will sail")
	s.does("go.back")
	s.at(nav.Library)
	s.does("go.forward")
	s.at(nav.Article)
	again := s.restart()
	again.at(nav.Article)
	again.Sees("We will sail")
	recent := again.win.recentItems()
	if len(recent) != 1 || recent[0].Label != a.Title {
		t.Fatalf("recently opened: %v", recent)
	}
	again.does("go.review")
	recent[0].Action()
	again.at(nav.Article)
}

func TestADeletedArticleIsForgotten(t *testing.T) {
	w := navtest.New(t)
	a := ferry(w)
	s := start(w)
	s.win.goTo(nav.Route{Screen: nav.Article, ID: a.ID})
	s.Sees("We will sail")
	if err := w.Desk.TrashArticles(t.Context(), a.ID); err != nil {
		t.Fatal(err)
	}
	s.at(nav.Library)
	s.Sees("No articles yet")
	if got := s.win.recentItems(); len(got) != 0 {
		t.Errorf("%d places lead to what is gone", len(got))
	}
}

func TestTheMenuNamesWhatUndoTakesBack(t *testing.T) {
	w := navtest.New(t)
	ferry(w)
	s := start(w)
	s.Sees("Ferry to sail")
	s.Keys(fyne.KeyHome, fyne.KeyDelete)
	s.Until(func() bool { return strings.Contains(menuText(w), "Undo: Delete article") })
	s.does("edit.undo")
	s.Sees("Undone: Delete article")
	s.Until(func() bool { return strings.Contains(menuText(w), "Redo: Delete article") })
}

func menuText(w *navtest.Window) string {
	var out strings.Builder
	for _, menu := range w.Win.MainMenu().Items {
		for _, item := range menu.Items {
			fmt.Fprintln(&out, menu.Label, item.Label)
		}
	}
	return out.String()
}

func TestThePaletteFindsCommandsAndPeopleByLetters(t *testing.T) {
	w := navtest.New(t)
	w.Promise("Britta Solheim", "The ferry will sail all winter", claims.Date{Year: 2027})
	s := start(w)
	s.Sees("No articles yet")
	s.does("go.palette")
	s.Sees("Paste article…")
	s.Type("solh")
	s.Sees("Britta Solheim")
	s.Keys(fyne.KeyReturn)
	s.at(nav.Speakers)
	s.does("go.palette")
	s.Sees("opened lately")
	s.Type("fulscr")
	s.Sees("Alt+Enter")
	s.Keys(fyne.KeyReturn)
	s.Until(w.Win.FullScreen)
}

// Whole words of the archive come before letters scattered over a command, and
// abbreviated commands before what merely has the letters.
func TestThePaletteOffersWholeWordsFirst(t *testing.T) {
	w := navtest.New(t)
	w.Speaker("Oda Harlan")
	w.Article("The harbour freezes over", "", claims.On(2026, 1, 9), "“It has never been so cold,” said Oda Harlan.")
	s := start(w)
	s.Sees("The harbour freezes over")
	s.does("go.palette")
	s.Type("har")
	whole := func() string { return strings.ReplaceAll(s.Text(), " ", "") } // what matches is drawn by itself
	s.Until(func() bool { return strings.Contains(whole(), "Checkthewholearchive") })
	for _, words := range []string{"OdaHarlan", "Theharbourfreezesover"} {
		if at := strings.Index(whole(), words); at < 0 || at > strings.Index(whole(), "Checkthewholearchive") {
			t.Errorf("%q comes behind scattered letters in\n%s", words, s.Text())
		}
	}
}

func TestHowPlainlyATitleFits(t *testing.T) {
	for _, c := range []struct {
		typed, title string
		matched      []claims.Span
		want         fit
	}{
		{"har", "Oda Harlan", nil, begins},
		{"har oda", "Oda Harlan", nil, begins},
		{"arl", "Oda Harlan", nil, stands},
		{"elan", "Élan vital", nil, begins},
		{"exrep", "Export report", []claims.Span{{Start: 0, End: 2}, {Start: 7, End: 10}}, initials},
		{"har", "Check the whole archive", []claims.Span{{Start: 1, End: 2}, {Start: 16, End: 18}}, scattered},
	} {
		if got := fitOf(c.typed, c.title, c.matched); got != c.want {
			t.Errorf("%q in %q fits %d, not %d", c.typed, c.title, got, c.want)
		}
	}
}

func TestWhatIsDueIsToldOnceADay(t *testing.T) {
	w := navtest.New(t)
	w.Promise("Britta Solheim", "The ferry will sail all winter", claims.On(2026, 3, 1))
	s := start(w)
	s.Sees("1 claim is overdue: The ferry will sail all winter")
	s.Press("Show")
	s.at(nav.Claim)
	s.does("go.library")
	again := s.restart()
	again.Sees("No articles yet")
	again.Queue.Pump()
	again.Misses("is overdue")
}

func TestAFileIsDroppedOnAnyScreen(t *testing.T) {
	s := start(navtest.New(t))
	path := filepath.Join(t.TempDir(), "ferry.txt")
	if err := os.WriteFile(path, []byte("Ferry to sail\n\n“We will sail,” Britta Solheim said."), 0o600); err != nil {
		t.Fatal(err)
	}
	s.does("go.settings")
	s.win.importer.Dropped([]fyne.URI{storage.NewFileURI(path)})
	s.Sees("Store this article?")
	s.Confirm()
	s.at(nav.Article)
}

// TestNoTwoCommandsShareAKey compares the keys of the commands that can be done
// on one screen.
func TestNoTwoCommandsShareAKey(t *testing.T) {
	s := start(navtest.New(t))
	commands := s.win.host.Commands.All()
	for i, a := range commands {
		if a.Menu == "" || a.Title == "" {
			t.Errorf("%s stands in no menu", a.ID)
		}
		for _, b := range commands[:i] {
			together := a.Scope == b.Scope || a.Scope == "" || b.Scope == ""
			if key := a.KeyText(); key != "" && together && key == b.KeyText() {
				t.Errorf("%s and %s are both done with %s", a.ID, b.ID, key)
			}
		}
	}
}

func TestTheSheetListsEveryKey(t *testing.T) {
	s := start(navtest.New(t))
	s.Sees("No articles yet")
	if !s.win.host.Commands.Typed('?') {
		t.Fatal("? does nothing")
	}
	for _, c := range s.win.host.Commands.All() {
		if c.KeyText() != "" && !strings.Contains(s.Text(), c.Title) {
			t.Errorf("the sheet lacks %s (%s)", c.ID, c.KeyText())
		}
	}
	kit.Dismiss(s.Win.Canvas())
}

func TestTheProgramKnowsItsOwnFiles(t *testing.T) {
	home := filepath.FromSlash("/home/ana/")
	o := Options{Archive: home + filepath.FromSlash("news/archive.db"), State: home + filepath.FromSlash("settings")}
	for path, own := range map[string]bool{
		"news/archive.db": true, "news/archive.db.search": true, "news/backups/archive-2026-03-14.db": true, "settings/preferences.json": true,
		"news/pier.txt": false, "news/backups.txt": false, "settings.txt": false,
	} {
		if got := o.own(home + filepath.FromSlash(path)); got != own {
			t.Errorf("%s is its own: %v", path, got)
		}
	}
}

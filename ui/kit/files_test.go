package kit_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"onrecord/ui/kit"
	"onrecord/ui/kit/kittest"
)

// desktop is a folder of a person and a window that asks for something in it.
type desktop struct {
	*testing.T
	queue  *kittest.Queue
	win    fyne.Window
	jobs   *kit.Jobs
	dir    string
	chosen []string
}

func newDesktop(t *testing.T) *desktop {
	t.Helper()
	app := kittest.App(t)
	d := &desktop{T: t, queue: kittest.NewQueue(t), dir: t.TempDir(), win: kittest.Window(t, widget.NewLabel(""), 900, 700)}
	d.jobs = kit.NewJobs(d.queue.Post)
	t.Cleanup(func() { d.jobs.Shutdown(time.Minute) })
	for _, name := range []string{"inbox/ferry.txt", "inbox/deep/pool.txt", "notes.txt", "report.html", ".hidden"} {
		path := filepath.Join(d.dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(name), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	app.Preferences().SetString("files.opened", d.dir)
	app.Preferences().SetString("files.saved", d.dir)
	return d
}

func (d *desktop) asks(q kit.FileQuestion) *kit.FileChooser {
	f := kit.ChooseFile(d.jobs, d.win, q, func(path string) { d.chosen = append(d.chosen, path) })
	d.sees(f, d.dir)
	return f
}

// sees waits until a folder is listed.
func (d *desktop) sees(f *kit.FileChooser, dir string) {
	d.Helper()
	d.queue.Until(func() bool { return f.Listed() == dir })
}

func (d *desktop) keys(names ...fyne.KeyName) {
	for _, n := range names {
		d.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: n})
		d.queue.Pump()
	}
}

// got is what was chosen, seen from the folder of the person.
func (d *desktop) got() string {
	var out []string
	for _, path := range d.chosen {
		name, err := filepath.Rel(d.dir, path)
		if err != nil {
			d.Fatal(err)
		}
		out = append(out, filepath.ToSlash(name))
	}
	return strings.Join(out, " ")
}

func (d *desktop) wants(want string) {
	d.Helper()
	if got := d.got(); got != want {
		d.Errorf("chosen: %q, want %q", got, want)
	}
}

func TestAFileIsChosenByKeys(t *testing.T) {
	d := newDesktop(t)
	f := d.asks(kit.FileQuestion{Title: "Import file"})
	d.keys(fyne.KeyReturn) // into the inbox, the first of the list
	d.sees(f, filepath.Join(d.dir, "inbox"))
	d.keys(fyne.KeyBackspace)
	d.sees(f, d.dir)
	d.keys(fyne.KeyReturn) // it stands on the folder it came out of
	d.sees(f, filepath.Join(d.dir, "inbox"))
	d.keys(fyne.KeyDown, fyne.KeyReturn)
	d.wants("inbox/ferry.txt")
	if kit.InDialog(d.win.Canvas()) {
		t.Error("the chooser stays open")
	}
	again := kit.ChooseFile(d.jobs, d.win, kit.FileQuestion{Title: "Import file"}, func(string) {})
	d.sees(again, filepath.Join(d.dir, "inbox")) // where it was left
}

func TestEscapeLeavesTheChooserOfFiles(t *testing.T) {
	for _, q := range []kit.FileQuestion{{Title: "Open"}, {Title: "Folder", Folder: true}, {Title: "Save", Save: "a.html"}} {
		d := newDesktop(t)
		d.asks(q)
		d.keys(fyne.KeyEscape)
		if kit.InDialog(d.win.Canvas()) || d.got() != "" {
			t.Errorf("%s: Escape does not cancel", q.Title)
		}
	}
}

func TestAFolderIsTheOneThatIsOpen(t *testing.T) {
	d := newDesktop(t)
	f := d.asks(kit.FileQuestion{Title: "Import folder", Folder: true})
	d.keys(fyne.KeyReturn)
	d.sees(f, filepath.Join(d.dir, "inbox"))
	if f.Yes.Text != "Choose “inbox”" {
		t.Errorf("the button says %q", f.Yes.Text)
	}
	d.keys(fyne.KeyEnd, fyne.KeyReturn) // a file is no folder
	d.wants("")
	kit.Confirm(d.win.Canvas())
	d.wants("inbox")
}

func TestAPathIsTyped(t *testing.T) {
	d := newDesktop(t)
	f := d.asks(kit.FileQuestion{Title: "Import file"})
	f.Path().OnSubmitted(filepath.Join(d.dir, "nowhere"))
	if d.got() != "" || !kit.InDialog(d.win.Canvas()) {
		t.Error("what is not there was chosen")
	}
	f.Path().OnSubmitted(filepath.Join(d.dir, "inbox", "deep"))
	d.sees(f, filepath.Join(d.dir, "inbox", "deep"))
	f.Path().OnSubmitted(filepath.Join(d.dir, "notes.txt"))
	d.wants("notes.txt")
}

func TestAFileIsReplacedAfterAQuestionOnly(t *testing.T) {
	d := newDesktop(t)
	f := d.asks(kit.FileQuestion{Title: "Save", Save: "all.html"})
	field := d.win.Canvas().Focused().(*kit.Input)
	field.SetText("a/b")
	if !f.Yes.Disabled() {
		t.Error("a name with a slash can be saved")
	}
	field.SetText("report") // the ending is added
	d.keys(fyne.KeyReturn)
	d.wants("")
	kit.Dismiss(d.win.Canvas())
	d.wants("")
	d.win.Canvas().Focus(field)
	d.keys(fyne.KeyReturn)
	kit.Confirm(d.win.Canvas())
	d.wants("report.html")
	if kit.InDialog(d.win.Canvas()) {
		t.Error("the chooser stays open")
	}
}

func TestAPathCanBeTypedStraightAway(t *testing.T) {
	d := newDesktop(t)
	f := d.asks(kit.FileQuestion{Title: "Watched folder", Folder: true})
	for _, r := range filepath.ToSlash(filepath.Join(d.dir, "inbox")) {
		d.win.Canvas().Focused().TypedRune(r)
	}
	d.keys(fyne.KeyReturn)
	d.sees(f, filepath.Join(d.dir, "inbox"))
}

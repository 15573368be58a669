package kit

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// FileQuestion is what a person is asked for: a file that is there, or one of
// the other two.
type FileQuestion struct {
	Title  string
	Folder bool   // a folder is chosen
	Save   string // a file is to be written; the name that is proposed
}

// FileChooser asks for a file or a folder of this machine, all by keyboard: the
// arrows and letters choose in the list, Enter goes into a folder or takes a
// file, Backspace goes up, a path can be typed, Escape closes. Fyne's own
// chooser swallows Escape and Enter.
type FileChooser struct {
	*Question
	ask    FileQuestion
	jobs   *Jobs
	parent fyne.Window
	done   func(path string)
	dir    string // that is open
	listed string // that the list shows
	path   *Input
	name   *Input // of a file to be written
	list   *Table[fileRow]
	note   *CaptionText
}

// Where the chooser was left: what is written goes elsewhere than where articles
// come from, which may be a folder that is watched.
const (
	prefOpened = "files.opened"
	prefSaved  = "files.saved"
)

func (q FileQuestion) pref() string {
	if q.Save != "" {
		return prefSaved
	}
	return prefOpened
}

// ChooseFile opens the chooser where it was left; done is called with what was
// chosen, and not at all where the person cancels.
func ChooseFile(jobs *Jobs, parent fyne.Window, ask FileQuestion, done func(path string)) *FileChooser {
	f := &FileChooser{ask: ask, jobs: jobs, parent: parent, done: done, path: NewInput(), name: NewInput(), note: Caption("")}
	f.path.OnSubmitted = f.typed
	f.list = NewTable(jobs, "files", fileColumns(), func(r fileRow) string { return r.name })
	f.list.OnOpen, f.list.OnKey, f.list.Label = f.open, f.key, ask.Title
	f.list.OnCursor, f.list.OnRune = f.proposes, f.letter
	f.list.OnMarked = func(count int) { // one is chosen, never several
		if count > 0 {
			f.list.ClearMarks()
		}
	}
	up := NewButton("", theme.MoveUpIcon(), f.up)
	home := NewButton("", theme.HomeIcon(), func() { f.enter(homeFolder()) })
	top := container.NewBorder(nil, nil, container.NewHBox(up, home), nil, f.path)
	var bottom fyne.CanvasObject = f.note
	if ask.Save != "" {
		f.name.SetText(ask.Save)
		f.name.OnSubmitted = func(string) { f.answer() }
		f.name.OnChanged = func(text string) { f.Allow(validName(text)) }
		bottom = container.NewVBox(f.note, NewForm(Field{Label: words.fileName(), Input: f.name}))
	}
	parts := container.New(layout.NewBorderLayout(top, bottom, nil, nil), top, f.list, bottom) // Tab goes in this order
	f.Question = newQuestion(ask.Title, parts, parent)
	f.Yes = NewButton(f.verb(), theme.ConfirmIcon(), f.answer)
	f.Yes.Importance = widget.HighImportance
	f.SetButtons([]fyne.CanvasObject{NewButton(words.cancel(), theme.CancelIcon(), f.Hide), f.Yes})
	size := parent.Canvas().Size()
	f.Resize(fyne.NewSize(size.Width*0.7, size.Height*0.8))
	f.Show()
	f.enter(startFolder(fyne.CurrentApp().Preferences().String(ask.pref())))
	if ask.Save != "" {
		parent.Canvas().Focus(f.name)
	} else {
		parent.Canvas().Focus(f.list)
	}
	return f
}

// startFolder is the folder of last time, or the one above it that is still
// there.
func startFolder(last string) string {
	for dir := last; dir != "" && filepath.Dir(dir) != dir; dir = filepath.Dir(dir) {
		if info, err := os.Stat(dir); err == nil && info.IsDir() {
			return dir
		}
	}
	return homeFolder()
}

func homeFolder() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return string(filepath.Separator)
	}
	return home
}

// Listed is the folder that the list shows; "" while its rows are on their way.
func (f *FileChooser) Listed() string {
	if f.list.pages.stale || !f.list.pages.known {
		return ""
	}
	return f.listed
}

// Path is the field of the open folder.
func (f *FileChooser) Path() *Input { return f.path }

func (f *FileChooser) verb() string {
	switch {
	case f.ask.Folder:
		return fmt.Sprintf(words.chooseFolder(), Shorten(filepath.Base(f.dir), 30))
	case f.ask.Save != "":
		return words.save()
	}
	return words.open()
}

// enter shows a folder.
func (f *FileChooser) enter(dir string) {
	was := f.dir
	f.dir = dir
	f.path.SetText(dir)
	f.Yes.SetText(f.verb())
	Fetch(f.jobs, "kit/files", func(ctx context.Context) ([]fileRow, error) {
		return readFolder(ctx, dir, filepath.Ext(f.ask.Save))
	}, func(rows []fileRow, err error) {
		note := ""
		switch {
		case err != nil:
			note = reason(err)
		case len(rows) == 0:
			note = f.nothing()
		}
		f.listed = dir
		f.note.SetText(note)
		f.list.SetSource(SliceSource(rows, fileColumns()))
		f.list.RestorePlace(Place{Cursor: rowOf(rows, was, dir)})
	})
}

// rowOf is the row of the folder that was left upwards, or the first.
func rowOf(rows []fileRow, was, dir string) int {
	if filepath.Dir(was) != dir {
		return 0
	}
	for i, r := range rows {
		if r.name == filepath.Base(was) {
			return i
		}
	}
	return 0
}

// reason says what went wrong, without the path, which stands above.
func reason(err error) string {
	if words := SystemWords(err); words != "" {
		return words
	}
	var bare *os.PathError
	if errors.As(err, &bare) {
		err = bare.Err
	}
	return err.Error()
}

func (f *FileChooser) nothing() string {
	if ending := filepath.Ext(f.ask.Save); ending != "" {
		return fmt.Sprintf(words.noSuchFiles(), ending)
	}
	return words.emptyFolder()
}

func (f *FileChooser) up() { f.enter(filepath.Dir(f.dir)) }

// key handles the keys of the list.
func (f *FileChooser) key(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyBackspace {
		f.up()
		return true
	}
	return false
}

// proposes takes the name of the file under the cursor for the one to be
// written.
func (f *FileChooser) proposes(r fileRow) {
	if f.ask.Save != "" && !r.folder && f.parent.Canvas().Focused() == fyne.Focusable(f.list) {
		f.name.SetText(r.name)
	}
}

// open goes into a folder or takes a file.
func (f *FileChooser) open(r fileRow) {
	if f.Listed() != f.dir {
		return // a row of the folder that was left
	}
	switch {
	case r.folder:
		f.enter(filepath.Join(f.dir, r.name))
	case f.ask.Folder:
	case f.ask.Save != "":
		f.name.SetText(r.name)
		f.answer()
	default:
		f.choose(filepath.Join(f.dir, r.name))
	}
}

// answer is what the button that stands out does.
func (f *FileChooser) answer() {
	switch {
	case f.ask.Folder:
		f.choose(f.dir)
	case f.ask.Save != "":
		f.write()
	default:
		if row, ok := f.list.Current(); ok {
			f.open(row)
		}
	}
}

func validName(name string) bool {
	name = strings.TrimSpace(name)
	return name != "" && name != "." && name != ".." && !strings.ContainsAny(name, `/\`)
}

// write takes the name that was typed, with the ending that the content has,
// and asks before a file is replaced.
func (f *FileChooser) write() {
	name := strings.TrimSpace(f.name.Text)
	if !validName(name) {
		return
	}
	if ending := filepath.Ext(f.ask.Save); !strings.EqualFold(filepath.Ext(name), ending) {
		name += ending
	}
	path := filepath.Join(f.dir, name)
	if _, err := os.Lstat(path); err != nil { //nolint:gosec // the person typed it
		f.choose(path)
		return
	}
	text := widget.NewLabel(fmt.Sprintf(words.replaceFile(), name))
	text.Wrapping = fyne.TextWrapWord
	d := NewConfirm(words.replaceTitle(), words.replace(), words.cancel(), text, func(yes bool) {
		if yes {
			f.choose(path)
		}
	}, f.parent)
	d.Resize(fyne.NewSize(min(420*theme.TextSize()/14, f.parent.Canvas().Size().Width*0.9), 0))
	d.Show()
}

func (f *FileChooser) choose(path string) {
	fyne.CurrentApp().Preferences().SetString(f.ask.pref(), f.dir)
	f.Hide()
	f.done(path)
}

package ui

import (
	"context"
	"io/fs"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/ui/backups"
	"onrecord/ui/importer"
	"onrecord/ui/kit"
	"onrecord/ui/kit/look"
	"onrecord/ui/nav"
)

// Window is the main window with everything around the screens.
type Window struct {
	host     *nav.Host
	desk     *desk.Desk
	options  Options
	importer *importer.Importer
	restorer *backups.Restorer
	palette  *kit.Palette
	offered  []kit.Entry // the commands that could be done when the palette was opened
	lately   []kit.Entry // the places opened last, as they were then
	status   *kit.StatusLine
	rail     *rail
	pages    map[nav.Screen]nav.Page
	open     nav.Screen
	route    nav.Route
	history  nav.History
	stage    *fyne.Container // holds the content of the open page
	canUndo  string
	canRedo  string
	waits    func() // stops the clock that looks at what is due
	warms    func() // stops the reading of fonts ahead
	names    func() // and that of the speakers' names
	leave    func() // ends the subscription to the desk
}

// Options are what the program hands to the window beside the desk.
type Options struct {
	Sample   fs.FS  // the sample archive
	Archive  string // where the archive lies, for the settings
	State    string // the folder for what is remembered of this machine; "" for nowhere
	Version  string
	Warnings []*claims.Sentence                           // of the archive, shown once after the start
	Files    []string                                     // files and folders to import at the start
	Post     func(func())                                 // hands a function to the interface goroutine; nil: fyne.Do
	Backup   func(ctx context.Context, path string) error // writes a checked copy of the archive
	Backups  backups.Source                               // the copies that there are; nil: none can be restored
	Verify   func(ctx context.Context) (problems []*claims.Sentence, err error)
}

// taken is the file of what was read from a watched folder into this archive.
func (o Options) taken() string {
	if o.State == "" {
		return ""
	}
	return filepath.Join(o.State, "watched-"+string(claims.HashOf([]byte(o.Archive)))[:12]+".json")
}

// own tells the files that the program writes: the archive and what stands beside
// it under its name, its backups, and what is remembered of this machine.
func (o Options) own(path string) bool {
	backups := filepath.Join(filepath.Dir(o.Archive), "backups") + string(filepath.Separator)
	return o.Archive != "" && (strings.HasPrefix(path, o.Archive) || strings.HasPrefix(path, backups)) ||
		o.State != "" && strings.HasPrefix(path, filepath.Clean(o.State)+string(filepath.Separator))
}

// NewWindow builds the window and opens the place where the person was.
func NewWindow(app fyne.App, win fyne.Window, d *desk.Desk, opts Options) *Window {
	jobs := kit.NewJobs(opts.Post)
	w := &Window{desk: d, options: opts, pages: map[nav.Screen]nav.Page{}, stage: container.NewStack()}
	w.host = &nav.Host{App: app, Window: win, Jobs: jobs, Toasts: kit.NewToasts(jobs), Recent: nav.NewRecent(app.Preferences())}
	w.host.Commands = &kit.Commands{Canvas: win.Canvas(), Install: win.SetMainMenu}
	w.host.Go, w.host.Undo, w.host.At = w.goTo, w.undo, func() nav.Route { return w.route }
	w.applyTheme()
	w.importer = importer.New(w.host, d)
	w.importer.Taken, w.importer.Own = opts.taken(), opts.own
	w.restorer = backups.New(w.host, opts.Backups, w.putBack)
	w.palette = kit.NewPalette(jobs, w.match)
	w.status = kit.NewStatusLine(jobs)
	w.rail = newRail(w.host)
	w.register()
	w.build()
	w.registerRestore()
	w.registerLast()
	win.SetContent(w.content())
	win.SetOnDropped(func(_ fyne.Position, uris []fyne.URI) { w.importer.Dropped(uris) })
	win.SetCloseIntercept(w.close)
	win.Canvas().SetOnTypedRune(w.typed)
	win.Canvas().SetOnTypedKey(w.pressed)
	w.leave = d.Subscribe(func(e desk.Event) { jobs.Post(func() { w.changed(e) }) })
	w.restore()
	w.refresh()
	w.greet()
	w.importer.Paths(opts.Files)
	w.importer.Watch(app.Preferences().String(nav.PrefWatch))
	w.tick()
	w.warms = kit.Warm(jobs, fyne.TextStyle{Italic: true}, fyne.TextStyle{Bold: true, Italic: true}, fyne.TextStyle{Monospace: true}) // the previews of reports
	w.names = jobs.After(atRest, w.readNames)
	return w
}

// content lays out rail, bar, stage and status line.
func (w *Window) content() fyne.CanvasObject {
	side := container.NewStack(newGround(look.ColorRail), container.New(layout.NewCustomPaddedLayout(8, 8, 4, 4), container.New(atLeast(railWidth), w.rail.List)))
	bottom := container.NewVBox(widget.NewSeparator(), w.status)
	page := container.NewBorder(nil, bottom, nil, nil, w.stage)
	whole := container.NewBorder(nil, nil, container.NewBorder(nil, nil, nil, widget.NewSeparator(), side), nil, page)
	return container.NewStack(whole, container.New(above{bottom}, w.host.Toasts.Layer()))
}

// above is a layout of objects that fill the window down to what stands at its
// bottom: a notice does not cover the status line.
type above struct{ bottom fyne.CanvasObject }

// Layout leaves the bottom free.
func (a above) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size.SubtractWidthHeight(0, a.bottom.MinSize().Height))
	}
}

// MinSize asks for nothing.
func (above) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// railWidth is the width of the rail in letters: enough for the longest name in
// every language with a count beside it.
const railWidth = 13

// atLeast is a layout of one object with a least width in letters, so that it
// grows with the text.
type atLeast float32

// Layout fills the place.
func (atLeast) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
	}
}

// MinSize is the least width.
func (a atLeast) MinSize(objects []fyne.CanvasObject) fyne.Size {
	out := fyne.NewSize(float32(a)*theme.TextSize(), 0)
	for _, o := range objects {
		out = out.Max(o.MinSize())
	}
	return out
}

// goTo opens a place and notes it in the history.
func (w *Window) goTo(r nav.Route) {
	w.host.Toasts.Seen()
	w.history.Visit(r)
	w.show(r)
}

func (w *Window) back() {
	if r, ok := w.history.Back(); ok {
		w.show(r)
	}
}

func (w *Window) forward() {
	if r, ok := w.history.Forward(); ok {
		w.show(r)
	}
}

func (w *Window) show(r nav.Route) {
	page := w.pages[r.Screen]
	if page == nil {
		return
	}
	w.route = r
	w.host.Title(screenName(r.Screen))
	if w.open != r.Screen || len(w.stage.Objects) == 0 {
		w.open = r.Screen
		w.stage.Objects = []fyne.CanvasObject{page.Content()}
		w.stage.Refresh()
	}
	w.rail.mark(r.Owner())
	w.host.Commands.SetScope(string(r.Screen))
	page.Show(r)
	w.menus()
	if f := page.Focus(); f != nil {
		w.host.Window.Canvas().Focus(f) // the driver does not know what was not drawn yet, but its window does
	}
	w.host.App.Preferences().SetString(prefPlace, r.String())
}

// typed handles bare letters that no widget took: the keys of the open screen
// and "?".
func (w *Window) typed(r rune) { w.host.Commands.Typed(r) }

// pressed handles the keys that no widget took: those of a dialog in which
// nothing has the keyboard, and those of a page that a click has taken it from.
func (w *Window) pressed(e *fyne.KeyEvent) {
	c := w.host.Window.Canvas()
	if page := w.pages[w.open]; !kit.InDialog(c) && page != nil && page.Focus() != nil {
		c.Focus(page.Focus())
		page.Focus().TypedKey(e)
		return
	}
	switch e.Name {
	case fyne.KeyEscape:
		kit.Dismiss(c)
	case fyne.KeyReturn, fyne.KeyEnter:
		if !kit.Confirm(c) {
			kit.Dismiss(c)
		}
	}
}

// changed follows a commit: the open page, the counts, the menus.
func (w *Window) changed(e desk.Event) {
	if page := w.pages[w.open]; page != nil {
		page.Changed(e)
	}
	w.refresh()
}

// refresh reads the counts of the rail and what undo and redo would do.
func (w *Window) refresh() {
	type state struct {
		counts     map[nav.Screen]int
		undo, redo string
	}
	nav.Fetch(w.host, "window/state", func(ctx context.Context) (s state, err error) {
		if s.undo, s.redo, err = w.desk.Standing(ctx); err != nil {
			return s, err
		}
		s.counts, err = counts(ctx, w.desk)
		return s, err
	}, func(s state) {
		w.canUndo, w.canRedo = s.undo, s.redo
		w.rail.setCounts(s.counts)
		w.status.SetIdle(idleWords(s.counts))
		w.menus()
	})
}

// menus names what undo and redo would take back, and greys what cannot be
// done here.
func (w *Window) menus() {
	w.host.Commands.Find("edit.undo").Title = named(lang.X("cmd.undo", "Undo"), w.canUndo)
	w.host.Commands.Find("edit.redo").Title = named(lang.X("cmd.redo", "Redo"), w.canRedo)
	w.host.Commands.Refresh()
}

func named(verb, what string) string {
	if what == "" {
		return verb
	}
	return kit.Here().Of(verb, changeName(what))
}

func (w *Window) undo() { w.travel(w.desk.Undo, lang.X("toast.undone", "Undone")) }

func (w *Window) redo() { w.travel(w.desk.Redo, lang.X("toast.redone", "Redone")) }

func (w *Window) travel(step func(context.Context) (string, error), words string) {
	what := ""
	w.host.Do(func(ctx context.Context) (err error) {
		what, err = step(ctx)
		return err
	}, func() {
		w.host.Toasts.Settle()
		w.host.Toasts.Say(kit.Here().Of(words, changeName(what)))
	})
}

func (w *Window) close() {
	w.remember()
	w.end()
	w.host.Window.Close()
}

// end lets go of the archive and reports whether all of the work has returned.
func (w *Window) end() bool {
	w.leave()
	w.waits()
	w.warms()
	w.names()
	return w.host.Jobs.Shutdown(closeGrace)
}

// Package backups restores a backup from the window: it shows what there is to
// restore, what that would change, and asks. The restoring itself, in which
// the window lets go of the archive, is the window's.
package backups

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/ui/kit"
	"onrecord/ui/nav"
)

// Copy is a file that the archive can be restored from.
type Copy struct {
	Path       string
	Made       time.Time
	Size       int64 // bytes
	Automatic  bool  // one of the daily backups
	Encrypted  bool  // it opens with a passphrase only
	Counts     map[claims.Kind]int
	Unreadable error // why it cannot be restored
}

// Difference tells, for one kind of records, what restoring a copy would do.
type Difference struct{ Back, Changed, Gone int }

// Chosen is a copy that a person wants back.
type Chosen struct {
	Copy
	Passphrase string
}

// Restored is the archive that is open after a restore, whether it succeeded or
// not.
type Restored struct {
	Desk     *desk.Desk // nil where no archive can be opened any more
	Kept     string     // where what was there before is kept; "" where nothing was replaced
	Warnings []*claims.Sentence
}

// Source is what the program does with the copies of the open archive. Its
// methods may take long; report hears of their progress and may not be nil.
type Source interface {
	// Copies lists the automatic backups and what earlier restores have kept,
	// the newest first.
	Copies(ctx context.Context) ([]Copy, error)
	// Look tells what a file holds.
	Look(ctx context.Context, path string) Copy
	// Compare opens and verifies a copy, and tells what restoring it would do.
	Compare(ctx context.Context, c Chosen, report func(done, total int)) (map[claims.Kind]Difference, error)
	// Restore closes the archive, puts the copy in its place and opens it.
	Restore(ctx context.Context, c Chosen, report func(done, total int)) (Restored, error)
}

// Restorer asks what to restore.
type Restorer struct {
	host    *nav.Host
	source  Source
	restore func(Chosen)
}

// New makes a restorer; restore is called when a person has seen what a copy
// would change and has said yes.
func New(host *nav.Host, s Source, restore func(Chosen)) *Restorer {
	return &Restorer{host: host, source: s, restore: restore}
}

// Ask shows what there is to restore.
func (r *Restorer) Ask() {
	nav.Fetch(r.host, "backups/copies", r.source.Copies, r.choose)
}

func (r *Restorer) choose(copies []Copy) {
	list := kit.NewList(kit.NewLine, func(c Copy, line *kit.Line) { line.Set(lineOf(c)) })
	list.SetItems(copies)
	list.Label = title()
	list.Speak = func(c Copy) string { return lineOf(c).Title + ", " + lineOf(c).Note }
	hint := kit.Caption(lang.X("backups.hint", "On each day with a change a backup is written by itself. Choose one to see what it would change; nothing is restored before you say so."))
	var body fyne.CanvasObject = container.NewBorder(hint, nil, nil, nil, list)
	if len(copies) == 0 {
		body = kit.NewEmptyState(theme.HistoryIcon(), lang.X("backups.none", "No automatic backup yet"), lang.X("backups.noneHint", "The first is written with the first change of a day. A backup that you have written yourself is a file."), "", nil)
	}
	d := kit.NewConfirm(title(), lang.X("backups.look", "See what it changes"), lang.X("kit.cancel", "Cancel"), body, func(yes bool) {
		if c, ok := list.Chosen(); ok && yes {
			r.examine(c)
		}
	}, r.host.Window)
	file := kit.NewButton(lang.X("backups.file", "From a file…"), theme.FolderOpenIcon(), func() {
		d.Hide()
		r.host.AskFile(title(), r.look)
	})
	cancel := kit.NewButton(lang.X("kit.cancel", "Cancel"), theme.CancelIcon(), d.Hide)
	d.SetButtons([]fyne.CanvasObject{cancel, file, d.Yes})
	d.Allow(false)
	list.OnChoose = func(c Copy) { d.Allow(c.Unreadable == nil) }
	list.OnOpen = func(Copy) { kit.Confirm(r.host.Window.Canvas()) }
	d.Resize(nav.Large(r.host.Window))
	d.Show()
	if len(copies) > 0 {
		list.ChooseIndex(0)
		r.host.Window.Canvas().Focus(list)
	}
}

func title() string { return lang.X("backups.title", "Restore a backup") }

// look opens a file that a person has chosen.
func (r *Restorer) look(path string) {
	nav.Fetch(r.host, "backups/look", func(ctx context.Context) (Copy, error) {
		c := r.source.Look(ctx, path)
		if c.Unreadable != nil {
			return c, refusal(c, c.Unreadable)
		}
		return c, nil
	}, r.examine)
}

// examine compares a copy with what is open, once its passphrase is known.
func (r *Restorer) examine(c Copy) {
	if c.Encrypted {
		r.askPassphrase(c, "")
		return
	}
	r.compare(Chosen{Copy: c})
}

func (r *Restorer) askPassphrase(c Copy, hint string) {
	field := kit.NewInput()
	field.Password = true
	form := kit.NewForm(kit.Field{Label: lang.X("backups.passphrase", "Passphrase"), Input: field, Hint: hint})
	d := kit.NewConfirm(title(), lang.X("backups.look", "See what it changes"), lang.X("kit.cancel", "Cancel"), form, func(yes bool) {
		if yes {
			r.compare(Chosen{c, field.Text})
		}
	}, r.host.Window)
	d.Allow(false)
	field.OnChanged = func(text string) { d.Allow(text != "") }
	d.Resize(fyne.NewSize(min(480*theme.TextSize()/14, nav.Large(r.host.Window).Width), 0))
	d.Show()
}

package settings

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"onrecord/claims"
	"onrecord/ui/kit"
	"onrecord/ui/nav"
)

func (p *Page) archiveSection() fyne.CanvasObject {
	place := kit.NewReadable(p.safety.Place)
	place.Wrapping = fyne.TextWrapBreak
	backup := kit.NewButton(lang.X("settings.backup", "Back up now…"), theme.DocumentSaveIcon(), p.backup)
	restore := kit.NewButton(lang.X("cmd.restore", "Restore a backup…"), theme.HistoryIcon(), func() { p.run("settings.restore") })
	verify := kit.NewButton(lang.X("settings.verify", "Check the whole archive"), theme.ConfirmIcon(), p.verify)
	journal := kit.NewButton(lang.X("settings.journal", "Who changed what…"), theme.HistoryIcon(), p.showJournal)
	watch := kit.NewButton(lang.X("cmd.watch", "Watch a folder…"), theme.VisibilityIcon(), p.watch)
	prefs := p.host.App.Preferences()
	originals := kit.NewCheck(lang.X("settings.originals", "Keep the files themselves"), nil)
	originals.Checked = !prefs.Bool(nav.PrefTextOnly)
	originals.OnChanged = func(on bool) { prefs.SetBool(nav.PrefTextOnly, !on) }
	return kit.Section(lang.X("settings.archive", "Archive"), nil, p.form(
		kit.Field{Label: lang.X("settings.place", "Place"), Input: place, Hint: lang.X("settings.placeHint", "One file on your own disk. Nothing leaves this machine unless you ask.")},
		kit.Field{Label: lang.X("settings.safety", "Safety"), Input: container.New(kit.NewFlow(), backup, restore, verify, journal)},
		kit.Field{Label: lang.X("settings.import", "Import"), Input: originals, Hint: lang.X("settings.originalsHint", "Beside its text the archive keeps each imported file as it was, for the dossier. Without them it is smaller.")},
		kit.Field{Label: lang.X("settings.watched", "Watched folder"), Input: container.NewVBox(container.NewHBox(watch), p.watched)},
	))
}

// watch asks for the folder whose new files are read by themselves.
func (p *Page) watch() { p.run("file.watch") }

// run does a command that the window has.
func (p *Page) run(id string) {
	if c := p.host.Commands.Find(id); c != nil {
		p.host.Commands.Run(c)
	}
}

func (p *Page) showWatched() {
	words := lang.X("settings.notWatched", "No folder is watched. New files of a watched folder are read by themselves.")
	if dir := p.host.App.Preferences().String(nav.PrefWatch); dir != "" {
		words = dir
	}
	p.watched.SetText(words)
}

func (p *Page) backup() {
	p.host.AskPlace(lang.X("settings.backup", "Back up now…"), "onrecord-backup.db", func(path string) {
		p.host.Jobs.Run(kit.Job{
			Name: lang.X("job.backup", "Writing and checking the backup"),
			Work: func(ctx context.Context, _ func(kit.Progress)) error { return p.safety.Backup(ctx, path) },
			Done: func(err error) {
				if err != nil {
					p.host.Fail(err)
					return
				}
				p.host.Toasts.Say(lang.X("settings.backedUp", "The backup was written, opened and checked."))
			},
		})
	})
}

// maxProblems is how many problems the dialog shows.
const maxProblems = 8

func (p *Page) verify() {
	var problems []*claims.Sentence
	p.host.Jobs.Run(kit.Job{
		Name: lang.X("job.verify", "Checking the archive"),
		Slot: "verify",
		Work: func(ctx context.Context, _ func(kit.Progress)) (err error) {
			problems, err = p.safety.Verify(ctx)
			return err
		},
		Done: func(err error) {
			switch {
			case err != nil:
				p.host.Fail(err)
			case len(problems) == 0:
				p.host.Toasts.Say(lang.X("settings.holds", "Everything holds: texts, quotations, references, indexes and journal."))
			default:
				p.host.Fail(damage(problems))
			}
		},
	})
}

// damage says what a check has found.
func damage(problems []*claims.Sentence) error {
	n := len(problems)
	var lines []string
	for _, p := range problems[:min(n, maxProblems)] {
		lines = append(lines, nav.Say(p))
	}
	return &claims.Error{
		Code:   claims.CodeDamaged,
		What:   lang.XN("settings.problems", "{{.Count}} problems", n, map[string]any{"Count": nav.Number(n)}),
		Reason: claims.Plain(strings.Join(lines, "\n")),
		Advice: claims.Plain(lang.X("settings.restore", "Restore a backup (File menu), or save what is whole with onrecord-cli salvage.")),
	}
}

// Package settings is the screen of what a person can choose: looks, text
// size, citation style, scales; and of the archive's safety: where it lies,
// backup and verification.
package settings

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/claims/report"
	"onrecord/ui/kit"
	"onrecord/ui/kit/look"
	"onrecord/ui/nav"
	"onrecord/ui/statement"
)

// Desk is what the screen needs of the desk.
type Desk interface {
	Scales(ctx context.Context) ([]*claims.Scale, error)
	EditScale(ctx context.Context, s claims.Scale, move map[string]string) error
}

// Safety is what the program does with the archive as a whole.
type Safety struct {
	Place  string
	Backup func(ctx context.Context, path string) error
	Verify func(ctx context.Context) (problems []string, err error)
}

// Page is the screen.
type Page struct {
	host    *nav.Host
	desk    Desk
	safety  Safety
	looks   func() // applies a changed theme
	scales  *fyne.Container
	content fyne.CanvasObject
	first   *widget.Select
}

// New makes the screen; applied is called after a change of the looks.
func New(host *nav.Host, d Desk, safety Safety, applied func()) *Page {
	p := &Page{host: host, desk: d, safety: safety, looks: applied, scales: container.NewVBox()}
	p.content = kit.Page(lang.X("screen.settings", "Settings"), nil, kit.Scrollable(container.NewVBox(p.looksSection(), p.quoteSection(), p.archiveSection(),
		kit.Section(lang.X("settings.scales", "Scales"), nil, kit.Caption(lang.X("settings.scalesHint", "Words, colours and ratings of the verdicts. A value in use cannot be deleted without moving its verdicts.")), p.scales))))
	return p
}

func (p *Page) looksSection() fyne.CanvasObject {
	prefs := p.host.App.Preferences()
	modes := []string{lang.X("settings.system", "As the system"), lang.X("settings.light", "Light"), lang.X("settings.dark", "Dark")}
	p.first = widget.NewSelect(modes, nil)
	p.first.SetSelectedIndex(prefs.Int(nav.PrefMode))
	p.first.OnChanged = func(string) {
		prefs.SetInt(nav.PrefMode, p.first.SelectedIndex())
		p.looks()
	}
	size := widget.NewSlider(look.MinPercent, look.MaxPercent)
	size.Step = 10
	size.SetValue(float64(prefs.IntWithFallback(nav.PrefText, 100)))
	label := widget.NewLabel(percent(size.Value))
	size.OnChanged = func(v float64) { label.SetText(percent(v)) }
	size.OnChangeEnded = func(v float64) {
		prefs.SetInt(nav.PrefText, int(v))
		p.looks()
	}
	return kit.Section(lang.X("settings.looks", "Looks"), nil, kit.NewForm(
		kit.Field{Label: lang.X("settings.theme", "Theme"), Input: p.first},
		kit.Field{Label: lang.X("settings.text", "Text size"), Input: container.NewBorder(nil, nil, nil, label, size)},
	))
}

func percent(v float64) string { return strconv.Itoa(int(v)) + " %" }

func (p *Page) quoteSection() fyne.CanvasObject {
	prefs := p.host.App.Preferences()
	var names []string
	for _, s := range report.CitationStyles {
		names = append(names, strings.ToUpper(string(s)))
	}
	style := widget.NewSelect(names, func(name string) { prefs.SetString(statement.PrefCitation, strings.ToLower(name)) })
	style.Selected = strings.ToUpper(prefs.StringWithFallback(statement.PrefCitation, string(report.AP)))
	return kit.Section(lang.X("settings.quotes", "Quotations"), nil, kit.NewForm(
		kit.Field{Label: lang.X("settings.citation", "Citation style"), Input: style, Hint: lang.X("settings.citationHint", "A copied quotation carries speaker, outlet, date and link in this style.")},
	))
}

func (p *Page) archiveSection() fyne.CanvasObject {
	place := widget.NewLabel(p.safety.Place)
	place.Selectable = true
	place.Wrapping = fyne.TextWrapBreak
	backup := widget.NewButtonWithIcon(lang.X("settings.backup", "Back up now…"), theme.DocumentSaveIcon(), p.backup)
	verify := widget.NewButtonWithIcon(lang.X("settings.verify", "Check the whole archive"), theme.ConfirmIcon(), p.verify)
	return kit.Section(lang.X("settings.archive", "Archive"), nil, kit.NewForm(
		kit.Field{Label: lang.X("settings.place", "Place"), Input: place, Hint: lang.X("settings.placeHint", "One file on your own disk. Nothing leaves this machine unless you ask.")},
		kit.Field{Label: lang.X("settings.safety", "Safety"), Input: container.New(kit.NewFlow(), backup, verify)},
	))
}

func (p *Page) backup() {
	d := dialog.NewFileSave(func(w fyne.URIWriteCloser, err error) {
		if err != nil || w == nil {
			p.host.Fail(err)
			return
		}
		path := w.URI().Path()
		p.host.Jobs.Run(kit.Job{
			Name: lang.X("job.backup", "Writing and checking the backup"),
			Work: func(ctx context.Context, _ func(kit.Progress)) error {
				if err := w.Close(); err != nil {
					return err
				}
				return p.safety.Backup(ctx, path)
			},
			Done: func(err error) {
				if err != nil {
					p.host.Fail(err)
					return
				}
				p.host.Toasts.Say(lang.X("settings.backedUp", "The backup was written, opened and checked."))
			},
		})
	}, p.host.Window)
	d.SetFileName("onrecord-backup.db")
	d.Show()
}

func (p *Page) verify() {
	var problems []string
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
				p.host.Fail(&claims.Error{Code: claims.CodeDamaged, What: fmt.Sprintf(lang.X("settings.problems", "%d problems"), len(problems)), Reason: strings.Join(problems[:min(len(problems), maxProblems)], "\n"), Advice: lang.X("settings.restore", "Restore a backup, or save what is whole with onrecord-cli salvage.")})
			}
		},
	})
}

// maxProblems is how many problems the dialog shows.
const maxProblems = 8

// Content implements nav.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Focus implements nav.Page.
func (p *Page) Focus() fyne.Focusable { return p.first }

// Show implements nav.Page.
func (p *Page) Show(nav.Route) { nav.Fetch(p.host, "settings/scales", p.desk.Scales, p.drawScales) }

// Changed implements nav.Page.
func (p *Page) Changed(e desk.Event) {
	if e.Touches(claims.KindScale) {
		p.Show(nav.Route{})
	}
}

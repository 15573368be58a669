// Package settings is the screen of what a person can choose: looks, text
// size, citation style, the days of the due desk, scales; and of the archive's
// safety: where it lies, backup, verification, and who changed what.
package settings

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
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
	Journal(ctx context.Context, seq uint64) iter.Seq2[desk.Entry, error]
}

// Safety is what the program does with the archive as a whole.
type Safety struct {
	Place  string
	Backup func(ctx context.Context, path string) error
	Verify func(ctx context.Context) (problems []*claims.Sentence, err error)
}

// Page is the screen.
type Page struct {
	host    *nav.Host
	desk    Desk
	safety  Safety
	looks   func()            // applies a changed theme
	forms   []*fyne.Container // of the sections
	scales  *fyne.Container
	watched *kit.CaptionText
	content fyne.CanvasObject
	first   *kit.Select
	size    *widget.Slider
	percent *widget.Label
}

// measure is how wide the page grows, in letters.
const measure = 110

// New makes the screen; applied is called after a change of the looks.
func New(host *nav.Host, d Desk, safety Safety, applied func()) *Page {
	p := &Page{host: host, desk: d, safety: safety, looks: applied, scales: container.NewVBox(), watched: kit.Caption("")}
	scales := kit.Section(lang.X("settings.scales", "Scales"), nil, kit.Caption(lang.X("settings.scalesHint", "Words, colours and ratings of the verdicts. A value in use cannot be deleted without moving its verdicts.")), p.scales)
	all := container.NewVBox(p.looksSection(), p.quoteSection(), p.dueSection(), p.archiveSection(), scales)
	kit.AlignForms(p.forms...)
	p.content = kit.Page(lang.X("screen.settings", "Settings"), nil, kit.Scrollable(kit.NewMeasure(measure, all)))
	p.commands()
	return p
}

func (p *Page) commands() {
	menu := lang.X("menu.file", "File")
	p.host.Commands.Add(
		&kit.Command{ID: "settings.backup", Menu: menu, Title: lang.X("settings.backup", "Back up now…"), Icon: theme.DocumentSaveIcon(), Do: p.backup},
		&kit.Command{ID: "settings.verify", Menu: menu, Title: lang.X("settings.verify", "Check the whole archive"), Icon: theme.ConfirmIcon(), Do: p.verify},
		&kit.Command{ID: "settings.journal", Menu: lang.X("menu.edit", "Edit"), Title: lang.X("settings.journal", "Who changed what…"), Icon: theme.HistoryIcon(), Do: p.showJournal},
	)
}

// form makes the form of a section; all have one column of labels.
func (p *Page) form(fields ...kit.Field) *fyne.Container {
	f := kit.NewForm(fields...)
	p.forms = append(p.forms, f)
	return f
}

func (p *Page) looksSection() fyne.CanvasObject {
	prefs := p.host.App.Preferences()
	modes := []string{lang.X("settings.system", "As the system"), lang.X("settings.light", "Light"), lang.X("settings.dark", "Dark")}
	p.first = kit.NewSelect(modes, nil)
	p.first.SetSelectedIndex(prefs.Int(nav.PrefMode))
	p.first.OnChanged = func(string) {
		prefs.SetInt(nav.PrefMode, p.first.SelectedIndex())
		p.looks()
	}
	p.size = widget.NewSlider(look.MinPercent, look.MaxPercent)
	p.size.Step = 10
	p.percent = widget.NewLabel("")
	p.showSize()
	p.size.OnChanged = func(v float64) { p.percent.SetText(percent(v)) }
	p.size.OnChangeEnded = func(v float64) {
		prefs.SetInt(nav.PrefText, int(v))
		p.looks()
	}
	return kit.Section(lang.X("settings.looks", "Looks"), nil, p.form(
		kit.Field{Label: lang.X("settings.theme", "Theme"), Input: p.first},
		kit.Field{Label: lang.X("settings.text", "Text size"), Input: container.NewBorder(nil, nil, nil, p.percent, p.size)},
	))
}

// showSize takes the text size from the preferences: keys change it too.
func (p *Page) showSize() {
	p.size.SetValue(float64(p.host.App.Preferences().IntWithFallback(nav.PrefText, 100)))
	p.percent.SetText(percent(p.size.Value))
}

func percent(v float64) string { return strconv.Itoa(int(v)) + " %" }

func (p *Page) quoteSection() fyne.CanvasObject {
	prefs := p.host.App.Preferences()
	var styles, languages []string
	for _, s := range report.CitationStyles {
		styles = append(styles, nav.CitationName(s))
	}
	for _, l := range nav.ReportLanguages {
		languages = append(languages, nav.LanguageName(l))
	}
	style, language := kit.NewSelect(styles, nil), kit.NewSelect(languages, nil)
	chosen := report.CitationStyle(prefs.StringWithFallback(statement.PrefCitation, string(report.AP)))
	style.SetSelectedIndex(max(slices.Index(report.CitationStyles, chosen), 0))
	style.OnChanged = func(string) {
		prefs.SetString(statement.PrefCitation, string(report.CitationStyles[style.SelectedIndex()]))
	}
	language.SetSelectedIndex(slices.Index(nav.ReportLanguages, nav.ReportLanguage(prefs)))
	language.OnChanged = func(string) {
		prefs.SetString(nav.PrefReportLanguage, nav.ReportLanguages[language.SelectedIndex()])
	}
	return kit.Section(lang.X("settings.quotes", "Quotations and reports"), nil, p.form(
		kit.Field{Label: lang.X("settings.citation", "Citation style"), Input: style, Hint: lang.X("settings.citationHint", "A copied quotation carries speaker, outlet, date and link in this style.")},
		kit.Field{Label: lang.X("settings.reportLanguage", "Language of reports"), Input: language},
	))
}

// dueSection sets what "soon" and "a while" mean.
func (p *Page) dueSection() fyne.CanvasObject {
	prefs := p.host.App.Preferences()
	days := func(pref string, fallback int) fyne.CanvasObject {
		e := kit.NewInput()
		e.SetText(strconv.Itoa(prefs.IntWithFallback(pref, fallback)))
		e.Validator = validDays
		e.OnChanged = func(text string) {
			if n, err := strconv.Atoi(text); err == nil && validDays(text) == nil {
				prefs.SetInt(pref, n)
			}
		}
		return container.NewHBox(kit.NewWide(14, e))
	}
	return kit.Section(lang.X("screen.due", "Due"), nil, p.form(
		kit.Field{Label: lang.X("settings.soon", "Due soon"), Input: days(nav.PrefSoon, desk.DefaultDueLimits.Soon), Hint: lang.X("settings.soonHint", "Days before the due date from which a claim stands on the list.")},
		kit.Field{Label: lang.X("settings.stale", "Not checked"), Input: days(nav.PrefStale, desk.DefaultDueLimits.Stale), Hint: lang.X("settings.staleHint", "Days after the last check from which a claim stands on the list again.")},
	))
}

func validDays(text string) error {
	const most = 3650
	if n, err := strconv.Atoi(text); err != nil || n < 1 || n > most {
		return fmt.Errorf(lang.X("settings.badDays", "a number of days from 1 to %d"), most)
	}
	return nil
}

// Content implements nav.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Focus implements nav.Page.
func (p *Page) Focus() fyne.Focusable { return p.first }

// Show implements nav.Page.
func (p *Page) Show(nav.Route) {
	p.showSize()
	p.showWatched()
	nav.Fetch(p.host, "settings/scales", p.desk.Scales, p.drawScales)
}

// Changed implements nav.Page.
func (p *Page) Changed(e desk.Event) {
	if e.Touches(claims.KindScale) {
		p.Show(nav.Route{})
	}
}

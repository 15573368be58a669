// Package reports is the screen on which a report is put together: what it is
// about, in which format, with a look at it before it is saved.
package reports

import (
	"bufio"
	"bytes"
	"context"
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
	"onrecord/ui/nav"
)

// Desk is what the screen needs of the desk.
type Desk interface {
	FindSpeaker(ctx context.Context, name string) (*claims.Speaker, error)
	SpeakerNames(ctx context.Context) ([]string, error)
	Report(ctx context.Context, scope desk.Scope, opts desk.ReportOptions) (*report.Model, error)
}

// What was chosen last is remembered.
const (
	prefFormat  = "report.format"
	prefContext = "report.context"
)

// Page is the screen.
type Page struct {
	host    *nav.Host
	desk    Desk
	scope   *scopeField
	title   *kit.Input
	format  *widget.Select
	context *widget.Check
	preview *widget.RichText
	content fyne.CanvasObject
}

// New makes the screen.
func New(host *nav.Host, d Desk) *Page {
	p := &Page{host: host, desk: d, title: kit.NewInput(), preview: widget.NewRichText()}
	prefs := host.App.Preferences()
	p.scope = newScopeField(p.show)
	p.title.SetPlaceHolder(lang.X("reports.titleHint", "What the report is about, if left empty"))
	p.title.OnSubmitted = func(string) { p.show() }
	p.format = widget.NewSelect(formatNames(), func(string) { prefs.SetString(prefFormat, string(p.chosen())) })
	p.context = widget.NewCheck(lang.X("reports.context", "Show the words around each quotation"), func(on bool) {
		prefs.SetBool(prefContext, on)
		p.show()
	})
	p.context.Checked = prefs.Bool(prefContext)
	p.selectFormat(report.Format(prefs.StringWithFallback(prefFormat, string(report.HTML))))
	p.preview.Wrapping = fyne.TextWrapWord
	save := widget.NewButtonWithIcon(lang.X("reports.save", "Save report…"), theme.DocumentSaveIcon(), p.save)
	save.Importance = widget.HighImportance
	form := kit.NewForm(
		kit.Field{Label: lang.X("reports.about", "About"), Input: p.scope.content()},
		kit.Field{Label: lang.X("article.title", "Title"), Input: p.title},
		kit.Field{Label: lang.X("reports.format", "Format"), Input: p.format},
		kit.Field{Label: "", Input: p.context},
	)
	left := container.NewBorder(nil, container.NewPadded(save), nil, nil, kit.Scrollable(form))
	p.content = kit.Page(lang.X("screen.reports", "Reports"), nil, kit.NewHSplit("reports", left, container.NewVScroll(p.preview), 0.36))
	p.host.Commands.Add(&kit.Command{ID: "reports.save", Menu: lang.X("menu.file", "File"), Title: lang.X("reports.save", "Save report…"), Key: kit.Ctrl(fyne.KeyS), Scope: string(nav.Reports), Do: p.save})
	return p
}

func formatNames() []string {
	var out []string
	for _, f := range report.Formats() {
		out = append(out, f.Name())
	}
	return out
}

func (p *Page) selectFormat(f report.Format) {
	for i, known := range report.Formats() {
		if known == f {
			p.format.SetSelectedIndex(i)
			return
		}
	}
	p.format.SetSelectedIndex(0)
}

func (p *Page) chosen() report.Format {
	return report.Formats()[max(p.format.SelectedIndex(), 0)]
}

// Content implements nav.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Focus implements nav.Page.
func (p *Page) Focus() fyne.Focusable { return p.format }

// Show implements nav.Page.
func (p *Page) Show(r nav.Route) {
	nav.Fetch(p.host, "reports/names", p.desk.SpeakerNames, p.scope.setNames)
	p.scope.set(r.Query)
	p.show()
}

// Changed implements nav.Page.
func (p *Page) Changed(desk.Event) { p.show() }

func (p *Page) options() desk.ReportOptions {
	o := desk.ReportOptions{Title: strings.TrimSpace(p.title.Text), Files: p.chosen() == report.Dossier}
	o.Context = p.context.Checked
	return o
}

// previewBytes is how much of a long report the preview shows.
const previewBytes = 40_000

// show draws the preview: the report as Markdown, whatever the format.
func (p *Page) show() {
	opts := p.options()
	opts.Files = false
	resolve := p.scope.resolve(p.desk)
	nav.Fetch(p.host, "reports", func(ctx context.Context) (string, error) {
		scope, err := resolve(ctx)
		if err != nil {
			return "", err
		}
		m, err := p.desk.Report(ctx, scope, opts)
		if err != nil {
			return "", err
		}
		var b bytes.Buffer
		err = report.Write(&b, m, report.MD)
		text := b.String()
		if len(text) > previewBytes {
			text = text[:strings.LastIndexByte(text[:previewBytes], '\n')] + "\n\n…"
		}
		return text, err
	}, p.preview.ParseMarkdown)
}

// save asks for a file and writes the report beside it first, so that a
// failure leaves what was there.
func (p *Page) save() {
	format, opts, resolve := p.chosen(), p.options(), p.scope.resolve(p.desk)
	d := dialog.NewFileSave(func(w fyne.URIWriteCloser, err error) {
		if err != nil || w == nil {
			p.host.Fail(err)
			return
		}
		p.host.Jobs.Run(kit.Job{
			Name: lang.X("job.report", "Writing the report"),
			Work: func(ctx context.Context, _ func(kit.Progress)) error {
				return write(ctx, p.desk, w, format, opts, resolve)
			},
			Done: func(err error) {
				if err != nil {
					p.host.Fail(err)
					return
				}
				p.host.Toasts.Say(lang.X("reports.saved", "Report saved") + ": " + w.URI().Name())
			},
		})
	}, p.host.Window)
	d.SetFileName("report" + format.Ending())
	d.Show()
	d.Resize(nav.Large(p.host.Window)) // a file dialog has no size before it is shown
}

func write(ctx context.Context, d Desk, w fyne.URIWriteCloser, format report.Format, opts desk.ReportOptions, resolve func(context.Context) (desk.Scope, error)) error {
	scope, err := resolve(ctx)
	if err != nil {
		return err
	}
	m, err := d.Report(ctx, scope, opts)
	if err != nil {
		return err
	}
	b := bufio.NewWriter(w)
	err = report.Write(b, m, format)
	if ferr := b.Flush(); err == nil {
		err = ferr
	}
	if cerr := w.Close(); err == nil {
		err = cerr
	}
	return err
}

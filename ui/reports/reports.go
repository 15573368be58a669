// Package reports is the screen on which a report is put together: what it is
// about, in which format and language, with a look at it before it is saved.
package reports

import (
	"bytes"
	"context"
	"io"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
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

// Page is the screen.
type Page struct {
	host    *nav.Host
	desk    Desk
	scope   *scopeField
	title   *kit.Input
	choices *choices
	leftOut *widget.Label
	preview *preview
	right   *fyne.Container // what was left out, above the preview
	content fyne.CanvasObject
}

// New makes the screen.
func New(host *nav.Host, d Desk) *Page {
	p := &Page{host: host, desk: d, title: kit.NewInput(), preview: newPreview(host.Jobs.Post), leftOut: widget.NewLabel("")}
	p.scope = newScopeField(host, d, p.show)
	p.title.SetPlaceHolder(lang.X("reports.titleHint", "As its subject"))
	p.title.OnSubmitted = func(string) { p.show() }
	p.choices = newChoices(host, p.show,
		kit.Field{Label: lang.X("reports.about", "About"), Input: p.scope.content()},
		kit.Field{Label: lang.X("article.title", "Title"), Input: p.title})
	p.leftOut.Wrapping = fyne.TextWrapWord
	p.leftOut.Importance = widget.WarningImportance
	p.leftOut.Hide()
	save := kit.NewButton(lang.X("reports.save", "Save report…"), theme.DocumentSaveIcon(), p.save)
	save.Importance = widget.HighImportance
	left := container.NewBorder(nil, container.NewPadded(save), nil, nil, kit.Scrollable(p.choices.content()))
	p.right = container.NewBorder(p.leftOut, nil, nil, nil, p.preview.content)
	p.content = kit.Page(lang.X("screen.reports", "Reports"), nil, kit.NewHSplit("reports", left, p.right, 0.4))
	p.host.Commands.Add(&kit.Command{ID: "reports.save", Menu: lang.X("menu.file", "File"), Title: lang.X("reports.save", "Save report…"), Key: kit.Ctrl(fyne.KeyS), Scope: string(nav.Reports), Do: p.save})
	return p
}

// Content implements nav.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Focus implements nav.Page.
func (p *Page) Focus() fyne.Focusable { return p.scope.kind }

// Show implements nav.Page. A route says what the report is about:
// "claim:ID", "speaker:NAME" or "query:TEXT".
func (p *Page) Show(r nav.Route) {
	p.scope.speaker.Load()
	p.scope.set(r.Query)
	p.show()
}

// Changed implements nav.Page.
func (p *Page) Changed(desk.Event) { p.show() }

func (p *Page) options() desk.ReportOptions {
	return desk.ReportOptions{Options: p.choices.options(), Title: strings.TrimSpace(p.title.Text), Files: p.choices.format() == report.Dossier}
}

// look is what the preview shows, and what the format has no place for.
type look struct {
	text     string
	markdown bool
	leftOut  []string
}

// show draws the preview.
func (p *Page) show() {
	format, opts := p.choices.format(), p.options()
	opts.Files = false // they do not show
	resolve, err := p.scope.resolve(p.desk)
	if err != nil {
		p.draw(look{text: nav.Problem(err).Sentence})
		return
	}
	nav.Fetch(p.host, "reports", func(ctx context.Context) (look, error) {
		m, err := gather(ctx, p.desk, opts, resolve)
		if err != nil {
			return look{}, err
		}
		return lookAt(m, format)
	}, p.draw)
}

func (p *Page) draw(l look) {
	p.leftOut.SetText(strings.Join(l.leftOut, "\n"))
	if none := len(l.leftOut) == 0; none != p.leftOut.Hidden {
		p.leftOut.Hidden = none
		p.right.Refresh()
	}
	p.preview.set(l)
}

func gather(ctx context.Context, d Desk, opts desk.ReportOptions, resolve func(context.Context) (desk.Scope, error)) (*report.Model, error) {
	scope, err := resolve(ctx)
	if err != nil {
		return nil, err
	}
	return d.Report(ctx, scope, opts)
}

// asText are the formats that are shown as they will be written; all others
// are shown as the page that they make.
var asText = map[report.Format]bool{
	report.CSV: true, report.ClaimReview: true, report.ClaimReviewHTML: true, report.Annotations: true,
	report.ICal: true, report.CSL: true, report.BibTeX: true, report.RIS: true,
}

// lookAt writes the beginning of a report for the preview.
func lookAt(m *report.Model, format report.Format) (look, error) {
	l := look{leftOut: report.LeftOut(m, format), markdown: !asText[format]}
	shown := format
	if l.markdown {
		shown = report.MD
	}
	var b bytes.Buffer
	if err := report.Write(&b, m, shown); err != nil {
		return look{}, err
	}
	l.text = beginning(strings.TrimPrefix(b.String(), "\ufeff"))
	return l, nil
}

// previewBytes is how much of a long report the preview shows.
const previewBytes = 40_000

func beginning(text string) string {
	if len(text) <= previewBytes {
		return text
	}
	text = strings.ToValidUTF8(text[:previewBytes], "")
	return text[:max(strings.LastIndexByte(text, '\n'), 0)] + "\n\n…"
}

// save asks for a file and writes the report into it.
func (p *Page) save() {
	format, opts := p.choices.format(), p.options()
	resolve, err := p.scope.resolve(p.desk)
	if err != nil {
		p.host.Fail(err)
		return
	}
	p.host.SaveFile("report"+format.Ending(), lang.X("job.report", "Writing the report"), func(ctx context.Context, w io.Writer) error {
		m, err := gather(ctx, p.desk, opts, resolve)
		if err != nil {
			return err
		}
		return report.Write(w, m, format)
	})
}

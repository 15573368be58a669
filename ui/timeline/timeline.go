// Package timeline is the screen that lays statements, outcomes, verdicts and
// due dates of a speaker or a topic along an axis of time.
package timeline

import (
	"bufio"
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/claims/report"
	"onrecord/ui/kit"
	"onrecord/ui/kit/look"
	"onrecord/ui/nav"
)

// Desk is what the screen needs of the desk.
type Desk interface {
	Speaker(ctx context.Context, id claims.ID) (*claims.Speaker, error)
	FindSpeaker(ctx context.Context, name string) (*claims.Speaker, error)
	SpeakerNames(ctx context.Context) ([]string, error)
	Report(ctx context.Context, scope desk.Scope, opts desk.ReportOptions) (*report.Model, error)
}

// Page is the screen.
type Page struct {
	host    *nav.Host
	desk    Desk
	who     *kit.SelectEntry
	topic   *kit.Input
	line    *kit.Timeline
	said    *kit.CaptionText
	stage   *fyne.Container
	empty   fyne.CanvasObject
	content fyne.CanvasObject
	model   *report.Model
	marks   map[string]nav.Route // where a mark leads
}

// New makes the screen.
func New(host *nav.Host, d Desk) *Page {
	p := &Page{host: host, desk: d, who: kit.NewSelectEntry(nil), topic: kit.NewInput(), line: kit.NewTimeline(), said: kit.Caption("")}
	p.who.SetPlaceHolder(lang.X("timeline.who", "Speaker"))
	p.topic.SetPlaceHolder(lang.X("timeline.topic", "Topic words"))
	p.who.OnSubmitted = func(string) { p.load() }
	p.topic.OnSubmitted = func(string) { p.load() }
	p.line.Label = lang.X("screen.timeline", "Timeline")
	p.line.OnCursor = func(m kit.Moment) { p.said.SetText(m.At.Format("2006-01-02") + "  " + m.Title) }
	p.line.OnOpen = p.open
	p.empty = kit.NewEmptyState(look.Icon(look.IconTimeline), lang.X("timeline.empty", "Nothing to show yet"),
		lang.X("timeline.emptyHint", "Choose a speaker or type words of a topic: what was said, what happened, the verdicts and what is due stand on one line. The wheel or + and - zoom; the arrows go from mark to mark."), "", nil)
	p.stage = container.NewStack(p.line, p.empty)
	show := widget.NewButtonWithIcon(lang.X("timeline.show", "Show"), theme.ViewRefreshIcon(), p.load)
	show.Importance = widget.HighImportance
	export := widget.NewButtonWithIcon(lang.X("timeline.svg", "Save as SVG…"), theme.DocumentSaveIcon(), p.export)
	top := container.NewBorder(nil, nil, nil, container.NewHBox(show, export), container.NewGridWithColumns(2, p.who, p.topic))
	p.content = kit.Page(lang.X("screen.timeline", "Timeline"), nil, container.NewBorder(top, p.said, nil, nil, p.stage))
	return p
}

// Content implements nav.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Focus implements nav.Page.
func (p *Page) Focus() fyne.Focusable { return p.who }

// Show implements nav.Page.
func (p *Page) Show(r nav.Route) {
	nav.Fetch(p.host, "timeline/names", p.desk.SpeakerNames, p.who.SetOptions)
	if r.ID == "" {
		p.load()
		return
	}
	nav.Fetch(p.host, "timeline/who", func(ctx context.Context) (*claims.Speaker, error) { return p.desk.Speaker(ctx, r.ID) }, func(s *claims.Speaker) {
		p.who.SetText(s.Name)
		p.load()
	})
}

// Changed implements nav.Page.
func (p *Page) Changed(desk.Event) { p.load() }

func (p *Page) load() {
	who, topic := strings.TrimSpace(p.who.Text), strings.TrimSpace(p.topic.Text)
	if who == "" && topic == "" {
		p.draw(nil)
		return
	}
	nav.Fetch(p.host, "timeline", func(ctx context.Context) (*report.Model, error) {
		scope := desk.Scope{Query: topic}
		if who != "" && topic != "" {
			scope.Query = `speaker:"` + who + `" ` + topic
		} else if who != "" {
			s, err := p.desk.FindSpeaker(ctx, who)
			if err != nil {
				return nil, err
			}
			scope = desk.Scope{Speaker: s.ID}
		}
		return p.desk.Report(ctx, scope, desk.ReportOptions{})
	}, p.draw)
}

func (p *Page) draw(m *report.Model) {
	p.model = m
	p.marks = map[string]nav.Route{}
	var moments []kit.Moment
	if m != nil {
		moments = p.moments(m)
	}
	p.line.SetMoments(moments)
	if len(moments) == 0 {
		p.line.Hide()
		p.empty.Show()
		p.said.SetText("")
		return
	}
	p.empty.Hide()
	p.line.Show()
}

func (p *Page) open(m kit.Moment) {
	if r, ok := p.marks[m.ID]; ok {
		p.host.Go(r)
	}
}

// export saves the timeline as the report's SVG.
func (p *Page) export() {
	if p.model == nil {
		return
	}
	d := dialog.NewFileSave(func(w fyne.URIWriteCloser, err error) {
		if err != nil || w == nil {
			p.host.Fail(err)
			return
		}
		model := p.model
		p.host.Do(func(context.Context) error {
			b := bufio.NewWriter(w)
			err := report.Write(b, model, report.SVG)
			if ferr := b.Flush(); err == nil {
				err = ferr
			}
			if cerr := w.Close(); err == nil {
				err = cerr
			}
			return err
		}, func() { p.host.Toasts.Say(lang.X("timeline.saved", "Timeline saved")) })
	}, p.host.Window)
	d.SetFileName("timeline.svg")
	d.SetFilter(storage.NewExtensionFileFilter([]string{".svg"}))
	d.Show()
}

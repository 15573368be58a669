// Package timeline is the screen that lays statements, claims, outcomes,
// verdicts and due dates of a speaker or a topic along an axis of time.
package timeline

import (
	"context"
	"io"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
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

// What was looked at last is remembered.
const (
	prefWho   = "timeline.who"
	prefTopic = "timeline.topic"
)

// Page is the screen.
type Page struct {
	host    *nav.Host
	desk    Desk
	who     *nav.SpeakerEntry
	topic   *kit.SearchField
	line    *kit.Timeline
	said    *widget.Label
	tools   *fyne.Container // what is done with a timeline that is there
	stage   *fyne.Container
	empty   fyne.CanvasObject
	content fyne.CanvasObject
	model   *report.Model
	marks   map[string]nav.Route // where a mark leads
}

// New makes the screen.
func New(host *nav.Host, d Desk) *Page {
	p := &Page{host: host, desk: d, line: kit.NewTimeline(), said: widget.NewLabel("")}
	prefs := host.App.Preferences()
	p.who = nav.NewSpeakerEntry(host, d.SpeakerNames, p.load)
	p.who.SetText(prefs.String(prefWho))
	p.topic = kit.NewSearchField(nil)
	p.topic.PlaceHolder = lang.X("timeline.topic", "Topic words")
	if topic := prefs.String(prefTopic); topic != "" {
		p.topic.SetText(topic)
	}
	p.topic.OnQuery = func(string) { p.load() }
	p.topic.Next = func() fyne.Focusable { return p.line }
	p.said.Wrapping = fyne.TextWrapWord
	p.line.Label = lang.X("screen.timeline", "Timeline")
	p.line.OnCursor = func(m kit.Moment) { p.said.SetText(nav.Join(kit.Here().Time(m.At), m.Lane, m.Title)) }
	p.line.OnOpen = p.open
	p.line.OnRune = host.Commands.Typed
	p.empty = kit.NewEmptyState(look.Icon(look.IconTimeline), lang.X("timeline.empty", "Nothing to show yet"),
		lang.X("timeline.emptyHint", "Choose a speaker or type words of a topic: what was said, what happened, the verdicts and what is due stand on one line. The wheel or + and - zoom; the arrows go from mark to mark."), "", nil)
	p.tools = p.toolbar()
	p.stage = container.NewStack(container.NewVScroll(p.line), p.empty)
	top := container.New(kit.NewFlow(), kit.NewWide(44, p.who), kit.NewWide(44, p.topic), p.tools)
	p.content = kit.Page(lang.X("screen.timeline", "Timeline"), nil, container.New(layout.NewBorderLayout(top, p.said, nil, nil), top, p.stage, p.said)) // Tab goes in this order
	p.commands()
	return p
}

// toolbar holds the buttons for zooming and saving.
func (p *Page) toolbar() *fyne.Container {
	in := kit.NewButton("", theme.ZoomInIcon(), func() { p.line.Step(1) })
	out := kit.NewButton("", theme.ZoomOutIcon(), func() { p.line.Step(-1) })
	all := kit.NewButton("", theme.ZoomFitIcon(), p.line.ShowAll)
	save := kit.NewButton(lang.X("timeline.svg", "Save as SVG…"), theme.DocumentSaveIcon(), p.export)
	return container.NewHBox(in, out, all, save)
}

func (p *Page) commands() {
	menu, scope := lang.X("menu.view", "View"), string(nav.Timeline)
	some := func() bool { return p.model != nil && p.line.Visible() }
	p.host.Commands.Add(
		&kit.Command{ID: "timeline.in", Menu: menu, Title: lang.X("timeline.in", "Less time, larger"), Icon: theme.ZoomInIcon(), Letter: '+', Scope: scope, Enabled: some, Do: func() { p.line.Step(1) }},
		&kit.Command{ID: "timeline.out", Menu: menu, Title: lang.X("timeline.out", "More time, smaller"), Icon: theme.ZoomOutIcon(), Letter: '-', Scope: scope, Enabled: some, Do: func() { p.line.Step(-1) }},
		&kit.Command{ID: "timeline.all", Menu: menu, Title: lang.X("timeline.all", "All of the time"), Icon: theme.ZoomFitIcon(), Letter: '0', Scope: scope, Enabled: some, Do: p.line.ShowAll},
		&kit.Command{ID: "timeline.svg", Menu: lang.X("menu.file", "File"), Title: lang.X("timeline.svg", "Save as SVG…"), Icon: theme.DocumentSaveIcon(), Scope: scope, Enabled: some, Do: p.export},
	)
}

// Content implements nav.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Focus implements nav.Page: the marks where there are some, else the field.
func (p *Page) Focus() fyne.Focusable {
	if p.line.Visible() && p.model != nil {
		return p.line
	}
	return p.who
}

// Show implements nav.Page. A route names a speaker or the words of a topic.
func (p *Page) Show(r nav.Route) {
	p.who.Load()
	if r.Query != "" {
		p.who.SetText("")
		p.topic.SetText(r.Query)
	}
	if r.ID == "" {
		p.load()
		return
	}
	nav.Fetch(p.host, "timeline/who", func(ctx context.Context) (*claims.Speaker, error) { return p.desk.Speaker(ctx, r.ID) }, func(s *claims.Speaker) {
		p.topic.SetText("")
		p.who.SetText(s.Name)
		p.load()
	})
}

// Changed implements nav.Page.
func (p *Page) Changed(e desk.Event) {
	if !e.Touches(claims.KindSearch) {
		p.load()
	}
	if e.Touches(claims.KindSpeaker) {
		p.who.Load()
	}
}

func (p *Page) load() {
	who, topic := strings.TrimSpace(p.who.Text), strings.TrimSpace(p.topic.Text)
	prefs := p.host.App.Preferences()
	prefs.SetString(prefWho, who)
	prefs.SetString(prefTopic, topic)
	if who == "" && topic == "" {
		p.host.Jobs.Cancel("timeline")
		p.draw(nil)
		return
	}
	kit.Fetch(p.host.Jobs, "timeline", func(ctx context.Context) (*report.Model, error) { return read(ctx, p.desk, who, topic) }, func(m *report.Model, err error) {
		if claims.CodeOf(err) == claims.CodeNotFound { // the name is still being typed, or nobody has it
			p.draw(nil)
			p.said.SetText(nav.Problem(err).Sentence + " " + nav.Problem(err).Advice)
			return
		}
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.draw(m)
	})
}

// read gathers everything of a speaker, of a topic, or of a speaker on a topic.
func read(ctx context.Context, d Desk, who, topic string) (*report.Model, error) {
	if who == "" {
		return d.Report(ctx, desk.Scope{Query: topic}, desk.ReportOptions{})
	}
	s, err := d.FindSpeaker(ctx, who)
	if err != nil {
		return nil, err
	}
	if topic == "" {
		return d.Report(ctx, desk.Scope{Speaker: s.ID}, desk.ReportOptions{})
	}
	return d.Report(ctx, desk.Scope{Query: `speaker:"` + s.Name + `" ` + topic}, desk.ReportOptions{})
}

func (p *Page) draw(m *report.Model) {
	p.model = m
	p.marks = map[string]nav.Route{}
	var moments []kit.Moment
	if m != nil {
		moments = p.moments(m)
	}
	p.line.SetMoments(moments)
	p.said.SetText("")
	if len(moments) == 0 {
		p.line.Hide()
		p.tools.Hide()
		p.empty.Show()
	} else {
		p.empty.Hide()
		p.tools.Show()
		p.line.Show()
		p.said.SetText(lang.XN("timeline.count", "{{.Count}} marks", len(moments), map[string]any{"Count": nav.Number(len(moments))}))
	}
	p.content.Refresh() // the buttons may need a row of their own
	p.host.Commands.Refresh()
}

func (p *Page) open(m kit.Moment) {
	if r, ok := p.marks[m.ID]; ok {
		p.host.Go(r)
	}
}

// export saves the timeline as the report's SVG, in the language of reports.
func (p *Page) export() {
	if p.model == nil {
		return
	}
	model := *p.model
	model.Options.Language = nav.ReportLanguage(p.host.App.Preferences())
	p.host.SaveFile("timeline"+report.SVG.Ending(), lang.X("job.timeline", "Writing the timeline"), func(_ context.Context, w io.Writer) error {
		return report.Write(w, &model, report.SVG)
	})
}

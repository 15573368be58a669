// Package speakers is the screen of the people and bodies who speak: an index,
// and for each a scorecard that always shows its denominators.
package speakers

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/claims/fold"
	"onrecord/ui/kit"
	"onrecord/ui/kit/look"
	"onrecord/ui/nav"
)

// Desk is what the screen needs of the desk.
type Desk interface {
	nav.Lister
	Facets(ctx context.Context, kind claims.Kind, index desk.Index) (map[string]int, error)
	Speaker(ctx context.Context, id claims.ID) (*claims.Speaker, error)
	FindSpeaker(ctx context.Context, name string) (*claims.Speaker, error)
	SpeakerNames(ctx context.Context) ([]string, error)
	Scorecards(ctx context.Context, speaker claims.ID) ([]claims.Scorecard, error)
	EditSpeaker(ctx context.Context, s claims.Speaker) error
	MergeSpeakers(ctx context.Context, from, into claims.ID) error
	SplitSpeaker(ctx context.Context, from claims.ID, name string, statements []claims.ID) (*claims.Speaker, error)
}

// Page is the screen.
type Page struct {
	host    *nav.Host
	desk    Desk
	table   *kit.Table[row]
	body    *fyne.Container
	content fyne.CanvasObject
	open    *claims.Speaker
	wanted  claims.ID // opened by another screen: the table's own first row does not take its place
	rows    []row
	all     bool // unnamed sources and groups too
}

type row struct {
	*claims.Speaker
	statements, claims int
}

// New makes the screen.
func New(host *nav.Host, d Desk) *Page {
	p := &Page{host: host, desk: d, body: container.NewVBox()}
	p.table = kit.NewTable(host.Jobs, "speakers", columns(), func(r row) string { return string(r.ID) })
	p.table.Label = lang.X("screen.speakers", "Speakers")
	p.table.OnCursor = p.came
	p.table.OnOpen = func(r row) { p.show(r.ID) }
	p.table.OnError = host.Fail
	p.table.OnRune = host.Commands.Typed
	p.table.Empty = kit.NewEmptyState(look.Icon(look.IconSpeaker), lang.X("speakers.empty", "Nobody has spoken yet"),
		lang.X("speakers.emptyHint", "Whoever is quoted in an article comes here by name, with everything they said and how their claims turned out."),
		lang.X("claims.emptyGo", "Go to the library"), func() { host.Go(nav.Route{Screen: nav.Library}) })
	if p.table.Query().Sort == "" {
		p.table.SortBy("statements", true)
	}
	filter := kit.NewSearchField(host.Jobs, "speakers/filter", p.table.SetFilter)
	filter.Next = func() fyne.Focusable { return p.table }
	unnamed := kit.NewFilterChip(lang.X("speakers.unnamed", "Unnamed and groups too"), false, func(on bool) {
		p.all = on
		p.fill()
	})
	top := container.NewBorder(nil, nil, nil, container.NewCenter(kit.ChipRow(unnamed)), filter)
	list := container.NewBorder(top, nil, nil, nil, p.table)
	p.content = kit.Page(lang.X("screen.speakers", "Speakers"), nil, kit.NewHSplit("speakers", list, kit.Scrollable(p.body), 0.5))
	p.commands()
	return p
}

func columns() []kit.Column[row] {
	return []kit.Column[row]{
		{ID: "name", Title: lang.X("speaker.name", "Name"), Width: 220, Grow: true, Cell: func(r row) kit.Cell { return kit.Text(r.Name) }, Less: func(a, b row) bool { return fold.Key(a.Name) < fold.Key(b.Name) }},
		{ID: "type", Title: lang.X("speaker.type", "Type"), Width: 110, Cell: func(r row) kit.Cell { return kit.Cell{Text: typeWords(r.Type), Dim: true} }, Less: func(a, b row) bool { return a.Type < b.Type }},
		{ID: "statements", Title: lang.X("library.statements", "Statements"), Width: 95, Align: fyne.TextAlignTrailing, Cell: func(r row) kit.Cell { return kit.Text(fmt.Sprint(r.statements)) }, Less: func(a, b row) bool { return a.statements < b.statements }},
		{ID: "claims", Title: lang.X("screen.claims", "Claims"), Width: 75, Align: fyne.TextAlignTrailing, Cell: func(r row) kit.Cell { return kit.Text(fmt.Sprint(r.claims)) }, Less: func(a, b row) bool { return a.claims < b.claims }},
	}
}

func typeWords(t claims.SpeakerType) string {
	switch t {
	case claims.Person:
		return lang.X("type.person", "Person")
	case claims.Organization:
		return lang.X("type.organization", "Organisation")
	case claims.Group:
		return lang.X("type.group", "Group")
	case claims.Document:
		return lang.X("type.document", "Document")
	}
	return lang.X("type.unnamed", "Unnamed")
}

// came follows the cursor of the table, but not to the first row while another
// speaker is being opened.
func (p *Page) came(r row) {
	wanted := p.wanted
	p.wanted = ""
	if wanted == "" || wanted == r.ID {
		p.show(r.ID)
	}
}

// load reads every speaker with what they have said and claimed: from the
// counters of the archive, so that it takes no longer than reading the names.
func (p *Page) load() {
	nav.Fetch(p.host, "speakers", func(ctx context.Context) ([]row, error) {
		statements, err := p.desk.Facets(ctx, claims.KindStatement, desk.BySpeaker)
		if err != nil {
			return nil, err
		}
		made, err := p.desk.Facets(ctx, claims.KindClaim, desk.BySpeaker)
		if err != nil {
			return nil, err
		}
		var rows []row
		q := desk.Query{Kind: claims.KindSpeaker, Index: desk.ByTitle, Limit: 1000}
		for {
			page, err := p.desk.List(ctx, q)
			if err != nil {
				return nil, err
			}
			for _, r := range page.Records {
				s := r.(*claims.Speaker)
				rows = append(rows, row{s, statements[string(s.ID)], made[string(s.ID)]})
			}
			if page.Next == "" {
				return rows, nil
			}
			q.After = page.Next
		}
	}, func(rows []row) {
		p.rows = rows
		p.fill()
	})
}

// fill shows the rows, without unnamed sources and groups unless they are
// asked for.
func (p *Page) fill() {
	var shown []row
	for _, r := range p.rows {
		if p.all || r.Type == claims.Person || r.Type == claims.Organization {
			shown = append(shown, r)
		}
	}
	p.table.SetSource(kit.SliceSource(shown, columns()))
}

func (p *Page) commands() {
	menu, scope := lang.X("menu.speaker", "Speaker"), string(nav.Speakers)
	one := func() bool { return p.open != nil }
	p.host.Commands.Add(
		&kit.Command{ID: "speaker.edit", Menu: menu, Title: lang.X("speaker.edit", "Edit or rename…"), Icon: theme.DocumentCreateIcon(), Letter: 'e', Scope: scope, Enabled: one, Do: p.edit},
		&kit.Command{ID: "speaker.merge", Menu: menu, Title: lang.X("speaker.merge", "Merge into another…"), Letter: 'm', Scope: scope, Enabled: one, Do: p.merge},
		&kit.Command{ID: "speaker.split", Menu: menu, Title: lang.X("speaker.split", "Split: two people were taken for one…"), Scope: scope, Enabled: one, Do: p.split},
		&kit.Command{ID: "speaker.search", Menu: menu, Title: lang.X("speaker.search", "Search what they said"), Letter: 'f', Scope: scope, Enabled: one, Do: p.search},
		&kit.Command{ID: "speaker.timeline", Menu: menu, Title: lang.X("speaker.timeline", "Show on the timeline"), Icon: look.Icon(look.IconTimeline), Letter: 't', Scope: scope, Enabled: one, Do: func() {
			p.host.Go(nav.Route{Screen: nav.Timeline, ID: p.open.ID})
		}},
		&kit.Command{ID: "speaker.report", Menu: menu, Title: lang.X("speaker.report", "Report on this speaker…"), Icon: look.Icon(look.IconReport), Scope: scope, Enabled: one, Do: func() {
			p.host.Go(nav.Route{Screen: nav.Reports, Query: "speaker:" + p.open.Name})
		}},
	)
}

func (p *Page) search() {
	p.host.Go(nav.Route{Screen: nav.Search, Query: `speaker:"` + p.open.Name + `" `})
}

// Content implements nav.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Focus implements nav.Page.
func (p *Page) Focus() fyne.Focusable { return p.table }

// Show implements nav.Page.
func (p *Page) Show(r nav.Route) {
	p.wanted = r.ID
	p.load()
	if r.ID != "" {
		p.show(r.ID)
	}
}

// Changed implements nav.Page.
func (p *Page) Changed(e desk.Event) {
	if e.Touches(claims.KindSpeaker) || e.Touches(claims.KindClaim) || e.Touches(claims.KindStatement) {
		p.load()
		if p.open != nil {
			p.wanted = p.open.ID
			p.show(p.open.ID)
		}
	}
}

type view struct {
	speaker    *claims.Speaker
	cards      []claims.Scorecard
	statements []*claims.Statement
}

// shownStatements is how many of the latest statements the page lists.
const shownStatements = 12

func (p *Page) show(id claims.ID) {
	nav.Fetch(p.host, "speaker", func(ctx context.Context) (v view, err error) {
		if v.speaker, err = p.desk.Speaker(ctx, id); claims.CodeOf(err) == claims.CodeNotFound {
			return view{}, nil // merged away, or its making was undone
		}
		if err != nil {
			return v, err
		}
		if v.cards, err = p.desk.Scorecards(ctx, id); err != nil {
			return v, err
		}
		page, err := p.desk.List(ctx, desk.Query{Kind: claims.KindStatement, Index: desk.BySpeaker, Value: string(id), Reverse: true, Limit: shownStatements})
		for _, r := range page.Records {
			v.statements = append(v.statements, r.(*claims.Statement))
		}
		return v, err
	}, p.draw)
}

func (p *Page) draw(v view) {
	p.open = v.speaker
	p.body.Objects = nil
	if v.speaker != nil {
		p.body.Objects = []fyne.CanvasObject{p.head(v.speaker), scorecard(v.cards), p.latest(v.statements)}
	}
	p.body.Refresh()
}

func (p *Page) head(s *claims.Speaker) fyne.CanvasObject {
	name := widget.NewLabel(s.Name)
	name.SizeName = theme.SizeNameHeadingText
	name.TextStyle.Bold = true
	name.Wrapping = fyne.TextWrapWord
	var lines []string
	for _, r := range s.Roles {
		lines = append(lines, strings.TrimSpace(strings.Join([]string{r.Title, r.Organization, r.From.String(), r.To.String()}, " ")))
	}
	if len(s.Aliases) > 0 {
		lines = append(lines, lang.X("speaker.aliases", "Also:")+" "+strings.Join(s.Aliases, ", "))
	}
	actions := container.New(kit.NewFlow(),
		widget.NewButtonWithIcon(lang.X("speaker.edit", "Edit or rename…"), theme.DocumentCreateIcon(), p.edit),
		widget.NewButton(lang.X("speaker.merge", "Merge into another…"), p.merge),
		widget.NewButtonWithIcon(lang.X("speaker.search", "Search what they said"), theme.SearchIcon(), p.search))
	return container.NewVBox(name, kit.Caption(strings.Join(lines, "\n")), actions)
}

// scorecard draws the cards as bars, each with what it is a share of.
func scorecard(cards []claims.Scorecard) fyne.CanvasObject {
	if len(cards) == 0 || cards[0].Total == 0 {
		return kit.Section(lang.X("speaker.scorecard", "Scorecard"), nil, kit.Caption(lang.X("speaker.noClaims", "No claim of theirs is followed yet.")))
	}
	var bars []kit.Bar
	for _, c := range cards {
		bar := kit.Bar{Label: lang.X("claims.allClasses", "All classes")}
		if c.Class != "" {
			bar.Label = nav.Class(c.Class)
		}
		for _, t := range c.Tallies {
			bar.Parts = append(bar.Parts, kit.Part{Name: t.Value.Label, Count: t.Count, Tone: nav.Tone(t.Value)})
		}
		bars = append(bars, bar)
	}
	all := cards[0]
	words := fmt.Sprintf(lang.X("speaker.denominators", "%d claims: %d resolved, %d cannot be resolved, %d not yet due, %d overdue, %d without a date."),
		all.Total, all.Resolved, all.Unresolvable, all.NotYetDue, all.Overdue, all.Open)
	if all.Few() {
		words += " " + lang.X("speaker.few", "Too few are resolved to speak of shares.")
	}
	return kit.Section(lang.X("speaker.scorecard", "Scorecard"), nil, kit.NewBars(bars...), kit.Caption(words))
}

func (p *Page) latest(all []*claims.Statement) fyne.CanvasObject {
	box := container.NewVBox()
	for _, s := range all {
		text := widget.NewLabel(s.Text)
		text.Wrapping = fyne.TextWrapWord
		open := widget.NewButtonWithIcon(s.SaidOn.String()+" · "+nav.Class(s.Class), look.Icon(look.IconQuote), func() {
			p.host.Go(nav.Route{Screen: nav.Article, ID: s.Article, Statement: s.ID})
		})
		open.Alignment = widget.ButtonAlignLeading
		open.Importance = widget.LowImportance
		if s.Article == "" {
			open.Disable()
		}
		box.Add(container.NewVBox(open, text))
	}
	return kit.Section(lang.X("speaker.latest", "Latest statements"), nil, box)
}

// Package speakers is the screen of the people and bodies who speak: an index,
// and for each a scorecard that always shows its denominators.
package speakers

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

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
	ScorecardsByYear(ctx context.Context, speaker claims.ID) ([]claims.Scorecard, error)
	SuggestDuplicates(ctx context.Context, limit int) ([]desk.Duplicate, error)
	EditSpeaker(ctx context.Context, s claims.Speaker) error
	MergeSpeakers(ctx context.Context, from, into claims.ID) error
	RefuseSame(ctx context.Context, one, other claims.ID) error
	SplitSpeaker(ctx context.Context, from claims.ID, name string, statements []claims.ID) (*claims.Speaker, error)
}

// Page is the screen.
type Page struct {
	host      *nav.Host
	desk      Desk
	table     *kit.Table[row]
	body      *fyne.Container
	content   fyne.CanvasObject
	open      *claims.Speaker
	wanted    claims.ID // opened by another screen: the table's own first row does not take its place
	rows      []row
	all       bool             // unnamed sources and groups too
	pairs     []desk.Duplicate // speakers that may be one
	searching bool             // for pairs, now or soon
	hold      func()           // puts that off
	alike     *kit.Link        // offers them
	actions   []*kit.Command   // of the menu of a row
}

type row struct {
	*claims.Speaker
	statements, claims int
}

// New makes the screen.
func New(host *nav.Host, d Desk) *Page {
	p := &Page{host: host, desk: d, body: container.NewVBox(), hold: func() {}}
	p.table = kit.NewTable(host.Jobs, "speakers", columns(), func(r row) string { return string(r.ID) })
	p.table.Label = lang.X("screen.speakers", "Speakers")
	p.table.OnCursor = p.came
	p.table.OnOpen = func(r row) { p.show(r.ID) }
	p.table.OnError = host.Fail
	p.table.OnRune = host.Commands.Typed
	p.table.OnMenu = func(_ row, at fyne.Position) { kit.ShowMenu(host.Window.Canvas(), at, host.Commands, p.actions...) }
	p.table.Empty = kit.NewEmptyState(look.Icon(look.IconSpeaker), lang.X("speakers.empty", "Nobody has spoken yet"),
		lang.X("speakers.emptyHint", "Whoever is quoted in an article comes here by name, with everything they said and how their claims turned out."),
		lang.X("claims.emptyGo", "Go to the library"), func() { host.Go(nav.Route{Screen: nav.Library}) })
	if p.table.Query().Sort == "" {
		p.table.SortBy("statements", true)
	}
	filter := kit.NewSearchField(p.filter)
	host.Commands.Add(host.FindCommand(nav.Speakers, filter))
	filter.Next = func() fyne.Focusable { return p.table }
	unnamed := kit.NewFilterChip(lang.X("speakers.unnamed", "Unnamed and groups too"), false, func(on bool) {
		p.all = on
		p.fill()
	})
	p.alike = kit.NewLink("", p.showPairs)
	p.alike.Hide()
	top := container.New(kit.NewFlow(), kit.NewWide(22, filter), unnamed, p.alike)
	list := container.NewBorder(top, nil, nil, nil, p.table)
	p.content = kit.Page(lang.X("screen.speakers", "Speakers"), nil, kit.NewHSplit("speakers", list, kit.Scrollable(p.body), 0.5))
	p.commands()
	return p
}

func columns() []kit.Column[row] {
	return []kit.Column[row]{
		{ID: "name", Title: lang.X("speaker.name", "Name"), Width: 220, Grow: true, Cell: func(r row) kit.Cell { return kit.Text(r.Name) }, Less: func(a, b row) bool { return fold.Key(a.Name) < fold.Key(b.Name) }},
		{ID: "type", Title: lang.X("speaker.type", "Type"), Width: 110, Least: 80, Rank: 3, Cell: func(r row) kit.Cell { return kit.Cell{Text: typeWords(r.Type), Dim: true} }, Less: func(a, b row) bool { return a.Type < b.Type }},
		{ID: "statements", Title: lang.X("library.statements", "Statements"), Width: 115, Least: 100, Rank: 1, Align: fyne.TextAlignTrailing, Cell: func(r row) kit.Cell { return kit.Text(nav.Number(r.statements)) }, Less: func(a, b row) bool { return a.statements < b.statements }},
		{ID: "claims", Title: lang.X("screen.claims", "Claims"), Width: 105, Least: 95, Rank: 2, Align: fyne.TextAlignTrailing, Cell: func(r row) kit.Cell { return kit.Text(nav.Number(r.claims)) }, Less: func(a, b row) bool { return a.claims < b.claims }},
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
	add := func(c *kit.Command) {
		c.Menu, c.Scope = menu, scope
		if c.Enabled == nil {
			c.Enabled = one
		}
		p.host.Commands.Add(c)
		p.actions = append(p.actions, c)
	}
	add(&kit.Command{ID: "speaker.edit", Title: lang.X("speaker.edit", "Edit or rename…"), Icon: theme.DocumentCreateIcon(), Letter: 'e', Do: p.edit})
	add(&kit.Command{ID: "speaker.merge", Title: lang.X("speaker.merge", "Merge into another…"), Letter: 'm', Do: p.merge})
	add(&kit.Command{ID: "speaker.pairs", Title: lang.X("speaker.pairs", "Speakers who may be the same…"), Letter: 'd', Enabled: func() bool { return len(p.pairs) > 0 }, Do: p.showPairs})
	add(&kit.Command{ID: "speaker.split", Title: lang.X("speaker.split", "Split: two people were taken for one…"), Do: p.split})
	add(&kit.Command{ID: "speaker.search", Title: lang.X("speaker.search", "Search what they said"), Letter: 'f', Do: p.search})
	add(&kit.Command{ID: "speaker.claims", Title: lang.X("speaker.claims", "Their claims"), Icon: look.Icon(look.IconClaim), Letter: 'c', Do: p.claims})
	add(&kit.Command{ID: "speaker.timeline", Title: lang.X("speaker.timeline", "Show on the timeline"), Icon: look.Icon(look.IconTimeline), Letter: 't', Do: p.timeline})
	add(&kit.Command{ID: "speaker.report", Title: lang.X("speaker.report", "Report on this speaker…"), Icon: look.Icon(look.IconReport), Do: p.report})
}

func (p *Page) claims() {
	p.host.Go(nav.Route{Screen: nav.Claims, Query: `speaker:"` + p.open.Name + `"`})
}

func (p *Page) timeline() { p.host.Go(nav.Route{Screen: nav.Timeline, ID: p.open.ID}) }

func (p *Page) report() {
	p.host.Go(nav.Route{Screen: nav.Reports, Query: "speaker:" + p.open.Name})
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
	p.loadPairs()
	if r.ID != "" {
		p.show(r.ID)
	}
}

// Changed implements nav.Page.
func (p *Page) Changed(e desk.Event) {
	if e.Touches(claims.KindSpeaker) || e.Touches(claims.KindClaim) || e.Touches(claims.KindStatement) {
		p.load()
		if e.Touches(claims.KindSpeaker) {
			p.findPairs()
		}
		if p.open != nil {
			p.wanted = p.open.ID
			p.show(p.open.ID)
		}
	}
}

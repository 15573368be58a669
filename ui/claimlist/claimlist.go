// Package claimlist is the screen that lists the claims: sortable, filtered,
// with edits of several at once.
package claimlist

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/ui/kit"
	"onrecord/ui/kit/look"
	"onrecord/ui/nav"
)

// Desk is what the screen needs of the desk.
type Desk interface {
	nav.Lister
	Speaker(ctx context.Context, id claims.ID) (*claims.Speaker, error)
	Scales(ctx context.Context) ([]*claims.Scale, error)
	EditClaims(ctx context.Context, ids []claims.ID, edit func(*claims.Claim)) error
	MarkChecked(ctx context.Context, ids ...claims.ID) error
	TrashClaims(ctx context.Context, ids ...claims.ID) error
	Today() claims.Date
}

// Page is the screen.
type Page struct {
	host    *nav.Host
	desk    Desk
	table   *kit.Table[row]
	class   *widget.Select
	verdict *widget.Select
	content fyne.CanvasObject
	scales  []*claims.Scale
	values  []claims.Value // those of the verdict filter, after "all"
}

type row struct {
	*claims.Claim
	speaker string
	value   claims.Value
	overdue bool
}

// New makes the screen.
func New(host *nav.Host, d Desk) *Page {
	p := &Page{host: host, desk: d}
	p.table = kit.NewTable(host.Jobs, "claims", columns(), func(r row) string { return string(r.ID) })
	p.table.Label = lang.X("screen.claims", "Claims")
	p.table.OnOpen = func(r row) { host.Go(nav.Route{Screen: nav.Claim, ID: r.ID}) }
	p.table.OnError = host.Fail
	p.table.OnKey = p.key
	p.table.Empty = kit.NewEmptyState(look.Icon(look.IconClaim), lang.X("claims.empty", "No claims yet"),
		lang.X("claims.emptyHint", "A claim is one thing that can be checked. Open an article, choose a statement and press C: the proposal comes filled in, and you correct it."),
		lang.X("claims.emptyGo", "Go to the library"), func() { host.Go(nav.Route{Screen: nav.Library}) })
	p.class = widget.NewSelect(classNames(), func(string) { p.show() })
	p.class.Selected = p.class.Options[0]
	p.verdict = widget.NewSelect([]string{lang.X("claims.allVerdicts", "All verdicts")}, func(string) { p.show() })
	p.verdict.Selected = p.verdict.Options[0]
	p.content = kit.Page(lang.X("screen.claims", "Claims"), container.NewHBox(p.class, p.verdict), p.table)
	p.commands()
	return p
}

var claimClasses = claims.Classes[:len(claims.Classes)-1]

func classNames() []string {
	out := []string{lang.X("claims.allClasses", "All classes")}
	for _, c := range claimClasses {
		out = append(out, nav.Class(c))
	}
	return out
}

func columns() []kit.Column[row] {
	return []kit.Column[row]{
		{ID: "text", Title: lang.X("record.claim", "Claim"), Width: 380, Grow: true, Sortable: true, Cell: func(r row) kit.Cell { return kit.Text(r.Text) }},
		{ID: "speaker", Title: lang.X("record.speaker", "Speaker"), Width: 150, Sortable: true, Cell: func(r row) kit.Cell { return kit.Text(r.speaker) }},
		{ID: "class", Title: lang.X("statement.class", "Class"), Width: 100, Sortable: true, Cell: func(r row) kit.Cell { return kit.Cell{Text: nav.Class(r.Class), Dim: true} }},
		{ID: "made", Title: lang.X("claim.madeOn", "Made on"), Width: 105, Sortable: true, Cell: func(r row) kit.Cell { return kit.Text(r.MadeOn.String()) }},
		{ID: "due", Title: lang.X("statement.due", "Due"), Width: 105, Sortable: true, Cell: func(r row) kit.Cell {
			c := kit.Text(r.Due.String())
			if r.overdue {
				c.Tone, c.Bold = look.Bad, true
			}
			return c
		}},
		{ID: "verdict", Title: lang.X("record.verdict", "Verdict"), Width: 150, Sortable: true, Cell: func(r row) kit.Cell { return kit.Badge(r.value.Label, nav.Tone(r.value)) }},
	}
}

var orders = map[string]desk.Index{
	"text": desk.ByTitle, "speaker": desk.BySpeaker, "class": desk.ByClass, "made": desk.ByDate, "due": desk.ByDue, "verdict": desk.ByVerdict,
}

func (p *Page) commands() {
	menu, scope := lang.X("menu.claim", "Claim"), string(nav.Claims)
	p.host.Commands.Add(
		&kit.Command{ID: "claims.checked", Menu: menu, Title: lang.X("claims.checked", "Mark as checked today"), Icon: theme.ConfirmIcon(), Letter: 'm', Scope: scope, Do: p.checked},
		&kit.Command{ID: "claims.tag", Menu: menu, Title: lang.X("claims.tag", "Add topics…"), Icon: look.Icon(look.IconTag), Letter: 't', Scope: scope, Do: p.addTopics},
		&kit.Command{ID: "claims.all", Menu: menu, Title: lang.X("claims.all", "Select all"), Key: kit.Ctrl(fyne.KeyA), Scope: scope, Do: p.table.MarkAll},
		&kit.Command{ID: "claims.delete", Menu: menu, Title: lang.X("claims.delete", "Delete claims"), Icon: look.Icon(look.IconTrash), Key: kit.CtrlShift(fyne.KeyBackspace), Scope: scope, Do: p.delete},
	)
	p.table.OnRune = p.host.Commands.Typed
}

// Content implements nav.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Focus implements nav.Page.
func (p *Page) Focus() fyne.Focusable { return p.table }

// Show implements nav.Page.
func (p *Page) Show(nav.Route) {
	nav.Fetch(p.host, "claims/scales", p.desk.Scales, func(scales []*claims.Scale) {
		p.scales = scales
		names := []string{lang.X("claims.allVerdicts", "All verdicts")}
		p.values = nil
		seen := map[string]bool{}
		for _, s := range scales {
			for _, v := range s.Values[1:] {
				if !seen[v.ID] {
					seen[v.ID] = true
					names, p.values = append(names, v.Label), append(p.values, v)
				}
			}
		}
		p.verdict.SetOptions(names)
		p.show()
	})
}

// Changed implements nav.Page.
func (p *Page) Changed(e desk.Event) {
	if e.Touches(claims.KindClaim) || e.Touches(claims.KindSpeaker) {
		p.table.Reload()
	}
}

func (p *Page) show() {
	q := desk.Query{Kind: claims.KindClaim, Index: desk.ByDate, Reverse: true}
	if i := p.verdict.SelectedIndex(); i > 0 && i <= len(p.values) {
		q.Index, q.Value = desk.ByVerdict, p.values[i-1].ID
	} else if i := p.class.SelectedIndex(); i > 0 {
		q.Index, q.Value = desk.ByClass, string(claimClasses[i-1])
	}
	p.table.SetSource(nav.Rows(p.desk, q, orders, p.row))
}

func (p *Page) row(ctx context.Context, r claims.Record) (row, error) {
	c := r.(*claims.Claim)
	out := row{Claim: c}
	if scale, ok := claims.ScaleFor(p.scales, c.Class); ok {
		out.value = claims.ValueOf(c, scale)
	}
	out.overdue = !out.value.Final && claims.IsOverdue(c.Due, p.desk.Today())
	if c.Speaker == "" {
		return out, nil
	}
	who, err := p.desk.Speaker(ctx, c.Speaker)
	if err == nil {
		out.speaker = who.Name
	}
	return out, err
}

func (p *Page) chosen() []claims.ID {
	var ids []claims.ID
	for _, k := range p.table.Chosen() {
		ids = append(ids, claims.ID(k))
	}
	return ids
}

func (p *Page) checked() {
	if ids := p.chosen(); len(ids) > 0 {
		p.host.Do(func(ctx context.Context) error { return p.desk.MarkChecked(ctx, ids...) }, func() { p.host.Did(lang.X("claims.checkedToast", "Marked as checked today")) })
	}
}

func (p *Page) delete() {
	if ids := p.chosen(); len(ids) > 0 {
		p.host.Do(func(ctx context.Context) error { return p.desk.TrashClaims(ctx, ids...) }, func() {
			p.table.ClearMarks()
			p.host.Did(lang.XN("claims.deleted", "{{.Count}} claims deleted", len(ids), map[string]any{"Count": len(ids)}))
		})
	}
}

func (p *Page) key(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyDelete {
		p.delete()
		return true
	}
	return false
}

// addTopics adds topics to all chosen claims in one change.
func (p *Page) addTopics() {
	ids := p.chosen()
	if len(ids) == 0 {
		return
	}
	entry := kit.NewInput()
	d := dialog.NewForm(lang.X("claims.tag", "Add topics…"), lang.X("dialog.save", "Save"), lang.X("kit.cancel", "Cancel"),
		[]*widget.FormItem{{Text: lang.X("record.topics", "Topics"), Widget: entry, HintText: lang.X("record.tagsHint", "separated by commas")}}, func(ok bool) {
			topics := nav.SplitTags(entry.Text)
			if !ok || len(topics) == 0 {
				return
			}
			p.host.Do(func(ctx context.Context) error {
				return p.desk.EditClaims(ctx, ids, func(c *claims.Claim) { c.Topics = append(c.Topics, topics...) })
			}, func() { p.host.Did(lang.X("claims.tagged", "Topics added")) })
		}, p.host.Window)
	d.Resize(fyne.NewSize(460, 0))
	d.Show()
	p.host.Window.Canvas().Focus(entry)
}

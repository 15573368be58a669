package claimlist

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"onrecord/claims"
	"onrecord/claims/fold"
	"onrecord/ui/kit"
	"onrecord/ui/kit/look"
	"onrecord/ui/nav"
)

func (p *Page) commands() {
	menu, scope := lang.X("menu.claim", "Claim"), string(nav.Claims)
	some := func() bool { return len(p.table.Chosen()) > 0 }
	filtered := func() bool { return p.filter.text() != "" && !p.filter.changed.On }
	checked := &kit.Command{ID: "claims.checked", Menu: menu, Title: lang.X("claims.checked", "Mark as checked today"), Icon: theme.ConfirmIcon(), Letter: 'm', Scope: scope, Enabled: some, Do: p.checked}
	edit := &kit.Command{ID: "claims.edit", Menu: menu, Title: lang.X("claims.editMany", "Edit claims…"), Icon: theme.DocumentCreateIcon(), Letter: 'e', Scope: scope, Enabled: some, Do: p.edit}
	remove := &kit.Command{ID: "claims.delete", Menu: menu, Title: lang.X("claims.delete", "Delete claims"), Icon: look.Icon(look.IconTrash), Key: kit.CtrlShift(fyne.KeyBackspace), Scope: scope, Enabled: some, Do: p.delete}
	p.host.Commands.Add(
		checked, edit,
		&kit.Command{ID: "claims.all", Menu: menu, Title: lang.X("claims.all", "Select all"), Key: kit.Ctrl(fyne.KeyA), Scope: scope, Do: p.table.MarkAll},
		remove,
		p.host.FindCommand(nav.Claims, p.filter.words),
		&kit.Command{ID: "claims.saveFilter", Menu: menu, Title: lang.X("claims.saveFilter", "Save this filter…"), Icon: theme.DocumentSaveIcon(), Scope: scope, Enabled: filtered, Do: p.saveFilter},
		&kit.Command{ID: "claims.clearFilter", Menu: menu, Title: lang.X("claims.clear", "Clear the filter"), Icon: theme.ContentClearIcon(), Scope: scope, Do: p.clear},
		&kit.Command{ID: "claims.report", Menu: menu, Title: lang.X("claims.report", "Report on these claims…"), Icon: look.Icon(look.IconReport), Scope: scope, Do: p.report},
	)
	p.actions = []*kit.Command{nav.OpenCommand(p.table), nil, edit, checked, nil, remove}
	p.table.OnRune = p.host.Commands.Typed
}

// report opens the reports screen for what is on this one.
func (p *Page) report() {
	p.host.Go(nav.Route{Screen: nav.Reports, Query: "query:" + strings.TrimSpace(kindFilter+" "+p.filter.text())})
}

func (p *Page) checked() { p.host.MarkChecked(p.desk, nav.Chosen(p.table), nil) }

func (p *Page) delete() {
	if ids := nav.Chosen(p.table); len(ids) > 0 {
		p.host.Do(func(ctx context.Context) error { return p.desk.TrashClaims(ctx, ids...) }, func() {
			p.table.ClearMarks()
			p.host.Did(lang.XN("claims.deleted", "{{.Count}} claims deleted", len(ids), map[string]any{"Count": nav.Number(len(ids))}))
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

// bulk is a change of several claims: what is empty stays as it is.
type bulk struct {
	class       claims.Class
	add, remove []string // topics
	due         claims.Date
	noDue       bool
	actor       string
}

// apply changes one claim.
func (b *bulk) apply(c *claims.Claim) {
	if b.class != "" {
		c.Class = b.class
	}
	c.Topics = slices.DeleteFunc(c.Topics, func(t string) bool { return hasTopic(b.remove, t) || hasTopic(b.add, t) })
	c.Topics = append(c.Topics, b.add...)
	switch {
	case b.noDue:
		c.Due, c.DueWords = claims.Date{}, ""
	case !b.due.IsZero():
		c.Due, c.DueWords = b.due, ""
	}
	if b.actor != "" {
		c.Actor = b.actor
	}
}

func hasTopic(topics []string, topic string) bool {
	return slices.ContainsFunc(topics, func(t string) bool { return fold.Key(t) == fold.Key(topic) })
}

// edit asks what shall become of all chosen claims, and does it in one change.
func (p *Page) edit() {
	ids := nav.Chosen(p.table)
	if len(ids) == 0 {
		return
	}
	classes := []string{lang.X("claims.asIs", "as it is")}
	for _, c := range claimClasses {
		classes = append(classes, nav.Class(c))
	}
	class := choice(classes, nil)
	add, remove, actor := kit.NewInput(), kit.NewInput(), kit.NewInput()
	due := nav.NewDateEntry(claims.Date{})
	noDue := kit.NewCheck(lang.X("claims.noDue", "No due date"), nil)
	form := kit.NewForm(
		kit.Field{Label: lang.X("statement.class", "Class"), Input: class},
		kit.Field{Label: lang.X("claims.addTopics", "Add topics"), Input: add, Hint: lang.X("record.tagsHint", "separated by commas")},
		kit.Field{Label: lang.X("claims.removeTopics", "Remove topics"), Input: remove},
		kit.Field{Label: lang.X("statement.due", "Due"), Input: container.NewVBox(due, due.Echo(), noDue)},
		kit.Field{Label: lang.X("claim.actor", "Who must act"), Input: actor},
	)
	intro := kit.Caption(lang.X("claims.editHint", "What is left empty stays as it is in each claim. One undo takes all of it back."))
	body := container.NewVBox(intro, form)
	title := lang.XN("claims.editCount", "Edit {{.Count}} claims", len(ids), map[string]any{"Count": nav.Number(len(ids))})
	d := kit.NewConfirm(title, lang.X("dialog.save", "Save"), lang.X("kit.cancel", "Cancel"), kit.Scrollable(body), func(ok bool) {
		if !ok {
			return
		}
		b := bulk{add: nav.SplitTags(add.Text), remove: nav.SplitTags(remove.Text), actor: strings.TrimSpace(actor.Text), noDue: noDue.Checked}
		if i := class.SelectedIndex(); i > 0 {
			b.class = claimClasses[i-1]
		}
		var err error
		if b.due, err = nav.ReadDate(due.Text); err != nil {
			p.host.Fail(err)
			return
		}
		p.host.Do(func(ctx context.Context) error { return p.desk.EditClaims(ctx, ids, b.apply) }, func() {
			p.host.Did(lang.XN("claims.edited", "{{.Count}} claims edited", len(ids), map[string]any{"Count": nav.Number(len(ids))}))
		})
	}, p.host.Window)
	d.Resize(nav.Fit(p.host.Window, body))
	d.Show()
	p.host.Window.Canvas().Focus(class)
}

package speakers

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/ui/kit"
	"onrecord/ui/nav"
)

func (p *Page) edit() {
	if p.open == nil {
		return
	}
	s := *p.open
	name, aliases, roles, notes := kit.NewInput(), kit.NewInput(), kit.NewLines(), kit.NewLines()
	name.SetText(s.Name)
	aliases.SetText(strings.Join(s.Aliases, ", "))
	roles.SetText(roleLines(s.Roles))
	notes.SetText(s.Notes)
	var types []string
	for _, t := range claims.SpeakerTypes {
		types = append(types, typeWords(t))
	}
	kind := kit.NewSelect(types, nil)
	kind.SetSelectedIndex(max(slices.Index(claims.SpeakerTypes, s.Type), 0))
	form := kit.NewForm(
		kit.Field{Label: lang.X("speaker.name", "Name"), Input: name, Hint: lang.X("speaker.renameHint", "After a rename the old name stays as an alias.")},
		kit.Field{Label: lang.X("speaker.type", "Type"), Input: kind},
		kit.Field{Label: lang.X("speaker.aliasList", "Aliases"), Input: aliases, Hint: lang.X("record.tagsHint", "separated by commas")},
		kit.Field{Label: lang.X("speaker.roles", "Roles"), Input: roles, Hint: lang.X("speaker.rolesHint", "one a line: title; organisation; from; to")},
		kit.Field{Label: lang.X("record.notes", "Notes"), Input: notes},
	)
	d := kit.NewConfirm(lang.X("speaker.edit", "Edit or rename…"), lang.X("dialog.save", "Save"), lang.X("kit.cancel", "Cancel"), kit.Scrollable(form), func(ok bool) {
		if !ok {
			return
		}
		var err error
		if s.Roles, err = readRoles(roles.Text); err != nil {
			p.host.Fail(err)
			return
		}
		s.Name, s.Type, s.Aliases, s.Notes = strings.TrimSpace(name.Text), claims.SpeakerTypes[kind.SelectedIndex()], nav.SplitTags(aliases.Text), notes.Text
		p.host.Do(func(ctx context.Context) error { return p.desk.EditSpeaker(ctx, s) }, func() { p.host.Did(lang.X("speaker.saved", "Speaker saved")) })
	}, p.host.Window)
	d.Resize(nav.Fit(p.host.Window, form))
	d.Show()
	p.host.Window.Canvas().Focus(name)
}

func roleLines(roles []claims.Role) string {
	var out []string
	for _, r := range roles {
		out = append(out, strings.TrimRight(strings.Join([]string{r.Title, r.Organization, r.From.String(), r.To.String()}, "; "), "; "))
	}
	return strings.Join(out, "\n")
}

func readRoles(text string) ([]claims.Role, error) {
	var out []claims.Role
	for _, line := range strings.Split(text, "\n") {
		if strings.TrimSpace(line) == "" {
			continue
		}
		parts := append(strings.Split(line, ";"), "", "", "")
		r := claims.Role{Title: strings.TrimSpace(parts[0]), Organization: strings.TrimSpace(parts[1])}
		var err error
		if r.From, err = claims.ParseDate(strings.TrimSpace(parts[2])); err != nil {
			return nil, err
		}
		if r.To, err = claims.ParseDate(strings.TrimSpace(parts[3])); err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, nil
}

// split lets the person choose the statements of somebody else.
func (p *Page) split() {
	if p.open == nil {
		return
	}
	from := p.open
	nav.Fetch(p.host, "speakers/split", func(ctx context.Context) (desk.Page, error) {
		return p.desk.List(ctx, desk.Query{Kind: claims.KindStatement, Index: desk.BySpeaker, Value: string(from.ID), Limit: 500})
	}, func(page desk.Page) {
		name := kit.NewInput()
		name.SetPlaceHolder(lang.X("speaker.splitName", "Name of the other speaker"))
		checks := map[claims.ID]*kit.Check{}
		box := container.NewVBox()
		for _, r := range page.Records {
			s := r.(*claims.Statement)
			c := kit.NewCheck(nav.Join(nav.Date(s.SaidOn), s.Text), nil)
			checks[s.ID] = c
			box.Add(c)
		}
		d := kit.NewConfirm(lang.X("speaker.split", "Split: two people were taken for one…"), lang.X("speaker.splitDo", "Split"), lang.X("kit.cancel", "Cancel"),
			container.NewBorder(container.NewVBox(name, kit.Caption(lang.X("speaker.splitHint", "Tick the statements that are theirs."))), nil, nil, nil, container.NewScroll(box)), func(ok bool) {
				if !ok {
					return
				}
				var ids []claims.ID
				for _, r := range page.Records {
					if checks[r.Key().ID].Checked {
						ids = append(ids, r.Key().ID)
					}
				}
				p.host.Do(func(ctx context.Context) error {
					_, err := p.desk.SplitSpeaker(ctx, from.ID, strings.TrimSpace(name.Text), ids)
					return err
				}, func() { p.host.Did(lang.X("speaker.splitDone", "Speaker split")) })
			}, p.host.Window)
		d.Resize(nav.Large(p.host.Window))
		d.Show()
		p.host.Window.Canvas().Focus(name)
	})
}

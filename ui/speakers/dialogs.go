package speakers

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"

	"onrecord/claims"
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
	shape := lang.X("speaker.rolesHint", "one a line: title; organisation; from; to")
	hint := kit.Caption(shape) // or what is wrong with them
	form := kit.NewForm(
		kit.Field{Label: lang.X("speaker.name", "Name"), Input: name, Hint: lang.X("speaker.renameHint", "After a rename the old name stays as an alias.")},
		kit.Field{Label: lang.X("speaker.type", "Type"), Input: kind},
		kit.Field{Label: lang.X("speaker.aliasList", "Aliases"), Input: aliases, Hint: lang.X("record.tagsHint", "separated by commas")},
		kit.Field{Label: lang.X("speaker.roles", "Roles"), Input: container.New(layout.NewCustomPaddedVBoxLayout(0), roles, hint)},
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
	judge := func() {
		_, err := readRoles(roles.Text)
		d.Allow(err == nil && strings.TrimSpace(name.Text) != "")
		hint.SetText(shape)
		if err != nil {
			hint.SetText(nav.Problem(err).Sentence)
		}
	}
	name.OnChanged, roles.OnChanged = func(string) { judge() }, func(string) { judge() }
	d.Resize(nav.Fit(p.host.Window, form))
	d.Show()
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

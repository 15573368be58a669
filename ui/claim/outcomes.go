package claim

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2/lang"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/claims/report"
	"onrecord/ui/kit"
	"onrecord/ui/nav"
)

func relationChoice(chosen claims.Relation) *kit.Select {
	var names []string
	for _, r := range claims.Relations {
		names = append(names, nav.RelationWords(r))
	}
	s := kit.NewSelect(names, nil)
	s.SetSelectedIndex(max(slices.Index(claims.Relations, chosen), 0))
	return s
}

func relationOf(s *kit.Select) claims.Relation { return claims.Relations[max(s.SelectedIndex(), 0)] }

// addOutcome adds something that happened and links it, as one change.
func (p *Page) addOutcome() {
	summary, address, note := lines("", 2), kit.NewInput(), kit.NewInput()
	date, relation := nav.NewDateEntry(p.desk.Today()), relationChoice(claims.Supports)
	evidence := newFinder(p.host, p.desk)
	form := kit.NewForm(
		kit.Field{Label: lang.X("outcome.summary", "What happened"), Input: summary, Hint: lang.X("outcome.summaryHint", "One sentence that stands by itself.")},
		kit.Field{Label: lang.X("outcome.date", "When"), Input: dated(date)},
		kit.Field{Label: lang.X("outcome.relation", "It"), Input: relation},
		kit.Field{Label: lang.X("outcome.evidence", "Evidence"), Input: evidence.content(), Hint: lang.X("outcome.evidenceHint", "Search for a statement that shows it, and choose it.")},
		kit.Field{Label: lang.X("outcome.url", "Web address"), Input: address},
		kit.Field{Label: lang.X("outcome.note", "Note"), Input: note},
	)
	d := p.ask(lang.X("claim.addOutcome", "Add an outcome…"), summary, form, func() error {
		day, err := nav.ReadDate(date.Text)
		if err != nil {
			return err
		}
		o := claims.Outcome{Summary: strings.TrimSpace(summary.Text), Date: day, Links: []claims.Link{{Claim: p.id, Relation: relationOf(relation), Note: note.Text}}}
		if s := evidence.chosen; s != nil {
			o.Evidence = append(o.Evidence, claims.Evidence{Statement: s.ID})
		}
		if u := strings.TrimSpace(address.Text); u != "" {
			o.Evidence = append(o.Evidence, claims.Evidence{URL: u, Note: note.Text})
		}
		p.host.Do(func(ctx context.Context) error {
			_, err := p.desk.AddOutcome(ctx, o)
			return err
		}, func() { p.host.Did(lang.X("outcome.linked", "Outcome linked")) })
		return nil
	})
	d.Resize(nav.Tall(p.host.Window)) // room for what the evidence is chosen from
}

// linkOutcome links an outcome that the archive has.
func (p *Page) linkOutcome() {
	find := newOutcomeFinder(p.host, p.desk)
	relation, note := relationChoice(claims.Supports), kit.NewInput()
	form := kit.NewForm(
		kit.Field{Label: lang.X("record.outcome", "Outcome"), Input: find.content()},
		kit.Field{Label: lang.X("outcome.relation", "It"), Input: relation},
		kit.Field{Label: lang.X("outcome.note", "Note"), Input: note},
	)
	d := p.ask(lang.X("claim.linkOutcome", "Link a known outcome…"), find.field, form, func() error {
		p.link(find.outcome.ID, relationOf(relation), note.Text)
		return nil
	})
	find.decides(d)
	find.search("") // the newest: few have so many that they must be looked for
	d.Resize(nav.Tall(p.host.Window))
}

func (p *Page) link(outcome claims.ID, r claims.Relation, note string) {
	id := p.id
	p.host.Do(func(ctx context.Context) error { return p.desk.Link(ctx, id, outcome, r, note) }, func() { p.host.Did(lang.X("outcome.linked", "Outcome linked")) })
}

// editOutcome corrects an outcome and how it bears on the claim.
func (p *Page) editOutcome(shown *report.Outcome) {
	o := *shown.Outcome
	summary, notes, date, relation := lines(o.Summary, 2), lines(o.Notes, 2), nav.NewDateEntry(o.Date), relationChoice(shown.Relation)
	form := kit.NewForm(
		kit.Field{Label: lang.X("outcome.summary", "What happened"), Input: summary, Hint: lang.X("outcome.summaryHint", "One sentence that stands by itself.")},
		kit.Field{Label: lang.X("outcome.date", "When"), Input: dated(date)},
		kit.Field{Label: lang.X("outcome.relation", "It"), Input: relation},
		kit.Field{Label: lang.X("record.notes", "Notes"), Input: notes},
	)
	p.ask(lang.X("outcome.editTitle", "Edit the outcome…"), summary, form, func() error {
		day, err := nav.ReadDate(date.Text)
		if err != nil {
			return err
		}
		o.Summary, o.Date, o.Notes = strings.TrimSpace(summary.Text), day, notes.Text
		o.Links = slices.Clone(o.Links)
		for i := range o.Links {
			if o.Links[i].Claim == p.id {
				o.Links[i].Relation = relationOf(relation)
			}
		}
		p.change(o.ID, "", func(ctx context.Context) error { return p.desk.EditOutcome(ctx, o) }, lang.X("outcome.saved", "Outcome saved"))
		return nil
	})
}

func (p *Page) unlink(o *report.Outcome) {
	id := p.id
	p.change(o.ID, id, func(ctx context.Context) error { return p.desk.Unlink(ctx, id, o.ID) }, lang.X("outcome.unlinked", "Outcome taken off the claim"))
}

// change does something to an outcome and says so, and which verdicts rest on
// it: those of one claim, or of all.
func (p *Page) change(outcome, claim claims.ID, do func(ctx context.Context) error, done string) {
	verdicts := 0
	p.host.Do(func(ctx context.Context) error {
		if err := do(ctx); err != nil {
			return err
		}
		resting, err := p.desk.VerdictsOn(ctx, outcome)
		for _, r := range resting {
			if claim == "" || r.Claim.ID == claim {
				verdicts++
			}
		}
		return err
	}, func() {
		if verdicts > 0 {
			done += ". " + lang.XN("outcome.resting", "{{.Count}} verdicts rest on it: look at them again", verdicts, map[string]any{"Count": verdicts})
		}
		p.host.Did(done)
	})
}

// attach keeps a file as evidence.
func (p *Page) attach(o *report.Outcome) {
	p.host.AskFile(lang.X("outcome.attachTitle", "A file as evidence"), func(path string) {
		p.host.Do(func(ctx context.Context) error { return keep(ctx, p.desk, o.ID, path) }, func() { p.host.Did(lang.X("outcome.attached", "File kept as evidence")) })
	})
}

// keep reads a file, no further than a file may be long, into the archive.
func keep(ctx context.Context, d Outcomes, outcome claims.ID, path string) error {
	f, err := os.Open(path) //nolint:gosec // the person chose it
	if err != nil {
		return err
	}
	data, err := io.ReadAll(io.LimitReader(f, desk.MaxEvidenceFile+1))
	if err := errors.Join(err, f.Close()); err != nil {
		return err
	}
	return d.AttachFile(ctx, outcome, filepath.Base(path), data, "")
}

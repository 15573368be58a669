package main

import (
	"context"
	"fmt"
	"strings"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/cmd/internal/archive"
)

type speakerCmd struct {
	List   speakerListCmd   `cmd:"" help:"List the speakers."`
	Show   speakerShowCmd   `cmd:"" help:"Show a speaker with scorecards."`
	Merge  speakerMergeCmd  `cmd:"" help:"Give everything of one speaker to another."`
	Split  speakerSplitCmd  `cmd:"" help:"Give some statements of a speaker to a new one."`
	Rename speakerRenameCmd `cmd:"" help:"Change the name; the old one stays as an alias."`
	New    speakerNewCmd    `cmd:"" help:"Add a speaker."`
	Edit   speakerEditCmd   `cmd:"" help:"Correct type, aliases, roles and notes of a speaker."`
}

type speakerListCmd struct{ listFlags }

// Run lists the speakers.
func (c *speakerListCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	counts, err := ar.Facets(ctx, claims.KindStatement, desk.BySpeaker)
	if err != nil {
		return err
	}
	return c.list(ctx, a, desk.Query{Kind: claims.KindSpeaker, Index: desk.ByTitle}, func(r claims.Record) error {
		s := r.(*claims.Speaker)
		return a.out.printf("%s  %-12s %5d statements  %s%s\n", s.ID, s.Type, counts[string(s.ID)], s.Name, aliasWords(s))
	})
}

func aliasWords(s *claims.Speaker) string {
	if len(s.Aliases) == 0 {
		return ""
	}
	return " (" + strings.Join(s.Aliases, ", ") + ")"
}

type speakerShowCmd struct {
	Name string `arg:"" help:"Name, alias or identifier."`
	formatFlag
}

// Run shows a speaker with scorecards.
func (c *speakerShowCmd) Run(ctx context.Context, a *app) error {
	ar, s, err := a.speaker(ctx, c.Name)
	if err != nil {
		return err
	}
	cards, err := ar.Scorecards(ctx, s.ID)
	if err != nil {
		return err
	}
	years, err := ar.ScorecardsByYear(ctx, s.ID)
	if err != nil {
		return err
	}
	if c.jsonl() {
		return a.out.object(struct {
			*claims.Speaker
			Scorecards []claims.Scorecard `json:"scorecards"`
			Years      []claims.Scorecard `json:"years"`
		}{s, cards, years})
	}
	if err := a.out.printf("%s  %s, %s%s\n", s.ID, s.Name, s.Type, aliasWords(s)); err != nil {
		return err
	}
	for _, r := range s.Roles {
		if err := a.out.printf("  %s\n", roleWords(r)); err != nil {
			return err
		}
	}
	if cards[0].Total == 0 {
		return a.out.line("no claims")
	}
	if len(years) > 1 {
		cards = append(cards, years...)
	}
	for _, card := range cards {
		if err := printCard(a.out, card); err != nil {
			return err
		}
	}
	return nil
}

func printCard(out *output, card claims.Scorecard) error {
	name := string(card.Class)
	switch {
	case card.Year != 0:
		name = fmt.Sprintf("made in %d", card.Year)
	case name == "":
		name = "all claims"
	}
	if err := out.printf("%s: %d, of which %d resolved, %d cannot be resolved, %d not yet due, %d overdue, %d without a date\n",
		name, card.Total, card.Resolved, card.Unresolvable, card.NotYetDue, card.Overdue, card.Open); err != nil {
		return err
	}
	for _, t := range card.Tallies {
		if err := out.printf("  %-20s %d of %d\n", t.Value.Label, t.Count, card.Total); err != nil {
			return err
		}
	}
	if card.Few() {
		return out.line("  Too few are resolved to speak of shares.")
	}
	return nil
}

type speakerNewCmd struct {
	Name string             `arg:"" help:"The name."`
	Type claims.SpeakerType `help:"person, organization, group, document or unnamed." default:"person"`
}

// Run adds a speaker.
func (c *speakerNewCmd) Run(ctx context.Context, a *app) error {
	return a.do(ctx, func(ar *archive.Archive) error {
		s, err := ar.AddSpeaker(ctx, claims.Speaker{Name: c.Name, Type: c.Type})
		if err != nil {
			return err
		}
		return a.out.line(string(s.ID))
	})
}

// speaker opens the archive and finds a speaker by name, alias or identifier.
func (a *app) speaker(ctx context.Context, name string) (*archive.Archive, *claims.Speaker, error) {
	ar, err := a.archive(ctx)
	if err != nil {
		return nil, nil, err
	}
	s, err := ar.FindSpeaker(ctx, name)
	return ar, s, err
}

type speakerMergeCmd struct {
	From string `arg:"" help:"The speaker to give up: name, alias or identifier."`
	Into string `arg:"" help:"The speaker who stays."`
}

// Run merges two speakers.
func (c *speakerMergeCmd) Run(ctx context.Context, a *app) error {
	ar, from, err := a.speaker(ctx, c.From)
	if err != nil {
		return err
	}
	into, err := ar.FindSpeaker(ctx, c.Into)
	if err != nil {
		return err
	}
	if err := ar.MergeSpeakers(ctx, from.ID, into.ID); err != nil {
		return err
	}
	return a.out.printf("%s is now %s\n", from.Name, into.Name)
}

type speakerSplitCmd struct {
	From       string      `arg:"" help:"Name, alias or identifier."`
	Name       string      `arg:"" help:"The new speaker's name."`
	Statements []claims.ID `arg:"" help:"Identifiers of the statements that are the new speaker's."`
}

// Run splits a speaker.
func (c *speakerSplitCmd) Run(ctx context.Context, a *app) error {
	ar, from, err := a.speaker(ctx, c.From)
	if err != nil {
		return err
	}
	fresh, err := ar.SplitSpeaker(ctx, from.ID, c.Name, c.Statements)
	if err != nil {
		return err
	}
	return a.out.line(string(fresh.ID))
}

type speakerRenameCmd struct {
	From string `arg:"" help:"Name, alias or identifier."`
	To   string `arg:"" help:"The new name."`
}

// Run renames a speaker.
func (c *speakerRenameCmd) Run(ctx context.Context, a *app) error {
	ar, s, err := a.speaker(ctx, c.From)
	if err != nil {
		return err
	}
	s.Name = c.To
	if err := ar.EditSpeaker(ctx, *s); err != nil {
		return err
	}
	return a.out.line(string(s.ID))
}

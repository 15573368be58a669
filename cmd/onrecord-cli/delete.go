package main

import (
	"context"

	"onrecord/claims"
	"onrecord/cmd/internal/archive"
)

// remove deletes records with the desk's own method; they go to the trash, and
// one undo brings them back.
func (a *app) remove(ctx context.Context, trash func(*archive.Archive) error) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	return trash(ar)
}

type articleDeleteCmd struct{ idsArg }

// Run deletes articles with their statements.
func (c *articleDeleteCmd) Run(ctx context.Context, a *app) error {
	return a.remove(ctx, func(ar *archive.Archive) error { return ar.TrashArticles(ctx, c.IDs...) })
}

type statementDeleteCmd struct{ idsArg }

// Run deletes statements.
func (c *statementDeleteCmd) Run(ctx context.Context, a *app) error {
	return a.remove(ctx, func(ar *archive.Archive) error { return ar.TrashStatements(ctx, c.IDs...) })
}

type claimDeleteCmd struct{ idsArg }

// Run deletes claims; their statements stay.
func (c *claimDeleteCmd) Run(ctx context.Context, a *app) error {
	return a.remove(ctx, func(ar *archive.Archive) error { return ar.TrashClaims(ctx, c.IDs...) })
}

type outcomeDeleteCmd struct {
	ID claims.ID `arg:"" help:"Identifier."`
}

// Run deletes an outcome.
func (c *outcomeDeleteCmd) Run(ctx context.Context, a *app) error {
	return a.remove(ctx, func(ar *archive.Archive) error { return ar.TrashOutcome(ctx, c.ID) })
}

type outcomeEditCmd struct {
	ID      claims.ID   `arg:"" help:"Identifier."`
	Summary string      `help:"What happened, in a sentence."`
	Date    claims.Date `help:"When; may be partial."`
	Notes   string      `help:"Notes."`
	Tags    []string    `help:"Tags."`
}

// Run corrects an outcome.
func (c *outcomeEditCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	o, err := ar.Outcome(ctx, c.ID)
	if err != nil {
		return err
	}
	set(&o.Summary, c.Summary)
	set(&o.Date, c.Date)
	set(&o.Notes, c.Notes)
	if len(c.Tags) > 0 {
		o.Tags = c.Tags
	}
	return ar.EditOutcome(ctx, *o)
}

type speakerNewCmd struct {
	Name string             `arg:"" help:"The name."`
	Type claims.SpeakerType `help:"person, organization, group, document or unnamed." default:"person"`
}

// Run adds a speaker.
func (c *speakerNewCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	s, err := ar.AddSpeaker(ctx, claims.Speaker{Name: c.Name, Type: c.Type})
	if err != nil {
		return err
	}
	return a.out.line(string(s.ID))
}

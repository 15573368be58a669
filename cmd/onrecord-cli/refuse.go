package main

import (
	"context"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/cmd/internal/archive"
)

// suggestRefuseCmd refuses suggestions; they are not made again.
type suggestRefuseCmd struct {
	Outcome refuseOutcomeCmd `cmd:"" help:"An article does not bear on a claim."`
	Repeat  refuseRepeatCmd  `cmd:"" help:"A statement does not make a claim again."`
	Same    refuseSameCmd    `cmd:"" help:"Two speakers of a like name are not the same."`
}

type reconsiderFlag struct {
	Undo bool `help:"Let it be suggested again."`
}

type refuseOutcomeCmd struct {
	Claim   claims.ID `arg:"" help:"Identifier of the claim."`
	Article claims.ID `arg:"" help:"Identifier of the article that was suggested."`
	reconsiderFlag
}

// Run refuses an article as an outcome of a claim.
func (c *refuseOutcomeCmd) Run(ctx context.Context, a *app) error {
	return c.refuse(ctx, a, (*desk.Desk).RefuseOutcome, c.Claim, c.Article)
}

type refuseRepeatCmd struct {
	Claim     claims.ID `arg:"" help:"Identifier of the claim."`
	Statement claims.ID `arg:"" help:"Identifier of the statement that was suggested."`
	reconsiderFlag
}

// Run refuses a statement as a repeat of a claim.
func (c *refuseRepeatCmd) Run(ctx context.Context, a *app) error {
	return c.refuse(ctx, a, (*desk.Desk).RefuseRepeat, c.Claim, c.Statement)
}

// refuse refuses an article or a statement for a claim, or takes that back.
func (f reconsiderFlag) refuse(ctx context.Context, a *app, refuse func(*desk.Desk, context.Context, claims.ID, claims.ID) error, claim, id claims.ID) error {
	return a.do(ctx, func(ar *archive.Archive) error {
		if f.Undo {
			return ar.Reconsider(ctx, claim, id)
		}
		return refuse(ar.Desk, ctx, claim, id)
	})
}

type refuseSameCmd struct {
	One   string `arg:"" help:"A speaker: name, alias or identifier."`
	Other string `arg:"" help:"The other speaker."`
	reconsiderFlag
}

// Run tells two speakers apart.
func (c *refuseSameCmd) Run(ctx context.Context, a *app) error {
	ar, one, err := a.speaker(ctx, c.One)
	if err != nil {
		return err
	}
	other, err := ar.FindSpeaker(ctx, c.Other)
	if err != nil {
		return err
	}
	if c.Undo {
		return ar.ReconsiderSame(ctx, one.ID, other.ID)
	}
	return ar.RefuseSame(ctx, one.ID, other.ID)
}

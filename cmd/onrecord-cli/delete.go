package main

import (
	"context"

	"onrecord/claims"
	"onrecord/cmd/internal/archive"
)

// What is deleted goes to the trash, and one undo brings it back.

type articleDeleteCmd struct{ idsArg }

// Run deletes articles with their statements.
func (c *articleDeleteCmd) Run(ctx context.Context, a *app) error {
	return a.do(ctx, func(ar *archive.Archive) error { return ar.TrashArticles(ctx, c.IDs...) })
}

type statementDeleteCmd struct{ idsArg }

// Run deletes statements.
func (c *statementDeleteCmd) Run(ctx context.Context, a *app) error {
	return a.do(ctx, func(ar *archive.Archive) error { return ar.TrashStatements(ctx, c.IDs...) })
}

type claimDeleteCmd struct{ idsArg }

// Run deletes claims; their statements stay.
func (c *claimDeleteCmd) Run(ctx context.Context, a *app) error {
	return a.do(ctx, func(ar *archive.Archive) error { return ar.TrashClaims(ctx, c.IDs...) })
}

type outcomeDeleteCmd struct {
	ID claims.ID `arg:"" help:"Identifier."`
}

// Run deletes an outcome.
func (c *outcomeDeleteCmd) Run(ctx context.Context, a *app) error {
	return a.do(ctx, func(ar *archive.Archive) error { return ar.TrashOutcome(ctx, c.ID) })
}

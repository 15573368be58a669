package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"

	"onrecord/assets"
	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/claims/report"
	"onrecord/cmd/internal/archive"
)

type tourCmd struct{}

// Run walks from article to verdict on the sample articles, in an archive of
// its own that is gone afterwards.
func (tourCmd) Run(ctx context.Context, a *app) (err error) {
	dir, err := os.MkdirTemp("", "onrecord-tour-*")
	if err != nil {
		return disk("the temporary folder", err)
	}
	defer func() { err = errors.Join(err, a.close(), os.RemoveAll(dir)) }()
	ar, err := archive.Open(ctx, filepath.Join(dir, "archive.db"), archive.Options{Who: "You"})
	if err != nil {
		return err
	}
	a.opened = ar
	files, err := assets.SampleFiles()
	if err != nil {
		return err
	}
	if err := ar.AddSample(ctx, files); err != nil {
		return err
	}
	t := &tour{app: a, ar: ar}
	for _, step := range []func(context.Context) error{t.articles, t.statements, t.claims, t.search, t.report} {
		if err := step(ctx); err != nil {
			return err
		}
	}
	return nil
}

type tour struct {
	*app
	ar *archive.Archive
}

func (t *tour) head(n int, words string) error { return t.out.printf("\n%d. %s\n\n", n, words) }

func (t *tour) articles(ctx context.Context) error {
	page, err := t.ar.List(ctx, desk.Query{Kind: claims.KindArticle, Index: desk.ByDate, Limit: 5})
	if err != nil {
		return err
	}
	n, err := t.ar.Count(ctx, desk.Query{Kind: claims.KindArticle, Index: desk.ByDate})
	if err != nil {
		return err
	}
	if err := t.head(1, "Articles are read and frozen"); err != nil {
		return err
	}
	for _, r := range page.Records {
		ar := r.(*claims.Article)
		if err := t.out.printf("   %-10s  %-18s  %s\n", ar.Published, ar.Outlet, ar.Title); err != nil {
			return err
		}
	}
	return t.out.printf("   … %d in all, about invented people and places\n", n)
}

func (t *tour) statements(ctx context.Context) error {
	page, err := t.ar.List(ctx, desk.Query{Kind: claims.KindArticle, Index: desk.ByDate, Limit: 1})
	if err != nil {
		return err
	}
	r, err := t.ar.Open(ctx, page.Records[0].Key().ID)
	if err != nil {
		return err
	}
	if err := t.head(2, "Who said what, pinned to its place: "+r.Article.Title); err != nil {
		return err
	}
	for _, s := range r.Statements {
		if err := t.out.printf("   %s [%s, %s, %.0f%%]\n     %s\n", r.Name(s), s.Kind, s.Class, 100*s.Why.Confidence, s.Text); err != nil {
			return err
		}
	}
	return nil
}

func (t *tour) claims(ctx context.Context) error {
	if err := t.head(3, "Claims, and what came of them"); err != nil {
		return err
	}
	page, err := t.ar.List(ctx, desk.Query{Kind: claims.KindClaim, Index: desk.ByDate})
	if err != nil {
		return err
	}
	for _, r := range page.Records {
		c := r.(*claims.Claim)
		verdict := c.Verdict().Label
		if verdict == "" {
			verdict = "open"
		}
		if err := t.out.printf("   %-13s due %-10s  %s\n", verdict, c.Due, c.Text); err != nil {
			return err
		}
	}
	lines, err := t.ar.DueDesk(ctx, desk.DefaultDueLimits)
	if err != nil {
		return err
	}
	for _, l := range lines {
		if l.State == desk.Overdue {
			if err := t.out.printf("   Overdue by %d days: %s\n", -l.Days, l.Claim.Text); err != nil {
				return err
			}
		}
	}
	return nil
}

func (t *tour) search(ctx context.Context) error {
	const typed = "brant reopn bridge"
	if err := t.head(4, "Half remembered, with two typing errors: "+typed); err != nil {
		return err
	}
	hits, err := t.ar.Search(ctx, typed, 3, 0)
	if err != nil {
		return err
	}
	for _, h := range hits {
		if err := t.out.printf("   %s, %s: %s\n", h.Speaker, h.Said, marked(h.Text, h.Match)); err != nil {
			return err
		}
	}
	return nil
}

func (t *tour) report(ctx context.Context) error {
	if err := t.head(5, "A report that stands up to an editor or a lawyer"); err != nil {
		return err
	}
	page, err := t.ar.List(ctx, desk.Query{Kind: claims.KindClaim, Index: desk.ByDate})
	if err != nil {
		return err
	}
	i := slices.IndexFunc(page.Records, func(r claims.Record) bool { return len(r.(*claims.Claim).Verdicts) > 1 })
	return t.writeReport(ctx, desk.Scope{Claim: page.Records[i].Key().ID}, report.MD, t.out)
}

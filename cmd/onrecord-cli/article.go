package main

import (
	"context"

	"onrecord/claims"
	"onrecord/claims/desk"
)

type articleCmd struct {
	List   articleListCmd   `cmd:"" help:"List the articles."`
	Show   articleShowCmd   `cmd:"" help:"Show an article with its statements."`
	Edit   articleEditCmd   `cmd:"" help:"Correct title, outlet, date and other particulars of an article; its text is frozen."`
	Diff   articleDiffCmd   `cmd:"" help:"Compare two versions: the text and the statements that changed or vanished."`
	Delete articleDeleteCmd `cmd:"" help:"Delete articles with their statements; they go to the trash."`
}

type articleListCmd struct {
	Outlet string `help:"Only of this outlet."`
	listFlags
}

// Run lists the articles.
func (c *articleListCmd) Run(ctx context.Context, a *app) error {
	q := desk.Query{Kind: claims.KindArticle, Index: desk.ByDate}
	if c.Outlet != "" {
		q.Index, q.Value = desk.ByOutlet, c.Outlet
	}
	return c.list(ctx, a, q, func(r claims.Record) error {
		ar := r.(*claims.Article)
		return a.out.printf("%s  %-10s  %-20s  %s\n", ar.ID, ar.Published, ar.Outlet, ar.Title)
	})
}

type idArg struct {
	ID claims.ID `arg:"" help:"Identifier."`
	formatFlag
}

type articleShowCmd struct{ idArg }

// Run shows one article.
func (c *articleShowCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	r, err := ar.Open(ctx, c.ID)
	if err != nil {
		return err
	}
	if c.jsonl() {
		return a.out.object(archiveLine(r))
	}
	if err := printHead(a.out, r.Article); err != nil {
		return err
	}
	if err := a.printVersions(ctx, r.Article); err != nil {
		return err
	}
	if err := a.out.printf("\n%s\n\n", r.Text); err != nil {
		return err
	}
	for _, s := range r.Statements {
		if err := printStatement(a.out, s, r.Name(s)); err != nil {
			return err
		}
	}
	return nil
}

// printVersions names the other versions of an article.
func (a *app) printVersions(ctx context.Context, of *claims.Article) error {
	all, err := a.opened.Versions(ctx, of.ID)
	if err != nil {
		return err
	}
	for _, v := range all {
		if v.ID == of.ID {
			continue
		}
		if err := a.out.printf("%-10s %s  read %s\n", "Version", v.ID, v.Read.Local().Format("2006-01-02 15:04")); err != nil {
			return err
		}
	}
	return nil
}

// archiveLine is an article of the archive in the form of extract's lines.
func archiveLine(r *desk.Reading) any {
	runes := claims.NewRunes(r.Text)
	place := map[claims.ID]int{}
	for i, s := range r.Statements {
		place[s.ID] = i
	}
	lines := make([]statementLine, len(r.Statements))
	for i, s := range r.Statements {
		l := lineOfStatement(r.Text, runes, s)
		l.ID, l.Article, l.Review, l.Text = &s.ID, &s.Article, s.Review, s.Text
		if who := r.Speakers[s.Speaker]; who != nil {
			l.Speaker = &speakerLine{who.Name, who.Type}
		}
		if at, ok := place[s.Outer]; ok {
			l.Outer = &at
		}
		lines[i] = l
	}
	head := lineOfArticle(r.Article.File, r.Article)
	head.Text = &r.Text
	return struct {
		ID claims.ID `json:"id"`
		articleLine
		Statements []statementLine `json:"statements"`
	}{r.Article.ID, head, lines}
}

func printStatement(out *output, s *claims.Statement, who string) error {
	if who == "" {
		who = "(nobody named)"
	}
	return out.printf("%s  %-10s  %-9s %s: %s\n", s.ID, s.SaidOn, s.Review, who, s.Text)
}

type articleDiffCmd struct {
	Older claims.ID `arg:"" help:"The older version."`
	Newer claims.ID `arg:"" help:"The newer version."`
	formatFlag
}

// Run compares two versions.
func (c *articleDiffCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	pieces, err := ar.Diff(ctx, c.Older, c.Newer)
	if err != nil {
		return err
	}
	fates, err := ar.Fates(ctx, c.Older, c.Newer)
	if err != nil {
		return err
	}
	if c.jsonl() {
		lines, err := a.fateLines(ctx, fates)
		if err != nil {
			return err
		}
		return a.out.object(struct {
			Diff       []desk.Piece `json:"diff"`
			Statements []fateLine   `json:"statements"`
		}{pieces, lines})
	}
	for _, p := range pieces {
		mark := map[desk.PieceKind]string{desk.Same: "  ", desk.Dropped: "- ", desk.Inserted: "+ "}[p.Kind]
		if err := a.out.printf("%s%s\n", mark, p.Text); err != nil {
			return err
		}
	}
	for _, f := range fates {
		words := "gone"
		if f.Now != nil {
			words = "now: " + f.Now.Text
		}
		if err := a.out.printf("\n%s %s\n  %s; %s on it\n", f.Statement.ID, f.Statement.Text, words, counted(len(f.Claims), "claim")); err != nil {
			return err
		}
	}
	return nil
}

// fateLine is what became of a statement in a later version of its article.
type fateLine struct {
	Statement claims.Record   `json:"statement"`
	Now       claims.Record   `json:"now"`    // null where it is gone
	Claims    []*claims.Claim `json:"claims"` // that rest on it
}

func (a *app) fateLines(ctx context.Context, fates []desk.Fate) ([]fateLine, error) {
	lines := make([]fateLine, len(fates))
	for i, f := range fates {
		lines[i].Claims = append([]*claims.Claim{}, f.Claims...)
		var err error
		if lines[i].Statement, err = a.inPoints(ctx, f.Statement); err != nil {
			return nil, err
		}
		if f.Now == nil {
			continue
		}
		if lines[i].Now, err = a.inPoints(ctx, f.Now); err != nil {
			return nil, err
		}
	}
	return lines, nil
}

package main

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"onrecord/claims"
	"onrecord/claims/desk"
)

type statementCmd struct {
	List   statementListCmd   `cmd:"" help:"List statements."`
	Show   statementShowCmd   `cmd:"" help:"Show one statement."`
	Accept statementAcceptCmd `cmd:"" help:"Accept statements."`
	Reject statementRejectCmd `cmd:"" help:"Reject statements."`
	Edit   statementEditCmd   `cmd:"" help:"Correct a statement."`
	New    statementNewCmd    `cmd:"" help:"Note a statement by hand."`
	Delete statementDeleteCmd `cmd:"" help:"Delete statements; they go to the trash."`
}

type statementListCmd struct {
	Article claims.ID     `help:"Only of this article." xor:"by"`
	Speaker string        `help:"Only by this speaker." xor:"by"`
	Class   claims.Class  `help:"Only of this class." xor:"by"`
	Review  claims.Review `help:"Only in this review state: unreviewed, accepted, edited, rejected." xor:"by"`
	listFlags
}

// Run lists statements.
func (c *statementListCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	q := desk.Query{Kind: claims.KindStatement, Index: desk.ByDate}
	switch {
	case c.Article != "":
		if _, err := ar.Article(ctx, c.Article); err != nil {
			return err
		}
		q.Index, q.Value = desk.ByArticle, string(c.Article)
	case c.Speaker != "":
		who, err := ar.FindSpeaker(ctx, c.Speaker)
		if err != nil {
			return err
		}
		q.Index, q.Value = desk.BySpeaker, string(who.ID)
	case c.Class != "":
		if !slices.Contains(claims.Classes, c.Class) {
			return claims.Invalid("class", claims.Plain(fmt.Sprintf("%q is not promise, prediction, statistic, fact, denial, accusation, position or other", c.Class)))
		}
		q.Index, q.Value = desk.ByClass, string(c.Class)
	case c.Review != "":
		if !slices.Contains(reviews, c.Review) {
			return claims.Invalid("review", claims.Plain(fmt.Sprintf("%q is not unreviewed, accepted, edited or rejected", c.Review)))
		}
		q.Index, q.Value = desk.ByReview, string(c.Review)
	}
	return c.list(ctx, a, q, func(r claims.Record) error {
		s := r.(*claims.Statement)
		return printStatement(a.out, s, a.speakerOf(ctx, s.Speaker, s.Mention))
	})
}

var reviews = []claims.Review{claims.Unreviewed, claims.Accepted, claims.Edited, claims.Rejected}

// speakerOf names a speaker for a list; a name that cannot be read is shown
// as the mention.
func (a *app) speakerOf(ctx context.Context, id claims.ID, mention string) string {
	if id != "" {
		if who, err := a.opened.Speaker(ctx, id); err == nil {
			return who.Name
		}
	}
	return mention
}

type statementShowCmd struct{ idArg }

// Run shows one statement.
func (c *statementShowCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	s, err := ar.Statement(ctx, c.ID)
	if err != nil {
		return err
	}
	return c.record(ctx, a, s, func(claims.Record) error {
		if err := printStatement(a.out, s, a.speakerOf(ctx, s.Speaker, s.Mention)); err != nil {
			return err
		}
		why := "noted by hand"
		if s.Why.Rule != "" {
			why = strings.TrimSpace(fmt.Sprintf("%s, confidence %.2f %s", s.Why.Rule, s.Why.Confidence, s.Why.Doubt))
		}
		return a.out.printf("  %s, %s; %s\n", s.Kind, classOf(s), why)
	})
}

type idsArg struct {
	IDs []claims.ID `arg:"" name:"id" help:"Identifiers."`
}

type statementAcceptCmd struct{ idsArg }

// Run accepts statements.
func (c *statementAcceptCmd) Run(ctx context.Context, a *app) error {
	return a.review(ctx, claims.Accepted, c.IDs)
}

type statementRejectCmd struct{ idsArg }

// Run rejects statements.
func (c *statementRejectCmd) Run(ctx context.Context, a *app) error {
	return a.review(ctx, claims.Rejected, c.IDs)
}

func (a *app) review(ctx context.Context, to claims.Review, ids []claims.ID) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	if err := ar.Review(ctx, to, ids...); err != nil {
		return err
	}
	return a.out.line(counted(len(ids), "statement") + " " + string(to))
}

// statementFlags are the parts of a statement that a person can set.
type statementFlags struct {
	Speaker  string          `help:"Who said it: name, alias or identifier."`
	SaidOn   claims.Date     `help:"When it was said; may be partial: 2016-08."`
	Kind     claims.Quoting  `help:"direct, indirect or mixed."`
	Class    claims.Class    `help:"promise, prediction, statistic, fact, denial, accusation, position or other."`
	Due      claims.Date     `help:"Due date; may be partial."`
	Polarity claims.Polarity `help:"positive or negative."`
	Notes    string          `help:"Notes."`
	Tags     []string        `help:"Tags."`
}

func (f *statementFlags) apply(s *claims.Statement) {
	setDate(&s.SaidOn, &s.SaidWords, f.SaidOn)
	set(&s.Kind, f.Kind)
	set(&s.Class, f.Class)
	setDate(&s.Due, &s.DueWords, f.Due)
	set(&s.Polarity, f.Polarity)
	set(&s.Notes, f.Notes)
	if len(f.Tags) > 0 {
		s.Tags = f.Tags
	}
}

// set replaces a value where another is given.
func set[T comparable](to *T, v T) {
	var zero T
	if v != zero {
		*to = v
	}
}

// setDate replaces a date where another is given: the words that the old one
// was read from do not tell the new one.
func setDate(to *claims.Date, words *string, d claims.Date) {
	if !d.IsZero() && d != *to {
		*to, *words = d, ""
	}
}

type statementEditCmd struct {
	ID    claims.ID `arg:"" help:"Identifier."`
	Clear []string  `help:"Parts to empty: speaker, said-on, class, due, tags, notes." sep:","`
	statementFlags
}

// empty clears the parts that are named.
func (c *statementEditCmd) empty(s *claims.Statement) error {
	parts := map[string]func(){
		"speaker": func() { s.Speaker = "" }, "said-on": func() { s.SaidOn, s.SaidWords = claims.Date{}, "" }, "class": func() { s.Class = "" },
		"due": func() { s.Due, s.DueWords = claims.Date{}, "" }, "tags": func() { s.Tags = nil }, "notes": func() { s.Notes = "" },
	}
	return clearParts(c.Clear, parts, "speaker, said-on, class, due, tags or notes")
}

// Run corrects a statement.
func (c *statementEditCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	s, err := ar.Statement(ctx, c.ID)
	if err != nil {
		return err
	}
	before := *s
	if err := c.empty(s); err != nil {
		return err
	}
	c.apply(s)
	if c.Speaker == "" && reflect.DeepEqual(*s, before) {
		return a.out.line(string(c.ID)) // nothing was corrected, and nobody has judged it
	}
	if err := ar.EditStatement(ctx, *s, c.Speaker); err != nil {
		return err
	}
	return a.out.line(string(c.ID))
}

type statementNewCmd struct {
	Text    string    `help:"The words."`
	Article claims.ID `help:"The article that has the words; without it the statement is a note of your own."`
	Start   int       `help:"First code point of the words in the article; without it they are looked for." default:"-1"`
	End     int       `help:"Code point after the last." default:"-1"`
	statementFlags
}

// Run notes a statement by hand.
func (c *statementNewCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	s := claims.Statement{Text: c.Text, Article: c.Article}
	if c.Article != "" {
		if s.Content, err = ar.PointsSpan(ctx, c.Article, c.Text, c.Start, c.End); err != nil {
			return err
		}
	}
	c.apply(&s)
	made, err := ar.AddStatement(ctx, s, c.Speaker)
	if err != nil {
		return err
	}
	return a.out.line(string(made.ID))
}

package main

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"onrecord/claims"
	"onrecord/claims/desk"
)

type suggestCmd struct {
	Outcomes   suggestOutcomesCmd   `cmd:"" help:"Which open claims articles bear on, or which articles bear on a claim."`
	Repeats    suggestRepeatsCmd    `cmd:"" help:"Which claims statements make again."`
	Before     suggestBeforeCmd     `cmd:"" help:"What the speaker of a statement said before on the subject, with possible changes of position."`
	Duplicates suggestDuplicatesCmd `cmd:"" help:"Which speakers may be the same."`
	Refuse     suggestRefuseCmd     `cmd:"" help:"Refuse a suggestion for good, or with --undo let it be made again."`
}

// suggestFlags are those of every kind of suggestion.
type suggestFlags struct {
	Limit int `help:"At most so many for each article, claim or statement; 0 is all." default:"5"`
	formatFlag
}

// most is the limit as a number.
func (f *suggestFlags) most() int {
	if f.Limit == 0 {
		return math.MaxInt
	}
	return f.Limit
}

// mostRead is how much of a passage is printed, in characters.
const mostRead = 300

// Without an article or a statement, so many of the latest are looked at.
const (
	latestArticles   = 100
	latestStatements = 500
)

// bearingLine is one suggestion as a JSON line.
type bearingLine struct {
	Type      string          `json:"type"` // "outcome"
	Claim     claims.ID       `json:"claim"`
	Text      string          `json:"text"` // of the claim
	Article   claims.ID       `json:"article"`
	Title     string          `json:"title"`
	Published claims.Date     `json:"published,omitzero"`
	Statement *claims.ID      `json:"statement"`
	Quote     string          `json:"quote"`
	Relation  claims.Relation `json:"relation"`
	Reason    string          `json:"reason"`
	Score     float64         `json:"score"`
	Words     []string        `json:"words"`
}

type suggestOutcomesCmd struct {
	Article claims.ID `help:"The article. Without it and --claim: the latest articles." xor:"of"`
	Claim   claims.ID `help:"The claim." xor:"of"`
	suggestFlags
}

// Run proposes outcomes; "outcome new" and "outcome link" confirm one.
func (c *suggestOutcomesCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	switch {
	case c.Claim != "":
		all, err := ar.SuggestEvidence(ctx, c.Claim, c.most())
		if err != nil {
			return err
		}
		return c.print(a, all)
	case c.Article != "":
		all, err := ar.SuggestOutcomes(ctx, c.Article, c.most())
		if err != nil {
			return err
		}
		return c.print(a, all)
	}
	return c.latest(ctx, a)
}

// latest proposes outcomes from the latest articles, the surest first.
func (c *suggestOutcomesCmd) latest(ctx context.Context, a *app) error {
	ar := a.opened
	page, err := ar.List(ctx, desk.Query{Kind: claims.KindArticle, Index: desk.ByDate, Reverse: true, Limit: latestArticles})
	if err != nil {
		return err
	}
	ids := make([]claims.ID, len(page.Records))
	for i, r := range page.Records {
		ids[i] = r.Key().ID
	}
	all, err := ar.SuggestOutcomesOf(ctx, ids, c.most())
	if err != nil {
		return err
	}
	return c.print(a, all)
}

func (c *suggestOutcomesCmd) print(a *app, all []desk.Suggestion) error {
	for _, s := range all {
		var err error
		if c.jsonl() {
			line := bearingLine{
				Type: "outcome", Claim: s.Claim.ID, Text: s.Claim.Text, Article: s.Article.ID, Title: s.Article.Title, Published: s.Article.Published,
				Quote: s.Quote, Relation: s.Relation, Reason: s.Reason, Score: s.Score, Words: s.Words,
			}
			if s.Statement != nil {
				line.Statement = &s.Statement.ID
			}
			err = a.out.object(line)
		} else {
			err = a.out.printf("%.2f  %s\n      claim    %s  %s\n      article  %s  %s  %s\n      reads    %s\n      words    %s\n      because  %s\n",
				s.Score, s.Relation, s.Claim.ID, s.Claim.Text, s.Article.ID, s.Article.Published, s.Article.Title,
				clipped(s.Quote, mostRead), strings.Join(s.Words, ", "), s.Reason)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// repeatLine is one repeat as a JSON line.
type repeatLine struct {
	Type      string    `json:"type"` // "repeat"
	Statement claims.ID `json:"statement"`
	Said      string    `json:"said"`
	Claim     claims.ID `json:"claim"`
	Text      string    `json:"text"` // of the claim
	Score     float64   `json:"score"`
	Words     []string  `json:"words"`
	Flags     []string  `json:"flags"` // what is not the same
}

type suggestRepeatsCmd struct {
	Statement claims.ID `arg:"" optional:"" help:"The statement. Without it: the latest statements."`
	suggestFlags
}

// Run proposes repeats; "claim repeat" confirms one.
func (c *suggestRepeatsCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	if c.Statement != "" {
		all, err := ar.SuggestRepeats(ctx, c.Statement, c.most())
		if err != nil {
			return err
		}
		return c.print(a, all)
	}
	page, err := ar.List(ctx, desk.Query{Kind: claims.KindStatement, Index: desk.ByDate, Reverse: true, Limit: latestStatements})
	if err != nil {
		return err
	}
	var all []desk.Repeated
	for _, r := range page.Records {
		if r.(*claims.Statement).Review == claims.Rejected {
			continue
		}
		some, err := ar.SuggestRepeats(ctx, r.Key().ID, c.most())
		if err != nil {
			return err
		}
		all = append(all, some...)
	}
	slices.SortStableFunc(all, func(x, y desk.Repeated) int { return cmp.Compare(y.Score, x.Score) })
	return c.print(a, all)
}

func (c *suggestRepeatsCmd) print(a *app, all []desk.Repeated) error {
	for _, r := range all {
		var err error
		if c.jsonl() {
			err = a.out.object(repeatLine{"repeat", r.Statement.ID, r.Statement.Text, r.Claim.ID, r.Claim.Text, r.Score, r.Words, append([]string{}, r.Flags...)})
		} else {
			err = a.out.printf("%.2f  statement  %s  %s\n      claim      %s  %s\n      words      %s\n%s",
				r.Score, r.Statement.ID, oneLine(r.Statement.Text), r.Claim.ID, r.Claim.Text, strings.Join(r.Words, ", "), flagged(r.Flags))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func flagged(flags []string) string {
	if len(flags) == 0 {
		return ""
	}
	return fmt.Sprintf("      but        %s\n", strings.Join(flags, ", "))
}

// duplicateLine is one pair of speakers as a JSON line.
type duplicateLine struct {
	Type   string    `json:"type"` // "duplicate"
	A      claims.ID `json:"a"`
	AName  string    `json:"a_name"`
	B      claims.ID `json:"b"`
	BName  string    `json:"b_name"`
	Score  float64   `json:"score"`
	Reason string    `json:"reason"`
}

type suggestDuplicatesCmd struct {
	Limit int `help:"At most so many; 0 is all." default:"50"`
	formatFlag
}

// Run proposes speakers that may be one; "speaker merge" confirms a pair.
func (c *suggestDuplicatesCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	limit := c.Limit
	if limit == 0 {
		limit = math.MaxInt
	}
	all, err := ar.SuggestDuplicates(ctx, limit)
	if err != nil {
		return err
	}
	for _, p := range all {
		if c.jsonl() {
			err = a.out.object(duplicateLine{"duplicate", p.A.ID, p.A.Name, p.B.ID, p.B.Name, p.Score, p.Reason})
		} else {
			err = a.out.printf("%.2f  %s  %s\n      %s  %s\n      because  %s\n", p.Score, p.A.ID, p.A.Name, p.B.ID, p.B.Name, p.Reason)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

package main

import (
	"context"

	"onrecord/claims"
	"onrecord/claims/desk"
)

type reviewCmd struct {
	Queue  reviewQueueCmd  `cmd:"" help:"List the statements that wait, the least certain first."`
	Accept reviewAcceptCmd `cmd:"" help:"Accept all waiting statements of a filter; one undo takes it back."`
	Reject reviewRejectCmd `cmd:"" help:"Reject all waiting statements of a filter; one undo takes it back."`
	Reopen reviewReopenCmd `cmd:"" help:"Put statements back into the queue."`
	Rules  reviewRulesCmd  `cmd:"" help:"How often each rule of the extraction was right."`
	Reread reviewRereadCmd `cmd:"" help:"Show what reading an article's statements again would change, and store it with --apply. What a person decided stays."`
}

type reviewQueueCmd struct {
	Limit int `help:"At most so many." default:"20"`
	formatFlag
}

// Run lists the queue.
func (c *reviewQueueCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	q, err := ar.ReviewQueue(ctx, c.Limit)
	if err != nil {
		return err
	}
	for _, s := range q.Next {
		err := c.record(ctx, a, s, func(claims.Record) error {
			if err := printStatement(a.out, s, a.speakerOf(ctx, s.Speaker, s.Mention)); err != nil {
				return err
			}
			return a.out.printf("    %.2f  %s%s\n", s.Why.Confidence, s.Why.Rule, doubtWords(s.Why.Doubt))
		})
		if err != nil {
			return err
		}
	}
	if c.jsonl() {
		return nil
	}
	return a.out.printf("%d wait, %d are accepted, %d rejected\n", q.Waiting, q.Accepted, q.Rejected)
}

func doubtWords(doubt string) string {
	if doubt == "" {
		return ""
	}
	return "; in doubt: " + doubt
}

// filterFlags choose among the statements that wait.
type filterFlags struct {
	Least   float64      `help:"Only from this confidence on, 0 to 1."`
	Rule    string       `help:"Only those that this rule found."`
	Class   claims.Class `help:"Only of this class."`
	Speaker string       `help:"Only by this speaker: name, alias or identifier."`
	Article claims.ID    `help:"Only of this article."`
	Clear   bool         `help:"Only those whose speaker is known and of which nothing is in doubt."`
	DryRun  bool         `help:"Only list them."`
}

// decide records a decision on all statements of the filter.
func (f *filterFlags) decide(ctx context.Context, a *app, to claims.Review) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	w := desk.Waiting{Least: f.Least, Rule: f.Rule, Class: f.Class, Article: f.Article, Clear: f.Clear}
	if f.Speaker != "" {
		who, err := ar.FindSpeaker(ctx, f.Speaker)
		if err != nil {
			return err
		}
		w.Speaker = who.ID
	}
	if w == (desk.Waiting{}) {
		return claims.Invalid("filter", claims.Plain("say which statements are meant: --least, --rule, --class, --speaker, --article or --clear"))
	}
	all, err := ar.WaitingStatements(ctx, w)
	if err != nil {
		return err
	}
	if f.DryRun {
		for _, s := range all {
			if err := printStatement(a.out, s, a.speakerOf(ctx, s.Speaker, s.Mention)); err != nil {
				return err
			}
		}
		return a.out.line(counted(len(all), "statement") + " to decide on")
	}
	ids := make([]claims.ID, len(all))
	for i, s := range all {
		ids[i] = s.ID
	}
	return a.review(ctx, to, ids)
}

type reviewAcceptCmd struct{ filterFlags }

// Run accepts the statements of a filter.
func (c *reviewAcceptCmd) Run(ctx context.Context, a *app) error {
	return c.decide(ctx, a, claims.Accepted)
}

type reviewRejectCmd struct{ filterFlags }

// Run rejects the statements of a filter.
func (c *reviewRejectCmd) Run(ctx context.Context, a *app) error {
	return c.decide(ctx, a, claims.Rejected)
}

type reviewReopenCmd struct{ idsArg }

// Run puts statements back into the queue.
func (c *reviewReopenCmd) Run(ctx context.Context, a *app) error {
	return a.review(ctx, claims.Unreviewed, c.IDs)
}

type reviewRulesCmd struct{ formatFlag }

// Run lists the rules with their acceptance rates.
func (c *reviewRulesCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	rates, err := ar.RuleRates(ctx)
	if err != nil {
		return err
	}
	for _, r := range rates {
		if c.jsonl() {
			err = a.out.object(struct {
				Rule     string `json:"rule"`
				Accepted int    `json:"accepted"`
				Rejected int    `json:"rejected"`
				Waiting  int    `json:"waiting"`
			}{r.Rule, r.Accepted, r.Rejected, r.Waiting})
		} else {
			err = a.out.printf("%-44s accepted %5d of %5d judged, %6d wait\n", r.Rule, r.Accepted, r.Accepted+r.Rejected, r.Waiting)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

type reviewRereadCmd struct {
	Articles []claims.ID `arg:"" name:"article" help:"Identifiers of articles."`
	Apply    bool        `help:"Store what is shown; one undo takes it back."`
}

// Run shows, and with --apply stores, what reading articles again would change.
func (c *reviewRereadCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	var all []*desk.Reextraction
	for _, id := range c.Articles {
		r, err := ar.Reextract(ctx, id)
		if err != nil {
			return err
		}
		if err := a.printReextraction(r); err != nil {
			return err
		}
		all = append(all, r)
	}
	if !c.Apply {
		return nil
	}
	return ar.ApplyReextraction(ctx, all...)
}

func (a *app) printReextraction(r *desk.Reextraction) error {
	if err := a.out.printf("%s  %s: %d stay as they are, %d new, %d changed, %d gone\n",
		r.Article.ID, r.Article.Title, r.Kept, len(r.Added), len(r.Changed), len(r.Removed)); err != nil {
		return err
	}
	for _, s := range r.Added {
		if err := a.out.printf("  + %s\n", oneLine(s.Text)); err != nil {
			return err
		}
	}
	for _, s := range r.Changed {
		if err := a.out.printf("  - %s\n  + %s\n", oneLine(s.Before.Text), oneLine(s.After.Text)); err != nil {
			return err
		}
	}
	for _, s := range r.Removed {
		if err := a.out.printf("  - %s\n", oneLine(s.Text)); err != nil {
			return err
		}
	}
	return nil
}

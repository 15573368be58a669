package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/cmd/internal/archive"
)

type outcomeCmd struct {
	New     outcomeNewCmd     `cmd:"" help:"Add something that happened, with evidence."`
	List    outcomeListCmd    `cmd:"" help:"List outcomes."`
	Show    outcomeShowCmd    `cmd:"" help:"Show one outcome."`
	Confirm outcomeConfirmCmd `cmd:"" help:"Take a suggestion: make an outcome of what an article says of a claim."`
	Link    outcomeLinkCmd    `cmd:"" help:"Tie an outcome to a claim."`
	Unlink  outcomeUnlinkCmd  `cmd:"" help:"Take an outcome off a claim."`
	Attach  outcomeAttachCmd  `cmd:"" help:"Keep a file as evidence of an outcome."`
	Edit    outcomeEditCmd    `cmd:"" help:"Correct an outcome."`
	Delete  outcomeDeleteCmd  `cmd:"" help:"Delete an outcome; it goes to the trash."`
}

type outcomeNewCmd struct {
	Summary   string      `help:"What happened, in a sentence." required:""`
	Date      claims.Date `help:"When; may be partial."`
	URL       []string    `help:"Web addresses that show it."`
	Article   claims.ID   `help:"An article that shows it, with --quote."`
	Quote     string      `help:"The words of that article."`
	Start     int         `help:"First code point of the words in the article; without it they are looked for." default:"-1"`
	End       int         `help:"Code point after the last." default:"-1"`
	Statement []claims.ID `help:"Statements that show it."`
	Note      string      `help:"Note on the evidence."`
	Tags      []string    `help:"Tags."`
}

// Run adds an outcome.
func (c *outcomeNewCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	o := claims.Outcome{Date: c.Date, Summary: c.Summary, Tags: c.Tags}
	for _, u := range c.URL {
		o.Evidence = append(o.Evidence, claims.Evidence{URL: u, Note: c.Note})
	}
	for _, s := range c.Statement {
		o.Evidence = append(o.Evidence, claims.Evidence{Statement: s, Note: c.Note})
	}
	if c.Article != "" && c.Quote == "" && c.Start < 0 {
		return claims.Invalid("quote", claims.Plain("say with --quote, or with --start and --end, which words of the article show it"))
	}
	if c.Article != "" {
		spans, err := ar.PointsSpan(ctx, c.Article, c.Quote, c.Start, c.End)
		if err != nil {
			return err
		}
		o.Evidence = append(o.Evidence, claims.Evidence{Article: c.Article, Span: spans[0], Note: c.Note})
	}
	made, err := ar.AddOutcome(ctx, o)
	if err != nil {
		return err
	}
	return a.out.line(string(made.ID))
}

type outcomeConfirmCmd struct {
	Claim    claims.ID       `arg:"" help:"Identifier of the claim."`
	Article  claims.ID       `arg:"" help:"Identifier of the article that was suggested."`
	Relation claims.Relation `help:"supports, contradicts or context; without it the one that was proposed."`
	Summary  string          `help:"What happened, in a sentence; without it the title of the article, or its words."`
}

// mostSuggested is among how many suggestions of a claim the article is
// looked for.
const mostSuggested = 100

// Run makes an outcome of a suggestion.
func (c *outcomeConfirmCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	all, err := ar.SuggestEvidence(ctx, c.Claim, mostSuggested)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(all, func(s desk.Suggestion) bool { return s.Article.ID == c.Article })
	if i < 0 {
		if _, err := ar.Article(ctx, c.Article); err != nil {
			return err
		}
		return &claims.Error{
			Code: claims.CodeInvalid, What: "suggestion", Reason: claims.Plain("the article is not suggested for this claim, or is evidence for it already"),
			Advice: claims.Plain("outcome new --article --quote and outcome link tie any article to a claim."),
		}
	}
	o := all[i].Outcome(all[i].Relation)
	set(&o.Links[0].Relation, c.Relation)
	set(&o.Summary, c.Summary)
	made, err := ar.AddOutcome(ctx, o)
	if err != nil {
		return err
	}
	a.tell(string(o.Links[0].Relation) + ": " + clip(o.Summary))
	return a.out.line(string(made.ID))
}

type outcomeListCmd struct {
	Claim claims.ID `help:"Only those linked to this claim."`
	listFlags
}

// Run lists outcomes.
func (c *outcomeListCmd) Run(ctx context.Context, a *app) error {
	q := desk.Query{Kind: claims.KindOutcome, Index: desk.ByDate}
	if c.Claim != "" {
		q.Index, q.Value = desk.ByClaim, string(c.Claim)
	}
	return c.list(ctx, a, q, func(r claims.Record) error {
		o := r.(*claims.Outcome)
		return a.out.printf("%s  %-10s  %-8s  %s\n", o.ID, o.Date, counted(len(o.Links), "link"), o.Summary)
	})
}

type outcomeShowCmd struct{ idArg }

// Run shows one outcome.
func (c *outcomeShowCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	o, err := ar.Outcome(ctx, c.ID)
	if err != nil {
		return err
	}
	return c.record(ctx, a, o, func(claims.Record) error {
		if err := a.out.printf("%s  %s  %s\n", o.ID, o.Date, o.Summary); err != nil {
			return err
		}
		for _, e := range o.Evidence {
			if err := a.out.printf("  evidence: %s\n", strings.TrimSpace(strings.Join([]string{e.Quote, e.URL, string(e.Statement), e.FileName, e.Note}, " "))); err != nil {
				return err
			}
		}
		for _, l := range o.Links {
			text := ""
			if cl, err := ar.Claim(ctx, l.Claim); err == nil {
				text = clip(cl.Text)
			}
			if err := a.out.line(strings.TrimRight(fmt.Sprintf("  %s claim %s  %s  %s", l.Relation, l.Claim, text, l.Note), " ")); err != nil {
				return err
			}
		}
		return nil
	})
}

type outcomeEditCmd struct {
	ID      claims.ID   `arg:"" help:"Identifier."`
	Summary *string     `help:"What happened, in a sentence."`
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
	if c.Summary != nil {
		o.Summary = *c.Summary // an empty one is refused
	}
	set(&o.Date, c.Date)
	set(&o.Notes, c.Notes)
	if len(c.Tags) > 0 {
		o.Tags = c.Tags
	}
	if err := ar.EditOutcome(ctx, *o); err != nil {
		return err
	}
	if err := a.tellResting(ctx, c.ID, "", "was corrected"); err != nil {
		return err
	}
	return a.out.line(string(c.ID))
}

// tellResting names the verdicts that rest on an outcome to which something
// happened; of one claim, or of all.
func (a *app) tellResting(ctx context.Context, outcome, claim claims.ID, happened string) error {
	all, err := a.opened.VerdictsOn(ctx, outcome)
	if err != nil {
		return err
	}
	for _, r := range all {
		if claim == "" || r.Claim.ID == claim {
			a.tell(fmt.Sprintf("The verdict %q of %s on claim %s rests on the outcome that %s: look at it again. (%s)",
				r.Verdict.Label, claims.DateOf(r.Verdict.At), r.Claim.ID, happened, clip(r.Claim.Text)))
		}
	}
	return nil
}

type outcomeLinkCmd struct {
	Claim    claims.ID       `arg:"" help:"Identifier of the claim."`
	Outcome  claims.ID       `arg:"" help:"Identifier of the outcome."`
	Relation claims.Relation `help:"supports, contradicts or context." required:"" enum:"supports,contradicts,context"`
	Note     string          `help:"Why."`
}

// Run links an outcome to a claim.
func (c *outcomeLinkCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	if err := ar.Link(ctx, c.Claim, c.Outcome, c.Relation, c.Note); err != nil {
		return err
	}
	return a.tellOlder(ctx, c.Claim, c.Outcome)
}

// tellOlder says so where an outcome is of a time before the claim was made:
// a date may be mistyped.
func (a *app) tellOlder(ctx context.Context, claim, outcome claims.ID) error {
	cl, err := a.opened.Claim(ctx, claim)
	if err != nil {
		return err
	}
	o, err := a.opened.Outcome(ctx, outcome)
	if err != nil {
		return err
	}
	made, known := cl.MadeOn.First()
	if last, ok := o.Date.Last(); ok && known && last.Compare(made) < 0 {
		a.tell(fmt.Sprintf("The outcome is of %s, and the claim was made on %s: if the date is wrong, correct it with outcome edit --date.", o.Date, cl.MadeOn))
	}
	return nil
}

type outcomeUnlinkCmd struct {
	Claim   claims.ID `arg:"" help:"Identifier of the claim."`
	Outcome claims.ID `arg:"" help:"Identifier of the outcome."`
}

// Run unlinks an outcome from a claim.
func (c *outcomeUnlinkCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	if err := ar.Unlink(ctx, c.Claim, c.Outcome); err != nil {
		return err
	}
	return a.tellResting(ctx, c.Outcome, c.Claim, "was taken off it")
}

type outcomeAttachCmd struct {
	Outcome claims.ID `arg:"" help:"Identifier of the outcome."`
	File    string    `arg:"" help:"The file; its bytes are kept by their hash and never opened."`
	Note    string    `help:"What it shows."`
}

// evidence reads a file that is not larger than an archive keeps.
func evidence(path string) ([]byte, error) {
	f, err := openFile(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // nothing was written
	data, err := io.ReadAll(io.LimitReader(f, desk.MaxEvidenceFile+1))
	switch {
	case err != nil:
		return nil, claims.Refused(path, claims.Plain("cannot be read: "+err.Error()))
	case len(data) > desk.MaxEvidenceFile:
		return nil, claims.Refused(path, claims.Plain(fmt.Sprintf("is larger than the %d MB that an archive keeps of a file", desk.MaxEvidenceFile>>20)))
	}
	return data, nil
}

// Run keeps a file as evidence.
func (c *outcomeAttachCmd) Run(ctx context.Context, a *app) error {
	data, err := evidence(c.File)
	if err != nil {
		return err
	}
	return a.do(ctx, func(ar *archive.Archive) error {
		return ar.AttachFile(ctx, c.Outcome, filepath.Base(c.File), data, c.Note)
	})
}

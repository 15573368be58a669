package desk

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"onrecord/claims"
)

// Review records a person's decision on statements: accepted, rejected, or
// back to unreviewed. Several are one change, with one undo.
func (d *Desk) Review(ctx context.Context, to claims.Review, ids ...claims.ID) error {
	what := map[claims.Review]string{
		claims.Accepted: "Accept statement", claims.Rejected: "Reject statement", claims.Unreviewed: "Reopen statement",
	}[to]
	if what == "" {
		return claims.Invalid("review", claims.Say("error.notAcceptedRejected", "%q is not accepted, rejected or unreviewed", to))
	}
	var edits []claims.Edit
	for _, id := range ids {
		before, err := d.Statement(ctx, id)
		if err != nil {
			return err
		}
		if before.Review == to {
			continue
		}
		after := *before
		after.Review = to
		edits = append(edits, claims.Put(before, &after))
	}
	if len(edits) == 0 {
		return nil
	}
	if len(edits) > 1 {
		what = fmt.Sprintf("%ss (%d)", what, len(edits))
	}
	return d.commit(ctx, what, edits...)
}

// EditStatement stores a corrected statement. Its words follow its spans: they
// are taken from the frozen text again, never typed. A speaker given by name
// takes the place of the statement's own.
func (d *Desk) EditStatement(ctx context.Context, s claims.Statement, speaker string) error {
	before, err := d.Statement(ctx, s.ID)
	if err != nil {
		return err
	}
	if s.Article != before.Article {
		return claims.Invalid("article", claims.Say("error.statementStaysWith", "a statement stays with its article"))
	}
	if err := d.pin(ctx, &s); err != nil {
		return err
	}
	if s.Review == before.Review {
		s.Review = claims.Edited
	}
	edits, err := d.name(ctx, &s, speaker)
	if err != nil {
		return err
	}
	return d.commit(ctx, "Edit statement", append(edits, claims.Put(before, &s))...)
}

// AddStatement makes a statement by hand: from a selection in an article, or a
// journalist's own note with no article behind it. The speaker is given by
// name, alias or identifier; "" leaves the statement's own.
func (d *Desk) AddStatement(ctx context.Context, s claims.Statement, speaker string) (*claims.Statement, error) {
	s.ID = d.newID()
	if s.Kind == "" {
		s.Kind = claims.Direct
	}
	if s.Polarity == "" {
		s.Polarity = claims.Positive
	}
	s.Review = claims.Accepted
	s.Why = claims.Why{Rule: "by hand", Confidence: 1}
	if err := d.pin(ctx, &s); err != nil {
		return nil, err
	}
	edits, err := d.name(ctx, &s, speaker)
	if err != nil {
		return nil, err
	}
	return &s, d.commit(ctx, "Add statement", append(edits, claims.Create(&s))...)
}

// name gives the statement the speaker of that name. Where nobody has it, the
// edits make a new speaker.
func (d *Desk) name(ctx context.Context, s *claims.Statement, speaker string) ([]claims.Edit, error) {
	if speaker == "" {
		return nil, nil
	}
	who, edits, err := d.speakerNamed(ctx, speaker)
	if err != nil {
		return nil, err
	}
	s.Speaker = who.ID
	s.Why.Doubt, s.Why.Candidates = "", nil
	return edits, nil
}

// speakerNamed finds a speaker, or proposes a new one with the edit that makes
// it.
func (d *Desk) speakerNamed(ctx context.Context, name string) (*claims.Speaker, []claims.Edit, error) {
	who, err := d.FindSpeaker(ctx, name)
	if claims.CodeOf(err) == claims.CodeNotFound {
		who = &claims.Speaker{ID: d.newID(), Name: name, Type: claims.Person}
		return who, []claims.Edit{claims.Create(who)}, nil
	}
	return who, nil, err
}

// pin takes the words of a statement from its article.
func (d *Desk) pin(ctx context.Context, s *claims.Statement) error {
	if s.Article == "" {
		return nil
	}
	a, err := d.Article(ctx, s.Article)
	if err != nil {
		return err
	}
	text, err := d.Text(ctx, a)
	if err != nil {
		return err
	}
	for _, part := range [][]claims.Span{s.Content, s.Cue, s.Source} {
		for _, sp := range part {
			if err := sp.Check(text); err != nil {
				return err
			}
		}
	}
	s.Text = claims.Quote(text, s.Content)
	s.CueText = claims.Quote(text, s.Cue)
	s.Mention = claims.Quote(text, s.Source)
	return nil
}

// TrashStatements removes statements that no claim rests on.
func (d *Desk) TrashStatements(ctx context.Context, ids ...claims.ID) error {
	edits := make([]claims.Edit, 0, len(ids))
	for _, id := range ids {
		s, err := d.Statement(ctx, id)
		if err != nil {
			return err
		}
		edits = append(edits, claims.Trash(s))
	}
	return d.commit(ctx, "Delete statement", edits...)
}

// SetSpeaker says who made the statements. The speaker is found by identifier,
// name or alias, and made where nobody has that name.
func (d *Desk) SetSpeaker(ctx context.Context, name string, ids ...claims.ID) error {
	speaker, edits, err := d.speakerNamed(ctx, name)
	if err != nil {
		return err
	}
	for _, id := range ids {
		before, err := d.Statement(ctx, id)
		if err != nil {
			return err
		}
		after := *before
		after.Speaker = speaker.ID
		after.Review = claims.Edited
		after.Why.Doubt, after.Why.Candidates = "", nil
		edits = append(edits, claims.Put(before, &after))
	}
	return d.commit(ctx, "Set speaker", edits...)
}

// Queue is one look at the statements that wait for a person, least certain
// first.
type Queue struct {
	Waiting  int
	Accepted int // and edited
	Rejected int
	Next     []*claims.Statement
}

// Decided is the number of statements that a person has judged.
func (q Queue) Decided() int { return q.Accepted + q.Rejected }

// ReviewQueue returns the next statements to review, and how far the work is.
func (d *Desk) ReviewQueue(ctx context.Context, limit int) (Queue, error) {
	counts, err := d.store.Facets(ctx, claims.KindStatement, ByReview)
	if err != nil {
		return Queue{}, err
	}
	q := Queue{
		Waiting:  counts[string(claims.Unreviewed)],
		Accepted: counts[string(claims.Accepted)] + counts[string(claims.Edited)],
		Rejected: counts[string(claims.Rejected)],
	}
	page, err := d.store.List(ctx, Query{Kind: claims.KindStatement, Index: ByReview, Value: string(claims.Unreviewed), Limit: limit})
	for _, r := range page.Records {
		q.Next = append(q.Next, r.(*claims.Statement))
	}
	return q, err
}

// RuleRate tells how a rule of the extraction fares with the people who
// review it.
type RuleRate struct {
	Rule     string
	Accepted int // edited ones included
	Rejected int
	Waiting  int
}

// RuleRates lists every rule, the most used first.
func (d *Desk) RuleRates(ctx context.Context) ([]RuleRate, error) {
	counts, err := d.store.Facets(ctx, claims.KindStatement, ByRule)
	if err != nil {
		return nil, err
	}
	byRule := map[string]*RuleRate{}
	for value, n := range counts {
		rule, review := cutLast(value, "/")
		r := byRule[rule]
		if r == nil {
			r = &RuleRate{Rule: rule}
			byRule[rule] = r
		}
		switch claims.Review(review) {
		case claims.Accepted, claims.Edited:
			r.Accepted += n
		case claims.Rejected:
			r.Rejected += n
		default:
			r.Waiting += n
		}
	}
	out := make([]RuleRate, 0, len(byRule))
	for _, r := range byRule {
		out = append(out, *r)
	}
	slices.SortFunc(out, func(a, b RuleRate) int {
		if c := (b.Accepted + b.Rejected + b.Waiting) - (a.Accepted + a.Rejected + a.Waiting); c != 0 {
			return c
		}
		return strings.Compare(a.Rule, b.Rule)
	})
	return out, nil
}

package desk

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"onrecord/claims"
	"onrecord/claims/match"
	"onrecord/claims/match/suggest"
)

// Suggestion is an article that may bear on a claim. A person confirms it, by
// storing Outcome, or passes it over.
type Suggestion struct {
	suggest.Bearing
	Claim     *claims.Claim
	Article   *claims.Article
	Statement *claims.Statement // the statement that the span is of; nil where the article speaks itself
	Quote     string            // the words of the span

	subject *suggest.Subject
	read    *suggest.Article
}

// Outcome drafts the outcome that confirms the suggestion with the relation
// that a person chose: dated as the article, with the statement or the span as
// evidence, and linked to the claim. What happened is what the title says; the
// sentence that shares most with the claim may be its history. What was
// said before the claim was made is no outcome of it, but the article that
// tells of it may be.
func (s *Suggestion) Outcome(relation claims.Relation) claims.Outcome {
	o := claims.Outcome{
		Date: s.Article.Published, Summary: strings.Join(strings.Fields(s.Quote), " "),
		Links: []claims.Link{{Claim: s.Claim.ID, Relation: relation}},
	}
	if relation == s.Relation && relation != claims.Context {
		o.Links[0].Note = s.Reason
	}
	if s.Article.Title != "" {
		o.Summary = s.Article.Title
	}
	if s.Statement != nil {
		if later(s.Claim.MadeOn, s.Statement.SaidOn) {
			o.Date = s.Statement.SaidOn
		}
		o.Evidence = []claims.Evidence{{Statement: s.Statement.ID}}
		return o
	}
	o.Evidence = []claims.Evidence{{Article: s.Article.ID, Span: s.Span}}
	return o
}

// later reports whether a day is known, and not before another.
func later(first, day claims.Date) bool {
	from, known := first.First()
	last, ok := day.Last()
	return ok && (!known || last.Compare(from) >= 0)
}

// SuggestOutcomes proposes the open claims that an article bears on, the
// surest first. A claim is passed over where the article is one of those it
// was made in, is not later, is evidence for it already or was refused: that
// version of it or another that says the same. Of an article that was changed
// only the newest version is proposed.
func (d *Desk) SuggestOutcomes(ctx context.Context, article claims.ID, limit int) ([]Suggestion, error) {
	b, err := d.newBearings(ctx)
	if err != nil {
		return nil, err
	}
	return b.outcomes(article, limit)
}

// SuggestOutcomesOf does the same for several articles, and reads each claim
// once: all proposals, the surest first, at most so many of each article.
func (d *Desk) SuggestOutcomesOf(ctx context.Context, articles []claims.ID, limit int) ([]Suggestion, error) {
	b, err := d.newBearings(ctx)
	if err != nil {
		return nil, err
	}
	var out []Suggestion
	for _, id := range articles {
		some, err := b.outcomes(id, limit)
		if err != nil {
			return nil, err
		}
		out = append(out, some...)
	}
	slices.SortStableFunc(out, func(x, y Suggestion) int { return cmp.Compare(y.Score, x.Score) })
	return out, nil
}

func (b *bearings) outcomes(article claims.ID, limit int) ([]Suggestion, error) {
	r, err := b.d.Open(b.ctx, article)
	if err != nil {
		return nil, err
	}
	ids, err := b.d.claimsNear(b.ctx, r)
	if err != nil {
		return nil, err
	}
	read := suggest.NewArticle(r.Article.Title, r.Text, r.Article.Published)
	var out []Suggestion
	for _, id := range ids {
		c, err := b.claim(id)
		if claims.CodeOf(err) == claims.CodeNotFound {
			continue
		}
		if err != nil {
			return nil, err
		}
		if b.resolved(c) {
			continue
		}
		s, ok, err := b.weigh(c, r, read)
		if err != nil {
			return nil, err
		}
		if ok {
			out = append(out, s)
		}
	}
	return surest(out, suggest.OfClaims, limit), nil
}

// SuggestEvidence proposes the articles that bear on a claim, the surest
// first, whether it is open or not.
func (d *Desk) SuggestEvidence(ctx context.Context, claim claims.ID, limit int) ([]Suggestion, error) {
	c, err := d.Claim(ctx, claim)
	if err != nil {
		return nil, err
	}
	b, err := d.newBearings(ctx)
	if err != nil {
		return nil, err
	}
	ids, err := b.articlesNear(c)
	if err != nil {
		return nil, err
	}
	var out []Suggestion
	for _, id := range ids {
		r, err := d.Open(ctx, id)
		if claims.CodeOf(err) == claims.CodeNotFound {
			continue
		}
		if err != nil {
			return nil, err
		}
		s, ok, err := b.weigh(c, r, suggest.NewArticle(r.Article.Title, r.Text, r.Article.Published))
		if err != nil {
			return nil, err
		}
		if ok {
			out = append(out, s)
		}
	}
	return surest(out, suggest.OfArticles, limit), nil
}

// surest sorts by score, keeps the first that are worth showing, and finds out
// of those how they bear on the claim.
func surest(all []Suggestion, list suggest.Beside, limit int) []Suggestion {
	slices.SortStableFunc(all, func(a, b Suggestion) int { return cmp.Compare(b.Score, a.Score) })
	scores := make([]float64, len(all))
	for i := range all {
		scores[i] = all[i].Score
	}
	all = all[:min(list.Worth(scores), max(limit, 0))]
	for i := range all {
		s := &all[i]
		s.Relation, s.Reason = s.subject.Relation(s.read)
	}
	return all
}

// bearings weighs articles against claims, remembering what of the claims it
// has read.
type bearings struct {
	d        *Desk
	ctx      context.Context
	docs     *docs
	scales   []*claims.Scale
	claims   map[claims.ID]*claims.Claim
	subjects map[claims.ID]*suggest.Subject
}

func (d *Desk) newBearings(ctx context.Context) (*bearings, error) {
	scales, err := d.Scales(ctx)
	return &bearings{d: d, ctx: ctx, docs: newDocs(ctx, d), scales: scales, claims: map[claims.ID]*claims.Claim{}, subjects: map[claims.ID]*suggest.Subject{}}, err
}

// claim reads a claim once.
func (b *bearings) claim(id claims.ID) (*claims.Claim, error) {
	if c, known := b.claims[id]; known {
		return c, nil
	}
	c, err := b.d.Claim(b.ctx, id)
	if err == nil {
		b.claims[id] = c
	}
	return c, err
}

func (b *bearings) resolved(c *claims.Claim) bool {
	scale, ok := claims.ScaleFor(b.scales, c.Class)
	return ok && claims.ValueOf(c, scale).Final
}

// weigh compares an article with a claim. It is not ok where the article is
// the claim's own, where a person has answered already, or where it says too
// little.
func (b *bearings) weigh(c *claims.Claim, r *Reading, read *suggest.Article) (s Suggestion, ok bool, err error) {
	own, err := b.own(c, r.Article)
	if err != nil || own {
		return s, false, err
	}
	subject, err := b.subject(c)
	if err != nil {
		return s, false, err
	}
	s = Suggestion{Bearing: subject.Weigh(read), Claim: c, Article: r.Article, subject: subject, read: read}
	if s.Score < suggest.Least {
		return s, false, nil
	}
	if done, err := b.answered(c, r, s.Span); err != nil || done {
		return s, false, err
	}
	s.Quote = s.Span.In(r.Text)
	if s.Statement = statementOf(r, s.Span); s.Statement != nil {
		s.Quote = s.Statement.Text
	}
	return s, true, nil
}

// statementOf finds the statement that the greater part of a sentence is of.
func statementOf(r *Reading, sentence claims.Span) *claims.Statement {
	var best *claims.Statement
	most := sentence.Len() / 2
	for _, st := range r.Statements {
		shared := 0
		for _, c := range st.Content {
			shared += max(min(c.End, sentence.End)-max(c.Start, sentence.Start), 0)
		}
		if st.Review != claims.Rejected && shared > most {
			best, most = st, shared
		}
	}
	return best
}

// subject prepares a claim for comparison, once.
func (b *bearings) subject(c *claims.Claim) (*suggest.Subject, error) {
	if s := b.subjects[c.ID]; s != nil {
		return s, nil
	}
	var doc match.Doc
	if err := b.docs.speaker(&doc, c.Speaker); err != nil {
		return nil, err
	}
	s := suggest.NewSubject(suggest.Claim{Text: c.Text, Class: c.Class, Speaker: doc.Speakers, Actor: c.Actor, Topics: c.Topics, MadeOn: c.MadeOn, Due: c.Due}, b.d.index)
	b.subjects[c.ID] = s
	return s, nil
}

// own reports whether the claim was made in the article or in another version
// of it.
func (b *bearings) own(c *claims.Claim, a *claims.Article) (bool, error) {
	for _, id := range c.Appearances {
		s, err := b.d.Statement(b.ctx, id)
		if err != nil {
			return false, err
		}
		if s.Article == "" {
			continue
		}
		in, err := b.d.Article(b.ctx, s.Article)
		if err != nil {
			return false, err
		}
		if in.ID == a.ID || in.URL != "" && in.URL == a.URL {
			return true, nil
		}
	}
	return false, nil
}

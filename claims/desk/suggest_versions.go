package desk

import (
	"onrecord/claims"
	"onrecord/claims/match/suggest"
)

// answers are what a person said of an article and a claim: that it does not
// bear on it, or, by an outcome that rests on it, that it does.
type answers map[claims.ID]bool // by article

// answersFor gathers the articles that were refused for a claim and those that
// its outcomes rest on.
func (b *bearings) answersFor(c *claims.Claim) (answers, error) {
	given := answers{}
	for _, id := range c.Refused {
		given[id] = true // among them statements, which are no article's
	}
	err := b.d.each(b.ctx, Query{Kind: claims.KindOutcome, Index: ByClaim, Value: string(c.ID)}, func(rec claims.Record) error {
		for _, e := range rec.(*claims.Outcome).Evidence {
			if e.Article != "" {
				given[e.Article] = true
			}
			if e.Statement == "" {
				continue
			}
			s, err := b.d.Statement(b.ctx, e.Statement)
			if err != nil && claims.CodeOf(err) != claims.CodeNotFound {
				return err
			}
			if err == nil && s.Article != "" {
				given[s.Article] = true
			}
		}
		return nil
	})
	return given, err
}

// answered reports whether nothing is left to ask of an article for a claim: a
// person has answered for it or for another version of it that says the same
// in the sentence that speaks for it, or there is a newer version.
func (b *bearings) answered(c *claims.Claim, r *Reading, sentence claims.Span) (bool, error) {
	given, err := b.answersFor(c)
	if err != nil || given[r.Article.ID] || r.Article.URL == "" {
		return given[r.Article.ID], err
	}
	versions, err := b.d.byURL(b.ctx, r.Article.URL)
	if err != nil || len(versions) < 2 {
		return false, err
	}
	if versions[len(versions)-1].ID != r.Article.ID {
		return true, nil
	}
	for _, v := range versions {
		if !given[v.ID] {
			continue
		}
		text, err := b.d.textOf(b.ctx, v.ID)
		if err != nil {
			return false, err
		}
		if suggest.Says(text, sentence.In(r.Text)) {
			return true, nil
		}
	}
	return false, nil
}

package desk

import (
	"context"
	"slices"

	"onrecord/claims"
	"onrecord/claims/match"
	"onrecord/claims/match/suggest"
)

const (
	perSentence = 20  // claims that are looked at for each sentence of an article
	mostRead    = 80  // articles that are read for one claim
	mostAsked   = 300 // sentences of an article that are looked up
	perSpeaker  = 50  // claims of each speaker whom the article names
	mostNamed   = 20  // speakers
)

// claimsNear finds the claims that share words with a sentence of the article,
// and those of the speakers whom it names.
func (d *Desk) claimsNear(ctx context.Context, r *Reading) ([]claims.ID, error) {
	filters := []match.Filter{{Field: match.ByKind, Value: string(claims.KindClaim)}}
	out, err := d.claimsOfNamed(ctx, r.Text)
	if err != nil {
		return nil, err
	}
	seen := map[claims.ID]bool{}
	for _, id := range out {
		seen[id] = true
	}
	sentences := suggest.Sentences(r.Text)
	asked := make([]match.Doc, min(len(sentences), mostAsked))
	for i := range asked {
		asked[i] = match.Doc{Kind: claims.KindArticle, ID: r.Article.ID, Title: r.Article.Title, Text: sentences[i].In(r.Text)}
	}
	near, err := d.index.NearAll(ctx, asked, filters, perSentence)
	if err != nil {
		return nil, err
	}
	for _, hits := range near {
		for _, h := range hits {
			if !seen[h.ID] {
				seen[h.ID] = true
				out = append(out, h.ID)
			}
		}
	}
	return out, nil
}

// claimsOfNamed lists the latest claims of the speakers whom a text names.
func (d *Desk) claimsOfNamed(ctx context.Context, text string) ([]claims.ID, error) {
	speakers, err := d.namedIn(ctx, text)
	if err != nil {
		return nil, err
	}
	var out []claims.ID
	for _, id := range speakers[:min(len(speakers), mostNamed)] {
		page, err := d.store.List(ctx, Query{Kind: claims.KindClaim, Index: BySpeaker, Value: string(id), Reverse: true, Limit: perSpeaker})
		if err != nil {
			return nil, err
		}
		for _, rec := range page.Records {
			out = append(out, rec.(*claims.Claim).ID)
		}
	}
	return out, nil
}

// articlesNear finds the articles that may bear on a claim: those with
// statements like it, and those that have two of its words.
func (b *bearings) articlesNear(c *claims.Claim) ([]claims.ID, error) {
	var out []claims.ID
	add := func(id claims.ID) {
		if id != "" && len(out) < mostRead && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	subject, err := b.subject(c)
	if err != nil {
		return nil, err
	}
	for _, pair := range subject.Pairs() {
		q := match.ParseQuery(pair + " ")
		q.Filters = []match.Filter{{Field: match.ByKind, Value: string(claims.KindArticle)}}
		hits, err := b.d.index.Search(b.ctx, q, mostRead/4, 0)
		if err != nil {
			return nil, err
		}
		for _, h := range hits {
			add(h.ID)
		}
	}
	doc, err := b.docs.of(c)
	if err != nil {
		return nil, err
	}
	hits, err := b.d.index.Near(b.ctx, doc, []match.Filter{{Field: match.ByKind, Value: string(claims.KindStatement)}}, mostRead)
	if err != nil {
		return nil, err
	}
	for _, h := range hits {
		s, err := b.d.Statement(b.ctx, h.ID)
		if claims.CodeOf(err) == claims.CodeNotFound {
			continue // deleted since the index answered
		}
		if err != nil {
			return nil, err
		}
		add(s.Article)
	}
	return out, nil
}

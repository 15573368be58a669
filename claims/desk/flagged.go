package desk

import (
	"context"
	"maps"
	"slices"

	"onrecord/claims"
)

// Flagged is a claim of which a statement was altered or removed in a newer
// version of its article.
type Flagged struct {
	Claim *claims.Claim
	Fate
	Newer *claims.Article // the newest version
}

// Removed reports whether nothing like the statement is left.
func (f *Flagged) Removed() bool { return f.Now == nil }

// FlaggedClaims lists the claims whose statements the newest version of their
// article does not have word for word.
func (d *Desk) FlaggedClaims(ctx context.Context) ([]Flagged, error) {
	pairs, err := d.superseded(ctx)
	if err != nil {
		return nil, err
	}
	var out []Flagged
	for _, p := range pairs {
		fates, err := d.Fates(ctx, p.older.ID, p.newest.ID)
		if err != nil {
			return nil, err
		}
		for _, f := range fates {
			for _, c := range f.Claims {
				out = append(out, Flagged{c, f, p.newest})
			}
		}
	}
	return out, nil
}

// versionPair is an article that has a newer version, and the newest.
type versionPair struct{ older, newest *claims.Article }

// superseded lists the articles of which there is a newer version: those of
// one address, as Versions orders them.
func (d *Desk) superseded(ctx context.Context) ([]versionPair, error) {
	addresses, err := d.store.Facets(ctx, claims.KindArticle, ByURL)
	if err != nil {
		return nil, err
	}
	var out []versionPair
	for _, url := range slices.Sorted(maps.Keys(addresses)) {
		if url == "" || addresses[url] < 2 {
			continue
		}
		all, err := d.byURL(ctx, url)
		if err != nil {
			return nil, err
		}
		for _, a := range all[:max(len(all)-1, 0)] {
			out = append(out, versionPair{a, all[len(all)-1]})
		}
	}
	return out, nil
}

package desk

import (
	"context"
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

// Seen reports whether somebody has checked the claim since the newer version
// was read: with MarkChecked, or by giving a verdict.
func (f *Flagged) Seen() bool { return f.Claim.LastChecked.After(f.Newer.Read) }

// FlaggedClaims lists the claims whose statements the newest version of their
// article does not have word for word, and which nobody has checked since. A
// claim is there once for each such statement.
func (d *Desk) FlaggedClaims(ctx context.Context) ([]Flagged, error) {
	versions := newVersions(ctx, d)
	var out []Flagged
	for r, err := range d.store.All(ctx, claims.KindClaim) {
		if err != nil {
			return nil, err
		}
		all, err := versions.flags(r.(*claims.Claim))
		if err != nil {
			return nil, err
		}
		out = append(out, slices.DeleteFunc(all, func(f Flagged) bool { return f.Seen() })...)
	}
	return out, nil
}

// Flags lists the statements of one claim that the newest version of their
// article does not have word for word, whether somebody has seen it or not.
func (d *Desk) Flags(ctx context.Context, claim claims.ID) ([]Flagged, error) {
	c, err := d.Claim(ctx, claim)
	if err != nil {
		return nil, err
	}
	return newVersions(ctx, d).flags(c)
}

// versions finds the newest versions of articles, remembering those it has
// read: many claims are made in few articles.
type versions struct {
	d      *Desk
	ctx    context.Context
	newest map[claims.ID]*Reading // by article; nil where there is no newer one
	byURL  map[string]*Reading
}

func newVersions(ctx context.Context, d *Desk) *versions {
	return &versions{d: d, ctx: ctx, newest: map[claims.ID]*Reading{}, byURL: map[string]*Reading{}}
}

func (v *versions) flags(c *claims.Claim) ([]Flagged, error) {
	var out []Flagged
	for _, id := range c.Appearances {
		s, err := v.d.Statement(v.ctx, id)
		if err != nil {
			return nil, err
		}
		if s.Article == "" {
			continue
		}
		newer, err := v.after(s.Article)
		if err != nil {
			return nil, err
		}
		if newer == nil {
			continue
		}
		older, err := v.d.textOf(v.ctx, s.Article)
		if err != nil {
			return nil, err
		}
		if stillSays(newer.Text, older, s) {
			continue
		}
		fate := Fate{Statement: s, Now: closest(s, newer.Statements), Claims: []*claims.Claim{c}}
		out = append(out, Flagged{c, fate, newer.Article})
	}
	return out, nil
}

// after opens the newest version of an article, nil where it is the newest
// itself.
func (v *versions) after(id claims.ID) (*Reading, error) {
	if r, known := v.newest[id]; known {
		return r, nil
	}
	a, err := v.d.Article(v.ctx, id)
	if err != nil {
		return nil, err
	}
	v.newest[id] = nil
	if a.URL == "" {
		return nil, nil
	}
	all, err := v.d.byURL(v.ctx, a.URL)
	if err != nil || len(all) < 2 || all[len(all)-1].ID == id {
		return nil, err
	}
	if v.byURL[a.URL] == nil {
		if v.byURL[a.URL], err = v.d.Open(v.ctx, all[len(all)-1].ID); err != nil {
			return nil, err
		}
	}
	v.newest[id] = v.byURL[a.URL]
	return v.newest[id], nil
}

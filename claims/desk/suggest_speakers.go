package desk

import (
	"cmp"
	"context"
	"slices"

	"onrecord/claims"
	"onrecord/claims/match/suggest"
)

// Duplicate is a pair of speakers that may be one. A person confirms it with
// MergeSpeakers.
type Duplicate struct {
	suggest.Duplicate
	A, B *claims.Speaker // B has more statements, or the longer name
}

// mostAlike is how many speakers may share a part of a name for it to be of
// use: a surname that half the archive has tells nothing.
const mostAlike = 300

// SuggestDuplicates proposes speakers that may be the same, the surest first.
// Those whom a person told apart are passed over.
func (d *Desk) SuggestDuplicates(ctx context.Context, limit int) ([]Duplicate, error) {
	all, err := d.everybody(ctx)
	if err != nil {
		return nil, err
	}
	groups, names := map[string][]int{}, make([]*suggest.Names, len(all))
	for i, s := range all {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		names[i] = suggest.NewNames(s)
		for _, key := range names[i].Keys() {
			groups[key] = append(groups[key], i)
		}
	}
	found := map[[2]int]suggest.Duplicate{}
	for _, group := range groups {
		if len(group) > mostAlike {
			continue
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		for i, a := range group {
			for _, b := range group[i+1:] {
				pair := [2]int{a, b}
				if _, seen := found[pair]; seen {
					continue
				}
				if same := suggest.SameSpeaker(names[a], names[b]); same.Score >= suggest.LeastDuplicate {
					found[pair] = same // of those that are not, most are met once
				}
			}
		}
	}
	return d.duplicates(ctx, all, found, limit)
}

// duplicates sorts the pairs that are worth showing.
func (d *Desk) duplicates(ctx context.Context, all []*claims.Speaker, found map[[2]int]suggest.Duplicate, limit int) ([]Duplicate, error) {
	counts, err := d.store.Facets(ctx, claims.KindStatement, BySpeaker)
	if err != nil {
		return nil, err
	}
	var out []Duplicate
	for pair, why := range found {
		a, b := all[pair[0]], all[pair[1]]
		if toldApart(a, b) {
			continue
		}
		if c := cmp.Compare(counts[string(a.ID)], counts[string(b.ID)]); c > 0 || c == 0 && len(a.Name) > len(b.Name) {
			a, b = b, a
		}
		out = append(out, Duplicate{why, a, b})
	}
	slices.SortFunc(out, func(x, y Duplicate) int {
		return cmp.Or(cmp.Compare(y.Score, x.Score), cmp.Compare(x.A.Name, y.A.Name), cmp.Compare(x.A.ID, y.A.ID), cmp.Compare(x.B.ID, y.B.ID))
	})
	return out[:min(len(out), max(limit, 0))], nil
}

// everybody lists all speakers in the order of their identifiers.
func (d *Desk) everybody(ctx context.Context) ([]*claims.Speaker, error) {
	d.people.mu.Lock()
	defer d.people.mu.Unlock()
	if err := d.people.load(ctx, d.store); err != nil {
		return nil, err
	}
	out := make([]*claims.Speaker, 0, len(d.people.byID))
	for _, s := range d.people.byID {
		copied := *s
		out = append(out, &copied)
	}
	slices.SortFunc(out, func(a, b *claims.Speaker) int { return cmp.Compare(a.ID, b.ID) })
	return out, nil
}

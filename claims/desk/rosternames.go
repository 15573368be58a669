package desk

import (
	"context"
	"slices"

	"onrecord/claims/match"
)

// SpeakerNames lists the names of all speakers in alphabetical order.
func (d *Desk) SpeakerNames(ctx context.Context) ([]string, error) {
	d.people.mu.Lock()
	defer d.people.mu.Unlock()
	if err := d.people.load(ctx, d.store); err != nil {
		return nil, err
	}
	return slices.Clone(d.people.names()), nil
}

// SpeakerList is SpeakerNames for who looks names up in it with every letter.
func (d *Desk) SpeakerList(ctx context.Context) (*match.NameList, error) {
	d.people.mu.Lock()
	defer d.people.mu.Unlock()
	if err := d.people.load(ctx, d.store); err != nil {
		return nil, err
	}
	r := &d.people
	if r.list == nil {
		r.list = match.NewNameList(r.names())
	}
	return r.list, nil
}

// names sorts the names of all speakers, once for as long as they stay the same.
func (r *roster) names() []string {
	if r.sorted == nil {
		r.sorted = make([]string, 0, len(r.byID))
		for _, s := range r.byID {
			r.sorted = append(r.sorted, s.Name)
		}
		slices.Sort(r.sorted)
	}
	return r.sorted
}

package desk

import (
	"context"
	"fmt"
	"reflect"

	"onrecord/claims"
)

// Scales returns the scales of the archive; those that nobody has changed are
// the default ones.
func (d *Desk) Scales(ctx context.Context) ([]*claims.Scale, error) {
	var stored []*claims.Scale
	for r, err := range d.store.All(ctx, claims.KindScale) {
		if err != nil {
			return nil, err
		}
		stored = append(stored, r.(*claims.Scale))
	}
	return claims.WithDefaults(stored), nil
}

// ScaleFor returns the scale that judges a class.
func (d *Desk) ScaleFor(ctx context.Context, class claims.Class) (*claims.Scale, error) {
	scales, err := d.Scales(ctx)
	if err != nil {
		return nil, err
	}
	s, ok := claims.ScaleFor(scales, class)
	if !ok {
		return nil, claims.Invalid("class", claims.Say("error.noScaleJudges", "no scale judges %q", class))
	}
	return s, nil
}

// EditScale stores a changed scale. A value that verdicts use cannot vanish:
// move names, for such a value, the one that takes its place, and every claim
// that stands at it gets a verdict that says so.
func (d *Desk) EditScale(ctx context.Context, s claims.Scale, move map[string]string) error {
	scales, err := d.Scales(ctx)
	if err != nil {
		return err
	}
	edits := []claims.Edit{{After: &s}}
	for _, old := range scales {
		if old.ID != s.ID {
			continue
		}
		if reflect.DeepEqual(*old, s) {
			return nil // no step to take back: nothing was changed
		}
		if _, err := d.store.Get(ctx, s.Key()); err == nil {
			edits[0].Before = old
		}
		moved, err := d.moveValues(ctx, old, &s, move)
		if err != nil {
			return err
		}
		edits = append(edits, moved...)
	}
	return d.commit(ctx, "Edit scale", edits...)
}

func (d *Desk) moveValues(ctx context.Context, old, fresh *claims.Scale, move map[string]string) ([]claims.Edit, error) {
	var edits []claims.Edit
	for _, v := range old.Values {
		if _, stays := fresh.Find(v.ID); stays {
			continue
		}
		err := d.each(ctx, Query{Kind: claims.KindClaim, Index: ByVerdict, Value: v.ID}, func(r claims.Record) error {
			c := r.(*claims.Claim)
			if s, ok := claims.ScaleFor([]*claims.Scale{old}, c.Class); !ok || s.ID != old.ID {
				return nil
			}
			to, ok := fresh.Find(move[v.ID])
			if !ok {
				return &claims.Error{Code: claims.CodeConflict, What: "scale", Reason: claims.Say("error.valueInUse", "%s is in use and cannot be deleted", claims.Label(v.Label)), Advice: claims.Say("error.chooseValueClaims", "Choose the value that its claims move to.")}
			}
			after := *c
			after.Verdicts = append(append([]claims.Verdict(nil), c.Verdicts...), claims.Verdict{
				ID: d.newID(), Value: to.ID, Label: to.Label, At: d.now(), Who: d.who,
				Reason: fmt.Sprintf("%s was taken off the scale.", v.Label), Outcomes: c.Verdict().Outcomes,
			})
			edits = append(edits, claims.Put(c, &after))
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return edits, nil
}

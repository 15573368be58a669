package desk

import (
	"context"
	"slices"

	"onrecord/claims"
)

// Reextraction is what a better extractor would change in one article. What a
// person decided or built on is not in it.
type Reextraction struct {
	Article *claims.Article
	Added   []*claims.Statement
	Removed []*claims.Statement
	Changed []ChangedStatement
	Kept    int // as they were, decisions of a person included
	edits   []claims.Edit
}

// ChangedStatement is a statement before and after.
type ChangedStatement struct{ Before, After *claims.Statement }

// Empty reports whether nothing would change.
func (r *Reextraction) Empty() bool {
	return len(r.Added)+len(r.Removed)+len(r.Changed) == 0
}

// Reextract reads an article's statements again and tells what would change.
// Nothing is stored until ApplyReextraction.
func (d *Desk) Reextract(ctx context.Context, id claims.ID) (*Reextraction, error) {
	open, err := d.Open(ctx, id)
	if err != nil {
		return nil, err
	}
	known, err := d.knownIn(ctx, open.Text)
	if err != nil {
		return nil, err
	}
	p := Prepared{Article: *open.Article, Text: open.Text}
	p.Extract(known)
	fresh, err := d.statementEdits(ctx, open.Article, p.Found, open.Article.Sample)
	defer d.people.forget() // speakers that are only proposed are not in the archive
	if err != nil {
		return nil, err
	}
	return d.compare(ctx, open, fresh)
}

// compare matches the fresh statements with the stored ones by their place in
// the text.
func (d *Desk) compare(ctx context.Context, open *Reading, fresh []claims.Edit) (*Reextraction, error) {
	out := &Reextraction{Article: open.Article}
	left := slices.Clone(open.Statements)
	moved := map[claims.ID]claims.ID{} // fresh identifiers of statements that are there already
	wanted := map[claims.ID]bool{}     // fresh speakers that a statement needs
	for _, e := range fresh {
		s, ok := e.After.(*claims.Statement)
		if !ok {
			continue
		}
		if outer, ok := moved[s.Outer]; ok {
			s.Outer = outer
		}
		i := slices.IndexFunc(left, func(old *claims.Statement) bool { return samePlace(old, s) })
		if i < 0 {
			out.Added = append(out.Added, s)
			out.edits = append(out.edits, claims.Create(s))
			wanted[s.Speaker] = true
			continue
		}
		old := left[i]
		left = slices.Delete(left, i, i+1)
		moved[s.ID] = old.ID
		s.ID = old.ID
		if old.Decided() || sameFinding(old, s) {
			out.Kept++
			continue
		}
		s.Tags, s.Notes, s.Topics = old.Tags, old.Notes, old.Topics
		out.Changed = append(out.Changed, ChangedStatement{old, s})
		out.edits = append(out.edits, claims.Put(old, s))
		wanted[s.Speaker] = true
	}
	if err := d.removeLost(ctx, out, left); err != nil {
		return nil, err
	}
	for _, e := range fresh {
		if who, ok := e.After.(*claims.Speaker); ok && wanted[who.ID] {
			out.edits = append([]claims.Edit{e}, out.edits...)
		}
	}
	return out, nil
}

// removeLost takes out the statements that were not found again, unless a
// person has judged them or a claim rests on them.
func (d *Desk) removeLost(ctx context.Context, out *Reextraction, left []*claims.Statement) error {
	for _, s := range slices.Backward(left) {
		n, err := d.store.Count(ctx, Query{Kind: claims.KindClaim, Index: ByStatement, Value: string(s.ID)})
		if err != nil {
			return err
		}
		if s.Decided() || n > 0 {
			out.Kept++
			continue
		}
		out.Removed = append(out.Removed, s)
		out.edits = append(out.edits, claims.Trash(s))
	}
	return nil
}

// samePlace reports whether two statements cover mostly the same words.
func samePlace(a, b *claims.Statement) bool {
	shared, union := 0, 0
	for _, x := range a.Content {
		union += x.Len()
		for _, y := range b.Content {
			if x.Overlaps(y) {
				shared += min(x.End, y.End) - max(x.Start, y.Start)
			}
		}
	}
	for _, y := range b.Content {
		union += y.Len()
	}
	union -= shared
	return union > 0 && 2*shared >= union
}

func sameFinding(a, b *claims.Statement) bool {
	return a.Kind == b.Kind && a.Text == b.Text && a.Speaker == b.Speaker && slices.Equal(a.Cue, b.Cue) && slices.Equal(a.Source, b.Source) &&
		a.Class == b.Class && a.Due == b.Due && a.SaidOn == b.SaidOn && a.Polarity == b.Polarity
}

// ApplyReextraction stores what Reextract proposed, as one change. It fails
// with a conflict where somebody has changed a statement in the meantime.
func (d *Desk) ApplyReextraction(ctx context.Context, all ...*Reextraction) error {
	var edits []claims.Edit
	for _, r := range all {
		edits = append(edits, r.edits...)
	}
	if len(edits) == 0 {
		return nil
	}
	return d.commit(ctx, "Read statements again", edits...)
}

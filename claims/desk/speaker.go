package desk

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"onrecord/claims"
	"onrecord/claims/fold"
)

func names(s *claims.Speaker) []string {
	out := []string{fold.Key(s.Name)}
	for _, a := range s.Aliases {
		if a = fold.Key(a); !slices.Contains(out, a) {
			out = append(out, a)
		}
	}
	return out
}

// FindSpeaker returns the speaker with this identifier, name or alias. A name
// that several have is nobody's until one of their identifiers is given.
func (d *Desk) FindSpeaker(ctx context.Context, name string) (*claims.Speaker, error) {
	if s, err := d.Speaker(ctx, claims.ID(name)); err == nil {
		return s, nil
	}
	d.people.mu.Lock()
	defer d.people.mu.Unlock()
	if err := d.people.load(ctx, d.store); err != nil {
		return nil, err
	}
	if several := d.people.namesakes(name); len(several) > 1 {
		var lines []string
		for _, s := range several {
			lines = append(lines, fmt.Sprintf("\n  %s  %s", s.ID, strings.TrimSpace(s.Name+" "+roleOf(s))))
		}
		return nil, &claims.Error{Code: claims.CodeInvalid, What: "speaker", Reason: claims.Say("error.namesakes", "%d are called %q", len(several), name), Advice: claims.Say("error.giveIdentifier", "Give the identifier of one of them:%s", strings.Join(lines, ""))}
	}
	if s, ok := d.people.find(name); ok {
		copied := *s
		return &copied, nil
	}
	return nil, &claims.Error{Code: claims.CodeNotFound, What: "speaker", Reason: claims.Say("error.nobodyCalled", "nobody is called %q", name), Advice: nearest(name, d.people.byID)}
}

// nearest offers up to three speakers whose names are most like the one that
// was asked for: those that differ least, then those that share a word with it.
func nearest(name string, all map[claims.ID]*claims.Speaker) *claims.Sentence {
	type found struct {
		name string
		away int
	}
	key := fold.Key(name)
	var near []found
	for _, s := range all {
		best := -1
		for _, n := range names(s) {
			away := editDistance(key, n)
			if away > max(2, len(key)/4) && !sharesWord(key, n) {
				continue
			}
			if best < 0 || away < best {
				best = away
			}
		}
		if best >= 0 {
			near = append(near, found{s.Name, best})
		}
	}
	if len(near) == 0 {
		return nil
	}
	slices.SortFunc(near, func(a, b found) int { return cmp.Or(a.away-b.away, strings.Compare(a.name, b.name)) })
	var offered []string
	for _, f := range near {
		if !slices.Contains(offered, f.name) && len(offered) < 3 {
			offered = append(offered, f.name)
		}
	}
	return claims.Say("error.didYouMean", "Did you mean %s?", strings.Join(offered, ", "))
}

// sharesWord reports whether two folded names have a word in common that is
// more than an initial or a joint.
func sharesWord(a, b string) bool {
	words := strings.Fields(b)
	return slices.ContainsFunc(strings.Fields(a), func(w string) bool { return len(w) > 2 && slices.Contains(words, w) })
}

// EditSpeaker stores a corrected speaker: name, type, aliases, roles, notes.
// Whom it was told apart from stays as it is.
func (d *Desk) EditSpeaker(ctx context.Context, s claims.Speaker) error {
	before, err := d.Speaker(ctx, s.ID)
	if err != nil {
		return err
	}
	s.Distinct = before.Distinct
	what := "Edit speaker"
	if before.Name != s.Name {
		what = "Rename speaker"
		if err := d.nameIsFree(ctx, s.Name, s.ID); err != nil {
			return err
		}
		if !slices.Contains(s.Aliases, before.Name) {
			s.Aliases = append(slices.Clone(s.Aliases), before.Name)
		}
	}
	return d.commit(ctx, what, claims.Put(before, &s))
}

// nameIsFree tells whether no other speaker has a name already: whoever gives
// a second one the same by renaming means to merge the two.
func (d *Desk) nameIsFree(ctx context.Context, name string, own claims.ID) error {
	d.people.mu.Lock()
	defer d.people.mu.Unlock()
	if err := d.people.load(ctx, d.store); err != nil {
		return err
	}
	for _, s := range d.people.namesakes(name) {
		if s.ID != own {
			return &claims.Error{
				Code: claims.CodeInvalid, What: "name", Reason: claims.Say("error.anotherSpeakerCalled", "another speaker is called %q already", s.Name),
				Advice: claims.Say("error.mergeTwoOr", "Merge the two, or give a name that tells them apart."),
			}
		}
	}
	return nil
}

// roleOf is the first role of a speaker in brackets, "" for none.
func roleOf(s *claims.Speaker) string {
	if len(s.Roles) == 0 {
		return ""
	}
	return "(" + s.Roles[0].Title + ")"
}

// AddSpeaker makes a speaker by hand.
func (d *Desk) AddSpeaker(ctx context.Context, s claims.Speaker) (*claims.Speaker, error) {
	s.ID = d.newID()
	if s.Type == "" {
		s.Type = claims.Person
	}
	return &s, d.commit(ctx, "Add speaker", claims.Create(&s))
}

// MergeSpeakers gives everything that from said to into, which takes over the
// names and roles; from goes to the trash. One undo takes all of it back.
func (d *Desk) MergeSpeakers(ctx context.Context, from, into claims.ID) error {
	if from == into {
		return claims.Invalid("speaker", claims.Say("error.cannotBeMerged", "cannot be merged with itself"))
	}
	a, err := d.Speaker(ctx, from)
	if err != nil {
		return err
	}
	b, err := d.Speaker(ctx, into)
	if err != nil {
		return err
	}
	merged := *b
	merged.Aliases = union(b.Aliases, append([]string{a.Name}, a.Aliases...), b.Name)
	merged.Roles = append(slices.Clone(b.Roles), a.Roles...)
	merged.Tags = union(b.Tags, a.Tags, "")
	merged.Distinct = without(union(b.Distinct, a.Distinct, b.ID), a.ID)
	merged.Notes = strings.TrimSpace(b.Notes + "\n" + a.Notes)
	edits := []claims.Edit{claims.Put(b, &merged)}
	moved, err := d.reassign(ctx, from, func(claims.Record) (claims.ID, bool) { return into, true })
	if err != nil {
		return err
	}
	return d.commit(ctx, "Merge speakers", append(append(edits, moved...), claims.Trash(a))...)
}

// SplitSpeaker gives the named statements of a speaker to a new one, with the
// claims that were made in none but them: for two people who were taken for
// one.
func (d *Desk) SplitSpeaker(ctx context.Context, from claims.ID, name string, statements []claims.ID) (*claims.Speaker, error) {
	old, err := d.Speaker(ctx, from)
	if err != nil {
		return nil, err
	}
	for _, id := range statements {
		s, err := d.Statement(ctx, id)
		if err != nil {
			return nil, err
		}
		if s.Speaker != from {
			return nil, claims.Invalid("statements", claims.Say("error.notOneOf", "%s is not one of %s", id, old.Name))
		}
	}
	if len(statements) == 0 {
		return nil, claims.Invalid("statements", claims.Say("error.chooseAtLeast", "choose at least one that belongs to the new speaker"))
	}
	fresh := &claims.Speaker{ID: d.newID(), Name: name, Type: old.Type}
	moved, err := d.reassign(ctx, from, func(r claims.Record) (claims.ID, bool) {
		return fresh.ID, belongsTo(r, statements)
	})
	if err != nil {
		return nil, err
	}
	return fresh, d.commit(ctx, "Split speaker", append([]claims.Edit{claims.Create(fresh)}, moved...)...)
}

// belongsTo reports whether a record is one of the statements, or a claim that
// was made in some of them and nowhere else.
func belongsTo(r claims.Record, statements []claims.ID) bool {
	c, ok := r.(*claims.Claim)
	if !ok {
		return slices.Contains(statements, r.Key().ID)
	}
	return len(c.Appearances) > 0 && !slices.ContainsFunc(c.Appearances, func(id claims.ID) bool { return !slices.Contains(statements, id) })
}

// reassign lists the edits that give a speaker's statements and claims to
// whoever to names.
func (d *Desk) reassign(ctx context.Context, from claims.ID, to func(claims.Record) (claims.ID, bool)) ([]claims.Edit, error) {
	var edits []claims.Edit
	for _, kind := range []claims.Kind{claims.KindStatement, claims.KindClaim} {
		err := d.each(ctx, Query{Kind: kind, Index: BySpeaker, Value: string(from)}, func(r claims.Record) error {
			id, ok := to(r)
			if !ok {
				return nil
			}
			switch r := r.(type) {
			case *claims.Statement:
				after := *r
				after.Speaker = id
				edits = append(edits, claims.Put(r, &after))
			case *claims.Claim:
				after := *r
				after.Speaker = id
				edits = append(edits, claims.Put(r, &after))
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return edits, nil
}

// each calls f for every record of a query, page by page.
func (d *Desk) each(ctx context.Context, q Query, f func(claims.Record) error) error {
	q.Limit = 500
	for {
		page, err := d.store.List(ctx, q)
		if err != nil {
			return err
		}
		for _, r := range page.Records {
			if err := f(r); err != nil {
				return err
			}
		}
		if page.Next == "" {
			return nil
		}
		q.After = page.Next
	}
}

func union[T comparable](a, b []T, except T) []T {
	out := slices.Clone(a)
	for _, s := range b {
		if s != except && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

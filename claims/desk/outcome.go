package desk

import (
	"context"
	"reflect"
	"slices"

	"onrecord/claims"
)

// AddOutcome stores something that happened. A span given as evidence is
// checked against the frozen text and its words are kept.
func (d *Desk) AddOutcome(ctx context.Context, o claims.Outcome) (*claims.Outcome, error) {
	o.ID = d.newID()
	o.Created = d.now()
	if err := d.pinEvidence(ctx, o.Evidence); err != nil {
		return nil, err
	}
	return &o, d.commit(ctx, "Add outcome", claims.Create(&o))
}

// EditOutcome stores a corrected outcome. Verdicts that rest on it stay as they
// are, and tell that it was corrected after them; VerdictsOn names them.
func (d *Desk) EditOutcome(ctx context.Context, o claims.Outcome) error {
	before, err := d.Outcome(ctx, o.ID)
	if err != nil {
		return err
	}
	if err := d.pinEvidence(ctx, o.Evidence); err != nil {
		return err
	}
	if o.Edited = before.Edited; !reflect.DeepEqual(*before, o) {
		o.Edited = d.now()
	}
	return d.commit(ctx, "Edit outcome", claims.Put(before, &o))
}

func (d *Desk) pinEvidence(ctx context.Context, all []claims.Evidence) error {
	for i := range all {
		e := &all[i]
		if e.URL != "" && e.Retrieved.IsZero() {
			e.Retrieved = d.now()
		}
		if e.Statement != "" {
			if _, err := d.Statement(ctx, e.Statement); err != nil {
				return err
			}
		}
		if e.Article == "" {
			continue
		}
		a, err := d.Article(ctx, e.Article)
		if err != nil {
			return err
		}
		text, err := d.Text(ctx, a)
		if err != nil {
			return err
		}
		if err := e.Span.Check(text); err != nil {
			return err
		}
		e.Quote = e.Span.In(text)
	}
	return nil
}

// MaxEvidenceFile is the largest file that can be kept as evidence, in bytes.
const MaxEvidenceFile = 64 << 20

// AttachFile keeps a file in the archive as evidence of an outcome, under the
// hash of its bytes. It is never opened or executed by the program.
func (d *Desk) AttachFile(ctx context.Context, outcome claims.ID, name string, data []byte, note string) error {
	if len(data) == 0 || len(data) > MaxEvidenceFile {
		return claims.Refused(name, claims.Say("error.fileKeptAs", "a file kept as evidence has between 1 byte and %d MB", MaxEvidenceFile>>20))
	}
	before, err := d.Outcome(ctx, outcome)
	if err != nil {
		return err
	}
	after := *before
	after.Evidence = append(slices.Clone(before.Evidence), claims.Evidence{File: claims.HashOf(data), FileName: name, Note: note})
	return d.commitAll(ctx, claims.Change{What: "Attach file", Edits: []claims.Edit{claims.Put(before, &after)}, Blobs: [][]byte{data}})
}

// Link ties an outcome to a claim, or changes the relation of a link.
func (d *Desk) Link(ctx context.Context, claim, outcome claims.ID, relation claims.Relation, note string) error {
	if _, err := d.Claim(ctx, claim); err != nil {
		return err
	}
	before, err := d.Outcome(ctx, outcome)
	if err != nil {
		return err
	}
	after := *before
	after.Links = slices.Clone(before.Links)
	link := claims.Link{Claim: claim, Relation: relation, Note: note}
	if i := slices.IndexFunc(after.Links, func(l claims.Link) bool { return l.Claim == claim }); i >= 0 {
		after.Links[i] = link
	} else {
		after.Links = append(after.Links, link)
	}
	return d.commit(ctx, "Link outcome", claims.Put(before, &after))
}

// Unlink takes an outcome off a claim. Verdicts that rest on it still name it;
// VerdictsOn tells which those are.
func (d *Desk) Unlink(ctx context.Context, claim, outcome claims.ID) error {
	before, err := d.Outcome(ctx, outcome)
	if err != nil {
		return err
	}
	after := withoutLink(before, claim)
	if len(after.Links) == len(before.Links) {
		return claims.Invalid("link", claims.Say("error.outcomeNotLinked", "the outcome is not linked to that claim"))
	}
	return d.commit(ctx, "Unlink outcome", claims.Put(before, after))
}

func withoutLink(o *claims.Outcome, claim claims.ID) *claims.Outcome {
	after := *o
	after.Links = slices.DeleteFunc(slices.Clone(o.Links), func(l claims.Link) bool { return l.Claim == claim })
	return &after
}

// unlinkAll lists the edits that take every outcome off a claim.
func (d *Desk) unlinkAll(ctx context.Context, claim claims.ID) ([]claims.Edit, error) {
	var edits []claims.Edit
	err := d.each(ctx, Query{Kind: claims.KindOutcome, Index: ByClaim, Value: string(claim)}, func(r claims.Record) error {
		o := r.(*claims.Outcome)
		edits = append(edits, claims.Put(o, withoutLink(o, claim)))
		return nil
	})
	return edits, err
}

// TrashOutcome removes an outcome that no verdict rests on.
func (d *Desk) TrashOutcome(ctx context.Context, id claims.ID) error {
	o, err := d.Outcome(ctx, id)
	if err != nil {
		return err
	}
	return d.commit(ctx, "Delete outcome", claims.Trash(o))
}

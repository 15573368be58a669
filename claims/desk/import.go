package desk

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"onrecord/claims"
	"onrecord/claims/extract"
	"onrecord/claims/extract/speakers"
	"onrecord/claims/fold"
	"onrecord/claims/ingest"
)

// Imported is what became of one input.
type Imported struct {
	File       string
	Part       string // where in the file; empty for a file that is one article
	Status     Status
	Article    claims.ID // the new one, or the one that is there already
	Statements int
	Err        error // for StatusFailed, with the reason
	Warnings   []*claims.Sentence
}

// ImportOptions say how to import.
type ImportOptions struct {
	Limits        ingest.Limits
	DropOriginals bool // keep only the text, not the file's own bytes
	Sample        bool // mark everything as part of the sample archive
}

// Store puts a prepared article with its statements and speakers into the
// archive, as one change.
func (d *Desk) Store(ctx context.Context, p Prepared) (Imported, error) {
	done, err := d.storeAll(ctx, []Prepared{p}, false, d.commitAll)
	if err != nil {
		return Imported{}, err
	}
	return done[0], nil
}

// storeAll commits a batch as one change. An article that came to be there in
// the meantime, also earlier in the batch, is not stored twice.
func (d *Desk) storeAll(ctx context.Context, batch []Prepared, dropOriginals bool, commit func(context.Context, ...claims.Change) error) ([]Imported, error) {
	out := make([]Imported, len(batch))
	var change claims.Change
	inBatch, atURL := map[claims.Hash]claims.ID{}, map[string]claims.ID{}
	originals := map[*byte]claims.Hash{} // by their first byte: the articles of one file share them
	for i := range batch {
		p := &batch[i]
		status, existing, err := d.standing(ctx, p.Article)
		if err != nil {
			return nil, err
		}
		if id, twice := inBatch[p.Article.Text]; twice {
			status, existing = StatusDuplicate, id
		} else if id, again := atURL[p.Article.URL]; again {
			status, existing = StatusVersion, id
		}
		out[i] = Imported{File: p.Article.File, Status: status, Article: existing, Warnings: p.Warnings}
		if status == StatusDuplicate {
			continue
		}
		a := d.newArticle(p, existing)
		inBatch[a.Text] = a.ID
		if a.URL != "" {
			atURL[a.URL] = a.ID
		}
		change.Edits = append(change.Edits, claims.Create(a))
		change.Blobs = append(change.Blobs, []byte(p.Text))
		if !dropOriginals && len(p.Original) > 0 {
			first := &p.Original[0]
			if _, known := originals[first]; !known {
				originals[first] = claims.HashOf(p.Original)
				change.Blobs = append(change.Blobs, p.Original)
			}
			a.Original = originals[first]
		}
		edits, err := d.statementEdits(ctx, a, p.Found, p.Sample)
		if err != nil {
			return nil, err
		}
		change.Edits = append(change.Edits, edits...)
		out[i].Article = a.ID
		out[i].Statements = len(p.Found)
	}
	if len(change.Edits) == 0 {
		return out, nil
	}
	change.What = "Import article"
	if len(inBatch) > 1 {
		change.What = fmt.Sprintf("Import articles (%d)", len(inBatch))
	}
	if err := commit(ctx, change); err != nil {
		d.people.forget()
		return nil, err
	}
	return out, nil
}

func (d *Desk) newArticle(p *Prepared, previous claims.ID) *claims.Article {
	a := p.Article
	a.ID = d.newID()
	a.Read = d.now()
	a.Sample = p.Sample
	a.Previous = previous
	return &a
}

// statementEdits makes records of what the extraction found: statements with
// identifiers, and the speakers that the archive does not have.
func (d *Desk) statementEdits(ctx context.Context, a *claims.Article, found []extract.Found, sample bool) ([]claims.Edit, error) {
	d.people.mu.Lock()
	defer d.people.mu.Unlock()
	if err := d.people.load(ctx, d.store); err != nil {
		return nil, err
	}
	var edits []claims.Edit
	ids := make([]claims.ID, len(found))
	for i := range found {
		ids[i] = d.newID()
	}
	statements := make([]claims.Edit, 0, len(found))
	for i, f := range found {
		s := f.Statement
		s.ID, s.Article, s.Review, s.Sample = ids[i], a.ID, claims.Unreviewed, sample
		if f.Outer >= 0 {
			s.Outer = ids[f.Outer]
		}
		if s.SaidOn.IsZero() && s.SaidWords == "" {
			s.SaidOn = a.Published
		}
		if f.Who.Doubt == "" && isSomebody(f.Who.Name) {
			speaker, fresh := d.speakerFor(f.Who)
			if !fresh && speaker.Name != f.Who.Name {
				s.Why.Evidence = append(slices.Clone(s.Why.Evidence), "the archive knows one "+f.Who.Name+": "+speaker.Name)
			}
			if fresh {
				speaker.Sample = sample
				edits = append(edits, claims.Create(speaker))
			}
			s.Speaker = speaker.ID
		}
		statements = append(statements, claims.Create(&s))
	}
	return append(edits, statements...), nil
}

// pronouns name nobody by themselves: a statement whose source stays a pronoun
// has no speaker until a person says who it is.
var pronouns = []string{"i", "you", "he", "she", "it", "we", "they", "one", "who", "me", "him", "her", "us", "them", "this", "that", "these", "those", "someone", "somebody", "anyone", "everyone", "nobody"}

func isSomebody(name string) bool {
	return strings.ContainsFunc(name, unicode.IsLetter) && !slices.Contains(pronouns, fold.Key(name))
}

// speakerFor finds the speaker in the archive or makes a new one. The roster
// is locked.
func (d *Desk) speakerFor(who speakers.Resolution) (s *claims.Speaker, fresh bool) {
	if s, ok := d.people.find(who.Name); ok {
		return s, false
	}
	if s, ok := d.people.bySurname(who); ok {
		return s, false
	}
	s = &claims.Speaker{ID: d.newID(), Name: who.Name, Type: who.Type, Roles: who.Roles}
	for _, alias := range who.Aliases {
		if isNamed(s) && fold.Key(alias) != fold.Key(who.Name) {
			s.Aliases = append(s.Aliases, alias)
		}
	}
	d.people.add(s)
	return s, true
}

// ImportURL fetches a page, once and on request, and imports what is in it.
func (d *Desk) ImportURL(ctx context.Context, address string, opts ImportOptions) []Imported {
	failed := func(err error) []Imported { return []Imported{{File: address, Status: StatusFailed, Err: err}} }
	got, err := ingest.Fetch(ctx, nil, address, opts.Limits)
	if err != nil {
		return failed(err)
	}
	var out []Imported
	for _, it := range got.Items {
		p, err := d.Prepare(ctx, it)
		if err != nil {
			return append(out, failed(err)...)
		}
		done, err := d.storeAll(ctx, []Prepared{p}, opts.DropOriginals, d.commitAll)
		if err != nil {
			return append(out, failed(err)...)
		}
		done[0].File, done[0].Part = address, it.Part
		out = append(out, done...)
	}
	return out
}

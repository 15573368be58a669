package desk

import (
	"context"
	"slices"
	"strings"

	"onrecord/claims"
)

// Reading is an article open on the desk: its text with everything pinned to
// it.
type Reading struct {
	Article    *claims.Article
	Text       string
	Statements []*claims.Statement // in the order of the text
	Speakers   map[claims.ID]*claims.Speaker
}

// Open reads an article with its statements and their speakers.
func (d *Desk) Open(ctx context.Context, id claims.ID) (*Reading, error) {
	a, err := d.Article(ctx, id)
	if err != nil {
		return nil, err
	}
	r := &Reading{Article: a, Speakers: map[claims.ID]*claims.Speaker{}}
	if r.Text, err = d.Text(ctx, a); err != nil {
		return nil, err
	}
	err = d.each(ctx, Query{Kind: claims.KindStatement, Index: ByArticle, Value: string(id)}, func(rec claims.Record) error {
		s := rec.(*claims.Statement)
		r.Statements = append(r.Statements, s)
		if s.Speaker == "" || r.Speakers[s.Speaker] != nil {
			return nil
		}
		who, err := d.Speaker(ctx, s.Speaker)
		if err == nil {
			r.Speakers[s.Speaker] = who
		}
		return err
	})
	return r, err
}

// textOf returns the frozen text of the article with this identifier.
func (d *Desk) textOf(ctx context.Context, article claims.ID) (string, error) {
	a, err := d.Article(ctx, article)
	if err != nil {
		return "", err
	}
	return d.Text(ctx, a)
}

// Name is the speaker's name, or the mention in the text where the text does
// not decide who it is.
func (r *Reading) Name(s *claims.Statement) string {
	if who := r.Speakers[s.Speaker]; who != nil {
		return who.Name
	}
	return s.Mention
}

// Teller names who reports a statement within words of their own, and nobody
// for any other statement.
func (r *Reading) Teller(s *claims.Statement) string {
	for _, outer := range r.Statements {
		if s.Outer != "" && outer.ID == s.Outer {
			return r.Name(outer)
		}
	}
	return ""
}

// EditArticle stores corrected particulars. The text is frozen: its hash,
// length and version stay as they are.
func (d *Desk) EditArticle(ctx context.Context, a claims.Article) error {
	before, err := d.Article(ctx, a.ID)
	if err != nil {
		return err
	}
	a.Text, a.Length, a.Original, a.Previous, a.Read = before.Text, before.Length, before.Original, before.Previous, before.Read
	return d.commit(ctx, "Edit article", claims.Put(before, &a))
}

// TrashArticles removes articles with those of their statements on which no
// claim rests. It fails, naming the article, where one does.
func (d *Desk) TrashArticles(ctx context.Context, ids ...claims.ID) error {
	var edits []claims.Edit
	for _, id := range ids {
		r, err := d.Open(ctx, id)
		if err != nil {
			return err
		}
		// Inner statements go before those that tell them.
		for _, s := range slices.Backward(r.Statements) {
			edits = append(edits, claims.Trash(s))
		}
		edits = append(edits, claims.Trash(r.Article))
	}
	return d.commit(ctx, "Delete article", edits...)
}

// Versions lists the versions of an article, oldest first.
func (d *Desk) Versions(ctx context.Context, id claims.ID) ([]*claims.Article, error) {
	a, err := d.Article(ctx, id)
	if err != nil {
		return nil, err
	}
	if a.URL == "" {
		return []*claims.Article{a}, nil
	}
	return d.byURL(ctx, a.URL)
}

// Fate is what became of a statement in a later version of its article.
type Fate struct {
	Statement *claims.Statement
	Now       *claims.Statement // the nearest statement of the new version; nil where there is none
	Claims    []*claims.Claim   // the claims that rest on it
}

// Fates lists the statements of an older version that a newer one changed or
// dropped.
func (d *Desk) Fates(ctx context.Context, older, newer claims.ID) ([]Fate, error) {
	a, err := d.Open(ctx, older)
	if err != nil {
		return nil, err
	}
	b, err := d.Open(ctx, newer)
	if err != nil {
		return nil, err
	}
	var out []Fate
	for _, s := range a.Statements {
		if s.Review == claims.Rejected || stillSays(b.Text, a.Text, s) {
			continue
		}
		f := Fate{Statement: s, Now: closest(s, b.Statements)}
		err := d.each(ctx, Query{Kind: claims.KindClaim, Index: ByStatement, Value: string(s.ID)}, func(r claims.Record) error {
			f.Claims = append(f.Claims, r.(*claims.Claim))
			return nil
		})
		if err != nil {
			return nil, err
		}
		out = append(out, f)
	}
	return out, nil
}

// stillSays reports whether a later text has every span of a statement word
// for word and in the same order. Line breaks and other white space may differ.
func stillSays(later, text string, s *claims.Statement) bool {
	rest := strings.Join(strings.Fields(later), " ")
	for _, span := range s.Content {
		words := strings.Join(strings.Fields(span.In(text)), " ")
		_, after, found := strings.Cut(rest, words)
		if !found {
			return false
		}
		rest = after
	}
	return true
}

// closest finds the statement that shares most words with s, and at least
// half of them.
func closest(s *claims.Statement, all []*claims.Statement) *claims.Statement {
	words := wordSet(s.Text)
	var best *claims.Statement
	most := 0.5
	for _, o := range all {
		other := wordSet(o.Text)
		shared := 0
		for w := range words {
			if other[w] {
				shared++
			}
		}
		if share := 2 * float64(shared) / float64(len(words)+len(other)); share > most {
			best, most = o, share
		}
	}
	return best
}

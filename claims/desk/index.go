package desk

import (
	"context"
	"iter"

	"onrecord/claims"
	"onrecord/claims/match"
)

// Finder is the search index. It is derived from the records: what it lacks is
// read from the journal, and all of it can be built again.
type Finder interface {
	Seq() uint64
	Update(ctx context.Context, put []match.Doc, remove []claims.Key, seq uint64) error
	Rebuild(ctx context.Context, seq uint64, docs iter.Seq2[match.Doc, error], progress func(done int)) error
	Flush() error
	Search(ctx context.Context, q match.Query, limit, offset int) ([]match.Hit, error)
	Answer(ctx context.Context, q match.Query, limit, offset int) (match.Answer, error)
	Near(ctx context.Context, doc match.Doc, filters []match.Filter, limit int) ([]match.Hit, error)
	NearAll(ctx context.Context, docs []match.Doc, filters []match.Filter, limit int) ([][]match.Hit, error)
	Frequency(word string) (holding, all int)
}

// maxCatchUp is how many journal entries are followed one by one; behind by
// more, the index is built again.
const maxCatchUp = 2000

// Refresh brings the search index up to the journal: after the program was
// killed, after a load, or when the index was deleted.
func (d *Desk) Refresh(ctx context.Context, progress func(done int)) error {
	d.commits.Lock()
	defer d.commits.Unlock()
	seq, err := d.store.Seq(ctx)
	if err != nil {
		return err
	}
	have := d.index.Seq()
	if have == seq {
		return nil
	}
	if have > seq || have == 0 || seq-have > maxCatchUp {
		return d.rebuild(ctx, seq, progress)
	}
	var keys []claims.Key
	for e, err := range d.store.Journal(ctx, have) {
		if err != nil {
			return err
		}
		keys = append(keys, e.Keys...)
	}
	if err := d.indexKeys(ctx, keys, seq); err != nil {
		return err
	}
	d.unindexed = nil
	return d.index.Flush()
}

// Reindex drops the search index and builds it again.
func (d *Desk) Reindex(ctx context.Context, progress func(done int)) error {
	d.commits.Lock()
	defer d.commits.Unlock()
	seq, err := d.store.Seq(ctx)
	if err != nil {
		return err
	}
	return d.rebuild(ctx, seq, progress)
}

func (d *Desk) rebuild(ctx context.Context, seq uint64, progress func(int)) error {
	d.people.forget()
	if progress == nil {
		progress = func(int) {}
	}
	if err := d.index.Rebuild(ctx, seq, d.Docs(ctx), progress); err != nil {
		return claims.Say("error.buildingIndex", "building the search index: %s", err)
	}
	d.unindexed = nil
	return nil
}

// Docs yields what the search index should hold, record by record.
func (d *Desk) Docs(ctx context.Context) iter.Seq2[match.Doc, error] {
	return func(yield func(match.Doc, error) bool) {
		b := newDocs(ctx, d)
		for _, kind := range []claims.Kind{claims.KindSpeaker, claims.KindArticle, claims.KindStatement, claims.KindClaim, claims.KindOutcome} {
			for r, err := range d.store.All(ctx, kind) {
				var doc match.Doc
				if err == nil {
					doc, err = b.of(r)
				}
				if !yield(doc, err) || err != nil {
					return
				}
			}
		}
	}
}

// indexChanges tells the index what was committed, and what waits for it since
// before: the index knows one position of the journal, up to which it is whole.
func (d *Desk) indexChanges(ctx context.Context, done []claims.Change) error {
	if len(done) == 0 {
		return nil
	}
	for _, c := range done {
		d.unindexed = append(d.unindexed, c.Keys()...)
	}
	return d.indexWaiting(ctx, done[len(done)-1].Seq)
}

// indexWaiting tells the index of all that waits for it, up to a position of
// the journal. What it cannot take waits on.
func (d *Desk) indexWaiting(ctx context.Context, seq uint64) error {
	if err := d.indexKeys(ctx, d.unindexed, seq); err != nil {
		return err
	}
	d.unindexed = nil
	return nil
}

func (d *Desk) indexKeys(ctx context.Context, keys []claims.Key, seq uint64) error {
	b := newDocs(ctx, d)
	keys, err := b.withDependants(keys)
	if err != nil {
		return err
	}
	var put []match.Doc
	var remove []claims.Key
	for _, k := range keys {
		r, err := d.store.Get(ctx, k)
		switch {
		case claims.CodeOf(err) == claims.CodeNotFound:
			remove = append(remove, k)
			continue
		case err != nil:
			return err
		}
		if !searched(k.Kind) {
			continue
		}
		doc, err := b.of(r)
		if err != nil {
			return err
		}
		put = append(put, doc)
	}
	return d.index.Update(ctx, put, remove, seq)
}

func searched(kind claims.Kind) bool { return kind != claims.KindScale && kind != claims.KindSearch }

// docs makes documents of records, remembering speakers and articles.
type docs struct {
	d        *Desk
	ctx      context.Context
	speakers map[claims.ID]*claims.Speaker
	articles map[claims.ID]*claims.Article
}

func newDocs(ctx context.Context, d *Desk) *docs {
	return &docs{d: d, ctx: ctx, speakers: map[claims.ID]*claims.Speaker{}, articles: map[claims.ID]*claims.Article{}}
}

// withDependants adds the records whose documents show a changed one: the
// statements and claims of a speaker, the statements of an article.
func (b *docs) withDependants(keys []claims.Key) ([]claims.Key, error) {
	seen := map[claims.Key]bool{}
	var out []claims.Key
	add := func(k claims.Key) {
		if !seen[k] {
			seen[k] = true
			out = append(out, k)
		}
	}
	for _, k := range keys {
		add(k)
	}
	for _, k := range keys {
		var queries []Query
		switch k.Kind {
		case claims.KindSpeaker:
			queries = []Query{{Kind: claims.KindStatement, Index: BySpeaker, Value: string(k.ID)}, {Kind: claims.KindClaim, Index: BySpeaker, Value: string(k.ID)}}
		case claims.KindArticle:
			queries = []Query{{Kind: claims.KindStatement, Index: ByArticle, Value: string(k.ID)}}
		}
		for _, q := range queries {
			err := b.d.each(b.ctx, q, func(r claims.Record) error {
				add(r.Key())
				return nil
			})
			if err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// of makes the document of a record.
func (b *docs) of(r claims.Record) (match.Doc, error) {
	doc := match.Doc{Kind: r.Key().Kind, ID: r.Key().ID}
	switch r := r.(type) {
	case *claims.Statement:
		return doc, b.statement(&doc, r)
	case *claims.Article:
		text, err := b.d.Text(b.ctx, r)
		if err != nil {
			return doc, err
		}
		doc.Text, doc.Title, doc.Outlet, doc.Date, doc.Tags, doc.Language = text, r.Title, r.Outlet, r.Published, r.Tags, r.Language
		if r.Byline != "" {
			doc.Speakers = []string{r.Byline}
		}
	case *claims.Speaker:
		doc.Text, doc.Speakers, doc.Tags, doc.Context = r.Name, r.Aliases, r.Tags, r.Notes
	case *claims.Claim:
		doc.Text, doc.Class, doc.Verdict, doc.Due, doc.Date = r.Text, r.Class, r.Verdict().Value, r.Due, r.MadeOn
		doc.Tags = union(r.Tags, r.Topics, "")
		doc.Context = r.Notes
		return doc, b.speaker(&doc, r.Speaker)
	case *claims.Outcome:
		doc.Text, doc.Date, doc.Tags, doc.Context = r.Summary, r.Date, r.Tags, r.Notes
	}
	return doc, nil
}

func (b *docs) statement(doc *match.Doc, s *claims.Statement) error {
	doc.Text, doc.Date, doc.Quoting, doc.Class, doc.Due = s.Text, s.SaidOn, s.Kind, s.Class, s.Due
	doc.Context = joinWords(s.CueText, s.Occasion, s.Addressee)
	doc.Tags = union(s.Tags, s.Topics, "")
	if s.Article != "" {
		a := b.articles[s.Article]
		if a == nil {
			var err error
			if a, err = b.d.Article(b.ctx, s.Article); err != nil {
				return err
			}
			b.articles[s.Article] = a
		}
		doc.Outlet, doc.Language = a.Outlet, a.Language
	}
	if s.Speaker == "" && s.Mention != "" {
		doc.Speakers = []string{s.Mention}
	}
	return b.speaker(doc, s.Speaker)
}

func (b *docs) speaker(doc *match.Doc, id claims.ID) error {
	if id == "" {
		return nil
	}
	who := b.speakers[id]
	if who == nil {
		var err error
		if who, err = b.d.Speaker(b.ctx, id); err != nil {
			return err
		}
		b.speakers[id] = who
	}
	doc.Speakers = append([]string{who.Name}, who.Aliases...)
	return nil
}

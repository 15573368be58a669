package desk

import (
	"context"
	"slices"
	"strings"

	"onrecord/claims"
	"onrecord/claims/extract"
	"onrecord/claims/extract/speakers"
	"onrecord/claims/fold"
	"onrecord/claims/ingest"
)

// Status is what became, or would become, of an input.
type Status string

// The states of an import.
const (
	StatusNew       Status = "new"
	StatusDuplicate Status = "duplicate" // the same text is in the archive
	StatusVersion   Status = "version"   // the same address with another text
	StatusFailed    Status = "failed"
)

// Prepared is an article with its statements as they would be stored: shown
// for correction before anything is.
type Prepared struct {
	Article  claims.Article // without identifier; its fields may be corrected
	Text     string
	Original []byte
	Found    []extract.Found
	Warnings []*claims.Sentence
	Status   Status
	Existing claims.ID // the duplicate, or the version before
	Sample   bool
}

// Prepare reads the statements of an article and looks whether the archive
// has it. Nothing is stored.
func (d *Desk) Prepare(ctx context.Context, it ingest.Item) (Prepared, error) {
	p := Prepared{Article: it.Article, Text: it.Text, Original: it.Original, Warnings: it.Warnings}
	known, err := d.knownIn(ctx, it.Text)
	if err != nil {
		return p, err
	}
	if p.Status, p.Existing, err = d.standing(ctx, it.Article); err != nil {
		return p, err
	}
	if p.Status == StatusDuplicate {
		return p, nil
	}
	p.Extract(known)
	return p, ctx.Err()
}

// Extract finds the statements again: after title, date or language were
// corrected.
func (p *Prepared) Extract(known []speakers.Known) {
	p.Found = extract.Statements(extract.Input{
		Text: p.Text, Title: p.Article.Title, Published: p.Article.Published, Language: p.Article.Language, Known: known,
	})
}

// standing tells whether the archive has the text, or another under the same
// address.
func (d *Desk) standing(ctx context.Context, a claims.Article) (Status, claims.ID, error) {
	same, err := d.store.List(ctx, Query{Kind: claims.KindArticle, Index: ByHash, Value: string(a.Text), Limit: 1})
	if err != nil {
		return StatusFailed, "", err
	}
	if len(same.Records) > 0 {
		return StatusDuplicate, same.Records[0].Key().ID, nil
	}
	if a.URL == "" {
		return StatusNew, "", nil
	}
	latest, err := d.latest(ctx, a.URL)
	if err != nil {
		return StatusFailed, "", err
	}
	if latest != "" {
		return StatusVersion, latest, nil
	}
	return StatusNew, "", nil
}

// latest finds the newest version of an article by its address: the one that
// no other names as its previous.
func (d *Desk) latest(ctx context.Context, url string) (claims.ID, error) {
	all, err := d.byURL(ctx, url)
	if err != nil || len(all) == 0 {
		return "", err
	}
	return all[len(all)-1].ID, nil
}

// byURL lists the versions of an article, oldest first.
func (d *Desk) byURL(ctx context.Context, url string) ([]*claims.Article, error) {
	var all []*claims.Article
	err := d.each(ctx, Query{Kind: claims.KindArticle, Index: ByURL, Value: url}, func(r claims.Record) error {
		all = append(all, r.(*claims.Article))
		return nil
	})
	slices.SortStableFunc(all, func(a, b *claims.Article) int { return a.Read.Compare(b.Read) })
	return all, err
}

// knownIn lists the archive's named speakers of whom the text has the last
// word of a name: enough to complete names, without handing a whole archive to
// every article.
func (d *Desk) knownIn(ctx context.Context, text string) ([]speakers.Known, error) {
	r := &d.people
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.load(ctx, d.store); err != nil {
		return nil, err
	}
	var ids []claims.ID
	seen := map[string]bool{}
	for _, w := range strings.FieldsFunc(text, notInName) {
		if seen[w] || w[0] >= 'a' && w[0] <= 'z' {
			continue
		}
		seen[w] = true
		ids = append(ids, r.byLast[fold.Key(w)]...)
	}
	slices.Sort(ids)
	var out []speakers.Known
	for _, id := range slices.Compact(ids) {
		s := r.byID[id]
		out = append(out, speakers.Known{Name: s.Name, Type: s.Type, Aliases: s.Aliases})
	}
	return out, nil
}

func notInName(r rune) bool {
	return r <= ' ' || r == '\u00a0' || strings.ContainsRune(`.,;:!?"“”„«»()[]{}…`, r)
}

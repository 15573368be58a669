package desk

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"

	"onrecord/claims"
	"onrecord/claims/ingest"
)

// The form of a sample archive: articles as files, and what was made of them.
// Records name each other by keys, and statements by some of their words.
type sampleFile struct {
	Claims   []sampleClaim   `json:"claims"`
	Outcomes []sampleOutcome `json:"outcomes"`
	Verdicts []sampleVerdict `json:"verdicts"`
}

type samplePlace struct {
	Article string `json:"article"` // name of the file, without its ending
	Quote   string `json:"quote"`   // words that are there once
}

type sampleClaim struct {
	samplePlace
	Key      string        `json:"key"`
	Speaker  string        `json:"speaker"`
	Text     string        `json:"text"`
	Class    claims.Class  `json:"class"`
	Due      claims.Date   `json:"due"`
	DueWords string        `json:"due_words"`
	Test     string        `json:"test"`
	Topics   []string      `json:"topics"`
	Actor    string        `json:"actor"`
	Repeats  []samplePlace `json:"repeats"`
	Replies  []struct {
		State claims.ReplyState `json:"state"`
		To    string            `json:"to"`
		Text  string            `json:"text"`
		At    claims.Date       `json:"at"`
	} `json:"replies"`
}

type sampleOutcome struct {
	Key      string      `json:"key"`
	Date     claims.Date `json:"date"`
	Summary  string      `json:"summary"`
	Evidence []struct {
		samplePlace
		URL  string `json:"url"`
		Note string `json:"note"`
	} `json:"evidence"`
	Links []struct {
		Claim    string          `json:"claim"`
		Relation claims.Relation `json:"relation"`
		Note     string          `json:"note"`
	} `json:"links"`
}

type sampleVerdict struct {
	Claim    string      `json:"claim"`
	Value    string      `json:"value"`
	Reason   string      `json:"reason"`
	Outcomes []string    `json:"outcomes"`
	At       claims.Date `json:"at"`
}

// AddSample adds the sample archive of a folder: its articles go through the
// same reading and extraction as any other, then claims, outcomes and verdicts
// are made of them. It is refused where the sample is there already.
func (d *Desk) AddSample(ctx context.Context, files fs.FS) error {
	batch, names, err := d.readSample(ctx, files)
	if err != nil {
		return err
	}
	done, err := d.storeAll(ctx, batch, false, d.commitAll)
	if err != nil {
		return err
	}
	b := &sampler{d: d, ctx: ctx, articles: map[string]*Reading{}, claims: map[string]*claims.Claim{}, outcomes: map[string]*claims.Outcome{}}
	for i, im := range done {
		if im.Status == StatusDuplicate {
			return &claims.Error{Code: claims.CodeConflict, What: "sample", Reason: claims.Say("error.sampleArticlesAre", "the sample articles are in the archive already"), Advice: claims.Say("error.removeSampleFirst", "Remove the sample first to add it anew.")}
		}
		if b.articles[names[i]], err = d.Open(ctx, im.Article); err != nil {
			return err
		}
	}
	var file sampleFile
	data, err := fs.ReadFile(files, "archive.json")
	if err == nil {
		err = json.Unmarshal(data, &file)
	}
	if err != nil {
		return claims.Say("error.sampleArchive", "the sample archive: %s", err)
	}
	if err := b.build(file); err != nil {
		return claims.Say("error.sampleArchive", "the sample archive: %s", err)
	}
	return d.commit(ctx, "Add sample archive", b.edits()...)
}

func (d *Desk) readSample(ctx context.Context, files fs.FS) (batch []Prepared, names []string, err error) {
	paths, err := fs.Glob(files, "*.txt")
	if err != nil {
		return nil, nil, err
	}
	for _, p := range paths {
		data, err := fs.ReadFile(files, p)
		if err != nil {
			return nil, nil, err
		}
		items, err := ingest.Read(ctx, p, data, ingest.Limits{})
		if err != nil {
			return nil, nil, err
		}
		name := strings.TrimSuffix(p, path.Ext(p))
		meta, err := fs.ReadFile(files, name+".meta.json")
		if err != nil {
			return nil, nil, err
		}
		it := items[0]
		if err := json.Unmarshal(meta, &it.Article); err != nil {
			return nil, nil, fmt.Errorf("%s: %w", name, err)
		}
		prepared, err := d.Prepare(ctx, it)
		if err != nil {
			return nil, nil, err
		}
		prepared.Sample, prepared.Original = true, nil
		batch, names = append(batch, prepared), append(names, name)
	}
	return batch, names, nil
}

// sampler makes the records of a sample.
type sampler struct {
	d          *Desk
	ctx        context.Context
	articles   map[string]*Reading
	statements []claims.Edit
	speakers   []claims.Edit
	order      []claims.Record
	claims     map[string]*claims.Claim
	outcomes   map[string]*claims.Outcome
}

func (b *sampler) edits() []claims.Edit {
	out := append(slices.Clone(b.speakers), b.statements...)
	for _, r := range b.order {
		out = append(out, claims.Create(r))
	}
	return out
}

func (b *sampler) build(file sampleFile) error {
	for _, c := range file.Claims {
		if err := b.claim(c); err != nil {
			return fmt.Errorf("claim %s: %w", c.Key, err)
		}
	}
	for _, o := range file.Outcomes {
		if err := b.outcome(o); err != nil {
			return fmt.Errorf("outcome %s: %w", o.Key, err)
		}
	}
	scales, err := b.d.Scales(b.ctx)
	if err != nil {
		return err
	}
	for _, v := range file.Verdicts {
		c := b.claims[v.Claim]
		scale, ok := claims.ScaleFor(scales, c.Class)
		if !ok {
			return claims.Invalid("class", claims.Plain(string(c.Class)))
		}
		value, ok := scale.Find(v.Value)
		if !ok {
			return claims.Invalid("verdict", claims.Plain(v.Value))
		}
		verdict := claims.Verdict{ID: b.d.newID(), Value: value.ID, Label: value.Label, Reason: v.Reason, At: v.At.Time(), Who: b.d.who}
		for _, key := range v.Outcomes {
			verdict.Outcomes = append(verdict.Outcomes, b.outcomes[key].ID)
		}
		c.Verdicts = append(c.Verdicts, verdict)
		c.LastChecked = verdict.At
	}
	return nil
}

// place finds the words in their article.
func (b *sampler) place(p samplePlace) (*Reading, claims.Span, error) {
	r := b.articles[p.Article]
	if r == nil {
		return nil, claims.Span{}, fmt.Errorf("there is no article %q", p.Article)
	}
	at := strings.Index(r.Text, p.Quote)
	if at < 0 {
		return nil, claims.Span{}, fmt.Errorf("%s does not say %q", p.Article, p.Quote)
	}
	return r, claims.Span{Start: at, End: at + len(p.Quote)}, nil
}

// statement takes the statement that holds the words, accepted, or makes one
// by hand as a person would where the extraction has missed it.
func (b *sampler) statement(p samplePlace, speaker string) (*claims.Statement, error) {
	r, span, err := b.place(p)
	if err != nil {
		return nil, err
	}
	who, fresh, err := b.d.speakerNamed(b.ctx, speaker)
	if err != nil {
		return nil, err
	}
	for _, e := range fresh {
		who.Sample = true
		b.speakers = append(b.speakers, e)
		b.d.people.mu.Lock()
		b.d.people.add(who)
		b.d.people.mu.Unlock()
	}
	i := slices.IndexFunc(r.Statements, func(s *claims.Statement) bool {
		return slices.ContainsFunc(s.Content, func(c claims.Span) bool { return c.Contains(span) })
	})
	if i < 0 {
		s := &claims.Statement{
			ID: b.d.newID(), Article: r.Article.ID, Kind: claims.Direct, Content: []claims.Span{span}, Text: p.Quote, Speaker: who.ID,
			Polarity: claims.Positive, SaidOn: r.Article.Published, Review: claims.Accepted, Why: claims.Why{Rule: "by hand", Confidence: 1}, Sample: true,
		}
		b.statements = append(b.statements, claims.Create(s))
		return s, nil
	}
	before := r.Statements[i]
	if before.Decided() {
		return before, nil
	}
	after := *before
	after.Review, after.Speaker = claims.Accepted, who.ID
	r.Statements[i] = &after
	b.statements = append(b.statements, claims.Put(before, &after))
	return &after, nil
}

func (b *sampler) claim(sc sampleClaim) error {
	s, err := b.statement(sc.samplePlace, sc.Speaker)
	if err != nil {
		return err
	}
	made := b.articles[sc.Article].Article.Published
	c := &claims.Claim{
		ID: b.d.newID(), Text: sc.Text, Class: sc.Class, Due: sc.Due, DueWords: sc.DueWords, MadeOn: made, Speaker: s.Speaker,
		Topics: sc.Topics, Actor: sc.Actor, Appearances: []claims.ID{s.ID}, Created: made.Time(), Sample: true, Checkability: claims.CheckableLater,
	}
	if sc.Class == claims.Statistic || sc.Class == claims.Denial {
		c.Checkability = claims.CheckableNow
	}
	if sc.Test != "" {
		c.Tests = []claims.Test{{Text: sc.Test, At: made.Time(), Who: b.d.who}}
	}
	for _, p := range sc.Repeats {
		again, err := b.statement(p, sc.Speaker)
		if err != nil {
			return err
		}
		c.Appearances = append(c.Appearances, again.ID)
	}
	for _, r := range sc.Replies {
		c.Replies = append(c.Replies, claims.Reply{State: r.State, To: r.To, Text: r.Text, At: r.At.Time()})
	}
	b.claims[sc.Key] = c
	b.order = append(b.order, c)
	return nil
}

func (b *sampler) outcome(so sampleOutcome) error {
	o := &claims.Outcome{ID: b.d.newID(), Date: so.Date, Summary: so.Summary, Created: so.Date.Time(), Sample: true}
	for _, e := range so.Evidence {
		if e.URL != "" {
			o.Evidence = append(o.Evidence, claims.Evidence{URL: e.URL, Note: e.Note, Retrieved: so.Date.Time().Add(12 * time.Hour)})
			continue
		}
		r, span, err := b.place(e.samplePlace)
		if err != nil {
			return err
		}
		o.Evidence = append(o.Evidence, claims.Evidence{Article: r.Article.ID, Span: span, Quote: e.Quote, Note: e.Note})
	}
	for _, l := range so.Links {
		c := b.claims[l.Claim]
		if c == nil {
			return fmt.Errorf("there is no claim %q", l.Claim)
		}
		o.Links = append(o.Links, claims.Link{Claim: c.ID, Relation: l.Relation, Note: l.Note})
	}
	b.outcomes[so.Key] = o
	b.order = append(b.order, o)
	return nil
}

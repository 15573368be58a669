package desk

import (
	"cmp"
	"context"
	"strings"

	"onrecord/claims"
	"onrecord/claims/report"
)

// Scope says what a report is about. Exactly one of its parts counts: the
// first that is set; none means the whole archive.
type Scope struct {
	Claim   claims.ID
	Speaker claims.ID
	Query   string
	From    claims.Date // a period, with To; either may be open
	To      claims.Date
	Due     []DueState
	Limits  DueLimits // of the due desk, those of DefaultDueLimits where zero
}

// ReportOptions are the choices of a person beside the scope.
type ReportOptions struct {
	report.Options
	Title string
	Files bool // read originals and evidence files, for the dossier
}

// Report gathers everything of a scope in the model that every format is
// written from.
func (d *Desk) Report(ctx context.Context, scope Scope, opts ReportOptions) (*report.Model, error) {
	b := &reporter{d: d, ctx: ctx, opts: opts, sources: map[claims.ID]*report.Source{}, speakers: map[claims.ID]*claims.Speaker{}}
	b.model = &report.Model{Title: opts.Title, Made: d.now(), Author: d.who, Options: opts.Options}
	b.model.Texts = map[claims.Hash]string{}
	b.model.Files = map[claims.Hash][]byte{}
	var err error
	if b.scales, err = d.Scales(ctx); err != nil {
		return nil, err
	}
	if err := b.gather(scope); err != nil {
		return nil, err
	}
	if b.model.Title == "" {
		b.model.Title = b.model.Scope
	}
	return b.model, nil
}

// reporter fills one model.
type reporter struct {
	d        *Desk
	ctx      context.Context
	opts     ReportOptions
	model    *report.Model
	scales   []*claims.Scale
	sources  map[claims.ID]*report.Source
	speakers map[claims.ID]*claims.Speaker
	inClaims map[claims.ID]bool
}

func (b *reporter) gather(scope Scope) error {
	switch {
	case scope.Claim != "":
		return b.oneClaim(scope.Claim)
	case scope.Speaker != "":
		return b.oneSpeaker(scope.Speaker)
	case scope.Query != "":
		return b.search(scope.Query)
	case len(scope.Due) > 0:
		return b.due(scope.Due, cmp.Or(scope.Limits, DefaultDueLimits))
	}
	b.model.Scope = b.phrase("scope.all")
	q := Query{Index: ByDate}
	if !scope.From.IsZero() || !scope.To.IsZero() {
		b.model.Scope = b.period(scope.From, scope.To)
		q.From, q.To = bounds(scope.From, scope.To)
	}
	return b.everything(q)
}

// phrase is a fixed sentence in the language of the report.
func (b *reporter) phrase(key string, values ...any) string {
	return report.Phrase(b.opts.Language, key, values...)
}

func (b *reporter) period(from, to claims.Date) string {
	first, last := report.PhraseDate(b.opts.Language, from), report.PhraseDate(b.opts.Language, to)
	switch {
	case from == to:
		return b.phrase("scope.within", first)
	case to.IsZero():
		return b.phrase("scope.since", first)
	case from.IsZero():
		return b.phrase("scope.until", last)
	}
	return b.phrase("scope.period", first, last)
}

func bounds(from, to claims.Date) (first, last string) {
	if f, ok := from.First(); ok {
		first = f.String()
	}
	if l, ok := to.Last(); ok {
		last = l.String()
	}
	return first, last
}

func (b *reporter) oneClaim(id claims.ID) error {
	c, err := b.d.Claim(b.ctx, id)
	if err != nil {
		return err
	}
	b.model.Scope = b.phrase("scope.claim", c.Text)
	return b.addClaims([]*claims.Claim{c})
}

func (b *reporter) oneSpeaker(id claims.ID) error {
	s, err := b.speaker(id)
	if err != nil {
		return err
	}
	b.model.Scope = b.phrase("scope.speaker", s.Name)
	cards, err := b.d.Scorecards(b.ctx, id)
	if err != nil {
		return err
	}
	b.model.Speakers = append(b.model.Speakers, report.Speaker{Speaker: s, Cards: cards})
	return b.everything(Query{Index: BySpeaker, Value: string(id)})
}

// everything adds the claims and then the remaining statements of a query.
func (b *reporter) everything(q Query) error {
	var all []*claims.Claim
	q.Kind = claims.KindClaim
	err := b.d.each(b.ctx, q, func(r claims.Record) error {
		all = append(all, r.(*claims.Claim))
		return nil
	})
	if err != nil {
		return err
	}
	if err := b.addClaims(all); err != nil {
		return err
	}
	q.Kind = claims.KindStatement
	return b.d.each(b.ctx, q, func(r claims.Record) error { return b.addStatement(r.(*claims.Statement)) })
}

func (b *reporter) search(query string) error {
	b.model.Scope = b.phrase("scope.search", query)
	hits, err := b.d.Search(b.ctx, query, MaxReportHits, 0)
	if err != nil {
		return err
	}
	var all []*claims.Claim
	var statements []*claims.Statement
	for _, h := range hits {
		switch r := h.Record.(type) {
		case *claims.Claim:
			all = append(all, r)
		case *claims.Statement:
			statements = append(statements, r)
		}
	}
	if len(hits) == MaxReportHits {
		b.model.Notes = append(b.model.Notes, b.phrase("note.hits", MaxReportHits))
	}
	if err := b.addClaims(all); err != nil {
		return err
	}
	for _, s := range statements {
		if err := b.addStatement(s); err != nil {
			return err
		}
	}
	return nil
}

// MaxReportHits is how many hits of a search a report takes in.
const MaxReportHits = 1000

func (b *reporter) due(states []DueState, lim DueLimits) error {
	lines, err := b.d.DueIn(b.ctx, lim, states...)
	if err != nil {
		return err
	}
	words := make([]string, len(states))
	for i, s := range states {
		words[i] = b.phrase("state." + string(s))
	}
	b.model.Scope = b.phrase("scope.due", strings.Join(words, ", "))
	var all []*claims.Claim
	for _, l := range lines {
		all = append(all, l.Claim)
	}
	return b.addClaims(all)
}

func (b *reporter) addClaims(all []*claims.Claim) error {
	b.inClaims = map[claims.ID]bool{}
	for _, c := range all {
		rc, err := b.claim(c)
		if err != nil {
			return err
		}
		b.model.Claims = append(b.model.Claims, rc)
	}
	return b.ctx.Err()
}

func (b *reporter) addStatement(s *claims.Statement) error {
	if b.inClaims[s.ID] || s.Review == claims.Rejected {
		return nil
	}
	rs, err := b.statement(s)
	if err != nil {
		return err
	}
	b.model.Statements = append(b.model.Statements, rs)
	return b.ctx.Err()
}

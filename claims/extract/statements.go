package extract

import (
	"fmt"
	"math"

	"onrecord/claims"
	"onrecord/claims/assess"
	"onrecord/claims/extract/attribution"
	"onrecord/claims/extract/setting"
	"onrecord/claims/extract/speakers"
	"onrecord/claims/lang"
)

// Statements lists the statements of an article in text order, an outer one
// before those told inside it. It never fails and is safe for concurrent use.
func Statements(in Input) []Found {
	a := read(in, lang.Parse(in.Text))
	return a.found(a.settle())
}

// read runs every stage up to the drafts.
func read(in Input, doc *lang.Document) *article {
	a := &article{in: in, doc: doc}
	if len(doc.Tokens) == 0 {
		return a
	}
	model := attribution.Default()
	a.scene = model.NewScene(doc)
	for _, f := range model.Find(a.scene) {
		if d := newDraft(f); d.size() <= longestPlain || a.token(d.content[0].First).Quote >= 0 {
			a.drafts = append(a.drafts, d)
		}
	}
	a.mend()
	a.asClauses()
	a.valued()
	a.frames()
	a.reportedPassives()
	a.citing()
	a.toldInside()
	a.headlines()
	a.blocks()
	a.turns()
	a.credits()
	a.announcedQuotations()
	a.interrupted()
	for _, d := range a.drafts {
		d.kind = a.quoting(d)
	}
	a.quotedPredicates()
	a.skip()
	a.running()
	a.floating()
	a.loose()
	for _, d := range a.drafts {
		if len(d.spans.content) == 0 {
			a.timeOfEntry(d)
			a.house(d)
		}
		d.kind = a.quoting(d)
	}
	return a
}

// longestPlain is how many tokens of a sentence anybody reports without
// quotation marks. Longer ones come of texts without stops, where contents
// inside contents would cost time beyond the length of the text.
const longestPlain = 400

func newDraft(f attribution.Found) *draft {
	d := &draft{
		head: f.Head, cue: []attribution.Stretch{f.Cue}, content: f.Content,
		sure: f.Sure, bounds: f.Bounds, sourced: f.Sourced, outer: -1,
	}
	if f.HasSource {
		d.source = []attribution.Stretch{f.Source}
	}
	return d
}

// found turns drafts into statements and asks who speaks, on what occasion and
// what it is worth to check.
func (a *article) found(drafts []*draft) []Found {
	sources := make([]speakers.Attribution, len(drafts))
	settings := make([]setting.Attribution, len(drafts))
	for i, d := range drafts {
		sources[i] = speakers.Attribution{
			Source: d.spans.source, Cue: d.spans.cue, Content: d.spans.content,
			Quoted: d.kind != claims.Indirect, Outer: d.outer,
		}
		settings[i] = setting.Attribution{Source: d.spans.source, Cue: d.spans.cue, Content: d.spans.content}
	}
	who := speakers.Resolve(a.doc, speakers.Input{Title: a.in.Title, Published: a.in.Published, Known: a.in.Known}, sources)
	for i := range settings {
		settings[i].Speaker = who[i].Name // a day given once holds for what the same person goes on to say
	}
	around := setting.Of(a.doc, a.in.Published, settings)
	out := make([]Found, len(drafts))
	for i, d := range drafts {
		out[i] = Found{Statement: a.statement(d, around[i], &who[i]), Who: who[i], Outer: d.outer}
		if who[i].Name != "" { // a statement is right where somebody says so and where it is the one named
			out[i].Why.Confidence = toSort(out[i].Why.Confidence * who[i].Confidence)
		}
		if doubt := who[i].Doubt; doubt != "" && out[i].Why.Doubt == "" {
			out[i].Why.Doubt = doubt
			out[i].Why.Candidates = who[i].Candidates
		}
	}
	return out
}

// toSort rounds a confidence to the decimals by which an archive sorts it, so
// that what comes later is never surer.
func toSort(confidence float64) float64 {
	const decimals = 1e4
	return math.Round(decimals*confidence) / decimals
}

func (a *article) statement(d *draft, s setting.Setting, who *speakers.Resolution) claims.Statement {
	text := a.in.Text
	out := claims.Statement{
		Kind: d.kind, Content: d.spans.content, Cue: d.spans.cue, Source: d.spans.source,
		Text: claims.Quote(text, d.spans.content), CueText: claims.Quote(text, d.spans.cue), Mention: claims.Quote(text, d.spans.source),
		Polarity: s.Polarity, Hedge: s.Hedge, Addressee: s.Addressee, Occasion: s.Occasion,
		SaidOn: s.SaidOn, SaidWords: s.SaidWords, Why: a.why(d), Review: claims.Unreviewed,
	}
	if out.SaidOn.IsZero() && !s.Before {
		out.SaidOn = a.in.Published
		if !s.News.IsZero() {
			out.SaidOn = s.News
			out.Why.Evidence = append(out.Why.Evidence, fmt.Sprintf("no words tell the day; “%s” is that of the news", s.NewsWords))
		}
	}
	if s.DayOf != "" {
		out.Why.Evidence = append(out.Why.Evidence, fmt.Sprintf("“%s” is told of %s, not of the saying", s.SaidWords, s.DayOf))
	}
	r := assess.Assess(assess.Input{
		Text: out.Text, Cue: out.CueText, Kind: out.Kind, Polarity: out.Polarity, SaidOn: out.SaidOn, Reported: a.in.Published,
		Speaker: who.Name, Type: who.Type, Source: out.Mention, Agenda: a.agenda,
	})
	out.Class, out.Checkable, out.Worth = r.Class, r.Checkable, r.Worth
	out.Due, out.DueWords, out.Topics = r.Due, r.DueWords, r.Topics
	return out
}

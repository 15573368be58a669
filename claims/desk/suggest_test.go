package desk_test

import (
	"context"
	"slices"
	"testing"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/claims/ingest"
	"onrecord/claims/match/suggest"
	"onrecord/claims/match/suggest/cases"
)

// keep imports a text with its particulars.
func keep(t testing.TB, d *desk.Desk, a claims.Article, text string) claims.ID {
	t.Helper()
	ctx := context.Background()
	it, err := ingest.Paste(ctx, text, a)
	if err != nil {
		t.Fatal(err)
	}
	p, err := d.Prepare(ctx, it)
	if err != nil {
		t.Fatal(err)
	}
	im, err := d.Store(ctx, p)
	if err != nil {
		t.Fatal(err)
	}
	return im.Article
}

// written is an archive of the written cases.
type written struct {
	claims   map[claims.ID]*cases.Claim
	articles map[claims.ID]*cases.Article
	beatOf   map[*cases.Claim]*cases.Beat
}

// writtenArchive imports all articles of the written cases and makes their
// claims.
func writtenArchive(t testing.TB, d *desk.Desk) *written {
	t.Helper()
	beats, err := cases.Beats()
	if err != nil {
		t.Fatal(err)
	}
	w := &written{map[claims.ID]*cases.Claim{}, map[claims.ID]*cases.Article{}, map[*cases.Claim]*cases.Beat{}}
	for _, b := range beats {
		for _, a := range b.Articles {
			w.articles[keep(t, d, claims.Article{Title: a.Title, Published: a.Published, Language: "en"}, a.Text)] = a
		}
		for _, c := range b.Claims {
			s, err := d.AddStatement(context.Background(), claims.Statement{Text: c.Text, SaidOn: c.MadeOn}, c.Speaker[0])
			if err != nil {
				t.Fatal(err)
			}
			made, err := d.MakeClaim(context.Background(), claims.Claim{
				Text: c.Text, Class: c.Class, MadeOn: c.MadeOn, Due: c.Due, Speaker: s.Speaker, Appearances: []claims.ID{s.ID},
			})
			if err != nil {
				t.Fatal(err)
			}
			w.claims[made.ID], w.beatOf[c] = c, b
		}
	}
	return w
}

func (w *written) belongs(s *desk.Suggestion) bool {
	c, a := w.claims[s.Claim.ID], w.articles[s.Article.ID]
	return a.Bears[c.Key] != "" && slices.Contains(w.beatOf[c].Articles, a)
}

// TestSuggestionsThroughTheIndex measures what a person sees: candidates from
// the search index of an archive of all written cases, weighed with its counts.
func TestSuggestionsThroughTheIndex(t *testing.T) {
	if testing.Short() {
		t.Skip("imports 800 articles")
	}
	ctx := context.Background()
	d := newDesk(t)
	w := writtenArchive(t, d)
	var byClaim, byArticle cases.Ranking
	for id, c := range w.claims {
		got, err := d.SuggestEvidence(ctx, id, 10)
		if err != nil {
			t.Fatal(err)
		}
		toFind := 0
		for _, a := range w.beatOf[c].Articles {
			if a.Bears[c.Key] != "" {
				toFind++
			}
		}
		byClaim.Note(w.judge(got), toFind)
	}
	for id, a := range w.articles {
		got, err := d.SuggestOutcomes(ctx, id, 10)
		if err != nil {
			t.Fatal(err)
		}
		byArticle.Note(w.judge(got), len(a.Bears))
	}
	for name, r := range map[string]cases.Ranking{"articles for a claim": byClaim, "claims for an article": byArticle} {
		t.Logf("%s: precision at 1 %.2f, at 3 %.2f, recall at 10 %.2f (%d of %d proposals right)",
			name, r.PrecisionAtOne(), r.PrecisionAtThree(), r.RecallAtTen(), r.Accepted, r.Proposed)
		if r.PrecisionAtThree() < 0.78 || r.RecallAtTen() < 0.9 {
			t.Errorf("%s: below 0.78 and 0.9", name)
		}
	}
}

func (w *written) judge(all []desk.Suggestion) []bool {
	out := make([]bool, len(all))
	for i := range all {
		out[i] = w.belongs(&all[i])
	}
	return out
}

func TestAnArticleIsNoOutcomeOfItsOwnClaims(t *testing.T) {
	ctx := context.Background()
	d := newDesk(t)
	r := store(t, d, "Mayor promises a pool", "https://daily.example/pool", pool)
	c := promise(t, d, say(t, d, r, "“We will open the Harbour Pool by the end of 2027,”", "Ana Ruiz"))
	later := claims.Article{Title: "Pool opens", Published: claims.On(2027, 6, 5)}
	opened := keep(t, d, later, "Pool opens\n\nThe Harbour Pool opened its doors on Saturday.\n")
	earlier := claims.Article{Title: "Pool closed", Published: claims.On(2020, 6, 5)}
	keep(t, d, earlier, "Pool closed\n\nThe Harbour Pool was closed on Friday. It will not open again.\n")

	got, err := d.SuggestEvidence(ctx, c.ID, 10)
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 1 || got[0].Article.ID != opened || got[0].Relation != claims.Supports || len(got[0].Words) == 0 {
		t.Fatalf("want the article that opens the pool alone, got %+v", got)
	}
	if _, err := d.AddOutcome(ctx, got[0].Outcome(claims.Supports)); err != nil {
		t.Fatal(err)
	}
	if again, err := d.SuggestEvidence(ctx, c.ID, 10); err != nil || len(again) != 0 {
		t.Errorf("a confirmed suggestion is made again: %v, %v", again, err)
	}
}

func TestRepeatsAndChangesOfPosition(t *testing.T) {
	ctx := context.Background()
	d := newDesk(t)
	note := func(text, speaker string, day int) *claims.Statement {
		s, err := d.AddStatement(ctx, claims.Statement{Text: text, SaidOn: claims.On(2026, 3, day)}, speaker)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	first := note("We will open the Harbour Pool by the end of 2027", "Ana Ruiz", 1)
	c := promise(t, d, first)
	again := note("The Harbour Pool will open by the end of 2029", "Ana Ruiz", 9)
	got, err := d.SuggestRepeats(ctx, again.ID, 5)
	if err != nil || len(got) != 1 || got[0].Claim.ID != c.ID || !slices.Contains(got[0].Flags, suggest.OtherDate) {
		t.Errorf("want the claim again with another date, got %+v, %v", got, err)
	}
	never := note("We will not open the Harbour Pool, whatever the papers say", "Ana Ruiz", 20)
	before, err := d.SaidBefore(ctx, never.ID, 5)
	if err != nil || len(before) == 0 || !slices.Contains(before[0].Flags, suggest.Negated) {
		t.Errorf("want the earlier promise flagged, got %+v, %v", before, err)
	}
}

func TestDuplicateSpeakersAreProposedAndMerged(t *testing.T) {
	ctx := context.Background()
	d := newDesk(t)
	for _, name := range []string{"Ana Ruiz", "A. Ruiz", "Anna Roos", "Per Holm", "Zoë Karlsson", "Zoe Karlsson"} {
		if _, err := d.AddSpeaker(ctx, claims.Speaker{Name: name}); err != nil {
			t.Fatal(err)
		}
	}
	got, err := d.SuggestDuplicates(ctx, 10)
	if err != nil {
		t.Fatal(err)
	}
	var pairs []string
	for _, p := range got {
		pairs = append(pairs, p.A.Name+" = "+p.B.Name)
	}
	if want := []string{"Zoe Karlsson = Zoë Karlsson", "A. Ruiz = Ana Ruiz"}; !slices.Equal(pairs, want) {
		t.Fatalf("want %q, got %q", want, pairs)
	}
	if err := d.MergeSpeakers(ctx, got[1].A.ID, got[1].B.ID); err != nil {
		t.Fatal(err)
	}
	if got, err = d.SuggestDuplicates(ctx, 10); err != nil || len(got) != 1 {
		t.Errorf("after the merge one pair is left, got %d, %v", len(got), err)
	}
}

// What somebody says in an article, or it tells of the past, is not what
// happened: the outcome is named after the article, and is not older than the
// claim.
func TestAnOutcomeIsNamedAfterTheArticle(t *testing.T) {
	ctx := context.Background()
	d := newDesk(t)
	r := store(t, d, "Mayor promises a pool", "https://daily.example/pool", pool)
	c := promise(t, d, say(t, d, r, "“We will open the Harbour Pool by the end of 2027,”", "Ana Ruiz"))
	later := keep(t, d, claims.Article{Title: "Court halts pool", Published: claims.On(2027, 6, 5)},
		"Court halts pool\n\n“The Harbour Pool will never open by the end of 2027,” Per Holm had said on 2 February 2026.\n")
	got, err := d.SuggestEvidence(ctx, c.ID, 10)
	if err != nil || len(got) != 1 || got[0].Article.ID != later || got[0].Statement == nil {
		t.Fatalf("want the quotation of Per Holm suggested, got %+v, %v", got, err)
	}
	o := got[0].Outcome(claims.Context)
	if o.Summary != "Court halts pool" || o.Evidence[0].Statement != got[0].Statement.ID || o.Links[0].Note != "" {
		t.Errorf("got the outcome %+v", o)
	}
	if first, _ := c.MadeOn.First(); o.Date.Compare(first) < 0 {
		t.Errorf("an outcome of %s of a claim made on %s (statement of %s)", o.Date, c.MadeOn, got[0].Statement.SaidOn)
	}
}

package desk_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/claims/desk/storetest"
	"onrecord/claims/match"
)

// today is the day on the clock of every test.
var today = time.Date(2026, 5, 4, 12, 0, 0, 0, time.UTC)

// newDesk sits down at an empty archive with a clock that stands still.
func newDesk(t *testing.T) *desk.Desk {
	t.Helper()
	return desk.New(&storetest.Memory{}, match.New(), desk.Options{Who: "Mina", Now: func() time.Time { return today }})
}

const pool = `Mayor promises a pool

KARLSUND, May 4 — Mayor Ana Ruiz promised on Monday to open the Harbour Pool by the end of 2027.

“We will open the Harbour Pool by the end of 2027,” Ruiz told reporters.

“A pool is not a policy,” said council leader Per Holm.
`

// store imports a text under a title and an address.
func store(t *testing.T, d *desk.Desk, title, url, text string) *desk.Reading {
	t.Helper()
	id := keep(t, d, claims.Article{Title: title, URL: url, Outlet: "Karlsund Daily", Published: claims.On(2026, 5, 4)}, text)
	r, err := d.Open(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// say makes a statement by hand of words that the article has once.
func say(t *testing.T, d *desk.Desk, r *desk.Reading, words, speaker string) *claims.Statement {
	t.Helper()
	ctx := context.Background()
	spans, err := d.PointsSpan(ctx, r.Article.ID, words, -1, -1)
	if err != nil {
		t.Fatal(err)
	}
	s, err := d.AddStatement(ctx, claims.Statement{Article: r.Article.ID, Content: spans, SaidOn: claims.On(2026, 5, 4)}, speaker)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// promise makes the claim of the pool, with its test.
func promise(t *testing.T, d *desk.Desk, s *claims.Statement) *claims.Claim {
	t.Helper()
	c, err := d.MakeClaim(context.Background(), claims.Claim{
		Text: "The Harbour Pool opens by the end of 2027", Class: claims.Promise, Due: claims.Date{Year: 2027}, DueWords: "by the end of 2027",
		MadeOn: s.SaidOn, Speaker: s.Speaker, Appearances: []claims.ID{s.ID}, Tests: []claims.Test{{Text: "Kept if it is open on 31 December 2027."}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestTheWholeWay(t *testing.T) {
	ctx := context.Background()
	d := newDesk(t)
	r := store(t, d, "Mayor promises a pool", "", pool)
	c := promise(t, d, say(t, d, r, "“A pool is not a policy,”", "Per Holm"))

	later := store(t, d, "Pool opens", "", "Pool opens\n\nThe Harbour Pool opened its doors on Saturday.\n")
	at := strings.Index(later.Text, "opened its doors")
	o, err := d.AddOutcome(ctx, claims.Outcome{
		Summary: "The pool opens", Date: claims.On(2027, 6, 5),
		Evidence: []claims.Evidence{{Article: later.Article.ID, Span: claims.Span{Start: at, End: at + len("opened its doors")}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	if o.Evidence[0].Quote != "opened its doors" {
		t.Errorf("the evidence says %q", o.Evidence[0].Quote)
	}
	if err := d.Link(ctx, c.ID, o.ID, claims.Supports, ""); err != nil {
		t.Fatal(err)
	}
	if err := d.GiveVerdict(ctx, c.ID, "Kept", "It is open.", o.ID); err != nil {
		t.Fatal(err)
	}
	m, err := d.Report(ctx, desk.Scope{Claim: c.ID}, desk.ReportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	got := m.Claims[0]
	if got.Value.ID != "kept" || len(got.Outcomes) != 1 || got.Speaker != "Per Holm" || len(m.Sources) != 2 {
		t.Errorf("the report has %q, %d outcomes, speaker %q, %d sources", got.Value.ID, len(got.Outcomes), got.Speaker, len(m.Sources))
	}
}

func TestEverythingCanBeUndoneAndRedone(t *testing.T) {
	ctx := context.Background()
	d := newDesk(t)
	r := store(t, d, "Mayor promises a pool", "", pool)
	s := say(t, d, r, "A pool is not a policy,", "Per Holm")
	c := promise(t, d, s)
	if err := d.GiveVerdict(ctx, c.ID, "stalled", "Nothing was dug."); err != nil {
		t.Fatal(err)
	}
	var undone []string
	for {
		what, err := d.Undo(ctx)
		if claims.CodeOf(err) == claims.CodeNotFound {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		undone = append(undone, what)
	}
	want := []string{"Give verdict", "Make claim", "Add statement", "Import article"}
	if !slices.Equal(undone, want) {
		t.Errorf("undone: %q, want %q", undone, want)
	}
	for range want {
		if _, err := d.Redo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	back, err := d.Claim(ctx, c.ID)
	if err != nil || back.Verdict().Value != "stalled" {
		t.Errorf("after redo the claim is %+v, %v", back, err)
	}
}

func TestVerdictsAreAppendedAndNeedATest(t *testing.T) {
	ctx := context.Background()
	d := newDesk(t)
	s, err := d.AddStatement(ctx, claims.Statement{Text: "No tax will rise."}, "Ana Ruiz")
	if err != nil {
		t.Fatal(err)
	}
	c, err := d.MakeClaim(ctx, claims.Claim{Text: "No tax will rise", Class: claims.Promise, Speaker: s.Speaker, Appearances: []claims.ID{s.ID}})
	if err != nil {
		t.Fatal(err)
	}
	if err := d.GiveVerdict(ctx, c.ID, "kept", "So it is."); claims.CodeOf(err) != claims.CodeInvalid || !strings.Contains(err.Error(), "resolution test") {
		t.Errorf("a verdict without a test: %v", err)
	}
	if err := d.SetTest(ctx, c.ID, "Broken if any tax rises before 2028."); err != nil {
		t.Fatal(err)
	}
	if err := d.GiveVerdict(ctx, c.ID, "very true", "r"); err == nil || !strings.Contains(err.Error(), "not-yet-rated, in-the-works") {
		t.Errorf("a verdict off the scale: %v", err)
	}
	for _, v := range []string{"in-the-works", "broken"} {
		if err := d.GiveVerdict(ctx, c.ID, v, "because"); err != nil {
			t.Fatal(err)
		}
	}
	got, _ := d.Claim(ctx, c.ID)
	if len(got.Verdicts) != 2 || got.Verdicts[0].Label != "In the works" || got.Verdict().Label != "Broken" {
		t.Errorf("the verdicts are %+v", got.Verdicts)
	}
	edited := *got
	edited.Text, edited.Verdicts = "No tax will rise at all", nil
	if err := d.EditClaim(ctx, edited); err != nil {
		t.Fatal(err)
	}
	if got, _ := d.Claim(ctx, c.ID); len(got.Verdicts) != 2 {
		t.Error("editing a claim took its verdicts away")
	}
}

func TestTheSameArticleIsNotStoredTwice(t *testing.T) {
	ctx := context.Background()
	d := newDesk(t)
	const url = "https://daily.example/pool"
	first := store(t, d, "Pool", url, pool)
	if again := store(t, d, "Pool", url, pool); again.Article.ID != first.Article.ID {
		t.Error("the same text was stored twice")
	}
	s := say(t, d, first, "A pool is not a policy,", "Per Holm")
	promise(t, d, s)
	second := store(t, d, "Pool", url, strings.Replace(pool, "A pool is not a policy", "A swimming pool is hardly a policy", 1))
	if second.Article.Previous != first.Article.ID {
		t.Fatalf("the new version follows %q", second.Article.Previous)
	}
	fates, err := d.Fates(ctx, first.Article.ID, second.Article.ID)
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(fates, func(f desk.Fate) bool { return f.Statement.ID == s.ID })
	if i < 0 || len(fates[i].Claims) != 1 {
		t.Errorf("the changed statement and its claim are not listed: %+v", fates)
	}
	pieces, err := d.Diff(ctx, first.Article.ID, second.Article.ID)
	if err != nil {
		t.Fatal(err)
	}
	var older, newer strings.Builder
	for _, p := range pieces {
		if p.Kind != desk.Inserted {
			older.WriteString(p.Text)
		}
		if p.Kind != desk.Dropped {
			newer.WriteString(p.Text)
		}
	}
	if older.String() != first.Text || newer.String() != second.Text {
		t.Error("the pieces of the diff do not add up to the two texts")
	}
}

package desk_test

import (
	"context"
	"testing"
	"time"

	"onrecord/claims"
	"onrecord/claims/desk"
)

func TestARefusedOutcomeIsNotSuggestedAgain(t *testing.T) {
	ctx := context.Background()
	d := newDesk(t)
	r := store(t, d, "Mayor promises a pool", "https://daily.example/pool", pool)
	c := promise(t, d, say(t, d, r, "“We will open the Harbour Pool by the end of 2027,”", "Ana Ruiz"))
	queue := keep(t, d, claims.Article{Title: "Pool opens", Published: claims.On(2027, 6, 5)}, "Pool opens\n\nThe Harbour Pool opened its doors on Saturday.\n")
	suggested := func() int {
		t.Helper()
		forClaim, err := d.SuggestEvidence(ctx, c.ID, 10)
		if err != nil {
			t.Fatal(err)
		}
		forArticle, err := d.SuggestOutcomes(ctx, queue, 10)
		if err != nil || len(forArticle) != len(forClaim) {
			t.Fatalf("the article is suggested for %d claims, the claim for %d articles, %v", len(forArticle), len(forClaim), err)
		}
		return len(forClaim)
	}
	if n := suggested(); n != 1 {
		t.Fatalf("want the article suggested, got %d", n)
	}
	if err := d.RefuseOutcome(ctx, c.ID, queue); err != nil {
		t.Fatal(err)
	}
	if n := suggested(); n != 0 {
		t.Errorf("a refused article is suggested again")
	}
	edited, err := d.Claim(ctx, c.ID)
	if err != nil {
		t.Fatal(err)
	}
	edited.Notes, edited.Refused = "asked the town hall", nil
	if err := d.EditClaim(ctx, *edited); err != nil || suggested() != 0 {
		t.Errorf("an edit of the claim forgets what was refused: %v", err)
	}
	if err := d.RefuseOutcome(ctx, c.ID, queue); claims.CodeOf(err) != claims.CodeInvalid {
		t.Errorf("refused twice: %v", err)
	}
	if err := d.RefuseOutcome(ctx, c.ID, "nowhere"); claims.CodeOf(err) != claims.CodeNotFound {
		t.Errorf("an unknown article: %v", err)
	}
	if err := d.Reconsider(ctx, c.ID); err != nil || suggested() != 1 {
		t.Errorf("a reconsidered article is not suggested: %v", err)
	}
	if _, err := d.Undo(ctx); err != nil || suggested() != 0 {
		t.Errorf("undo does not refuse again: %v", err)
	}
}

func TestARefusedRepeatIsNotSuggestedAgain(t *testing.T) {
	ctx := context.Background()
	d := newDesk(t)
	note := func(text string, day int) *claims.Statement {
		s, err := d.AddStatement(ctx, claims.Statement{Text: text, SaidOn: claims.On(2026, 3, day)}, "Ana Ruiz")
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	c := promise(t, d, note("We will open the Harbour Pool by the end of 2027", 1))
	again := note("The Harbour Pool will open by the end of 2029", 9)
	count := func() int {
		t.Helper()
		got, err := d.SuggestRepeats(ctx, again.ID, 5)
		if err != nil {
			t.Fatal(err)
		}
		return len(got)
	}
	if count() != 1 {
		t.Fatal("the repeat is not suggested")
	}
	if err := d.RefuseRepeat(ctx, c.ID, again.ID); err != nil || count() != 0 {
		t.Errorf("a refused repeat is suggested again: %v", err)
	}
	if err := d.Reconsider(ctx, c.ID, again.ID); err != nil || count() != 1 {
		t.Errorf("a reconsidered repeat is not suggested: %v", err)
	}
	if err := d.Reconsider(ctx, c.ID, again.ID); claims.CodeOf(err) != claims.CodeInvalid {
		t.Errorf("reconsidered though never refused: %v", err)
	}
}

func TestSpeakersToldApartStayApart(t *testing.T) {
	ctx := context.Background()
	d := newDesk(t)
	add := func(name string) *claims.Speaker {
		s, err := d.AddSpeaker(ctx, claims.Speaker{Name: name})
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	father, son, again := add("Zoë Karlsson"), add("Zoe Karlsson"), add("Z. Karlsson")
	pairs := func() []desk.Duplicate {
		t.Helper()
		got, err := d.SuggestDuplicates(ctx, 10)
		if err != nil {
			t.Fatal(err)
		}
		return got
	}
	if n := len(pairs()); n != 3 {
		t.Fatalf("want three pairs of a like name, got %d", n)
	}
	if err := d.RefuseSame(ctx, father.ID, son.ID); err != nil || len(pairs()) != 2 {
		t.Errorf("two speakers told apart are suggested again: %v", err)
	}
	if err := d.MergeSpeakers(ctx, son.ID, again.ID); err != nil || len(pairs()) != 0 {
		t.Errorf("the one merged with the son is taken for the father: %v, %v", pairs(), err)
	}
	if _, err := d.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if err := d.ReconsiderSame(ctx, son.ID, father.ID); err != nil || len(pairs()) != 3 {
		t.Errorf("a pair reconsidered is not suggested: %v", err)
	}
	if err := d.RefuseSame(ctx, son.ID, son.ID); claims.CodeOf(err) != claims.CodeInvalid {
		t.Errorf("one speaker told from himself: %v", err)
	}
}

// An article that was refused, or is evidence, comes again with changes: it is
// suggested only where what speaks for it is new.
func TestAChangedVersionIsSuggestedOnlyForWhatIsNew(t *testing.T) {
	ctx := context.Background()
	const url = "https://daily.example/queue"
	const first = "Queue at the pool\n\nThe Harbour Pool opened its doors on Saturday, and Ana Ruiz swam.\n"
	const mended = "Queue at the pool\n\nThe Harbour Pool opened its doors on Saturday, and mayor Ana Ruiz swam.\n\nIt rained.\n"
	const corrected = "Queue at the pool\n\nCorrection: the Harbour Pool that the mayor promised is still closed and no date is set. Guests bathed next door.\n"
	for name, answer := range map[string]func(*desk.Desk, *claims.Claim, desk.Suggestion) error{
		"refused": func(d *desk.Desk, c *claims.Claim, s desk.Suggestion) error {
			return d.RefuseOutcome(ctx, c.ID, s.Article.ID)
		},
		"evidence": func(d *desk.Desk, _ *claims.Claim, s desk.Suggestion) error {
			_, err := d.AddOutcome(ctx, s.Outcome(claims.Supports))
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			now := today
			d := deskAt(t, &now)
			r := store(t, d, "Mayor promises a pool", "https://daily.example/pool", pool)
			c := promise(t, d, say(t, d, r, "“We will open the Harbour Pool by the end of 2027,”", "Ana Ruiz"))
			version := func(text string) claims.ID {
				now = now.Add(time.Hour)
				return keep(t, d, claims.Article{Title: "Queue at the pool", URL: url, Published: claims.On(2027, 6, 5)}, text)
			}
			suggested := func(article claims.ID) []desk.Suggestion {
				t.Helper()
				forClaim, err := d.SuggestEvidence(ctx, c.ID, 10)
				if err != nil {
					t.Fatal(err)
				}
				forArticle, err := d.SuggestOutcomes(ctx, article, 10)
				if err != nil || len(forArticle) != len(forClaim) {
					t.Fatalf("the article is suggested for %d claims, the claim for %d articles, %v", len(forArticle), len(forClaim), err)
				}
				return forClaim
			}
			got := suggested(version(first))
			if len(got) != 1 {
				t.Fatalf("want the first version suggested, got %d", len(got))
			}
			if err := answer(d, c, got[0]); err != nil {
				t.Fatal(err)
			}
			if got := suggested(version(mended)); len(got) != 0 {
				t.Errorf("a version with another word in it is suggested again: %q", got[0].Quote)
			}
			last := version(corrected)
			if got := suggested(last); len(got) != 1 || got[0].Article.ID != last {
				t.Errorf("the correction is not suggested: %+v", got)
			}
		})
	}
}

func TestOnlyTheNewestVersionIsSuggested(t *testing.T) {
	ctx := context.Background()
	now := today
	d := deskAt(t, &now)
	r := store(t, d, "Mayor promises a pool", "https://daily.example/pool", pool)
	c := promise(t, d, say(t, d, r, "“We will open the Harbour Pool by the end of 2027,”", "Ana Ruiz"))
	var last claims.ID
	for _, text := range []string{"The Harbour Pool opened on Saturday.\n", "The Harbour Pool opened on Saturday at ten.\n"} {
		now = now.Add(time.Hour)
		last = keep(t, d, claims.Article{Title: "Pool opens", URL: "https://daily.example/open", Published: claims.On(2027, 6, 5)}, "Pool opens\n\n"+text)
	}
	got, err := d.SuggestEvidence(ctx, c.ID, 10)
	if err != nil || len(got) != 1 || got[0].Article.ID != last {
		t.Errorf("want the second version alone, got %d, %v", len(got), err)
	}
}

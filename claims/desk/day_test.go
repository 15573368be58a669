package desk_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io/fs"
	"strings"
	"testing"
	"time"

	"onrecord/assets"
	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/claims/desk/storetest"
	"onrecord/claims/match"
	"onrecord/claims/match/suggest"
	"onrecord/claims/report"
)

// newsroom is a desk with a clock that a test moves, and the sample articles
// to be imported as they come out.
type newsroom struct {
	*desk.Desk
	t     *testing.T
	ctx   context.Context
	store *storetest.Memory
	now   time.Time
	files fs.FS
}

func newNewsroom(t *testing.T) *newsroom {
	files, err := assets.SampleFiles()
	if err != nil {
		t.Fatal(err)
	}
	n := &newsroom{t: t, ctx: context.Background(), files: files}
	clock := func() time.Time { return n.now }
	n.store = &storetest.Memory{Now: clock}
	n.Desk = desk.New(n.store, match.New(), desk.Options{Who: "Mina", Now: clock})
	return n
}

func (n *newsroom) must(err error) {
	n.t.Helper()
	if err != nil {
		n.t.Fatal(err)
	}
}

// arrives imports a sample article on the day on which it was published.
func (n *newsroom) arrives(name string) *desk.Reading {
	n.t.Helper()
	text, err := fs.ReadFile(n.files, name+".txt")
	n.must(err)
	data, err := fs.ReadFile(n.files, name+".meta.json")
	n.must(err)
	var meta claims.Article
	n.must(json.Unmarshal(data, &meta))
	n.now = meta.Published.Time().Add(10 * time.Hour)
	r, err := n.Open(n.ctx, keep(n.t, n.Desk, meta, string(text)))
	n.must(err)
	return r
}

// claim makes the claim that the statement with these words makes.
func (n *newsroom) claim(r *desk.Reading, words, text string, class claims.Class, due claims.Date) *claims.Claim {
	n.t.Helper()
	for _, s := range r.Statements {
		if !strings.Contains(s.Text, words) {
			continue
		}
		draft, err := n.ProposeClaim(n.ctx, s.ID)
		n.must(err)
		draft.Text, draft.Class, draft.Due = text, class, due
		draft.Tests = []claims.Test{{Text: "As the newsroom agreed on the day."}}
		c, err := n.MakeClaim(n.ctx, draft)
		n.must(err)
		return c
	}
	n.t.Fatalf("nobody says %q in %s", words, r.Article.Title)
	return nil
}

// confirm takes the first suggestion for an article, which has to be the claim
// with the relation, and makes an outcome of it.
func (n *newsroom) confirm(r *desk.Reading, c *claims.Claim, relation claims.Relation) *claims.Outcome {
	n.t.Helper()
	got, err := n.SuggestOutcomes(n.ctx, r.Article.ID, 3)
	n.must(err)
	if len(got) == 0 || got[0].Claim.ID != c.ID {
		n.t.Fatalf("%s: want %q suggested first, got %d suggestions", r.Article.Title, c.Text, len(got))
	}
	if got[0].Relation != relation {
		n.t.Errorf("%s: proposed %s (%s), want %s", r.Article.Title, got[0].Relation, got[0].Reason, relation)
	}
	o, err := n.AddOutcome(n.ctx, got[0].Outcome(relation))
	n.must(err)
	return o
}

func TestADayInTheLife(t *testing.T) {
	n := newNewsroom(t)
	bridge := n.claim(n.arrives("01-bridge-promise"), "We will reopen the Harrow Bridge", "The Harrow Bridge will reopen by the end of 2024", claims.Promise, claims.On(2024, 12, 31))
	beds := n.claim(n.arrives("02-hospital-beds"), "200 more beds", "200 more beds at Calder General Hospital by the spring of 2025", claims.Promise, claims.On(2025, 5, 31))
	crime := n.claim(n.arrives("03-crime-figures"), "Burglaries are up 40 percent", "Burglaries in Port Calder rose by 40 percent in 2023", claims.Statistic, claims.Date{})

	o := n.confirm(n.arrives("11-police-figures"), crime, claims.Contradicts)
	n.must(n.GiveVerdict(n.ctx, crime.ID, "contradicted", "The police counted 12 percent for the city.", o.ID))
	o = n.confirm(n.arrives("08-bridge-missed"), bridge, claims.Contradicts)
	n.must(n.GiveVerdict(n.ctx, bridge.ID, "broken", "It is still closed.", o.ID))
	o = n.confirm(n.arrives("10-beds-open"), beds, claims.Supports)
	n.must(n.GiveVerdict(n.ctx, beds.ID, "kept", "All 200 are in use.", o.ID))

	t.Run("the wrong verdict is taken back", func(t *testing.T) {
		_, err := n.Undo(n.ctx)
		n.must(err)
		if c, err := n.Claim(n.ctx, beds.ID); err != nil || len(c.Verdicts) != 0 {
			t.Errorf("after undo the claim has %d verdicts, %v", len(c.Verdicts), err)
		}
		_, err = n.Redo(n.ctx)
		n.must(err)
	})
	t.Run("a speaker who is there twice is merged", n.mergesTwice)
	t.Run("a changed article flags its claim", n.flagsChanged)
	t.Run("the due desk is worked and printed", n.worksTheDueDesk)
	n.holds()
}

func (n *newsroom) mergesTwice(t *testing.T) {
	_, err := n.AddStatement(n.ctx, claims.Statement{Text: "I stand by every word", SaidOn: claims.On(2025, 5, 2)}, "D. Ferreira")
	n.must(err)
	got, err := n.SuggestDuplicates(n.ctx, 10)
	n.must(err)
	if len(got) != 1 || got[0].A.Name != "D. Ferreira" || got[0].B.Name != "Daniel Ferreira" {
		t.Fatalf("want the two Ferreiras, got %+v", got)
	}
	n.must(n.MergeSpeakers(n.ctx, got[0].A.ID, got[0].B.ID))
	if who, err := n.FindSpeaker(n.ctx, "D. Ferreira"); err != nil || who.ID != got[0].B.ID {
		t.Errorf("the merged name finds %v, %v", who, err)
	}
}

func (n *newsroom) flagsChanged(t *testing.T) {
	flats := n.claim(n.arrives("16-heating"), "Three thousand flats", "3,000 flats insulated by the end of October 2026", claims.Promise, claims.On(2026, 10, 31))
	if got, err := n.FlaggedClaims(n.ctx); err != nil || len(got) != 0 {
		t.Fatalf("flagged before anything changed: %v, %v", got, err)
	}
	r := n.arrives("17-heating-corrected")
	got, err := n.FlaggedClaims(n.ctx)
	n.must(err)
	if len(got) != 1 || got[0].Claim.ID != flats.ID || got[0].Newer.ID != r.Article.ID || got[0].Removed() {
		t.Errorf("want the claim on the flats flagged as altered, got %+v", got)
	}
	if all, err := n.SuggestOutcomes(n.ctx, r.Article.ID, 5); err != nil || len(all) != 0 {
		t.Errorf("a version of its own article is suggested for the claim: %v, %v", all, err)
	}
	for _, s := range r.Statements {
		if strings.Contains(s.Text, "Two thousand flats") {
			again, err := n.SuggestRepeats(n.ctx, s.ID, 1)
			n.must(err)
			if len(again) != 1 || again[0].Claim.ID != flats.ID || len(again[0].Flags) == 0 || again[0].Flags[0] != suggest.OtherFigure {
				t.Errorf("want the claim with another figure, got %+v", again)
			}
		}
	}
}

func (n *newsroom) worksTheDueDesk(t *testing.T) {
	n.now = time.Date(2026, 10, 20, 9, 0, 0, 0, time.UTC)
	due, err := n.DueDesk(n.ctx, desk.DefaultDueLimits)
	n.must(err)
	if len(due) != 1 || due[0].State != desk.DueSoon || due[0].Days != 11 {
		t.Fatalf("want the flats due in 11 days, got %+v", due)
	}
	m, err := n.Report(n.ctx, desk.Scope{Due: desk.DueStates}, desk.ReportOptions{})
	n.must(err)
	for format, want := range map[report.Format]string{report.ICal: "DTSTART;VALUE=DATE:20261031", report.MD: "flats insulated"} {
		var out bytes.Buffer
		n.must(report.Write(&out, m, format))
		if !strings.Contains(out.String(), want) {
			t.Errorf("%s lacks %q", format, want)
		}
	}
	n.must(n.Snooze(n.ctx, claims.On(2026, 11, 1), due[0].Claim.ID))
	if due, err = n.DueDesk(n.ctx, desk.DefaultDueLimits); err != nil || len(due) != 0 {
		t.Errorf("snoozed, and still %d on the desk, %v", len(due), err)
	}
}

// holds checks every record, its references, and every statement against its
// frozen text.
func (n *newsroom) holds() {
	n.t.Helper()
	for _, kind := range claims.Kinds {
		for r, err := range n.store.All(n.ctx, kind) {
			n.must(err)
			n.must(r.Check())
			for _, key := range r.Refs() {
				_, err := n.store.Get(n.ctx, key)
				n.must(err)
			}
			if s, ok := r.(*claims.Statement); ok && s.Article != "" {
				a, err := n.Article(n.ctx, s.Article)
				n.must(err)
				text, err := n.Text(n.ctx, a)
				n.must(err)
				n.must(s.CheckText(text))
			}
		}
	}
}

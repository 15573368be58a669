package claimlist

import (
	"context"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"onrecord/claims"
	"onrecord/claims/match"
	"onrecord/ui/kit"
	"onrecord/ui/nav"
	"onrecord/ui/nav/navtest"
)

// karlsund is an archive of five claims by three people.
func karlsund(t testing.TB) *navtest.Window {
	w := navtest.New(t)
	w.Promise("Ana Ruiz", "The Harbour Pool will open by the end of 2027", claims.Date{Year: 2027})
	kept := w.Promise("Ana Ruiz", "The ferry will run on Sundays again", claims.On(2025, 6, 1))
	w.Verdict(kept, "kept", "It does.")
	w.Promise("Per Holm", "Nobody will wait for a school place", claims.On(2026, 4, 1))
	w.Claim("Per Holm", claims.Claim{Class: claims.Statistic, Text: "Bicycle thefts fell by half", MadeOn: claims.On(2026, 1, 9)})
	w.Claim("Zora Lind", claims.Claim{Class: claims.Denial, Text: "No money came from the harbour fund", MadeOn: claims.On(2025, 11, 2)})
	return w
}

func open(t testing.TB) (*navtest.Window, *Page) {
	w := karlsund(t)
	p := New(w.Host, w.Desk)
	w.Open(p, nav.Route{Screen: nav.Claims})
	w.Sees("5 claims")
	return w, p
}

// texts lists the claims that the table shows, by pages of the source.
func texts(t testing.TB, p *Page) (out []string) {
	t.Helper()
	rows, _, err := p.source().Page(context.Background(), p.table.Query(), 0, 100)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		out = append(out, strings.Fields(r.Text)[0]+" "+strings.Fields(r.Text)[1])
	}
	return out
}

func TestEnterOpensTheClaimUnderTheCursor(t *testing.T) {
	w, _ := open(t)
	w.Keys(fyne.KeyDown, fyne.KeyReturn)
	if at := w.WentTo(); at.Screen != nav.Claim || at.ID == "" {
		t.Errorf("went to %+v", at)
	}
}

func TestFiltersNarrowTogether(t *testing.T) {
	w, p := open(t)
	w.Choose(nav.Class(claims.Promise))
	w.Sees("3 claims")
	w.Choose("No verdict yet")
	w.Sees("2 claims")
	w.Misses("ferry")
	w.Choose("Overdue")
	w.Sees("1 claim")
	w.Sees("school place")
	if got := p.filter.text(); got != "class:promise verdict:none due:overdue" {
		t.Errorf("the filter reads %q", got)
	}
	w.Do("claims.clearFilter")
	w.Sees("5 claims")
}

// cutShort is a desk whose search leaves claims out.
type cutShort struct{ Desk }

func (d cutShort) Matches(ctx context.Context, typed string, limit int) ([]match.Hit, match.Cut, error) {
	hits, _, err := d.Desk.Matches(ctx, typed, limit)
	return hits, match.CutDocuments, err
}

func TestAFilterThatIsCutShortSaysSo(t *testing.T) {
	w := karlsund(t)
	p := New(w.Host, cutShort{w.Desk})
	w.Open(p, nav.Route{Screen: nav.Claims})
	w.Sees("5 claims")
	w.Misses("the best of more")
	w.Choose(nav.Class(claims.Promise))
	w.Sees("3 claims · the best of more; add a word to narrow them down")
	w.Do("claims.clearFilter")
	w.Misses("the best of more")
}

func TestTypedWordsAndFieldsFilter(t *testing.T) {
	w, p := open(t)
	w.Win.Canvas().Focus(p.filter.words)
	w.Type("speaker:holm")
	w.Keys(fyne.KeyReturn)
	w.Sees("2 claims")
	w.Keys(fyne.KeyEscape, fyne.KeyReturn)
	w.Type("bycicle") // a slip of the pen
	w.Keys(fyne.KeyReturn)
	w.Sees("1 claim")
	w.Sees("thefts")
	w.Keys(fyne.KeyEscape, fyne.KeyReturn)
	w.Type("zeppelin")
	w.Keys(fyne.KeyReturn)
	w.Sees("No claim passes the filter")
	w.Press("Clear the filter")
	w.Sees("5 claims")
}

func TestEveryColumnSortsEveryClaim(t *testing.T) {
	w, p := open(t)
	for column, want := range map[string]string{
		"text":    "Bicycle thefts,No money,Nobody will,The ferry,The Harbour",
		"speaker": "The ferry,The Harbour,Bicycle thefts,Nobody will,No money",
		"due":     "The ferry,Nobody will,The Harbour,Bicycle thefts,No money",
	} {
		p.table.SortBy(column, false)
		w.Queue.Pump()
		got := texts(t, p)
		if column != "text" { // claims of one speaker, and those without a date, may come in any order
			slices.Sort(got[:2])
			slices.Sort(got[len(got)-2:])
		}
		wanted := strings.Split(want, ",")
		if column != "text" {
			slices.Sort(wanted[:2])
			slices.Sort(wanted[len(wanted)-2:])
		}
		if !slices.Equal(got, wanted) {
			t.Errorf("by %s: %q, want %q", column, got, wanted)
		}
	}
	p.table.SortBy("class", true)
	if n := len(texts(t, p)); n != 5 {
		t.Errorf("sorted by class there are %d claims", n)
	}
	p.filter.set("class:promise")
	p.table.SortBy("made", false)
	if got := texts(t, p); len(got) != 3 {
		t.Errorf("a filter and an order give %q", got)
	}
}

func TestAFilterIsSavedAndUsedAgain(t *testing.T) {
	w, p := open(t)
	w.Choose(nav.Class(claims.Denial))
	w.Sees("1 claim")
	w.Do("claims.saveFilter")
	w.Type("Denials")
	w.Confirm()
	w.Until(func() bool { return len(p.saved) == 1 })
	if got := p.saved[0].Query; got != "kind:claim class:denial" {
		t.Errorf("saved as %q", got)
	}
	w.Do("claims.clearFilter")
	w.Sees("5 claims")
	p.showFilters(fyne.NewPos(10, 10))
	w.Sees("Denials")
	w.Win.Canvas().Overlays().Remove(w.Win.Canvas().Overlays().Top())
	p.use(p.saved[0].Query)
	w.Sees("1 claim")
	w.Sees("harbour fund")
	p.rename(p.saved[0])
	w.Fields()[0].SetText("What was denied")
	w.Confirm()
	w.Until(func() bool { return p.saved[0].Name == "What was denied" })
	p.drop(p.saved[0])
	w.Until(func() bool { return len(p.saved) == 0 })
}

func TestTheFilterIsThereAfterARestart(t *testing.T) {
	w, _ := open(t)
	w.Choose(nav.Class(claims.Denial))
	w.Sees("1 claim")
	w.Open(New(&nav.Host{App: w.Host.App, Window: w.Win, Jobs: w.Host.Jobs, Toasts: w.Host.Toasts, Commands: &kit.Commands{}}, w.Desk), nav.Route{Screen: nav.Claims})
	w.Sees("1 claim")
}

func TestSeveralClaimsAreEditedInOneChange(t *testing.T) {
	w, p := open(t)
	w.Do("claims.all")
	w.Sees("5 chosen")
	w.Do("claims.edit")
	w.Sees("Edit 5 claims")
	fields := w.Fields()
	fields[0].SetText("harbour, Money")
	w.Confirm()
	w.Sees("5 claims edited")
	tagged := func() (n int) {
		for _, c := range all(t, p) {
			if slices.Equal(c.Topics, []string{"harbour", "Money"}) {
				n++
			}
		}
		return n
	}
	if n := tagged(); n != 5 {
		t.Errorf("%d claims have the topics", n)
	}
	w.Press("Undo")
	w.Until(func() bool { return tagged() == 0 })
}

func TestABadDateInABulkEditIsAnswered(t *testing.T) {
	w, _ := open(t)
	w.Do("claims.edit")
	w.Fields()[2].SetText("the day after the fair")
	w.Sees("Not understood")
	if kit.Confirm(w.Win.Canvas()) {
		t.Error("the dialog was closed, and what was typed is gone")
	}
}

func TestABulkEditChangesOnlyWhatIsFilledIn(t *testing.T) {
	c := claims.Claim{Class: claims.Promise, Topics: []string{"Harbour", "fund"}, Due: claims.On(2027, 1, 1), DueWords: "by new year", Actor: "the city"}
	(&bulk{add: []string{"harbour"}, remove: []string{"FUND"}}).apply(&c)
	if !slices.Equal(c.Topics, []string{"harbour"}) || c.Due.Year != 2027 || c.DueWords != "by new year" || c.Actor != "the city" || c.Class != claims.Promise {
		t.Errorf("the claim has become %+v", c)
	}
	(&bulk{noDue: true, class: claims.Prediction}).apply(&c)
	if !c.Due.IsZero() || c.DueWords != "" || c.Class != claims.Prediction {
		t.Errorf("the claim has become %+v", c)
	}
}

func TestClaimsAreDeletedAndBroughtBack(t *testing.T) {
	w, _ := open(t)
	w.Do("claims.all")
	w.Keys(fyne.KeyDelete)
	w.Sees("No claims yet")
	w.Press("Undo")
	w.Sees("5 claims")
}

func TestAClaimWhoseArticleHasChangedIsFlagged(t *testing.T) {
	w := karlsund(t)
	at := "https://karlsund.example/pool"
	old := w.Article("Pool", at, claims.On(2026, 3, 4), "“We will open the Harbour Pool by the end of 2027,” said Ruiz.")
	s := w.Says(old, "We will open the Harbour Pool by the end of 2027", "Ana Ruiz")
	w.Claim("Ana Ruiz", claims.Claim{Text: "The pool, once more", Appearances: []claims.ID{s.ID}})
	w.Article("Pool", at, claims.On(2026, 3, 5), "Ruiz spoke of a pool, some day.")
	p := New(w.Host, w.Desk)
	w.Open(p, nav.Route{Screen: nav.Claims})
	w.Sees("1 with a changed article")
	w.Press("1 with a changed article")
	w.Sees("1 claim")
	w.Sees("once more")
	w.Misses("ferry")
	w.Keys(fyne.KeyHome)
	w.Do("claims.checked")
	w.Misses("with a changed article")
	w.Host.Undo()
	w.Sees("1 with a changed article")
}

func all(t testing.TB, p *Page) (out []*claims.Claim) {
	t.Helper()
	p.filter.set("")
	rows, _, err := p.source().Page(context.Background(), kit.Query{}, 0, 100)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		out = append(out, r.Claim)
	}
	return out
}

func TestTheFilterIsReachedByOneKey(t *testing.T) {
	w, p := open(t)
	w.Do("claims.find")
	if w.Win.Canvas().Focused() != fyne.Focusable(p.filter.words) {
		t.Fatalf("the keyboard is at %T", w.Win.Canvas().Focused())
	}
}

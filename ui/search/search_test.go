package search

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/claims/match"
	"onrecord/ui/kit"
	"onrecord/ui/nav"
	"onrecord/ui/nav/navtest"
)

// open shows the search over an archive with two statements and a claim.
func open(t *testing.T) (*navtest.Window, *Page) {
	w := navtest.New(t)
	a := w.Article("Mayor promises a pool", "", claims.On(2025, 3, 4), "“We will open the Harbour Pool by 2027,” said Ruiz. “A pool is not a policy,” said Holm.")
	w.Says(a, "We will open the Harbour Pool by 2027", "Ana Ruiz")
	w.Says(a, "A pool is not a policy", "Per Holm")
	w.Promise("Ana Ruiz", "The Harbour Pool will open by 2027", claims.Date{Year: 2027})
	p := New(w.Host, w.Desk)
	w.Open(p, nav.Route{Screen: nav.Search})
	w.Sees("Find a half-remembered quotation")
	return w, p
}

func TestTypingShowsHitsWithSlipsOfThePen(t *testing.T) {
	w, p := open(t)
	w.Type("harbor pol")
	w.Until(func() bool { return len(p.results) > 1 })
	w.Sees("We will open the ")
	if len(p.results[0].Match) == 0 {
		t.Error("no letters are marked as matching")
	}
}

func TestEnterOpensTheFirstHitAtItsPlace(t *testing.T) {
	w, p := open(t)
	for typed, fits := range map[string]func(nav.Route) bool{
		"kind:statement not a policy": func(r nav.Route) bool { return r.Statement != "" },
		"kind:article not a policy":   func(r nav.Route) bool { return r.Span.Start > 40 }, // where the words are
	} {
		p.field.SetText("pool") // an answer that Enter must not take for the next one
		w.Until(func() bool { return p.answered == "pool" })
		p.field.SetText(typed)
		p.field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		if at := w.WentTo(); at.Screen != nav.Article || !fits(at) {
			t.Errorf("%s went to %+v", typed, at)
		}
	}
}

func TestMoreHitsComeAtTheEndOfTheList(t *testing.T) {
	w, p := open(t)
	for i := range 2*pageOf + 5 {
		w.Promise("Zora Lind", fmt.Sprintf("The library will open on day %d", i), claims.Date{})
	}
	w.Type("library")
	w.Until(func() bool { return len(p.results) == p.inView() }) // what can be seen, and no more while letters come
	w.Sees("More than 10 hits")
	for len(p.results) < 2*pageOf+5 {
		n := len(p.results)
		p.list.ChooseIndex(n - 1)
		w.Until(func() bool { return len(p.results) > n })
	}
	w.Sees("65 hits")
	w.Promise("Zora Lind", "The library will open one day", claims.Date{})
	p.Changed(desk.Event{})
	w.Sees("More than 60 hits") // and not the first page alone
}

func TestWhereAllHitsAreListedTheirNumberIsSaid(t *testing.T) {
	w, p := open(t)
	for i := range p.inView() {
		w.Promise("Zora Lind", fmt.Sprintf("The library will open on day %d", i), claims.Date{})
	}
	w.Type("library")
	w.Sees(fmt.Sprintf("%d hits", p.inView()))
	w.Misses("More than")
}

func TestDownGoesToTheResults(t *testing.T) {
	w, p := open(t)
	w.Type("kind:claim pool")
	w.Until(func() bool { return len(p.results) == 1 })
	w.Keys(fyne.KeyDown)
	w.Keys(fyne.KeyReturn)
	if at := w.WentTo(); at.Screen != nav.Claim {
		t.Errorf("went to %+v", at)
	}
}

func TestFiltersAreClickedOnAndOff(t *testing.T) {
	w, p := open(t)
	w.Type("pool")
	w.Until(func() bool { return len(p.results) > 2 })
	w.Press("Claim")
	w.Until(func() bool { return len(p.results) == 1 && p.results[0].Kind == claims.KindClaim })
	w.Sees("Kind: Claim")
	if got := strings.TrimSpace(p.field.Text); got != "pool kind:claim" {
		t.Errorf("the field reads %q", got)
	}
	w.Press("Kind: Claim")
	w.Until(func() bool { return len(p.results) > 2 })
}

func TestAChipTakesItsFilterOutOfTheQuery(t *testing.T) {
	for typed, want := range map[string]string{
		`pool speaker:"Ana Ruiz" open`: "pool open",
		"pool -class:promise":          "pool",
		"after:2025 pool":              "pool",
		"due: overdue pool":            "pool",
		"SPEAKER:ruiz":                 "",
	} {
		q := match.ParseQuery(typed)
		if len(q.Filters) != 1 {
			t.Fatalf("%q has %d filters", typed, len(q.Filters))
		}
		if got := without(typed, q.Filters[0]); got != want {
			t.Errorf("%q without its filter is %q, want %q", typed, got, want)
		}
	}
}

func TestASearchIsSavedAndCountsWhatIsNew(t *testing.T) {
	w, p := open(t)
	w.Type("pool")
	w.Do("search.save")
	w.Fields()[0].SetText("Pools")
	w.Confirm()
	w.Until(func() bool { return len(p.saved.Items()) == 1 })
	a := w.Article("Holm again", "", claims.On(2026, 5, 4), "“The pool leaks,” said Holm.")
	w.Says(a, "The pool leaks", "Per Holm")
	w.Until(func() bool { return p.saved.Items()[0].New > 0 })
	w.Sees("new")
	p.field.SetText("")
	p.saved.ChooseIndex(0)
	w.Until(func() bool { return p.saved.Items()[0].New == 0 })
	if p.field.Text != "pool" {
		t.Errorf("the field reads %q", p.field.Text)
	}
	w.Press("Rename…")
	w.Fields()[0].SetText(" ")
	if kit.Confirm(w.Win.Canvas()) {
		t.Error("a search can be called nothing")
	}
	w.Fields()[0].SetText("Leaks")
	w.Confirm()
	w.Until(func() bool { return p.saved.Items()[0].Name == "Leaks" })
	if got := p.saved.Items()[0]; got.Query != "pool" {
		t.Errorf("renamed to %+v", got.Search)
	}
	w.Press("Delete the saved search")
	w.Until(func() bool { return len(p.saved.Items()) == 0 })
	w.Sees("A search that you save stands here")
}

func TestNothingFoundSaysWhatToDo(t *testing.T) {
	w, _ := open(t)
	w.Type("zeppelin")
	w.Sees("Try fewer words")
}

func TestAStatementWithoutAnArticleOpensItsSpeaker(t *testing.T) {
	w, p := open(t)
	s, err := w.Desk.AddStatement(context.Background(), claims.Statement{Text: "The bridge is safe", Kind: claims.Direct}, "Zora Lind")
	if err != nil {
		t.Fatal(err)
	}
	w.Type("bridge safe")
	w.Until(func() bool { return len(p.results) > 0 })
	w.Keys(fyne.KeyReturn)
	if at := w.WentTo(); at.Screen != nav.Speakers || at.ID != s.Speaker {
		t.Errorf("went to %+v", at)
	}
}

func TestTheFirstMatchOfALongTextIsSeen(t *testing.T) {
	long := strings.Repeat("many words of no use ", 20) + "the harbour pool opens"
	at := strings.Index(long, "harbour")
	text, ranges := window(long, []claims.Span{{Start: at, End: at + 7}})
	if len(text) > 100 || !strings.HasPrefix(text, "… ") || text[ranges[0].Start:ranges[0].End] != "harbour" {
		t.Errorf("%q with %v", text, ranges)
	}
	text, ranges = window("the harbour", []claims.Span{{Start: 4, End: 11}})
	if text != "the harbour" || ranges[0] != (kit.Range{Start: 4, End: 11}) {
		t.Errorf("%q with %v", text, ranges)
	}
}

package nav_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2/test"

	"onrecord/claims"
	"onrecord/ui/nav"
)

func TestRecentPlacesOutlastARestart(t *testing.T) {
	prefs := test.NewTempApp(t).Preferences()
	recent := nav.NewRecent(prefs)
	article := nav.Route{Screen: nav.Article, ID: "a1"}
	recent.Note(article, "Ferry to sail all winter")
	recent.Note(nav.Route{Screen: nav.Claim, ID: "c1"}, "The ferry sails all winter")
	recent.Note(nav.Route{Screen: nav.Library}, "Library") // no thing that was opened
	article.Statement = "s1"
	recent.Note(article, "Ferry to sail all winter") // again, at a statement

	got := nav.NewRecent(prefs).Places()
	if len(got) != 2 || got[0].Title != "Ferry to sail all winter" || got[0].Statement != "" || got[1].ID != "c1" {
		t.Fatalf("after a restart the places are %+v", got)
	}
	again := nav.NewRecent(prefs)
	again.Forget("a1")
	if got := nav.NewRecent(prefs).Places(); len(got) != 1 || got[0].ID != "c1" {
		t.Errorf("what was forgotten is there: %+v", got)
	}
}

func TestRecentPlacesFitAMenu(t *testing.T) {
	recent := nav.NewRecent(test.NewTempApp(t).Preferences())
	for i := range 40 {
		recent.Note(nav.Route{Screen: nav.Article, ID: claims.ID(fmt.Sprint("a", i))}, fmt.Sprint("Article ", i))
	}
	if got := recent.Places(); len(got) != 12 || got[0].Title != "Article 39" {
		t.Errorf("%d places, first %+v", len(got), got[0])
	}
}

func TestRoutesAreReadAsTheyWereWritten(t *testing.T) {
	for _, r := range []nav.Route{
		{Screen: nav.Library},
		{Screen: nav.Article, ID: "01J"},
		{Screen: nav.Search, Query: "tram \"by may\""},
	} {
		if got := nav.ParseRoute(r.String()); got != r {
			t.Errorf("%+v came back as %+v", r, got)
		}
	}
	for _, s := range []string{"", "cellar\n\n", "library"} {
		if got := nav.ParseRoute(s); got != (nav.Route{Screen: nav.Library}) {
			t.Errorf("%q opens %+v", s, got)
		}
	}
}

func TestBackAndForwardAreThoseOfABrowser(t *testing.T) {
	var h nav.History
	for _, s := range []nav.Screen{nav.Library, nav.Review, nav.Review, nav.Due} {
		h.Visit(nav.Route{Screen: s})
	}
	back, _ := h.Back()
	further, _ := h.Back()
	if back.Screen != nav.Review || further.Screen != nav.Library || h.CanBack() || !h.CanForward() {
		t.Fatalf("back went to %s and %s", back.Screen, further.Screen)
	}
	h.Visit(nav.Route{Screen: nav.Claims})
	if h.CanForward() {
		t.Error("the places ahead are kept although the person went elsewhere")
	}
	if at, ok := h.Back(); !ok || at.Screen != nav.Library {
		t.Errorf("back goes to %s", at.Screen)
	}
}

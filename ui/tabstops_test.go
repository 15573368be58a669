package ui

import (
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"onrecord/claims"
	"onrecord/ui/nav"
	"onrecord/ui/nav/navtest"
)

// TestEveryStopOfTabCanBeSeen goes round each screen with Tab. Our own widgets
// show that they have the keyboard, Fyne's links and sliders do; its selectable
// labels and the buttons inside its fields do not.
func TestEveryStopOfTabCanBeSeen(t *testing.T) {
	w := navtest.New(t)
	a := ferry(w)
	said := w.Says(a, "We will sail", "Britta Solheim")
	c := w.Promise("Britta Solheim", "The ferry will sail all winter", claims.Date{Year: 2027})
	w.Verdict(c, "In the works", "The ferry sails.")
	s := start(w)
	routes := []nav.Route{{Screen: nav.Article, ID: a.ID, Statement: said.ID}, {Screen: nav.Claim, ID: c.ID}}
	for _, screen := range nav.Rail {
		routes = append(routes, nav.Route{Screen: screen})
	}
	for _, r := range routes {
		s.win.goTo(r)
		if r.Screen == nav.Article {
			s.Sees("Make a claim…")
		}
		if r.Screen == nav.Claim {
			s.Sees("The ferry sails.")
		}
		stops := map[fyne.Focusable]bool{}
		for {
			at := w.Win.Canvas().Focused()
			if at == nil || stops[at] {
				break
			}
			stops[at] = true
			if !showsKeyboard(at) {
				t.Errorf("%s: Tab stops at a %T and nobody sees it", r.Screen, at)
			}
			w.Win.Canvas().FocusNext()
		}
		if len(stops) < 2 {
			t.Errorf("%s has %d stops of Tab", r.Screen, len(stops))
		}
	}
}

func showsKeyboard(f fyne.Focusable) bool {
	switch f.(type) {
	case *widget.Hyperlink, *widget.Slider:
		return true
	}
	return strings.HasPrefix(reflect.TypeOf(f).Elem().PkgPath(), "onrecord/")
}

// TestAClickOnNothingLeavesTheKeysOfThePage takes the keyboard away, as a click
// on a word of a heading does, and goes on with the arrows.
func TestAClickOnNothingLeavesTheKeysOfThePage(t *testing.T) {
	w := navtest.New(t)
	ferry(w)
	s := start(w)
	s.Sees("Ferry to sail")
	w.Win.Canvas().Unfocus()
	w.Win.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyReturn})
	s.at(nav.Article)
}

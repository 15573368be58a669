package nav

import (
	"strings"

	"onrecord/claims"
)

// Screen is a kind of place.
type Screen string

// The screens. Those before Article have a place in the side rail.
const (
	Library  Screen = "library"
	Review   Screen = "review"
	Claims   Screen = "claims"
	Due      Screen = "due"
	Search   Screen = "search"
	Speakers Screen = "speakers"
	Timeline Screen = "timeline"
	Reports  Screen = "reports"
	Settings Screen = "settings"
	Article  Screen = "article"
	Claim    Screen = "claim"
)

// Rail lists the screens of the side rail in its order.
var Rail = []Screen{Library, Review, Claims, Due, Search, Speakers, Timeline, Reports, Settings}

// Route is a place in the window: a comparable value, so that back, forward
// and recent places are lists of values.
type Route struct {
	Screen    Screen
	ID        claims.ID   // the article, claim or speaker that is open
	Statement claims.ID   // in an article: the statement to select
	Span      claims.Span // in an article: the bytes to show, where there is no statement
	Query     string      // what was searched, filtered or scoped
}

// Owner is the screen of the rail to which the route belongs.
func (r Route) Owner() Screen {
	switch r.Screen {
	case Article:
		return Library
	case Claim:
		return Claims
	}
	return r.Screen
}

// String is the form in which the last place is remembered.
func (r Route) String() string {
	return strings.Join([]string{string(r.Screen), string(r.ID), r.Query}, "\n")
}

// ParseRoute reads what String writes; anything else is the library.
func ParseRoute(s string) Route {
	parts := strings.SplitN(s, "\n", 3)
	if len(parts) != 3 || !known(Screen(parts[0])) {
		return Route{Screen: Library}
	}
	return Route{Screen: Screen(parts[0]), ID: claims.ID(parts[1]), Query: parts[2]}
}

func known(s Screen) bool {
	for _, r := range append([]Screen{Article, Claim}, Rail...) {
		if r == s {
			return true
		}
	}
	return false
}

// History is where the person has been, for back and forward.
type History struct {
	places []Route
	at     int
}

// maxHistory is how many places are remembered.
const maxHistory = 200

// Visit notes that a place was opened. Places ahead are forgotten, as in a
// browser; the place that is open already is not noted twice.
func (h *History) Visit(r Route) {
	if len(h.places) > 0 && h.places[h.at] == r {
		return
	}
	if len(h.places) > 0 {
		h.places = h.places[:h.at+1]
	}
	h.places = append(h.places, r)
	if len(h.places) > maxHistory {
		h.places = h.places[1:]
	}
	h.at = len(h.places) - 1
}

// Back returns the place before and makes it the present one.
func (h *History) Back() (Route, bool) { return h.step(-1) }

// Forward returns the place after and makes it the present one.
func (h *History) Forward() (Route, bool) { return h.step(1) }

// CanBack reports whether there is a place before.
func (h *History) CanBack() bool { return h.at > 0 }

// CanForward reports whether there is a place after.
func (h *History) CanForward() bool { return h.at+1 < len(h.places) }

func (h *History) step(by int) (Route, bool) {
	if to := h.at + by; to >= 0 && to < len(h.places) {
		h.at = to
		return h.places[to], true
	}
	return Route{}, false
}

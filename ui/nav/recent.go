package nav

import (
	"strings"

	"fyne.io/fyne/v2"

	"onrecord/claims"
)

// Place is a route with the name that it had when it was opened.
type Place struct {
	Route
	Title string
}

// maxRecent is how many places are remembered: as many as a menu can show.
const maxRecent = 12

const prefRecent = "recent.places"

// Recent is the list of articles, claims and speakers that were opened last,
// also before a restart.
type Recent struct {
	prefs  fyne.Preferences
	places []Place
}

// NewRecent reads the list that was kept.
func NewRecent(prefs fyne.Preferences) *Recent {
	r := &Recent{prefs: prefs}
	for _, line := range prefs.StringList(prefRecent) {
		parts := strings.SplitN(line, "\t", 3)
		if len(parts) == 3 && known(Screen(parts[0])) {
			r.places = append(r.places, Place{Route: Route{Screen: Screen(parts[0]), ID: claims.ID(parts[1])}, Title: parts[2]})
		}
	}
	return r
}

// Places are the places, the latest first.
func (r *Recent) Places() []Place { return r.places }

// Note puts a place first. What was looked at within it is not remembered.
func (r *Recent) Note(route Route, title string) {
	at := Route{Screen: route.Screen, ID: route.ID}
	if at.ID == "" || title == "" {
		return
	}
	kept := append(make([]Place, 0, maxRecent+1), Place{Route: at, Title: title})
	for _, p := range r.places {
		if p.Route != at && len(kept) < maxRecent {
			kept = append(kept, p)
		}
	}
	r.keep(kept)
}

// Forget takes a place out: what it showed is no longer there.
func (r *Recent) Forget(id claims.ID) {
	var kept []Place
	for _, p := range r.places {
		if p.ID != id {
			kept = append(kept, p)
		}
	}
	r.keep(kept)
}

func (r *Recent) keep(places []Place) {
	r.places = places
	lines := make([]string, len(places))
	for i, p := range places {
		lines[i] = string(p.Screen) + "\t" + string(p.ID) + "\t" + p.Title
	}
	r.prefs.SetStringList(prefRecent, lines)
}

package claimlist

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"onrecord/claims"
	"onrecord/claims/match"
	"onrecord/ui/kit"
	"onrecord/ui/nav"
)

// filterBar is the row of filters above the table. What it stands for is the
// text of a search, so that a filter can be saved, reported on, and understood
// by the search screen.
type filterBar struct {
	row                 *fyne.Container
	words               *kit.SearchField
	class, verdict, due *kit.Select
	changed             *kit.Chip
	values              []string // identifiers of the verdict choice, after "all"
	told                func()
	quiet               bool // the program sets the fields, not the person
}

// dues are the values of the choice of due dates, after "any".
var dues = []string{"overdue", "soon", "none"}

var claimClasses = claims.Classes[:len(claims.Classes)-1]

func newFilterBar(host *nav.Host, told func()) *filterBar {
	f := &filterBar{told: told}
	tell := func(string) { f.tell() }
	f.words = kit.NewSearchField(tell)
	f.words.PlaceHolder = lang.X("claims.filterHint", "Words, speaker:, tag:")
	classes := []string{lang.X("claims.allClasses", "All classes")}
	for _, c := range claimClasses {
		classes = append(classes, nav.Class(c))
	}
	f.class = choice(classes, tell)
	f.verdict = choice([]string{lang.X("claims.allVerdicts", "All verdicts")}, tell)
	f.due = choice([]string{lang.X("claims.anyDue", "Any due date"), lang.X("due.overdue", "Overdue"), lang.X("due.soon", "Due soon"), lang.X("claims.noDue", "No due date")}, tell)
	f.changed = kit.NewFilterChip("", false, func(bool) { f.tell() })
	f.changed.Hide()
	f.row = container.New(kit.NewFlow(), kit.NewWide(34, f.words), kit.NewChoice(f.class), kit.NewChoice(f.verdict), kit.NewChoice(f.due), f.changed)
	return f
}

func choice(options []string, told func(string)) *kit.Select {
	s := kit.NewSelect(options, told)
	s.Selected = options[0]
	return s
}

func (f *filterBar) tell() {
	if !f.quiet {
		f.told()
	}
}

// setScales offers the verdicts that can be given, and none.
func (f *filterBar) setScales(scales []*claims.Scale) {
	names := []string{f.verdict.Options[0], lang.X("claims.noVerdict", "No verdict yet")}
	chosen := f.value(f.verdict, f.values)
	f.values = []string{"none"}
	for _, s := range scales {
		for _, v := range s.Values[1:] {
			if !slices.Contains(f.values, v.ID) {
				f.values = append(f.values, v.ID)
				names = append(names, nav.ScaleWord(v.Label))
			}
		}
	}
	f.verdict.Options = names
	f.quietly(func() { f.verdict.SetSelectedIndex(slices.Index(f.values, chosen) + 1) })
}

// setChanged offers the claims whose article has changed, where there are any.
func (f *filterBar) setChanged(n int) {
	f.changed.Text = lang.XN("claims.changed", "{{.Count}} with a changed article", n, map[string]any{"Count": nav.Number(n)})
	f.changed.Hidden = n == 0
	if n == 0 {
		f.changed.On = false
	}
	f.changed.Refresh()
	f.row.Refresh()
}

func (f *filterBar) quietly(do func()) {
	f.quiet = true
	do()
	f.quiet = false
}

// value is the value behind the chosen option; "" for the first, which is all.
func (f *filterBar) value(s *kit.Select, values []string) string {
	if i := s.SelectedIndex(); i > 0 && i <= len(values) {
		return values[i-1]
	}
	return ""
}

func classValues() []string {
	out := make([]string, len(claimClasses))
	for i, c := range claimClasses {
		out[i] = string(c)
	}
	return out
}

// text is the filter as the search field would understand it; "" for all
// claims.
func (f *filterBar) text() string {
	var parts []string
	for _, c := range []struct {
		field match.Field
		value string
	}{{match.ByClass, f.value(f.class, classValues())}, {match.ByVerdict, f.value(f.verdict, f.values)}, {match.ByDue, f.value(f.due, dues)}} {
		if c.value != "" {
			parts = append(parts, string(c.field)+":"+c.value)
		}
	}
	return strings.Join(append(parts, strings.Fields(f.words.Text)...), " ")
}

// set shows the filter of a text: what the choices have goes there, the rest
// into the field.
func (f *filterBar) set(text string) {
	rest := strings.Fields(text)
	take := func(s *kit.Select, field match.Field, values []string) {
		s.SetSelectedIndex(0)
		for i, part := range rest {
			value, ok := strings.CutPrefix(part, string(field)+":")
			if at := slices.Index(values, value); ok && at >= 0 && at+1 < len(s.Options) {
				s.SetSelectedIndex(at + 1)
				rest = slices.Delete(rest, i, i+1)
				return
			}
		}
	}
	f.quietly(func() {
		take(f.class, match.ByClass, classValues())
		take(f.verdict, match.ByVerdict, f.values)
		take(f.due, match.ByDue, dues)
		rest = slices.DeleteFunc(rest, func(part string) bool { return part == kindFilter })
		if words := strings.Join(rest, " "); words != f.words.Text {
			f.words.SetText(words)
		}
	})
}

func (f *filterBar) clear() {
	f.set("")
	f.changed.On = false
	f.changed.Refresh()
	f.told()
}

// kindFilter is what every filter of claims begins with where it is saved.
const kindFilter = string(match.ByKind) + ":" + string(claims.KindClaim)

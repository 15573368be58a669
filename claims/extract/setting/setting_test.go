package setting

import (
	"slices"
	"strings"
	"testing"

	"onrecord/claims"
	"onrecord/claims/lang"
)

// published is a Wednesday.
var published = claims.On(2024, 5, 15)

// read takes the setting of the one attribution that the marks enclose: the
// source in {}, the cue in <>, the content in [].
func read(marked string) Setting {
	var b strings.Builder
	at := unmark(&b, marked)
	return Of(lang.Parse(b.String()), published, []Attribution{at})[0]
}

// unmark writes a marked text without its marks, and gives the spans that they
// enclose: {source}, <cue>, [content].
func unmark(b *strings.Builder, marked string) Attribution {
	var at Attribution
	var start int
	for _, r := range marked {
		span := claims.Span{Start: start, End: b.Len()}
		switch r {
		case '{', '<', '[':
			start = b.Len()
		case '}':
			at.Source = append(at.Source, span)
		case '>':
			at.Cue = append(at.Cue, span)
		case ']':
			at.Content = append(at.Content, span)
		default:
			b.WriteRune(r)
		}
	}
	return at
}

func TestPolarity(t *testing.T) {
	for _, c := range []struct {
		text string
		want claims.Polarity
	}{
		{"{The mayor} <said> [the pool would open].", claims.Positive},
		{"{The mayor} <denied> [that the pool leaks].", claims.Negative},
		{"{The mayor} <did not say> [whether the pool would open].", claims.Negative},
		{"{The mayor} <has not said> [when the pool will open].", claims.Negative},
		{"{The mayor} <didn't deny> [that the pool leaks].", claims.Positive},
		{"{The mayor} <declined to say> [who had the key].", claims.Negative},
		{"{The mayor} never <promised> [to mend the roof].", claims.Negative},
		{"{The mayor} <said> [the pool would not open].", claims.Positive},
		{"{Not everyone} <agreed> [the pool was safe].", claims.Negative},
		{"{Nobody} <said> [the pool was safe].", claims.Negative},
	} {
		if got := read(c.text).Polarity; got != c.want {
			t.Errorf("%s: got %s, want %s", c.text, got, c.want)
		}
	}
}

func TestHedge(t *testing.T) {
	for text, want := range map[string]string{
		"{The mayor} <said> [the pool might open].":                                    "",
		"{The mayor} reportedly <told> friends [that the pool was lost].":              "reportedly",
		"{The mayor} <is said to have told> friends [that the pool was lost].":         "is said",
		"{The mayor} <said> to friends [that the pool was lost].":                      "",
		"When it closed in May, 2018, {the mayor} <called> [it a loss].":               "",
		"In May {the mayor} <told> friends [that the pool was lost].":                  "",
		"{The mayor} <may have told> friends [that the pool was lost].":                "may",
		"{The mayor}, who allegedly lied before, <said> [that the pool was lost].":     "",
		"[\"The pool is lost,\"] {the mayor} allegedly <wrote> in a note to a friend.": "allegedly",
	} {
		if got := read(text).Hedge; got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}

func TestAddresseeAndOccasion(t *testing.T) {
	for _, c := range []struct{ text, addressee, occasion string }{
		{"{The mayor} <told> reporters [that the pool was lost].", "reporters", ""},
		{"{The mayor} <told> a press conference on Friday [that the pool was lost].", "", "a press conference on Friday"},
		{"[\"It is lost,\"] {the mayor} <said> in an interview with the Quay Gazette.", "", "an interview with the Quay Gazette"},
		{"In a statement, {the mayor} <said> [the pool was lost].", "", "a statement"},
		{"{The mayor} <told> Harbour This Week [that the pool was lost].", "Harbour This Week", ""},
		{"Speaking to the Courier, {the mayor} <said> [the pool was lost].", "the Courier", ""},
		{"In a brief but official statement, {the mayor} <said> [the pool was lost].", "", "a brief but official statement"},
		{"Guards have to report the leak to the council, {the mayor} <said> after a walk.", "", ""},
		{"[\"It is lost,\"] {the mayor} <wrote> to the swimming club.", "the swimming club", ""},
		{"{The mayor} <assured> the council's auditors [that nothing was lost].", "the council's auditors", ""},
		{"[\"It is lost,\"] {the mayor} <said> at a meeting of the harbour board.", "", "a meeting of the harbour board"},
	} {
		got := read(c.text)
		if got.Addressee != c.addressee || got.Occasion != c.occasion {
			t.Errorf("%s: got %q and %q, want %q and %q", c.text, got.Addressee, got.Occasion, c.addressee, c.occasion)
		}
	}
}

func TestSaidOn(t *testing.T) {
	for _, c := range []struct{ text, day, words string }{
		{"{The mayor} <said> [the pool was lost].", "", ""},
		{"[\"It is lost,\"] {the mayor} <said> on Friday.", "2024-05-10", "on Friday"},
		{"On Wednesday {the mayor} <said> [the pool was lost].", "2024-05-15", "On Wednesday"},
		{"In March {the mayor} <said> [the pool would open in June].", "2024-03", "In March"},
		{"In 2019 {the mayor} <promised> [a new roof].", "2019", "In 2019"},
		{"[\"It is lost,\"] {the mayor} <told> a press conference on 3 April 2022.", "2022-04-03", "on 3 April 2022"},
		{"{The mayor} <said> [the pool would open on Friday].", "", ""},
		{"{The mayor}, who was elected in 2016, <said> [the pool was lost].", "", ""},
		{"In a letter dated 9 May, {the mayor} <said> [the pool was lost].", "2024-05-09", "9 May"},
		{"Asked on Monday about the leak, {the mayor} <said> [the pool was lost].", "2024-05-13", "on Monday"},
		{"{The mayor}, who swam on Monday, <said> [the pool was lost].", "", ""},
		{"{The mayor} <asked for> [an audit]; her office expects it in March.", "", ""},
		{"Earlier this week, on Monday, {the mayor} <said> [the pool was lost].", "2024-05-13", "on Monday"},
		{"{Another poll, released on Monday by the Quay Institute,} <showed> [the pool ahead].", "2024-05-13", "on Monday"},
		{"[“Nobody asked us,”] {Dunn} <said> on ABC's “This Week.”", "", ""},
		{"{The mayor} <told> the Sunday Herald [that the pool was lost].", "", ""},
		{"[“It is lost,”] {the mayor} <said> on “Harbour Sunday.”", "", ""},
		{"On Monday, the day before the strike ended, {the driver} <said> [she had nothing left].", "2024-05-13", "On Monday"},
		{"Swimmers return on May 20, and {the mayor} <said> [the pool was safe].", "", ""},
		{"The club sold the boat in 2021, and {it} now <says> [that it needs one].", "", ""},
		{"{The mayor} <called for> [an inquiry into the sale of the pool at a rally in Quay on Monday night].", "2024-05-13", "on Monday night"},
		{"{The mayor} <said> [the pool was lost at a rally in Quay on Monday].", "", ""},
	} {
		got := read(c.text)
		if got.SaidOn.String() != c.day || got.SaidWords != c.words {
			t.Errorf("%s: got %q from %q, want %q from %q", c.text, got.SaidOn, got.SaidWords, c.day, c.words)
		}
	}
}

// TestBefore: what was said before the news on a day that nobody tells must not
// get the day of the news.
func TestBefore(t *testing.T) {
	for text, want := range map[string]bool{
		"{The mayor} <has previously said> [that the pool leaks].":          true,
		"{The mayor} <had warned> [that the pool leaks].":                   true,
		"{The mayor} <had warned> on Monday [that the pool leaks].":         false, // the day is told
		"{The mayor} <said> at the time [that the pool leaks].":             true,
		"{The mayor} <once called> [the pool a puddle].":                    true,
		"{The mayor} <said> once the rain had stopped [that it was empty].": false,
		"{The mayor} <has said> [that the pool had leaked].":                false,
		"{The mayor} <said> [the roof had once been sound].":                false,
	} {
		if got := read(text).Before; got != want {
			t.Errorf("%s: got %t, want %t", text, got, want)
		}
	}
}

// TestPartsInAnyOrder: the parts of a cue need not come in the order of the text.
func TestPartsInAnyOrder(t *testing.T) {
	var b strings.Builder
	at := unmark(&b, "On Monday {the clerk} <was quoted> by the Post <as saying> [that the well was dry].")
	slices.Reverse(at.Cue)
	if got := Of(lang.Parse(b.String()), published, []Attribution{at})[0].SaidOn.String(); got != "2024-05-13" {
		t.Errorf("said on %q", got)
	}
}

// TestDayCarriesOver: a report gives the day once and goes on.
func TestDayCarriesOver(t *testing.T) {
	text := "On Monday Ana Ruiz said the pool was lost. \"We mourn it,\" Ruiz added. Bo Marsh disagreed. Ruiz had once said it would last."
	doc := lang.Parse(text)
	at := func(cue, speaker string) Attribution {
		i := strings.Index(text, cue)
		return Attribution{Cue: []claims.Span{{Start: i, End: i + len(cue)}}, Speaker: speaker}
	}
	got := Of(doc, published, []Attribution{at("said the", "Ana Ruiz"), at("added", "Ana Ruiz"), at("disagreed", "Bo Marsh"), at("said it", "Ana Ruiz")})
	for i, want := range []string{"2024-05-13", "2024-05-13", "", ""} {
		if s := got[i].SaidOn.String(); s != want {
			t.Errorf("statement %d: said on %q, want %q", i, s, want)
		}
	}
	if got[1].SaidWords != "On Monday" {
		t.Errorf("the day came from %q", got[1].SaidWords)
	}
}

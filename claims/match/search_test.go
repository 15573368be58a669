package match

import (
	"context"
	"testing"

	"onrecord/claims"
)

func build(t testing.TB, docs []Doc) *Index {
	t.Helper()
	ix := New()
	if err := ix.Update(context.Background(), docs, nil, 1); err != nil {
		t.Fatal(err)
	}
	return ix
}

func search(t testing.TB, ix *Index, typed string) []Hit {
	t.Helper()
	q := ParseQuery(typed)
	q.Today = claims.On(2026, 11, 22)
	hits, err := ix.Search(context.Background(), q, 10, 0)
	if err != nil {
		t.Fatalf("%q: %v", typed, err)
	}
	return hits
}

// What somebody remembers of a sentence, and the sentence that is meant.
func TestSearchFindsWhatIsHalfRemembered(t *testing.T) {
	ix := build(t, sample(5000))
	for _, c := range []struct{ how, typed, want string }{
		{"as it was said", "plant forty thousand trees along", "s000000"},
		{"one slip", "plant fourty thousand treees along", "s000000"},
		{"two slips in a word", "unemploymemt amnog fishermen", "s000003"},
		{"words left out", "tunnel opens spring not crown of public money lost", "s000001"},
		{"another order", "fishermen records lowest unemployment", "s000003"},
		{"another form", "hospitals waiting list doubles while ministries", "s000008"},
		{"an irregular form", "she goes to the border herself and counts", "s000007"},
		{"beginnings", "cease commi rebel", "s000005"},
		{"beginnings run together", "ceascommireb", "s000005"},
		{"no vowels", "rsrvr hlds wtr", "s000006"},
		{"two words written as one", "ferrydisaster inquiry", "s000009"},
		{"one word written as two", "health care workers gloves", "s000017"},
		{"surname with a slip and two words", "brandwik gift shipyard", "s000004"},
		{"accents left out", "lachtnain inquiry ferry disaster", "s000009"},
		{"a number without its comma", "exports 1250 tonnes", "s000011"},
		{"by ear", "independant enquiry ferry disastre", "s000009"},
		{"in French", "promesse gouvernements écoles", "s000013"},
		{"while it is typed", "the reservoir holds wat", "s000006"},
		{"a run that begins and ends in mid-word", "ospital waiting lists have doub", "s000008"},
		{"a phrase", `"no minister of mine"`, "s000004"},
	} {
		hits := search(t, ix, c.typed)
		if len(hits) == 0 || string(hits[0].ID) != c.want {
			t.Errorf("%s: %q finds %v first, not %s", c.how, c.typed, hits[:min(3, len(hits))], c.want)
		}
	}
}

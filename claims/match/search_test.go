package match

import (
	"context"
	"errors"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

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
		{"beginnings that are words or slips of words themselves", "for tho tree", "s000000"},
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

func TestFiltersAreForgiving(t *testing.T) {
	docs := append(sample(20),
		Doc{Kind: claims.KindClaim, ID: "c1", Text: "The harbour tunnel opens in spring", Class: claims.Promise, Verdict: "in-the-works", Due: claims.Date{Year: 2026, Month: 10}, Tags: []string{"harbour"}},
		Doc{Kind: claims.KindClaim, ID: "c2", Text: "Trees along the canal", Class: claims.Promise, Verdict: "broken", Due: claims.On(2026, 12, 1), Tags: []string{"green city"}},
		Doc{Kind: claims.KindClaim, ID: "c3", Text: "Lorries will cross by night", Date: claims.On(2019, 1, 1)},
		Doc{Kind: claims.KindArticle, ID: "a1", Title: "Tunnel opens late", Text: "Nobody was surprised.", Outlet: "The Tidal Courier", Date: claims.On(2026, 5, 4)},
		Doc{Kind: claims.KindSpeaker, ID: "p1", Text: "Orla Venn", Speakers: []string{"Mayor Venn"}})
	ix := build(t, docs)
	for typed, want := range map[string]string{
		"speaker:ven kind:statment":             "s000002 s000001 s000000",
		"speaker:brandwik":                      "s000005 s000004 s000003",
		"speaker:lachtnain ferry":               "s000009",
		"verdict:works":                         "",
		"verdict:in":                            "c1",
		"verdict:broken,in-the-works":           "c1 c2",
		"verdict:none":                          "c3",
		"class:none lorries":                    "c3",
		"class:promises kind:claims":            "c1 c2",
		"due:overdue":                           "c1",
		"due:soon":                              "c2",
		"due:2026-12":                           "c2",
		"tag:green":                             "c2",
		"outlet:courier":                        "a1",
		"tunnel -kind:article -kind:claim":      "s000001",
		"after:2026 before:june-2026":           "a1",
		"kind:speaker":                          "p1",
		"orla venn kind:speaker,article":        "p1",
		`kind:claim -"harbour tunnel" -lorries`: "c2",
		"speaker:venn trees before:2019":        "",
		"kind:direct speaker:halloran ballot":   "s000016",
	} {
		var got []string
		for _, h := range search(t, ix, typed) {
			got = append(got, string(h.ID))
		}
		if diff := cmp.Diff(want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%s: %s", typed, diff)
		}
	}
}

// A run of letters that was copied out of a statement brings up a statement
// that holds it with the same marks and capital letters, wherever it begins
// and ends.
func TestPastedRunComesFirst(t *testing.T) {
	docs := sample(2000)
	ix := build(t, docs)
	texts := map[claims.ID]string{}
	for _, d := range docs {
		texts[d.ID] = d.Text
	}
	rnd := rand.New(rand.NewPCG(3, 5))
	const tries = 400
	missed := 0
	for range tries {
		text := []rune(docs[rnd.IntN(len(docs))].Text)
		n := min(4+rnd.IntN(120), len(text))
		at := rnd.IntN(len(text) - n + 1)
		run := string(text[at : at+n])
		if hits := search(t, ix, run); len(hits) == 0 || !strings.Contains(texts[hits[0].ID], run) {
			missed++
			t.Logf("missed %q", run)
		}
	}
	if missed > tries/100 {
		t.Errorf("%d of %d runs did not come first", missed, tries)
	}
}

func TestMarksTellStatementsApart(t *testing.T) {
	var docs []Doc
	for id, text := range map[string]string{
		"plain": "They said the mill is closing and we stay", "comma": "They said the mill is closing, and we stay", "capital": "The Mill is closing and we stay",
		"quoted": "They said “the mill” is closing — and we stay", "number": "They said the mill owes 1,250 crowns", "other": "They said the mill owes 1,999 crowns",
		"spaces": "They stood at the  mill", "won": "They won't close the mill", "would": "They wonder about the mill",
	} {
		docs = append(docs, Doc{Kind: claims.KindStatement, ID: claims.ID(id), Text: text})
	}
	ix := build(t, docs)
	for typed, want := range map[string]string{
		"ill is closing, and": "comma", "he mill is closing and w": "plain", "he Mill is closing": "capital",
		"\"the mill\" is clos": "quoted", "closing - and": "quoted", "mill owes 1,25": "number", "owes 1,9": "other", "osing,": "comma", " at the mil": "spaces",
		"y won'": "won", "hey won't clo": "won", "ey wond": "would",
	} {
		if hits := search(t, ix, typed); len(hits) == 0 || string(hits[0].ID) != want {
			t.Errorf("%q finds %v first, not %s", typed, hits[:min(2, len(hits))], want)
		}
	}
}

func TestSearchIsStable(t *testing.T) {
	ix := build(t, sample(3000))
	for _, typed := range []string{"the", "ferry", "kind:statement", "public money"} {
		q := ParseQuery(typed)
		whole, err := ix.Search(context.Background(), q, 30, 0)
		if err != nil {
			t.Fatal(err)
		}
		var parts []Hit
		for at := 0; at < 30; at += 10 {
			some, err := ix.Search(context.Background(), q, 10, at)
			if err != nil {
				t.Fatal(err)
			}
			parts = append(parts, some...)
		}
		if diff := cmp.Diff(keys(whole), keys(parts)); diff != "" {
			t.Errorf("%s: at once (-) and page by page (+): %s", typed, diff)
		}
	}
}

func TestSearchEndsWhenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := build(t, sample(100)).Search(ctx, ParseQuery("ferry"), 10, 0); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

// Whatever is typed or pasted, there is an answer.
func TestSearchTakesAnything(t *testing.T) {
	ix := build(t, sample(500))
	for _, typed := range []string{
		"", " ", "a", "the the the the", strings.Repeat("a", 5000), strings.Repeat("a ", 3000), strings.Repeat("ab\"", 400),
		"\x00\xff", "🦭🦭", "of to in", strings.Repeat("unaccountably ", 200), "-", "\"\"", "'", "x'", "漢字 漢", "1,2,3.4.5",
	} {
		for _, h := range search(t, ix, typed) {
			if h.Score < 0 || h.Score > 1 {
				t.Errorf("%.40q: a score of %v", typed, h.Score)
			}
		}
	}
}

// However much a query asks for, what is there is found.
func TestLongQueriesAreAnswered(t *testing.T) {
	ix := build(t, sample(3000))
	for kind, typed := range map[string]string{
		"one letter":              "a",
		"a letter again":          "s s s s s s s s",
		"letters":                 "a b c d e f g h i j k l m n o p q r s t u v w x y z",
		"words that say little":   strings.Repeat("the of a to ", 40),
		"fifty words":             strings.Repeat("canal reservoir ministry crowns whatever ", 10),
		"fifty slips":             strings.Repeat("cnaal resevoir minstry crwons whatevr ", 10),
		"four hundred characters": (said[0].text + " " + said[3].text + " " + said[4].text + " " + said[8].text + " " + said[13].text)[:400],
		"run together":            "promisedfreebuses everypupil whateverthereservoir",
		"wildcards":               "tr* *anal ??ter for* *",
	} {
		if len(search(t, ix, typed)) == 0 {
			t.Errorf("%s: %.40q finds nothing", kind, typed)
		}
	}
}

func TestExplainAddsUp(t *testing.T) {
	ix := build(t, sample(1000))
	q := ParseQuery("forty thosand trees zzzz")
	q.Explain = true
	hits, err := ix.Search(context.Background(), q, 1, 0)
	if err != nil || len(hits) != 1 {
		t.Fatal(hits, err)
	}
	var how []How
	sum := 0.0
	for _, r := range hits[0].Why {
		how = append(how, r.How)
		sum += r.Given
	}
	if diff := cmp.Diff([]How{Exact, OneSlip, Exact, Missing}, how); diff != "" {
		t.Error(diff)
	}
	if hits[0].Score < sum-0.001 || hits[0].Score > sum+brevity+0.001 {
		t.Errorf("the parts make %.3f, the score is %.3f", sum, hits[0].Score)
	}
}

// What is left out of a memory is rather a word that says little.
func TestWordsThatSayLittleAreLeftOut(t *testing.T) {
	ix := build(t, []Doc{
		{Kind: claims.KindStatement, ID: "content", Text: "The tunnel nobody wanted opens late", Date: claims.On(2026, 2, 2)},
		{Kind: claims.KindStatement, ID: "function", Text: "The tunnel that is opening late", Date: claims.On(2026, 1, 1)},
	})
	if hits := search(t, ix, "tun open late"); len(hits) != 2 || hits[0].ID != "function" {
		t.Error(hits)
	}
}

func TestNearFindsWhatWasSaidBefore(t *testing.T) {
	docs := append(sample(3000), Doc{
		Kind: claims.KindStatement, ID: "again", Speakers: []string{"Orla Venn"},
		Text: "As I said, the tunnel at the harbour will open this spring without one crown of public money.",
	})
	ix := build(t, docs)
	hits, err := ix.Near(context.Background(), docs[1], []Filter{{Field: BySpeaker, Value: "Orla Venn"}}, 3)
	if err != nil || len(hits) == 0 || hits[0].ID != "again" {
		t.Fatal(hits, err)
	}
	if w := hits[0].Why; len(w) == 0 || w[0].Weight < w[len(w)-1].Weight {
		t.Error("the shared words are not told, weightiest first:", w)
	}
	for _, h := range hits {
		if h.ID == docs[1].ID {
			t.Error("the statement itself is no repeat")
		}
	}
}

// A filter holds for runs of letters too, which are looked for past the words,
// and so does a deletion.
func TestACopiedRunIsFoundWithinItsFilters(t *testing.T) {
	words := "The government will not raise the harbour tolls before the summer."
	ix := build(t, append(sample(200), []Doc{
		{Kind: claims.KindStatement, ID: "ana", Text: words, Speakers: []string{"Ana Ruiz"}, Date: claims.On(2026, 3, 1)},
		{Kind: claims.KindStatement, ID: "tom", Text: words, Speakers: []string{"Tom Wendel"}, Date: claims.On(2026, 3, 2)},
	}...))
	finds := func(typed, want string) {
		t.Helper()
		var got []string
		for _, h := range search(t, ix, typed) {
			if h.ID == "ana" || h.ID == "tom" {
				got = append(got, string(h.ID))
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q found %q, want %q", typed, got, want)
		}
	}
	finds("vernment will not raise the harb", "tom ana")
	finds("speaker:ana vernment will not raise the harb", "ana")
	finds("vernment will not raise the harb speaker:tom", "tom")
	finds("before:2026-03-02 vernment will not rai", "ana")
	finds("-speaker:ana vernment will not rai", "tom")

	if err := ix.Update(context.Background(), nil, []claims.Key{{Kind: claims.KindStatement, ID: "tom"}}, 2); err != nil {
		t.Fatal(err)
	}
	finds("vernment will not raise the harb", "ana")
	finds("speaker:tom vernment will not rai", "")
}

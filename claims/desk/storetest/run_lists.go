package storetest

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"onrecord/claims"
	"onrecord/claims/desk"
)

// library fills a store with a small archive that has ties, gaps and partial
// dates in every order.
func library(k *kit) {
	text := "One. Two. Three."
	ruiz, vogt := speaker("s1", "Tomás Ruiz"), speaker("s2", "mara vogt")
	ruiz.Aliases, vogt.Tags = []string{"Ruiz", "TOMAS RUIZ"}, []string{"press"}
	edits := []claims.Edit{claims.Create(ruiz), claims.Create(vogt), claims.Create(speaker("s3", "Ålesund Council"))}
	for i, a := range []struct{ outlet, published string }{{"Courier", "2023-03"}, {"Argus", "2023-03-01"}, {"Courier", "2022"}, {"", ""}} {
		r := article(claims.ID(fmt.Sprint("a", i+1)), text)
		r.Outlet, r.Published, r.Title = a.outlet, day(a.published), []string{"Élan", "zebra", "apple", "Zebra"}[i]
		edits = append(edits, claims.Create(r))
	}
	for i, s := range []struct {
		article, speaker, said string
		at                     int
		class                  claims.Class
		confidence             float64
		review                 claims.Review
		tags                   []string
	}{
		{"a1", "s1", "2023-03-04", 5, claims.Promise, 0.9, "", nil},
		{"a1", "s2", "2023-03", 0, claims.Fact, 0.5, claims.Accepted, []string{"toll", "bridge"}},
		{"a2", "s1", "2023", 0, claims.Promise, 0.7, claims.Unreviewed, []string{"toll"}},
		{"", "", "", 0, "", 0, claims.Rejected, nil},
		{"", "s1", "--03-04", 0, claims.Promise, 0.7, claims.Accepted, nil},
		{"a2", "s1", "2023-03-04", 10, claims.Promise, 0.2, "", []string{"toll", "toll"}},
	} {
		r := note(claims.ID(fmt.Sprint("q", i+1)), "Two.")
		r.Article, r.Speaker, r.SaidOn, r.Class = claims.ID(s.article), claims.ID(s.speaker), day(s.said), s.class
		r.Why, r.Review, r.Tags = claims.Why{Rule: "cue verb", Confidence: s.confidence}, s.review, s.tags
		if s.article != "" {
			r.Content, r.Text = []claims.Span{{Start: s.at, End: s.at + 4}}, text[s.at:s.at+4]
		}
		edits = append(edits, claims.Create(r))
	}
	k.mustChange(claims.Change{What: "Fill", Edits: edits, Blobs: [][]byte{[]byte(text)}})
}

func testPages(t *testing.T, open Opener) {
	k := start(t, open)
	var edits []claims.Edit
	var want []claims.ID
	for i := range 120 {
		s := note(claims.ID(fmt.Sprintf("%03d", i)), "Words.")
		s.SaidOn = day(fmt.Sprintf("2024-01-%02d", 1+i/40))
		edits, want = append(edits, claims.Create(s)), append(want, s.ID)
	}
	k.must("Fill", edits...)
	for _, reverse := range []bool{false, true} {
		for _, index := range []desk.Index{desk.ByID, desk.ByDate, desk.BySpeaker} {
			var got []claims.ID
			q := desk.Query{Kind: claims.KindStatement, Index: index, Reverse: reverse}
			for _, size := range []int{50, 50, 20} {
				page, err := k.List(k.ctx(), q)
				if err != nil || len(page.Records) != size {
					t.Fatalf("by %s: a page of %d, error %v, want %d", index, len(page.Records), err, size)
				}
				for _, r := range page.Records {
					got = append(got, r.Key().ID)
				}
				q.After = page.Next
				if index == desk.ByDate {
					k.Store = k.reopen() // cursors survive
				}
			}
			if q.After != "" {
				t.Errorf("by %s: there is a page after the last", index)
			}
			if !slices.Equal(got, want) {
				t.Errorf("by %s, reverse %v: %v", index, reverse, got)
			}
		}
		slices.Reverse(want)
	}
	_, err := k.List(k.ctx(), desk.Query{Kind: claims.KindStatement, Index: desk.ByDate, After: "no cursor"})
	k.code(claims.CodeInvalid, "a cursor that is none", err)
	page, err := k.List(k.ctx(), desk.Query{Kind: claims.KindStatement, Index: desk.ByID, Limit: 120})
	if err != nil || len(page.Records) != 120 || page.Next != "" {
		t.Errorf("all on one page: %d records, next %q, error %v", len(page.Records), page.Next, err)
	}
}

func testOrders(t *testing.T, open Opener) {
	k := start(t, open)
	library(k)
	statement, article := claims.KindStatement, claims.KindArticle
	for _, c := range []struct {
		kind  claims.Kind
		index desk.Index
		value string
		want  string
	}{
		{statement, desk.ByID, "", "q1 q2 q3 q4 q5 q6"},
		{statement, desk.ByDate, "", "q4 q5 q3 q2 q1 q6"},
		{statement, desk.ByArticle, "a1", "q2 q1"},
		{statement, desk.ByArticle, "", "q2 q1 q3 q6"},
		{statement, desk.ByArticle, "a9", ""},
		{statement, desk.BySpeaker, "s1", "q5 q3 q1 q6"},
		{statement, desk.BySpeaker, "", "q4 q5 q3 q1 q6 q2"},
		{statement, desk.ByClass, "promise", "q5 q3 q1 q6"},
		{statement, desk.ByReview, "unreviewed", "q6 q3 q1"},
		{statement, desk.ByReview, "accepted", "q2 q5"},
		{statement, desk.ByRule, "cue verb/accepted", "q2 q5"},
		{statement, desk.ByTag, "toll", "q3 q2 q6"},
		{statement, desk.ByTag, "", "q2 q3 q2 q6"},
		{article, desk.ByDate, "", "a4 a3 a1 a2"},
		{article, desk.ByTitle, "", "a3 a1 a2 a4"},
		{article, desk.ByTitle, "ZEBRA", "a2 a4"},
		{article, desk.ByOutlet, "Courier", "a3 a1"},
		{article, desk.ByOutlet, "", "a4 a2 a3 a1"},
		{article, desk.ByHash, string(claims.HashOf([]byte("One. Two. Three."))), "a1 a2 a3 a4"},
		{article, desk.ByURL, "", ""},
		{claims.KindSpeaker, desk.ByTitle, "", "s3 s2 s1"},
		{claims.KindSpeaker, desk.ByTag, "press", "s2"},
	} {
		q := desk.Query{Kind: c.kind, Index: c.index, Value: c.value}
		for range 2 {
			got := k.ids(q)
			if fmt.Sprint(got) != "["+c.want+"]" {
				t.Errorf("%s by %s %q, reverse %v: %v, want %s", c.kind, c.index, c.value, q.Reverse, got, c.want)
			}
			if n, err := k.Count(k.ctx(), q); n != len(got) || err != nil {
				t.Errorf("%s by %s %q: counted %d, listed %d, error %v", c.kind, c.index, c.value, n, len(got), err)
			}
			q.Reverse = true
			c.want = reversed(c.want)
		}
	}
}

func reversed(words string) string {
	var out string
	var word string
	for _, r := range words + " " {
		if r == ' ' {
			if out != "" && word != "" {
				word += " "
			}
			out, word = word+out, ""
			continue
		}
		word += string(r)
	}
	return out
}

func testPeriods(t *testing.T, open Opener) {
	k := start(t, open)
	library(k)
	for _, c := range []struct {
		index           desk.Index
		value, from, to string
		want            string
	}{
		{desk.ByDate, "", "2023", "2023", "[q3 q2 q1 q6]"},
		{desk.ByDate, "", "2023-03", "", "[q2 q1 q6]"},
		{desk.ByDate, "", "2023-03-02", "2023-03", "[q1 q6]"},
		{desk.ByDate, "", "", "2023-03-01", "[q3 q2]"},
		{desk.BySpeaker, "s1", "2023-01-01", "2023-01-01", "[q3]"},
		{desk.BySpeaker, "", "2023-03-01", "", "[q1 q6 q2]"},
		{desk.ByClass, "promise", "2024", "", "[]"},
	} {
		q := desk.Query{Kind: claims.KindStatement, Index: c.index, Value: c.value, From: c.from, To: c.to}
		got := k.ids(q)
		if fmt.Sprint(got) != c.want {
			t.Errorf("by %s %q from %q to %q: %v, want %s", c.index, c.value, c.from, c.to, got, c.want)
		}
		if n, err := k.Count(k.ctx(), q); n != len(got) || err != nil {
			t.Errorf("by %s %q from %q to %q: counted %d, error %v", c.index, c.value, c.from, c.to, n, err)
		}
		q.Reverse = true
		back := k.ids(q)
		slices.Reverse(back)
		if !slices.Equal(got, back) {
			t.Errorf("by %s %q from %q to %q: backwards %v", c.index, c.value, c.from, c.to, back)
		}
	}
}

func testResolved(t *testing.T, open Opener) {
	k := start(t, open)
	scale := with(claims.DefaultScales()[0], func(*claims.Scale) {})
	open1, late, kept := claim("c1", "A"), claim("c2", "B"), claim("c3", "C")
	open1.Due, late.Due, kept.Due = day("2025-06"), day("2025-06-15"), day("2024")
	late.LastChecked = noon
	kept.Verdicts = []claims.Verdict{{ID: "v", Value: "kept", Label: "Kept", Reason: "It was", At: noon}}
	open1.Verdicts = []claims.Verdict{{ID: "v", Value: "stalled", Label: "Stalled", Reason: "Slow", At: noon}}
	k.must("Fill", claims.Create(scale), claims.Create(open1), claims.Create(late), claims.Create(kept), claims.Create(claim("c4", "D")))
	check := func(when, due, overdue, checked string) {
		t.Helper()
		for _, c := range []struct {
			q    desk.Query
			want string
		}{
			{desk.Query{Index: desk.ByDue}, due},
			{desk.Query{Index: desk.ByDue, To: "2025-06-29"}, overdue},
			{desk.Query{Index: desk.ByChecked}, checked},
		} {
			c.q.Kind = claims.KindClaim
			if got := k.ids(c.q); fmt.Sprint(got) != c.want {
				t.Errorf("%s, %+v: %v, want %s", when, c.q, got, c.want)
			}
		}
	}
	check("at first", "[c2 c1]", "[c2]", "[c1 c4 c2]")
	if got := k.ids(desk.Query{Kind: claims.KindClaim, Index: desk.ByVerdict, Value: "kept"}); fmt.Sprint(got) != "[c3]" {
		t.Errorf("claims that were kept: %v", got)
	}
	reopened := with(scale, func(s *claims.Scale) {
		s.Values = slices.Clone(s.Values)
		s.Values[3].Final = false
	})
	k.must("Change the scale", claims.Put(scale, reopened))
	check("when kept is not final", "[c3 c2 c1]", "[c3 c2]", "[c1 c3 c4 c2]")
	if _, err := k.Undo(k.ctx(), ""); err != nil {
		t.Fatal(err)
	}
	check("when it is again", "[c2 c1]", "[c2]", "[c1 c4 c2]")
	checked := with(open1, func(c *claims.Claim) { c.LastChecked = noon.Add(-time.Hour) })
	k.must("Check", claims.Put(open1, checked))
	check("after a check", "[c2 c1]", "[c2]", "[c4 c1 c2]")
	if got := k.ids(desk.Query{Kind: claims.KindClaim, Index: desk.ByChecked, To: "2024-05-01"}); fmt.Sprint(got) != "[c1 c2]" {
		t.Errorf("claims last checked by 1 May: %v", got)
	}
}

func testNames(t *testing.T, open Opener) {
	k := start(t, open)
	library(k)
	for name, want := range map[string]string{
		"Tomás Ruiz": "[s1]", "tomas  ruiz": "[s1]", "RUIZ": "[s1]", "Mara Vogt": "[s2]", "ålesund council": "[s3]", "Tomas": "[]",
	} {
		if got := k.ids(desk.Query{Kind: claims.KindSpeaker, Index: desk.ByName, Value: name}); fmt.Sprint(got) != want {
			t.Errorf("speakers by the name %q: %v, want %s", name, got, want)
		}
	}
	if got := k.ids(desk.Query{Kind: claims.KindSpeaker, Index: desk.ByName}); fmt.Sprint(got) != "[s3 s2 s1 s1]" {
		t.Errorf("speakers by all their names: %v", got)
	}
}

func testFacets(t *testing.T, open Opener) {
	k := start(t, open)
	library(k)
	for range 2 {
		for _, c := range []struct {
			kind  claims.Kind
			index desk.Index
			want  map[string]int
		}{
			{claims.KindStatement, desk.BySpeaker, map[string]int{"": 1, "s1": 4, "s2": 1}},
			{claims.KindStatement, desk.ByArticle, map[string]int{"a1": 2, "a2": 2}},
			{claims.KindStatement, desk.ByReview, map[string]int{"unreviewed": 3, "accepted": 2, "rejected": 1}},
			{claims.KindStatement, desk.ByTag, map[string]int{"toll": 3, "bridge": 1}},
			{claims.KindStatement, desk.ByDate, map[string]int{"": 6}},
			{claims.KindArticle, desk.ByOutlet, map[string]int{"": 1, "Argus": 1, "Courier": 2}},
			{claims.KindArticle, desk.ByURL, map[string]int{}},
			{claims.KindArticle, desk.ByTitle, map[string]int{"apple": 1, "elan": 1, "zebra": 2}},
			{claims.KindClaim, desk.ByVerdict, map[string]int{}},
		} {
			got, err := k.Facets(k.ctx(), c.kind, c.index)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("facets of %s by %s:\n%s", c.kind, c.index, diff)
			}
		}
		k.Store = k.reopen()
	}
}

func testWrongQuestions(t *testing.T, open Opener) {
	k := start(t, open)
	for _, q := range []desk.Query{
		{Kind: "rumour", Index: desk.ByID},
		{Kind: claims.KindSpeaker, Index: desk.ByDue},
		{Kind: claims.KindStatement, Index: "colour"},
		{Kind: claims.KindStatement, Index: desk.ByDate, From: "yesterday"},
		{Kind: claims.KindStatement, Index: desk.ByDate, To: "--03-04"},
		{Kind: claims.KindStatement, Index: desk.ByReview, From: "2024"},
		{Kind: claims.KindStatement, Index: desk.ByDate, Value: "2024"},
	} {
		_, err := k.List(k.ctx(), q)
		k.code(claims.CodeInvalid, fmt.Sprintf("list %+v", q), err)
		_, err = k.Count(k.ctx(), q)
		k.code(claims.CodeInvalid, fmt.Sprintf("count %+v", q), err)
	}
	_, err := k.Facets(k.ctx(), claims.KindSpeaker, desk.ByDue)
	k.code(claims.CodeInvalid, "facets of an order that a kind does not have", err)
}

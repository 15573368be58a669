package desk_test

import (
	"context"
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"
	"testing"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/claims/desk/storetest"
	"onrecord/claims/match"
)

// reporter writes sentences of invented towns, things and deeds for archives
// of any size.
type reporter struct{ *rand.Rand }

func (r reporter) one(of []string) string { return of[r.IntN(len(of))] }

// town makes one of about 2,000 names.
func (r reporter) town() string {
	return r.one(firstHalves) + r.one(secondHalves)
}

var (
	firstHalves = strings.Fields(`Kar Lind Ost Brenn Tarn Holm Marl Vest Nor Sund Ash Corv Dal Elm Fal Grim Har Ing Jor Kel Lor Mer Ned Orr Pel
		Quen Ross Skar Tor Ulv Var Wes Yst Zel Amb Birk Cald Dorn Esk Fern`)
	secondHalves = strings.Fields(`by ford stad moor ley wick ham vik haven dale mark borg ness ster gate low mont fell sund bridge holt field ton burg
		minster well wood ridge port stead shaw thorpe rup beck combe hurst lund mere ock um`)
	things = strings.Fields(`bridge clinic school tunnel stadium reservoir tramline library harbour theatre museum airport prison court ferry quarry mine
		reactor windfarm dam nursery hostel warehouse shelter station market square tower archive laboratory orchard marina barracks`)
	deeds = strings.Fields("opened closed reopened repaired demolished extended sold rebuilt flooded inspected painted funded delayed abandoned finished")
	peers = strings.Fields("Aker Brandt Callow Fenn Hain Kowal Lunde Marsh Oro Reyes Ruiz Thole Tully Voss Lenz Cass Blix Sorley Reeve Holm")
)

func (r reporter) sentence() string {
	switch r.IntN(4) {
	case 0:
		return fmt.Sprintf("The %s in %s was %s on Tuesday.", r.one(things), r.town(), r.one(deeds))
	case 1:
		return fmt.Sprintf("%s said that %d people in %s wait for the %s.", r.one(peers), 10+r.IntN(4000), r.town(), r.one(things))
	case 2:
		return fmt.Sprintf("The council of %s wants to know what became of the %s and who %s it.", r.town(), r.one(things), r.one(deeds))
	}
	return fmt.Sprintf("In %s, %d percent of the %s is paid for, %s told reporters.", r.town(), r.IntN(100), r.one(things), r.one(peers))
}

// busyDesk is a desk with open claims and new articles, beside whose records
// the search index holds a large archive.
func busyDesk(b *testing.B, open, fresh, archive int) (*desk.Desk, []claims.ID) {
	b.Helper()
	ctx := context.Background()
	r := reporter{rand.New(rand.NewPCG(1, 2))}
	store, index := &storetest.Memory{}, match.New()
	err := index.Rebuild(ctx, 0, docs(r, archive), func(int) {})
	if err != nil {
		b.Fatal(err)
	}
	d := desk.New(store, index, desk.Options{Who: "Mina"})
	var edits []claims.Edit
	for i := range open {
		edits = append(edits, claims.Create(&claims.Claim{
			ID: claims.ID(fmt.Sprintf("claim-%04d", i)), Class: claims.Promise, MadeOn: claims.On(2024, 1, 1), Due: claims.On(2026, 6, 30),
			Text: fmt.Sprintf("The %s in %s will be %s by the end of June 2026", r.one(things), r.town(), r.one(deeds)),
		}))
	}
	var ids []claims.ID
	change := claims.Change{What: "Fill"}
	for i := range fresh {
		lines := []string{strings.TrimSuffix(r.sentence(), ".")}
		for range 15 {
			lines = append(lines, r.sentence())
		}
		text := strings.Join(lines, "\n\n")
		a := &claims.Article{ID: claims.ID(fmt.Sprintf("article-%04d", i)), Title: lines[0], Published: claims.On(2026, 6, 1), Text: claims.HashOf([]byte(text)), Length: len(text)}
		edits = append(edits, claims.Create(a))
		change.Blobs = append(change.Blobs, []byte(text))
		ids = append(ids, a.ID)
	}
	change.Edits = edits
	if _, err := store.Apply(ctx, change); err != nil {
		b.Fatal(err)
	}
	var put []match.Doc
	for doc, err := range d.Docs(ctx) {
		if err != nil {
			b.Fatal(err)
		}
		put = append(put, doc)
	}
	if err := index.Update(ctx, put, nil, 1); err != nil {
		b.Fatal(err)
	}
	return d, ids
}

func docs(r reporter, n int) iter.Seq2[match.Doc, error] {
	return func(yield func(match.Doc, error) bool) {
		for i := range n {
			doc := match.Doc{Kind: claims.KindStatement, ID: claims.ID(fmt.Sprintf("statement-%06d", i)), Text: r.sentence(), Date: claims.On(2025, 1, 1), Speakers: []string{r.one(peers)}}
			if !yield(doc, nil) {
				return
			}
		}
	}
}

// BenchmarkSuggestOutcomes looks through a batch of 60 new articles for what
// they say of the open claims. Twice the claims should cost less than twice
// the time, and a larger archive next to nothing.
func BenchmarkSuggestOutcomes(b *testing.B) {
	for _, size := range []struct{ open, archive int }{{500, 10_000}, {2000, 10_000}, {2000, 100_000}, {4000, 100_000}} {
		b.Run(fmt.Sprintf("claims=%d/archive=%d", size.open, size.archive), func(b *testing.B) {
			ctx := context.Background()
			d, ids := busyDesk(b, size.open, 60, size.archive)
			b.ResetTimer()
			for range b.N {
				if _, err := d.SuggestOutcomesOf(ctx, ids, 5); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N*len(ids)), "ms/article")
		})
	}
}

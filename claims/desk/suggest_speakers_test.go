package desk_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/claims/desk/storetest"
	"onrecord/claims/match"
)

// BenchmarkSuggestDuplicates looks through the speakers of a large archive, of
// whom many share a surname.
func BenchmarkSuggestDuplicates(b *testing.B) {
	ctx := context.Background()
	r := reporter{rand.New(rand.NewPCG(1, 2))}
	store := &storetest.Memory{}
	d := desk.New(store, match.New(), desk.Options{Who: "Mina"})
	var edits []claims.Edit
	for i := range 1500 {
		edits = append(edits, claims.Create(&claims.Speaker{ID: claims.ID(fmt.Sprintf("council-%04d", i)), Name: "Council of " + r.town(), Type: claims.Organization}))
	}
	for i := range 1500 {
		edits = append(edits, claims.Create(&claims.Speaker{ID: claims.ID(fmt.Sprintf("speaker-%04d", i)), Name: r.one(givenNames) + " " + r.one(firstHalves) + r.one(endings), Type: claims.Person}))
	}
	if _, err := store.Apply(ctx, claims.Change{What: "Fill", Edits: edits}); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := d.SuggestDuplicates(ctx, 50); err != nil {
			b.Fatal(err)
		}
	}
}

var (
	endings    = []string{"sen", "son", "berg", "holm", "stad", "man"}
	givenNames = strings.Fields("Ana Bert Cara Dan Eva Finn Gro Hal Ida Jon Kim Leo Mia Nils Ola Pia Rut Sten Tor Una")
)

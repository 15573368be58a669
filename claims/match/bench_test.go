package match

import (
	"context"
	"fmt"
	"testing"
)

// The kinds of queries whose speed differs.
var typedKinds = []struct{ kind, typed string }{
	{"exact", "forty thousand trees along"},
	{"slips", "fourty thousnd trees alnog"},
	{"shuffled", "canal trees northern winter"},
	{"abbreviated", "cease commi rebel"},
	{"together", "ceascommireb"},
	{"typing", "the res"},
	{"common", "the of a to"},
	{"pasted", "ill plant forty thousand trees along the northern can"},
}

func BenchmarkSearch(b *testing.B) {
	for _, n := range []int{1000, 50_000} {
		ix := build(b, sample(n))
		for _, k := range typedKinds {
			b.Run(fmt.Sprintf("%s/%d", k.kind, n), func(b *testing.B) {
				q := ParseQuery(k.typed)
				b.ReportAllocs()
				for b.Loop() {
					if _, err := ix.Search(context.Background(), q, 10, 0); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

func BenchmarkUpdateOne(b *testing.B) {
	docs := sample(20_000)
	ix := build(b, docs)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if err := ix.Update(context.Background(), docs[i%len(docs):i%len(docs)+1], nil, uint64(i)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRebuild(b *testing.B) {
	docs := sample(20_000)
	b.ReportAllocs()
	for b.Loop() {
		if err := New().Rebuild(context.Background(), 1, each(docs), nil); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkHighlight(b *testing.B) {
	q := ParseQuery("fourty thousnd trees")
	b.ReportAllocs()
	for b.Loop() {
		Highlight(q, said[0].text)
	}
}

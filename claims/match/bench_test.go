package match

import (
	"context"
	"fmt"
	"strings"
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

// The queries that cost most: what nobody types, and what a cat or a program
// does. "No query takes long" is measured on them.
var hardKinds = []struct{ kind, typed string }{
	{"one_letter", "a"},
	{"letters", "s s s s s s s s"},
	{"different_letters", "a b c d e f g h i j k l m n o p q r s t u v w x y z"},
	{"function_words", strings.Repeat("the of a to ", 40)},
	{"fifty_words", strings.Repeat("canal reservoir ministry crowns whatever ", 10)},
	{"fifty_slips", strings.Repeat("cnaal resevoir minstry crwons whatevr ", 10)},
	{"pasted_400", (said[0].text + " " + said[3].text + " " + said[4].text + " " + said[8].text + " " + said[13].text)[:400]},
	{"unknown_letters", strings.Repeat("qzxjvkwpq", 40)},
	{"run_together", "promisedfreebuses everypupil whateverthereservoir"},
	{"wildcards", "tr* *anal ??ter for* *"},
	{"marks", strings.Repeat(`."'-,:;()`, 40)},
	{"filters", "speaker:a outlet:b after:2000 before:2030 -the a"},
}

func BenchmarkHardest(b *testing.B) {
	ix := build(b, sample(50_000))
	for _, k := range hardKinds {
		b.Run(k.kind, func(b *testing.B) {
			q := ParseQuery(k.typed)
			for b.Loop() {
				if _, err := ix.Search(context.Background(), q, 10, 0); err != nil {
					b.Fatal(err)
				}
			}
		})
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

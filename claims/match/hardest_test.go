package match

import (
	"cmp"
	"context"
	"os"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// No query costs much more than the budget, and each has its answer again.
func TestNoQueryCostsMoreThanItsBudget(t *testing.T) {
	const (
		each  = 4
		least = budget / 4 // what a stage can use before it looks how much it has
	)
	ix := build(t, sample(20_000))
	for _, k := range hardQueries {
		h := newHardest(ix, 2)
		for range each {
			typed := k.query(h)
			q := ParseQuery(typed)
			s := &searcher{}
			s.begin(context.Background(), ix.view(), &q, 10)
			if _, err := s.answer(); err != nil {
				t.Fatal(err)
			}
			if over := -s.work.left; over > least {
				t.Errorf("%s: %d units over the budget for %.80q", k.kind, over, typed)
			}
		}
	}
}

// hardestIndex is the index of sample texts, or the one in the file that the
// environment names: that of a large archive.
func hardestIndex(b *testing.B) *Index {
	path := os.Getenv("ONRECORD_SEARCH_INDEX")
	if path == "" {
		return build(b, sample(50_000))
	}
	ix, err := Open(path)
	if err != nil {
		b.Fatal(err)
	}
	return ix
}

// BenchmarkHardest asks queries of each kind and tells the processor time of
// the middle one and of the slowest in milliseconds, and what a unit of work
// of the slowest took: where the costs of tasks are true it is about the same
// for all kinds.
func BenchmarkHardest(b *testing.B) {
	const each = 70 // with 46 kinds more than three thousand
	benchmarkHardest(b, hardestIndex(b), each, 10)
}

// BenchmarkHardestWhereHalfIsGone asks them after every second document was
// deleted, and for many more hits than one page shows.
func BenchmarkHardestWhereHalfIsGone(b *testing.B) {
	const (
		each = 10
		many = 300
	)
	ix := hardestIndex(b)
	v := ix.view()
	p := v.segs[0].clone()
	for doc := uint32(0); int(doc) < p.Docs(); doc += 2 {
		if p.alive(doc) {
			p.kill(doc)
		}
	}
	ix.now.Store(newView(v.seq, v.file, append([]*part{p}, v.segs[1:]...)...))
	benchmarkHardest(b, ix, each, many)
}

// asked is what a query took.
type asked struct {
	typed string
	took  time.Duration
	units int
}

func benchmarkHardest(b *testing.B, ix *Index, each, hits int) {
	for _, k := range hardQueries {
		b.Run(strings.ReplaceAll(k.kind, " ", "_"), func(b *testing.B) {
			var all []asked
			for b.Loop() {
				h := newHardest(ix, 1)
				for range each {
					all = append(all, ask(b, ix, k.query(h), hits))
				}
			}
			slices.SortFunc(all, func(x, y asked) int { return cmp.Compare(x.took, y.took) })
			slowest := all[len(all)-1]
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(all[len(all)/2].took.Seconds()*1000, "p50-ms")
			b.ReportMetric(slowest.took.Seconds()*1000, "max-ms")
			b.ReportMetric(float64(slowest.took.Nanoseconds())/float64(slowest.units), "ns/unit")
			b.Logf("the slowest: %.120q", slowest.typed)
		})
	}
}

// ask takes the best of three tries.
func ask(b *testing.B, ix *Index, typed string, hits int) (best asked) {
	for range 3 {
		began := used(b)
		q := ParseQuery(typed)
		s := searchers.Get().(*searcher)
		s.begin(context.Background(), ix.view(), &q, hits)
		if _, err := s.answer(); err != nil {
			b.Fatal(err)
		}
		took := used(b) - began
		if best.typed == "" || took < best.took {
			best = asked{typed, took, budgetOf(&q) - s.work.left}
		}
		searchers.Put(s)
	}
	return best
}

// used is the processor time that the process has used.
func used(b *testing.B) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

package match

import (
	"math/rand/v2"
	"strings"
	"testing"

	"onrecord/claims/match/words"
)

// ways are the ways in which a run of words is remembered, as changes to it.
var ways = []struct {
	way    string
	least  float64 // recall in the first ten that must be reached
	change func(rnd *rand.Rand, run []string) string
}{
	{"as it was said", 0.99, func(_ *rand.Rand, run []string) string { return strings.Join(run, " ") }},
	{"a letter left out", 0.97, func(rnd *rand.Rand, run []string) string {
		at := rnd.IntN(len(run))
		if w := run[at]; len(w) > 4 {
			i := 1 + rnd.IntN(len(w)-2)
			run[at] = w[:i] + w[i+1:]
		}
		return strings.Join(run, " ")
	}},
	{"a word left out", 0.97, func(rnd *rand.Rand, run []string) string {
		at := rnd.IntN(len(run))
		return strings.Join(append(run[:at:at], run[at+1:]...), " ")
	}},
	{"in another order", 0.97, func(rnd *rand.Rand, run []string) string {
		rnd.Shuffle(len(run), func(i, j int) { run[i], run[j] = run[j], run[i] })
		return strings.Join(run, " ")
	}},
	{"beginnings of words", 0.85, func(_ *rand.Rand, run []string) string {
		for i, w := range run {
			run[i] = w[:min(4, len(w))]
		}
		return strings.Join(run, " ")
	}},
}

// TestRecall prints for every way in which words are remembered how often the
// statement is first and among the first ten.
func TestRecall(t *testing.T) {
	docs := sample(4000)
	ix := build(t, docs)
	const tries = 100
	for _, w := range ways {
		rnd := rand.New(rand.NewPCG(11, 4))
		first, ten := 0, 0
		for range tries {
			d := docs[rnd.IntN(len(docs))]
			run := strings.Fields(words.Fold(d.Text))
			at := rnd.IntN(len(run) - 5)
			for i, h := range search(t, ix, w.change(rnd, run[at:at+5])) {
				if h.ID == d.ID {
					ten++
					if i == 0 {
						first++
					}
				}
			}
		}
		t.Logf("%-20s first %.2f, among ten %.2f", w.way, float64(first)/tries, float64(ten)/tries)
		if float64(ten)/tries < w.least {
			t.Errorf("%s: %.2f among the first ten, not %.2f", w.way, float64(ten)/tries, w.least)
		}
	}
}

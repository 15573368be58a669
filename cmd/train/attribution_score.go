package main

import (
	"fmt"
	"sort"
	"strings"
	"unicode"
)

// rate is precision, recall and their harmonic mean as counts.
type rate struct{ both, predicted, gold int }

func (r rate) String() string {
	p, q := ratio(r.both, r.predicted), ratio(r.both, r.gold)
	f := 0.0
	if p+q > 0 {
		f = 2 * p * q / (p + q)
	}
	return fmt.Sprintf("%.1f (p %.1f r %.1f)", 100*f, 100*p, 100*q)
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// board counts what the scorer of the corpora counts: words by role, contents
// found (half of the words or more in common), exact, and whole with cue and
// source.
type board struct {
	content, source, cue rate
	found, exact, whole  rate
}

func (b *board) String() string {
	return fmt.Sprintf("content %v\nsource  %v\ncue     %v\nfound   %v\nexact   %v\nwhole   %v",
		b.content, b.source, b.cue, b.found, b.exact, b.whole)
}

type wordSet map[int]bool

// wordsIn numbers the words of a text as the scorer does: letters, digits and
// apostrophes between them.
func wordsIn(text string) [][2]int {
	var out [][2]int
	start := -1
	runes := []rune(text)
	in := func(i int) bool {
		return i < len(runes) && (unicode.IsLetter(runes[i]) || unicode.IsDigit(runes[i]) || runes[i] == '_')
	}
	for i := 0; i <= len(runes); i++ {
		word := in(i) || start >= 0 && i < len(runes) && (runes[i] == '\'' || runes[i] == '’') && in(i+1)
		switch {
		case word && start < 0:
			start = i
		case !word && start >= 0:
			out = append(out, [2]int{start, i})
			start = -1
		}
	}
	return out
}

func idsOf(text []rune, words, spans [][2]int, content bool) wordSet {
	out := wordSet{}
	first := -1
	for _, s := range spans {
		from := sort.Search(len(words), func(i int) bool { return words[i][1] > s[0] })
		for i := from; i < len(words) && words[i][0] < s[1]; i++ {
			out[i] = true
			if first < 0 || i < first {
				first = i
			}
		}
	}
	if content && len(out) > 1 && strings.EqualFold(string(text[words[first][0]:words[first][1]]), "that") {
		delete(out, first)
	}
	return out
}

func common(a, b wordSet) int {
	n := 0
	for k := range a {
		if b[k] {
			n++
		}
	}
	return n
}

// scored is an attribution as sets of words. One that a careful reader might
// leave out is loose: neither it nor what is found for it counts.
type scored struct {
	content, cue, source wordSet
	loose                bool
}

func scoredOf(text string, all []marks) []scored {
	runes, words := []rune(text), wordsIn(text)
	var out []scored
	for _, m := range all {
		s := scored{idsOf(runes, words, m.Content, true), idsOf(runes, words, m.Cue, false), idsOf(runes, words, m.Source, false), m.Borderline}
		if len(s.content) > 0 {
			out = append(out, s)
		}
	}
	return out
}

// add scores one article; the spans of pred count code points.
func (b *board) add(text string, gold, pred []marks) {
	g, p := scoredOf(text, gold), scoredOf(text, pred)
	b.content.tally(g, p, func(s scored) wordSet { return s.content })
	b.source.tally(g, p, func(s scored) wordSet { return s.source })
	b.cue.tally(g, p, func(s scored) wordSet { return s.cue })
	loose := 0
	for _, s := range g {
		if s.loose {
			loose++
		}
	}
	ignored := 0
	usedP, usedG := map[int]bool{}, map[int]bool{}
	for _, m := range overlaps(p, g) {
		if usedP[m.i] || usedG[m.j] {
			continue
		}
		usedP[m.i], usedG[m.j] = true, true
		if m.share < 0.5 {
			continue
		}
		if g[m.j].loose {
			ignored++
			continue
		}
		b.found.both++
		if m.share == 1 {
			b.exact.both++
		}
		x, y := p[m.i], g[m.j]
		if common(x.cue, y.cue) > 0 && (common(x.source, y.source) > 0 || len(x.source)+len(y.source) == 0) {
			b.whole.both++
		}
	}
	for _, r := range []*rate{&b.found, &b.exact, &b.whole} {
		r.gold += len(g) - loose
		r.predicted += len(p) - ignored
	}
}

// tally counts the words of one role over an article.
func (r *rate) tally(gold, pred []scored, role func(scored) wordSet) {
	union := func(items []scored) wordSet {
		all := wordSet{}
		for _, it := range items {
			for k := range role(it) {
				all[k] = true
			}
		}
		return all
	}
	g, p := union(gold), union(pred)
	r.both += common(g, p)
	r.gold += len(g)
	r.predicted += len(p)
}

// overlap is a pair of contents with the share of words that they have in common.
type overlap struct {
	i, j  int
	share float64
}

// overlaps lists the pairs that have words in common, the closest first.
func overlaps(pred, gold []scored) []overlap {
	var out []overlap
	for i := range pred {
		for j := range gold {
			if n := common(pred[i].content, gold[j].content); n > 0 {
				out = append(out, overlap{i, j, float64(n) / float64(len(pred[i].content)+len(gold[j].content)-n)})
			}
		}
	}
	sort.SliceStable(out, func(x, y int) bool { return out[x].share > out[y].share })
	return out
}

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
	quotedFound          rate
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

// add scores one article; the spans of pred count code points.
func (b *board) add(text string, gold, pred []marks) {
	runes, words := []rune(text), wordsIn(text)
	type item struct{ content, cue, source wordSet }
	read := func(ms []marks) (out []item) {
		for _, m := range ms {
			it := item{idsOf(runes, words, m.Content, true), idsOf(runes, words, m.Cue, false), idsOf(runes, words, m.Source, false)}
			if len(it.content) > 0 {
				out = append(out, it)
			}
		}
		return out
	}
	g, p := read(gold), read(pred)
	tally := func(r *rate, role func(item) wordSet) {
		union := func(items []item) wordSet {
			all := wordSet{}
			for _, it := range items {
				for k := range role(it) {
					all[k] = true
				}
			}
			return all
		}
		gu, pu := union(g), union(p)
		r.both += common(gu, pu)
		r.gold += len(gu)
		r.predicted += len(pu)
	}
	tally(&b.content, func(i item) wordSet { return i.content })
	tally(&b.source, func(i item) wordSet { return i.source })
	tally(&b.cue, func(i item) wordSet { return i.cue })
	for _, r := range []*rate{&b.found, &b.exact, &b.whole} {
		r.gold += len(g)
		r.predicted += len(p)
	}
	type match struct {
		i, j int
		o    float64
	}
	var ms []match
	for i := range p {
		for j := range g {
			if n := common(p[i].content, g[j].content); n > 0 {
				ms = append(ms, match{i, j, float64(n) / float64(len(p[i].content)+len(g[j].content)-n)})
			}
		}
	}
	sort.SliceStable(ms, func(x, y int) bool { return ms[x].o > ms[y].o })
	usedP, usedG := map[int]bool{}, map[int]bool{}
	for _, m := range ms {
		if usedP[m.i] || usedG[m.j] {
			continue
		}
		usedP[m.i], usedG[m.j] = true, true
		if m.o < 0.5 {
			continue
		}
		b.found.both++
		if m.o == 1 {
			b.exact.both++
		}
		pi, gj := p[m.i], g[m.j]
		if common(pi.cue, gj.cue) > 0 && (common(pi.source, gj.source) > 0 || len(pi.source)+len(gj.source) == 0) {
			b.whole.both++
		}
	}
}

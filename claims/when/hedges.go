package when

import "strings"

// hedges are words before a time that leave it as it is ("until at least
// March"), by the first of them.
var hedges = makeHedges(`at least, at most, at the earliest, at the latest, no later than, no earlier than, no more than,
	not more than, more than, less than, fewer than, as little as, as few as, as early as, as late as, as soon as,
	well into, up to, about, around, approximately, roughly, nearly, almost, just, under, only, well, perhaps, possibly, some time`)

func makeHedges(list string) map[string][][]string {
	out := map[string][][]string{}
	for entry := range strings.SplitSeq(list, ",") {
		words := strings.Fields(entry)
		out[words[0]] = append(out[words[0]], words)
	}
	return out
}

// hedged steps over such words at i, two of them at most: "in just under a week".
func (p *parser) hedged(i int) int {
	for range 2 {
		next := p.hedge(i)
		if next == i {
			break
		}
		i = next
	}
	return i
}

func (p *parser) hedge(i int) int {
	for _, words := range hedges[p.lower(i)] {
		at := i
		for at < i+len(words) && p.lower(at) == words[at-i] {
			at++
		}
		if at == i+len(words) {
			return at
		}
	}
	return i
}

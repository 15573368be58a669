package attribution

// candidate is an attribution before it is judged.
type candidate struct {
	Found
	signs []uint32
}

// nearby is how many candidates on either side one is compared with.
const nearby = 8

// conflicts adds to the signs of a candidate how it gets along with others:
// whether another cue claims the same words, holds it or is held by it.
func conflicts(b *bag, all []candidate, i int) []uint32 {
	me := &all[i]
	b.reset(seedJudge + 1)
	var same, outer, inner, across, shared uint32
	for k := max(0, i-nearby); k < min(len(all), i+nearby+1); k++ {
		if k == i {
			continue
		}
		it := &all[k]
		rank := rankOf(it.Cued, me.Cued)
		both, mine, its := common(me.Content, it.Content)
		switch {
		case both == 0:
			if within(me.Content, it.Head) {
				inner = max(inner, rank)
			}
		case 2*both >= mine+its-both:
			same = max(same, rank)
		case within(it.Content, me.Head) && both == mine:
			outer = max(outer, rank)
		case within(me.Content, it.Head) && both == its:
			inner = max(inner, rank)
		case both == mine || both == its:
			shared = max(shared, rank)
		default:
			across = max(across, rank)
		}
	}
	form := uint32(0)
	if len(me.Content) == 2 {
		form = 1
	}
	b.two(1, same, form)
	b.one(2, outer)
	b.one(3, inner)
	b.one(4, across)
	b.one(5, shared)
	b.two(6, same, level(me.Cued))
	b.two(7, shared, level(me.Cued))
	b.two(8, across, level(me.Cued))
	b.three(9, same, outer, inner)
	return append(me.signs, b.idx...)
}

// rankOf tells how a candidate of one probability stands to one of another.
func rankOf(its, mine float64) uint32 {
	switch d := odds(its) - odds(mine); {
	case d < -2:
		return 1
	case d < 0:
		return 2
	case d < 2:
		return 3
	}
	return 4
}

// common counts the tokens that two contents share, and those of each.
func common(a, b []Stretch) (both, sizeA, sizeB int) {
	for _, x := range a {
		sizeA += x.Last - x.First + 1
		for _, y := range b {
			both += max(0, min(x.Last, y.Last)-max(x.First, y.First)+1)
		}
	}
	for _, y := range b {
		sizeB += y.Last - y.First + 1
	}
	return both, sizeA, sizeB
}

// shareSources gives participles that go on after somebody's words, ", adding
// that", the source of those words where theirs was looked for inside them. The
// cue of those words is one by itself more likely than not.
func (s *Scene) shareSources(all []candidate, o *outlook) {
	for i := range all {
		me := &all[i]
		if !me.HasSource || s.Doc.Tokens[me.Head].Tag != "VBG" {
			continue
		}
		for k := i - 1; k >= max(0, i-nearby); k-- {
			it := &all[k]
			if it.HasSource && o.odds[it.Head] > 0 && it.Head < me.Source.First && within(it.Content, me.Source.First) && !within(it.Content, me.Head) &&
				s.Doc.Tokens[it.Head].Sent == s.Doc.Tokens[me.Head].Sent {
				me.Source = it.Source
			}
		}
	}
}

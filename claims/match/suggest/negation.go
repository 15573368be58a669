package suggest

// negators turn what they stand before into its contrary.
var negators = set(`not no never none nobody nothing neither cannot without n't
	isn't aren't wasn't weren't don't doesn't didn't won't wouldn't can't couldn't hasn't haven't hadn't
	deny denies denied refuse refuses refused fail fails failed nowhere`)

// denies reports whether a sentence says that something is not so: it has an
// odd number of words that negate. "Without" negates a circumstance only.
func denies(s sentence) bool {
	n := 0
	for i := range s {
		if negators[s[i].folded] && s[i].folded != "without" {
			n++
		}
	}
	return n%2 == 1
}

// negated reports whether a word before the one at i, in its clause, negates
// it.
func (s sentence) negated(i int) bool {
	const reach = 5
	not := false
	for k := i - 1; k >= max(i-reach, 0) && !s[k+1].breaks; k-- {
		if negators[s[k].folded] {
			not = !not
		}
	}
	return not
}

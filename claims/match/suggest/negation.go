package suggest

// negators turn what they stand before into its contrary.
var negators = set(`not no never none nobody nothing neither cannot without n't
	isn't aren't wasn't weren't don't doesn't didn't won't wouldn't can't couldn't hasn't haven't hadn't
	deny denies denied refuse refuses refused fail fails failed nowhere objection objections object objects`)

// denies reports whether a sentence says that something is not so: it has an
// odd number of words that negate. "Without" negates a circumstance only, and
// "no doubt" nothing; to rule something out is to say that it will not be.
func denies(s sentence) bool {
	n := 0
	for i := range s {
		next := ""
		if i+1 < len(s) {
			next = s[i+1].folded
		}
		switch w := s[i].folded; {
		case w == "without", w == "no" && next == "doubt":
		case negators[w], s[i].stem == "rule" && next == "out", s[i].stem == "exclud":
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

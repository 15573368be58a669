package attribution

// members is how many times each model is learned.
const members = 4

// committee learns a model several times, each time with other features left
// out and the examples in another order, and gives the mean of the weights. The
// scores are linear in the weights, so that this is the mean of the scores of
// all members (Breiman 1996, "Bagging predictors") at the cost of one.
func committee(set Settings, fit func(Settings) *table) *table {
	const apart = 1000 // of the seeds, which the streams of lots go out from
	first := fit(set)
	for range members - 1 {
		set.Seed += apart
		next := fit(set)
		for i, w := range next.learned {
			first.learned[i] += w
		}
	}
	for i := range first.learned {
		first.learned[i] /= members
	}
	return first
}

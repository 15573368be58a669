package cases

// Ranking sums up ranked lists of proposals against what a person would
// accept.
type Ranking struct {
	Queries  int // lists for which there is something to find
	Proposed int // among the first ten of each list
	Accepted int // of those
	Idle     int // lists with proposals where there is nothing to find

	first                           int
	atThree, reached, atAll, recall float64 // sums over the queries
}

// Note takes in one list: for each proposal, the best first, whether it
// belongs, and how many there are to find.
func (r *Ranking) Note(belongs []bool, toFind int) {
	belongs = belongs[:min(10, len(belongs))]
	r.Proposed += len(belongs)
	r.Accepted += count(belongs)
	if toFind == 0 {
		if len(belongs) > 0 {
			r.Idle++
		}
		return
	}
	r.Queries++
	if len(belongs) > 0 && belongs[0] {
		r.first++
	}
	top := belongs[:min(3, len(belongs))]
	r.atThree += float64(count(top)) / float64(max(len(top), min(3, toFind)))
	r.reached += float64(count(top)) / float64(min(3, toFind))
	r.atAll += float64(count(belongs[:min(toFind, len(belongs))])) / float64(min(toFind, 10))
	r.recall += float64(count(belongs)) / float64(min(toFind, 10))
}

func count(all []bool) int {
	n := 0
	for _, b := range all {
		if b {
			n++
		}
	}
	return n
}

// PrecisionAtOne is the share of lists whose first proposal belongs.
func (r *Ranking) PrecisionAtOne() float64 { return float64(r.first) / float64(r.Queries) }

// PrecisionAtThree is the share of the first three proposals that belong. A
// list that ends before is counted by its length, but by as many as there are
// to find, up to three.
func (r *Ranking) PrecisionAtThree() float64 { return r.atThree / float64(r.Queries) }

// ReachedAtThree is how many of the first three proposals belong, as a share of
// as many as can: of a list with two to find, two.
func (r *Ranking) ReachedAtThree() float64 { return r.reached / float64(r.Queries) }

// PrecisionAtAll is the share of as many proposals as there are to find that
// belong: what is listed after them does not count.
func (r *Ranking) PrecisionAtAll() float64 { return r.atAll / float64(r.Queries) }

// RecallAtTen is the share of what there is to find among the first ten.
func (r *Ranking) RecallAtTen() float64 { return r.recall / float64(r.Queries) }

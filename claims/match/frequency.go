package match

import (
	"onrecord/claims/match/segment"
)

// Frequency gives in how many documents a folded word stands, in their text or
// title, and how many documents there are: what its rarity is computed from.
func (ix *Index) Frequency(word string) (holding, all int) {
	v := ix.view()
	for _, p := range v.segs {
		most := 0
		p.Exact(word, func(w uint32) {
			if f := p.Field(w); f == segment.Body || f == segment.Title {
				most = max(most, p.Freq(w)) // one word of two fields is two words of the segment
			}
		})
		holding += most
	}
	return holding, v.docs
}

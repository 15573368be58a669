package speakers

import (
	"onrecord/claims"
	"onrecord/claims/lang"
)

// Resolve names the speaker of each attribution. The result has one entry for
// each of attrs, in their order. It never fails: where nothing can be said, the
// entry has an empty name and says so in its doubt.
func Resolve(doc *lang.Document, in Input, attrs []Attribution) []Resolution {
	out := make([]Resolution, len(attrs))
	for i, a := range attrs {
		if len(a.Source) == 0 {
			out[i].Doubt = "The text names nobody for these words."
			continue
		}
		out[i] = Resolution{Name: claims.Quote(doc.Text, a.Source), Type: claims.Unnamed, Confidence: 0.3}
	}
	return out
}

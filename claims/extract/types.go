package extract

import (
	"onrecord/claims"
	"onrecord/claims/extract/speakers"
)

// Input is an article as it is handed to the extraction.
type Input struct {
	Text, Title string
	Published   claims.Date // may be partial or unknown
	Language    string      // BCP 47; English is what the models have learned
	Known       []speakers.Known
}

// Found is a statement before it is stored: without identifiers, with who
// speaks as a name, and the statement that tells it as an index.
type Found struct {
	claims.Statement
	Who   speakers.Resolution
	Outer int // index of the telling statement in the result, -1 where there is none
}

package storage

import (
	"onrecord/claims"
)

// code is a word of the domain as a number. A word keeps its number for ever;
// new words are added at the end.
type code uint8

var (
	quotingCodes  = []claims.Quoting{"", claims.Direct, claims.Indirect, claims.Mixed}
	polarityCodes = []claims.Polarity{"", claims.Positive, claims.Negative}
	reviewCodes   = []claims.Review{"", claims.Unreviewed, claims.Accepted, claims.Edited, claims.Rejected}
	classCodes    = []claims.Class{"", claims.Promise, claims.Prediction, claims.Statistic, claims.Fact, claims.Denial, claims.Accusation, claims.Position, claims.Other}
	checkCodes    = []claims.Checkability{"", claims.CheckableNow, claims.CheckableLater, claims.NotCheckable}
	speakerCodes  = []claims.SpeakerType{"", claims.Person, claims.Organization, claims.Group, claims.Document, claims.Unnamed}
	relationCodes = []claims.Relation{"", claims.Supports, claims.Contradicts, claims.Context}
	replyCodes    = []claims.ReplyState{"", claims.ReplyAsked, claims.ReplyGiven, claims.ReplyDeclined}
	kindCodes     = []claims.Kind{"", claims.KindArticle, claims.KindStatement, claims.KindSpeaker, claims.KindClaim, claims.KindOutcome, claims.KindScale, claims.KindSearch}
)

// words turns words into codes and back, and remembers the first that has no
// counterpart, so that a record is packed without an error check a field.
type words struct{ err error }

func toCode[T ~string](w *words, codes []T, word T) code {
	for i, c := range codes {
		if c == word {
			return code(i) //nolint:gosec // a handful of words
		}
	}
	if w.err == nil {
		w.err = claims.Invalid("word", claims.Say("error.cannotBeStored", "%q cannot be stored", word))
	}
	return 0
}

func toWord[T ~string](w *words, codes []T, c code) T {
	if int(c) < len(codes) {
		return codes[c]
	}
	if w.err == nil {
		w.err = claims.Say("damage.wordNumberNot", "the word number %d is not known", c)
	}
	return ""
}

// check remembers the first error of unpacking.
func (w *words) check(err error) {
	if w.err == nil {
		w.err = err
	}
}

// keep passes a value on and remembers the first error.
func keep[T any](w *words, v T, err error) T {
	w.check(err)
	return v
}

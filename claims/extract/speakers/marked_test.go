package speakers

import (
	"testing"

	"onrecord/claims/internal/corpora"
)

// TestMarkedNews measures the choice of the speaker on the news articles whose
// statements are marked. What is wrong in the learned ones is shown; the kept
// ones are only counted, so that their figure stays honest.
func TestMarkedNews(t *testing.T) {
	const learnedFloor, keptFloor = 93, 87
	news := corpora.News(t)
	measureStatements(t, corpora.Decode[goldDoc](t, news.Learned), rightNews).report(t, "learned", learnedFloor)
	kept := measureStatements(t, corpora.Decode[goldDoc](t, news.Kept), rightNews)
	kept.wrong = nil
	kept.report(t, "kept", keptFloor)
}

// TestPolitics does so on the marked US political news, where the name of a person
// or a body is given.
func TestPolitics(t *testing.T) {
	const learnedFloor, keptFloor = 90, 88
	news := corpora.Politics(t)
	measureStatements(t, corpora.Decode[goldDoc](t, news.Learned), rightNews).report(t, "learned", learnedFloor)
	kept := measureStatements(t, corpora.Decode[goldDoc](t, news.Kept), rightNews)
	kept.wrong = nil
	kept.report(t, "kept", keptFloor)
}

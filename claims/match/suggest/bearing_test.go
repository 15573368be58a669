package suggest_test

import (
	"strings"
	"testing"

	"onrecord/claims"
	"onrecord/claims/match/suggest"
)

var roof = suggest.Claim{Text: "The theatre in Ashgrove will have a copper roof by 2024", Class: claims.Promise, Speaker: []string{"Tamsin Oro"}, MadeOn: claims.On(2022, 3, 1)}

// A long article has words of everything somewhere: only those that stand near
// each other, or at its beginning, speak for it.
func TestWordsFarApartDoNotMakeAnArticleBear(t *testing.T) {
	filler := strings.Repeat("Nothing else was said about that for a while. ", 20)
	near := filler + "The theatre got its roof. It is made of copper. Ashgrove is proud of it. " + filler
	far := filler + "They met at the theatre. " + filler + "Rain fell on the roof. " + filler + "The price of copper fell. " + filler + "Ashgrove has a fair. " + filler
	score := func(text string) float64 {
		return suggest.NewSubject(roof, suggest.NewTexts(text)).Weigh(suggest.NewArticle("A day in March", text, claims.On(2024, 5, 1))).Score
	}
	if n, f := score(near), score(far); n < 3*f {
		t.Errorf("the words together weigh %.3f, far apart %.3f", n, f)
	}
}

// A committee is not every committee, and a surname behind another first name
// is somebody else's.
func TestTheSpeakerIsNamedByMoreThanACommonWord(t *testing.T) {
	score := func(speaker, text string) float64 {
		c := roof
		c.Speaker = []string{speaker}
		return suggest.NewSubject(c, suggest.NewTexts(text)).Weigh(suggest.NewArticle("", text, claims.On(2024, 5, 1))).Score
	}
	const theatre = "The theatre got a roof of tin. "
	for _, c := range []struct{ speaker, named, other string }{
		{"Tamsin Oro", "Oro was there.", "Lena Oro was there."},
		{"the organising committee of the Brisa Games", "The organising committee of the Games was there.", "The budget committee was there."},
	} {
		if n, o := score(c.speaker, theatre+c.named), score(c.speaker, theatre+c.other); n <= o {
			t.Errorf("%s: %q weighs %.3f, %q %.3f", c.speaker, c.named, n, c.other, o)
		}
	}
}

// What is counted elsewhere is no answer: three dead in one town are not fewer
// than the twelve of another.
func TestCountsAreComparedOnlyWhereANameIsShared(t *testing.T) {
	c := suggest.Claim{Text: "The attack in Brenholm killed twelve people", Class: claims.Statistic, Speaker: []string{"Ola Renn"}, MadeOn: claims.On(2022, 3, 1)}
	for text, want := range map[string]claims.Relation{
		"The attack killed three people in Torvik.":   claims.Context,
		"The attack killed three people in Brenholm.": claims.Contradicts,
	} {
		if got, why := suggest.NewSubject(c, suggest.NewTexts(text)).Relation(suggest.NewArticle("", text, claims.On(2023, 5, 1))); got != want {
			t.Errorf("%q: want %s, got %s (%s)", text, want, got, why)
		}
	}
}

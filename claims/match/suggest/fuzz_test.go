package suggest_test

import (
	"slices"
	"testing"

	"onrecord/claims"
	"onrecord/claims/match/suggest"
)

// FuzzBears compares any two texts: whatever they hold, a score is between 0
// and 1, and the sentence that is shown lies in the article.
func FuzzBears(f *testing.F) {
	f.Add("The Marrow Tunnel will open by the end of 2025", "Marrow Tunnel opens\n\nThe tunnel was opened on Friday, 12 days early.")
	f.Add("No coolant has left our site", "“Nothing — nothing! — left,” it said. 5,000 litres?")
	f.Add("", "")
	f.Add("Nobody will close 120 of the 130 schools", "Of the 130 schools, 12 did not, he had hoped, not one of the 130th, close before 2027")
	f.Add("Öl 3 %", "ß\xff\x00 3 percent of Öl")
	f.Fuzz(func(t *testing.T, claim, text string) {
		counter := suggest.NewTexts(claim, text)
		s := suggest.NewSubject(suggest.Claim{Text: claim, MadeOn: claims.On(2025, 1, 1)}, counter)
		article := suggest.NewArticle("", text, claims.On(2025, 6, 1))
		b := s.Bears(article)
		if b.Score < 0 || b.Score > 1 {
			t.Errorf("a score of %v", b.Score)
		}
		if b.Score > 0 && (b.Span.Start < 0 || b.Span.End > len(text) || b.Span.Empty()) {
			t.Errorf("the sentence is %v", b.Span)
		}
		if b.Score >= suggest.Least && b.Relation == "" {
			t.Errorf("a score of %v and no relation", b.Score)
		}
		if relation, _ := s.Relation(article); !slices.Contains(claims.Relations, relation) {
			t.Errorf("the relation is %q", relation)
		}
		suggest.Workings(claim, text)
		if r := s.Repeats(suggest.NewSubject(suggest.Claim{Text: text}, counter)); r.Score < 0 || r.Score > 1 {
			t.Errorf("a repeat of %v", r.Score)
		}
		if d := suggest.SameSpeaker(suggest.NewNames(&claims.Speaker{Name: claim}), suggest.NewNames(&claims.Speaker{Name: text})); d.Score < 0 || d.Score > 1 {
			t.Errorf("two names of %v", d.Score)
		}
		suggest.NewNames(&claims.Speaker{Name: text}).Keys()
	})
}

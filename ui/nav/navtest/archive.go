package navtest

import (
	"context"

	"onrecord/claims"
	"onrecord/claims/desk"
)

// Article puts a text into the archive and returns the article.
func (w *Window) Article(title, url string, published claims.Date, text string) *claims.Article {
	w.Helper()
	ctx := context.Background()
	a := claims.Article{Title: title, URL: url, Outlet: "Karlsund Daily", Published: published, Language: "en", Text: claims.HashOf([]byte(text)), Length: len(text)}
	stored, err := w.Desk.Store(ctx, desk.Prepared{Article: a, Text: text, Status: desk.StatusNew})
	w.must(err)
	kept, err := w.Desk.Article(ctx, stored.Article)
	w.must(err)
	return kept
}

// Says makes a statement of words that the article has once.
func (w *Window) Says(a *claims.Article, words, speaker string) *claims.Statement {
	w.Helper()
	ctx := context.Background()
	spans, err := w.Desk.PointsSpan(ctx, a.ID, words, -1, -1)
	w.must(err)
	s, err := w.Desk.AddStatement(ctx, claims.Statement{Article: a.ID, Content: spans, SaidOn: a.Published}, speaker)
	w.must(err)
	return s
}

// Claim makes a claim by a speaker, who is made where nobody has the name.
// What is left empty of a claim is filled in: a promise of 4 March 2025.
func (w *Window) Claim(speaker string, c claims.Claim) *claims.Claim {
	w.Helper()
	ctx := context.Background()
	c.Speaker = w.Speaker(speaker).ID
	if c.Class == "" {
		c.Class = claims.Promise
	}
	if c.MadeOn.IsZero() {
		c.MadeOn = claims.On(2025, 3, 4)
	}
	made, err := w.Desk.MakeClaim(ctx, c)
	w.must(err)
	return made
}

// Promise makes a promise with a resolution test.
func (w *Window) Promise(speaker, text string, due claims.Date) *claims.Claim {
	w.Helper()
	return w.Claim(speaker, claims.Claim{Text: text, Due: due, Tests: []claims.Test{{Text: "Kept if it is so on the day."}}})
}

// Speaker finds or makes a person.
func (w *Window) Speaker(name string) *claims.Speaker {
	w.Helper()
	ctx := context.Background()
	s, err := w.Desk.FindSpeaker(ctx, name)
	if claims.CodeOf(err) == claims.CodeNotFound {
		s, err = w.Desk.AddSpeaker(ctx, claims.Speaker{Name: name, Type: claims.Person})
	}
	w.must(err)
	return s
}

// Verdict gives a verdict.
func (w *Window) Verdict(c *claims.Claim, value, reason string) {
	w.Helper()
	w.must(w.Desk.GiveVerdict(context.Background(), c.ID, value, reason))
}

// Reread is the claim as it is in the archive now.
func (w *Window) Reread(c *claims.Claim) *claims.Claim {
	w.Helper()
	now, err := w.Desk.Claim(context.Background(), c.ID)
	w.must(err)
	return now
}

func (w *Window) must(err error) {
	w.Helper()
	if err != nil {
		w.Fatal(err)
	}
}

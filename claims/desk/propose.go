package desk

import (
	"context"

	"onrecord/claims"
	"onrecord/claims/assess"
)

// ProposeClaim drafts the claim that a statement makes: its words without
// quotation marks or reporting verb, class, checkability, due date with the
// words it was read from, responsible actor, topics and a resolution test. A
// person corrects the draft and stores it with MakeClaim.
func (d *Desk) ProposeClaim(ctx context.Context, statement claims.ID) (claims.Claim, error) {
	s, err := d.Statement(ctx, statement)
	if err != nil {
		return claims.Claim{}, err
	}
	in := assess.Input{Text: s.Text, Cue: s.CueText, Kind: s.Kind, Polarity: s.Polarity, SaidOn: s.SaidOn, Source: s.Mention}
	if s.Speaker != "" {
		who, err := d.Speaker(ctx, s.Speaker)
		if err != nil {
			return claims.Claim{}, err
		}
		in.Speaker, in.Type = who.Name, who.Type
	}
	r := assess.Assess(in)
	if s.Class != "" { // what a person corrected wins over a second guess
		r.Class = s.Class
	}
	if !s.Due.IsZero() {
		r.Due, r.DueWords = s.Due, s.DueWords
	}
	if r.Class == claims.Other {
		r.Class = claims.Fact // a claim is of a class that can be judged
	}
	c := claims.Claim{
		Text: assess.Proposition(in), Class: r.Class, Checkability: r.Checkability, Due: r.Due, DueWords: r.DueWords, MadeOn: s.SaidOn,
		Speaker: s.Speaker, Actor: r.Actor, Topics: r.Topics, Appearances: []claims.ID{s.ID},
	}
	ProposeTest(&c)
	return c, nil
}

// ProposeTest drafts the resolution test of a claim that nobody has judged, by
// its words, class and due date as they are now; where its class has none, the
// claim is left without.
func ProposeTest(c *claims.Claim) {
	c.Tests = nil
	if test := assess.ResolutionTest(c.Text, assess.Result{Class: c.Class, Due: c.Due, DueWords: c.DueWords}); test != "" {
		c.Tests = []claims.Test{{Text: test}}
	}
}

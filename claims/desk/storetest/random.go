package storetest

import (
	"context"
	"iter"

	"pgregory.net/rapid"

	"onrecord/claims"
	"onrecord/claims/desk"
)

type takeBack func(desk.Store, context.Context, string) (claims.Change, error)

var indexes = []desk.Index{
	desk.ByID, desk.ByDate, desk.ByTitle, desk.ByArticle, desk.ByHash, desk.ByURL, desk.ByOutlet, desk.BySpeaker, desk.ByClass,
	desk.ByReview, desk.ByRule, desk.ByTag, desk.ByDue, desk.ByVerdict, desk.ByChecked, desk.ByStatement, desk.ByClaim, desk.ByName,
}

func collect(rt *rapid.T, all iter.Seq2[claims.Record, error]) (out []claims.Record) {
	for r, err := range all {
		if err != nil {
			rt.Fatal(err)
		}
		out = append(out, r)
	}
	return out
}

var (
	someDates = rapid.Map(rapid.SampledFrom([]string{"", "2023", "2023-03", "2023-03-01", "2023-03-04", "2022-12-31", "--03", "--03-04"}), day)
	someNames = rapid.SampledFrom([]string{"Tomás Ruiz", "tomas ruiz", "Vogt", "Å\x01\x00b", "z"})
	someTags  = rapid.SliceOfN(rapid.SampledFrom([]string{"toll", "bridge", "toll\x00", ""}), 0, 3)
	noID      = rapid.Just(claims.ID(""))
	someRef   = rapid.OneOf(noID, noID, someIDs)
	someRefs  = rapid.SliceOfN(someIDs, 0, 2)
)

// firstRecords is what a random sequence begins with, so that references often
// lead somewhere.
func firstRecords() claims.Change {
	c := claims.Change{At: noon, What: "Begin", Blobs: [][]byte{[]byte(someTexts[0]), []byte(someTexts[1])}}
	for _, id := range []claims.ID{"01HQ3V5E8N0000000000000001", "a"} {
		for _, r := range []claims.Record{
			article(id, someTexts[0]), speaker(id, "Vogt"), note(id, "One."), claim(id, "It will"), outcome(id, "It did"),
		} {
			c.Edits = append(c.Edits, claims.Create(r))
		}
	}
	return c
}

// record draws a record of any kind, now and then one that breaks a rule.
func record(rt *rapid.T) claims.Record {
	id := someIDs.Draw(rt, "id")
	switch rapid.SampledFrom(claims.Kinds).Draw(rt, "kind of record") {
	case claims.KindArticle:
		return randomArticle(rt, id)
	case claims.KindStatement:
		return randomStatement(rt, id)
	case claims.KindSpeaker:
		s := speaker(id, someNames.Draw(rt, "name"))
		s.Aliases, s.Tags, s.Distinct = tags(rt), tags(rt), refs(rt, "distinct")
		return s
	case claims.KindClaim:
		return randomClaim(rt, id)
	case claims.KindOutcome:
		return randomOutcome(rt, id)
	case claims.KindScale:
		s := with(claims.DefaultScales()[0], func(s *claims.Scale) { s.ID = id })
		s.Values[3].Final = rapid.Bool().Draw(rt, "kept is final")
		s.Classes = []claims.Class{rapid.SampledFrom(claims.Classes[:2]).Draw(rt, "class of scale")}
		return s
	case claims.KindSearch:
		return &claims.Search{ID: id, Name: rapid.SampledFrom([]string{"", "mine"}).Draw(rt, "search"), Query: "tag:toll"}
	}
	panic("a kind without random records")
}

// tags draws a list that is nil where it is empty, as records come back.
func tags(rt *rapid.T) []string {
	if t := someTags.Draw(rt, "tags"); len(t) > 0 {
		return t
	}
	return nil
}

func refs(rt *rapid.T, what string) []claims.ID {
	if r := someRefs.Draw(rt, what); len(r) > 0 {
		return r
	}
	return nil
}

func randomArticle(rt *rapid.T, id claims.ID) *claims.Article {
	a := article(id, rapid.SampledFrom(someTexts).Draw(rt, "text"))
	a.Title, a.Published, a.Tags = someNames.Draw(rt, "title"), someDates.Draw(rt, "published"), tags(rt)
	a.Outlet = rapid.SampledFrom([]string{"", "Courier"}).Draw(rt, "outlet")
	a.URL = rapid.SampledFrom([]string{"", "https://elm.example/1"}).Draw(rt, "url")
	a.Previous = someRef.Draw(rt, "previous")
	return a
}

func randomStatement(rt *rapid.T, id claims.ID) *claims.Statement {
	s := note(id, "One.")
	s.Article, s.Speaker, s.Outer = someRef.Draw(rt, "article"), someRef.Draw(rt, "speaker"), someRef.Draw(rt, "outer")
	if s.Article != "" {
		s.Content = []claims.Span{{Start: 0, End: 4}}
		if rapid.Bool().Draw(rt, "second sentence") {
			s.Content, s.Text = []claims.Span{{Start: 5, End: 9}}, "Two."
		}
	}
	s.SaidOn, s.Tags = someDates.Draw(rt, "said on"), tags(rt)
	s.Class = rapid.SampledFrom([]claims.Class{"", claims.Promise, claims.Fact}).Draw(rt, "class")
	s.Review = rapid.SampledFrom([]claims.Review{"", claims.Unreviewed, claims.Accepted}).Draw(rt, "review")
	s.Why = claims.Why{Rule: rapid.SampledFrom([]string{"", "cue verb"}).Draw(rt, "rule"), Confidence: rapid.Float64Range(0, 1).Draw(rt, "confidence")}
	return s
}

func randomClaim(rt *rapid.T, id claims.ID) *claims.Claim {
	c := claim(id, someNames.Draw(rt, "words"))
	c.Class = rapid.SampledFrom([]claims.Class{claims.Promise, claims.Prediction}).Draw(rt, "class")
	c.Due, c.MadeOn, c.Tags = someDates.Draw(rt, "due"), someDates.Draw(rt, "made on"), tags(rt)
	c.Speaker, c.Appearances, c.Refused = someRef.Draw(rt, "speaker"), refs(rt, "appearances"), refs(rt, "refused")
	if rapid.Bool().Draw(rt, "checked") {
		c.LastChecked = noon
	}
	if v := rapid.SampledFrom([]string{"", "kept", "stalled"}).Draw(rt, "verdict"); v != "" {
		c.Verdicts = []claims.Verdict{{ID: "v", Value: v, Label: v, Reason: "so", Outcomes: refs(rt, "rests on"), At: noon}}
	}
	return c
}

func randomOutcome(rt *rapid.T, id claims.ID) *claims.Outcome {
	o := outcome(id, "It happened")
	o.Date, o.Tags = someDates.Draw(rt, "date"), tags(rt)
	if ref := someRef.Draw(rt, "linked claim"); ref != "" {
		o.Links = []claims.Link{{Claim: ref, Relation: claims.Supports}}
	}
	if ref := someRef.Draw(rt, "quoted statement"); ref != "" {
		o.Evidence = append(o.Evidence, claims.Evidence{Statement: ref})
	}
	if rapid.Bool().Draw(rt, "with a file") {
		o.Evidence = append(o.Evidence, claims.Evidence{File: claims.HashOf([]byte(someTexts[0])), FileName: "a.txt"})
	}
	return o
}

package report

import (
	"strings"
	"testing"
	"time"

	"onrecord/claims"
)

// The newsroom of these tests, its people and its town are invented.

const ferryText = "Vessel Point will have its night ferry back, the harbour senator says.\n\n" +
	"“We will run the night ferry again by the end of 2025,” Mira Solheim told reporters on Tuesday. The crew has been hired.\n\n" +
	"She denied that the fare would rise. Öström’s union called the plan “brave, but late”."

const inquiryText = "The night ferry made its first crossing on 3 February 2026, five weeks late."

// statementOf finds words in a text, so that spans are what they must be.
func statementOf(t testing.TB, id claims.ID, text, words string, kind claims.Quoting, src *Source) Statement {
	t.Helper()
	at := strings.Index(text, words)
	if at < 0 {
		t.Fatalf("%q is not in the text", words)
	}
	span := claims.Span{Start: at, End: at + len(words)}
	s := &claims.Statement{ID: id, Article: src.ID, Kind: kind, Content: []claims.Span{span}, Text: words, Speaker: "SP1", Review: claims.Accepted, SaidOn: claims.On(2025, 3, 4)}
	src.Statements = append(src.Statements, s)
	return Statement{Statement: s, Speaker: "Mira Solheim", Source: src, Points: []claims.Span{claims.NewRunes(text).Points(span)}}
}

// ferryModel is a report on one kept promise and one open statistic.
func ferryModel(t testing.TB) *Model {
	t.Helper()
	made := time.Date(2026, 5, 1, 9, 30, 0, 0, time.UTC)
	pledge := &Source{Number: 1, Article: &claims.Article{
		ID: "A1", Title: "Night ferry to return", Byline: "By Jonas Vik and Ada van der Laan", Outlet: "Point Gazette",
		URL: "https://gazette.example/ferry?a=1&b=2", Published: claims.On(2025, 3, 5), Language: "en", Text: claims.HashOf([]byte(ferryText)), Length: len(ferryText), Read: made.AddDate(0, -2, 0), Format: "html",
	}}
	sailed := &Source{Number: 2, Article: &claims.Article{
		ID: "A2", Title: "First crossing", Outlet: "Harbour Radio", Published: claims.Date{Year: 2026, Month: 2},
		Text: claims.HashOf([]byte(inquiryText)), Length: len(inquiryText), Read: made.AddDate(0, -1, 0), Format: "txt",
	}}
	scale := claims.DefaultScales()[0]
	late, _ := scale.Find("compromise")
	said := statementOf(t, "S1", ferryText, "“We will run the night ferry again by the end of 2025,”", claims.Direct, pledge)
	said.Before, said.After = "", "Mira Solheim told reporters on Tuesday."
	said.Occasion = "a briefing on Tuesday"
	denied := statementOf(t, "S2", ferryText, "the fare would rise", claims.Indirect, pledge)
	denied.Polarity, denied.Review = claims.Negative, claims.Unreviewed
	denied.Before, denied.After = "She denied that", "."
	promise := Claim{
		Claim: &claims.Claim{
			ID: "C1", Text: "The night ferry runs again by the end of 2025", Class: claims.Promise, MadeOn: claims.On(2025, 3, 4), Due: claims.On(2025, 12, 31), DueWords: "by the end of 2025",
			Speaker: "SP1", Actor: "Harbour senate", Topics: []string{"ferry", "transport"}, Tests: []claims.Test{{Text: "Kept if a scheduled night crossing takes place in 2025.", At: made.AddDate(-1, 0, 0)}},
			LastChecked: made.AddDate(0, 0, -2), Appearances: []claims.ID{"S1"},
			Verdicts: []claims.Verdict{{ID: "V1", Value: "stalled", Label: "Stalled", Reason: "No crew by autumn", At: made.AddDate(0, -7, 0), Who: "jv"}, {ID: "V2", Value: "compromise", Label: "Compromise", Reason: "It sails, five weeks late.", At: made.AddDate(0, -2, 0), Who: "jv"}},
			Replies:  []claims.Reply{{State: claims.ReplyAsked, To: "Office of the senator", Text: "Why the delay?", At: made.AddDate(0, -3, 0), Until: claims.On(2026, 2, 10)}},
		},
		Speaker: "Mira Solheim", SpeakerType: claims.Person, Scale: scale, Value: late, Appearances: []Statement{said},
		Outcomes: []Outcome{{
			Outcome: &claims.Outcome{ID: "O1", Date: claims.On(2026, 2, 3), Summary: "The ferry sails at night again"}, Relation: claims.Supports, Note: "Five weeks after the date",
			Evidence: []Evidence{
				{Evidence: claims.Evidence{Article: "A2", Span: claims.Span{Start: 0, End: 15}, Quote: "The night ferry"}, Source: sailed},
				{Evidence: claims.Evidence{URL: "https://port.example/log", Retrieved: made.AddDate(0, 0, -1)}},
				{Evidence: claims.Evidence{File: claims.HashOf([]byte("log")), FileName: "../../etc/crossing log.pdf", Note: "the harbour's own log"}},
			},
		}},
		Events: []Event{
			{Date: claims.On(2025, 3, 4), Kind: Said, Label: said.Text, ID: "S1"},
			{Date: claims.On(2025, 10, 1), Kind: Judged, Label: "Stalled", Colour: "#c9820a"},
			{Date: claims.On(2025, 12, 31), Kind: DueOn, Label: "by the end of 2025"},
			{Date: claims.On(2026, 2, 3), Kind: Happened, Label: "The ferry sails at night again", ID: "O1"},
			{Date: claims.On(2026, 3, 1), Kind: Judged, Label: "Compromise", Colour: "#8467c7"},
		},
	}
	open := Claim{
		Claim:   &claims.Claim{ID: "C2", Text: "Fares have not risen since 2019", Class: claims.Statistic, Speaker: "SP1", Due: claims.Date{Year: 2026, Month: 9}},
		Speaker: "Mira Solheim", SpeakerType: claims.Person, Scale: claims.DefaultScales()[2], Value: claims.DefaultScales()[2].Open(),
	}
	m := &Model{
		Title: "The night ferry", Scope: "Search: ferry", Made: made, Author: "Jonas Vik", Claims: []Claim{promise, open}, Statements: []Statement{denied}, Sources: []*Source{pledge, sailed},
		Speakers: []Speaker{{
			Speaker: &claims.Speaker{ID: "SP1", Name: "Mira Solheim", Type: claims.Person, Roles: []claims.Role{{Title: "Senator for the harbour", From: claims.Date{Year: 2024}}}},
			Cards:   []claims.Scorecard{claims.Score([]*claims.Claim{promise.Claim, open.Claim}, claims.DefaultScales(), "", claims.On(2026, 5, 1))},
		}},
		Notes:   []string{"Two hits were left out."},
		Texts:   map[claims.Hash]string{pledge.Text: ferryText, sailed.Text: inquiryText},
		Files:   map[claims.Hash][]byte{claims.HashOf([]byte("log")): []byte("log")},
		Options: Options{Context: true},
	}
	return m
}

// hostileModel is a report in which everything a person can type is an attack.
func hostileModel(t testing.TB) *Model {
	t.Helper()
	m := ferryModel(t)
	const evil = "=cmd()|</style></script><script>alert(1)</script>\"'><img src=x onerror=alert(2)>](javascript:alert(3))\r\nTITLE:x\x00\x1b{\\x}"
	m.Title, m.Scope, m.Author, m.Notes = evil, evil, evil, []string{evil}
	c := &m.Claims[0]
	c.Text, c.Actor, c.DueWords, c.Topics, c.Value.Label, c.Value.Colour = evil, evil, evil, []string{evil}, evil, "red;}</style><script>"
	c.ID, c.Class, c.Speaker = `"><script>`, claims.Class(evil), evil
	c.Verdicts[0].Label, c.Verdicts[1].Reason, c.Replies[0].Text = evil, evil, evil
	for i := range c.Events {
		c.Events[i].Label, c.Events[i].Colour, c.Events[i].ID = evil, evil, claims.ID(evil)
	}
	c.Outcomes[0].Summary, c.Outcomes[0].Evidence[1].URL = evil, "javascript:alert(4)"
	s := &c.Appearances[0]
	s.Before, s.After, s.Occasion, s.Speaker = evil, evil, evil, evil
	for _, src := range m.Sources {
		src.Title, src.Outlet, src.Byline, src.URL = evil, evil, evil, "javascript:alert(5)"
	}
	return m
}

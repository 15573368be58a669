package report

import (
	"fmt"
	"io"
	"testing"
	"time"

	"onrecord/claims"
)

// bigModel is an archive of n claims, each said twice, with an outcome and a
// verdict, cited from n/4 articles.
func bigModel(n int) *Model {
	m := &Model{Title: "Everything", Scope: "The whole archive", Made: time.Date(2026, 5, 1, 9, 0, 0, 0, time.UTC), Texts: map[claims.Hash]string{}}
	scale := claims.DefaultScales()[0]
	for i := range max(n/4, 1) {
		text := fmt.Sprintf("Article %d. The harbour senate will build quay number %d before the winter, the senator said.", i, i)
		a := &claims.Article{ID: claims.ID(fmt.Sprintf("A%d", i)), Title: fmt.Sprintf("Quay %d", i), Outlet: "Point Gazette", Published: claims.On(2025, 3, 1+i%28), Text: claims.HashOf([]byte(text)), Length: len(text)}
		m.Texts[a.Text] = text
		m.Sources = append(m.Sources, &Source{Article: a, Number: i + 1})
	}
	for i := range n {
		src := m.Sources[i/4]
		span := claims.Span{Start: 10, End: 40}
		said := make([]Statement, 2)
		for j := range said {
			s := &claims.Statement{ID: claims.ID(fmt.Sprintf("S%d-%d", i, j)), Article: src.ID, Kind: claims.Indirect, Content: []claims.Span{span}, Text: span.In(m.Texts[src.Text]), SaidOn: claims.On(2025, 3, 1+i%28), Review: claims.Accepted}
			src.Statements = append(src.Statements, s)
			said[j] = Statement{Statement: s, Speaker: "Mira Solheim", Source: src, Points: []claims.Span{span}}
		}
		made := claims.On(2025, 3, 1+i%28)
		m.Claims = append(m.Claims, Claim{
			Claim: &claims.Claim{
				ID: claims.ID(fmt.Sprintf("C%d", i)), Text: fmt.Sprintf("Quay number %d is built before the winter", i), Class: claims.Promise, MadeOn: made, Due: claims.On(2025, 12, 21), DueWords: "before the winter",
				Verdicts: []claims.Verdict{{Value: "kept", Label: "Kept", Reason: "It stands.", At: m.Made}},
			},
			Speaker: "Mira Solheim", Scale: scale, Value: scale.Values[3], Appearances: said,
			Outcomes: []Outcome{{Outcome: &claims.Outcome{ID: claims.ID(fmt.Sprintf("O%d", i)), Date: claims.On(2025, 12, 1), Summary: "The quay opens"}, Relation: claims.Supports}},
			Events:   []Event{{Date: made, Kind: Said, Label: "said"}, {Date: claims.On(2025, 12, 1), Kind: Happened, Label: "opens"}, {Date: claims.On(2025, 12, 21), Kind: DueOn}},
		})
	}
	return m
}

func BenchmarkTenThousandClaims(b *testing.B) {
	m := bigModel(10_000)
	for _, f := range Formats() {
		b.Run(string(f), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := Write(io.Discard, m, f); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

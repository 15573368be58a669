package desk_test

import (
	"context"
	"testing"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/claims/desk/storetest"
	"onrecord/claims/match"
)

// Words told within words of somebody else keep both names.
func TestAReportNamesWhoTellsWordsOfOthers(t *testing.T) {
	ctx := context.Background()
	d := desk.New(&storetest.Memory{}, match.New(), desk.Options{Who: "Mina"})
	r := store(t, d, "Harbour talks", "https://daily.example/talks", "Mira Solheim said Olav Berg had told her that “the money is there”.")
	outer := say(t, d, r, "Olav Berg had told her that “the money is there”", "Mira Solheim")
	spans, err := d.PointsSpan(ctx, r.Article.ID, "“the money is there”", -1, -1)
	if err != nil {
		t.Fatal(err)
	}
	inner, err := d.AddStatement(ctx, claims.Statement{Article: r.Article.ID, Content: spans, Outer: outer.ID}, "Olav Berg")
	if err != nil {
		t.Fatal(err)
	}
	m, err := d.Report(ctx, desk.Scope{}, desk.ReportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for i := range m.Statements {
		want, ours := map[claims.ID]string{inner.ID: "Mira Solheim", outer.ID: ""}[m.Statements[i].ID]
		if got := m.Statements[i].Teller; ours && got != want {
			t.Errorf("%q is told by %q, want %q", m.Statements[i].Text, got, want)
		}
	}
	open, err := d.Open(ctx, r.Article.ID)
	if err != nil {
		t.Fatal(err)
	}
	if got := open.Teller(inner); got != "Mira Solheim" {
		t.Errorf("a copied quotation is told by %q", got)
	}
}

func TestAPeriodIsNamedAsShortlyAsItIs(t *testing.T) {
	d := desk.New(&storetest.Memory{}, match.New(), desk.Options{})
	year, next := claims.Date{Year: 2025}, claims.Date{Year: 2026}
	for want, scope := range map[string]desk.Scope{
		"Period: 2025": {From: year, To: year}, "Period: 2025 – 2026": {From: year, To: next}, "Since: 2025": {From: year}, "Until: 2026": {To: next},
	} {
		m, err := d.Report(context.Background(), scope, desk.ReportOptions{})
		if err != nil || m.Title != want {
			t.Errorf("the title is %q (%v), want %q", m.Title, err, want)
		}
	}
}

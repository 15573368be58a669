package desk_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"onrecord/claims"
)

const quarry = `Council votes on quarry

The quarry at Tarn Hill “will close for good,” council leader Per Holm said on Monday, “by the end of 2027.”

Holm added that nobody would lose a job.
`

func TestChangedArticlesFlagTheirClaims(t *testing.T) {
	ctx := context.Background()
	now := today
	d := deskAt(t, &now)
	const url = "https://daily.example/quarry"
	r := store(t, d, "Quarry", url, quarry)
	spans := func(words ...string) (out []claims.Span) {
		for _, w := range words {
			at := strings.Index(quarry, w)
			out = append(out, claims.Span{Start: at, End: at + len(w)})
		}
		return out
	}
	claimOf := func(text string, content []claims.Span) *claims.Claim {
		t.Helper()
		s, err := d.AddStatement(ctx, claims.Statement{Article: r.Article.ID, Content: content, SaidOn: claims.On(2026, 5, 4)}, "Per Holm")
		if err != nil {
			t.Fatal(err)
		}
		c, err := d.MakeClaim(ctx, claims.Claim{Text: text, Class: claims.Promise, MadeOn: s.SaidOn, Speaker: s.Speaker, Appearances: []claims.ID{s.ID}})
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	closes := claimOf("The quarry closes by the end of 2027", spans("“will close for good,”", "“by the end of 2027.”"))
	jobs := claimOf("Nobody loses a job", spans("nobody would lose a job"))
	flagged := func() map[claims.ID]bool {
		t.Helper()
		all, err := d.FlaggedClaims(ctx)
		if err != nil {
			t.Fatal(err)
		}
		out := map[claims.ID]bool{}
		for _, f := range all {
			out[f.Claim.ID] = true
		}
		return out
	}

	now = now.Add(time.Hour)
	store(t, d, "Quarry", url, strings.Replace(quarry, "said on Monday,", "told the\ncouncil,", 1))
	if got := flagged(); len(got) != 0 {
		t.Errorf("every word of the statements is still there, and %d claims are flagged", len(got))
	}
	now = now.Add(time.Hour)
	store(t, d, "Quarry", url, strings.Replace(strings.Replace(quarry, "2027", "2028", 1), "nobody would lose a job", "the town would help", 1))
	if got := flagged(); len(got) != 2 {
		t.Fatalf("want both claims flagged, got %d", len(got))
	}
	n, ok, err := d.Notice(ctx, claims.Date{})
	if err != nil || !ok || n.Flagged != 2 {
		t.Errorf("the notice does not tell of them: %+v, %v, %v", n, ok, err)
	}

	now = now.Add(time.Hour)
	if err := d.MarkChecked(ctx, jobs.ID); err != nil {
		t.Fatal(err)
	}
	if got := flagged(); len(got) != 1 || !got[closes.ID] {
		t.Errorf("want the claim that nobody has looked at, got %v", got)
	}
	if all, err := d.Flags(ctx, jobs.ID); err != nil || len(all) != 1 || !all[0].Seen() {
		t.Errorf("the claim itself shows that it was looked at: %+v, %v", all, err)
	}
}

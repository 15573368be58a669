package desk_test

import (
	"context"
	"strings"
	"testing"

	"onrecord/claims"
)

func TestUnknownIdentifiersAreOfferedTheNearest(t *testing.T) {
	ctx := context.Background()
	d := newDesk(t)
	pier := promised(t, d, "The pier is repaired", claims.Date{})
	promised(t, d, "The tram runs", claims.Date{})
	for asked, words := range map[string]string{
		"a beginning":     string(pier.ID[:len(pier.ID)-4]),
		"an end":          string(pier.ID[len(pier.ID)-6:]),
		"one letter less": string(pier.ID[:20] + pier.ID[21:]),
		"small letters":   strings.ToLower(string(pier.ID)),
	} {
		got, err := d.Nearest(ctx, claims.Key{Kind: claims.KindClaim, ID: claims.ID(words)}, 1)
		if err != nil || len(got) != 1 || got[0].Key.ID != pier.ID || got[0].Words != "The pier is repaired" {
			t.Errorf("%s of the pier's identifier: %+v, %v", asked, got, err)
		}
	}
	if got, err := d.Nearest(ctx, claims.Key{Kind: claims.KindClaim, ID: "something"}, 3); err != nil || len(got) != 0 {
		t.Errorf("an identifier like no other: %+v, %v", got, err)
	}
	if got, err := d.Nearest(ctx, claims.Key{Kind: claims.KindArticle, ID: pier.ID}, 3); err != nil || len(got) != 1 || got[0].Key.Kind != claims.KindClaim {
		t.Errorf("a claim that was taken for an article: %+v, %v", got, err)
	}
}

func TestUnknownNamesAreOfferedTheNearest(t *testing.T) {
	ctx := context.Background()
	d := newDesk(t)
	for _, name := range []string{"Ana Ruiz", "Ana Ruiz's office", "Anders Ruud", "Per Holm"} {
		if _, err := d.AddSpeaker(ctx, claims.Speaker{Name: name}); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := d.FindSpeaker(ctx, "Ana Ruis"); err == nil || !strings.Contains(err.Error(), "Did you mean Ana Ruiz, Ana Ruiz's office?") {
		t.Errorf("a slip in a name: %v", err)
	}
	if _, err := d.FindSpeaker(ctx, "Zdenka"); err == nil || strings.Contains(err.Error(), "mean") {
		t.Errorf("a name like no other: %v", err)
	}
}

package kit

import (
	"context"
	"strings"
	"testing"
)

func TestAFilterTypedOnFindsWhatOneTypedAtOnceFinds(t *testing.T) {
	rows := []pledge{{speaker: "Ana Brandt"}, {speaker: "Milo Korda"}, {speaker: "Mira Sand"}, {speaker: "Ana Sand"}, {speaker: "Ånn Sandra"}}
	ask := func(s Source[pledge], q Query) string {
		got, total, err := s.Page(context.Background(), q, 0, 10)
		if err != nil || total != len(got) {
			t.Fatalf("%d of %d rows, %v", len(got), total, err)
		}
		var names []string
		for _, p := range got {
			names = append(names, p.speaker)
		}
		return strings.Join(names, ", ")
	}
	kept := SliceSource(rows, pledgeColumns)
	for _, q := range []Query{
		{},
		{Filter: "s"},
		{Filter: "sa"},
		{Filter: "sand"},
		{Filter: "sand "},
		{Filter: "sand an"},
		{Filter: "sand ana"},
		{Filter: "sa"},
		{Filter: "ANA"},
		{Filter: "ana", Sort: "speaker"},
		{Filter: "ana", Sort: "speaker", Descending: true},
		{Filter: "an", Sort: "speaker", Descending: true},
		{Sort: "speaker"},
		{Filter: "nobody"},
		{},
	} {
		if got, want := ask(kept, q), ask(SliceSource(rows, pledgeColumns), q); got != want {
			t.Errorf("%+v finds %q, asked afresh %q", q, got, want)
		}
	}
	if got := ask(kept, Query{Filter: "sand", Sort: "speaker", Descending: true}); got != "Ånn Sandra, Mira Sand, Ana Sand" && got != "Mira Sand, Ånn Sandra, Ana Sand" {
		t.Errorf("in descending order: %q", got)
	}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, _, err := kept.Page(ctx, Query{Filter: "m"}, 0, 10); err == nil {
		t.Error("a query that nobody waits for is answered")
	}
	if got := ask(kept, Query{Filter: "mi"}); got != "Milo Korda, Mira Sand" {
		t.Errorf("after a query that was given up: %q", got)
	}
}

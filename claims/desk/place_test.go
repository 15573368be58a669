package desk_test

import (
	"context"
	"strings"
	"testing"

	"onrecord/claims"
)

func TestWordsAreFoundAsTheyAreTyped(t *testing.T) {
	ctx := context.Background()
	d := newDesk(t)
	r := store(t, d, "Quarry", "", "Quarry\n\nThe council’s  leader said: “It closes\nfor good – by 2027.”\n\nIt closes, he said again.\n")
	for typed, want := range map[string]string{
		`The council's leader said: "It`: "The council’s  leader said: “It",
		"closes for good - by 2027.":     "closes\nfor good – by 2027.",
		" he said again. ":               "he said again.",
	} {
		got, err := d.PointsSpan(ctx, r.Article.ID, typed, -1, -1)
		if err != nil || len(got) != 1 || got[0].In(r.Text) != want {
			t.Errorf("%q is found as %v, %v; want %q", typed, got, err, want)
		}
	}
	for _, c := range []struct {
		typed      string
		start, end int
		says       string
	}{
		{"It closes", -1, -1, "2 times"},
		{"It opens", -1, -1, "does not have these words"},
		{"", -1, -1, "does not have these words"},
		{"", 9, -1, "--end"},
		{"", 9, 5000, "9-5000 is no range of a text of"},
		{"", 20, 10, "20-10 is no range"},
	} {
		_, err := d.PointsSpan(ctx, r.Article.ID, c.typed, c.start, c.end)
		if claims.CodeOf(err) != claims.CodeInvalid || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%q %d-%d: %v, want %q", c.typed, c.start, c.end, err, c.says)
		}
	}
}

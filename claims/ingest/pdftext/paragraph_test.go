package pdftext

import (
	"context"
	"errors"
	"slices"
	"testing"
)

// column sets lines of a width in points at a pitch of 12, from the top.
func column(x, width float64, lines ...string) []line {
	var out []line
	for i, t := range lines {
		w := min(width, float64(len(t))*5)
		out = append(out, line{text: t, x0: x, x1: x + w, y: 700 - 12*float64(i), size: 10})
	}
	return out
}

func texts(blocks []Block) []string {
	var out []string
	for _, b := range blocks {
		out = append(out, b.Text)
	}
	return out
}

// TestColumns reads the left column before the right one, below a line that
// stands across both.
func TestColumns(t *testing.T) {
	all := append(column(50, 200, "one two three four five six seven eight", "nine ten eleven twelve thirteen fourteen", "fifteen sixteen seventeen eighteen nine", "twenty one two three four five six seven", "short end."),
		column(300, 200, "Right one two three four five six seven", "nine ten eleven twelve thirteen fourteen", "fifteen sixteen seventeen eighteen nine", "twenty one two three four five six seven", "last end.")...)
	all = append(all, line{text: "A headline across both of the columns here", x0: 50, x1: 480, y: 740, size: 20})
	cols := columns(all)
	if len(cols) != 3 || cols[0][0].size != 20 || cols[1][0].text[:3] != "one" || cols[2][0].text[:5] != "Right" {
		t.Fatalf("columns %+v", cols)
	}
	got := texts(paragraphs(cols, 10, false))
	if len(got) != 3 || got[0] != "A headline across both of the columns here" {
		t.Errorf("paragraphs %q", got)
	}
}

// TestHyphens joins words that a line end parts, and keeps the hyphens that
// belong to them.
func TestHyphens(t *testing.T) {
	for _, c := range []struct {
		lines  []string
		office bool
		want   string
	}{
		{[]string{"The keepers of the old lock were dis-", "mayed."}, false, "The keepers of the old lock were dismayed."},
		{[]string{"The keepers had a meeting with a pro-", "Northland man."}, false, "The keepers had a meeting with a pro-Northland man."},
		{[]string{"The well-known lock has gates of well-", "known make."}, false, "The well-known lock has gates of well-known make."},
		{[]string{"The keepers of the lock saw a counter-", "move."}, true, "The keepers of the lock saw a counter-move."},
		{[]string{"The keepers of the old lock were dis\u2010", "mayed."}, false, "The keepers of the old lock were dismayed."},
	} {
		got := texts(paragraphs([][]line{column(50, 200, c.lines...)}, 10, c.office))
		if len(got) != 1 || got[0] != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

// TestErrors tells apart why a file cannot be read.
func TestErrors(t *testing.T) {
	for src, want := range map[string]error{
		"rubbish":                               ErrNotPDF,
		"%PDF-1.4\nrubbish":                     ErrNoPages,
		"%PDF-1.4\n1 0 obj<</Type/Page>>endobj": ErrNoText,
		"%PDF-1.4\n1 0 obj<</Type/Page>>endobj trailer<</Encrypt<</Filter/Other>>>>": ErrPassword,
	} {
		if _, err := Read(context.Background(), []byte(src), 1<<20); !errors.Is(err, want) {
			t.Errorf("%q: %v, want %v", src, err, want)
		}
	}
}

// TestNarrowGutter reads two columns of which one row was taken for one line,
// since the gutter is hardly wider there than a blank.
func TestNarrowGutter(t *testing.T) {
	left := column(50, 200, "The lighthouse will be lived in from", "September on. The port chose the keeper", "on Wednesday out of six hundred who had", "asked for it.")
	right := column(261, 200, "The head of the port has promised that", "the tower will be mended before the end", "of the year, at a cost of nine million", "in all.")
	joined := left[1]
	joined.text, joined.x1 = left[1].text+" "+right[1].text, right[1].x1
	joined.parts = []line{left[1], right[1]}
	all := []line{left[0], right[0], joined, left[2], right[2], left[3], right[3]}
	got := texts(paragraphs(columns(all), 10, false))
	want := []string{
		"The lighthouse will be lived in from September on. The port chose the keeper on Wednesday out of six hundred who had asked for it.",
		"The head of the port has promised that the tower will be mended before the end of the year, at a cost of nine million in all.",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

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

// TestShortParagraphs parts paragraphs of one line each, which stand apart, also
// on a page that is read from the right, where the edges are negative.
func TestShortParagraphs(t *testing.T) {
	for _, x := range []float64{50, -550} {
		var all []line
		for i, text := range []string{"The lock keepers met on Monday and voted on the gates.", "They will stay shut until May, the keepers have decided.", "Nobody spoke for the boats, which were not there then."} {
			all = append(all, line{text: text, x0: x, x1: x + 5*float64(len(text)), y: 700 - 30*float64(i), size: 10})
		}
		if got := texts(paragraphs([][]line{all}, 10, false)); len(got) != 3 {
			t.Errorf("from %v: paragraphs %q", x, got)
		}
	}
}

// TestJustifiedColumns takes no wide blank of justified text for a gutter, and
// parts no heading that stands across two columns.
func TestJustifiedColumns(t *testing.T) {
	var all []line
	words := []string{"The keepers of the old", "lock have voted to keep", "its gates shut until the", "end of May and to ask", "the boats to wait there", "for as long as they like"}
	for i, w := range words {
		y := 700 - 12*float64(i)
		left := line{text: w, x0: 50, x1: 160, y: y, size: 10}
		last := line{text: "and then", x0: 168 + float64(i%3)*9, x1: 230, y: y, size: 10}
		right := line{text: w, x0: 245, x1: 420, y: y, size: 10}
		whole := line{text: w + " and then " + w, x0: 50, x1: 420, y: y, size: 10, parts: []line{left, last, right}}
		if i == 0 { // one line stands apart from the one beside it
			left.text, left.x1 = left.text+" and then", last.x1
			all = append(all, left, right)
			continue
		}
		all = append(all, whole)
	}
	all = append(all, line{text: "Lock to stay shut", x0: 50, x1: 400, y: 730, size: 20, parts: []line{{text: "Lock to", x0: 50, x1: 200, y: 730, size: 20}, {text: "stay shut", x0: 250, x1: 400, y: 730, size: 20}}})
	cols := columns(all)
	if len(cols) != 3 || cols[0][0].text != "Lock to stay shut" || cols[1][1].text != "lock have voted to keep and then" {
		t.Errorf("%d columns, the first %+v", len(cols), cols[0])
	}
}

// TestAroundBoxes joins a paragraph that a box in small type stands beside.
func TestAroundBoxes(t *testing.T) {
	s := setter{body: 11, words: map[string]bool{}}
	got := s.aroundBoxes([]Block{{Text: "The quay will be rebuilt", Size: 11}, {Text: "Press office", Size: 8}, {Text: "12 Canal Row", Size: 8}, {Text: "from stone, she said.", Size: 11}, {Text: "Work begins in April", Size: 11}, {Text: "a note", Size: 8}, {Text: "Nobody objected.", Size: 11}})
	want := []string{"The quay will be rebuilt from stone, she said.", "Press office", "12 Canal Row", "Work begins in April", "a note", "Nobody objected."}
	if len(got) != len(want) {
		t.Fatalf("%d paragraphs: %v", len(got), got)
	}
	for i, b := range got {
		if b.Text != want[i] {
			t.Errorf("paragraph %d is %q, want %q", i, b.Text, want[i])
		}
	}
}

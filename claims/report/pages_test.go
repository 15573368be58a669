package report

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"onrecord/claims"
)

// longModel is a report of many claims, each a little longer than the one
// before, so that the pages of it end at every kind of place.
func longModel(t testing.TB) *Model {
	t.Helper()
	m := ferryModel(t)
	first := m.Claims[0]
	for i := range 60 {
		c := first
		own := *c.Claim
		own.ID = claims.ID(fmt.Sprintf("C1x%d", i))
		own.Actor = strings.Repeat("Harbour senate and port authority of Vessel Point. ", i%7)
		own.Verdicts = own.Verdicts[:1+i%2]
		c.Claim = &own
		said := c.Appearances[0]
		said.After = strings.Repeat("The crew has been hired, she said, and the pier is whole. ", i%23)
		c.Appearances = []Statement{said, said}
		m.Claims = append(m.Claims, c)
	}
	return m
}

// TestNothingIsPartedInAPDF looks at the head and the foot of every page.
func TestNothingIsPartedInAPDF(t *testing.T) {
	read, path := tool(t, "pdftotext"), filepath.Join(t.TempDir(), "long.pdf")
	if err := os.WriteFile(path, written(t, longModel(t), PDF), 0o600); err != nil {
		t.Fatal(err)
	}
	text := ran(t, read, "-layout", path, "-")
	pages := strings.Split(strings.TrimSuffix(text, "\f"), "\f")
	if len(pages) < 30 {
		t.Fatalf("only %d pages", len(pages))
	}
	for i, page := range pages[2:] { // after the contents
		lines := strings.FieldsFunc(page, func(r rune) bool { return r == '\n' })
		head, foot := strings.TrimSpace(lines[0]), strings.TrimSpace(lines[len(lines)-2]) // the last one is the number of the page
		if strings.HasPrefix(head, "— ") {
			t.Errorf("page %d begins with whose words the page before has: %s", i+3, head)
		}
		if foot == strings.ToUpper(foot) {
			t.Errorf("page %d ends with a heading: %s", i+3, foot)
		}
		for _, l := range lines {
			if label := strings.TrimSpace(l); label == "Class" || label == "Made by" || label == "Made on" {
				t.Errorf("page %d has a row without its value: %s", i+3, label)
			}
		}
	}
}

func TestANumberWithAnEnDashIsNotParted(t *testing.T) {
	for text, want := range map[string]int{ // how many pieces
		"characters 215–308":  2,
		"yes – no":            3,
		"Marseille–Toulon":    2,
		"well-known, 2016–19": 3,
	} {
		setter, err := newTypesetter(quietDocument())
		if err != nil {
			t.Fatal(err)
		}
		if got := len(setter.words([]inked{{text, body}})); got != want {
			t.Errorf("%q is %d pieces, want %d", text, got, want)
		}
	}
}

func TestAnEndlessWordFillsItsLine(t *testing.T) {
	types, err := newTypesetter(quietDocument())
	if err != nil {
		t.Fatal(err)
	}
	const width = 300
	lines := types.lines([]inked{{strings.Repeat("donaudampfschifffahrt", 12), body}}, width)
	for i, l := range lines[:len(lines)-1] {
		if got := widthOf(l); got < width-20 {
			t.Errorf("line %d is %.0f of %d points wide", i+1, got, width)
		}
	}
}

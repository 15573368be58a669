package pdftext

import (
	"strings"
	"testing"
)

// TestDropCap joins a capital over two lines to the word that it begins.
func TestDropCap(t *testing.T) {
	lines := column(75, 200, "he company that runs the boats to Skerrow", "has promised to bring back night sailings")
	lines = append(lines, column(50, 225, "x", "x", "by the end of October, as it did last year.")[2:]...)
	lines = append(lines, line{text: "T", x0: 50, x1: 72, y: 688, size: 32})
	got := texts(paragraphs(columns(dropCap(lines, 10)), 10, false))
	want := "The company that runs the boats to Skerrow has promised to bring back night sailings by the end of October, as it did last year."
	if len(got) != 1 || got[0] != want {
		t.Errorf("%q", got)
	}
}

// TestDropCapOfOneLetter keeps the blank behind a word that is one large letter,
// and the lines beside it together where the first of them is short.
func TestDropCapOfOneLetter(t *testing.T) {
	lines := column(75, 200, "former keeper of the lock wrote to", "the council eleven times about the state of", "it and got one reply.")
	lines[0].spaced = true
	lines[0].x1 -= 60
	lines = append(lines, line{text: "A", x0: 50, x1: 72, y: 676, size: 38})
	got := texts(paragraphs(columns(dropCap(lines, 10)), 10, false))
	if want := "A former keeper of the lock wrote to the council eleven times about the state of it and got one reply."; len(got) != 1 || got[0] != want {
		t.Errorf("%q", got)
	}
}

// TestNotes takes footnotes and their marks out of a text that goes on over the
// page.
func TestNotes(t *testing.T) {
	first := page{height: 800, lines: column(50, 200, "The keepers counted fish at all of the sites", "in the week of the survey, which nobody had", "done since 2014, and then they went back to", "the upper lock, where the growers of")}
	first.lines = append(first.lines,
		line{text: "1", x0: 251, x1: 254, y: 703, size: 6},
		line{text: "1", x0: 50, x1: 53, y: 603, size: 6},
		line{text: "The first survey was paid for by anglers.", x0: 55, x1: 200, y: 600, size: 8})
	notes := first.notes(10, map[string]bool{})
	if len(notes) != 1 || !strings.HasPrefix(notes[0].text, "The first survey") {
		t.Errorf("notes %+v", notes)
	}
	if len(first.lines) != 4 {
		t.Errorf("lines %+v", first.lines)
	}
	plain := page{height: 800, lines: column(50, 200, "One line", "and a second")}
	if got := plain.notes(10, map[string]bool{}); got != nil || len(plain.lines) != 2 {
		t.Errorf("notes of a page without any: %+v", got)
	}
}

// TestUsedPaper finds the page numbers of a small page that stands on large
// paper, where they are far from its edge.
func TestUsedPaper(t *testing.T) {
	var pages []page
	for i, n := range []string{"1", "2", "3"} {
		lines := column(50, 200, "one two three four five six", "seven eight nine ten eleven", "the end of page "+n)
		for j := range lines {
			lines[j].page = i
		}
		pages = append(pages, page{height: 840, lines: append(lines, line{text: n, x0: 150, x1: 155, y: 340, size: 10, page: i})})
	}
	furnish(pages, 10)
	for i, p := range pages {
		if len(p.lines) != 3 {
			t.Errorf("page %d: %d lines, want 3 without its number", i+1, len(p.lines))
		}
	}
}

// TestBox reads a paragraph that runs past a box in the margin as one, and the
// box after the text.
func TestBox(t *testing.T) {
	lines := column(50, 300, "The council has dropped its plan to close the baths at Harrow Lane after", "a long debate that ended shortly before midnight and that nobody will soon")
	lower := func(by float64, all []line) []line {
		for i := range all {
			all[i].y -= by
		}
		return all
	}
	all := append(lines, lower(24, column(50, 180, "forget, since the members voted twice", "over the same pool and the same money", "before they agreed that it would stay,", "which it will now do for a good while,"))...)
	all = append(all, lower(24, column(260, 90, "In numbers", "31 for it", "12 against", "1 was away"))...)
	all = append(all, lower(72, column(50, 300, "at least until the spring of the year after next, and with a new roof too."))...)
	got := texts(paragraphs(columns(all), 10, false))
	if len(got) < 2 || !strings.HasPrefix(got[0], "The council has dropped") || !strings.HasSuffix(got[0], "with a new roof too.") || strings.Contains(got[0], "31") {
		t.Errorf("%q", got)
	}
}

// TestLastSentence keeps a short sentence that ends the text at the foot of a
// page whose paragraphs stand far apart, and takes a running line there off.
func TestLastSentence(t *testing.T) {
	for text, want := range map[string]int{"The hearing goes on.": 9, "Harbour Courant": 8} {
		p := page{height: 800}
		for y := 268.0; y > 40; y -= 30 {
			p.lines = append(p.lines, line{text: "A paragraph of one long line that ends the way sentences do.", x0: 50, x1: 400, y: y, size: 12})
		}
		p.lines = append(p.lines, line{text: text, x0: 50, x1: 150, y: 28, size: 12})
		pages := []page{p}
		furnish(pages, 12)
		if got := len(pages[0].lines); got != want {
			t.Errorf("%q: %d lines, want %d", text, got, want)
		}
	}
}

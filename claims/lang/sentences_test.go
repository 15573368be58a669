package lang

import (
	"slices"
	"strings"
	"testing"
)

// Each line is a sentence; where a text has several, they are joined with a
// space first and must come apart again.
func TestSentences(t *testing.T) {
	for _, sentences := range []string{
		"The bridge is shut.\nIt will stay shut.",
		"“Stop!” he said.\nNobody stopped.",
		"“Why?” she asked.\n“Because,” he said.",
		"“Is it safe?” Ana Ruiz asked.\nThe engineer nodded.",
		"“We are late!” Dr. Ana Ruiz told the council on Friday.\nIt agreed.",
		"“Is it safe?”\nAna Ruiz said that the council would decide on the bridge in the spring.",
		"“The bridge is safe.\nThe road is not,” said Ana Ruiz.",
		"\"No.\"\nHe left.",
		"The “Now. Not later.” campaign begins today.\nIt ends in May.",
		"Gov. J. T. Moss met Sen. Lund at 9 a.m. Friday in Marren, Conn., officials said.",
		"He lives in the U.S. with his son.\nShe left the U.S. in May.\nThe U.S. President stayed.",
		"She moved to the U.S.\nThe family stayed behind.",
		"Moss Inc. bought Lund & Co. for $3.5 million.\nNobody objected.",
		"They met at 5 p.m.\nThe talks were short.",
		"It was No. 5 on the list.\nNo.\nIt was not.",
		"We wait ... and wait.\nAnd then...\nNothing.",
		"“We wait … and wait,” he said.",
		"Is that so?!\nYes.",
		"He asked (twice.)\nShe did not answer.",
		"1. Heat by October.",
		"KESSEL, Conn. (AP) —\nThe dam broke.\nNobody was hurt.",
		"PORT SORREL, Nov. 4 (Coastal Wire) -\nThe dam broke.",
		"Kessel (Coastal Wire) –\n“The dam broke,” he said.",
		"LA MOTTE SUR MER --\nThe dam broke.",
		"IDA HOLT — the mayor — said the dam broke.",
		"Kessel — The dam broke.",
		"NATO told the AP-led team to wait.",
		"The iPhone was new.\niPhone sales rose.",
	} {
		want := strings.Split(sentences, "\n")
		if got := sentencesOf(Split(strings.Join(want, " "))); !slices.Equal(got, want) {
			t.Errorf("got\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
		}
	}
}

func TestParagraphs(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"blank lines", "Bridge shut\n\nThe bridge is shut.\r\n\r\nIt will stay shut.", []string{
			"Bridge shut", "The bridge is shut.", "It will stay shut.",
		}},
		{"single line ends", "Bridge shut\nThe bridge is shut.\nIt will stay shut.", []string{
			"Bridge shut", "The bridge is shut.", "It will stay shut.",
		}},
		{"wrapped by hand", "The bridge over the Kessel has been shut since the flood, and\nthe council does not know when it can be opened again to cars,\nits engineer said.\n\nLorries must take the ferry until the summer, when the works are\nto begin.", []string{
			"The bridge over the Kessel has been shut since the flood, and\nthe council does not know when it can be opened again to cars,\nits engineer said.",
			"Lorries must take the ferry until the summer, when the works are\nto begin.",
		}},
		{"list", "The tenants want\n- heat by October\n- a lift that lifts", []string{
			"The tenants want", "- heat by October", "- a lift that lifts",
		}},
		{"transcript", "MODERATOR: Is the bridge safe, and can lorries use it this winter?\nRUIZ: It is.", []string{
			"MODERATOR: Is the bridge safe, and can lorries use it this winter?", "RUIZ: It is.",
		}},
	} {
		d := Split(c.text)
		var got []string
		for _, p := range d.Paragraphs {
			got = append(got, d.Span(p).In(d.Text))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func sentencesOf(d *Document) []string {
	var out []string
	for _, s := range d.Sentences {
		out = append(out, d.Span(s).In(d.Text))
	}
	return out
}

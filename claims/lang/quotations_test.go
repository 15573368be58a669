package lang

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestQuotations(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string // what is inside each quotation, parts joined with " | "
	}{
		{"curly", "“The bridge is safe,” she said. “Use it.”", []string{"The bridge is safe,", "Use it."}},
		{"straight", `"The bridge is safe," she said. "Use it."`, []string{"The bridge is safe,", "Use it."}},
		{"LaTeX", "``The bridge is safe,'' she said.", []string{"The bridge is safe,"}},
		{"two single marks", "''The bridge is safe,'' she said. ''Use it.''", []string{"The bridge is safe,", "Use it."}},
		{"single, with apostrophes", "'It's the workers' hall, and they're proud of it,' she said.", []string{
			"It's the workers' hall, and they're proud of it,",
		}},
		{"single curly", "‘It’s the workers’ hall,’ she said.", []string{"It’s the workers’ hall,"}},
		{"nested", "“He told me ‘never again’ and left,” she said.", []string{"He told me ‘never again’ and left,", "never again"}},
		{"nested straight", `"He told me 'never again' and left," she said.`, []string{"He told me 'never again' and left,", "never again"}},
		{"nested in single", "'He told me \"never\" and left,' she said.", []string{"He told me \"never\" and left,", "never"}},
		{"French", "« Le pont est sûr », a dit Marius.", []string{"Le pont est sûr"}},
		{"guillemets", "«The bridge is safe», said Marius.", []string{"The bridge is safe"}},
		{"German reversed", "»The bridge is safe«, said Marius.", []string{"The bridge is safe"}},
		{"German low", "„The bridge is safe“, said Marius. „Use it!“", []string{"The bridge is safe", "Use it!"}},
		{"Swedish", "”The bridge is safe”, said Marius.", []string{"The bridge is safe"}},
		{"mixed", "“The bridge is safe,\" she said. \"Use it.”", []string{"The bridge is safe,", "Use it."}},
		{"stray space after the opening mark", `" The bridge is safe," she said.`, []string{"The bridge is safe,"}},
		{"stray space before the closing mark", `"The bridge is safe "she said.`, []string{"The bridge is safe"}},
		{"unclosed", "\"The bridge is safe, she said.\n\nShe left.", []string{"The bridge is safe, she said."}},
		{"unclosed before another", `"The bridge is safe, she said. "Use it."`, []string{"The bridge is safe, she said.", "Use it."}},
		{"opened again", "“The bridge is safe.\n\n“Use it,” she said.", []string{"The bridge is safe. | Use it,"}},
		{"opened again, straight", "\"The bridge is safe.\n\n\"Use it,\" she said.", []string{"The bridge is safe. | Use it,"}},
		{"not opened again", "“The bridge is safe.\n\nIt was mended.\n\nUse it,” she said.", []string{"The bridge is safe. | It was mended. | Use it,"}},
		{"feet and inches", `He is 6'2" tall. "I hit my head," he said.`, []string{"I hit my head,"}},
		{"inches inside", `"The plank is 12" wide," he said.`, []string{`The plank is 12" wide,`}},
		{"decades and clipped words", "In the '90s they said 'em and rock 'n' roll.", nil},
		{"plural possessives", "The workers' hall and the tenants' yard.", nil},
		{"contractions", "It's what they don't know.", nil},
		{"Swiss single", "‚The bridge is safe‘, said Ana. ‹Use it›, said Bo.", []string{"The bridge is safe", "Use it"}},
		{"a plural possessive inside single", "\"He said 'it's the boys' own fault' and left,\" she said.", []string{
			"He said 'it's the boys' own fault' and left,", "it's the boys' own fault",
		}},
		{"opened again, single", "'First we ran.\n\n'Then we hid,' she said.", []string{"First we ran. | Then we hid,"}},
		{"clipped words over paragraphs", "'Tis cold.\n\n'Twas colder.", nil},
		{"opened again, Spanish", "«First we ran.\n\n»Then we hid.\n\n»Then it stopped», she said.", []string{
			"First we ran. | Then we hid. | Then it stopped",
		}},
		{"a sentence of one word", "\"Now. But not for long,\" she said.", []string{"Now. But not for long,"}},
		{"dialogue", "— The bridge is safe, said Marius.\n\nHe left.", []string{"The bridge is safe, said Marius."}},
		{"a list beside quotations", "“The bridge is safe,” said Marius.\n\n— The lift is to be mended.\n\nHe left.", []string{"The bridge is safe,"}},
		{"a crosshead between dashes", "– A bridge too far –\n\nHe left.", nil},
		{"list with dashes", "— heat by October\n— a lift", nil},
		{"no mark", "The bridge is safe.", nil},
		{"a closing mark alone", `The bridge is safe," she said.`, nil},
	} {
		if got := quotationsOf(Split(c.text)); !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestTokensKnowTheirQuotation(t *testing.T) {
	d := Split("He said: “She told me ‘never again’ twice.” Then he left.")
	var got []string
	for _, token := range d.Tokens {
		got = append(got, fmt.Sprint(token.Quote))
	}
	want := "-1 -1 -1 0 0 0 0 1 1 1 1 0 0 0 -1 -1 -1 -1"
	if strings.Join(got, " ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, " "), want)
	}
	if d.Quotations[1].Outer != 0 || d.Quotations[0].Outer != -1 {
		t.Errorf("outer quotations are %d and %d", d.Quotations[0].Outer, d.Quotations[1].Outer)
	}
}

func quotationsOf(d *Document) []string {
	var out []string
	for _, q := range d.Quotations {
		var parts []string
		for _, s := range q.Inner {
			parts = append(parts, s.In(d.Text))
		}
		out = append(out, strings.Join(parts, " | "))
	}
	return out
}

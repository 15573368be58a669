package match

import (
	"strings"
	"testing"
)

func TestNames(t *testing.T) {
	names := []string{"Export report", "Undo", "Open archive", "Pádraig Ó Lachtnáin", "Orla Venn", strings.Repeat("aaaaaaaaaa", 9)}
	for _, c := range []struct{ typed, want, marked string }{
		{"exrep", "Export report", "Ex|rep"},
		{"rep exp", "Export report", "Exp|rep"},
		{"padraig lach", "Pádraig Ó Lachtnáin", "Pádraig|Lach"},
		{"vemn", "Orla Venn", ""},
		{"open", "Open archive", "Open"},
		{strings.Repeat("a", 60), names[5], strings.Repeat("a", maxPattern)},
	} {
		got := Names(c.typed, names)
		if len(got) == 0 || names[got[0].Index] != c.want {
			t.Errorf("%q finds %v", c.typed, got)
			continue
		}
		var marked []string
		for _, s := range got[0].Match {
			marked = append(marked, s.In(c.want))
		}
		if strings.Join(marked, "|") != c.marked {
			t.Errorf("%q marks %q", c.typed, marked)
		}
	}
	if got := Names(" ", names); len(got) != len(names) || got[1].Index != 1 {
		t.Errorf("nothing typed lists %v", got)
	}
	if got := Names("qqqq", names); len(got) != 0 {
		t.Errorf("nonsense finds %v", got)
	}
}

func TestAListOfNamesIsAskedOftenAndFindsTheSame(t *testing.T) {
	names := []string{"Orla Venn", "Pádraig Ó Lachtnáin", "Søren Holm", "STRASSE", "Straße", "tab\tname", "", "Ana Ruiz"}
	list := NewNameList(names)
	for typed, want := range map[string]string{
		"soren": "Søren Holm", "ov": "Orla Venn", "straß": "Straße", "STRAS": "STRASSE", "ó": "Orla Venn", "anna riz": "Ana Ruiz", "tabn": "tab\tname",
	} {
		for range 2 { // the second time with what the first has left
			if got := list.Find(typed); len(got) == 0 || list.Name(got[0].Index) != want {
				t.Errorf("%q finds %v, want %q first", typed, got, want)
			}
		}
	}
}

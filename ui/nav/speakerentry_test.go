package nav

import (
	"slices"
	"testing"
)

func TestANameIsOfferedByItsBeginningThenByItsWords(t *testing.T) {
	names := foldNames([]string{"Zoë Holm", "Per Holm", "Holm & Sons", "Ana Ruiz", "Ana-Maria Holmgren"})
	for typed, want := range map[string][]string{
		"holm": {"Holm & Sons", "Ana-Maria Holmgren", "Per Holm", "Zoë Holm"},
		"zoe":  {"Zoë Holm"},
		"ho z": {"Zoë Holm"},
		"nobo": nil,
	} {
		if got := matching(names, typed); !slices.Equal(got, want) {
			t.Errorf("%q offers %q", typed, got)
		}
	}
}

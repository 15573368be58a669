package words

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestSplit(t *testing.T) {
	for text, want := range map[string]string{
		"Won’t the Mayor's plan":    "won't the mayor's plan",
		"rose by 1,250.5 tonnes.":   "rose by 1250.5 tonnes",
		"in 2,3 or 12,3456 cases":   "in 2 3 or 12 3456 cases",
		"Straße, Ærø, Łódź, naïve":  "strasse aero lodz naive",
		"well-known (A.B.) 'quoted": "well known a b quoted",
		"co\u00adoperate\u200bd":    "cooperated",
		"東京 tower":                  "東 京 tower",
		"'' -- ...":                 "",
	} {
		if got := Fold(text); got != want {
			t.Errorf("%q is split into %q, not %q", text, got, want)
		}
	}
}

func FuzzSplit(f *testing.F) {
	f.Add("Won’t 1,000.5 Straße")
	f.Add("\xff'a\u0301")
	f.Fuzz(func(t *testing.T, text string) {
		before := 0
		for _, tok := range Split(text) {
			if tok.Start < before || tok.End > len(text) || tok.Start >= tok.End || tok.Text == "" || len(tok.Text) > MaxLen {
				t.Errorf("%q: %+v after %d", text, tok, before)
			}
			before = tok.Start
		}
	})
}

// distance is the definition: the optimal string alignment distance, cell by
// cell.
func distance(a, b string) int {
	d := make([][]int, len(a)+1)
	for i := range d {
		d[i] = make([]int, len(b)+1)
		d[i][0] = i
	}
	for j := range d[0] {
		d[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			wrong := 1
			if a[i-1] == b[j-1] {
				wrong = 0
			}
			d[i][j] = min(d[i-1][j]+1, d[i][j-1]+1, d[i-1][j-1]+wrong)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d[i][j] = min(d[i][j], d[i-2][j-2]+1)
			}
		}
	}
	return d[len(a)][len(b)]
}

func TestDistanceIsTheDefinition(t *testing.T) {
	word := rapid.StringMatching(`[abcde]{0,12}`)
	rapid.Check(t, func(t *rapid.T) {
		a, b := word.Draw(t, "a"), word.Draw(t, "b")
		want := distance(a, b)
		if got := NewSpeller(a).Distance(b); got != want {
			t.Fatalf("%q and %q are %d apart, not %d", a, b, want, got)
		}
		if apart := LettersOf(a).Apart(LettersOf(b)); apart > 2*want {
			t.Fatalf("%q and %q: letters differ in %d bits at %d slips", a, b, apart, want)
		}
		least := len(a)
		for i := range len(b) + 1 {
			least = min(least, distance(a, b[:i]))
		}
		if got := NewSpeller(a).Prefix(b); got != least && min(got, least) <= MaxSlips {
			t.Fatalf("%q begins %q but for %d, not %d", a, b, least, got)
		}
	})
}

func TestStems(t *testing.T) {
	for _, c := range []struct {
		language string
		forms    string
	}{
		{"en", "promise promised promises promising"},
		{"en-GB", "go went gone goes going"},
		{"en", "child children"},
		{"en", "ministry ministries"},
		{"fr", "promesse promesses"},
		{"de", "kindern kinder"},
		{"es", "promesa promesas"},
	} {
		forms := strings.Fields(c.forms)
		for _, f := range forms[1:] {
			if !slices.ContainsFunc(Stems(f, c.language), func(s string) bool { return slices.Contains(Stems(forms[0], c.language), s) }) {
				t.Errorf("%s: %s and %s share no stem: %v, %v", c.language, forms[0], f, Stems(forms[0], c.language), Stems(f, c.language))
			}
		}
	}
	if !Irregular("went", "go") || !Irregular("go", "went") || !Irregular("went", "gone") || Irregular("will", "willfully") {
		t.Error("irregular forms are not told apart")
	}
}

func TestShapes(t *testing.T) {
	want := map[string]string{"ceasefire": "csfr", "kerry": "kry", "opera": "opr", "success": "scs"}
	got := map[string]string{}
	for w := range want {
		got[w] = Skeleton(w)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for _, pair := range [][2]string{{"kathryn", "cathrin"}, {"philip", "filipp"}, {"knight", "night"}, {"schmidt", "shmit"}} {
		if Sound(pair[0]) != Sound(pair[1]) {
			t.Errorf("%v sound different: %q, %q", pair, Sound(pair[0]), Sound(pair[1]))
		}
	}
	if !Abbreviates("gvt", "government") || Abbreviates("vgt", "government") || Abbreviates("gvz", "government") {
		t.Error("abbreviations are not told apart")
	}
}

func TestConsonants(t *testing.T) {
	for short, word := range map[string]string{"ppr": "paper", "csfr": "ceasefire", "invst": "investigation", "rprt": "reporters"} {
		if !Consonants(short, word) {
			t.Errorf("%q is not taken for %q", short, word)
		}
	}
	for short, word := range map[string]string{"ppr": "proper", "csfr": "cease", "nvst": "invest"} {
		if Consonants(short, word) {
			t.Errorf("%q is taken for %q", short, word)
		}
	}
}

func TestFunctionWordsAreFolded(t *testing.T) {
	FunctionWords(func(w string) {
		if Fold(w) != w {
			t.Errorf("%q is written as %q", w, Fold(w))
		}
	})
}

package statement

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2/lang"

	"onrecord/assets"
	"onrecord/claims/desk"
	"onrecord/claims/figures"
	"onrecord/claims/match/suggest"
	"onrecord/ui/kit"
)

// speaks sets the language of the window.
func speaks(t *testing.T, locale string) {
	t.Helper()
	t.Setenv("LANGUAGE", "")
	t.Setenv("LC_ALL", locale)
	if err := lang.AddTranslationsFS(assets.Translations, "translations"); err != nil {
		t.Fatal(err)
	}
}

func TestReasonsAreSaidInTheLanguageOfThePerson(t *testing.T) {
	speaks(t, "de_DE.UTF-8")
	got := whyWords("according to", []string{"“said” attributes words here with a probability of 31 %", "“Mayor Ruiz” is named as the source", "a hunch"})
	want := "„laut“ oder „zufolge“; „said“ schreibt hier Worte zu, mit einer Wahrscheinlichkeit von 31%; „Mayor Ruiz“ ist als Quelle genannt; a hunch"
	if got != want {
		t.Errorf("why: %q, want %q", got, want)
	}
	if got, want := DoubtWords("“he” could be Ana Ruiz or Jonas Vogt."), "„he“ kann Ana Ruiz oder Jonas Vogt sein."; got != want {
		t.Errorf("doubt: %q, want %q", got, want)
	}
	if got, want := ReasonWords("“delayed”, the opposite of what was said"), "„delayed“, das Gegenteil des Gesagten"; got != want {
		t.Errorf("reason: %q, want %q", got, want)
	}
	for _, c := range [][2]string{
		{"said 4.2%, published 3.6%: 0.6 points lower, -14%", "gesagt 4,2%, veröffentlicht 3,6%: 0,6 Punkte weniger, -14%"},
		{"said more than 1,900 houses, published 873 houses: the same", "gesagt mehr als 1.900 houses, veröffentlicht 873 houses: dasselbe"},
		{"said 0 km, published $1.5 billion to $7 billion: 5 km higher", "gesagt 0 km, veröffentlicht $1,5 Milliarden bis $7 Milliarden: 5 km mehr"},
		{"said 4.2%, published 300 people: not comparable, one is a percentage, the other a count", "gesagt 4,2%, veröffentlicht 300 people: nicht vergleichbar, das eine ist ein Anteil in Prozent, das andere eine Anzahl"},
		{"said $3 billion, published €3 billion: not comparable, the currencies differ (USD, EUR)", "gesagt $3 Milliarden, veröffentlicht €3 Milliarden: nicht vergleichbar, die Währungen sind verschieden (USD, EUR)"},
		{"said up 4%, published up 4 points: not comparable, a percentage is not a number of percentage points", "gesagt plus 4%, veröffentlicht plus 4 Punkte: nicht vergleichbar, Prozent sind keine Prozentpunkte"},
		{"said up 4%, published 4%: not comparable, one is a level, the other a change", "gesagt plus 4%, veröffentlicht 4%: nicht vergleichbar, das eine ist ein Stand, das andere eine Veränderung"},
		{"said 4.2%, published as much", "said 4.2%, published as much"},
	} {
		if got := workingIn(func() *kit.Locale { return &kit.Locale{Group: ".", Decimal: ","} }, c[0]); got != c[1] {
			t.Errorf("working: %q, want %q", got, c[1])
		}
	}
	if got := FlagWords(suggest.OtherFigure); got != "andere Zahl" {
		t.Errorf("flag: %q", got)
	}
	speaks(t, "en_GB.UTF-8")
	if same := "said about 1,900 houses, published 2.5 million houses: 5 houses higher, +3%"; workingIn(func() *kit.Locale { return &kit.Locale{Group: ",", Decimal: "."} }, same) != same {
		t.Error("in English a working is another")
	}
	if got := whyWords("headline", nil); got != "headline" {
		t.Errorf("in English: %q", got)
	}
}

func TestWhyFiguresCannotBeComparedIsTranslated(t *testing.T) {
	kinds := []figures.Kind{
		figures.Count, figures.Percent, figures.Points, figures.Money, figures.Length, figures.Area, figures.Mass,
		figures.Volume, figures.Power, figures.Energy, figures.Duration, figures.Degrees, figures.Speed, figures.Times,
	}
	for _, a := range kinds {
		for _, b := range kinds {
			why := figures.Compare(figures.Figure{Unit: figures.Unit{Kind: a}}, figures.Figure{Unit: figures.Unit{Kind: b}}).Why
			if parts, ok := filled("one is %s, the other %s", why); ok {
				for _, p := range parts {
					if !known(amounts(), p.(string)) {
						t.Errorf("the window does not know %q", p)
					}
				}
			} else if why != "" && !known(unlike(), why) {
				t.Errorf("the window does not know %q", why)
			}
		}
	}
}

func TestWhatMayHaveChangedIsTranslated(t *testing.T) {
	for _, flag := range []string{suggest.Negated, suggest.Opposite, suggest.OtherFigure, suggest.OtherDate, desk.OtherSpeaker} {
		if !known(flags(), flag) {
			t.Errorf("the window does not know %q", flag)
		}
	}
}

// TestEveryReasonOfTheEngineIsTranslated reads the rules, notes and doubts out
// of the source of the engine.
func TestEveryReasonOfTheEngineIsTranslated(t *testing.T) {
	said := map[string][]phrase{}
	for _, places := range []string{"../../claims/extract/*.go", "../../claims/extract/speakers/*.go", "../../claims/match/suggest/*.go", "../../claims/desk/import.go"} {
		files, err := filepath.Glob(places)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			if !strings.HasSuffix(file, "_test.go") {
				reasonsIn(t, file, said)
			}
		}
	}
	if len(said) < len(rules())+len(doubts())/2 {
		t.Fatalf("only %d reasons were found in the engine", len(said))
	}
	for _, reason := range slices.Sorted(maps.Keys(said)) {
		if !known(said[reason], strings.ReplaceAll(reason, "%%", "%")) {
			t.Errorf("the window does not know %q", reason)
		}
	}
}

// known reports whether a reason, with words for what is filled in, has a
// pattern of its own.
func known(phrases []phrase, reason string) bool {
	return slices.ContainsFunc(phrases, func(p phrase) bool {
		_, ok := filled(p.english, reason)
		return ok
	})
}

// reasonsIn collects what is given to a rule, a doubt or the evidence in a file.
func reasonsIn(t *testing.T, file string, said map[string][]phrase) {
	t.Helper()
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	tree, err := parser.ParseFile(token.NewFileSet(), file, src, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	note := func(e ast.Expr, as []phrase) {
		words := []string{pattern(e)}
		if strings.Contains(file, "suggest") {
			words = strings.Split(words[0], "; ") // each is a reason of its own
		}
		for _, words := range words {
			if quoted := strings.HasPrefix(words, "“") && strings.Index(words, "”") == len(words)-len("”"); !quoted && strings.Trim(words, "%s “”.") != "" {
				said[words] = as
			}
		}
	}
	ast.Inspect(tree, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.KeyValueExpr:
			if as := kindOf(n.Key, file); as != nil {
				note(n.Value, as)
			}
		case *ast.AssignStmt:
			for i, left := range n.Lhs {
				if as := kindOf(left, file); as != nil && len(n.Rhs) == len(n.Lhs) {
					for _, e := range added(n.Rhs[i]) {
						note(e, as)
					}
				}
			}
		case *ast.CompositeLit: // why two people are one, or an article bears on a claim
			if typ, ok := n.Type.(*ast.Ident); ok && (typ.Name == "Duplicate" || typ.Name == "signal") && len(n.Elts) == 2 {
				note(n.Elts[1], reasons())
			}
		case *ast.ValueSpec:
			if typ, ok := n.Type.(*ast.Ident); ok && typ.Name == "rule" {
				for _, v := range n.Values {
					note(v, rules())
				}
			}
		}
		return true
	})
}

// kindOf tells what a field of the engine holds in a file.
func kindOf(e ast.Expr, file string) []phrase {
	name := ""
	switch e := e.(type) {
	case *ast.Ident:
		name = e.Name
	case *ast.SelectorExpr:
		name = e.Sel.Name
	}
	if strings.Contains(file, "suggest") {
		if name == "how" {
			return reasons()
		}
		return nil
	}
	switch strings.ToLower(name) {
	case "doubt":
		return doubts()
	case "notes", "evidence":
		return evidences()
	}
	return nil
}

// added are the values that are assigned, or appended.
func added(e ast.Expr) []ast.Expr {
	if call, ok := e.(*ast.CallExpr); ok {
		if f, ok := call.Fun.(*ast.Ident); ok && f.Name == "append" && !call.Ellipsis.IsValid() {
			return call.Args[1:]
		}
	}
	return []ast.Expr{e}
}

// pattern is a text with %s for what is filled in; "" where nothing of it is
// fixed.
func pattern(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.BasicLit:
		words, _ := strconv.Unquote(e.Value)
		return strings.ReplaceAll(words, "%.0f", "%s")
	case *ast.BinaryExpr:
		left, right := pattern(e.X), pattern(e.Y)
		if left == "" {
			left = "%s"
		}
		if right == "" {
			right = "%s"
		}
		return left + right
	case *ast.CallExpr:
		if f, ok := e.Fun.(*ast.SelectorExpr); ok && f.Sel.Name == "Sprintf" {
			return pattern(e.Args[0])
		}
	}
	return ""
}

package assets_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// sayers are the functions that words pass on the way to a person, by package. Each
// takes a key and the English; a counting one takes a number after them.
var sayers = map[string]struct{ one, counting string }{
	"lang":   {"X", "XN"},
	"claims": {"Say", "SayN"},
}

// engine are the places whose sentences the command line and the window share.
var engine = []string{"claims/", "storage/", "cmd/internal/"}

// keyless are the places in the archive's source whose sentences only the command
// line says, which speaks English: it alone loads dumps, saves what is whole of a
// damaged archive, and is given offsets of words. The pages of lists and the names
// of indexes are between programs.
var keyless = []string{
	"claims/sentence.go", "claims/assess/linear/", "claims/desk/place.go", "claims/desk/storetest/", "claims/desk/sample.go",
	"storage/load", "storage/salvage.go", "storage/mend.go", "storage/index.go", "storage/scan.go",
}

// unseen are the places whose errors no person reads: about files that the program
// brings along, and causes below a sentence that says the same in plain words.
var unseen = []string{
	"claims/extract/", "claims/lang/", "claims/internal/", "claims/match/segment/", "claims/match/suggest/cases/",
	"claims/ingest/pdftext/filter.go", "claims/ingest/warc.go",
}

// Where the window looks up sentences that it was handed, and what they are about.
const (
	wording    = "ui/nav/say.go"
	fieldWords = "ui/nav/fields.go"
)

type collector struct {
	t     *testing.T
	files *token.FileSet
	said  map[string]phrase
	named map[string]token.Position // what errors are about, where that is no name
	words map[string]bool           // that the window has for what errors are about
}

// walk reads the sources in a folder.
func (c *collector) walk(folder string) {
	c.t.Helper()
	err := filepath.WalkDir(folder, func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(c.files, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		own := file.Name.Name
		ast.Inspect(file, func(n ast.Node) bool {
			path := filepath.ToSlash(strings.TrimPrefix(path, "../"))
			switch n := n.(type) {
			case *ast.CallExpr:
				c.call(path, own, n)
			case *ast.CompositeLit:
				c.composite(path, own, n)
			}
			return true
		})
		return nil
	})
	if err != nil {
		c.t.Fatal(err)
	}
}

// call adds what a call says, if it says something.
func (c *collector) call(path, own string, call *ast.CallExpr) {
	from, name := named(own, call.Fun)
	at := c.files.Position(call.Pos())
	if (from == "errors" && name == "New" || from == "fmt" && name == "Errorf") && hasWords(call) && isOf(path, engine...) && !isOf(path, keyless...) && !isOf(path, unseen...) {
		c.t.Errorf("%s: this error has no translations; use claims.Say", at)
	}
	sayer, ok := sayers[from]
	switch {
	case !ok, from == "lang" && !strings.HasPrefix(path, "ui/"): // package claims/lang reads languages
		return
	case name == sayer.one:
		c.add(at, call, 2, from == "claims", false)
	case name == sayer.counting:
		c.add(at, call, 3, from == "claims", true)
	case name == "AddTranslationsFS", path == wording:
		return // loads words, or looks up those that were said elsewhere
	case from == "lang":
		c.t.Errorf("%s: lang.%s has no key of its own; use lang.X or lang.XN", at, name)
	case name == "Plain" && isOf(path, engine...) && !isOf(path, keyless...), name == "Plain" && hasWords(call) && isOf(path, "ui/", "cmd/onrecord/"):
		c.t.Errorf("%s: this has no translations; use claims.Say", at)
	case name == "Invalid" && !isOf(path, keyless...):
		c.about(call.Args[0])
	}
}

// composite notes what an error is about, and the words that the window has for
// such things.
func (c *collector) composite(path, own string, lit *ast.CompositeLit) {
	from, name := named(own, lit.Type)
	isError := from == "claims" && name == "Error" && isOf(path, engine...) && !isOf(path, keyless...)
	for _, e := range lit.Elts {
		pair, ok := e.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		if key, ok := pair.Key.(*ast.Ident); ok && isError && key.Name == "What" {
			c.about(pair.Value)
		}
		if key, ok := literal(pair.Key); ok && path == fieldWords {
			c.words[key] = true
		}
	}
}

func (c *collector) about(e ast.Expr) {
	if word, ok := literal(e); ok {
		c.named[word] = c.files.Position(e.Pos())
	}
}

// isOf reports whether a path is one of the places or lies in one.
func isOf(path string, places ...string) bool {
	return slices.ContainsFunc(places, func(place string) bool { return strings.HasPrefix(path, place) })
}

// hasWords reports whether a call is given words, and not only what fills them in.
func hasWords(call *ast.CallExpr) bool {
	if len(call.Args) == 0 {
		return false
	}
	words, ok := literal(call.Args[0])
	return ok && strings.ContainsFunc(blank.ReplaceAllString(words, ""), unicode.IsLetter)
}

// named gives the package and the name of a function or type.
func named(own string, e ast.Expr) (from, name string) {
	switch e := e.(type) {
	case *ast.Ident:
		if own == "claims" {
			return own, e.Name
		}
	case *ast.SelectorExpr:
		if x, ok := e.X.(*ast.Ident); ok {
			return x.Name, e.Sel.Name
		}
	}
	return "", ""
}

// add notes the words of a call, whose first arguments are key, English and, where
// it counts, the number. A filling one takes what fills in the words behind them.
func (c *collector) add(at token.Position, call *ast.CallExpr, before int, filling, counted bool) {
	if len(call.Args) < before {
		return // a function of the same name
	}
	key, keyOK := literal(call.Args[0])
	english, englishOK := literal(call.Args[1])
	if !keyOK || !englishOK {
		c.t.Errorf("%s: key and words must stand there literally", at)
		return
	}
	if filled := len(call.Args) - 2; filling && filled != len(blanks(english)) {
		c.t.Errorf("%s: %q is filled in with %d", at, english, filled)
	}
	p := phrase{english: english, counted: counted, at: at}
	if other, ok := c.said[key]; ok && (other.english != p.english || other.counted != p.counted) {
		c.t.Errorf("%s: %s says %q here and %q in %s", at, key, p.english, other.english, other.at)
	}
	c.said[key] = p
}

// literal is the value of a string literal, or of several with + between.
func literal(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(e.Value)
		return s, err == nil
	case *ast.BinaryExpr:
		left, ok := literal(e.X)
		right, ok2 := literal(e.Y)
		return left + right, ok && ok2
	}
	return "", false
}

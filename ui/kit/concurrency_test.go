package kit

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

func textOf(o fyne.CanvasObject) string {
	if t, ok := o.(*canvas.Text); ok {
		return t.Text
	}
	return ""
}

// TestConcurrencyLivesInOneFile reads the whole interface and finds every
// goroutine that is started, and every call of fyne.Do, outside the job runner.
func TestConcurrencyLivesInOneFile(t *testing.T) {
	root := filepath.Join("..")
	seen := 0
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		seen++
		if filepath.ToSlash(path) == "../kit/jobs.go" {
			return nil
		}
		src, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for _, where := range strays(t, path, src) {
			t.Errorf("%s: work outside the interface goroutine belongs into a Job", where)
		}
		return nil
	})
	if err != nil || seen < 10 {
		t.Fatalf("read %d files: %v", seen, err)
	}
}

func strays(t *testing.T, path string, src []byte) []string {
	t.Helper()
	files := token.NewFileSet()
	tree, err := parser.ParseFile(files, path, src, 0)
	if err != nil {
		t.Fatalf("%s cannot be read: %v", path, err)
	}
	var out []string
	ast.Inspect(tree, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt:
			out = append(out, files.Position(n.Pos()).String())
		case *ast.SelectorExpr:
			pkg, ok := n.X.(*ast.Ident)
			if ok && pkg.Name == "fyne" && (n.Sel.Name == "Do" || n.Sel.Name == "DoAndWait") {
				out = append(out, files.Position(n.Pos()).String())
			}
		}
		return true
	})
	return out
}

func TestAStrayGoroutineIsFound(t *testing.T) {
	src := "package x\nfunc f() {\n\tgo f()\n\tfyne.Do(f)\n}\n"
	if got := strays(t, "x.go", []byte(src)); len(got) != 2 {
		t.Errorf("found %v", got)
	}
}

package kit

import (
	"os"
	"path/filepath"
	"strings"
)

// letter begins to type a path where it can begin with this letter.
func (f *FileChooser) letter(r rune) bool {
	if r != '/' && r != '~' {
		return false
	}
	f.parent.Canvas().Focus(f.path) // which marks all that it holds
	f.path.TypedRune(r)
	return true
}

// typed goes where a typed path leads.
func (f *FileChooser) typed(path string) {
	path = filepath.Clean(strings.TrimSpace(path))
	if rest, ok := strings.CutPrefix(path, "~"); ok {
		path = filepath.Join(homeFolder(), rest)
	}
	info, err := os.Stat(path) //nolint:gosec // the person typed it
	switch {
	case err != nil:
		f.note.SetText(reason(err))
	case info.IsDir():
		f.enter(path)
		f.parent.Canvas().Focus(f.list)
	case f.ask.Folder:
		f.note.SetText(words.noFolder())
	case f.ask.Save != "":
		f.name.SetText(filepath.Base(path))
		f.enter(filepath.Dir(path))
	default:
		f.choose(path)
	}
}

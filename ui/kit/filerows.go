package kit

import (
	"cmp"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// fileRow is a file or a folder as the chooser lists it.
type fileRow struct {
	name    string
	folder  bool
	size    int64 // bytes
	changed time.Time
}

// readFolder lists a folder: folders first, then files, each by name. What is
// hidden stays so, and files of another ending than the wanted one are left out.
func readFolder(ctx context.Context, dir, ending string) ([]fileRow, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var out []fileRow
	for _, e := range entries {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		info, err := os.Stat(filepath.Join(dir, e.Name())) // follows a link
		if err != nil {
			continue // a link to nowhere
		}
		row := fileRow{name: e.Name(), folder: info.IsDir(), size: info.Size(), changed: info.ModTime()}
		if row.folder || ending == "" || strings.EqualFold(filepath.Ext(row.name), ending) {
			out = append(out, row)
		}
	}
	slices.SortStableFunc(out, byName)
	return out, nil
}

func byName(a, b fileRow) int {
	if a.folder != b.folder {
		if a.folder {
			return -1
		}
		return 1
	}
	return cmp.Compare(strings.ToLower(a.name), strings.ToLower(b.name))
}

func fileColumns() []Column[fileRow] {
	return []Column[fileRow]{
		{ID: "name", Title: words.fileName(), Width: 300, Grow: true, Least: 160, Cell: nameCell, Less: func(a, b fileRow) bool { return byName(a, b) < 0 }},
		{
			ID: "changed", Title: words.fileChanged(), Width: 170, Rank: 1,
			Cell: func(r fileRow) Cell { return Cell{Text: Here().Clock(r.changed), Dim: true} },
			Less: func(a, b fileRow) bool { return a.changed.Before(b.changed) },
		},
		{ID: "size", Title: words.fileSize(), Width: 90, Rank: 2, Align: fyne.TextAlignTrailing, Cell: sizeCell, Less: func(a, b fileRow) bool { return a.size < b.size }},
	}
}

func nameCell(r fileRow) Cell {
	if r.folder {
		return Cell{Text: r.name, Icon: theme.FolderIcon()}
	}
	return Cell{Text: r.name, Icon: theme.FileIcon()}
}

func sizeCell(r fileRow) Cell {
	if r.folder {
		return Cell{}
	}
	return Cell{Text: Here().Size(r.size), Dim: true}
}

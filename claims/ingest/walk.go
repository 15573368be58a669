package ingest

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"onrecord/claims"
)

// Found is a file of a folder that is to be imported, or, with a reason, one
// that is not.
type Found struct {
	Path string
	Skip error // why it is left out, with claims.CodeRefused; nil for a file to read
}

// Files lists the files under root in the order of their names. Hidden files
// and folders and the side files of others are left out silently; links to
// folders, pipes, devices and folders that cannot be opened are listed with
// the reason. A root that is a file is listed itself.
func Files(root string) ([]Found, error) {
	info, err := os.Stat(root)
	if err != nil {
		return nil, unreadable(filepath.Base(root), err)
	}
	if !info.IsDir() {
		return []Found{{Path: root}}, nil
	}
	var out []Found
	err = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			out = append(out, Found{path, unreadable("", err)})
			return fs.SkipDir
		}
		if path != root && hidden(d.Name()) {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if d.IsDir() || strings.HasSuffix(path, sideEnding) {
			return nil
		}
		out = append(out, Found{path, skipReason(path, d)})
		return nil
	})
	return out, err
}

// hidden names files that a system or an editor keeps for itself.
func hidden(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") || strings.HasSuffix(name, "~") ||
		name == "__MACOSX" || name == "Thumbs.db" || name == "desktop.ini"
}

func skipReason(path string, d fs.DirEntry) error {
	mode := d.Type()
	if mode&fs.ModeSymlink != 0 {
		info, err := os.Stat(path)
		if err != nil {
			return claims.Refused("", claims.Say("error.deadLink", "is a link to something that does not exist"))
		}
		if info.IsDir() {
			return claims.Refused("", claims.Say("error.folderLink", "is a link to a folder"))
		}
		mode = info.Mode().Type()
	}
	if mode.IsRegular() {
		return nil
	}
	return claims.Refused("", claims.Say("error.pipeOrDevice", "is a pipe or device and not a file"))
}

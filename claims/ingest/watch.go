package ingest

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"onrecord/claims"
)

// watchEvery is how often a watched folder is looked at, and how long a file
// must stay as it is before it counts as wholly written.
const watchEvery = 2 * time.Second

// watchShare bounds the part of the time that goes into looking, on folders
// that take long to list.
const watchShare = 20

// unfinished are the endings that browsers and copying programs give a file
// until all of it is there.
var unfinished = []string{"part", "partial", "crdownload", "download", "opdownload", "tmp", "temp", "filepart", "swp", "lock"}

// Watch looks at a folder and everything below it until its context ends, and
// then returns nil. It hands over the files of each look that are ready, in the
// order of their names: first all that are there already (who imports them
// recognises those that it has), later what is new or was changed. A file that
// is still being written is left for a later look. While found works nothing is
// missed, only noticed later.
//
// It looks instead of asking the system for notices: that also works on network
// drives and in folders that another program synchronises. A folder that goes
// away for a while, such as a drive that was unplugged, is waited for. The only
// error is a folder that cannot be opened at the start.
func Watch(ctx context.Context, dir string, found func(paths []string)) error {
	info, err := os.Stat(dir)
	if err != nil {
		return unreadable(filepath.Base(dir), err)
	}
	if !info.IsDir() {
		return claims.Refused(filepath.Base(dir), "is not a folder")
	}
	w := watcher{dir: dir, files: map[string]*watched{}}
	for {
		began := time.Now()
		if ready := w.look(); len(ready) > 0 && ctx.Err() == nil {
			found(ready)
			began = time.Now() // the time of the import is not that of looking
		}
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(max(watchEvery, watchShare*time.Since(began))):
		}
	}
}

// watcher remembers how the files of a folder were when it last looked.
type watcher struct {
	dir   string
	files map[string]*watched
}

// watched is a file as it was at the last look.
type watched struct {
	size   int64
	change time.Time
	told   bool // it was handed over like this
}

// look lists the files that have not changed since the look before and were
// not handed over yet.
func (w *watcher) look() (ready []string) {
	list, err := Files(w.dir)
	if err != nil {
		return nil // gone for a while: what is known of its files stays true
	}
	now := make(map[string]*watched, len(list))
	for _, f := range list {
		info, err := os.Stat(f.Path)
		if f.Skip != "" || err != nil || hasEnding(f.Path, unfinished...) {
			continue
		}
		seen := w.files[f.Path]
		if seen == nil || !seen.is(info) {
			now[f.Path] = &watched{size: info.Size(), change: info.ModTime()}
			continue
		}
		now[f.Path] = seen
		if !seen.told && seen.size > 0 {
			seen.told = true
			ready = append(ready, f.Path)
		}
	}
	w.files = now
	slices.Sort(ready)
	return ready
}

func (f *watched) is(info fs.FileInfo) bool {
	return f.size == info.Size() && f.change.Equal(info.ModTime())
}

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
// recognises those that it has; see Memory for not reading them again), later
// what is new or was changed. A file that is still being written is left for a
// later look. While found works nothing is missed, only noticed later.
//
// It looks instead of asking the system for notices: that also works on network
// drives and in folders that another program synchronises. A folder that goes
// away for a while, such as a drive that was unplugged, is waited for. The only
// error is a folder that cannot be opened at the start.
func Watch(ctx context.Context, dir string, found func(paths []string)) error {
	return (&Memory{dir: dir}).Watch(ctx, found)
}

// Watch is the function Watch, without the files that were handed over in
// earlier runs and are as they were then. What is handed over is remembered
// when found has returned and the context still stands.
func (m *Memory) Watch(ctx context.Context, found func(paths []string)) error {
	info, err := os.Stat(m.dir)
	if err != nil {
		return unreadable(filepath.Base(m.dir), err)
	}
	if !info.IsDir() {
		return claims.Refused(filepath.Base(m.dir), claims.Say("error.notFolder", "is not a folder"))
	}
	w := watcher{dir: m.dir, files: m.load()}
	for {
		began := time.Now()
		ready, changed := w.look()
		if len(ready) > 0 && ctx.Err() == nil {
			found(ready)
			began = time.Now() // the time of the import is not that of looking
		}
		if changed && ctx.Err() == nil {
			m.save(w.files)
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
	told   bool        // it was handed over like this
	hash   claims.Hash // of the bytes that were handed over last; empty where unknown
}

// look lists the files that have not changed since the look before and were
// not handed over yet. A file that was written anew with the bytes that it had
// is none of them. changed tells that there is something to remember.
func (w *watcher) look() (ready []string, changed bool) {
	list, err := Files(w.dir)
	if err != nil {
		return nil, false // gone for a while: what is known of its files stays true
	}
	now := make(map[string]*watched, len(list))
	for _, f := range list {
		info, err := os.Stat(f.Path)
		if f.Skip != nil || err != nil || hasEnding(f.Path, unfinished...) {
			continue
		}
		seen := w.files[f.Path]
		if seen == nil || !seen.is(info) {
			now[f.Path] = &watched{size: info.Size(), change: info.ModTime()}
			if seen != nil {
				now[f.Path].hash = seen.hash
			}
			continue
		}
		now[f.Path] = seen
		if seen.told || seen.size == 0 {
			continue
		}
		seen.told, changed = true, true
		if hash := hashOf(f.Path); hash == "" || hash != seen.hash {
			seen.hash = hash
			ready = append(ready, f.Path)
		}
	}
	changed = changed || len(now) < len(w.files)
	w.files = now
	slices.Sort(ready)
	return ready, changed
}

func (f *watched) is(info fs.FileInfo) bool {
	return f.size == info.Size() && f.change.Equal(info.ModTime())
}

// hashOf is the SHA-256 of a file's bytes; "" for one that cannot be read or is
// too large to be an article.
func hashOf(path string) claims.Hash {
	data, err := load(path, DefaultLimits.In)
	if err != nil {
		return ""
	}
	return claims.HashOf(data)
}

// Package archive opens an archive for the two programs: the database, the
// search index beside it, and the desk that works on both.
package archive

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"os/user"
	"path/filepath"
	"runtime"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/claims/match"
	"onrecord/storage"
)

// Archive is an open archive. Close it to let others in.
type Archive struct {
	*desk.Desk
	Store *storage.Archive
	Index *match.Index
	Path  string

	options Options
}

// Options are what a person can choose.
type Options struct {
	Who      string                       // for the journal; "" is the name of the user
	Progress func(words string, done int) // of a migration or an index that is built; may be nil
}

// Path is where the archive lies: the given file, or onrecord/archive.db under
// the user's data directory.
func Path(given string) (string, error) {
	if given != "" {
		return given, nil
	}
	dir, err := dataDir()
	if err != nil {
		return "", &claims.Error{Code: claims.CodeDisk, What: "archive", Reason: claims.Say("error.noDataFolder", "no data directory was found"), Advice: claims.Say("error.nameArchive", "Say where the archive is with --archive FILE."), Err: err}
	}
	return filepath.Join(dir, "onrecord", "archive.db"), nil
}

func dataDir() (string, error) {
	if dir := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(dir) {
		return dir, nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", err
	}
	switch runtime.GOOS {
	case "windows":
		if dir := os.Getenv("LocalAppData"); dir != "" {
			return dir, nil
		}
		return filepath.Join(home, "AppData", "Local"), nil
	case "darwin":
		return filepath.Join(home, "Library", "Application Support"), nil
	}
	return filepath.Join(home, ".local", "share"), nil
}

// IndexPath is where the search index of an archive lies. It is derived: it can
// be deleted at any time.
func IndexPath(path string) string { return path + ".search" }

// BackupFolder is where the automatic backups of an archive lie.
func BackupFolder(path string) string { return filepath.Join(filepath.Dir(path), "backups") }

// Open opens the archive, or makes a new one, and brings its search index up
// to date. An index that cannot be read is built again: it is derived.
func Open(ctx context.Context, path string, opts Options) (*Archive, error) {
	store, err := storage.Open(path, storage.Options{
		Backups: BackupFolder(path),
		BackedUp: func(path string, err error) {
			if err != nil {
				slog.Error("the automatic backup failed", "file", path, "reason", err)
			}
		},
	})
	if err != nil {
		return nil, err
	}
	a := &Archive{Store: store, Path: path, options: opts}
	if a.Index, err = openIndex(IndexPath(path)); err != nil {
		return nil, errors.Join(err, store.Close())
	}
	a.Desk = desk.New(store, a.Index, desk.Options{Who: who(opts.Who)})
	progress := func(int) {}
	if opts.Progress != nil {
		progress = func(n int) { opts.Progress("Building the search index", n) }
	}
	if err := a.Refresh(ctx, progress); err != nil {
		return nil, errors.Join(err, store.Close()) // not the index: it would fail to be written a second time
	}
	return a, nil
}

func openIndex(path string) (*match.Index, error) {
	index, err := match.Open(path)
	if err == nil {
		return index, nil
	}
	slog.Warn("the search index is built again", "reason", err)
	if err := match.Drop(path); err != nil {
		return nil, &claims.Error{Code: claims.CodeDisk, What: path, Reason: claims.Say("error.indexStuck", "the search index is damaged and cannot be replaced"), Advice: claims.Say("error.deleteThatFile", "Delete that file; it is built again."), Err: err}
	}
	return match.Open(path)
}

// Close writes what the index still holds in memory and closes the archive.
func (a *Archive) Close() error {
	var err error
	if a.Index != nil {
		err = a.Index.Flush()
	}
	if a.Store != nil { // a restore may have left none
		err = errors.Join(err, a.Store.Close())
	}
	return err
}

func who(given string) string {
	if given != "" {
		return given
	}
	if u, err := user.Current(); err == nil {
		if u.Name != "" {
			return u.Name
		}
		return u.Username
	}
	return "somebody"
}

package storage

import (
	"context"
	"encoding/binary"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"onrecord/claims"
	"onrecord/claims/desk"
)

// Archive is an open archive file. It implements desk.Store; its methods may
// be called from any goroutine, and what a method acknowledged is on disk.
type Archive struct {
	now      atomic.Pointer[handle]
	path     string
	opts     Options
	warnings []*claims.Sentence
	writing  chan struct{} // full while somebody writes
	tidied   atomic.Int64  // bytes of the file when it was opened or compacted last

	closing  context.Context // ends when Close begins
	end      context.CancelFunc
	backups  sync.WaitGroup // rotations under way
	replaced sync.WaitGroup // closing of files that were compacted
	rotateMu sync.Mutex
	rotated  string // day of the last rotation that was begun
}

var _ desk.Store = (*Archive)(nil)

// Options tell how an archive is opened. The zero Options are right for a
// program that works with it.
type Options struct {
	ReadOnly bool             // look at it without changing a byte; others may look too
	Wait     time.Duration    // for another program to close it; 0: half a second
	Now      func() time.Time // nil: the clock
	// Backups is the folder for daily backups: the first change of a day
	// starts one, while work goes on. "": none.
	Backups string
	// BackedUp hears of each automatic backup, from another goroutine; nil: no one.
	BackedUp func(path string, err error)

	scrypt int // work of encrypting a backup, a power of two; 0: what age takes. Tests take less
}

const (
	fileMode   = 0o600
	folderMode = 0o700
	defaultMax = 500 * time.Millisecond
)

// Open opens an archive and creates it, with its folder, where there is none.
// An older archive is backed up and migrated. The error has claims.CodeLocked
// where another program has it open, claims.CodeNewer where a newer version of
// this one wrote it, claims.CodeDamaged where it cannot be trusted, and
// claims.CodeDisk where the disk is to blame.
func Open(path string, opts Options) (*Archive, error) {
	if opts.Now == nil {
		opts.Now = time.Now
	}
	if opts.Wait == 0 {
		opts.Wait = defaultMax
	}
	if !opts.ReadOnly {
		if err := os.MkdirAll(filepath.Dir(path), folderMode); err != nil { //nolint:gosec // the user named the place
			return nil, translate(path, err)
		}
	}
	a := &Archive{path: path, opts: opts, warnings: placeWarnings(path), writing: make(chan struct{}, 1)}
	a.closing, a.end = context.WithCancel(context.Background())
	if err := a.open(); err != nil {
		return nil, err
	}
	if err := a.prepare(); err != nil {
		return nil, errors.Join(err, a.Close())
	}
	return a, nil
}

// prepare makes sure that the file is whole and of this version.
func (a *Archive) prepare() error {
	err := a.view(context.Background(), func(t *txn) error {
		a.tidied.Store(t.Size())
		info, err := t.file.Stat()
		if err != nil {
			return err
		}
		if info.Size() < t.Size() {
			return &claims.Error{
				Code: claims.CodeDamaged, What: a.path,
				Reason: claims.Say("error.fileEndsAfter", "the file ends after %d of %d bytes", info.Size(), t.Size()), Advice: salvageAdvice,
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	if !a.opts.ReadOnly {
		a.sweep()
		if err := os.Chmod(a.path, fileMode); err != nil && !errors.Is(err, fs.ErrPermission) {
			return translate(a.path, err)
		}
	}
	return a.checkFormat()
}

// sweep removes what a program that was killed left beside the archive. Only
// who has the archive open for writing makes such files.
func (a *Archive) sweep() {
	sweepBeside(a.path)
	if file, err := filepath.EvalSymlinks(a.path); err == nil && file != a.path {
		sweepBeside(file) // a compacted copy
	}
}

func sweepBeside(path string) {
	folder, name := filepath.Split(path)
	entries, err := os.ReadDir(filepath.Clean(folder))
	if err != nil {
		return // it can be written to and not listed: the files do no harm
	}
	for _, e := range entries {
		rest, ours := strings.CutPrefix(e.Name(), name)
		if ours && (strings.HasPrefix(rest, sortSuffix) || strings.HasPrefix(rest, backupSuffix) || strings.HasPrefix(rest, previewSuffix) || rest == compactSuffix) {
			_ = os.Remove(filepath.Join(folder, e.Name())) //nolint:gosec // a name that was read from the archive's own folder
		}
	}
}

// Close breaks off a backup under way, waits for readers, and closes the file.
func (a *Archive) Close() (err error) {
	a.rotateMu.Lock()
	a.end()
	a.rotateMu.Unlock()
	a.backups.Wait()
	defer guard(a.path, &err)()
	err = translate(a.path, a.now.Load().db.Close())
	a.replaced.Wait()
	return err
}

// Path is where the archive lies.
func (a *Archive) Path() string { return a.path }

// Warnings are sentences on dangers of the place where the archive lies: a
// folder that another program synchronises, a network drive.
func (a *Archive) Warnings() []*claims.Sentence { return a.warnings }

// checkFormat creates the tree of a new archive, refuses one from the future
// and migrates one from the past.
func (a *Archive) checkFormat() error {
	format, err := a.format()
	switch {
	case err != nil:
		return err
	case format == formatNone && a.opts.ReadOnly:
		return &claims.Error{Code: claims.CodeDamaged, What: a.path, Reason: claims.Say("error.archiveEmpty", "the archive is empty")}
	case format == formatNone:
		return a.create()
	case format > currentFormat:
		return &claims.Error{
			Code: claims.CodeNewer, What: a.path,
			Reason: claims.Say("error.archiveNewer", "the archive was written by a newer version of Onrecord (format %d, this version knows up to %d)", format, currentFormat),
			Advice: claims.Say("error.updateOnrecordOpen", "Update Onrecord to open it"),
		}
	case format < currentFormat && a.opts.ReadOnly:
		return &claims.Error{
			Code: claims.CodeRefused, What: a.path,
			Reason: claims.Say("error.archiveOlder", "the archive was written by an older version of Onrecord"), Advice: claims.Say("error.openOnceFor", "Open it once for writing, which brings it up to date"),
		}
	case format < currentFormat:
		return a.migrate(format)
	}
	return a.finishIndexes()
}

// finishIndexes makes the indexes whole where a program that made them was
// killed.
func (a *Archive) finishIndexes() error {
	whole := true
	err := a.view(context.Background(), func(t *txn) error {
		whole = t.metaNumber(metaIndexing) == 0
		return nil
	})
	switch {
	case err != nil || whole:
		return err
	case a.opts.ReadOnly:
		return &claims.Error{
			Code: claims.CodeRefused, What: a.path,
			Reason: claims.Say("error.programWorkedOn", "a program that worked on the archive was interrupted"), Advice: claims.Say("error.openOnceForWriting", "Open it once for writing, which repairs it"),
		}
	}
	return a.reindex(context.Background(), nil)
}

// formatNone is the format of a file without anything in it.
const formatNone = -1

func (a *Archive) format() (format int, err error) {
	err = a.view(context.Background(), func(t *txn) error {
		meta := t.Bucket(bucketMeta)
		if meta == nil {
			if name, _ := t.Cursor().First(); name != nil {
				return &claims.Error{Code: claims.CodeDamaged, What: a.path, Reason: claims.Say("error.othersArchive", "the file is not an archive of Onrecord")}
			}
			format = formatNone
			return nil
		}
		n, size := binary.Uvarint(meta.Get(metaFormat))
		if size <= 0 || n > 1<<20 {
			return &claims.Error{Code: claims.CodeDamaged, What: a.path, Reason: claims.Say("error.archiveDoesNot", "the archive does not tell its format"), Advice: salvageAdvice}
		}
		format = int(n) //nolint:gosec // checked above
		return nil
	})
	return format, err
}

func (a *Archive) create() error {
	return a.update(context.Background(), func(t *txn) error {
		if err := createBuckets(t.Tx); err != nil {
			return err
		}
		meta := t.Bucket(bucketMeta)
		if err := meta.Put(metaCreated, []byte(packTime(a.opts.Now()))); err != nil {
			return err
		}
		return meta.Put(metaFormat, binary.AppendUvarint(nil, currentFormat))
	})
}

package storage

import (
	"context"
	"errors"
	"os"

	bolt "go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"
)

// handle is an open file. Compaction puts another one in its place.
type handle struct {
	db   *bolt.DB
	file *os.File // of db, to look at it without bbolt
}

// open maps the file. Where another program compacted the archive while this
// one waited for it, the file that was waited for is not the archive any more.
func (a *Archive) open() error {
	for {
		h, err := openFile(a.path, a.opts)
		if err != nil {
			return err
		}
		is, err := h.liesAt(a.path)
		if err == nil && is {
			a.now.Store(h)
			return nil
		}
		if err = errors.Join(err, h.db.Close()); err != nil {
			return translate(a.path, err)
		}
	}
}

// openFile maps a file. bbolt trusts what it finds there, so that a damaged
// file can make it panic: the file is then closed here, and named damaged.
func openFile(path string, opts Options) (h *handle, err error) {
	if err := sniff(path, opts.ReadOnly); err != nil {
		return nil, err
	}
	var file *os.File
	defer func() {
		if err != nil && file != nil {
			_ = file.Close() // bbolt has closed it already unless it panicked
		}
	}()
	defer guard(path, &err)()
	db, err := bolt.Open(path, fileMode, &bolt.Options{
		Timeout:      opts.Wait,
		ReadOnly:     opts.ReadOnly,
		FreelistType: bolt.FreelistMapType,
		OpenFile: func(name string, flag int, mode os.FileMode) (*os.File, error) {
			var err error
			file, err = os.OpenFile(name, flag, mode) //nolint:gosec // the archive that the user named
			return file, err
		},
	})
	if err != nil {
		return nil, translate(path, err)
	}
	return &handle{db, file}, nil
}

// liesAt tells whether a path still names the open file.
func (h *handle) liesAt(path string) (bool, error) {
	mine, err := h.file.Stat()
	if err != nil {
		return false, err
	}
	there, err := os.Stat(path)
	if errors.Is(err, os.ErrNotExist) {
		return false, nil // it is being replaced, or created anew by the next try
	}
	return err == nil && os.SameFile(mine, there), err
}

// read runs fn in a transaction that reads the file of the moment. Where that
// was replaced in between, its successor says the same.
func (a *Archive) read(ctx context.Context, fn func(*txn) error) error {
	for {
		h := a.now.Load()
		err := h.db.View(func(tx *bolt.Tx) error { return fn(newTxn(tx, h.file)) })
		if !errors.Is(err, bolterrors.ErrDatabaseNotOpen) || a.now.Load() == h || ctx.Err() != nil {
			return err
		}
	}
}

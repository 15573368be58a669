package main

import (
	"bufio"
	"errors"
	"os"
	"path/filepath"

	"onrecord/claims"
)

// writeFile writes beside the file and puts it in place at the end, so that a
// failure leaves what was there.
func writeFile(path string, write func(*bufio.Writer) error) error {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if err != nil {
		return disk(path, err)
	}
	b := bufio.NewWriterSize(f, 1<<20)
	err = write(b)
	if err == nil {
		err = b.Flush()
	}
	if err == nil {
		err = f.Sync()
	}
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		_ = os.Remove(f.Name()) // the reason of the failure matters more
		if claims.CodeOf(err) != "" {
			return err
		}
		return disk(path, err)
	}
	return nil
}

// checkPlace refuses a place that no file can be written to: a folder, or one
// in a folder that is not there. A disk that is not plugged in looks like that,
// and a folder made in its stead would be on another disk.
func checkPlace(path string) error {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return disk(path, &os.PathError{Op: "write", Path: path, Err: errors.New("is a folder")})
	}
	if _, err := os.Stat(filepath.Dir(path)); err != nil {
		return disk(path, err)
	}
	return nil
}

// openFile opens a file to read it.
func openFile(path string) (*os.File, error) {
	info, err := os.Stat(path)
	if err == nil && info.IsDir() {
		return nil, claims.Refused(path, claims.Plain("is a folder"))
	}
	var f *os.File
	if err == nil {
		f, err = os.Open(path) //nolint:gosec // the file that the user named
	}
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil, claims.Refused(path, claims.Plain("does not exist"))
	case errors.Is(err, os.ErrPermission):
		return nil, claims.Refused(path, claims.Plain("may not be read with your permissions"))
	case err != nil:
		return nil, claims.Refused(path, claims.Plain("cannot be read: "+err.Error()))
	}
	return f, nil
}

// disk says why a file cannot be written: a place that is none or is another's
// was named wrongly, a full disk is no fault of the command.
func disk(path string, err error) error {
	switch {
	case errors.Is(err, os.ErrNotExist):
		return &claims.Error{Code: claims.CodeInvalid, What: path, Reason: claims.Plain("is in a folder that does not exist"), Advice: claims.Plain("Make it, or choose another place."), Err: err}
	case errors.Is(err, os.ErrPermission):
		return &claims.Error{Code: claims.CodeInvalid, What: path, Reason: claims.Plain("may not be written with your permissions"), Advice: claims.Plain("Choose another place."), Err: err}
	}
	if info, statErr := os.Stat(path); statErr == nil && info.IsDir() {
		return &claims.Error{Code: claims.CodeInvalid, What: path, Reason: claims.Plain("is a folder"), Advice: claims.Plain("Name a file in it."), Err: err}
	}
	return &claims.Error{Code: claims.CodeDisk, What: path, Reason: claims.Plain("cannot be written"), Advice: claims.Plain("Choose another place or make room."), Err: err}
}

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

func disk(path string, err error) error {
	reason := "cannot be written"
	if errors.Is(err, os.ErrPermission) {
		reason = "may not be written with your permissions"
	}
	return &claims.Error{Code: claims.CodeDisk, What: path, Reason: reason, Advice: "Choose another place or make room.", Err: err}
}

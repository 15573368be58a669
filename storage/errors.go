package storage

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime/debug"
	"strings"
	"syscall"

	bolterrors "go.etcd.io/bbolt/errors"

	"onrecord/claims"
)

var salvageAdvice = claims.Say("error.salvage", "Restore a backup, or save what is whole into a new archive")

// damaged is an error for a record that cannot be trusted.
func damaged(kind claims.Kind, id string, err error) error {
	return &claims.Error{Code: claims.CodeDamaged, Reason: claims.Say("error.recordDamaged", "%s %s: is damaged: %s", kind, id, err), Advice: salvageAdvice, Err: err}
}

// guard turns a panic into an error with claims.CodeDamaged: bbolt trusts its
// pages and panics, or reads outside the mapped file, where they are damaged.
// Use it as
//
//	defer guard(path, &err)()
func guard(path string, err *error) func() {
	old := debug.SetPanicOnFault(true)
	return func() {
		debug.SetPanicOnFault(old)
		if r := recover(); r != nil {
			*err = &claims.Error{Code: claims.CodeDamaged, What: path, Reason: claims.Say("error.archiveDamaged", "the archive is damaged"), Advice: salvageAdvice, Err: fmt.Errorf("%v", r)}
		}
	}
}

// translate gives an error of bbolt or of the system its code and sentence.
func translate(path string, err error) error {
	var known *claims.Error
	if err == nil || errors.As(err, &known) || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	out := &claims.Error{What: path, Err: err}
	switch {
	case errors.Is(err, bolterrors.ErrTimeout):
		out.Code, out.Reason, out.Advice = claims.CodeLocked, claims.Say("error.archiveLocked", "the archive is open in another window or program"), claims.Say("error.closeThereAnd", "Close it there and try again")
	case errors.Is(err, bolterrors.ErrInvalid), errors.Is(err, bolterrors.ErrChecksum), errors.Is(err, bolterrors.ErrVersionMismatch):
		out.Code, out.Reason, out.Advice = claims.CodeDamaged, claims.Say("error.noArchive", "the file is not an archive, or its beginning is damaged"), salvageAdvice
	case errors.Is(err, bolterrors.ErrDatabaseReadOnly):
		out.Code, out.Reason = claims.CodeDisk, claims.Say("error.archiveWasOpened", "the archive was opened for reading only")
	case caused(err, syscall.ENOSPC), caused(err, syscall.EDQUOT):
		out.Code, out.Reason, out.Advice = claims.CodeDisk, claims.Say("error.diskFull", "the disk is full; nothing was changed"), claims.Say("error.freeSomeSpace", "Free some space and try again")
	case caused(err, syscall.EFBIG):
		out.Code, out.Reason, out.Advice = claims.CodeDisk, claims.Say("error.fileHasReached", "the file has reached the size that this system allows; nothing was changed"), claims.Say("error.moveArchiveAnother", "Move the archive to another disk")
	case caused(err, syscall.EROFS), errors.Is(err, fs.ErrPermission):
		out.Code, out.Reason, out.Advice = claims.CodeDisk, claims.Say("error.mayNotWrite", "the program may not write there"), claims.Say("error.checkWhoOwns", "Check who owns the file and its folder")
	case caused(err, syscall.EIO):
		out.Code, out.Reason, out.Advice = claims.CodeDisk, claims.Say("error.diskReportsError", "the disk reports an error"), claims.Say("error.copyArchiveAnother", "Copy the archive to another disk before anything else")
	case errors.Is(err, fs.ErrNotExist):
		out.Code, out.Reason = claims.CodeNotFound, claims.Say("error.thereNoSuchFile", "there is no such file")
	default:
		return fmt.Errorf("%s: %w", path, err)
	}
	return out
}

// caused finds an error of the system in another, also where bbolt has kept no
// more of it than its words.
func caused(err error, by syscall.Errno) bool {
	return errors.Is(err, by) || strings.Contains(err.Error(), by.Error())
}

// magic is what a bbolt file has at byte 16 of one of its first two pages.
var magic = []byte{0xED, 0xDA, 0x0C, 0xED}

// sniff refuses a file that never was an archive before it is locked and
// mapped.
func sniff(path string, readOnly bool) error {
	f, err := os.Open(path) //nolint:gosec // the archive that the user named
	if errors.Is(err, fs.ErrNotExist) && !readOnly {
		return nil
	}
	if err != nil {
		return translate(path, err)
	}
	defer f.Close() //nolint:errcheck // only read
	info, err := f.Stat()
	switch {
	case err != nil:
		return translate(path, err)
	case info.IsDir():
		return &claims.Error{Code: claims.CodeDamaged, What: path, Reason: claims.Say("error.folderNotArchive", "is a folder, not an archive"), Advice: claims.Say("error.nameArchivesFile", "Name the archive's file.")}
	case info.Size() == 0:
		return nil
	}
	for page := int64(0); page <= 64<<10; page += 1 << 10 {
		var head [20]byte
		if _, err := f.ReadAt(head[:], page); err != nil {
			break
		}
		if string(head[16:]) == string(magic) {
			return nil
		}
	}
	return &claims.Error{Code: claims.CodeDamaged, What: path, Reason: claims.Say("error.noArchive", "the file is not an archive, or its beginning is damaged"), Advice: salvageAdvice}
}

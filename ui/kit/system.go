package kit

import (
	"context"
	"crypto/tls"
	"errors"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"syscall"

	"fyne.io/fyne/v2/lang"
)

// SystemWords says in the language of the window what is behind a usual error of
// the system or the network, without the file that it is about; "" for others.
func SystemWords(err error) string {
	if words := system(err); words != "" {
		return words
	}
	return network(err)
}

// CauseWords says what an error is about and what is behind it. What is no usual
// error stays in its own words.
func CauseWords(err error) string {
	why := SystemWords(err)
	if why == "" {
		return err.Error()
	}
	if at := (*fs.PathError)(nil); errors.As(err, &at) && at.Path != "" {
		return filepath.Base(at.Path) + ": " + why
	}
	if at := (*os.LinkError)(nil); errors.As(err, &at) && at.New != "" {
		return filepath.Base(at.New) + ": " + why
	}
	return why
}

// system names an error of files and disks; "" for others.
func system(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return lang.X("system.absent", "there is no such file or folder")
	case errors.Is(err, syscall.EROFS):
		return lang.X("system.readOnly", "the disk can only be read")
	case errors.Is(err, fs.ErrPermission):
		return lang.X("system.permission", "your permissions do not allow it")
	case errors.Is(err, fs.ErrExist):
		return lang.X("system.exists", "something of that name is there already")
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return lang.X("system.full", "the disk is full")
	case errors.Is(err, syscall.EISDIR):
		return lang.X("system.folder", "that is a folder")
	case errors.Is(err, syscall.ENOTDIR):
		return lang.X("system.noFolder", "that is no folder")
	case errors.Is(err, syscall.EFBIG):
		return lang.X("system.large", "the file is larger than this system allows")
	case errors.Is(err, syscall.ENAMETOOLONG):
		return lang.X("system.longName", "the name is too long")
	case errors.Is(err, syscall.EBUSY), errors.Is(err, syscall.ETXTBSY):
		return lang.X("system.busy", "another program is using it")
	case errors.Is(err, syscall.EMFILE), errors.Is(err, syscall.ENFILE):
		return lang.X("system.many", "too many files are open")
	case errors.Is(err, syscall.EIO):
		return lang.X("system.failing", "the disk reports an error")
	}
	return ""
}

// network names an error of a connection; "" for others.
func network(err error) string {
	var name *net.DNSError
	var certificate *tls.CertificateVerificationError
	var slow net.Error
	switch {
	case errors.As(err, &name) && name.IsNotFound:
		return lang.X("network.name", "there is no server of that name")
	case errors.As(err, &certificate):
		return lang.X("network.certificate", "the certificate of the server is not valid")
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, os.ErrDeadlineExceeded), errors.As(err, &slow) && slow.Timeout():
		return lang.X("network.slow", "the server does not answer in time")
	case errors.Is(err, syscall.ECONNREFUSED):
		return lang.X("network.refused", "the server refuses the connection")
	case errors.Is(err, syscall.ECONNRESET):
		return lang.X("network.broken", "the connection broke off")
	case errors.Is(err, syscall.ENETUNREACH), errors.Is(err, syscall.EHOSTUNREACH), errors.As(err, &name):
		return lang.X("network.none", "there is no connection to the network")
	}
	return ""
}

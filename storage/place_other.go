//go:build !linux

package storage

import (
	"runtime"
	"strings"
)

// networkDrive names the kind of network file system of a folder, or "". Where
// the system has no statfs it knows only the names of shares.
func networkDrive(folder string) string {
	if runtime.GOOS == "windows" && strings.HasPrefix(folder, `\\`) {
		return "a shared folder"
	}
	return ""
}

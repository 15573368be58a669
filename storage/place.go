package storage

import (
	"os"
	"path/filepath"
	"strings"

	"onrecord/claims"
)

// syncMarkers are files that a program which synchronises folders leaves at
// the top of the folder that it watches.
var syncMarkers = []struct{ file, program string }{
	{".dropbox", "Dropbox"},
	{".dropbox.cache", "Dropbox"},
	{".stfolder", "Syncthing"},
	{".stignore", "Syncthing"},
	{".owncloudsync.log", "ownCloud"},
	{".nextcloudsync.log", "Nextcloud"},
	{".tmp.drivedownload", "Google Drive"},
	{".tmp.driveupload", "Google Drive"},
	{".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"},
}

// syncFolders are the names that such a program gives its folder, to which it
// adds whose it is: "OneDrive - Elm Courier", "Dropbox (Personal)".
var syncFolders = []struct{ name, program string }{
	{"dropbox", "Dropbox"},
	{"onedrive", "OneDrive"},
	{"google drive", "Google Drive"},
	{"googledrive", "Google Drive"},
	{"my drive", "Google Drive"},
	{"icloud drive", "iCloud"},
	{"icloud", "iCloud"},
	{"com~apple~clouddocs", "iCloud"},
	{"mobile documents", "iCloud"},
	{"nextcloud", "Nextcloud"},
	{"owncloud", "ownCloud"},
	{"syncthing", "Syncthing"},
}

// placeWarnings tells what is dangerous about the place of an archive.
func placeWarnings(path string) (out []*claims.Sentence) {
	folder, err := filepath.Abs(filepath.Dir(path))
	if err != nil {
		return nil
	}
	if resolved, err := filepath.EvalSymlinks(folder); err == nil {
		folder = resolved
	}
	if program := syncedBy(folder); program != "" {
		out = append(out, claims.Say("warning.synced", "The archive lies in a folder that %s synchronises. That can damage it while it is open: keep it elsewhere, and put backups there instead.", program))
	}
	if network := networkDrive(folder); network != "" {
		out = append(out, claims.Say("warning.network", "The archive lies on a network drive (%s). A lost connection can damage it, and another computer may open it at the same time: keep it on a disk of this computer.", network))
	}
	return out
}

// syncedBy names the program that synchronises a folder, or "".
func syncedBy(folder string) string {
	for {
		base := strings.ToLower(filepath.Base(folder))
		for _, f := range syncFolders {
			if base == f.name || strings.HasPrefix(base, f.name+" (") || strings.HasPrefix(base, f.name+" - ") || strings.HasPrefix(base, f.name+"~") {
				return f.program
			}
		}
		for _, m := range syncMarkers {
			if _, err := os.Lstat(filepath.Join(folder, m.file)); err == nil { //nolint:gosec // it only asks whether a marker lies there
				return m.program
			}
		}
		parent := filepath.Dir(folder)
		if parent == folder {
			return ""
		}
		folder = parent
	}
}

package storage

import "golang.org/x/sys/unix"

// networkTypes are the kinds of file systems that lie on another computer, by
// the magic number of statfs(2).
var networkTypes = map[int64]string{
	unix.NFS_SUPER_MAGIC:  "NFS",
	unix.SMB_SUPER_MAGIC:  "SMB",
	unix.SMB2_SUPER_MAGIC: "SMB",
	unix.CIFS_SUPER_MAGIC: "CIFS",
	unix.AFS_SUPER_MAGIC:  "AFS",
	unix.CODA_SUPER_MAGIC: "Coda",
	unix.NCP_SUPER_MAGIC:  "NetWare",
	unix.V9FS_MAGIC:       "9P",
	unix.CEPH_SUPER_MAGIC: "Ceph",
}

// networkDrive names the kind of network file system of a folder, or "".
func networkDrive(folder string) string {
	var fs unix.Statfs_t
	if err := unix.Statfs(folder, &fs); err != nil {
		return ""
	}
	return networkTypes[int64(fs.Type)] //nolint:unconvert // a 32-bit number on some machines
}

package ingest

import (
	"encoding/json"
	"os"
	"path/filepath"
	"time"

	"onrecord/claims"
)

// Memory remembers from one run of a program to the next which files of a
// watched folder were handed over, so that a folder of ten thousand files is
// not read anew at every start:
//
//	m := ingest.Remember(filepath.Join(stateDir, "watched.json"), dir)
//	err := m.Watch(ctx, func(paths []string) { ... })
//
// A file counts as taken while its size and its time of change are what they
// were; where they are not, as after a copy or a synchronisation, its SHA-256
// decides. Files that could not be read are taken too: they come again when
// they change.
//
// What was taken is kept in a file of its own, since it says something about a
// folder of this machine and nothing about the archive. It holds for one folder
// and one archive: who opens another archive gives it another file. A file that
// is absent, damaged or about another folder is an empty memory; one that
// cannot be written costs no more than reading the folder again.
type Memory struct {
	path string // where it is kept; empty for nowhere
	dir  string
}

// Remember gives the memory of the folder dir that is kept in the file path.
func Remember(path, dir string) *Memory { return &Memory{path: path, dir: dir} }

// memoryFile is the form in which a memory is kept.
type memoryFile struct {
	Folder string                `json:"folder"`
	Files  map[string]memoryLine `json:"files"` // by their path below the folder
}

type memoryLine struct {
	Size   int64       `json:"size"`
	Change time.Time   `json:"changed"`
	Hash   claims.Hash `json:"sha256,omitempty"`
}

// load reads what was taken earlier.
func (m *Memory) load() map[string]*watched {
	files := map[string]*watched{}
	if m.path == "" {
		return files
	}
	data, err := os.ReadFile(m.path)
	if err != nil {
		return files // nothing was taken yet
	}
	var kept memoryFile
	if json.Unmarshal(data, &kept) != nil || kept.Folder != m.dir {
		return files
	}
	for name, f := range kept.Files {
		files[filepath.Join(m.dir, filepath.FromSlash(name))] = &watched{size: f.Size, change: f.Change, told: true, hash: f.Hash}
	}
	return files
}

// save writes what was taken, in one step, so that a program that is ended
// meanwhile leaves the earlier memory.
func (m *Memory) save(files map[string]*watched) {
	if m.path == "" {
		return
	}
	kept := memoryFile{Folder: m.dir, Files: make(map[string]memoryLine, len(files))}
	for path, f := range files {
		if name, err := filepath.Rel(m.dir, path); f.told && err == nil {
			kept.Files[filepath.ToSlash(name)] = memoryLine{f.size, f.change, f.hash}
		}
	}
	data, err := json.Marshal(kept)
	if err != nil {
		return // a time of change that no calendar has
	}
	part := m.path + ".part"
	if os.MkdirAll(filepath.Dir(m.path), 0o700) != nil || os.WriteFile(part, data, 0o600) != nil || os.Rename(part, m.path) != nil {
		_ = os.Remove(part) // it is read again at the next start
	}
}

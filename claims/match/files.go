package match

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"onrecord/claims"
	"onrecord/claims/match/segment"
)

// An index is two files: the large segment, and beside it a small one with
// what changed since, which is written in its stead where little has changed.
const changesSuffix = ".changes"

// tmpSuffix ends the names of files that are being written.
const tmpSuffix = ".tmp"

// Open reads an index, and removes what a program that was killed left beside
// it: nobody else may have it open. Where there is none it is empty, with a Seq
// of 0. An index that is damaged or that another version wrote is an error with
// claims.CodeDamaged or claims.CodeNewer; it holds nothing that cannot be
// built again from the records, so the caller removes it with Drop and
// rebuilds.
func Open(path string) (*Index, error) {
	sweep(path)
	ix := &Index{path: path}
	ix.now.Store(&view{})
	base, err := readSegment(path)
	if err != nil {
		return nil, err
	}
	if base == nil {
		return ix, nil
	}
	changes, err := readSegment(path + changesSuffix)
	if err != nil {
		return nil, err
	}
	// Changes to another base are from before the base was written.
	if changes == nil || changes.Base != base.Sum() {
		ix.now.Store(newView(base.Seq, true, newPart(base, nil)))
		return ix, nil
	}
	dead, err := unpack(changes.Dead, base.Docs())
	if err != nil {
		return nil, err
	}
	ix.now.Store(newView(changes.Seq, true, newPart(base, dead), newPart(changes, nil)))
	return ix, nil
}

// sweep removes files that were begun and never put in place.
func sweep(path string) {
	folder, name := filepath.Split(path)
	begun, err := os.ReadDir(filepath.Clean(folder))
	if err != nil {
		return // the files do no harm
	}
	for _, e := range begun {
		if strings.HasPrefix(e.Name(), name+".") && strings.HasSuffix(e.Name(), tmpSuffix) {
			_ = os.Remove(filepath.Join(folder, e.Name())) // #nosec G304 G703 -- beside the caller's archive
		}
	}
}

// Drop removes the files of an index.
func Drop(path string) error {
	for _, p := range []string{path, path + changesSuffix} {
		if err := os.Remove(p); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return disk(err)
		}
	}
	return nil
}

// readSegment gives nil for a file that does not exist.
func readSegment(path string) (*segment.Segment, error) {
	data, err := os.ReadFile(path) // #nosec G304 G703 -- the caller's archive
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, disk(err)
	}
	s, err := segment.Read(data)
	switch {
	case errors.Is(err, segment.ErrVersion):
		return nil, &claims.Error{Code: claims.CodeNewer, What: "search index", Reason: claims.Because(err), Advice: claims.Say("error.builtAnewFrom", "It is built anew from the records"), Err: err}
	case err != nil:
		return nil, &claims.Error{Code: claims.CodeDamaged, What: "search index", Reason: claims.Because(err), Advice: claims.Say("error.builtAnewFrom", "It is built anew from the records"), Err: err}
	}
	return s, nil
}

func disk(err error) error {
	if errors.Is(err, fs.ErrPermission) {
		return &claims.Error{
			Code: claims.CodeDisk, What: "search index",
			Reason: claims.Say("error.mayNotWrite", "the program may not write there"), Advice: claims.Say("error.checkWhoOwns", "Check who owns the file and its folder"), Err: err,
		}
	}
	return &claims.Error{Code: claims.CodeDisk, What: "search index", Reason: claims.Because(err), Err: err}
}

// Flush writes what is new: all of it into one file where much has changed
// since that was written, the changes alone otherwise. The files are replaced
// whole: after a crash either the old or the new is there.
func (ix *Index) Flush() error {
	const (
		little = 20_000 // documents
		share  = 10     // or this part of all
	)
	ix.mu.Lock()
	defer ix.mu.Unlock()
	v := ix.view()
	if ix.path == "" || v.file && len(v.segs) == 1 && v.seq == v.segs[0].Seq {
		return nil
	}
	changed := v.docs
	if v.file {
		changed = v.docs - v.segs[0].living() + v.segs[0].dead.count()
	}
	if !v.file || changed > max(little, v.docs/share) {
		s, err := v.merge(0, segment.Info{Seq: v.seq})
		if err != nil {
			return err
		}
		return ix.replace(s)
	}
	return ix.flushChanges(v)
}

// flushChanges writes everything but the base.
func (ix *Index) flushChanges(v *view) error {
	s, err := v.merge(1, segment.Info{Seq: v.seq, Base: v.segs[0].Sum(), Dead: pack(v.segs[0].dead)})
	if err != nil {
		return err
	}
	if err := writeSegment(ix.path+changesSuffix, s); err != nil {
		return err
	}
	ix.now.Store(newView(v.seq, true, v.segs[0], newPart(s, nil)))
	return nil
}

func (ix *Index) writeBase(s *segment.Segment) error {
	if ix.path == "" {
		return nil
	}
	if err := writeSegment(ix.path, s); err != nil {
		return err
	}
	if err := os.Remove(ix.path + changesSuffix); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return disk(err)
	}
	return nil
}

// writeSegment writes a file beside the one meant, makes sure that it has
// reached the disk, and puts it in place.
func writeSegment(path string, s *segment.Segment) (err error) {
	f, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*"+tmpSuffix)
	if err != nil {
		return disk(err)
	}
	defer func() {
		if err != nil {
			_ = os.Remove(f.Name())
			err = disk(err)
		}
	}()
	w := bufio.NewWriterSize(f, 1<<18)
	_, err = s.WriteTo(w)
	for _, step := range []func() error{w.Flush, f.Sync} {
		if err == nil {
			err = step()
		}
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}

func pack(b bitmap) []byte {
	out := make([]byte, 0, 8*len(b))
	for _, w := range b {
		out = binary.LittleEndian.AppendUint64(out, w)
	}
	return out
}

// unpack reads the bitmap of a segment with so many documents; nothing is no
// bitmap.
func unpack(packed []byte, docs int) (bitmap, error) {
	if len(packed) == 0 {
		return nil, nil
	}
	b := newBitmap(docs)
	if len(packed) != 8*len(b) {
		return nil, &claims.Error{Code: claims.CodeDamaged, What: "search index", Reason: claims.Say("error.changesDoNot", "the changes do not fit the index"), Advice: claims.Say("error.builtAnewFrom", "It is built anew from the records")}
	}
	for i := range b {
		b[i] = binary.LittleEndian.Uint64(packed[8*i:])
	}
	return b.and(all(docs)), nil
}

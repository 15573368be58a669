package ingest

import (
	"archive/zip"
	"bytes"
	"cmp"
	"errors"
	"io"
	"slices"
	"strings"

	"onrecord/claims"
)

// archive is a ZIP whose members have been checked against the limits: the
// package of an office document or book, or an archive of files.
type archive struct {
	job     *job
	name    string
	files   []*zip.File
	members map[string]*zip.File
}

// isZip reports whether the bytes begin like a ZIP.
func isZip(head []byte) bool {
	return bytes.HasPrefix(head, []byte("PK\x03\x04")) || bytes.HasPrefix(head, []byte("PK\x05\x06"))
}

// zipHas reports whether a member of that name is announced in the first
// bytes, which is where office programs put the ones that tell the kind.
func zipHas(head []byte, part string) bool { return isZip(head) && bytes.Contains(head, []byte(part)) }

// openArchive refuses archives that are damaged, encrypted, or made to burst.
func openArchive(j *job, name string, data []byte) (*archive, error) {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, &claims.Error{
			Code: claims.CodeRefused, What: name, Reason: claims.Say("error.damagedEndMissing", "is damaged: its end is missing or it is no real archive"), Err: err,
			Advice: claims.Say("error.copyOrDownload", "Copy or download it again."),
		}
	}
	a := &archive{job: j, name: name, files: r.File, members: map[string]*zip.File{}}
	if len(r.File) > j.lim.Members {
		return nil, claims.Refused(name, claims.Say("error.holdsFilesLimit", "holds %d files, the limit is %d", len(r.File), j.lim.Members))
	}
	if err := a.check(int64(len(data))); err != nil {
		return nil, err
	}
	for _, f := range r.File {
		a.members[f.Name] = f
	}
	return a, nil
}

// check adds up what the archive says that it holds, and looks for members
// that share their bytes: archives that burst do, others never.
func (a *archive) check(size int64) error {
	var total uint64
	type extent struct{ from, to int64 }
	var extents []extent
	for _, f := range a.files {
		if total += f.UncompressedSize64; total > uint64(a.job.lim.Out) || total > uint64(1<<20) && total/uint64(size) > uint64(a.job.lim.Ratio) {
			return claims.Refused(a.name, claims.Say("error.wouldUnpackMore", "would unpack to more than %d times its size or %d MB: it is no archive of articles", a.job.lim.Ratio, a.job.lim.Out>>20))
		}
		if f.CompressedSize64 == 0 {
			continue
		}
		from, err := f.DataOffset()
		if err != nil {
			return &claims.Error{Code: claims.CodeRefused, What: a.name, Reason: claims.Say("error.damagedInside", "is damaged inside"), Err: err}
		}
		extents = append(extents, extent{from, from + int64(min(f.CompressedSize64, 1<<40))})
	}
	slices.SortFunc(extents, func(x, y extent) int { return cmp.Compare(x.from, y.from) })
	for i := 1; i < len(extents); i++ {
		if extents[i].from < extents[i-1].to {
			return claims.Refused(a.name, claims.Say("error.overlap", "has members that overlap: it is made to fill the memory"))
		}
	}
	return nil
}

// read unpacks a member; nil without an error where there is none.
func (a *archive) read(member string) ([]byte, error) {
	f := a.members[member]
	if f == nil {
		f = a.members[strings.TrimPrefix(member, "/")]
	}
	if f == nil {
		return nil, nil
	}
	return a.unpack(f)
}

func (a *archive) unpack(f *zip.File) ([]byte, error) {
	if f.Flags&1 != 0 {
		return nil, claims.Refused(a.name, claims.Say("error.needsPasswordFor", "needs a password for %q", clip(f.Name, 60)))
	}
	r, err := f.Open()
	if err != nil {
		return nil, a.damaged(f.Name, err)
	}
	defer func() { _ = r.Close() }() // nothing was written
	data, err := a.job.drain(a.name, r, int64(min(f.CompressedSize64, 1<<40)))
	if err != nil && claims.CodeOf(err) == "" {
		err = a.damaged(f.Name, err)
	}
	return data, err
}

func (a *archive) damaged(member string, err error) error {
	return &claims.Error{Code: claims.CodeRefused, What: a.name, Reason: claims.Say("error.notUnpacked", "is damaged: %q cannot be unpacked", clip(member, 60)), Err: err}
}

// drain reads what unpacks from packed bytes, within every limit of the job.
func (j *job) drain(name string, r io.Reader, packed int64) ([]byte, error) {
	var out bytes.Buffer
	chunk := make([]byte, 64<<10)
	for {
		if err := j.over(name); err != nil {
			return nil, err
		}
		n, err := r.Read(chunk)
		out.Write(chunk[:n])
		*j.spent += int64(n)
		size := int64(out.Len())
		switch {
		case size > j.lim.Member || *j.spent > j.lim.Out:
			return nil, claims.Refused(name, claims.Say("error.unpacksMoreThan", "unpacks to more than %d MB: it is no archive of articles", min(size, *j.spent)>>20))
		case packed > 0 && size > 16<<20 && size/packed > j.lim.Ratio:
			return nil, claims.Refused(name, claims.Say("error.unpacksMoreThanTimes", "unpacks to more than %d times its size: it is no archive of articles", j.lim.Ratio))
		case errors.Is(err, io.EOF):
			return out.Bytes(), nil
		case err != nil:
			return out.Bytes(), err // what came before a part that is cut off or damaged
		}
	}
}

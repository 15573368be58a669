package pages

import (
	"encoding/binary"
	"errors"
	"io"

	"onrecord/claims"
)

// page is one page with its overflow, as bytes of its own.
type page struct {
	id       uint64
	branch   bool
	count    int
	overflow uint64
	data     []byte
}

// element is one entry of a page.
type element struct {
	key    []byte
	value  []byte // of a leaf
	bucket bool   // the value is a bucket
	child  uint64 // of a branch
}

// read reads a page of the tree.
func (f *File) read(id uint64) (page, error) {
	if id < 2 || id >= f.meta.highWater {
		return page{}, claims.Say("damage.liesOutsidePages", "lies outside the %d pages of the file", f.meta.highWater)
	}
	size := int64(f.meta.pageSize)
	data := make([]byte, size)
	if err := f.fill(data, id); err != nil {
		return page{}, err
	}
	p, err := parse(data)
	switch {
	case err != nil:
		return page{}, err
	case p.id != id:
		return page{}, claims.Say("damage.saysPage", "says that it is page %d", p.id)
	case p.overflow == 0:
		return p, nil
	case p.overflow >= f.meta.highWater-id:
		return page{}, claims.Say("damage.longerThanFile", "is longer than the file")
	}
	p.data = make([]byte, size*int64(p.overflow+1)) //nolint:gosec // less than the file
	return p, f.fill(p.data, id)
}

func (f *File) fill(b []byte, id uint64) error {
	at := int64(id) * int64(f.meta.pageSize) //nolint:gosec // within the file
	if at+int64(len(b)) > f.size {
		return claims.Say("damage.fileEndsBefore", "the file ends before it")
	}
	if _, err := f.r.ReadAt(b, at); err != nil && !errors.Is(err, io.EOF) {
		return claims.Say("damage.cannotBeRead", "cannot be read: %s", err)
	}
	return nil
}

func parse(data []byte) (page, error) {
	if len(data) < headerSize {
		return page{}, claims.Say("damage.cutOff", "is cut off")
	}
	le := binary.LittleEndian
	p := page{id: le.Uint64(data), count: int(le.Uint16(data[10:])), overflow: uint64(le.Uint32(data[12:])), data: data}
	switch flags := le.Uint16(data[8:]); flags {
	case flagBranch:
		p.branch = true
	case flagLeaf:
	default:
		return page{}, claims.Say("damage.noPageTree", "is no page of a tree (mark %#x)", flags)
	}
	if p.branch && p.count == 0 {
		return page{}, claims.Say("damage.branchWithoutEntries", "is a branch without entries")
	}
	return p, nil
}

var errCutOff = claims.Say("damage.reachesOutsidePage", "reaches outside its page")

// element reads entry i. Its offset counts from the entry itself.
func (p page) element(i int) (element, error) {
	at := headerSize + i*elementSize
	if i >= p.count || at+elementSize > len(p.data) {
		return element{}, errCutOff
	}
	le, head := binary.LittleEndian, p.data[at:at+elementSize]
	if p.branch {
		key, err := p.bytes(at, le.Uint32(head), le.Uint32(head[4:]))
		return element{key: key, child: le.Uint64(head[8:])}, err
	}
	offset, size := le.Uint32(head[4:]), le.Uint32(head[8:])
	key, err := p.bytes(at, offset, size)
	if err != nil {
		return element{}, err
	}
	value, err := p.bytes(at+int(offset)+int(size), 0, le.Uint32(head[12:]))
	return element{key: key, value: value, bucket: le.Uint32(head)&elementIsBucket != 0}, err
}

func (p page) bytes(at int, offset, size uint32) ([]byte, error) {
	from := int64(at) + int64(offset)
	to := from + int64(size)
	if to > int64(len(p.data)) {
		return nil, errCutOff
	}
	return p.data[from:to:to], nil
}

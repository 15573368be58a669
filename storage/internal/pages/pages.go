// Package pages reads the file format of bbolt without bbolt, trusting nothing
// in it: every length, offset and pointer is checked before it is followed. It
// finds out which pages of a damaged file are whole, and what they hold.
//
// A file is a row of pages of equal size. The first two are meta pages, written
// in turn; each names the root of the tree. A branch page lists keys and the
// pages below them, a leaf page keys and values; a value can be a bucket,
// which is the root page of another tree, or, where it is small, that page
// itself. A page can be longer than one by a number of overflow pages.
package pages

import (
	"bytes"
	"context"
	"encoding/binary"
	"hash/fnv"
	"io"
	"os"

	"onrecord/claims"
)

// Sizes and marks of the format.
const (
	headerSize  = 16 // id 8, flags 2, count 2, overflow 4
	elementSize = 16
	bucketSize  = 16 // root 8, sequence 8
	metaSize    = 64

	flagBranch = 0x01
	flagLeaf   = 0x02

	flagFreelist = 0x10
	manyFree     = 0xFFFF // the number of free pages is in the first 8 bytes

	elementIsBucket = 0x01

	magic   = 0xED0CDAED
	version = 2

	noFreelist = ^uint64(0) // the freelist page of a file that keeps none
)

// meta is what a meta page says.
type meta struct {
	pageSize  int
	root      uint64 // page of the root bucket
	freelist  uint64 // page of the list of free pages
	highWater uint64 // number of pages in use
	tx        uint64 // transaction that wrote it
}

// File is a bbolt file that is being read.
type File struct {
	r    io.ReaderAt
	size int64
	meta meta

	ctx     context.Context // of Walk
	visited map[uint64]bool
	item    func(Item)
	problem func(page uint64, err error)
}

// Item is one key of one bucket, with its value.
type Item struct {
	Path  [][]byte // names of the buckets, outermost first; nil for a page without a tree
	Key   []byte
	Value []byte
	Page  uint64
}

// ErrNoMeta tells that neither meta page can be read.
var ErrNoMeta = claims.Say("damage.bothMetaPages", "both meta pages are damaged")

// Open reads the meta pages. Where both are damaged it returns ErrNoMeta and a
// File that can still be searched page by page with Scan.
func Open(f *os.File) (*File, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	out := &File{r: f, size: info.Size(), meta: meta{pageSize: 4096}}
	found := false
	for at := int64(0); at <= 64<<10; at = max(2*at, 1<<10) {
		if m, ok := out.readMeta(at); ok && (!found || m.tx > out.meta.tx) {
			out.meta, found = m, true
		}
	}
	if !found {
		out.meta.highWater = uint64(info.Size()) / uint64(out.meta.pageSize) //nolint:gosec // sizes are not negative
		return out, ErrNoMeta
	}
	return out, nil
}

func (f *File) readMeta(at int64) (meta, bool) {
	var b [headerSize + metaSize]byte
	if _, err := f.r.ReadAt(b[:], at); err != nil {
		return meta{}, false
	}
	m := b[headerSize:]
	sum := fnv.New64a()
	_, _ = sum.Write(m[:56])
	le := binary.LittleEndian
	if le.Uint32(m) != magic || le.Uint32(m[4:]) != version || le.Uint64(m[56:]) != sum.Sum64() {
		return meta{}, false
	}
	return meta{pageSize: int(le.Uint32(m[8:])), root: le.Uint64(m[16:]), freelist: le.Uint64(m[32:]), highWater: le.Uint64(m[40:]), tx: le.Uint64(m[48:])}, true
}

// PageSize is the size of a page in bytes.
func (f *File) PageSize() int { return f.meta.pageSize }

// Begin chooses another tree than that of the newest meta page: the one that a
// transaction sees while others are being written.
func (f *File) Begin(root, highWater uint64) { f.meta.root, f.meta.highWater = root, highWater }

// Walk reads the tree from its root, calls item with every key and value, and
// problem with every page that cannot be trusted; what hangs below such a page
// is left out. Keys and values belong to the callee. The error is that of a
// context which has ended.
func (f *File) Walk(ctx context.Context, item func(Item), problem func(page uint64, err error)) error {
	f.ctx, f.visited, f.item, f.problem = ctx, map[uint64]bool{}, item, problem
	f.tree(f.meta.root, nil, bounds{}, 0)
	return ctx.Err()
}

// Walked is how many pages Walk has reached, of how many in the file.
func (f *File) Walked() (done, total int) {
	return len(f.visited), int(min(f.meta.highWater, 1<<40)) //nolint:gosec // bounded
}

// bounds are the keys that a page may hold: from low, below high.
type bounds struct{ low, high []byte }

const maxDepth = 64

func (f *File) tree(id uint64, path [][]byte, keys bounds, depth int) {
	if f.ctx.Err() != nil {
		return
	}
	p, err := f.read(id)
	if err == nil && depth > maxDepth {
		err = claims.Say("damage.treeDeeperThan", "the tree is deeper than it can be")
	}
	if err == nil {
		err = f.visit(p)
	}
	if err != nil {
		f.problem(id, err)
		return
	}
	f.elements(p, path, keys, depth)
}

// visit marks a page and its overflow as read, and finds pages that hang in
// the tree twice.
func (f *File) visit(p page) error {
	for i := range p.overflow + 1 {
		if f.visited[p.id+i] {
			return claims.Say("damage.hangsInTree", "hangs in the tree twice")
		}
		f.visited[p.id+i] = true
	}
	return nil
}

func (f *File) elements(p page, path [][]byte, keys bounds, depth int) {
	var last []byte
	for i := range p.count {
		e, err := p.element(i)
		if err == nil {
			err = inOrder(e.key, last, keys, i == 0 && p.branch)
		}
		if err != nil {
			f.problem(p.id, claims.Say("damage.entry", "entry %d: %s", i, err))
			return
		}
		last = e.key
		switch {
		case p.branch:
			below := bounds{e.key, keys.high}
			if next, err := p.element(i + 1); err == nil {
				below.high = next.key
			}
			f.tree(e.child, path, below, depth+1)
		case e.bucket:
			f.nested(p.id, e, path, depth)
		default:
			f.item(Item{Path: path, Key: e.key, Value: e.value, Page: p.id})
		}
	}
}

func inOrder(key, last []byte, keys bounds, first bool) error {
	switch {
	case last != nil && bytes.Compare(key, last) <= 0:
		return claims.Say("damage.keysAreOut", "the keys are out of order")
	case !first && keys.low != nil && bytes.Compare(key, keys.low) < 0,
		keys.high != nil && bytes.Compare(key, keys.high) >= 0:
		return claims.Say("damage.keyBelongsOn", "the key belongs on another page")
	}
	return nil
}

// nested reads a bucket that is the value of a key.
func (f *File) nested(id uint64, e element, path [][]byte, depth int) {
	if len(e.value) < bucketSize {
		f.problem(id, claims.Say("damage.bucketCutOff", "the bucket %q is cut off", string(e.key)))
		return
	}
	inside := append(append([][]byte{}, path...), e.key)
	if root := binary.LittleEndian.Uint64(e.value); root != 0 {
		f.tree(root, inside, bounds{}, depth+1)
		return
	}
	p, err := parse(e.value[bucketSize:])
	if err == nil && (p.id != 0 || p.overflow != 0 || p.branch) {
		err = claims.Say("damage.noPageInside", "is no page inside a page")
	}
	if err != nil {
		f.problem(id, claims.Say("damage.bucket", "the bucket %q: %s", string(e.key), err))
		return
	}
	p.id = id
	f.elements(p, inside, bounds{}, depth+1)
}

// Free lists the pages that are free to be used again, as far as the list of
// them can be read.
func (f *File) Free() map[uint64]bool {
	free := map[uint64]bool{}
	if f.meta.freelist == noFreelist || f.meta.freelist < 2 {
		return free
	}
	head := make([]byte, f.meta.pageSize)
	le := binary.LittleEndian
	if f.fill(head, f.meta.freelist) != nil || le.Uint16(head[8:]) != flagFreelist {
		return free
	}
	data := make([]byte, min(f.size, int64(f.meta.pageSize)*(1+int64(le.Uint32(head[12:])))))
	if f.fill(data, f.meta.freelist) != nil {
		return free
	}
	ids, count := data[headerSize:], uint64(le.Uint16(data[10:]))
	if count == manyFree {
		count, ids = le.Uint64(ids), ids[8:]
	}
	for range min(count, uint64(len(ids)/8)) {
		free[le.Uint64(ids)] = true
		ids = ids[8:]
	}
	return free
}

// Scan reads the leaf pages that Walk did not reach, one after the other: what
// is left where the tree above them is damaged. It can find older states of
// records, on pages that are free to be used again; skip leaves pages out.
func (f *File) Scan(item func(Item), skip func(page uint64) bool) {
	f.item = item
	last := uint64(f.size) / uint64(f.meta.pageSize) //nolint:gosec // sizes are not negative
	for id := uint64(2); id < last; id++ {
		if f.visited[id] || skip(id) {
			continue
		}
		f.meta.highWater = max(f.meta.highWater, last)
		p, err := f.read(id)
		if err != nil || p.branch {
			continue
		}
		for i := range p.count {
			if e, err := p.element(i); err == nil {
				f.leaf(id, e)
			}
		}
	}
}

// leaf hands out an element of a page without a tree, also from small buckets
// inside it.
func (f *File) leaf(id uint64, e element) {
	if !e.bucket {
		f.item(Item{Key: e.key, Value: e.value, Page: id})
		return
	}
	if len(e.value) < bucketSize {
		return
	}
	if p, err := parse(e.value[bucketSize:]); err == nil && !p.branch {
		for i := range p.count {
			if inner, err := p.element(i); err == nil && !inner.bucket {
				f.item(Item{Key: inner.key, Value: inner.value, Page: id})
			}
		}
	}
}

package pdftext

import (
	"bytes"
	"context"
	"regexp"
	"strconv"

	"onrecord/claims"
)

// The reasons why a file is refused. They are sentences about the file.
var (
	ErrNotPDF    = claims.Say("error.noPDF", "is no PDF file")
	ErrPassword  = claims.Say("error.needsPassword", "needs a password to open")
	ErrNoPages   = claims.Say("error.noPages", "is damaged: it has no pages that can be found")
	ErrNoText    = claims.Say("error.onlyPictures", "holds no text: its pages are pictures, such as scans")
	ErrNoLetters = claims.Say("error.noLetters", "does not say which letters its fonts show, so that its text cannot be read")
	ErrTooBig    = claims.Say("error.unpacksTooBig", "unpacks to more than any article needs")
)

// Limits of one file.
const (
	maxObjects = 1 << 20
	maxPages   = 3000
)

// file finds objects. It does not trust the cross-reference table, which is
// wrong in files that were cut, edited or sent as text: it looks for the
// objects themselves, and the last definition of each is the one in force.
type file struct {
	ctx     context.Context
	data    []byte
	at      map[ref]int // place of "N G obj" bodies
	cache   map[ref]any
	loading map[ref]bool
	trailer dict
	crypt   *crypt
	left    int64 // bytes that may still be unpacked
}

// objectMark is the number of an object, which stands before the word "obj".
var objectMark = regexp.MustCompile(`(\d{1,10})[ \t\r\n]+\d{1,5}[ \t\r\n]+$`)

func open(ctx context.Context, data []byte, limit int64) (*file, error) {
	if !bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-")) {
		return nil, ErrNotPDF
	}
	f := &file{ctx: ctx, data: data, at: map[ref]int{}, cache: map[ref]any{}, loading: map[ref]bool{}, trailer: dict{}, left: limit}
	f.scan()
	f.trailers()
	if err := f.unlock(); err != nil {
		return nil, err
	}
	f.unpack()
	if f.trailer["Root"] == nil {
		f.findRoot()
	}
	return f, ctx.Err()
}

// scan notes where objects begin. The bytes of streams are jumped over where
// their length is told and right.
func (f *file) scan() {
	const longest = 32 // of the numbers and blanks before the word
	word := []byte("obj")
	for pos := 0; len(f.at) < maxObjects && f.ctx.Err() == nil; {
		i := bytes.Index(f.data[pos:], word)
		if i < 0 {
			return
		}
		i += pos
		pos = i + len(word)
		if pos < len(f.data) && isWord(f.data[pos]) {
			continue
		}
		m := objectMark.FindSubmatch(f.data[max(0, i-longest):i])
		if m == nil {
			continue
		}
		if n, err := strconv.Atoi(string(m[1])); err == nil {
			f.at[ref(n)] = pos
			pos = f.afterStream(pos)
		}
	}
}

func isWord(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '_'
}

// afterStream gives the place behind the stream of the object that begins at
// pos, or pos where it has none that can be jumped over.
func (f *file) afterStream(pos int) int {
	head := f.data[pos:min(len(f.data), pos+2000)]
	i := bytes.Index(head, []byte("stream"))
	if e := bytes.Index(head, []byte("endobj")); i < 0 || e >= 0 && e < i {
		return pos
	}
	if j := bytes.Index(f.data[pos+i:], []byte("endstream")); j >= 0 {
		return pos + i + j
	}
	return pos
}

// trailers reads every trailer, old ones first: later updates win.
func (f *file) trailers() {
	for pos := 0; ; {
		i := bytes.Index(f.data[pos:], []byte("trailer"))
		if i < 0 {
			break
		}
		pos += i + len("trailer")
		l := lexer{src: f.data[:min(len(f.data), pos+1<<16)], pos: pos}
		if v, _ := l.next(); v != nil {
			f.takeTrailer(v)
		}
	}
	for _, r := range f.refs() {
		if s, ok := f.get(r).(*stream); ok && s.dict["Type"] == name("XRef") {
			f.takeTrailer(s.dict)
		}
	}
	clear(f.cache) // strings were read before the key was known
}

func (f *file) takeTrailer(v any) {
	d, ok := v.(dict)
	if !ok {
		return
	}
	for _, k := range []name{"Root", "Encrypt", "ID", "Info"} {
		if v, ok := d[k]; ok {
			f.trailer[k] = v
		}
	}
}

// unpack reads the objects that are packed into streams. Those that stand in
// the file itself win.
func (f *file) unpack() {
	for _, r := range f.refs() {
		if f.ctx.Err() != nil {
			return
		}
		pos, ok := f.at[r]
		if !ok || !bytes.Contains(f.data[pos:min(len(f.data), pos+1000)], []byte("ObjStm")) {
			continue
		}
		s, ok := f.get(r).(*stream)
		if !ok || s.dict["Type"] != name("ObjStm") {
			continue
		}
		src, err := f.decode(s)
		if err != nil && len(src) == 0 {
			continue
		}
		first, n := f.int(s.dict["First"]), min(f.int(s.dict["N"]), maxObjects)
		index := lexer{src: src[:min(max(first, 0), len(src))], depth: -1000}
		for range n {
			num, ok1 := index.next()
			off, ok2 := index.next()
			a, isNum := num.(float64)
			b, isOff := off.(float64)
			if !ok1 || !ok2 || !isNum || !isOff || b < 0 || first+int(b) >= len(src) {
				break
			}
			if _, taken := f.at[ref(int(a))]; !taken {
				l := lexer{src: src, pos: first + int(b)}
				f.cache[ref(int(a))], _ = l.next()
			}
		}
	}
}

func (f *file) findRoot() {
	for _, r := range f.refs() {
		if d, ok := f.get(r).(dict); ok && d["Type"] == name("Catalog") {
			f.trailer["Root"] = r
		}
	}
}

// refs lists the objects in the order of their numbers.
func (f *file) refs() []ref {
	out := make([]ref, 0, len(f.at)+len(f.cache))
	most := ref(0)
	for r := range f.at {
		most = max(most, r)
	}
	for r := range f.cache {
		most = max(most, r)
	}
	for r := ref(0); r <= most && r < maxObjects; r++ {
		_, ok := f.at[r]
		if _, cached := f.cache[r]; ok || cached {
			out = append(out, r)
		}
	}
	return out
}

// get follows references to an object.
func (f *file) get(v any) any {
	for range 20 {
		r, ok := v.(ref)
		if !ok {
			return v
		}
		cached, ok := f.cache[r]
		if !ok {
			if f.loading[r] {
				return nil
			}
			f.loading[r] = true
			cached = f.load(r)
			delete(f.loading, r)
			f.cache[r] = cached
		}
		v = cached
	}
	return nil
}

func (f *file) load(r ref) any {
	pos, ok := f.at[r]
	if !ok {
		return nil
	}
	l := lexer{src: f.data, pos: pos}
	v, _ := l.next()
	if _, bad := v.(keyword); bad {
		return nil
	}
	d, isDict := v.(dict)
	if !isDict {
		return f.crypt.strings(v, int(r))
	}
	l.skipSpace()
	if !bytes.HasPrefix(l.src[l.pos:], []byte("stream")) {
		return f.crypt.strings(v, int(r))
	}
	l.pos += len("stream")
	if bytes.HasPrefix(l.src[l.pos:], []byte("\r\n")) {
		l.pos += 2
	} else if l.pos < len(l.src) && (l.src[l.pos] == '\n' || l.src[l.pos] == '\r') {
		l.pos++
	}
	return &stream{dict: d, raw: f.body(d, l.pos), num: int(r)}
}

// body gives the bytes of a stream: as many as it says, or those up to its end
// mark where that is wrong.
func (f *file) body(d dict, pos int) []byte {
	if n := f.int(d["Length"]); n >= 0 && pos+n <= len(f.data) && d["Length"] != nil {
		if after := bytes.TrimLeft(f.data[pos+n:min(len(f.data), pos+n+20)], "\r\n \t"); bytes.HasPrefix(after, []byte("endstream")) {
			return f.data[pos : pos+n]
		}
	}
	if i := bytes.Index(f.data[pos:], []byte("endstream")); i >= 0 {
		return f.data[pos : pos+i]
	}
	return f.data[pos:]
}

func (f *file) dict(v any) dict {
	switch v := f.get(v).(type) {
	case dict:
		return v
	case *stream:
		return v.dict
	}
	return nil
}

func (f *file) array(v any) array {
	a, _ := f.get(v).(array)
	return a
}

func (f *file) name(v any) name {
	n, _ := f.get(v).(name)
	return n
}

func (f *file) num(v any) float64 {
	n, _ := f.get(v).(float64)
	return n
}

func (f *file) int(v any) int { return int(max(-1<<31, min(1<<31, f.num(v)))) }

// nums reads an array of numbers.
func (f *file) nums(v any) []float64 {
	a := f.array(v)
	out := make([]float64, len(a))
	for i := range a {
		out[i] = f.num(a[i])
	}
	return out
}

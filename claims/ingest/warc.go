package ingest

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"io"
	"net/http"
	"net/textproto"
	"strconv"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"
	"golang.org/x/net/html"

	"onrecord/claims"
)

func init() {
	register(Format{Name: "warc", Endings: []string{"warc", "warc.gz", "gz"}, detect: detectWARC, read: readWARC})
}

func isGzip(head []byte) bool { return bytes.HasPrefix(head, []byte{0x1f, 0x8b, 8}) }

func detectWARC(name string, head []byte) int {
	switch {
	case bytes.HasPrefix(head, []byte("WARC/")):
		return certain
	case isGzip(head):
		return possible
	}
	return 0
}

// readWARC reads a web archive (ISO 28500), plain or compressed: every
// response that is an article's page. Any other file that is compressed by
// gzip is unpacked and read as what it is.
func readWARC(j *job, name string, data []byte) ([]Item, error) {
	src := io.Reader(bytes.NewReader(data))
	if isGzip(data) {
		z, err := gzip.NewReader(src)
		if err != nil {
			return nil, &claims.Error{Code: claims.CodeRefused, What: name, Reason: claims.Say("error.damagedGzipFile", "is a damaged gzip file"), Err: err}
		}
		src = z
	}
	r := bufio.NewReaderSize(src, 64<<10)
	if start, err := r.Peek(5); string(start) != "WARC/" {
		if len(start) == 0 && err != nil {
			return nil, &claims.Error{Code: claims.CodeRefused, What: name, Reason: claims.Say("error.damagedGzipFile", "is a damaged gzip file"), Err: err}
		}
		return j.unzipped(name, r, int64(len(data)))
	}
	w := warc{job: j, name: name, r: r}
	for {
		more, err := w.record()
		if err != nil || !more {
			return w.items, err
		}
	}
}

// unzipped reads the one file inside of a gzip file.
func (j *job) unzipped(name string, r io.Reader, packed int64) ([]Item, error) {
	in, err := j.inside(name)
	if err != nil {
		return nil, err
	}
	data, err := j.drain(name, r, packed)
	if err != nil {
		if claims.CodeOf(err) == "" {
			err = &claims.Error{Code: claims.CodeRefused, What: name, Reason: claims.Say("error.damagedGzipFile", "is a damaged gzip file"), Err: err}
		}
		return nil, err
	}
	return in.read(strings.TrimSuffix(name, ".gz"), data)
}

// warc reads records one after another: the archive itself is never held.
type warc struct {
	job     *job
	name    string
	r       *bufio.Reader
	items   []Item
	records int
}

// record reads one record; more is false at the end.
func (w *warc) record() (more bool, err error) {
	if err := w.job.over(w.name); err != nil {
		return false, err
	}
	h, err := w.header()
	if errors.Is(err, io.EOF) {
		return false, nil
	}
	if err != nil {
		return false, w.damaged(err)
	}
	size, err := strconv.ParseInt(strings.TrimSpace(h.Get("Content-Length")), 10, 64)
	if err != nil || size < 0 {
		return false, w.damaged(err)
	}
	if size > w.job.lim.Member {
		return false, claims.Refused(w.name, claims.Say("error.hasRecordMb", "has a record of %d MB, the limit is %d MB", size>>20, w.job.lim.Member>>20))
	}
	if w.records++; w.records > 10*w.job.lim.Members {
		return false, claims.Refused(w.name, claims.Say("error.hasTooMany", "has too many records"))
	}
	block, err := w.job.drain(w.name, io.LimitReader(w.r, size), 0)
	if err != nil {
		if claims.CodeOf(err) == "" {
			err = w.damaged(err)
		}
		return false, err
	}
	if int64(len(block)) < size {
		return false, w.damaged(io.ErrUnexpectedEOF)
	}
	w.page(h, block)
	return true, nil
}

func (w *warc) damaged(err error) error {
	return &claims.Error{Code: claims.CodeRefused, What: w.name, Reason: claims.SayN("error.cutAfterRecords", "is damaged or cut off after %d records", w.records), Err: err}
}

// header reads the version line and the fields of a record.
func (w *warc) header() (textproto.MIMEHeader, error) {
	const most = 64 << 10 // bytes of a header
	var head bytes.Buffer
	for {
		line, err := w.r.ReadSlice('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, err
		}
		empty := len(bytes.TrimSpace(line)) == 0
		if head.Len() == 0 && empty && err == nil {
			continue // blank lines end a record
		}
		if err != nil && head.Len() == 0 {
			return nil, io.EOF
		}
		head.Write(line)
		if empty || err != nil {
			break
		}
		if head.Len() > most {
			return nil, errors.New("endless header")
		}
	}
	lines := bufio.NewReader(&head)
	if version, err := lines.ReadString('\n'); err != nil || !strings.HasPrefix(version, "WARC/") {
		return nil, errors.New("no record where one should begin")
	}
	return textproto.NewReader(lines).ReadMIMEHeader()
}

// page reads the article of a record that holds a page.
func (w *warc) page(h textproto.MIMEHeader, block []byte) {
	kind, body := h.Get("Content-Type"), block
	switch h.Get("WARC-Type") {
	case "response":
		var ok bool
		if kind, body, ok = w.response(block); !ok {
			return
		}
	case "resource", "conversion":
	default:
		return
	}
	if !strings.Contains(kind, "html") {
		return
	}
	_, set, _ := strings.Cut(strings.ToLower(kind), "charset=")
	p, err := parseHTML(w.job, w.name, body, strings.Trim(set, `"' ;`))
	if err != nil || !p.isArticle() || len(w.items) >= w.job.lim.Members {
		return
	}
	p.url = strings.Trim(h.Get("WARC-Target-URI"), "<>")
	if item, ok := p.article("warc"); ok {
		item.Part = p.url
		w.items = append(w.items, item)
	}
}

// response takes the page out of an HTTP answer. Archives differ in whether
// they keep the encodings of the transfer.
func (w *warc) response(block []byte) (kind string, body []byte, ok bool) {
	if bytes.HasPrefix(block, []byte("HTTP/2 ")) || bytes.HasPrefix(block, []byte("HTTP/3 ")) { // as browsers write down what has no status line
		block = append([]byte("HTTP/1.1"), block[len("HTTP/2"):]...)
	}
	res, err := http.ReadResponse(bufio.NewReader(bytes.NewReader(block)), nil)
	if err != nil || res.StatusCode != http.StatusOK {
		return "", nil, false
	}
	defer func() { _ = res.Body.Close() }() // reads from memory
	body, err = w.job.drain(w.name, res.Body, 0)
	if err != nil || len(body) == 0 {
		_, body, _ = bytes.Cut(block, []byte("\r\n\r\n"))
	}
	return res.Header.Get("Content-Type"), w.decoded(res.Header.Get("Content-Encoding"), body), true
}

// decoded undoes the compression that a page travelled in. Some archives undo
// it themselves and leave the header as it was: the bytes then stay.
func (w *warc) decoded(encoding string, body []byte) []byte {
	src := bytes.NewReader(body)
	var r io.Reader
	switch encoding = strings.ToLower(strings.TrimSpace(encoding)); {
	case isGzip(body):
		z, err := gzip.NewReader(src)
		if err != nil {
			return body
		}
		r = z
	case encoding == "br":
		r = brotli.NewReader(src)
	case encoding == "deflate":
		z, err := zlib.NewReader(src)
		if err != nil {
			return body
		}
		r = z
	case encoding == "zstd":
		z, err := zstd.NewReader(src, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(uint64(w.job.lim.Member))) //nolint:gosec // a positive limit
		if err != nil {
			return body
		}
		defer z.Close()
		r = z
	default:
		return body
	}
	out, err := w.job.drain(w.name, r, int64(len(body)))
	if err != nil || len(out) == 0 {
		return body
	}
	return out
}

// isArticle reports whether a page is an article and not a front page or a
// list: it says so, or it has the sentences of one.
func (p *page) isArticle() bool {
	declared := articleKinds(p.ld.article()) || p.tags["og:type"] == "article" || p.props["headline"] != "" || p.tags["article:published_time"] != ""
	if p.tags["og:type"] == "website" && !declared {
		return false
	}
	w := weigh(p.root)
	cards := 0
	for n := range p.root.Descendants() {
		if n.Type == html.ElementNode && n.Data == "article" {
			cards++
		}
	}
	here := w[p.root]
	least := 600 // bytes of sentences
	if len(p.first) == 1 && cards <= 1 {
		least /= 2
	}
	return declared && cards < 8 || here.good > least && here.good*2 > here.text && here.link*3 < here.text
}

func articleKinds(n map[string]any) bool {
	for _, t := range texts(n["@type"]) {
		if articleRank(t) >= 4 {
			return true
		}
	}
	return false
}

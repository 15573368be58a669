package ingest

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"onrecord/claims"
)

// maxMIMEDepth is how deep the parts of a message may stand in each other.
const maxMIMEDepth = 20

// message is a mail or a saved page: its header and its parts, decoded.
type message struct {
	header mail.Header
	parts  []mimePart
	rich   []block // the paragraphs of its HTML
	cut    bool    // it ends before its last part does
}

// endsEarly is the warning about a file that is only the beginning of one.
var endsEarly = claims.Say("warning.endsEarly", "The file ends too early: what came after its last words is missing.")

// mimePart is a part that is not itself made of parts.
type mimePart struct {
	kind     string // media type in lower case: "text/html"
	charset  string
	flowed   bool   // lines that end in a space go on in the next one
	file     string // name of an attachment
	attached bool
	location string
	id       string
	data     []byte
}

// wordDecoder reads encoded words of a header in any character set.
var wordDecoder = mime.WordDecoder{CharsetReader: func(label string, r io.Reader) (io.Reader, error) { return charset.NewReaderLabel(label, r) }}

// spacedField is a field of a header with blanks behind its name.
var spacedField = regexp.MustCompile(`(?m)^(From|Subject|Date|MIME-Version|Content-Type|Content-Transfer-Encoding|Content-Location|Content-ID) +:`)

// readMessage reads a message of RFC 5322 with MIME parts. A message that ends
// too early gives the parts before its end.
func readMessage(j *job, name string, data []byte) (*message, error) {
	if spacedField.Match(data[:min(len(data), headSize)]) { // AbiWord puts blanks before the colons
		data = spacedField.ReplaceAll(data, []byte("$1:"))
	}
	if bytes.HasPrefix(data, []byte("From ")) { // the line that parts the mails of a mailbox
		_, data, _ = bytes.Cut(data, []byte("\n"))
	}
	data = bytes.TrimLeft(data, "\ufeff\r\n")
	msg, err := mail.ReadMessage(bytes.NewReader(data))
	if err != nil {
		return nil, &claims.Error{Code: claims.CodeRefused, What: name, Reason: claims.Say("error.hasNoHeader", "has no header of a mail that can be read"), Err: err}
	}
	m := &message{header: msg.Header}
	w := mimeWalk{job: j, name: name, to: m}
	err = w.part(textproto.MIMEHeader(msg.Header), msg.Body, 0)
	switch {
	case err == nil || claims.CodeOf(err) != "":
	case len(m.parts) > 0:
		m.cut, err = true, nil
	default:
		err = &claims.Error{Code: claims.CodeRefused, What: name, Reason: claims.Say("error.damagedNoneParts", "is damaged: none of its parts can be read"), Err: err}
	}
	_, body, ok := bytes.Cut(bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n")), []byte("\n\n"))
	m.cut = m.cut || ok && len(m.parts) == 1 && endsWithin(msg.Header, body)
	return m, err
}

// endsWithin reports whether a mail of one part, its lines ended by a line feed
// alone, ends in the middle: before the length that it declares, within a
// soft line break, or without a line end behind a letter.
func endsWithin(h mail.Header, body []byte) bool {
	const short = 200 // bytes of a mail that was written by hand
	lines := bytes.Count(body, []byte("\n"))
	if n, err := strconv.Atoi(strings.TrimSpace(h.Get("Content-Length"))); err == nil && len(body)+lines < n {
		return true
	}
	if n, err := strconv.Atoi(strings.TrimSpace(h.Get("Lines"))); err == nil && lines+1 < n {
		return true
	}
	last, _ := utf8.DecodeLastRune(body)
	switch strings.ToLower(strings.TrimSpace(h.Get("Content-Transfer-Encoding"))) {
	case "quoted-printable":
		if last == '=' {
			return true
		}
	case "base64":
		return false // its own length tells
	}
	return len(body) > short && (unicode.IsLetter(last) || last == ',')
}

// field is a decoded header field.
func (m *message) field(name string) string {
	v := m.header.Get(name)
	if out, err := wordDecoder.DecodeHeader(v); err == nil {
		v = out
	}
	if !validUTF8(v) {
		v = decodeUnmarked([]byte(v), "")
	}
	return oneLine(v)
}

func validUTF8(s string) bool { return strings.ToValidUTF8(s, "") == s }

type mimeWalk struct {
	job  *job
	name string
	to   *message
}

func (w *mimeWalk) part(h textproto.MIMEHeader, body io.Reader, depth int) error {
	if err := w.job.over(w.name); err != nil {
		return err
	}
	if depth > maxMIMEDepth || len(w.to.parts) >= w.job.lim.Members {
		return claims.Refused(w.name, claims.Say("error.hasPartsWithin", "has parts within parts more than %d deep, or too many of them", maxMIMEDepth))
	}
	kind, params, err := mime.ParseMediaType(h.Get("Content-Type"))
	if err != nil && kind == "" {
		kind = "text/plain"
	}
	if strings.HasPrefix(kind, "multipart/") && params["boundary"] != "" {
		return w.parts(multipart.NewReader(body, params["boundary"]), depth)
	}
	data, err := w.job.drain(w.name, transfer(h.Get("Content-Transfer-Encoding"), body), 0)
	if claims.CodeOf(err) != "" || len(data) == 0 && err != nil {
		return err
	}
	if err != nil || strings.HasSuffix(kind, "/html") && opensHTML.Match(data) && !closesHTML.Match(data) {
		w.to.cut = true
	}
	disposition, more, _ := mime.ParseMediaType(h.Get("Content-Disposition")) //nolint:errcheck // a broken one names no attachment
	file := orElse(more["filename"], params["name"])
	if out, err := wordDecoder.DecodeHeader(file); err == nil {
		file = out
	}
	w.to.parts = append(w.to.parts, mimePart{
		kind: strings.ToLower(kind), charset: params["charset"], flowed: strings.EqualFold(params["format"], "flowed"), file: oneLine(file),
		attached: disposition == "attachment", location: strings.TrimSpace(h.Get("Content-Location")), id: strings.Trim(h.Get("Content-Id"), "<> "), data: data,
	})
	return nil
}

var (
	opensHTML  = regexp.MustCompile(`(?i)<html\b`)
	closesHTML = regexp.MustCompile(`(?i)</(?:html|body)\s*>`)
)

func (w *mimeWalk) parts(r *multipart.Reader, depth int) error {
	for {
		p, err := r.NextRawPart()
		if err == io.EOF { //nolint:errorlint // the bare one stands behind the last boundary; where that is missing it is wrapped
			return nil
		}
		if errors.Is(err, io.EOF) && len(w.to.parts) > 0 {
			w.to.cut = true
			return nil
		}
		if err != nil {
			return err
		}
		if err := w.part(p.Header, p, depth+1); err != nil {
			return err
		}
	}
}

// transfer undoes the encoding that a part travelled in.
func transfer(encoding string, r io.Reader) io.Reader {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "quoted-printable":
		return quotedprintable.NewReader(r)
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, &base64Only{r})
	}
	return r
}

// base64Only drops what stands between the characters of base64: spaces, and
// the lines that gateways put below.
type base64Only struct{ r io.Reader }

// Read implements io.Reader.
func (b *base64Only) Read(p []byte) (int, error) {
	for {
		n, err := b.r.Read(p)
		kept := 0
		for _, c := range p[:n] {
			if isLetterByte(c) || '0' <= c && c <= '9' || c == '+' || c == '/' || c == '=' {
				p[kept] = c
				kept++
			}
		}
		if kept > 0 || err != nil {
			return kept, err
		}
	}
}

var headerLine = regexp.MustCompile(`(?im)^(?:from|to|subject|date|received|return-path|mime-version|message-id|delivered-to|reply-to|content-type|sender|cc|x-[\w-]+|dkim-signature|snapshot-content-location|list-[\w-]+|newsgroups|path|organization|content-transfer-encoding) *:`)

// looksLikeMessage reports whether the bytes begin with the header of a mail.
func looksLikeMessage(head []byte) bool {
	head = bytes.TrimLeft(head, "\ufeff\r\n")
	if i := bytes.Index(bytes.ReplaceAll(head, []byte("\r"), nil), []byte("\n\n")); i >= 0 {
		head = bytes.ReplaceAll(head, []byte("\r"), nil)[:i]
	}
	at := headerLine.FindAllIndex(head, 4)
	return len(at) >= 2 && (at[0][0] == 0 || bytes.HasPrefix(head, []byte("From ")))
}

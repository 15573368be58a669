package ingest

import (
	"bytes"
	"compress/gzip"
	"compress/zlib"
	encoding "encoding/base64"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/zstd"
)

const quayPage = `<html><head><title>Quay to be rebuilt</title><meta property="og:type" content="article"></head><body><article><h1>Quay to be rebuilt</h1>
<p>The old quay at Varnholm will be rebuilt from stone, harbour master Tove Aaker said on Friday, after two winters in which the sea took parts of it.</p>
<p>“It will stand for a hundred years,” she said. The work is to begin in April and to cost nine million.</p></article></body></html>`

// TestWARCEncodings reads pages in every compression that servers send.
func TestWARCEncodings(t *testing.T) {
	pack := func(open func(io.Writer) io.WriteCloser) string {
		var b bytes.Buffer
		w := open(&b)
		if _, err := io.WriteString(w, quayPage); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	for encoding, body := range map[string]string{
		"identity": quayPage,
		"gzip":     pack(func(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) }),
		"deflate":  pack(func(w io.Writer) io.WriteCloser { return zlib.NewWriter(w) }),
		"br":       pack(func(w io.Writer) io.WriteCloser { return brotli.NewWriter(w) }),
		"zstd": pack(func(w io.Writer) io.WriteCloser {
			z, err := zstd.NewWriter(w)
			if err != nil {
				t.Fatal(err)
			}
			return z
		}),
		"Br": quayPage, // undone by the archive, which kept the header
	} {
		res := fmt.Sprintf("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Encoding: %s\r\nContent-Length: %d\r\n\r\n%s", encoding, len(body), body)
		record := fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/quay\r\nContent-Type: application/http\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", len(res), res)
		items, err := Read(t.Context(), "pages.warc", []byte(record), Limits{})
		if err != nil || len(items) != 1 || items[0].Article.Title != "Quay to be rebuilt" || !strings.Contains(items[0].Text, "a hundred years") {
			t.Errorf("%s: %d articles, error %v", encoding, len(items), err)
		}
	}
}

// TestAttachmentsAreOffered reads a mail with a document, a table and a picture
// that its HTML shows.
func TestAttachmentsAreOffered(t *testing.T) {
	const mail = "From: Ana Ruiz <a@example.org>\r\nSubject: Two papers on the quay\r\nDate: Fri, 3 Mar 2023 10:00:00 +0100\r\nMIME-Version: 1.0\r\n" +
		"Content-Type: multipart/mixed; boundary=b\r\n\r\n" +
		"--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nThe papers that the council discussed on Thursday are attached to this mail.\r\n" +
		"--b\r\nContent-Type: application/rtf; name=plan.rtf\r\nContent-Disposition: attachment; filename=plan.rtf\r\n\r\n{\\rtf1 The quay will be rebuilt in stone, the plan says.\\par}\r\n" +
		"--b\r\nContent-Type: text/csv\r\nContent-Disposition: attachment; filename=\"costs 2023.csv\"\r\n\r\nyear,cost\r\n2023,9\r\n" +
		"--b\r\nContent-Type: image/png; name=logo.png\r\nContent-Disposition: inline; filename=logo.png\r\nContent-ID: <logo>\r\n\r\nPNG\r\n" +
		"--b--\r\n"
	items, err := Read(t.Context(), "papers.eml", []byte(mail), Limits{})
	if err != nil || len(items) != 2 {
		t.Fatalf("%d articles, error %v", len(items), err)
	}
	if items[1].Part != "plan.rtf" || !strings.Contains(items[1].Text, "rebuilt in stone") {
		t.Errorf("the document is %q: %q", items[1].Part, items[1].Text)
	}
	want := []Attachment{
		{Name: "plan.rtf", Kind: "application/rtf", Size: 61, Read: true},
		{Name: "costs 2023.csv", Kind: "text/csv", Size: 17, Data: []byte("year,cost\r\n2023,9")},
	}
	got := items[0].Attachments
	if len(got) > 0 {
		got[0].Data = nil
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if w := fmt.Sprint(items[0].Warnings); w != "[Attachments that were left out: costs 2023.csv]" {
		t.Errorf("warnings %q", w)
	}
}

// TestForwardedMail reads a press release that a colleague handed on.
func TestForwardedMail(t *testing.T) {
	const mail = "From: Ana Ruiz <a@example.org>\r\nSubject: Fwd: Quay to be rebuilt in stone\r\nDate: Fri, 3 Mar 2023 10:00:00 +0100\r\n\r\n" +
		"Begin forwarded message:\r\n\r\nFrom: Harbour Press Office <press@example.org>\r\nSubject: Quay to be rebuilt in stone\r\nDate: 1 March 2023 at 09:00:00 CET\r\nTo: desk@example.org\r\n\r\n" +
		"The quay at Varnholm will be rebuilt in stone, the harbour master said on Wednesday.\r\n\r\nWork begins in April.\r\n"
	items, err := Read(t.Context(), "release.eml", []byte(mail), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	a := items[0].Article
	if a.Title != "Quay to be rebuilt in stone" || a.Outlet != "Harbour Press Office" || a.Byline != "" || a.Published.String() != "2023-03-01" {
		t.Errorf("title %q, outlet %q, byline %q, published %s", a.Title, a.Outlet, a.Byline, a.Published)
	}
	if want := "The quay at Varnholm will be rebuilt in stone, the harbour master said on Wednesday.\n\nWork begins in April."; items[0].Text != want {
		t.Errorf("text %q", items[0].Text)
	}
}

// TestWhoWroteAMail takes the byline of the text for the author, and who sent
// the mail for the outlet.
func TestWhoWroteAMail(t *testing.T) {
	const mail = "From: Harbour Courant <letters@example.org>\r\nSubject: Quay to be rebuilt in stone\r\nDate: Fri, 3 Mar 2023 10:00:00 +0100\r\n\r\n" +
		"Quay to be rebuilt in stone\r\n\r\nBy Tove Aaker\r\n\r\nThe quay at Varnholm will be rebuilt in stone, the harbour master said on Wednesday.\r\n"
	items, err := Read(t.Context(), "letter.eml", []byte(mail), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if a := items[0].Article; a.Byline != "Tove Aaker" || a.Outlet != "Harbour Courant" {
		t.Errorf("byline %q, outlet %q", a.Byline, a.Outlet)
	}
}

// TestCutOff tells of mails, saved pages and captions that end too early, and
// of none that does not.
func TestCutOff(t *testing.T) {
	const words = "The quay at Varnholm will be rebuilt in stone, the harbour master said on Wednesday, and the work is to begin in April."
	const head = "From: Tove Aaker <a@example.org>\r\nSubject: Quay to be rebuilt\r\nDate: Fri, 3 Mar 2023 10:00:00 +0100\r\nMIME-Version: 1.0\r\n"
	parts := head + "Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n" + words + "\r\n" +
		"--b\r\nContent-Type: text/html\r\n\r\n<html><body><p>" + words + "</p></body></html>\r\n--b--\r\n"
	page := head + "Content-Type: text/html\r\n\r\n<html><body><p>" + words + "</p></body></html>\r\n"
	base64 := head + "Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n" + encoding.StdEncoding.EncodeToString([]byte(words)) + "\r\n"
	plain := head + "Content-Type: text/plain\r\n\r\n" + words + "\r\n\r\n" + words + "\r\n"
	captions := "1\n00:00:01,000 --> 00:00:04,000\nThe quay will be rebuilt\n\n2\n00:00:04,000 --> 00:00:07,000\nin stone, she said,\n\n3\n00:00:07,000 --> 00:00:09,000\nand from April on.\n"
	for name, c := range map[string]struct {
		file, text string
		cut        bool
	}{
		"mail":                  {"a.eml", parts, false},
		"mail in its last part": {"a.eml", parts[:len(parts)-40], true},
		"mail between parts":    {"a.eml", parts[:strings.Index(parts, "<html>")], true},
		"page in a mail":        {"a.eml", page, false},
		"half a page in a mail": {"a.eml", page[:len(page)-30], true},
		"base64":                {"a.eml", base64, false},
		"half of base64":        {"a.eml", base64[:len(base64)-21], true},
		"plain":                 {"a.eml", plain, false},
		"half of a plain one":   {"a.eml", plain[:len(plain)-40], true},
		"fewer lines than said": {"a.eml", strings.Replace(plain, "MIME", "Lines: 40\r\nMIME", 1), true},
		"shorter than said":     {"a.eml", strings.Replace(plain, "MIME", "Content-Length: 4000\r\nMIME", 1), true},
		"as long as said":       {"a.eml", strings.Replace(plain, "MIME", fmt.Sprintf("Content-Length: %d\r\nMIME", len(words)*2+6), 1), false},
		"in a soft line break":  {"a.eml", strings.Replace(plain, "MIME", "Content-Transfer-Encoding: quoted-printable\r\nMIME", 1) + "and =", true},
		"captions":              {"a.srt", captions, false},
		"captions without end":  {"a.srt", strings.TrimSpace(captions), false},
		"captions in a word":    {"a.srt", captions[:len(captions)-6], true},
		"captions in a time":    {"a.srt", captions[:strings.LastIndex(captions, "00:00:09")+3], true},
		"captions in a number":  {"a.srt", captions[:strings.LastIndex(captions, "3\n")+1], true},
	} {
		items, err := Read(t.Context(), c.file, []byte(c.text), Limits{})
		if err != nil || len(items) != 1 {
			t.Errorf("%s: %d articles, error %v", name, len(items), err)
			continue
		}
		if got := slices.Contains(items[0].Warnings, endsEarly); got != c.cut {
			t.Errorf("%s: warnings %q", name, items[0].Warnings)
		}
	}
}

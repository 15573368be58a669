package ingest

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"onrecord/claims"
)

type member struct{ name, text string }

func zipOf(t testing.TB, members ...member) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, m := range members {
		w, err := z.Create(m.name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(m.text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func gzipOf(t testing.TB, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// nested packs an archive into an archive, n times.
func nested(t testing.TB, n int) []byte {
	data := []byte("A line of text that nobody will read.\n")
	name := "deep.txt"
	for range n {
		data, name = zipOf(t, member{name, string(data)}), "deep.zip"
	}
	return data
}

// TestRefused checks that what cannot be read is refused with one short
// sentence that says why.
func TestRefused(t *testing.T) {
	const laughs = `<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><nitf><body><body.content><p>&b;</p></body.content></body></nitf>`
	const outside = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]><rss><channel><item><title>&x;</title></item></channel></rss>`
	word := zipOf(t, member{"word/document.xml", "<w:document><w:body><w:p><w:r><w:t>Some words.</w:t></w:r></w:p></w:body></w:document>"})
	for _, c := range []struct {
		name string
		data []byte
		want string // words of the sentence
	}{
		{"nothing.txt", nil, "is empty"},
		{"photo.docx", []byte("\x89PNG\r\n\x1a\n0000"), "a PNG image"},
		{"old.doc", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest"), "old Office"},
		{"note.msg", append([]byte(oldOffice), utf16LE("__substg1.0_0037001F")...), "an Outlook message"},
		{"page.webarchive", []byte("bplist00\xd1\x01\x02"), "Safari"},
		{"cuttings.tar", append(make([]byte, 257), "ustar\x0000"...), "a tape archive"},
		{"photo.heic", []byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00"), "a photo"},
		{"number.json", []byte(`{"version":"https://jsonfeed.org/version/1.1","items":[{"date_published":1}]}`), `date_published`},
		{"noise.txt", bytes.Repeat([]byte{0, 7, 201, 3, 155, 18, 240, 2}, 400), "not text"},
		{"cut.docx", word[:len(word)*2/3], "damaged"},
		{"laughs.xml", []byte(laughs), "entities"},
		{"outside.xml", []byte(outside), "entities"},
		{"bomb.zip", zipOf(t, member{"a.txt", strings.Repeat("x", 40<<20)}), "times its size"},
		{"bomb.gz", gzipOf(t, bytes.Repeat([]byte{'x'}, 90<<20)), "unpacks to more than"},
		{"dolls.zip", nested(t, 9), "archives within archives"},
		{"sheet.zip", zipOf(t, member{"xl/workbook.xml", "<x/>"}), "a spreadsheet"},
		{"sheet.ods", zipOf(t, member{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, member{"content.xml", "<x/>"}), "a spreadsheet"},
		{"slides.key", zipOf(t, member{"Index/Document.iwa", "x"}), "Apple"},
		{"locked.docx", append([]byte(oldOffice), append(make([]byte, 500), encryptedOffice...)...), "a password"},
		{"locked.odt", zipOf(t, member{"mimetype", "application/vnd.oasis.opendocument.text"}, member{"META-INF/manifest.xml", "<m><encryption-data/></m>"}, member{"content.xml", "\xfe"}), "a password"},
		{"locked.epub", zipOf(t, member{"mimetype", "application/epub+zip"}, member{"META-INF/container.xml", `<c><rootfiles><rootfile full-path="c.opf"/></rootfiles></c>`},
			member{"META-INF/encryption.xml", `<e><CipherReference URI="a.xhtml"/></e>`},
			member{"c.opf", `<p><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></p>`}, member{"a.xhtml", "\xfe"}), "its seller"},
		{"scan.pdf", []byte("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R>>endobj\n%%EOF"), "no text"},
		{"torn.pdf", []byte("%PDF-1.7\nrubbish"), "is cut off"},
		{"pageless.pdf", []byte("%PDF-1.7\nrubbish\n%%EOF\n"), "no pages"},
		{"parts.eml", []byte(manyParts(100)), "parts within parts"},
		{"record.warc", []byte("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9000000000\r\n\r\n"), "record of"},
		{"cut.json", []byte(`{"version": "https://jsonfeed.org/version/1", "items": [`), "is cut off"},
		{"broken.json", []byte(`{"version": "https://jsonfeed.org/version/1", "items": [}`), "broken JSON"},
		{"cut.rss", []byte(`<?xml version="1.0"?><rss><channel><item><title>The tide`), "is cut off"},
		{"cut.rtf", []byte(`{\rtf1\ansi{\fonttbl{\f0 Ser`), "is cut off"},
		{"brackets.txt", []byte(strings.Repeat("[", 9000)), "no article text"},
		{"page.url", []byte("[InternetShortcut]\r\nURL=https://gazette.example/x\r\n"), "a link to a web page"},
		{"menu.html", []byte("<!doctype html><html><body><nav><a href=/>Home</a></nav></body></html>"), "without article text"},
		{"empty.srt", []byte("1\n00:00:01,000 --> 00:00:02,000\n\n"), "no captions"},
	} {
		t.Run(c.name, func(t *testing.T) {
			items, err := Read(context.Background(), c.name, c.data, Limits{})
			if err == nil {
				t.Fatalf("read as %d articles", len(items))
			}
			checkSentence(t, err, c.want)
		})
	}
}

func checkSentence(t *testing.T, err error, want string) {
	t.Helper()
	if claims.CodeOf(err) != claims.CodeRefused {
		t.Errorf("code %q", claims.CodeOf(err))
	}
	if s := err.Error(); !strings.Contains(s, want) || len(s) > 300 || strings.Contains(s, "\n") {
		t.Errorf("sentence %q, want one line with %q", s, want)
	}
}

func manyParts(n int) string {
	var b strings.Builder
	b.WriteString("From: a@example.org\nSubject: nested\nMIME-Version: 1.0\n")
	for i := range n {
		fmt.Fprintf(&b, "Content-Type: multipart/mixed; boundary=\"b%d\"\n\n--b%d\n", i, i)
	}
	return b.String()
}

// TestRefusedPaths checks what is no file that can be opened.
func TestRefusedPaths(t *testing.T) {
	dir := t.TempDir()
	pipe := filepath.Join(dir, "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip("no pipes here: ", err)
	}
	big := filepath.Join(dir, "big.txt")
	f, err := os.Create(big)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Truncate(2 << 30); err != nil {
		t.Skip("no sparse files here: ", err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{dir: "is a folder", pipe: "pipe or device", big: "too large", filepath.Join(dir, "none.txt"): "does not exist"} {
		if _, err := ReadFile(context.Background(), path, Limits{}); err == nil {
			t.Errorf("%s was read", path)
		} else {
			checkSentence(t, err, want)
		}
	}
}

// TestDeepHTML reads the article of a page that is nested deeper than any
// parser should follow.
func TestDeepHTML(t *testing.T) {
	page := "<html><body><h1>Deep water at the lock</h1><p>The keeper of the lock said the gates had held through the night.</p>" + strings.Repeat("<div>", 100_000)
	items, err := Read(context.Background(), "deep.html", []byte(page), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if got := items[0].Text; got != "The keeper of the lock said the gates had held through the night." {
		t.Errorf("text %q", got)
	}
}

// TestPartOfArchive checks that one bad member does not take the others with
// it.
func TestPartOfArchive(t *testing.T) {
	data := zipOf(t, member{"good.txt", "The harbour opens at six.\n"}, member{"torn.pdf", "%PDF-1.7\nrubbish"}, member{"logo.png", "\x89PNG\r\n"})
	items, err := Read(context.Background(), "week.zip", data, Limits{})
	if len(items) != 1 || items[0].Part != "good.txt" {
		t.Fatalf("items %+v", items)
	}
	checkSentence(t, err, "torn.pdf")
}

// TestCancelled checks that reading ends when nobody waits for it.
func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Read(ctx, "a.txt", []byte("Some words."), Limits{}); err == nil {
		t.Error("read although cancelled")
	}
}

// What goes beyond a limit is told, and what was read until then is kept.
func TestMoreArticlesThanTheLimit(t *testing.T) {
	t.Parallel()
	feed := `{"version": "https://jsonfeed.org/version/1.1", "items": [
		{"id": "1", "content_text": "The harbour opened on Monday."}, {"id": "2", "content_text": "The harbour closed on Tuesday."},
		{"id": "3", "content_text": "The harbour opened again on Friday."}]}`
	items, err := Read(t.Context(), "harbour.json", []byte(feed), Limits{Members: 2})
	if len(items) != 2 || claims.CodeOf(err) != claims.CodeRefused || !strings.Contains(err.Error(), "only the first 2 are read") {
		t.Errorf("%d articles, %v", len(items), err)
	}
	if items, err := Read(t.Context(), "harbour.json", []byte(feed), Limits{}); len(items) != 3 || err != nil {
		t.Errorf("within the limit: %d articles, %v", len(items), err)
	}
}

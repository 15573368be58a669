package ingest

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"onrecord/claims"
)

// fuzzFormat feeds a reader with what looks like its files. Whatever comes, it
// gives articles that hold together, or one sentence; it never panics, and
// ends in time.
func fuzzFormat(f *testing.F, format string, seeds ...string) {
	f.Helper()
	files, err := filepath.Glob("testdata/files/*")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file) //nolint:gosec // a file of the test's own
		if err != nil {
			f.Fatal(err)
		}
		if got, err := formatOf(filepath.Base(file), data); err == nil && got.Name == format {
			f.Add(data)
		}
	}
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	var reader Format
	for _, r := range formats {
		if r.Name == format {
			reader = r
		}
	}
	lim := Limits{Out: 8 << 20, Member: 4 << 20, Members: 100, Time: 5 * time.Second}.orDefault()
	f.Fuzz(func(t *testing.T, data []byte) {
		ctx, cancel := context.WithTimeout(context.Background(), lim.Time)
		defer cancel()
		items, err := reader.read(newJob(ctx, lim), "fuzzed."+format, data)
		if ctx.Err() != nil {
			t.Fatalf("took longer than %s", lim.Time)
		}
		if err != nil && (claims.CodeOf(err) != claims.CodeRefused || len(err.Error()) > 300) {
			t.Errorf("error %q", err)
		}
		for _, it := range items {
			checkItem(t, it)
		}
	})
}

// checkItem checks what holds for every article.
func checkItem(t *testing.T, it Item) {
	t.Helper()
	a := it.Article
	if !utf8.ValidString(it.Text) || strings.TrimSpace(it.Text) == "" {
		t.Errorf("text %q", clip(it.Text, 80))
	}
	if a.Length != len(it.Text) || a.Text != claims.HashOf([]byte(it.Text)) {
		t.Error("length or hash of another text")
	}
	for _, s := range []string{a.Title, a.Byline, a.Outlet} {
		if !utf8.ValidString(s) || len(s) > maxField || strings.Contains(s, "\n") {
			t.Errorf("field %q", clip(s, 80))
		}
	}
	for _, d := range []claims.Date{a.Published, a.Modified} {
		if err := d.Check(); err != nil {
			t.Errorf("date %v: %v", d, err)
		}
	}
	for _, turn := range it.Turns {
		if err := turn.Words.Check(it.Text); err != nil {
			t.Error(err)
		}
	}
}

func FuzzTXT(f *testing.F) {
	fuzzFormat(f, "txt", "A line.\r\n\r\nBy X\n", "\xff\xfea\x00", "G [S], Aug. 27 : x")
}
func FuzzMD(f *testing.F) { fuzzFormat(f, "md", "---\na: [b, 'c']\n---\n> > * x[^1]\n\n[^1]: y\n") }
func FuzzHTML(f *testing.F) {
	fuzzFormat(f, "html", "<table><tr><td>a<br><br>b<p>c</table>", `<script type="application/ld+json">{"@graph":[{"@type":"Article","author":{"@id":"x"}}]}</script><p>One two three.`)
}
func FuzzMHTML(f *testing.F) { fuzzFormat(f, "mhtml") }
func FuzzDOCX(f *testing.F)  { fuzzFormat(f, "docx") }
func FuzzODT(f *testing.F) {
	fuzzFormat(f, "odt", "<office:document xmlns:office='o'><office:body><office:text><p>a<s c='99'/></p></office:text></office:body></office:document>")
}

func FuzzRTF(f *testing.F) {
	fuzzFormat(f, "rtf", `{\rtf1{\*\x{\u-10179?\u-8704?}}\bin9 \'e9\uc9\u1 a\trowd\cell\row}`)
}
func FuzzEPUB(f *testing.F) { fuzzFormat(f, "epub") }
func FuzzPDF(f *testing.F) {
	fuzzFormat(f, "pdf", "%PDF-1.4\n1 0 obj<</Type/Page/Contents 2 0 R/Resources<</Font<</F 3 0 R>>>>>>endobj 2 0 obj<</Length 30>>stream\nBT /F 9 Tf 1 0 0 1 9 9 Tm (Hello) Tj ET\nendstream endobj 3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj")
}

func FuzzEML(f *testing.F) {
	fuzzFormat(f, "eml", "From: a\nSubject: =?utf-8?q?x?=\nContent-Type: text/plain; format=flowed\n\na \nb\n",
		"From: a\nSubject: x\nContent-Type: text/plain\n\n"+strings.Repeat("-", 70)+"\n\nFrom: b\nSubject: c\n\na\n\n"+strings.Repeat("-", 30)+"\n\nFrom: b\nSubject: c\n\na\n")
}

func FuzzRSS(f *testing.F) {
	fuzzFormat(f, "rss", "<rss><channel><item><title>&amp;lt;b></title><description>x</description></item></channel></rss>")
}
func FuzzAtom(f *testing.F) { fuzzFormat(f, "atom") }
func FuzzJSONFeed(f *testing.F) {
	fuzzFormat(f, "jsonfeed", `{"items":[{"content_text":"a\n\nb","authors":[{"name":"A"}]}]}`)
}

func FuzzNinjs(f *testing.F) {
	fuzzFormat(f, "ninjs", `[{"body_text":"a","provider":{"name":"b"},"items":[{"body_html":"<p>c"}]}]`)
}
func FuzzNITF(f *testing.F)   { fuzzFormat(f, "nitf") }
func FuzzNewsML(f *testing.F) { fuzzFormat(f, "newsml") }
func FuzzWARC(f *testing.F) {
	fuzzFormat(f, "warc", "WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/html\r\nContent-Length: 12\r\n\r\n<p>Some text\r\n\r\n")
}

func FuzzSRT(f *testing.F) { fuzzFormat(f, "srt", "1\n00:00:01,000 --> 00:00:02,000\n- A: b\n>> c\n") }

func FuzzVTT(f *testing.F) {
	fuzzFormat(f, "vtt", "WEBVTT x\n\n00:01.000 --> 00:02.000\n<v A>b</v> &amp; c\n")
}

func FuzzSBV(f *testing.F) { fuzzFormat(f, "sbv", "0:00:01.000,0:00:02.000\n>> A: b\nc\n") }

func FuzzTTML(f *testing.F) {
	fuzzFormat(f, "ttml", `<tt><body><p begin="00:00:01.5" end="00:00:02">a<br/>b</p></body></tt>`)
}

func FuzzXML(f *testing.F) {
	fuzzFormat(f, "xml", `<?xml version="1.0"?><article><info><title>a</title><author>B C</author></info><para>a <b>b</b></para></article>`)
}

func FuzzZIP(f *testing.F) { fuzzFormat(f, "zip") }

// Package pdf writes PDF documents page by page. A page is compressed and
// handed on as soon as the next one begins, so that a document of 20,000 pages
// takes little more memory than one of two: what stays is where every object
// begins, the bookmarks' last line, the names that links lead to, and the
// elements that are open.
//
// It writes what the reports of this program need and no more: text in embedded
// TrueType fonts, lines and shapes, links, bookmarks, and what the text is. The syntax is that of
// PDF 1.7 (ISO 32000-1:2008). Equal calls give equal bytes.
package pdf

import (
	"bufio"
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"time"
	"unicode/utf16"
)

// Info is what a document says of itself.
type Info struct {
	Title, Author, Producer string
	Language                string // such as "de"
	Made                    time.Time
	Width, Height           float64 // of a page, in points
}

// Writer writes a document. Places on a page are in points from its upper left
// corner. The first error is kept for Close.
type Writer struct {
	out     *bufio.Writer // nil where pages are only counted
	at      int64         // bytes written so far
	err     error
	info    Info
	offsets []int64 // where each object begins, from object 1 on
	packer  *zlib.Writer
	packed  bytes.Buffer

	resources int // the object with fonts and shades, which all pages share
	root      int // of the tree of pages
	branches  []branch
	page      page
	pages     int
	firstPage int // the object
	fonts     []*Font
	places    map[string]place
	outline   outline
	tags      structure
}

// New begins a document. With a nil out nothing is written and only the pages
// are counted: a report is set twice, and the first setting is for the numbers.
func New(out io.Writer, info Info) *Writer {
	w := &Writer{info: info, places: map[string]place{}}
	w.resources, w.root = w.allocate(), w.allocate()
	if out != nil {
		w.out = bufio.NewWriterSize(out, 1<<16)
		w.packer = zlib.NewWriter(&w.packed)
		w.print("%%PDF-1.7\n%%\xE2\xE3\xCF\xD3\n") // the second line says that the file is binary
		w.tags.root = w.allocate()
		w.Begin("Document", "")
	}
	return w
}

// Pages is how many pages there are so far.
func (w *Writer) Pages() int { return w.pages }

// Close writes what comes after the last page, and gives the first error of
// all.
func (w *Writer) Close() error {
	w.endPage()
	if w.out == nil {
		return w.err
	}
	for _, f := range w.fonts {
		w.writeFont(f)
	}
	w.writeResources()
	w.writePages()
	lines := w.writeOutline()
	names := w.writePlaces() + w.writeTags()
	catalog, info, about := w.allocate(), w.allocate(), w.allocate()
	w.object(about, "<</Type/Metadata/Subtype/XML/Length %d>>stream\n%s\nendstream", len(w.info.metadata()), w.info.metadata())
	w.object(catalog, "<</Type/Catalog/Pages %d 0 R/Metadata %d 0 R/Lang%s/ViewerPreferences<</DisplayDocTitle true>>%s%s>>", w.root, about, text(w.info.Language), lines, names)
	made := w.info.Made.UTC().Format("(D:20060102150405Z)")
	w.object(info, "<</Title%s/Author%s/Producer%s/CreationDate%s/ModDate%s>>", text(w.info.Title), text(w.info.Author), text(w.info.Producer), made, made)
	w.writeIndex(catalog, info)
	if err := w.out.Flush(); w.err == nil {
		w.err = err
	}
	return w.err
}

// writeIndex writes the table of where each object begins.
func (w *Writer) writeIndex(catalog, info int) {
	start := w.at
	w.print("xref\n0 %d\n0000000000 65535 f \n", len(w.offsets)+1)
	for _, at := range w.offsets {
		w.print("%010d 00000 n \n", at)
	}
	w.print("trailer\n<</Size %d/Root %d 0 R/Info %d 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(w.offsets)+1, catalog, info, start)
}

// allocate gives the number of an object that is written later.
func (w *Writer) allocate() int {
	w.offsets = append(w.offsets, 0)
	return len(w.offsets)
}

func (w *Writer) print(format string, args ...any) {
	if w.out == nil {
		return
	}
	n, err := fmt.Fprintf(w.out, format, args...)
	w.at += int64(n)
	if w.err == nil {
		w.err = err
	}
}

// object writes an object.
func (w *Writer) object(id int, format string, args ...any) {
	w.offsets[id-1] = w.at
	w.print("%d 0 obj\n", id)
	w.print(format, args...)
	w.print("\nendobj\n")
}

// stream writes an object with data, compressed.
func (w *Writer) stream(id int, entries string, data []byte) {
	if w.out == nil {
		return
	}
	w.packed.Reset()
	w.packer.Reset(&w.packed)
	_, err := w.packer.Write(data)
	if err == nil {
		err = w.packer.Close()
	}
	if w.err == nil {
		w.err = err
	}
	w.object(id, "<</Filter/FlateDecode/Length %d%s>>stream\n%s\nendstream", w.packed.Len(), entries, w.packed.Bytes())
}

// text is a text string: UTF-16 in hexadecimal, which needs no escapes.
func text(s string) string {
	b := append(make([]byte, 0, 4*len(s)+8), "<FEFF"...)
	for _, u := range utf16.Encode([]rune(s)) {
		b = hexDigits(b, u)
	}
	return string(append(b, '>'))
}

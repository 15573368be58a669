package ingest

import (
	"strings"
	"testing"
)

// BenchmarkLargePage reads a page of 4 MB: paragraphs with boxes between them,
// as a record of proceedings or a long live report has.
func BenchmarkLargePage(b *testing.B) {
	const size = 4 << 20
	var page strings.Builder
	page.WriteString(`<!DOCTYPE html><html lang="en"><head><title>The whole record - The Varnholm Courier</title></head><body><main><article><h1>The whole record</h1><div class="entry-content">`)
	for i := 0; page.Len() < size; i++ {
		page.WriteString("<p class=\"para\"><span>" + quayStory[i%len(quayStory)] + "</span> <a href=\"/l\">more</a></p>\n<div class=\"widget box\"><ul><li><a href=\"/y\">Other story here</a></li></ul></div>")
	}
	page.WriteString("</div></article></main></body></html>")
	src := []byte(page.String())
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		if _, err := Read(b.Context(), "record.html", src, Limits{}); err != nil {
			b.Fatal(err)
		}
	}
}

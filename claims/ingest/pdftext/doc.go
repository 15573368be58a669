// Package pdftext reads the text of PDF files (ISO 32000) in reading order, as
// paragraphs.
//
// A PDF knows no words and no paragraphs, only glyphs at places. The package
// goes from the file to the text in steps, each in a file of its own: objects
// (file.go, by looking for them, so that a damaged file is read as far as it
// goes), fonts (which letters a glyph shows, and how wide it is), content
// (where the glyphs stand), lines and columns, furniture (running headers,
// footers and page numbers, which are left out) and paragraphs.
//
// It draws nothing, runs no script, and opens nothing beside the bytes it is
// given.
package pdftext

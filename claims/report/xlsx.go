package report

import (
	"archive/zip"
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

func init() { writers[XLSX] = writer{".xlsx", writeXLSX} }

// The number formats of a workbook: both follow the locale of the spreadsheet
// program, so that a user in France sees 04/03/2025 and 2,5 without any option.
const (
	shortDate     = 14 // day, month and year in the local order
	generalNumber = 0
)

// firstExcelYear is the first year that a spreadsheet has dates for.
const firstExcelYear = 1901

// columnWidths are the widths of columns that hold more than a word, in
// characters.
var columnWidths = map[string]float64{
	"claim": 48, "quotation": 64, "outcome": 48, "reason": 40, "test": 40, "before": 40, "after": 40, "title": 40, "evidence": 48, "note": 30,
	"url": 36, "speaker": 22, "made_by": 22, "outlet": 22, "actor": 22, "byline": 22, "topics": 22, "occasion": 22, "due_words": 20, "verdict": 18,
	"claim_id": 30, "statement_id": 30, "outcome_id": 30,
}

const usualWidth = 13

// writeXLSX writes a workbook with a sheet for claims, statements, outcomes
// and sources. Text is written as strings, never as formulas; rows are written
// as they are made and kept on disk by the library where there are many.
func writeXLSX(w io.Writer, m *Model) (err error) {
	f := excelize.NewFile()
	defer func() { err = cmp.Or(err, f.Close()) }()
	b := &workbook{File: f, m: m, w: wordsFor(m.Options.Language)}
	if err := b.styles(); err != nil {
		return err
	}
	for i, t := range sheets {
		if err := b.sheet(i, &t); err != nil {
			return err
		}
	}
	made := m.Made.UTC().Format(time.RFC3339)
	if err := f.SetDocProps(&excelize.DocProperties{Title: clean(m.Title), Creator: clean(m.Author), Created: made, Modified: made}); err != nil {
		return err
	}
	var packed bytes.Buffer
	if err := f.Write(&packed); err != nil {
		return err
	}
	return sortZip(w, packed.Bytes())
}

type workbook struct {
	*excelize.File
	m                      *Model
	w                      words
	head, body, date, link int // styles
}

func (b *workbook) styles() error {
	top := &excelize.Alignment{Vertical: "top", WrapText: true}
	for _, s := range []struct {
		id    *int
		style excelize.Style
	}{
		{&b.head, excelize.Style{Font: &excelize.Font{Bold: true, Color: "FFFFFF", Family: "Calibri", Size: 11}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"33536E"}}, Alignment: &excelize.Alignment{Vertical: "center", WrapText: true}}},
		{&b.body, excelize.Style{Alignment: top, NumFmt: generalNumber}},
		{&b.date, excelize.Style{Alignment: &excelize.Alignment{Vertical: "top", Horizontal: "left", Indent: 1}, NumFmt: shortDate}},
		{&b.link, excelize.Style{Font: &excelize.Font{Color: "1F5487", Underline: "single", Family: "Calibri", Size: 11}, Alignment: top}},
	} {
		id, err := b.NewStyle(&s.style)
		if err != nil {
			return err
		}
		*s.id = id
	}
	return nil
}

// sheet writes one table; a sheet of which no column was chosen is left out,
// unless it would be the only one.
func (b *workbook) sheet(i int, t *table) error {
	names, err := t.chosen(b.m.Options.Columns)
	if err != nil || len(names) == 0 && i > 0 {
		return err
	}
	title := b.w.of("sheet." + t.name)
	if i == 0 {
		err = b.SetSheetName("Sheet1", title)
	} else {
		_, err = b.NewSheet(title)
	}
	if err != nil || len(names) == 0 {
		return err
	}
	if err := b.print(title, names); err != nil {
		return err
	}
	out, err := b.NewStreamWriter(title)
	if err != nil {
		return err
	}
	linked := slices.Contains(names, "url") && b.few(t)
	if err := b.frame(out, names); err != nil {
		return err
	}
	line := 1
	values := make([]any, len(names))
	for r := range t.rows(b.m) {
		line++
		high := 1
		for i, n := range names {
			c := columns[n](b.w, r)
			if w, ok := columnWidths[n]; ok { // the others hold a word, a date or a checksum
				high = max(high, linesOf(c.text, w))
			}
			values[i] = b.cell(c)
			if address := safeURL(addressOf(r)); linked && n == "url" && address != "" && len(address) <= longestLink {
				values[i] = excelize.Cell{StyleID: b.link, Value: r.source.URL}
				if err := b.SetCellHyperLink(title, cellName(i+1, line), address, "External"); err != nil {
					return err
				}
			}
		}
		if err := out.SetRow(fmt.Sprintf("A%d", line), values, rowHeight(high)...); err != nil {
			return err
		}
	}
	if line > 1 {
		if err := b.filters(out, t.name, len(names), line); err != nil {
			return err
		}
	}
	return out.Flush()
}

// The links of a workbook are kept in memory by its library, which looks
// through them at each new one: a sheet with more lines has its addresses as
// text. A spreadsheet takes no longer link.
const (
	mostLinked  = 5000
	longestLink = 2079
)

func (b *workbook) few(t *table) bool {
	n := 0
	for range t.rows(b.m) {
		if n++; n > mostLinked {
			return false
		}
	}
	return true
}

func addressOf(r row) string {
	if r.source == nil {
		return ""
	}
	return r.source.URL
}

func cellName(column, line int) string {
	name, _ := excelize.CoordinatesToCellName(column, line) // both are positive
	return name
}

// widestFit is how wide a sheet may be, in characters, to be shrunk to the width
// of a page and still be read.
const widestFit = 230

// print lays a sheet on paper: across, as wide as the page where that can be
// read, the head and the first column on each page.
func (b *workbook) print(title string, names []string) error {
	width := 0.0
	for _, n := range names {
		width += cmp.Or(columnWidths[n], usualWidth)
	}
	landscape, wide, high, fit := "landscape", 1, 0, width <= widestFit
	sheet := "'" + strings.ReplaceAll(title, "'", "''") + "'"
	const a4 = 9
	size := a4
	return cmp.Or(
		b.SetSheetProps(title, &excelize.SheetPropsOptions{FitToPage: &fit}),
		b.SetPageLayout(title, &excelize.PageLayoutOptions{Orientation: &landscape, Size: &size, FitToWidth: &wide, FitToHeight: &high}),
		b.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: sheet + "!$A:$A," + sheet + "!$1:$1", Scope: title}),
	)
}

// longestCell is how many units of UTF-16 a cell takes.
const longestCell = excelize.TotalCellChars

// fitting cuts text that a cell does not take, and says so with an ellipsis.
func fitting(s string) string {
	if len(s) <= longestCell {
		return s
	}
	units := utf16.Encode([]rune(s))
	if len(units) <= longestCell {
		return s
	}
	return strings.TrimRight(string(utf16.Decode(units[:longestCell-1])), "\uFFFD") + "…"
}

// tooLong counts the cells that fitting cuts.
func tooLong(m *Model) (n int) {
	w := wordsFor(m.Options.Language)
	for _, t := range sheets {
		names, err := t.chosen(m.Options.Columns)
		if err != nil {
			return 0 // Write says so
		}
		for r := range t.rows(m) {
			for _, name := range names {
				if text := columns[name](w, r).text; len(text) > longestCell && fitting(text) != text {
					n++
				}
			}
		}
	}
	return n
}

// frame sets widths, keeps the head in sight and writes it.
func (b *workbook) frame(out *excelize.StreamWriter, names []string) error {
	for i, n := range slices.Backward(names) { // the library puts the last one first, and Excel wants them in order
		if err := out.SetColWidth(i+1, i+1, cmp.Or(columnWidths[n], usualWidth)); err != nil {
			return err
		}
	}
	if err := out.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	head := make([]any, len(names))
	for i, n := range names {
		head[i] = excelize.Cell{StyleID: b.head, Value: b.w.of("col." + n)}
	}
	return out.SetRow("A1", head, excelize.RowOpts{Height: 30})
}

// filters makes a table of the rows, with a filter for every column.
func (b *workbook) filters(out *excelize.StreamWriter, name string, width, height int) error {
	corner, err := excelize.CoordinatesToCellName(width, height)
	if err != nil {
		return err
	}
	stripes := false
	return out.AddTable(&excelize.Table{Range: "A1:" + corner, Name: name, StyleName: "TableStyleLight1", ShowRowStripes: &stripes})
}

// cell types a value for the workbook.
func (b *workbook) cell(c cell) any {
	switch {
	case c.kind == numberCell:
		return excelize.Cell{StyleID: b.body, Value: c.number}
	case c.kind == dateCell && c.date.Year() >= firstExcelYear:
		return excelize.Cell{StyleID: b.date, Value: c.date}
	case c.kind == dateCell:
		return excelize.Cell{StyleID: b.body, Value: c.date.Format(time.DateOnly)}
	case c.text == "":
		return nil
	}
	return excelize.Cell{StyleID: b.body, Value: fitting(c.text)}
}

// sortZip puts the parts of a package in the order of their names: the library
// writes sheets in an order that changes from run to run.
func sortZip(w io.Writer, packed []byte) error {
	in, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		return err
	}
	slices.SortFunc(in.File, func(a, b *zip.File) int { return cmp.Compare(a.Name, b.Name) })
	out := zip.NewWriter(w)
	for _, part := range in.File {
		if err := out.Copy(part); err != nil {
			return err
		}
	}
	return out.Close()
}

package report

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
)

func init() { writers[CSV] = writer{".csv", writeCSV} }

// writeCSV writes one row for each quotation as RFC 4180 has it: fields in
// quotation marks where they need them, lines ended by CR and LF. Rows are
// written as they are made.
func writeCSV(w io.Writer, m *Model) error {
	if m.Options.BOM {
		if _, err := io.WriteString(w, "\uFEFF"); err != nil {
			return err
		}
	}
	names, err := quotationTable.chosen(m.Options.Columns)
	if err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	if m.Options.Locale == Continental {
		out.Comma = ';'
	}
	words := wordsFor(m.Options.Language)
	record := make([]string, len(names))
	for i, n := range names {
		record[i] = words.of("col." + n)
	}
	if err := out.Write(record); err != nil {
		return err
	}
	for r := range quotationTable.rows(m) {
		for i, n := range names {
			record[i] = columns[n](words, r).csv(m.Options.Locale)
		}
		if err := out.Write(record); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// csv writes the cell: dates as ISO 8601, which spreadsheets read in every
// locale, numbers with the locale's mark, text guarded against formulas.
func (c cell) csv(locale Locale) string {
	switch c.kind {
	case dateCell:
		return c.date.Format("2006-01-02")
	case numberCell:
		s := strconv.FormatFloat(c.number, 'f', -1, 64)
		if locale == Continental {
			s = strings.Replace(s, ".", ",", 1)
		}
		return s
	}
	if c.kind == monthCell {
		return c.text + unknownDay
	}
	return guarded(c.text)
}

// unknownDay stands for the day of a month that is all that is known of a date
// (ISO 8601-2): Excel would take "2019-05" for the first of May.
const unknownDay = "-XX"

// guarded puts an apostrophe before text that a spreadsheet would take for a
// formula, as OWASP advises against CSV injection; the full-width signs are
// read as signs by East Asian spreadsheets.
func guarded(s string) string {
	first := strings.TrimLeft(s, " \u00a0\n\uFEFF")
	if strings.HasPrefix(s, "\n") || strings.HasPrefix(first, "\t") || strings.HasPrefix(first, "\r") {
		return "'" + s
	}
	for _, sign := range []string{"=", "+", "-", "@", "＝", "＋", "－", "＠"} {
		if strings.HasPrefix(first, sign) {
			return "'" + s
		}
	}
	return s
}

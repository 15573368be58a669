package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"onrecord/claims"
)

// Format names a way to write a report.
type Format string

// The formats.
const (
	MD          Format = "md"
	HTML        Format = "html"
	PDF         Format = "pdf"
	DOCX        Format = "docx"
	CSV         Format = "csv"
	XLSX        Format = "xlsx"
	ClaimReview Format = "claimreview"
	CSL         Format = "csl"
	Dossier     Format = "dossier"
)

// writers holds what writes each format; every file of a format adds itself.
var writers = map[Format]writer{}

// writer makes a document of a model.
type writer struct {
	ending string // of a file, with the dot
	write  func(io.Writer, *Model) error
}

// Formats lists the formats in the order in which they are offered.
func Formats() []Format {
	order := []Format{HTML, PDF, DOCX, MD, XLSX, CSV, Dossier, ClaimReview, CSL}
	out := slices.DeleteFunc(order, func(f Format) bool { return writers[f].write == nil })
	for f := range writers {
		if !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	slices.Sort(out[min(len(order), len(out)):])
	return out
}

// Ending is the ending of a file of the format, with the dot.
func (f Format) Ending() string { return writers[f].ending }

// Write writes the report. An unknown format is an error that names those
// there are.
func Write(w io.Writer, m *Model, f Format) error {
	format, ok := writers[f]
	if !ok {
		names := make([]string, 0, len(writers))
		for _, known := range Formats() {
			names = append(names, string(known))
		}
		return claims.Invalid("format", fmt.Sprintf("%q is not one of %s", f, strings.Join(names, ", ")))
	}
	if err := format.write(w, m); err != nil {
		return fmt.Errorf("writing the report as %s: %w", f, err)
	}
	return nil
}

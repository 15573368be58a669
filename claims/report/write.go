package report

import (
	"io"
	"slices"
	"strings"

	"onrecord/claims"
)

// Format names a way to write a report.
type Format string

// The formats.
const (
	HTML            Format = "html"
	PDF             Format = "pdf"
	DOCX            Format = "docx"
	MD              Format = "md"
	XLSX            Format = "xlsx"
	CSV             Format = "csv"
	Dossier         Format = "dossier"
	SVG             Format = "svg"
	ClaimReview     Format = "claimreview"
	ClaimReviewHTML Format = "claimreview-html"
	Annotations     Format = "annotations"
	ICal            Format = "ical"
	CSL             Format = "csl"
	BibTeX          Format = "bibtex"
	RIS             Format = "ris"
)

// order is the order in which the formats are offered.
var order = []Format{HTML, PDF, DOCX, MD, XLSX, CSV, Dossier, SVG, ClaimReview, ClaimReviewHTML, Annotations, ICal, CSL, BibTeX, RIS}

// writers holds what writes each format; every file of a format adds itself.
var writers = map[Format]writer{}

// writer makes a document of a model.
type writer struct {
	ending string // of a file, with the dot
	write  func(io.Writer, *Model) error
}

// Formats lists the formats in the order in which they are offered.
func Formats() []Format {
	return slices.DeleteFunc(slices.Clone(order), func(f Format) bool { return writers[f].write == nil })
}

// Ending is the ending of a file of the format, with the dot.
func (f Format) Ending() string { return writers[f].ending }

// Name says what the format is, for a person who reads English.
func (f Format) Name() string { return f.NameIn("en") }

// NameIn says what the format is in a language such as "de".
func (f Format) NameIn(language string) string { return wordsFor(language).of("format." + string(f)) }

// Write writes the report. An unknown format is an error that names those
// there are. Equal models give equal bytes.
func Write(w io.Writer, m *Model, f Format) error {
	format, ok := writers[f]
	if !ok {
		names := make([]string, 0, len(writers))
		for _, known := range Formats() {
			names = append(names, string(known))
		}
		return claims.Invalid("format", claims.Say("error.noneOf", "%q is not one of %s", f, strings.Join(names, ", ")))
	}
	if err := format.write(w, m); err != nil {
		return claims.Say("error.writingReport", "writing the report as %s: %s", f, err)
	}
	return nil
}

package assets

import "embed"

// ReportFiles holds what reports are made with: the style sheet of web pages,
// the styles of Word documents and the words that a report says of itself.
//
//go:embed templates
var ReportFiles embed.FS

// Fonts holds the fonts of PDF reports; fonts/LICENSES.txt says whose they are
// and on what terms.
//
//go:embed fonts
var Fonts embed.FS

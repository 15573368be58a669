// Package assets holds the files that travel inside the program: learned
// models, word lists, icons, templates, translations and the sample articles.
// It imports nothing of the house, so everything may import it.
package assets

import (
	"embed"
	"io/fs"
)

// Models holds the weights that cmd/train makes; models/PROVENANCE.md says
// from what, under which licence and with which scores.
//
//go:embed models
var Models embed.FS

// Lexicons holds the word lists that were written by hand for this project:
// one class of words a file, "#" for remarks.
//
//go:embed lexicons
var Lexicons embed.FS

// Sample holds the sample articles, each NAME.txt with NAME.meta.json beside
// it, and archive.json with the claims and outcomes made of them. People,
// places and papers in it are invented.
//
//go:embed sample
var Sample embed.FS

// SampleFiles is the folder of the sample archive.
func SampleFiles() (fs.FS, error) { return fs.Sub(Sample, "sample") }

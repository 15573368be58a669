// Package assets holds the files that travel inside the program: learned
// models, word lists, icons, templates, translations and the sample articles.
// It imports nothing of the house, so everything may import it.
package assets

import "embed"

// Models holds the weights that cmd/train makes; models/PROVENANCE.md says
// from what, under which licence and with which scores.
//
//go:embed models
var Models embed.FS

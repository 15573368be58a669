package assets

import "embed"

// Translations holds the words of the window, a file a language.
//
//go:embed translations
var Translations embed.FS

// Icon is the icon of the app, 512 pixels wide.
//
//go:embed icon/onrecord.png
var Icon []byte

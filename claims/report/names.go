package report

import (
	"path"
	"regexp"
	"strings"

	"onrecord/claims/fold"
)

var unsafeInNames = regexp.MustCompile(`[^A-Za-z0-9]+`)

// safeStem makes a file name, without its ending, of any text: plain letters,
// digits and hyphens only, so that it can be unpacked on every system.
func safeStem(s string) string {
	stem := strings.Trim(unsafeInNames.ReplaceAllString(fold.Key(clean(s)), "-"), "-")
	return orElse(strings.Trim(stem[:min(len(stem), 60)], "-"), "file")
}

// safeName makes a file name of any file name: folders are dropped, and of the
// ending only what an ending can be is kept.
func safeName(s string) string {
	base := path.Base(strings.ReplaceAll(s, `\`, "/"))
	ending := path.Ext(base)
	stem := safeStem(strings.TrimSuffix(base, ending))
	ending = unsafeInNames.ReplaceAllString(ending, "")
	if ending == "" {
		return stem
	}
	return stem + "." + strings.ToLower(ending[:min(len(ending), 8)])
}

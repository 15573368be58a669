package ingest

import (
	"regexp"
	"strings"
)

// runningMeta reads the outlet and the date that stand in the running lines of
// a document's pages: "The Gazette    5 January 2019", "© The Gazette".
func runningMeta(lines []string) (m meta) {
	for _, l := range lines {
		if d := shownDate(l); d.IsFull() && !printedOn.MatchString(l) {
			m = m.or(meta{published: d})
		}
		for _, form := range datesIn {
			l = form.ReplaceAllString(l, "|")
		}
		for _, part := range runningBreak.Split(l, -1) {
			part = strings.Trim(copyrightMark.ReplaceAllString(part, ""), " .,;:-–—·")
			if looksLikeOutlet(part, false) && siteName(part) && isName(part) {
				m = m.or(meta{outlet: part})
			}
		}
	}
	return m
}

var (
	// runningBreak parts what stands side by side in a running line.
	runningBreak  = regexp.MustCompile(`\s+[|–—·•-]\s+|[\t|\n]|\s{2,}|,\s`)
	copyrightMark = regexp.MustCompile(`(?i)©|\(c\)|\bcopyright\b|\b(?:19|20)\d\d\b`)
)

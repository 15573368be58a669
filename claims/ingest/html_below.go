package ingest

import (
	"regexp"
	"slices"
)

// Some papers sign an article and give its day below the text: in lines of their
// own, or in a note that tells in which issue it was printed.

// printNote is such a note, in which a date is that of the issue.
var printNote = regexp.MustCompile(`(?i)^(?:(?:a version of )?th(?:is|e) (?:article|story|column|essay|report|interview|piece|obituary|review)\b.{0,60}\b(?:appear(?:s|ed)|ran|printed|published)\b|(?:dieser|der) (?:text|artikel|beitrag)\b.{0,60}\b(?:erschien|veröffentlicht|ausgabe)|cet article\b.{0,60}\b(?:paru|publié)|este (?:artículo|artigo|texto)\b.{0,60}\b(?:public|aparec|saiu)|questo articolo\b.{0,60}\b(?:pubblicat|apparso|uscit)|dit (?:artikel|verhaal)\b.{0,60}\b(?:versche|gepubliceerd))`)

// labelledWriter is a line that names the writer behind a noun and a colon: what
// stands below a text can as well be about other articles.
var labelledWriter = regexp.MustCompile(`(?i)^(?:(?:` + bylineNouns + `)\s*:|(?:` + bylinePhrases + `|written by|posted by)\s)`)

// below reads the short lines right below the text.
func below(shown, blocks []block) (m meta) {
	const near, longest = 4, 60
	last := slices.Clone(blocks)
	slices.Reverse(last)
	end := slices.IndexFunc(last, isSentence)
	if end < 0 {
		return m
	}
	at := slices.IndexFunc(shown, func(b block) bool { return b.text == last[end].text })
	if at < 0 {
		return m
	}
	var printed meta
	for _, b := range shown[at:min(len(shown), at+1+2*near)] { // the note can be a sentence
		if printNote.MatchString(b.text) {
			printed = printed.or(meta{published: shownDate(b.text)})
		}
	}
	for _, b := range shown[at+1 : min(len(shown), at+1+near)] {
		if d := shownDate(b.text); len(b.text) < longest && d.IsFull() && !modifiedOn.MatchString(b.text) {
			m = m.or(meta{published: d})
		}
		if name, outlet := byline(b.text); labelledWriter.MatchString(b.text) && len(b.text) < 2*longest && writers(name) {
			m = m.or(meta{byline: name, outlet: outlet})
		}
	}
	return m.or(printed)
}

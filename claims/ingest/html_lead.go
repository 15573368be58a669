package ingest

import (
	"slices"
	"strings"

	"onrecord/claims"
)

// leadSize is how many paragraphs between the headline and the text are looked
// at.
const leadSize = 16

// lead reads what stands between the headline and the first sentence of a page
// and has no mark of its own: a name, a date, how long it takes to read. What
// is found completes m; the short lines of it are taken off the text. shown is
// all that the page shows, blocks is the text.
func lead(m meta, shown, blocks []block) (meta, []block) {
	first := slices.IndexFunc(blocks, isSentence)
	if first < 0 {
		return m, blocks
	}
	start := slices.IndexFunc(shown, func(b block) bool { return b.text == blocks[first].text })
	head := slices.IndexFunc(shown, func(b block) bool { return same(b.text, m.title) })
	switch {
	case start < 0:
	case head >= 0 && head < start:
		if filled, _, ok := form(shown[head+1 : start+1]); ok { // a table of fields, as notebooks export pages
			m = m.or(filled)
		}
		m.complete(shown[head+1 : min(max(start, secondSentence(shown, head+1)), head+1+leadSize)])
		m.complete(shown[max(0, head-leadSize/2):head])
	default:
		m.complete(shown[max(0, start-leadSize/2):start])
	}
	if first > leadSize || m.title == "" { // one of the lines is the title then
		return m, blocks
	}
	first = belowCredits(m, blocks, first)
	out := make([]block, 0, len(blocks))
	for _, b := range blocks[:first] {
		if b.role != body || same(b.text, m.title) || !isKicker(b) {
			out = append(out, b)
		}
	}
	return m, append(out, blocks[first:]...)
}

// belowCredits is where the text begins whose first sentence stands above the
// byline or the date: a summary.
func belowCredits(m meta, blocks []block, first int) int {
	for i := first + 1; i < len(blocks) && i < leadSize && !isSentence(blocks[i]); i++ {
		who, d := credits(blocks[i].text)
		if isKicker(blocks[i]) && (!d.IsZero() && d == m.published || who.byline != "" && who.byline == m.byline) {
			first = i + 1
		}
	}
	return first
}

// secondSentence finds the second paragraph of sentences: the first can be a
// summary above the byline.
func secondSentence(blocks []block, from int) int {
	n := 0
	for i := from; i < len(blocks); i++ {
		if isSentence(blocks[i]) {
			if n++; n == 2 {
				return i
			}
		}
	}
	return from
}

// isSentence reports whether a paragraph is the text's, and not a line above it.
func isSentence(b block) bool {
	return b.role == body && len(b.text) >= 50 && (len(b.text) > 150 || sentenceEnd.MatchString(b.text))
}

// complete takes names and dates that m lacks from the lines near a headline.
func (m *meta) complete(near []block) {
	before := ""
	for _, b := range near {
		if who, ok := creditParts(b.text); ok && strings.Contains(b.text, "\n") && !copied.MatchString(b.text) {
			*m = m.or(who)
			continue
		}
		for line := range strings.SplitSeq(b.text, "\n") {
			line = squeeze(line)
			if copied.MatchString(line) {
				continue
			}
			seen, d := credits(line)
			if who, ok := creditParts(line); ok {
				seen, d = who, claims.Date{}
				if modifiedOn.MatchString(before) && who.modified.IsZero() { // the word stood in the line above
					seen.modified, seen.published = who.published, claims.Date{}
				}
			}
			switch updated := modifiedOn.MatchString(line) || modifiedOn.MatchString(before) && b.role == body; {
			case d.IsZero():
			case updated:
				*m = m.or(meta{modified: d})
			default:
				*m = m.or(meta{published: d})
			}
			*m = m.or(seen)
			before = line
		}
	}
	*m = m.or(groupCredits(near)).or(meta{byline: besideDate(near)})
	for i := 1; i < len(near) && m.byline != ""; i++ {
		if outletBelow(m.byline, near[i-1], near[i]) {
			*m = m.or(meta{outlet: near[i].text})
		}
	}
}

// groupCredits reads lines near a headline together: a name, the paper and the
// day one below the other.
func groupCredits(near []block) meta {
	const most, longest = 4, 60
	for n := min(most, len(near)); n > 1; n-- {
		for from := 0; from+n <= len(near); from++ {
			var lines []string
			for _, b := range near[from : from+n] {
				if len(b.text) < longest {
					lines = append(lines, b.text)
				}
			}
			if len(lines) < n {
				continue
			}
			if who, ok := creditParts(strings.Join(lines, "\n")); ok && !who.published.IsZero() && who.byline != "" {
				return who
			}
		}
	}
	return meta{}
}

// besideDate is a line near a headline that is nothing but a name, right above
// or below a date.
func besideDate(near []block) string {
	for i, b := range near {
		dated := func(j int) bool {
			return j >= 0 && j < len(near) && len(near[j].text) < 80 && shownDate(near[j].text).IsFull()
		}
		if name := oneLine(b.text); (dated(i-1) || dated(i+1)) && b.role != heading && isName(name) && !looksLikeOutlet(name, false) {
			if n := len(strings.Fields(name)); isPerson(name) || n == 2 || n == 3 && b.role == body && dated(i+1) {
				return name
			}
		}
	}
	return ""
}

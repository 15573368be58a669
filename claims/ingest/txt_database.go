package ingest

import (
	"regexp"
	"strings"
	"unicode"
)

// Press databases give an article with lines above it that say what it is: the
// paper, the day, and then fields with names, of which the length in words is
// always one.

var (
	databaseField = regexp.MustCompile(`(?i)^(byline|section|length|dateline|headline|highlight|body|load-date|language|publication-type|source)\s*:\s*(.*)$`)
	lengthField   = regexp.MustCompile(`(?im)^\s*length\s*:\s*[\d.,]+ (?:words|mots|wörter|palabras)\s*$`)
	ofDocuments   = regexp.MustCompile(`(?i)^\W*(?:document |page |seite |pagina |página )?\d+ (?:of|de|von|sur|di|van) \d+(?: documents?)?\W*$`)
	editionLine   = regexp.MustCompile(`(?i)\bedition\b|^copyright\b|^all rights reserved`)
)

// databaseMeta reads the lines above an article from such a database; ok is
// false for any other text.
func databaseMeta(head string) (m meta, ok bool) {
	if letterFields.MatchString(head) {
		return letterMeta(head), true
	}
	if !lengthField.MatchString(head) {
		return m, false
	}
	for _, p := range leadingParagraphs(head) {
		line := oneLine(p)
		if f := databaseField.FindStringSubmatch(line); f != nil {
			switch strings.ToLower(f[1]) {
			case "byline":
				m = m.or(meta{byline: people(f[2])})
			case "headline":
				m = m.or(meta{title: f[2]})
			case "body":
				return m, true
			}
			continue
		}
		switch d := shownDate(line); {
		case d.IsFull() && len(line) < 80:
			m = m.or(meta{published: d})
		case ofDocuments.MatchString(line), editionLine.MatchString(line):
		case m.outlet == "" && siteName(line) && looksLikeOutlet(line, false):
			m.outlet = line
		case m.title == "" && headline(line):
			m.title = line
		}
	}
	return m, true
}

// letterFields are the fields of a database that names them by two letters: the
// headline and, somewhere below, the number of words.
var letterFields = regexp.MustCompile(`(?s)^\s*HD\s+\S.*?\nWC\s+[\d.,]+ `)

// letterMeta reads such fields.
func letterMeta(head string) (m meta) {
	for line := range strings.Lines(head) {
		field, value, _ := strings.Cut(strings.TrimSpace(line), " ")
		switch value = oneLine(value); field {
		case "HD":
			m = m.or(meta{title: value})
		case "BY":
			m = m.or(meta{byline: people(value)})
		case "PD":
			m = m.or(meta{published: shownDate(value)})
		case "SN":
			m = m.or(meta{outlet: value})
		case "LP", "TD":
			return m
		}
	}
	return m
}

// belowSlug leaves out the line by which an agency names a story above its
// headline: "BC-FERRY/STRIKE (AGENCY)".
func belowSlug(lines []string) []string {
	if len(lines) < 2 || strings.ToUpper(lines[0]) != lines[0] || !strings.ContainsAny(lines[0], "-/") || len(strings.Fields(lines[0])) > 4 {
		return lines
	}
	next := lines[1]
	if len(strings.Fields(next)) < 4 || !headline(next) || !strings.ContainsFunc(next, unicode.IsLower) {
		return lines
	}
	return lines[1:]
}

// surnameFirst turns a name round that a database gives as a library does: "Ruiz,
// Ana"; "" for any other line.
func surnameFirst(line string) string {
	last, first, ok := strings.Cut(line, ", ")
	name := first + " " + last
	if !ok || len(strings.Fields(first)) > 2 || len(strings.Fields(last)) > 2 || !isName(name) || isJob(name) || isPerson(last+" "+first) {
		return ""
	}
	for w := range strings.FieldsSeq(name) {
		if r := firstRune(w); !unicode.IsUpper(r) {
			return ""
		}
	}
	return name
}

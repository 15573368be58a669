package ingest

import (
	"regexp"
	"slices"
	"strings"
)

// mastheadSize is how many paragraphs are looked at for title, byline and date.
const mastheadSize = 10

// masthead reads the paragraphs above the text and gives those that remain.
// A visible title, byline or date wins over a declared one only where the
// declared one is missing; both are left out of the text.
func masthead(m meta, blocks []block) (meta, []block) {
	var kept []block
	seen, above := aboveTitle(m, blocks)
	i := above
	for ; i < len(blocks) && i < mastheadSize && len(kept) < 3; i++ {
		b := blocks[i]
		titled := seen.title != ""
		if b.role == caption || seen.takes(b, m, i == above && len(blocks) > 1) || seen.credited(b, m) {
			if !titled && seen.title != "" {
				kept = slices.DeleteFunc(kept, isKicker)
			}
			continue
		}
		if seen.byline == "" && i+1 < len(blocks) && bareByline(b, blocks[i+1]) {
			seen.byline = b.text
			continue
		}
		if name := orElse(seen.byline, m.byline); name != "" && seen.outlet+m.outlet == "" && i > 0 && outletBelow(name, blocks[i-1], b) {
			seen.outlet = b.text
			continue
		}
		if above, line, ok := byAfter(b.text); ok && seen.byline == "" && seen.fromLine(line) {
			b.text = above
		}
		kept = append(kept, b)
		if len(b.text) > 350 && len(kept) > 1 {
			i++
			break
		}
	}
	seen.byline = orElse(announcedIn(blocks[:i]), seen.byline)
	seen, kept = seen.fromText(kept, m.title == "")
	return m.or(seen), append(kept, blocks[i:]...)
}

// announcedIn is the name in a line of credits that begins with "By" or the like:
// it tells more than a line that only looks like a name.
func announcedIn(blocks []block) string {
	for _, b := range blocks {
		if who, ok := creditParts(b.text); ok && bylineStart.MatchString(b.text) && len(strings.Fields(who.byline)) >= 2 && writers(who.byline) {
			return who.byline
		}
	}
	return ""
}

// aboveTitle reads the paper, the day and the page above the headline of a
// document, and tells how many paragraphs that are.
func aboveTitle(m meta, blocks []block) (who meta, n int) {
	const most = 3
	for ; n < most && n+2 < len(blocks) && !same(blocks[n].text, m.title); n++ {
		b, next := blocks[n], blocks[n+1]
		isTitle := func(b block) bool { return b.role == heading || b.role == title || same(b.text, m.title) }
		seen, ok := creditParts(b.text)
		switch {
		case ok && seen.byline != "" && !isPerson(seen.byline) && !bylineStart.MatchString(b.text) && isTitle(next): // a paper stands there, and no writer
			who = who.or(meta{outlet: orElse(seen.outlet, seen.byline), published: seen.published})
		case ok:
			who = who.or(seen)
		case namesPaper(b) && (isTitle(next) || isCredit(next.text) && !bylineStart.MatchString(next.text)):
			who = who.or(meta{outlet: oneLine(b.text)})
		default:
			return who, n
		}
	}
	return who, n
}

// namesPaper reports whether a paragraph is nothing but the name of a paper.
func namesPaper(b block) bool {
	name := oneLine(b.text)
	return b.role == body && looksLikeOutlet(name, false) && siteName(name) && isName(name) && !bylineStart.MatchString(name)
}

// fromText reads what the first paragraph of the text still tells: the headline,
// where the paper's name stood above it, and the dateline.
func (m meta) fromText(text []block, untitled bool) (meta, []block) {
	if len(text) > 0 && untitled && same(m.title, m.outlet) && headline(text[0].text) {
		m.title, text = text[0].text, text[1:]
	}
	if len(text) > 0 {
		d, outlet := readDateline(text[0].text)
		m = m.or(meta{published: d, outlet: outlet})
		if r := openingReporter.FindStringSubmatch(text[0].text[:min(len(text[0].text), maxField)]); r != nil {
			m = m.or(meta{byline: r[1]})
		}
	}
	return m, text
}

// takes reports whether a paragraph is part of the masthead, and reads it.
func (m *meta) takes(b block, declared meta, first bool) bool {
	text := strings.ReplaceAll(b.text, "\n", " ")
	if len(text) > 400 {
		return false
	}
	untitled := m.title == "" && declared.title == ""
	switch {
	case same(text, declared.title) || same(text, m.title):
		m.title = text
		return true
	case kickedTitle(b, declared.title):
		m.title = declared.title
		return true
	case b.role == title || b.role == heading && untitled:
		*m = m.or(meta{title: text})
		return true
	case b.role == author:
		name, outlet := splitByline(strings.TrimPrefix(text, "By "))
		if name == "" {
			name = text
		}
		*m = m.or(meta{byline: name, outlet: outlet})
		return true
	case first && untitled && b.role == body && headline(text) && len(text) < 200 && !m.fromLine(text):
		m.title = text
		return true
	case same(strings.TrimPrefix(text, "By "), declared.byline) || same(text, declared.outlet):
		return true
	}
	if strings.Contains(b.text, "\n") {
		if who, ok := creditLines(b.text); ok && b.role != heading {
			*m = m.or(who)
			return true
		}
	}
	if b.role == dated {
		if d := readDate(text); !d.IsZero() {
			*m = m.or(meta{published: d})
			return true
		}
	}
	return m.fromLine(text)
}

// kickedTitle reports whether a heading is the title with the line above it in one.
func kickedTitle(b block, title string) bool {
	const longest, least = 80, 3 // bytes of that line, words of a title
	return b.role == heading && len(b.text) < len(title)+longest && len(strings.Fields(title)) >= least && strings.HasSuffix(letters(b.text), letters(title))
}

// credited reads a paragraph of names and dates below the title.
func (m *meta) credited(b block, declared meta) bool {
	if m.title == "" && declared.title == "" {
		return false
	}
	who, ok := creditLines(b.text)
	if b.role == heading && (who.published.IsZero() || who.byline+who.outlet == "") {
		return false // a heading of the text
	}
	if ok {
		*m = m.or(who)
	}
	return ok
}

// outletBelow reports whether a line right under the name of the author names
// the paper.
func outletBelow(name string, above, b block) bool {
	return b.role != heading && len(b.text) < 60 && strings.Contains(above.text, name) && siteName(b.text) && isName(b.text) && looksLikeOutlet(b.text, false)
}

// signedEnd is a byline at the end of a summary that it was joined with.
var signedEnd = regexp.MustCompile(`^(.*[.!?…]["'”’“»]*)\s+((?:By|Von|Par|Por) \p{Lu}[^.!?:;]{4,80})$`)

// byAfter parts a summary from the byline behind it.
func byAfter(text string) (above, line string, ok bool) {
	m := signedEnd.FindStringSubmatch(oneLine(text))
	if m == nil || len(text) > 400 {
		return text, "", false
	}
	name, _ := byline(m[2])
	return m[1], m[2], len(strings.Fields(name)) >= 2
}

// isKicker reports whether a paragraph above the title only names a section.
func isKicker(b block) bool { return len(b.text) < 80 && !sentenceEnd.MatchString(b.text) }

// bareByline reports whether a paragraph is nothing but a name, and a date
// follows it.
func bareByline(b, next block) bool {
	n := len(strings.Fields(b.text))
	d, _ := dateLine(next.text)
	return b.role == body && 2 <= n && n <= 5 && isName(b.text) && (!d.IsZero() || n <= 3 && len(next.text) < 60 && mostlyDate(next.text) && writers(b.text))
}

// trailer reads a last paragraph "Source: Agency".
func trailer(m meta, blocks []block) (meta, []block) {
	if n := len(blocks); n > 2 && m.byline == "" && len(blocks[n-1].text) < 80 {
		if last := blocks[n-1]; last.role == body && isPerson(last.text) && writers(last.text) && isSentence(blocks[n-2]) { // a signature
			return m.or(meta{byline: last.text}), blocks[:n-1]
		}
		if name, outlet := byline(blocks[n-1].text); len(strings.Fields(name)) >= 2 && writers(name) { // below a letter or a column
			return m.or(meta{byline: name, outlet: outlet}), blocks[:n-1]
		}
	}
	if n := len(blocks); n > 1 {
		if s := sourceStart.FindStringSubmatch(blocks[n-1].text); s != nil {
			return m.or(meta{outlet: strings.TrimRight(s[1], " .")}), blocks[:n-1]
		}
	}
	return m, blocks
}

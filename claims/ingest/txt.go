package ingest

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

func init() {
	register(Format{Name: "txt", Endings: []string{"txt", "text", "asc", "log"}, detect: detectText, read: readText})
}

func detectText(name string, head []byte) int {
	if _, err := decode(name, head, ""); err != nil {
		if hasEnding(name, "txt", "text", "") {
			return 1 // the reader says why it cannot be read
		}
		return 0
	}
	if hasEnding(name, "txt", "text") {
		return byName
	}
	return byName / 2
}

// readText keeps the decoded file exactly as it is: offsets into it are
// offsets into the file.
func readText(_ *job, name string, data []byte) ([]Item, error) {
	text, err := decode(name, data, "")
	if err != nil || !strings.ContainsFunc(text, unicode.IsLetter) {
		return nil, err
	}
	m := plainMeta(text)
	open := m.decideIn(blocksOf(leadingParagraphs(text[:min(len(text), edge)])))
	item := newItem(m, "txt", text)
	if open != "" {
		item.Warnings = append(item.Warnings, undecidedDay(open))
	}
	return []Item{item}, nil
}

// Lines of a plain text at its two ends that can say what it is.
const (
	headLines = 12
	tailLines = 4
	edge      = 4000 // bytes of either end that are looked at
)

// plainMeta reads title, byline, date and outlet from the first and last
// lines of a text.
func plainMeta(text string) meta {
	head := text[:min(len(text), edge)]
	if m, ok := databaseMeta(head); ok {
		return m
	}
	if m, _, ok := form(plainBlocks(head)); ok && m.title != "" {
		return m
	}
	var m meta
	summarized := false // one paragraph can stand above the byline
	paras := belowSlug(leadingParagraphs(head))
	above := aboveHeadline(paras, &m)
	for i, p := range paras[above:] {
		if i == 0 && (headline(p) && (len(p) < len(strings.TrimSpace(text)))) {
			m.title = p
			continue
		}
		if name := surnameFirst(p); name != "" && m.outlet != "" && m.published.IsFull() { // of a press database
			m = m.or(meta{byline: name})
			continue
		}
		if m.fromLine(p) || headline(p) && len(strings.Fields(p)) <= 20 && i < 4 && !isCredit(p) {
			continue
		}
		if who, ok := creditParts(p); ok {
			m = m.or(who)
			continue
		}
		d, outlet := readDateline(p)
		m = m.or(meta{published: d, outlet: outlet})
		if summarized || len(p) > 300 {
			break
		}
		summarized = true
	}
	if m.byline == "" && m.title != "" {
		m.byline = besideDate(blocksOf(paras[above:]))
	}
	tail := strings.Split(strings.TrimSpace(text[max(0, len(text)-edge):]), "\n")
	for _, line := range tail[max(0, len(tail)-tailLines):] {
		if s := sourceStart.FindStringSubmatch(strings.TrimSpace(line)); s != nil && m.outlet == "" {
			m.outlet = strings.TrimRight(s[1], " .")
		}
	}
	return m
}

// blocksOf makes a paragraph of each line, the first of which is the title.
func blocksOf(lines []string) []block {
	out := make([]block, 0, len(lines))
	for i, line := range lines {
		b := block{text: line}
		if i == 0 {
			b.role = heading
		}
		out = append(out, b)
	}
	return out
}

// aboveHeadline reads the paper, the day and the page that stand above a headline
// and tells how many lines that are.
func aboveHeadline(lines []string, m *meta) (n int) {
	const most = 3
	for n < most && n+1 < len(lines) {
		who, ok := creditParts(lines[n])
		switch next := lines[n+1]; {
		case ok && who.byline == "":
			*m = m.or(who)
		case looksLikeOutlet(lines[n], false) && siteName(lines[n]) && isName(lines[n]) && (n+2 < len(lines) && headline(next) && !bylineStart.MatchString(next)):
			*m = m.or(meta{outlet: lines[n]})
		default:
			return n
		}
		n++
	}
	return n
}

// fromLine takes what a line of the masthead says; it reports whether the line
// is one.
func (m *meta) fromLine(line string) bool {
	if bylineStart.MatchString(line) {
		before, d := bylineDate(line)
		if name, outlet := byline(before); name != "" {
			*m = m.or(meta{byline: name, outlet: outlet, published: d})
			return true
		}
	}
	if d, modified := dateLine(line); !d.IsZero() {
		if modified {
			*m = m.or(meta{modified: d})
		} else {
			*m = m.or(meta{published: d})
		}
		return true
	}
	if s := sourceStart.FindStringSubmatch(line); s != nil {
		*m = m.or(meta{outlet: s[1]})
		return true
	}
	if s := publishedIn.FindStringSubmatch(line); s != nil {
		if d := shownDate(s[1]); d.IsFull() && looksLikeOutlet(s[2], false) {
			*m = m.or(meta{outlet: s[2], published: d})
			return true
		}
	}
	return false
}

// underline is a line of signs below a headline.
var underline = regexp.MustCompile(`(?:^|\n)[ \t]*[=~_*-]{3,}[ \t]*(?:\n|$)`)

// listField is the name of a field in reStructuredText, ":Author: Ana Ruiz", and
// Org, "#+author: Ana Ruiz".
var listField = regexp.MustCompile(`^(?:#\+|#|:)(author|date|Author|Date|AUTHOR|DATE):\s+`)

// titleSign stands before a title in Org, AsciiDoc and Markdown.
var titleSign = regexp.MustCompile(`^(?:#\+?(?i:title):\s+|:(?i:title):\s+|[=#]\s+)`)

// leadingParagraphs gives the first paragraphs of a text. A headline that is
// wrapped by hand is joined; lines that follow each other without a blank one
// stay apart where each can stand for itself.
func leadingParagraphs(head string) []string {
	head = strings.ReplaceAll(strings.ReplaceAll(head, "\r\n", "\n"), "\r", "\n")
	head = underline.ReplaceAllString(head, "\n")
	var out []string
	for _, para := range splitParagraphs(head) {
		lines := strings.Split(para, "\n")
		if wrapped(lines) {
			lines = []string{strings.Join(lines, " ")}
		} else if len(out) == 0 {
			lines = joinedHeadline(lines)
		}
		for _, l := range lines {
			if l = listField.ReplaceAllString(titleSign.ReplaceAllString(strings.TrimSpace(l), ""), "$1: "); l != "" {
				out = append(out, l)
			}
			if len(out) == headLines {
				return out
			}
		}
	}
	return out
}

// joinedHeadline joins a headline that goes on in the second line of a paragraph
// which has the name and the day below it: that line begins as no line of its own
// does.
func joinedHeadline(lines []string) []string {
	const least, most = 55, 85 // characters of a line that is full
	if len(lines) < 2 {
		return lines
	}
	n := len([]rune(lines[0]))
	next := strings.TrimSpace(lines[1])
	r := firstRune(next)
	if n < least || n > most || !unicode.IsLower(r) && !unicode.IsDigit(r) || bylineStart.MatchString(next) || isCredit(next) {
		return lines
	}
	return append([]string{lines[0] + " " + next}, lines[2:]...)
}

// splitParagraphs parts a text at its blank lines.
func splitParagraphs(text string) []string {
	var out []string
	var para []string
	for line := range strings.SplitSeq(text, "\n") {
		if strings.TrimSpace(line) != "" {
			para = append(para, line)
			continue
		}
		if len(para) > 0 {
			out = append(out, strings.Join(para, "\n"))
			para = nil
		}
	}
	if len(para) > 0 {
		out = append(out, strings.Join(para, "\n"))
	}
	return out
}

// wrapped reports whether lines are one paragraph broken at a column: every
// line but the last is about as long as a line can be.
func wrapped(lines []string) bool {
	const least, most = 40, 100
	longest := 0
	for _, l := range lines {
		longest = max(longest, len([]rune(l)))
	}
	if len(lines) < 2 || longest > most || longest < least {
		return false
	}
	for i, l := range lines[:len(lines)-1] {
		if r, _ := utf8.DecodeRuneInString(strings.TrimSpace(lines[i+1])); unicode.IsUpper(r) && bylineStart.MatchString(lines[i+1]) {
			return false
		}
		next, _, _ := strings.Cut(strings.TrimSpace(lines[i+1]), " ")
		if len([]rune(l))+1+len([]rune(next)) < longest-2 {
			return false
		}
	}
	return true
}

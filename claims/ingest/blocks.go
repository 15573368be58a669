package ingest

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"onrecord/claims"
)

// role is what a paragraph is for.
type role uint8

const (
	body     role = iota
	heading       // of any level; the first one can be the title
	title         // styled or marked as the title
	subtitle      // styled or marked as such
	author        // styled or marked as the byline
	dated         // styled or marked as the date
	caption       // under a picture
	note          // a footnote
)

// block is a paragraph of a document that has a layout: one line of text
// without a blank line in it.
type block struct {
	text string
	role role
}

// compose makes the article of a document's paragraphs. The masthead, title,
// byline, date and outlet above the text, is read, compared with what the file
// declares, and does not become text. Captions are left out.
func compose(format string, declared meta, blocks []block) (Item, bool) {
	blocks = tidy(blocks)
	if filled, below, ok := form(blocks); ok {
		declared, blocks = filled.or(declared), below
	} else if len(blocks) > 2 && (blocks[0].role == heading || blocks[0].role == title) {
		if filled, below, ok := form(blocks[1:]); ok {
			declared, blocks = filled.or(declared), append(blocks[:1:1], below...)
		}
	}
	m, rest := masthead(declared, blocks)
	m, rest = trailer(m, rest)
	paras := make([]string, 0, len(rest))
	for _, b := range rest {
		if b.role != caption {
			paras = append(paras, b.text)
		}
	}
	text := strings.Join(paras, "\n\n")
	if !strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		return Item{}, false
	}
	return newItem(m, format, text), true
}

// tidy drops paragraphs without a word and squeezes the white space of the
// others. A line end inside of a paragraph stays, an empty line parts it.
func tidy(blocks []block) []block {
	out := make([]block, 0, len(blocks))
	for _, b := range blocks {
		for para := range strings.SplitSeq(squeezeLines(b.text), "\n\n") {
			if strings.ContainsFunc(para, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
				out = append(out, block{text: para, role: b.role})
			}
		}
	}
	return out
}

// squeezeLines squeezes the white space of a paragraph. Two or more line ends
// in a row, by which some writers part paragraphs, become one empty line.
func squeezeLines(text string) string {
	var b strings.Builder
	empty := 0
	for line := range strings.SplitSeq(clean(text), "\n") {
		if line = strings.Join(strings.Fields(line), " "); line == "" {
			empty++
			continue
		}
		if b.Len() > 0 {
			b.WriteString(strings.Repeat("\n", 1+min(empty, 1)))
		}
		b.WriteString(line)
		empty = 0
	}
	return b.String()
}

// mastheadSize is how many paragraphs are looked at for title, byline and date.
const mastheadSize = 10

// masthead reads the paragraphs above the text and gives those that remain.
// A visible title, byline or date wins over a declared one only where the
// declared one is missing; both are left out of the text.
func masthead(m meta, blocks []block) (meta, []block) {
	var kept []block
	var seen meta
	i, above := 0, 0
	if len(blocks) > 2 && !same(blocks[0].text, m.title) {
		if who, ok := creditParts(blocks[0].text); ok { // the paper, the day and the page above the headline
			seen, i, above = who, 1, 1
		}
	}
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
	seen, kept = seen.fromText(kept, m.title == "")
	return m.or(seen), append(kept, blocks[i:]...)
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
	if b.role == dated {
		if d := readDate(text); !d.IsZero() {
			*m = m.or(meta{published: d})
			return true
		}
	}
	return m.fromLine(text)
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
	return b.role == body && 2 <= n && n <= 5 && isName(b.text) && !d.IsZero()
}

// trailer reads a last paragraph "Source: Agency".
func trailer(m meta, blocks []block) (meta, []block) {
	if n := len(blocks); n > 2 && m.byline == "" && len(blocks[n-1].text) < 80 {
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

// same compares two lines by their letters and digits alone.
func same(a, b string) bool {
	if a == "" || b == "" {
		return false
	}
	return letters(a) == letters(b)
}

func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// creator keeps what a document property says of its author where it can be a
// person, and drops the names of programs and accounts.
func creator(s string) string {
	name, _ := splitByline(strings.TrimPrefix(oneLine(s), "By "))
	low := strings.ToLower(name)
	for _, w := range []string{"python", "microsoft", "admin", "user", "owner", "calibre", "unknown", "author", "office", "anonymous", "default", "pandoc"} {
		if strings.Contains(low, w) {
			return ""
		}
	}
	if len(strings.Fields(name)) < 2 {
		return ""
	}
	return name
}

// single wraps the one article of a document.
func single(name, format string, m meta, blocks []block) ([]Item, error) {
	it, ok := compose(format, m, blocks)
	if !ok {
		return nil, claims.Refused(name, claims.Say("error.holdsNoArticle", "holds no article text"))
	}
	return []Item{it}, nil
}

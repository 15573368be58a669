package ingest

import (
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
	size int // of the type, in half points; 0 where it is the document's own
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
	open := ""
	if declared.published.IsZero() {
		open = m.decideIn(blocks)
	}
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
	item := newItem(m, format, text)
	if open != "" {
		item.Warnings = append(item.Warnings, undecidedDay(open))
	}
	return item, true
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

package ingest

import (
	"regexp"
	"strings"
)

// Clipping services, archives and press offices put a form above a text: lines
// or rows of a table that begin with the name of a field.

// formField is such a line. The names are in the languages that articles are
// often in.
var formField = regexp.MustCompile(`(?i)^(headline|title|titel|überschrift|titre|título|titulo|titolo|byline|authors?|written by|autor(?:in|en|es)?|verfasser(?:in)?|auteure?s?|autora?|autore|publication|publication name|source|outlet|newspaper|media|medium|quelle|zeitung|journal|fuente|medio|periódico|testata|` +
	`date|publication date|published|publish date|date published|datum|erschienen(?: am)?|fecha|date de publication|data|url|link|web ?site|section|page|pages|ressort|seite|rubrique|sección|página|word count|words|length|wörter|edition|ausgabe|circulation|auflage|reach|reichweite|country|land|language|sprache|type|category|keywords?|tags?)(\s*[:|]\s*|\t+|\s+)(\S.*)$`)

// form reads the fields above a text and gives the paragraphs below them. ok is
// false where there is none: a form names the title, the author or the paper,
// and at least two fields follow each other.
func form(blocks []block) (m meta, rest []block, ok bool) {
	const most = 14
	fields, marked, telling := 0, 0, 0
	at := 0
	for ; at < len(blocks) && at < most; at++ {
		f, good := formLines(&m, blocks[at].text)
		if !good {
			break
		}
		fields += f.fields
		marked += f.marked
		telling += f.telling
	}
	if at == len(blocks) || telling == 0 || fields < 2 || marked < 2 && fields < 3 {
		return meta{}, blocks, false
	}
	return m, blocks[at:], true
}

// counted is how many fields a paragraph has, how many of them with a mark
// behind their name, and how many that tell what the article is.
type counted struct{ fields, marked, telling int }

// formLines reads a paragraph of which every line is a field.
func formLines(m *meta, text string) (n counted, ok bool) {
	const longest = 300
	if len(text) > longest {
		return n, false
	}
	for line := range strings.SplitSeq(text, "\n") {
		f := formField.FindStringSubmatch(strings.TrimSpace(line))
		if f == nil {
			return n, false
		}
		n.fields++
		if strings.TrimSpace(f[2]) != "" {
			n.marked++
		}
		if m.field(strings.ToLower(f[1]), strings.TrimSpace(f[3])) {
			n.telling++
		}
	}
	return n, true
}

// field takes the value of a named field; it reports whether the field is one of
// those that tell a form from a text.
func (m *meta) field(name, value string) bool {
	first, _, _ := strings.Cut(name, " ")
	switch first {
	case "headline", "title", "titel", "überschrift", "titre", "título", "titulo", "titolo":
		*m = m.or(meta{title: value})
	case "byline", "author", "authors", "written", "autor", "autorin", "autoren", "autores", "verfasser", "verfasserin", "auteur", "auteure", "auteurs", "autora", "autore":
		*m = m.or(meta{byline: people(value)})
	case "publication", "source", "outlet", "newspaper", "media", "medium", "quelle", "zeitung", "journal", "fuente", "medio", "periódico", "testata":
		if strings.HasPrefix(name, "publication date") {
			*m = m.or(meta{published: shownDate(value)})
			return false
		}
		*m = m.or(meta{outlet: value})
	case "date", "published", "publish", "datum", "erschienen", "fecha", "data":
		*m = m.or(meta{published: shownDate(value)})
		return false
	case "url", "link", "website":
		if strings.HasPrefix(value, "http") {
			*m = m.or(meta{url: value})
		}
		return false
	default:
		return false
	}
	return true
}

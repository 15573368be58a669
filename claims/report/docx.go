package report

import (
	"bufio"
	"fmt"
	"io"
	"iter"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

func init() { writers[DOCX] = writer{".docx", writeDOCX} }

// writeDOCX writes a report as a Word document: real headings, tables, lists
// and links, and the source of every quotation in a footnote. The text is
// written as it is made; the footnotes, which have a file of their own in the
// package, are kept compressed until then.
func writeDOCX(w io.Writer, m *Model) error {
	d := &docx{m: m, w: wordsFor(m.Options.Language), bookmarks: map[string]int{}}
	d.open(w)
	compose(m, d)
	return d.close()
}

// docx is a Word document in the making.
type docx struct {
	zip             *packer
	document, notes *part
	kept            *spool // the notes
	m               *Model
	w               words
	bookmarks       map[string]int // Word's names are short: every anchor gets a number
	footnotes       int
	marks           int // bookmarks set so far
}

// part is a part of the package with the addresses that it links to.
type part struct {
	markup
	links   []string
	numbers map[string]int // of the links

	leftward bool   // the paragraph runs from right to left
	language string // of what is written next, where it is not the report's own
}

func newPart(w io.Writer) *part {
	return &part{markup: markup{bufio.NewWriter(w)}, numbers: map[string]int{}}
}

// relation names an address in the part's list of links.
func (p *part) relation(address string) string {
	n, ok := p.numbers[address]
	if !ok {
		p.links = append(p.links, address)
		n = len(p.links)
		p.numbers[address] = n
	}
	return fmt.Sprintf("link%d", n)
}

func (d *docx) bookmark(anchor string) string {
	n, ok := d.bookmarks[anchor]
	if !ok {
		n = len(d.bookmarks) + 1
		d.bookmarks[anchor] = n
	}
	return fmt.Sprintf("place%d", n)
}

// para writes a paragraph of the document; a bookmark where it has an anchor.
func (d *docx) para(style, id string, line inline) {
	b, side := d.document, ""
	if foreign[style] {
		side = direction(line)
	}
	b.add(`<w:p><w:pPr><w:pStyle w:val="%s"/>%s%s</w:pPr>`, style, loose(line), side)
	d.target(id)
	b.leftward = side != ""
	d.inline(b, line)
	b.leftward = false
	b.add("</w:p>\n")
}

// foreign are the styles of words that are not the report's own: such a
// paragraph begins at the right where its first letter runs from there.
var foreign = map[string]bool{"Title": true, "Subtitle": true, "Heading1": true, "Quote": true}

// longestWhole is how many characters of a paragraph are kept on one page.
const longestWhole = 1200

// loose lets a very long paragraph break across pages: kept whole, it would
// leave the rest of the page before it empty.
func loose(line inline) string {
	length := 0
	for _, r := range line {
		length += len(r.text)
	}
	if length > longestWhole {
		return `<w:keepNext w:val="0"/><w:keepLines w:val="0"/>`
	}
	return ""
}

// direction is the property of a paragraph that begins at the right.
func direction(line inline) string {
	var text []rune
	for _, r := range line {
		text = append(text, []rune(r.text)...)
	}
	if baseOf(text) == 1 {
		return "<w:bidi/>"
	}
	return ""
}

func (d *docx) target(id string) {
	if id == "" {
		return
	}
	d.marks++
	d.document.add(`<w:bookmarkStart w:id="%d" w:name="%s"/><w:bookmarkEnd w:id="%d"/>`, d.marks, d.bookmark(id), d.marks)
}

// docxFaces are the character styles of the faces of a run.
var docxFaces = map[face]string{bold: "Strong", faint: "Faint", code: "Code"}

func (d *docx) inline(p *part, line inline) {
	for _, r := range line {
		switch {
		case r.link == "":
			p.run(docxFaces[r.face], "", r.text)
		case r.link[0] == '#':
			p.add(`<w:hyperlink w:anchor="%s">`, d.bookmark(r.link[1:]))
			p.run(docxFaces[r.face], "", r.text)
			p.add("</w:hyperlink>")
		default:
			p.add(`<w:hyperlink r:id="%s">`, p.relation(r.link))
			p.run("Hyperlink", "", r.text)
			p.add("</w:hyperlink>")
		}
	}
}

// run writes text in a character style and, where given, in a colour.
func (p *part) run(style, colour, text string) {
	if text == "" {
		return
	}
	if !p.leftward && strings.ContainsFunc(text, leftward) {
		for piece, turned := range turns(text) {
			p.piece(style, colour, piece, turned)
		}
		return
	}
	p.piece(style, colour, text, p.leftward && strings.ContainsFunc(text, leftward))
}

// turns cuts text into what runs from left to right and what does not, so that
// a date behind an Arabic name stays behind it.
func turns(text string) iter.Seq2[string, bool] {
	return func(yield func(string, bool) bool) {
		for text != "" {
			from := strings.IndexFunc(text, leftward)
			if from < 0 {
				yield(text, false)
				return
			}
			if from > 0 && !yield(text[:from], false) {
				return
			}
			to := from
			for i, r := range text[from:] { // up to its last letter before one of ours
				class := classOf(r)
				if class == bidi.L || class == bidi.EN {
					break
				}
				if leftward(r) || class == bidi.NSM {
					to = from + i + utf8.RuneLen(r)
				}
			}
			if !yield(text[from:to], true) {
				return
			}
			text = text[to:]
		}
	}
}

// piece writes a run.
func (p *part) piece(style, colour, text string, turned bool) {
	p.add("<w:r>")
	if style != "" || colour != "" || turned || p.language != "" {
		p.add("<w:rPr>")
		if style != "" {
			p.add(`<w:rStyle w:val="%s"/>`, style)
		}
		if colour != "" {
			p.add(`<w:color w:val="%s"/>`, strings.TrimPrefix(colour, "#"))
		}
		if turned { // and Word puts figures and marks on the right side of such text
			p.add("<w:rtl/>")
		}
		if p.language != "" { // so that the spelling is checked by its own words
			p.add(`<w:lang %s="%s"/>`, languageKind(p.language), esc(wordLanguage(p.language)))
		}
		p.add("</w:rPr>")
	}
	p.add(`<w:t xml:space="preserve">%s</w:t></w:r>`, esc(oneSpace(text)))
}

// languageKind is the attribute under which Word keeps a language: it has one
// for each way of writing.
func languageKind(language string) string {
	base, _, _ := strings.Cut(language, "-")
	switch base {
	case "zh", "ja", "ko":
		return "w:eastAsia"
	case "ar", "he", "fa", "ur":
		return "w:bidi"
	}
	return "w:val"
}

// wordLanguages are the tags under which Word keeps its dictionaries, where an
// article tells its language and no country.
var wordLanguages = map[string]string{
	"ar": "ar-SA", "da": "da-DK", "de": "de-DE", "en": "en-GB", "es": "es-ES", "fr": "fr-FR", "he": "he-IL", "it": "it-IT", "ja": "ja-JP", "ko": "ko-KR", "nl": "nl-NL",
	"pl": "pl-PL", "pt": "pt-PT", "ru": "ru-RU", "sv": "sv-SE", "tr": "tr-TR", "uk": "uk-UA", "zh": "zh-CN",
}

func wordLanguage(language string) string { return orElse(wordLanguages[language], language) }

// The widths of the columns of tables, in twentieths of a point.
const (
	docxText   = 9298
	docxLabel  = 2300
	docxDate   = 2400
	docxKind   = 1500
	docxRating = 2200
)

// wholeTable is how many rows a table has at most that is kept on one page.
const wholeTable = 14

// table writes a table with ruled rows.
func (d *docx) table(widths []int, rows int, cell func(row, column int)) {
	b := d.document
	b.add(`<w:tbl><w:tblPr><w:tblStyle w:val="Ruled"/><w:tblW w:w="%d" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>`, docxText)
	for _, w := range widths {
		b.add(`<w:gridCol w:w="%d"/>`, w)
	}
	b.add("</w:tblGrid>\n")
	for i := range rows {
		b.add(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
		next := "" // rows of a short table stay on one page
		if rows <= wholeTable && i < rows-1 {
			next = "<w:keepNext/>"
		}
		for j, w := range widths {
			b.add(`<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="Detail"/>%s</w:pPr>`, w, next)
			cell(i, j)
			b.add("</w:p></w:tc>")
		}
		b.add("</w:tr>\n")
	}
	b.add("</w:tbl>\n" + `<w:p><w:pPr><w:pStyle w:val="Detail"/></w:pPr></w:p>` + "\n")
}

// value writes the word of a verdict beside its colour.
func (d *docx) value(word, colour string) {
	if c := colourOr(colour, ""); c != "" {
		d.document.run("", c, "● ")
		d.document.run("Strong", "", word)
		return
	}
	d.document.run("", "", word)
}

// footnote writes the source of a quotation and refers to it.
func (d *docx) footnote(line inline) {
	d.footnotes++
	d.document.add(`<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="%d"/></w:r>`, d.footnotes)
	d.notes.add(`<w:footnote w:id="%d"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>`, d.footnotes)
	d.notes.run("", "", " ")
	d.inline(d.notes, line)
	d.notes.add("</w:p></w:footnote>\n")
}

package ingest

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"

	"onrecord/claims"
)

func init() {
	register(Format{Name: "odt", Endings: []string{"odt", "ott", "fodt"}, detect: detectODT, read: readODT})
}

func detectODT(name string, head []byte) int {
	switch {
	case zipHas(head, "application/vnd.oasis.opendocument.text"), bytes.Contains(head, []byte("<office:document ")):
		return certain
	case isZip(head) && hasEnding(name, "odt", "ott"):
		return certain - 1
	}
	return 0
}

// readODT reads an OpenDocument text, packed or flat: the paragraphs with all
// changes accepted, notes at the end, no comments.
func readODT(j *job, name string, data []byte) ([]Item, error) {
	content, about, pages, err := odtParts(j, name, data)
	if err != nil {
		return nil, err
	}
	text := content.find("text")
	if b := content.find("body"); b != nil {
		text = b.child("text")
	}
	if text == nil {
		return nil, claims.Refused(name, claims.Say("error.noTextDocument", "is no text document: it may be a table or a drawing"))
	}
	o := odt{styles: odtStyles(content)}
	o.below(text)
	o.end()
	blocks := append(o.blocks, o.notes...)
	item, ok := compose("odt", documentTitle(coreMeta(about), blocks), blocks)
	if !ok {
		return nil, claims.Refused(name, claims.Say("error.holdsNoArticle", "holds no article text"))
	}
	item.complete(runningMeta(odtRunningLines(pages)))
	return []Item{item}, nil
}

// odtParts gives the content, the description and the styles of the pages.
func odtParts(j *job, name string, data []byte) (content, about, pages *element, err error) {
	if !isZip(data) {
		content, err = parseXML(j, name, data)
		return content, content.find("meta"), content.find("master-styles"), err
	}
	a, err := openArchive(j, name, data)
	if err != nil {
		return nil, nil, nil, err
	}
	if err := a.checkLocked(); err != nil {
		return nil, nil, nil, err
	}
	for part, to := range map[string]**element{"content.xml": &content, "meta.xml": &about, "styles.xml": &pages} {
		src, err := a.read(part)
		if err != nil {
			return nil, nil, nil, err
		}
		if src == nil {
			continue
		}
		if *to, err = parseXML(j, name, src); err != nil && part == "content.xml" {
			return nil, nil, nil, err
		}
	}
	if content == nil {
		return nil, nil, nil, claims.Refused(name, claims.Say("error.noOpendocumentText", "is no OpenDocument text: its content is missing"))
	}
	return content, about, pages.find("master-styles"), nil
}

// odtRunningLines gives the paragraphs in headers and footers.
func odtRunningLines(pages *element) (lines []string) {
	for _, page := range pages.list("master-page") {
		for _, part := range page.children {
			if strings.HasPrefix(part.name, "header") || strings.HasPrefix(part.name, "footer") {
				o := odt{}
				o.below(part)
				o.end()
				for _, b := range o.blocks {
					lines = append(lines, b.text)
				}
			}
		}
	}
	return lines
}

// odtStyles gives the names that automatic styles build on.
func odtStyles(root *element) map[string]string {
	out := map[string]string{}
	for _, s := range root.all("style") {
		if p := s.attr("parent-style-name"); p != "" {
			out[s.attr("name")] = p
		}
	}
	return out
}

// odt collects the paragraphs of a document.
type odt struct {
	styles map[string]string
	blocks []block
	notes  []block
	run    strings.Builder
	role   role
}

func (o *odt) end() {
	if o.run.Len() > 0 {
		o.blocks = append(o.blocks, block{text: o.run.String(), role: o.role})
		o.run.Reset()
	}
}

func (o *odt) below(e *element) {
	for _, c := range e.children {
		o.element(c)
	}
}

// odtSkipped hold deleted text, comments, declarations and what a program puts
// there by itself.
var odtSkipped = wordSet(`tracked-changes annotation annotation-end sequence-decls forms variable-decls user-field-decls note-citation hidden-text
	hidden-paragraph table-of-content bibliography alphabetical-index object object-ole desc title page-number page-count`)

func (o *odt) element(e *element) {
	if e.name == "" {
		o.run.WriteString(spaces.ReplaceAllString(e.text, " ")) // line ends in the source are none in the text
		return
	}
	switch e.name {
	case "p", "h":
		o.paragraph(e)
	case "s":
		n, err := strconv.Atoi(e.attr("c"))
		if err != nil {
			n = 1
		}
		o.run.WriteString(strings.Repeat(" ", min(max(n, 1), 8)))
	case "tab":
		o.run.WriteByte(' ')
	case "line-break":
		o.run.WriteByte('\n')
	case "note":
		o.note(e)
	case "table-row":
		o.row(e)
	default:
		if !odtSkipped[e.name] {
			o.below(e)
		}
	}
}

var spaces = regexp.MustCompile(`[ \t\r\n]+`)

func (o *odt) paragraph(e *element) {
	outer, role := o.run.String(), o.role
	o.run.Reset()
	o.role = o.roleOf(e)
	o.below(e)
	o.end()
	o.run.WriteString(outer)
	o.role = role
}

func (o *odt) roleOf(e *element) role {
	if e.name == "h" {
		return heading
	}
	style := e.attr("style-name")
	for hops := 0; hops < 5 && style != ""; hops++ {
		if r := styleRole(style); r != body {
			return r
		}
		style = o.styles[style]
	}
	return body
}

// note moves a footnote to the end of the text.
func (o *odt) note(e *element) {
	in := odt{styles: o.styles}
	in.below(e)
	in.end()
	for _, b := range in.blocks {
		o.notes = append(o.notes, block{text: b.text, role: note})
	}
}

// row makes one paragraph of short cells; long ones keep their paragraphs.
func (o *odt) row(e *element) {
	o.end()
	from := len(o.blocks)
	o.below(e)
	o.end()
	o.blocks = joinRow(o.blocks, from)
}

// joinRow makes one paragraph of the cells of a table's row, which begin at
// from, unless one of them is long: then the table only makes a layout.
func joinRow(blocks []block, from int) []block {
	cells := make([]string, 0, len(blocks)-from)
	for _, b := range blocks[from:] {
		if len(b.text) > 120 {
			return blocks
		}
		cells = append(cells, b.text)
	}
	if len(cells) == 0 {
		return blocks
	}
	return append(blocks[:from], block{text: strings.Join(cells, " ")})
}

package ingest

import (
	"path"
	"regexp"
	"strconv"
	"strings"

	"onrecord/claims"
)

func init() {
	register(Format{Name: "docx", Endings: []string{"docx", "docm", "dotx"}, detect: detectDOCX, read: readDOCX})
}

func detectDOCX(name string, head []byte) int {
	switch {
	case !isZip(head):
		return 0
	case hasEnding(name, "docx", "docm", "dotx"):
		return certain
	case zipHas(head, "word/"), zipHas(head, "[Content_Types].xml") && !zipHas(head, "xl/") && !zipHas(head, "ppt/"):
		return likely
	}
	return 0
}

// readDOCX reads an Office Open XML text: the paragraphs with all changes
// accepted, footnotes at the end, no comments, headers or footers.
func readDOCX(j *job, name string, data []byte) ([]Item, error) {
	a, err := openArchive(j, name, data)
	if err != nil {
		return nil, err
	}
	main, err := a.mainPart()
	if err != nil {
		return nil, err
	}
	parts := map[string]*element{}
	dir := path.Dir(main)
	for _, part := range []string{main, path.Join(dir, "styles.xml"), path.Join(dir, "footnotes.xml"), path.Join(dir, "endnotes.xml"), "docProps/core.xml", "docProps/custom.xml"} {
		src, err := a.read(part)
		if err != nil {
			return nil, err
		}
		if src == nil {
			continue
		}
		if parts[part], err = parseXML(j, name, src); err != nil && part == main {
			return nil, err
		}
	}
	if parts[main] == nil {
		return nil, claims.Refused(name, claims.Say("error.noWordDocument", "is no Word document: its text is missing"))
	}
	d := docx{styles: docxStyles(parts[path.Join(dir, "styles.xml")])}
	d.below(parts[main].find("body"))
	d.end()
	largestTitle(d.blocks)
	for _, notes := range []string{"footnotes.xml", "endnotes.xml"} {
		d.notes(parts[path.Join(dir, notes)])
	}
	m := coreMeta(parts["docProps/core.xml"]).or(coreMeta(parts["docProps/custom.xml"]))
	item, ok := compose("docx", documentTitle(m, d.blocks), d.blocks)
	if !ok {
		return nil, claims.Refused(name, claims.Say("error.holdsNoArticle", "holds no article text"))
	}
	item.complete(runningMeta(a.runningLines(dir)))
	return []Item{item}, nil
}

// headerPart is a part of a package that holds the running lines of its pages.
var headerPart = regexp.MustCompile(`^(?:header|footer)\d*\.xml$`)

// runningLines gives the paragraphs in headers and footers. What is broken
// there takes nothing from the text.
func (a *archive) runningLines(dir string) (lines []string) {
	const most = 12 // parts that are looked at
	for _, f := range a.files {
		if path.Dir(f.Name) != dir || !headerPart.MatchString(path.Base(f.Name)) || len(lines) >= most {
			continue
		}
		root, err := a.tree(f.Name)
		if err != nil {
			continue
		}
		d := docx{}
		d.below(root)
		d.end()
		for _, b := range d.blocks {
			lines = append(lines, b.text)
		}
	}
	return lines
}

// documentTitle drops a title property that the text itself corrects: many are
// left over from the template or an older draft.
func documentTitle(m meta, blocks []block) meta {
	for i, b := range tidy(blocks) {
		if i >= mastheadSize {
			break
		}
		if b.role == title || b.role == heading || same(b.text, m.title) {
			m.title = b.text
			return m
		}
	}
	if len(strings.Fields(m.title)) < 3 {
		m.title = ""
	}
	return m
}

// mainPart follows the package's relations to the text.
func (a *archive) mainPart() (string, error) {
	const usual = "word/document.xml"
	src, err := a.read("_rels/.rels")
	if err != nil || src == nil {
		return usual, err
	}
	rels, err := parseXML(a.job, a.name, src)
	if err != nil {
		return usual, nil //nolint:nilerr // a package with broken relations can still have its text in the usual place
	}
	for _, r := range rels.all("Relationship") {
		if strings.HasSuffix(r.attr("Type"), "/officeDocument") {
			return strings.TrimPrefix(r.attr("Target"), "/"), nil
		}
	}
	return usual, nil
}

// docxStyles gives the roles of the paragraph styles by their identifier: the
// name, the name of the style they build on, or the outline level tells.
func docxStyles(root *element) map[string]role {
	names, based := map[string]string{}, map[string]string{}
	for _, s := range root.all("style") {
		id := s.attr("styleId")
		names[id] = s.child("name").attr("val")
		based[id] = s.child("basedOn").attr("val")
	}
	out := map[string]role{}
	for id := range names {
		for at, hops := id, 0; at != "" && hops < 5; at, hops = based[at], hops+1 {
			if r := styleRole(names[at]); r != body {
				out[id] = r
				break
			}
		}
	}
	return out
}

// largestTitle finds the title of a document that has no heading: the line among
// the first that is set larger than all the others.
func largestTitle(blocks []block) {
	const usual, larger, words = 24, 1.2, 3
	at, largest := -1, 0
	for i, b := range blocks[:min(len(blocks), 2*mastheadSize)] {
		switch {
		case b.role == heading || b.role == title:
			return
		case b.size > largest:
			at, largest = i, b.size
		case b.size == largest && at >= 0:
			at = -1 // there are two of them
		}
	}
	if at >= 0 && float64(largest) > usual*larger && len(strings.Fields(blocks[at].text)) > words && headline(blocks[at].text) {
		blocks[at].role = title
	}
}

// docx collects the paragraphs of a document.
type docx struct {
	styles map[string]role
	blocks []block
	run    strings.Builder
	role   role
	size   int  // of the largest type in the run
	joined bool // the mark at the end of the last paragraph was deleted
}

func (d *docx) end() {
	if d.run.Len() > 0 {
		d.blocks = append(d.blocks, block{text: d.run.String(), role: d.role, size: d.size})
		d.run.Reset()
	}
	d.size = 0
}

func (d *docx) below(e *element) {
	if e != nil {
		for _, c := range e.children {
			d.element(c)
		}
	}
}

// docxSkipped hold what is deleted, a comment, a code, or the same once more
// for old programs.
var docxSkipped = wordSet(`del moveFrom instrText delText delInstrText annotationRef Fallback pPr tblPr sectPr fldData`)

func (d *docx) element(e *element) {
	switch e.name {
	case "p":
		d.paragraph(e)
	case "tr":
		d.row(e)
	case "r":
		if p := e.child("rPr"); p.child("vanish") == nil || p.child("vanish").attr("val") == "0" {
			if n, err := strconv.Atoi(p.child("sz").attr("val")); err == nil && e.child("t") != nil {
				d.size = max(d.size, n)
			}
			d.below(e)
		}
	case "t":
		for _, c := range e.children {
			d.run.WriteString(c.text)
		}
	case "tab", "ptab":
		d.run.WriteByte(' ')
	case "br", "cr":
		if e.attr("type") == "" || e.attr("type") == "textWrapping" {
			d.run.WriteByte('\n')
		}
	case "noBreakHyphen":
		d.run.WriteByte('-')
	case "txbxContent":
		outer, role := d.run.String(), d.role
		d.run.Reset()
		d.below(e)
		d.end()
		d.run.WriteString(outer)
		d.role = role
	default:
		if !docxSkipped[e.name] {
			d.below(e)
		}
	}
}

func (d *docx) paragraph(e *element) {
	props := e.child("pPr")
	if !d.joined {
		d.end()
		d.role = d.styles[props.child("pStyle").attr("val")]
		if d.role == body {
			d.role = styleRole(props.child("pStyle").attr("val"))
		}
		if lvl := props.child("outlineLvl").attr("val"); d.role == body && lvl != "" && lvl < "9" {
			d.role = heading
		}
	}
	d.below(e)
	if d.joined = props.child("rPr", "del") != nil; !d.joined {
		d.end()
	}
}

// row makes one paragraph of short cells; long ones keep their paragraphs.
func (d *docx) row(e *element) {
	d.end()
	from := len(d.blocks)
	d.below(e)
	d.end()
	d.blocks = joinRow(d.blocks, from)
}

func (d *docx) notes(root *element) {
	from := len(d.blocks)
	for _, list := range []string{"footnote", "endnote"} {
		for _, n := range root.all(list) {
			if n.attr("type") == "" || n.attr("type") == "normal" {
				d.below(n)
				d.end()
			}
		}
	}
	for i := range d.blocks[from:] {
		d.blocks[from+i].role = note
	}
}

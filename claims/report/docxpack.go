package report

import (
	"archive/zip"
	"bufio"
	"cmp"
	"io"
	"strings"
	"time"

	"onrecord/assets"
)

const (
	wordSpaces   = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	xmlHead      = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	relationHead = xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	officeType   = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
)

// separators are the two footnotes that Word expects before all others.
const separators = `<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>`

// pageSetup is A4 with a foot.
const pageSetup = `<w:sectPr><w:footerReference w:type="default" r:id="foot"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1304" w:right="1304" w:bottom="1304" w:left="1304" w:header="709" w:footer="624" w:gutter="0"/></w:sectPr>`

// open writes what comes before the text of the package that a Word document
// is, and begins the text.
func (d *docx) open(w io.Writer) {
	d.zip = &packer{Writer: zip.NewWriter(w), made: d.m.Made}
	d.zip.asset("[Content_Types].xml", "docx/content-types.xml")
	d.zip.text("_rels/.rels", relationHead+`<Relationship Id="doc" Type="`+officeType+`officeDocument" Target="word/document.xml"/><Relationship Id="core" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`)
	d.zip.text("docProps/core.xml", d.properties())
	d.document = newPart(d.zip.create("word/document.xml"))
	d.document.add("%s", xmlHead+`<w:document `+wordSpaces+`><w:body>`+"\n")
	d.kept = newSpool()
	d.notes = newPart(d.kept)
	d.notes.add("%s", xmlHead+`<w:footnotes `+wordSpaces+`>`+separators+"\n")
}

// close ends the text and writes what comes after it.
func (d *docx) close() error {
	d.document.add("%s", pageSetup+`</w:body></w:document>`)
	d.notes.add("</w:footnotes>")
	if err := cmp.Or(d.document.Flush(), d.notes.Flush()); err != nil {
		return err
	}
	parts := ""
	for _, part := range []string{"styles", "numbering", "settings", "footnotes"} {
		parts += `<Relationship Id="` + part + `" Type="` + officeType + part + `" Target="` + part + `.xml"/>`
	}
	parts += `<Relationship Id="foot" Type="` + officeType + `footer" Target="footer1.xml"/>`
	d.relations("word/_rels/document.xml.rels", parts, d.document.links)
	if err := d.kept.copyTo(d.zip.create("word/footnotes.xml")); err != nil {
		return err
	}
	d.relations("word/_rels/footnotes.xml.rels", "", d.notes.links)
	d.zip.text("word/footer1.xml", d.foot())
	for _, part := range []string{"numbering", "settings"} {
		d.zip.asset("word/"+part+".xml", "docx/"+part+".xml")
	}
	d.styles()
	return d.zip.close()
}

// styles writes the styles, with the language of the report: spelling is checked
// and the document read aloud by it.
func (d *docx) styles() {
	data, err := assets.ReportFiles.ReadFile("templates/docx/styles.xml")
	d.zip.err = cmp.Or(d.zip.err, err)
	const end = "</w:rPr></w:rPrDefault>"
	language := `<w:lang w:val="` + wordLanguage(d.w.of("language")) + `"/>`
	d.zip.text("word/styles.xml", strings.Replace(string(data), end, language+end, 1))
}

// relations writes the parts and addresses that a part refers to.
func (d *docx) relations(name, parts string, links []string) {
	p := markup{bufio.NewWriter(d.zip.create(name))}
	p.add("%s", relationHead+parts)
	for i, address := range links {
		p.add(`<Relationship Id="link%d" Type="%shyperlink" Target="%s" TargetMode="External"/>`, i+1, officeType, esc(address))
	}
	p.add("</Relationships>")
	d.zip.err = cmp.Or(d.zip.err, p.Flush())
}

func (d *docx) properties() string {
	made := d.m.Made.UTC().Format(time.RFC3339)
	return xmlHead + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
		`<dc:title>` + esc(d.m.Title) + `</dc:title><dc:creator>` + esc(d.m.Author) + `</dc:creator><dc:language>` + d.w.of("language") + `</dc:language>` +
		`<dcterms:created xsi:type="dcterms:W3CDTF">` + made + `</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">` + made + `</dcterms:modified></cp:coreProperties>`
}

// foot is the title and the number of the page.
func (d *docx) foot() string {
	field := func(name string) string {
		return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ` + name + ` </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
	}
	return xmlHead + `<w:ftr ` + wordSpaces + `><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t xml:space="preserve">` + esc(clip(oneLine(d.m.Title), 80)) + `</w:t></w:r><w:r><w:tab/></w:r>` +
		field("PAGE") + `<w:r><w:t xml:space="preserve"> / </w:t></w:r>` + field("NUMPAGES") + `</w:p></w:ftr>`
}

// packer writes the members of a ZIP file, all dated with the report, and
// keeps the first error.
type packer struct {
	*zip.Writer
	made time.Time
	err  error
}

// create begins a member, which ends when the next begins.
func (z *packer) create(name string) io.Writer {
	h := &zip.FileHeader{Name: name, Method: zip.Deflate}
	if z.made.Year() >= firstZipYear {
		h.Modified = z.made.UTC()
	}
	w, err := z.CreateHeader(h)
	if z.err = cmp.Or(z.err, err); z.err != nil {
		return io.Discard
	}
	return w
}

func (z *packer) add(name string, data []byte) {
	_, err := z.create(name).Write(data)
	z.err = cmp.Or(z.err, err)
}

// firstZipYear is the first year that a ZIP file can date its members with.
const firstZipYear = 1980

func (z *packer) text(name, content string) { z.add(name, []byte(content)) }

func (z *packer) asset(name, file string) {
	data, err := assets.ReportFiles.ReadFile("templates/" + file)
	if err != nil && z.err == nil {
		z.err = err
	}
	z.add(name, data)
}

func (z *packer) close() error {
	if z.err != nil {
		return z.err
	}
	return z.Close()
}

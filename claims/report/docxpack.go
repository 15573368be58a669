package report

import (
	"archive/zip"
	"io"
	"strconv"
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

// pack writes the package that a Word document is.
func (d *docx) pack(w io.Writer) error {
	for _, p := range []*part{d.document, d.notes} {
		if err := p.Flush(); err != nil {
			return err
		}
	}
	z := &packer{Writer: zip.NewWriter(w), made: d.m.Made}
	z.asset("[Content_Types].xml", "docx/content-types.xml")
	z.text("_rels/.rels", relationHead+`<Relationship Id="doc" Type="`+officeType+`officeDocument" Target="word/document.xml"/><Relationship Id="core" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`)
	z.text("docProps/core.xml", d.properties())
	z.text("word/document.xml", xmlHead+`<w:document `+wordSpaces+`><w:body>`+"\n"+d.document.data.String()+pageSetup+`</w:body></w:document>`)
	parts := ""
	for _, part := range []string{"styles", "numbering", "settings", "footnotes"} {
		parts += `<Relationship Id="` + part + `" Type="` + officeType + part + `" Target="` + part + `.xml"/>`
	}
	parts += `<Relationship Id="foot" Type="` + officeType + `footer" Target="footer1.xml"/>`
	z.text("word/_rels/document.xml.rels", relationHead+parts+d.document.relations()+`</Relationships>`)
	z.text("word/footnotes.xml", xmlHead+`<w:footnotes `+wordSpaces+`>`+separators+"\n"+d.notes.data.String()+`</w:footnotes>`)
	z.text("word/_rels/footnotes.xml.rels", relationHead+d.notes.relations()+`</Relationships>`)
	z.text("word/footer1.xml", d.foot())
	for _, part := range []string{"styles", "numbering", "settings"} {
		z.asset("word/"+part+".xml", "docx/"+part+".xml")
	}
	return z.close()
}

// relations lists the addresses that the part links to.
func (p *part) relations() string {
	var out []byte
	for i, address := range p.links {
		out = append(out, `<Relationship Id="link`...)
		out = append(out, strconv.Itoa(i+1)+`" Type="`+officeType+`hyperlink" Target="`+esc(address)+`" TargetMode="External"/>`...)
	}
	return string(out)
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

func (z *packer) add(name string, data []byte) {
	if z.err != nil {
		return
	}
	h := &zip.FileHeader{Name: name, Method: zip.Deflate}
	if z.made.Year() >= firstZipYear {
		h.Modified = z.made.UTC()
	}
	w, err := z.CreateHeader(h)
	if err == nil {
		_, err = w.Write(data)
	}
	z.err = err
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

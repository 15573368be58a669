package ingest

import (
	"archive/zip"
	"bytes"
	"cmp"
	"path"
	"slices"
	"strings"

	"onrecord/claims"
)

func init() {
	register(Format{Name: "zip", Endings: []string{"zip"}, detect: detectZIP, read: readZIP})
}

func detectZIP(_ string, head []byte) int {
	if isZip(head) {
		return possible
	}
	return 0
}

// readZIP reads every file in an archive, in the order of their names. Files
// that are no articles, and what systems put into archives by themselves, are
// left out; one that cannot be read is told, and the others are read.
func readZIP(j *job, name string, data []byte) ([]Item, error) {
	a, err := openArchive(j, name, data)
	if err != nil {
		return nil, err
	}
	if kind := a.office(); kind != nil {
		return nil, &claims.Error{Code: claims.CodeRefused, What: name, Reason: claims.Say("error.officeFile", "is %s, which holds no article text", kind), Advice: claims.Say("error.exportAsPdf", "Export it as PDF, DOCX or text.")}
	}
	in, err := j.inside(name)
	if err != nil {
		return nil, err
	}
	files := slices.DeleteFunc(slices.Clone(a.files), func(f *zip.File) bool { return !wanted(f.Name) || !f.Mode().IsRegular() }) // a link is no text
	slices.SortStableFunc(files, func(x, y *zip.File) int { return cmp.Compare(x.Name, y.Name) })
	var items []Item
	var errs []error
	for _, f := range files {
		if err := j.over(name); err != nil {
			return items, err
		}
		member, err := a.unpack(f)
		if err != nil {
			return items, err // the archive itself cannot be trusted further
		}
		if kind, _ := foreign(member); len(member) == 0 || kind != nil {
			continue
		}
		found, err := in.read(path.Base(f.Name), member)
		for i := range found {
			found[i].Part = strings.TrimSuffix(f.Name+"/"+found[i].Part, "/")
		}
		items = append(items, found...)
		if err != nil {
			errs = append(errs, err)
		}
	}
	return items, joinErrors(name, errs)
}

// office tells other office documents by their type or their parts.
func (a *archive) office() *claims.Sentence {
	if kind, err := a.read("mimetype"); err == nil {
		if of, ok := bytes.CutPrefix(kind, []byte("application/vnd.oasis.opendocument.")); ok {
			return openDocuments[strings.TrimSuffix(string(of), "-template")]
		}
	}
	for _, f := range a.files {
		switch {
		case strings.HasPrefix(f.Name, "xl/"):
			return spreadsheet
		case strings.HasPrefix(f.Name, "ppt/"):
			return presentation
		case f.Name == "Index/Document.iwa":
			return claims.Say("kind.apple", "a document of Apple's office programs")
		case f.Name == "AndroidManifest.xml", f.Name == "META-INF/MANIFEST.MF":
			return program
		}
	}
	return nil
}

// openDocuments are the kinds of OpenDocument files that are no texts.
var openDocuments = map[string]*claims.Sentence{
	"spreadsheet": spreadsheet, "presentation": presentation, "database": database, "graphics": claims.Say("kind.drawing", "a drawing"),
	"chart": claims.Say("kind.chart", "a chart"), "formula": claims.Say("kind.formula", "a formula"),
}

// unwanted are the endings of files that stand beside articles.
var unwanted = wordSet(`css js mjs map png jpg jpeg gif webp svg ico bmp tif tiff avif heic woff woff2 ttf otf eot mp3 mp4 m4a mov avi webm ogg wav
	exe dll so csv tsv xls xlsx ppt pptx db sqlite DS_Store plist ini lnk url webloc yml yaml toml lock bib ris opf ncx`)

func wanted(name string) bool {
	if strings.HasSuffix(name, "/") || unwanted[ending(name)] || strings.HasSuffix(name, sideEnding) {
		return false
	}
	for part := range strings.SplitSeq(name, "/") {
		if hidden(part) {
			return false
		}
	}
	return true
}

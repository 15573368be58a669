package pdftext

import (
	"context"
	"math"
	"regexp"
	"unicode/utf8"
)

// Document is the text of a file.
type Document struct {
	Title, Author string // as the file's properties have them
	Producer      string // the programs that made it
	Blocks        []Block
	Body          float64  // size of the text's type, in points
	Furniture     []string // running headers and footers, each once
	Pages         int
	Empty         int // pages without text, such as scans
}

// Read reads the text of a file. limit bounds the bytes that are unpacked from
// it. The error is one of those of this package, or the context's.
func Read(ctx context.Context, data []byte, limit int64) (Document, error) {
	f, err := open(ctx, data, limit)
	if err != nil {
		return Document{}, err
	}
	refs := f.pages()
	if len(refs) == 0 {
		return Document{}, ErrNoPages
	}
	doc := f.properties()
	doc.Pages = len(refs)
	in := interpreter{file: f, fonts: map[any]*font{}, shown: map[ref]bool{}}
	var pages []page
	shown, lost := 0, 0
	for i, d := range refs {
		if err := ctx.Err(); err != nil {
			return Document{}, err
		}
		p, n := in.page(d, i)
		if f.left < 0 {
			return Document{}, ErrTooBig
		}
		if len(p.lines) == 0 {
			doc.Empty++
		}
		shown, lost = shown+n, lost+in.lost
		pages = append(pages, p)
	}
	switch {
	case shown == 0 && f.left < 0:
		return Document{}, ErrTooBig
	case shown == 0:
		return Document{}, ErrNoText
	case lost*4 > shown:
		return Document{}, ErrNoLetters
	}
	doc.set(pages)
	return doc, ctx.Err()
}

// properties reads what the file says of itself.
func (f *file) properties() (doc Document) {
	info := f.dict(f.trailer["Info"])
	if s, ok := f.get(info["Title"]).(str); ok {
		doc.Title = text(s)
	}
	if s, ok := f.get(info["Author"]).(str); ok {
		doc.Author = text(s)
	}
	for _, k := range []name{"Creator", "Producer"} {
		if s, ok := f.get(info[k]).(str); ok {
			doc.Producer += text(s) + " "
		}
	}
	return doc
}

// set makes paragraphs of the pages.
func (doc *Document) set(pages []page) {
	doc.Body = bodySize(pages)
	for _, p := range pages {
		p.level(doc.Body)
	}
	doc.Furniture = furnish(pages, doc.Body)
	var cols [][]line
	var notes []line
	marks := map[string]bool{}
	for _, p := range pages {
		notes = append(notes, p.notes(doc.Body, marks)...)
		cols = append(cols, columns(dropCap(p.lines, doc.Body))...)
	}
	if len(notes) > 0 {
		cols = append(cols, rows(notes))
	}
	doc.Blocks = paragraphs(cols, doc.Body, officeProgram.MatchString(doc.Producer))
	lower(doc.Blocks, marks)
	for i, l := range doc.Furniture {
		doc.Furniture[i] = plain(l)
	}
}

// bodySize is the size of the type in which most of the text is set.
func bodySize(pages []page) float64 {
	weights := map[float64]float64{}
	for _, p := range pages {
		for _, l := range p.lines {
			weights[l.size] += float64(utf8.RuneCountInString(l.text))
		}
	}
	return heaviest(weights)
}

// level gives all lines of about the size of the text that size, on a page whose
// text was recognised in a picture: there it differs from line to line.
func (p *page) level(body float64) {
	const about = 0.25
	if !p.scanned {
		return
	}
	large := 0.0
	for i := range p.lines {
		l := &p.lines[i]
		switch {
		case math.Abs(l.size-body) < about*body:
			l.size = body
		case math.Abs(l.size-large) < about*large: // the next line of a heading
			l.size = large
		case l.size > body:
			large = l.size
		}
	}
}

// officeProgram names browsers and word processors that part no words at the
// ends of lines by themselves.
var officeProgram = regexp.MustCompile(`(?i)skia|chrom|mozilla|firefox|safari|quartz|edge|word|libreoffice|openoffice|google docs|writer|outlook|wkhtmltopdf|qt `)

// pages lists the pages in their order: by the tree, or, where it is damaged,
// as they stand in the file.
func (f *file) pages() []dict {
	var out []dict
	seen := map[ref]bool{}
	var walk func(v any, inherited dict)
	walk = func(v any, inherited dict) {
		if r, ok := v.(ref); ok {
			if seen[r] {
				return
			}
			seen[r] = true
		}
		d := f.dict(v)
		if d == nil || len(out) >= maxPages || f.ctx.Err() != nil {
			return
		}
		own := dict{}
		for k, v := range inherited {
			own[k] = v
		}
		for _, k := range []name{"Resources", "MediaBox", "CropBox", "Rotate"} {
			if v, ok := d[k]; ok {
				own[k] = v
			}
		}
		kids := f.array(d["Kids"])
		if len(kids) == 0 && f.name(d["Type"]) != "Pages" {
			own["Contents"] = d["Contents"]
			out = append(out, own)
			return
		}
		for _, k := range kids {
			walk(k, own)
		}
	}
	if root := f.dict(f.trailer["Root"]); root != nil {
		walk(root["Pages"], nil)
	}
	if len(out) > 0 {
		return out
	}
	for _, r := range f.refs() {
		if d, ok := f.get(r).(dict); ok && d["Type"] == name("Page") && len(out) < maxPages {
			out = append(out, d)
		}
	}
	return out
}

// page runs the content of a page. n is the number of glyphs that it shows.
func (in *interpreter) page(d dict, number int) (p page, n int) {
	box := in.file.nums(d["CropBox"])
	if len(box) != 4 {
		box = in.file.nums(d["MediaBox"])
	}
	if len(box) != 4 || box[2] == box[0] || box[3] == box[1] {
		box = []float64{0, 0, 612, 792}
	}
	x0, y0, x1, y1 := min(box[0], box[2]), min(box[1], box[3]), max(box[0], box[2]), max(box[1], box[3])
	in.state = state{ctm: upright(in.file.int(d["Rotate"]), x0, y0, x1, y1), stretch: 1}
	p.height = y1 - y0
	if in.file.int(d["Rotate"])%180 != 0 {
		p.height = x1 - x0
	}
	in.out, in.aside, in.saved, in.marks, in.ops, in.lost = nil, nil, nil, nil, 0, 0
	var src []byte
	for _, v := range in.file.list(d["Contents"]) {
		if s, ok := in.file.get(v).(*stream); ok {
			part, err := in.file.decode(s)
			if err == nil || len(part) > 0 {
				src = append(append(src, part...), '\n')
			}
		}
	}
	in.run(src, in.file.dict(d["Resources"]), 0)
	var visible []glyph
	for _, g := range in.out {
		if g.x >= -p.height && g.y >= -5 && g.y <= p.height+5 && !math.IsNaN(g.x+g.y) {
			visible = append(visible, g)
		}
	}
	unseen := 0
	for _, g := range visible {
		if g.unseen {
			unseen++
		}
	}
	p.scanned = unseen*2 > len(visible)
	if !readFromRight(visible) {
		p.lines, p.aside = pieces(visible, number), pieces(in.aside, number)
		return p, len(visible)
	}
	p.lines = pieces(mirror(visible), number)
	for i := range p.lines {
		p.lines[i].text = turned(p.lines[i].text)
	}
	brackets(p.lines)
	return p, len(visible)
}

// upright moves the page's corner to the origin and turns it as it is shown.
func upright(rotate int, x0, y0, x1, y1 float64) matrix {
	switch (rotate%360 + 360) % 360 {
	case 90:
		return matrix{0, -1, 1, 0, -y0, x1}
	case 180:
		return matrix{-1, 0, 0, -1, x1, y1}
	case 270:
		return matrix{0, 1, -1, 0, y1, -x0}
	}
	return matrix{1, 0, 0, 1, -x0, -y0}
}

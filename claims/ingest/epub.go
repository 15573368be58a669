package ingest

import (
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"onrecord/claims"
)

func init() {
	register(Format{Name: "epub", Endings: []string{"epub"}, detect: detectEPUB, read: readEPUB})
}

func detectEPUB(name string, head []byte) int {
	switch {
	case zipHas(head, "application/epub+zip"):
		return certain
	case isZip(head) && hasEnding(name, "epub"), zipHas(head, "META-INF/container.xml"):
		return certain - 1
	}
	return 0
}

// readEPUB makes an article of every chapter of a book, as its table of
// contents parts it. A file that the table does not name goes on with the
// chapter before.
func readEPUB(j *job, name string, data []byte) ([]Item, error) {
	a, err := openArchive(j, name, data)
	if err != nil {
		return nil, err
	}
	b, err := a.book()
	if err != nil {
		return nil, err
	}
	if err := a.checkLocked(b.spine...); err != nil {
		return nil, err
	}
	var chapters []chapter
	for _, part := range b.spine {
		src, err := a.read(part)
		if err != nil {
			return nil, err
		}
		if src == nil || part == b.nav {
			continue
		}
		p, err := parseHTML(j, name, src, "utf-8")
		if err != nil {
			return nil, err
		}
		if b.listsOthers(part, p) {
			continue
		}
		if b.meta.published.IsZero() {
			b.meta.published = titlePageDay(p)
		}
		chapters = b.add(chapters, part, p)
	}
	var items []Item
	for _, c := range chapters {
		m := meta{title: ownHeading(c), language: b.meta.language}
		item, ok := compose("epub", m, c.blocks)
		if !ok || len(chapters) > 1 && (len(item.Text) < leastChapter || isImprint(item.Text)) {
			continue
		}
		item.Part = path.Base(c.file)
		item.complete(meta{outlet: b.meta.outlet, published: b.issue})
		items = append(items, item)
	}
	if len(items) == 1 { // the book is the article
		items[0].complete(meta{byline: b.meta.byline, published: b.meta.published})
	}
	return items, nil
}

// leastChapter keeps title pages and imprints from becoming articles.
const leastChapter = 120

// imprint is in the notes of a publisher.
var imprint = regexp.MustCompile(`(?i)\bcopyright\b|©|all rights reserved|\bisbn\b|no part of this publication|alle rechte vorbehalten|tous droits réservés|todos los derechos|imprint|impressum`)

// isImprint reports whether a chapter is the publisher's note.
func isImprint(text string) bool {
	const longest = 900
	return len(text) < longest && len(imprint.FindAllString(text, 2)) == 2
}

// book is the package of an EPUB.
type book struct {
	spine []string           // files in reading order
	nav   string             // the file of the table of contents
	toc   map[string][]entry // entries of its first level, and of the second that are files, by file
	meta  meta
	issue claims.Date // in the book's title: that of a paper is of its issue
}

// bareDay is a date that a person gave: programs put the time of making there.
var bareDay = regexp.MustCompile(`^\d{4}-\d\d-\d\d$`)

// titlePageDay is the day on the title page of a book, where the file is one: a
// book of one article carries it there alone where it is written in words.
func titlePageDay(p *page) (d claims.Date) {
	for n := range p.root.Descendants() {
		if n.Type == html.ElementNode && strings.Contains(attr(n, "epub:type")+" "+attr(n, "class"), "titlepage") {
			for _, b := range shownBlocks(n) {
				if d = shownDate(b.text); d.IsFull() {
					return d
				}
			}
		}
	}
	return claims.Date{}
}

// entry is a line of the table of contents.
type entry struct{ label, anchor string }

// chapter is a part of a book.
type chapter struct {
	file, title string
	blocks      []block
}

// book reads the package document, and the table of contents in its newer or
// its older form.
func (a *archive) book() (book, error) {
	b := book{toc: map[string][]entry{}}
	container, err := a.tree("META-INF/container.xml")
	if err != nil {
		return b, err
	}
	root := container.find("rootfile")
	if root == nil {
		return b, claims.Refused(a.name, claims.Say("error.noEpubBook", "is no EPUB book: its container names no package"))
	}
	opf := root.attr("full-path")
	pack, err := a.tree(opf)
	if err != nil {
		return b, err
	}
	b.meta = coreMeta(pack.child("metadata"))
	b.issue = shownDate(b.meta.title)
	b.meta.title, b.meta.outlet = "", publisherOf(pack.child("metadata"))
	if day := pack.child("metadata", "date").words(); bareDay.MatchString(day) {
		b.meta.published = readDate(day)
	}
	files, ncx := map[string]string{}, ""
	for _, it := range pack.all("item") {
		file := resolve(opf, it.attr("href"))
		files[it.attr("id")] = file
		if strings.Contains(it.attr("properties"), "nav") {
			b.nav = file
		}
		if it.attr("media-type") == "application/x-dtbncx+xml" {
			ncx = file
		}
	}
	told := map[string]bool{} // a file is read once
	for _, ref := range pack.all("itemref") {
		if f := files[ref.attr("idref")]; f != "" && len(b.spine) < a.job.lim.Members && !told[f] {
			told[f] = true
			b.spine = append(b.spine, f)
		}
	}
	b.contents(a, ncx)
	return b, nil
}

// tree parses a member of an archive.
func (a *archive) tree(part string) (*element, error) {
	src, err := a.read(part)
	if err != nil {
		return nil, err
	}
	if src == nil {
		return nil, claims.Refused(a.name, claims.Say("error.incompleteMissing", "is incomplete: %q is missing", clip(part, 60)))
	}
	return parseXML(a.job, a.name, src)
}

// contents notes the first level of the table of contents. A table that cannot
// be read leaves every file a chapter.
func (b *book) contents(a *archive, ncx string) {
	if b.nav != "" {
		if root, err := a.tree(b.nav); err == nil {
			for _, li := range root.find("nav").find("ol").list("li") {
				b.note(b.nav, li.find("a").attr("href"), li.find("a").words())
				for _, in := range li.child("ol").list("li") {
					b.noteArticle(b.nav, in.find("a").attr("href"), in.find("a").words())
				}
			}
		}
	}
	if len(b.toc) > 0 || ncx == "" {
		return
	}
	if root, err := a.tree(ncx); err == nil {
		for _, point := range root.find("navMap").list("navPoint") {
			b.note(ncx, point.child("content").attr("src"), point.child("navLabel").words())
			for _, in := range point.list("navPoint") {
				b.noteArticle(ncx, in.child("content").attr("src"), in.child("navLabel").words())
			}
		}
	}
}

// noteArticle notes an entry of the second level that is a file of its own: an
// article in a section of a paper. Others are parts of their chapter.
func (b *book) noteArticle(from, href, label string) {
	if href != "" && !strings.Contains(href, "#") && b.toc[resolve(from, href)] == nil {
		b.note(from, href, label)
	}
}

func (b *book) note(from, href, label string) {
	if href == "" {
		return
	}
	file, anchor, _ := strings.Cut(href, "#")
	file = resolve(from, file)
	b.toc[file] = append(b.toc[file], entry{label, anchor})
}

// resolve gives the member that a reference in another one leads to.
func resolve(from, href string) string {
	if u, err := url.PathUnescape(href); err == nil {
		href = u
	}
	return path.Join(path.Dir(from), href)
}

// add parts the paragraphs of a file into chapters.
func (b *book) add(chapters []chapter, file string, p *page) []chapter {
	entries := b.toc[file]
	w := writer{starts: map[string]int{}}
	for _, e := range entries {
		w.starts[e.anchor] = -1
	}
	w.node(p.root)
	w.end()
	if len(tidy(w.out)) == 0 {
		return chapters
	}
	if len(entries) == 0 && len(chapters) > 0 && len(b.toc) > 0 && (w.out[0].role != heading || cutOffPart(chapters[len(chapters)-1].file, file, p)) {
		last := &chapters[len(chapters)-1]
		last.blocks = append(last.blocks, w.out...)
		return chapters
	}
	title, from := "", 0
	for i, e := range entries {
		at := w.starts[e.anchor]
		if i == 0 || at <= from {
			if i == 0 {
				title = e.label
			}
			continue
		}
		chapters = append(chapters, chapter{file, title, w.out[from:at]})
		title, from = e.label, at
	}
	return append(chapters, chapter{file, title, w.out[from:]})
}

// listsOthers reports whether a file is a list of other files of the book, with a
// line on each: the front page of a paper or of one of its sections.
func (b *book) listsOthers(file string, p *page) bool {
	const longest = 300
	links := 0
	for n := range p.root.Descendants() {
		if n.Type == html.ElementNode && n.Data == "a" {
			href, _, _ := strings.Cut(attr(n, "href"), "#")
			if to := resolve(file, href); href != "" && to != file && slices.Contains(b.spine, to) {
				links++
			}
		}
	}
	return links >= 2 && len(b.spine) > 2 && !slices.ContainsFunc(tidy(pageBlocks(p.root)), func(b block) bool { return len(b.text) > longest })
}

// splitPart is how a converter names the files that it cuts a long one into.
var splitPart = regexp.MustCompile(`^(.+)_split_\d+(\.\w+)$`)

// cutOffPart reports whether a file is the next part of one that a converter
// has cut at a heading within its chapter.
func cutOffPart(before, file string, p *page) bool {
	a, b := splitPart.FindStringSubmatch(before), splitPart.FindStringSubmatch(file)
	return a != nil && b != nil && a[1] == b[1] && len(p.headline) > 0 && len(p.first) == 0
}

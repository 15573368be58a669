package ingest

import (
	"strings"
	"time"
	"unicode/utf8"

	"onrecord/claims"
)

// Item is one article as it was found in some input.
type Item struct {
	// Article has every field that the input gives: no identifier, no time of
	// reading, and a hash and length that belong to Text.
	Article claims.Article
	Text    string
	// Original is the whole input, shared by all the items of one file.
	Original []byte
	// Part says where in the file the article was found: the member of an
	// archive, the chapter of a book, the address of a feed's entry. Empty for
	// a file that is one article.
	Part string
	// Turns are the speakers of a transcript, in the order of the text.
	Turns []Turn
	// Attachments are what hangs on a mail: on the mail's own item, or on the
	// first one of its documents where the mail has no text.
	Attachments []Attachment
	// Warnings say in sentences what a person should know of how the article
	// was read: "page 3 has no text".
	Warnings []*claims.Sentence
}

// Attachment is a file that hangs on a mail. One that is not read with the mail
// can be read by itself: Read(ctx, a.Name, a.Data, limits).
type Attachment struct {
	Name string
	Kind string // media type, as the mail gives it: "text/csv"
	Size int    // bytes
	Read bool   // its articles are among the items
	Data []byte
}

// Turn is a stretch of a transcript in which one person speaks.
type Turn struct {
	Speaker string        // as the file names it; empty where it names nobody
	Words   claims.Span   // the spoken words, without the name
	From    time.Duration // since the start of the recording
	To      time.Duration
}

// newItem freezes the text and completes the article.
func newItem(m meta, format, text string) Item {
	it := Item{Text: text, Article: claims.Article{
		Title: oneLine(m.title), Byline: oneLine(m.byline), Outlet: oneLine(m.outlet), URL: strings.TrimSpace(m.url),
		Published: m.published, Modified: m.modified, Language: m.language, Format: format,
	}}
	if it.Article.Language == "" {
		it.Article.Language = languageOf(text)
	}
	it.freeze()
	return it
}

// complete takes from m what the article lacks.
func (it *Item) complete(m meta) {
	a := &it.Article
	a.Outlet, a.Byline = orElse(a.Outlet, oneLine(m.outlet)), orElse(a.Byline, oneLine(m.byline))
	if a.Published.IsZero() {
		a.Published = m.published
	}
}

// freeze sets what follows from the text.
func (it *Item) freeze() {
	it.Article.Text = claims.HashOf([]byte(it.Text))
	it.Article.Length = len(it.Text)
}

// meta is what a file says of one article.
type meta struct {
	title, byline, outlet, url, language string
	published, modified                  claims.Date
}

// or takes from b what m lacks.
func (m meta) or(b meta) meta {
	for _, f := range []struct {
		to   *string
		from string
	}{{&m.title, b.title}, {&m.byline, b.byline}, {&m.outlet, b.outlet}, {&m.url, b.url}, {&m.language, b.language}} {
		if *f.to == "" {
			*f.to = f.from
		}
	}
	if m.published.IsZero() {
		m.published = b.published
	}
	if m.modified.IsZero() {
		m.modified = b.modified
	}
	return m
}

// maxField is the longest title, byline, outlet or address that is kept, in
// bytes: a broken page can put its whole text into one.
const maxField = 1000

// oneLine makes a field of white-space-separated words, of bounded length.
func oneLine(s string) string {
	if len(s) > 8*maxField {
		s = s[:8*maxField]
	}
	s = strings.Join(strings.Fields(strings.ToValidUTF8(clean(s), "")), " ")
	if len(s) > maxField {
		s = s[:maxField]
		for len(s) > 0 && !utf8.ValidString(s) {
			s = s[:len(s)-1]
		}
	}
	return s
}

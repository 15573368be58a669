package ingest

import (
	"bytes"
	"context"
	"io"
	"regexp"
	"strings"

	"golang.org/x/net/html"

	"onrecord/claims"
	"onrecord/claims/wordlist"
)

func init() {
	register(Format{Name: "html", Endings: []string{"html", "htm", "xhtml", "shtml", "asp", "php"}, detect: detectHTML, read: readHTML})
}

func detectHTML(name string, head []byte) int {
	if text, ok := decodeMarked(head); ok {
		head = []byte(text)
	}
	if c := looksLikeHTML(head); c > 0 {
		return c
	}
	if hasEnding(name, "html", "htm", "xhtml", "shtml") && bytes.IndexByte(head, 0) < 0 {
		return byName
	}
	return 0
}

var htmlMark = regexp.MustCompile(`(?i)^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|div|p|h1|table|meta)\b`)

func looksLikeHTML(head []byte) int {
	head = bytes.TrimPrefix(head, []byte("\xef\xbb\xbf"))
	if xmlStart.Match(head) && firstTag(head) == "article" { // of DocBook or JATS
		return 0
	}
	switch {
	case bytes.IndexByte(head, 0) >= 0: // an archive of pages that are not compressed
		return 0
	case htmlMark.Match(head):
		return likely
	case bytes.Contains(bytes.ToLower(head), []byte("<!doctype html")):
		return possible
	}
	return 0
}

// maxHTML bounds the markup of one page; the largest news pages have 5 MB.
const maxHTML = 24 << 20

func readHTML(j *job, name string, data []byte) ([]Item, error) {
	page, err := parseHTML(j, name, data, "")
	if err != nil {
		return nil, err
	}
	item, ok := page.article("html")
	if !ok {
		return nil, claims.Refused(name, claims.Say("error.pageWithoutArticle", "is a page without article text"))
	}
	return []Item{item}, nil
}

// page is a parsed web page with what it declares of itself.
type page struct {
	root *html.Node
	facts
	url   string  // from where it was saved, where the container tells
	shown []block // all its paragraphs, also those beside the article
}

// parseHTML decodes and parses a page. The character set is the one of the
// byte order mark, of the container, or of the page's own declaration.
func parseHTML(j *job, name string, data []byte, charset string) (*page, error) {
	if len(data) > maxHTML {
		return nil, tooBig(name, int64(len(data)), maxHTML)
	}
	if charset == "" {
		charset = declaredCharset(data)
	}
	src, err := decode(name, data, charset)
	if err != nil {
		return nil, err
	}
	root, err := parseTree(j.ctx, closedTags(src))
	if err != nil {
		if err := j.over(name); err != nil {
			return nil, err
		}
		return nil, &claims.Error{Code: claims.CodeRefused, What: name, Reason: claims.Say("error.noHtmlCan", "is no HTML that can be parsed"), Err: err}
	}
	if tooMany(root) {
		return nil, claims.Refused(name, claims.Say("error.manyElements", "has more than %d elements: it is no page for people", maxNodes))
	}
	shape(root)
	return &page{root: root, facts: factsOf(root)}, nil
}

// maxNodes bounds the elements and texts of a page.
const maxNodes = 500_000

func tooMany(root *html.Node) bool {
	n := 0
	for range root.Descendants() {
		if n++; n > maxNodes {
			return true
		}
	}
	return false
}

var metaCharset = regexp.MustCompile(`(?i)<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]{0,100}encoding\s*=\s*["']([\w.:-]+)`)

func declaredCharset(data []byte) string {
	if m := metaCharset.FindSubmatch(data[:min(len(data), headSize)]); m != nil {
		return string(m[1]) + string(m[2])
	}
	return ""
}

var (
	xmlStart   = regexp.MustCompile(`^\s*<\?xml\b`)
	selfClosed = regexp.MustCompile(`<([A-Za-z][\w-]*)((?:\s[^<>]*)?)/>`)
)

// closedTags writes an element of XHTML that ends in its own tag with an end tag:
// as HTML, "<a id=x/>" would begin a link that has all the rest in it.
func closedTags(src string) string {
	if !xmlStart.MatchString(src) {
		return src
	}
	return selfClosed.ReplaceAllStringFunc(src, func(tag string) string {
		m := selfClosed.FindStringSubmatch(tag)
		if voidTags[strings.ToLower(m[1])] {
			return tag
		}
		return "<" + m[1] + m[2] + "></" + m[1] + ">"
	})
}

// parseTree parses a page. One that is nested deeper than the parser allows is
// made flat first, and parsing ends when the time does.
func parseTree(ctx context.Context, src string) (*html.Node, error) {
	root, err := html.Parse(timed{ctx, strings.NewReader(src)})
	if err != nil && ctx.Err() == nil {
		root, err = html.Parse(timed{ctx, strings.NewReader(flatten(src))})
	}
	return root, err
}

// timed is a reader that fails once nobody waits for it any more: parsers of
// others stop by it.
type timed struct {
	ctx context.Context
	r   io.Reader
}

// Read implements io.Reader.
func (t timed) Read(p []byte) (int, error) {
	if err := t.ctx.Err(); err != nil {
		return 0, err
	}
	return t.r.Read(p[:min(len(p), 4096)])
}

// maxNesting is how deep elements may stand in each other before the tags of
// deeper ones are ignored. No page that people read comes near it.
const maxNesting = 200

// flatten drops the tags of elements that are nested too deep and keeps their
// text. Elements that need no end tag are not counted, and dropped with the
// others once the nesting is too deep.
func flatten(src string) string {
	var out strings.Builder
	z := html.NewTokenizer(strings.NewReader(src))
	depth := 0
	for {
		kind := z.Next()
		raw := z.Raw()
		switch kind {
		case html.ErrorToken:
			return out.String()
		case html.StartTagToken:
			name, _ := z.TagName()
			if voidTags[string(name)] {
				break
			}
			if depth++; depth > maxNesting {
				continue
			}
		case html.EndTagToken:
			if depth--; depth >= maxNesting {
				continue
			}
			depth = max(depth, 0)
		}
		out.Write(raw)
	}
}

var voidTags = wordSet("area base br col embed hr img input link meta param source track wbr")

var wordSet = wordlist.Set

// attr gives the value of an attribute, or "".
func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func hasAttr(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

// textOf is all the text below a node, its white space squeezed.
func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode && (d.Parent == nil || d.Parent.Data != "script" && d.Parent.Data != "style") {
			if b.Len() > 0 && (d.Data == "" || strings.IndexByte(".,;:!?", d.Data[0]) < 0) {
				b.WriteByte(' ')
			}
			b.WriteString(d.Data)
			if b.Len() > 1<<20 {
				break
			}
		}
	}
	return squeeze(b.String())
}

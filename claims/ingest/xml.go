package ingest

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"

	"golang.org/x/net/html/charset"

	"onrecord/claims"
)

// maxXMLDepth is how deep elements of an XML document may stand in each other.
const maxXMLDepth = 500

// element is a parsed XML element. Character data are its children without a
// name, so that mixed content keeps its order.
type element struct {
	name     string // local name, without the namespace's prefix
	space    string // the namespace
	attrs    []xml.Attr
	text     string // of character data
	children []*element
}

// parseXML reads a document into a tree. Document types that declare entities
// are refused: nothing is expanded, and nothing outside is ever opened.
func parseXML(j *job, name string, data []byte) (*element, error) {
	d := xml.NewDecoder(timed{j.ctx, bytes.NewReader(data)})
	d.Strict = false
	d.Entity = xml.HTMLEntity
	d.CharsetReader = charset.NewReaderLabel
	root := &element{}
	stack := []*element{root}
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			if err := j.over(name); err != nil {
				return nil, err
			}
			if e := (*xml.SyntaxError)(nil); errors.As(err, &e) && strings.HasPrefix(e.Msg, "unexpected EOF") {
				return nil, cutOff(name, err)
			}
			return nil, &claims.Error{Code: claims.CodeRefused, What: name, Reason: claims.Say("error.brokenXML", "is broken XML: %s", clip(strings.TrimPrefix(err.Error(), "XML "), 120)), Err: err}
		}
		top := stack[len(stack)-1]
		switch t := tok.(type) {
		case xml.StartElement:
			e := &element{name: t.Name.Local, space: t.Name.Space, attrs: t.Copy().Attr}
			top.children = append(top.children, e)
			if stack = append(stack, e); len(stack) > maxXMLDepth {
				return nil, claims.Refused(name, claims.Say("error.nestsElementsMore", "nests its elements more than %d deep", maxXMLDepth))
			}
		case xml.EndElement:
			if len(stack) > 1 {
				stack = stack[:len(stack)-1]
			}
		case xml.CharData:
			top.children = append(top.children, &element{text: string(t)})
		case xml.Directive:
			if bytes.Contains(bytes.ToUpper(t), []byte("<!ENTITY")) {
				return nil, claims.Refused(name, claims.Say("error.entities", "declares XML entities, which are not resolved because they can fill the memory or open other files"))
			}
		}
	}
	for _, c := range root.children {
		if c.name != "" {
			return c, nil
		}
	}
	return nil, claims.Refused(name, claims.Say("error.emptyXML", "is broken XML: it has no element"))
}

// attr gives an attribute by its local name. It may be called on nil.
func (e *element) attr(name string) string {
	if e == nil {
		return ""
	}
	for _, a := range e.attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// child gives the first child of that name, or nil. It may be called on nil.
func (e *element) child(path ...string) *element {
	for _, name := range path {
		if e == nil {
			return nil
		}
		var found *element
		for _, c := range e.children {
			if c.name == name {
				found = c
				break
			}
		}
		e = found
	}
	return e
}

// list gives the children of that name. It may be called on nil.
func (e *element) list(name string) []*element {
	var out []*element
	if e != nil {
		for _, c := range e.children {
			if c.name == name {
				out = append(out, c)
			}
		}
	}
	return out
}

// walk visits e and everything below it in the order of the document. do
// reports whether to go on below an element.
func (e *element) walk(do func(*element) bool) {
	if e == nil || !do(e) {
		return
	}
	for _, c := range e.children {
		c.walk(do)
	}
}

// find gives the first element of that name at or below e, or nil.
func (e *element) find(name string) *element {
	var found *element
	e.walk(func(c *element) bool {
		if found == nil && c.name == name {
			found = c
		}
		return found == nil
	})
	return found
}

// all lists the elements of that name below e.
func (e *element) all(name string) []*element {
	var out []*element
	e.walk(func(c *element) bool {
		if c.name == name {
			out = append(out, c)
		}
		return true
	})
	return out
}

// words is all the character data below e.
func (e *element) words() string {
	var b strings.Builder
	e.walk(func(c *element) bool {
		b.WriteString(c.text)
		return true
	})
	return squeeze(b.String())
}

// coreMeta reads the Dublin Core properties of a document. Their dates are
// those of the file and say nothing of the article.
func coreMeta(root *element) meta {
	m := meta{title: root.find("title").words(), language: languageTag(root.find("language").words())}
	m.byline = creator(root.find("initial-creator").words())
	if m.byline == "" {
		m.byline = creator(root.find("creator").words())
	}
	for _, p := range append(root.all("user-defined"), root.all("property")...) {
		value := p.words()
		switch strings.ToLower(p.attr("name")) {
		case "date", "published", "publication date", "date published":
			m.published = readDate(value)
		case "publisher", "publication", "outlet":
			m.outlet = value
		case "url", "source url":
			m.url = value
		}
	}
	return m
}

// styleRole tells by the name of a paragraph style what the paragraph is for.
func styleRole(name string) role {
	name = strings.ToLower(strings.ReplaceAll(strings.ReplaceAll(name, "_20_", " "), "-", " "))
	if r, ok := styleNames[name]; ok {
		return r
	}
	switch {
	case strings.Contains(name, "subtitle"):
		return subtitle
	case hasAnyPrefix(name, "heading", "überschrift", "titre ", "título "):
		return heading
	case strings.Contains(name, "caption"):
		return caption
	case hasAnyPrefix(name, "footnote", "endnote"):
		return note
	}
	return body
}

// styleNames are the names of styles that stand alone.
var styleNames = map[string]role{
	"title": title, "headline": title, "titel": title, "titre": title, "título": title,
	"untertitel": subtitle, "standfirst": subtitle,
	"author": author, "byline": author,
	"date": dated, "dateline": dated,
	"illustration": caption, "figure": caption,
}

func hasAnyPrefix(s string, prefixes ...string) bool {
	return slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(s, p) })
}

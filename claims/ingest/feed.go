package ingest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"strings"

	"onrecord/claims"
)

func init() {
	register(Format{Name: "rss", Endings: []string{"rss", "rdf"}, detect: detectTag("rss", "rdf:RDF"), read: readRSS})
	register(Format{Name: "atom", Endings: []string{"atom"}, detect: detectTag("feed", "atom:feed", "entry"), read: readAtom})
	register(Format{Name: "jsonfeed", Endings: []string{"json"}, detect: detectJSONFeed, read: readJSONFeed})
}

// detectTag recognises XML by its first element.
func detectTag(names ...string) func(string, []byte) int {
	return func(_ string, head []byte) int {
		first := firstTag(head)
		for _, n := range names {
			if first == n {
				return certain - 1
			}
		}
		return 0
	}
}

// firstTag is the name of the first element of an XML document, with its
// prefix, or "".
func firstTag(head []byte) string {
	if text, ok := decodeMarked(head); ok {
		head = []byte(text)
	}
	head = bytes.TrimLeft(head, "\ufeff \t\r\n")
	for bytes.HasPrefix(head, []byte("<?")) || bytes.HasPrefix(head, []byte("<!")) {
		end := []byte(">")
		switch {
		case bytes.HasPrefix(head, []byte("<!--")):
			end = []byte("-->")
		case bytes.HasPrefix(head, []byte("<?")):
			end = []byte("?>")
		case bytes.Contains(head[:max(0, bytes.IndexByte(head, '>'))], []byte("[")):
			end = []byte("]>")
		}
		_, after, ok := bytes.Cut(head, end)
		if !ok {
			return bigDocType(head)
		}
		head = bytes.TrimLeft(after, " \t\r\n")
	}
	if !bytes.HasPrefix(head, []byte("<")) {
		return ""
	}
	name := head[1:]
	if i := bytes.IndexAny(name, " \t\r\n/>"); i >= 0 {
		name = name[:i]
	}
	if len(name) > 40 {
		return ""
	}
	return string(name)
}

// bigDocType is the name in a document type whose end is out of sight.
func bigDocType(head []byte) string {
	if words := bytes.Fields(head[:min(len(head), 200)]); len(words) > 1 && bytes.EqualFold(words[0], []byte("<!DOCTYPE")) {
		return string(words[1])
	}
	return ""
}

func longest(a, b string) string {
	if len(b) > len(a) {
		return b
	}
	return a
}

// plain is a title that may hold markup.
func plain(j *job, s string) string {
	if !strings.ContainsAny(s, "<&") {
		return s
	}
	var words []string
	for _, b := range markup(j, s) {
		words = append(words, b.text)
	}
	return strings.Join(words, " ")
}

// entry adds the article of an entry; one without text is left out.
func (j *job) entry(items []Item, format string, m meta, part, body string) []Item {
	if len(items) >= j.lim.Members || j.ctx.Err() != nil {
		return items
	}
	blocks := markup(j, body)
	if last := len(blocks) - 1; last > 0 && firstSeen.MatchString(oneLine(blocks[last].text)) {
		blocks = blocks[:last]
	}
	if item, ok := compose(format, m, blocks); ok {
		item.Part = orElse(m.url, fmt.Sprintf("%s %d", part, len(items)+1))
		items = append(items, item)
	}
	return items
}

// firstSeen is what programs for sites put below every entry of their feeds.
var firstSeen = regexp.MustCompile(`^(?:The post .* (?:appeared first on|first appeared on)|Der Beitrag .* erschien zuerst auf|L[’']article .* est apparu en premier sur|La entrada .* (?:se publicó primero en|aparece primero en)) .{1,100}$`)

func entries(name string, items []Item) ([]Item, error) {
	if len(items) == 0 {
		return nil, claims.Refused(name, claims.Say("error.feedWithoutArticle", "is a feed without article text"))
	}
	return items, nil
}

// readAtom reads Atom (RFC 4287).
func readAtom(j *job, name string, data []byte) ([]Item, error) {
	root, err := parseXML(j, name, data)
	if err != nil {
		return nil, err
	}
	list := root.list("entry")
	if root.name == "entry" {
		list = []*element{root}
	}
	site := meta{outlet: root.child("title").words(), language: languageTag(root.attr("lang"))}
	var items []Item
	for _, e := range list {
		m := meta{
			title: plain(j, strings.TrimSpace(raw(e.child("title")))), byline: atomAuthors(e), url: atomLink(e),
			published: firstDate(e.child("published").words(), e.child("issued").words()), modified: firstDate(e.child("updated").words()),
		}
		if m.published.IsZero() {
			m.published = m.modified
		}
		if s := e.child("source"); s != nil {
			m.outlet = s.child("title").words()
		}
		body := e.child("content")
		if body == nil || len(raw(body)) < len(raw(e.child("summary"))) {
			body = e.child("summary")
		}
		if m = m.or(site); body.attr("type") == "xhtml" {
			if item, ok := compose("atom", m, trim(pageBlocks(asHTML(body)), m)); ok {
				item.Part = m.url
				items = append(items, item)
			}
			continue
		}
		items = j.entry(items, "atom", m, "entry", raw(body))
	}
	return entries(name, items)
}

func atomAuthors(e *element) string {
	var names []string
	for _, a := range e.list("author") {
		if n := a.child("name").words(); n != "" {
			names = append(names, n)
		}
	}
	return people(strings.Join(names, ", "))
}

func atomLink(e *element) string {
	for _, l := range e.list("link") {
		if rel := l.attr("rel"); rel == "" || rel == "alternate" {
			return l.attr("href")
		}
	}
	return ""
}

func detectJSONFeed(_ string, head []byte) int {
	head = bytes.TrimLeft(head, "\ufeff \t\r\n")
	if bytes.HasPrefix(head, []byte("{")) && bytes.Contains(bytes.ReplaceAll(head, []byte(`\/`), []byte("/")), []byte("jsonfeed.org/version")) {
		return certain
	}
	return 0
}

type jsonPerson struct{ Name string }

// readJSONFeed reads JSON Feed 1 and 1.1.
func readJSONFeed(j *job, name string, data []byte) ([]Item, error) {
	var feed struct {
		Title, Language string
		Author          jsonPerson
		Authors         []jsonPerson
		Items           []struct {
			URL, Title, Language string
			HTML                 string `json:"content_html"`
			Text                 string `json:"content_text"`
			Published            string `json:"date_published"`
			Modified             string `json:"date_modified"`
			Author               jsonPerson
			Authors              []jsonPerson
		}
	}
	if err := unmarshal(name, data, &feed); err != nil {
		return nil, err
	}
	var items []Item
	all := people(personNames(append(feed.Authors, feed.Author)))
	for _, e := range feed.Items {
		m := meta{
			title: e.Title, url: e.URL, byline: orElse(people(personNames(append(e.Authors, e.Author))), all), outlet: feed.Title, published: readDate(e.Published),
			modified: readDate(e.Modified), language: orElse(languageTag(e.Language), languageTag(feed.Language)),
		}
		if m.published.IsZero() {
			m.published = m.modified
		}
		items = j.entry(items, "jsonfeed", m, "item", orElse(e.HTML, e.Text))
	}
	return entries(name, items)
}

// personNames joins the names of authors, each once.
func personNames(people []jsonPerson) string {
	var names []string
	for _, p := range people {
		if p.Name != "" && !strings.Contains(strings.Join(names, ", "), p.Name) {
			names = append(names, p.Name)
		}
	}
	return strings.Join(names, ", ")
}

// unmarshal reads JSON in any Unicode encoding.
func unmarshal(name string, data []byte, to any) error {
	text, err := decode(name, data, "utf-8")
	if err != nil {
		return err
	}
	if err := json.Unmarshal([]byte(text), to); err != nil {
		if e := (*json.SyntaxError)(nil); errors.As(err, &e) && strings.HasPrefix(e.Error(), "unexpected end") {
			return cutOff(name, err)
		}
		if e := (*json.UnmarshalTypeError)(nil); errors.As(err, &e) {
			kind, _, _ := strings.Cut(e.Value, " ")
			return &claims.Error{Code: claims.CodeRefused, What: name, Reason: claims.Say("error.notAsFormat", "is not as its format says: %q is a %s", clip(strings.Trim(e.Field, "."), 60), kind), Err: err}
		}
		return &claims.Error{Code: claims.CodeRefused, What: name, Reason: claims.Say("error.brokenJSON", "is broken JSON: %s", clip(err.Error(), 120)), Err: err}
	}
	return nil
}

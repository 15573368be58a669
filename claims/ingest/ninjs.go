package ingest

import (
	"bytes"
	"strings"
)

func init() {
	register(Format{Name: "ninjs", Endings: []string{"json"}, detect: detectNinjs, read: readNinjs})
}

func detectNinjs(_ string, head []byte) int {
	head = bytes.TrimLeft(head, "\ufeff \t\r\n")
	if !bytes.HasPrefix(head, []byte("{")) && !bytes.HasPrefix(head, []byte("[")) || bytes.Contains(head, []byte("jsonfeed.org")) {
		return 0
	}
	for _, mark := range []string{`ninjs`, `"body_`, `"bodies"`, `"versioncreated"`, `"pubstatus"`, `"headlines"`} {
		if bytes.Contains(head, []byte(mark)) {
			return likely
		}
	}
	return 0
}

// ninjsItem is a news item of ninjs 1 to 3, with the names that the versions
// give the same thing.
type ninjsItem struct {
	Type, URI, GUID, URL, Language string
	Headline                       string
	Headlines                      []ninjsText
	Byline, By                     string
	HTML                           string `json:"body_html"`
	XHTML                          string `json:"body_xhtml"`
	Text                           string `json:"body_text"`
	HTML5                          string `json:"body_html5"` // names of one agency's own
	Rich                           string `json:"body_richhtml5"`
	Bodies                         []ninjsText
	Versioncreated, Firstcreated   string
	Firstpublished, Contentcreated string
	Source                         string
	Infosources                    []jsonPerson
	Copyrightholder                string
	Provider                       any
	Authors, People                []struct{ Name, Role, Rel string }
	Items                          []ninjsItem
}

// ninjsText is a headline or body in one of several roles.
type ninjsText struct {
	Role, Contenttype, Value string
}

// readNinjs reads the IPTC's JSON for news: one item, or a list of them.
func readNinjs(j *job, name string, data []byte) ([]Item, error) {
	var list []ninjsItem
	if bytes.HasPrefix(bytes.TrimLeft(data, "\ufeff \t\r\n"), []byte("[")) {
		if err := unmarshal(name, data, &list); err != nil {
			return nil, err
		}
	} else {
		list = make([]ninjsItem, 1)
		if err := unmarshal(name, data, &list[0]); err != nil {
			return nil, err
		}
	}
	var items []Item
	for _, n := range list {
		items = n.add(j, items, 0)
	}
	return items, nil
}

func (n ninjsItem) add(j *job, items []Item, depth int) []Item {
	if depth > j.lim.Depth {
		return items
	}
	if n.Type == "" || n.Type == "text" || n.Type == "composite" {
		items = j.entry(items, "ninjs", n.meta(), n.URI+n.GUID, n.body())
	}
	for _, in := range n.Items {
		items = in.add(j, items, depth+1)
	}
	return items
}

func (n ninjsItem) meta() meta {
	m := meta{
		title: orElse(n.Headline, inRole(n.Headlines)), byline: people(orElse(n.Byline, n.By)), language: languageTag(n.Language),
		published: firstDate(n.Firstpublished, n.Firstcreated, n.Contentcreated, n.Versioncreated), modified: readDate(n.Versioncreated),
	}
	if strings.Contains(n.URL, "://") {
		m.url = n.URL
	} else if strings.HasPrefix(n.URI, "http") {
		m.url = n.URI
	}
	for _, a := range append(n.Authors, n.People...) {
		if m.byline == "" && (a.Role == "" && a.Rel == "" || strings.Contains(strings.ToLower(a.Role+a.Rel), "writer") || strings.Contains(a.Rel, "author")) {
			m.byline = a.Name
		}
	}
	if m.outlet = n.Source; m.outlet == "" && len(n.Infosources) > 0 {
		m.outlet = n.Infosources[0].Name
	}
	m.outlet = orElse(m.outlet, n.Copyrightholder)
	if m.outlet == "" {
		m.outlet = strings.Join(texts(n.Provider), ", ")
	}
	return m
}

func (n ninjsItem) body() string {
	return orElse(orElse(n.HTML, n.XHTML), orElse(orElse(inRole(n.Bodies), n.Text), orElse(n.HTML5, n.Rich)))
}

// inRole is the main one of several texts.
func inRole(all []ninjsText) string {
	for _, t := range all {
		if t.Role == "main" || t.Role == "" {
			return t.Value
		}
	}
	if len(all) > 0 {
		return all[0].Value
	}
	return ""
}

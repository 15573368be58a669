package ingest

import (
	"encoding/json"
	"html"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// maxLinked is how many nodes of JSON-LD are looked at, and how deep.
const (
	maxLinked      = 2000
	maxLinkedDepth = 12
)

// linked is the JSON-LD of a page: its nodes, and those that others refer to
// by identifier.
type linked struct {
	nodes []map[string]any
	byID  map[string]map[string]any
}

// add reads one script block. Broken blocks are mended where the usual faults
// are to blame, raw line ends and commas too many, and left out otherwise.
func (l *linked) add(src string) {
	src = strings.TrimSpace(strings.NewReplacer("<![CDATA[", "", "]]>", "", "//<!--", "", "//-->", "", "<!--", "", "-->", "").Replace(src))
	src = strings.TrimRight(src, "; \n")
	var v any
	if json.Unmarshal([]byte(src), &v) != nil {
		src = extraComma.ReplaceAllString(strings.Map(func(r rune) rune {
			if r < ' ' {
				return ' '
			}
			return r
		}, src), "$1")
		if json.Unmarshal([]byte(src), &v) != nil {
			return
		}
	}
	l.collect(v, 0)
}

var extraComma = regexp.MustCompile(`,\s*([}\]])`)

func (l *linked) collect(v any, depth int) {
	if depth > maxLinkedDepth || len(l.nodes) > maxLinked {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			l.collect(e, depth+1)
		}
	case map[string]any:
		l.nodes = append(l.nodes, v)
		if id, ok := v["@id"].(string); ok && len(v) > 1 {
			if l.byID == nil {
				l.byID = map[string]map[string]any{}
			}
			if _, taken := l.byID[id]; !taken {
				l.byID[id] = v
			}
		}
		for _, key := range []string{"@graph", "mainEntity", "hasPart", "isPartOf", "author", "publisher", "creator", "itemListElement"} {
			l.collect(v[key], depth+1)
		}
	}
}

// forget leaves out articles that the page is not about: some carry the data of
// the one that they recommend. titles are what the page calls its article.
func (l *linked) forget(titles []string) {
	known := map[string]bool{}
	for _, t := range titles {
		for _, w := range longWords(t) {
			known[w] = true
		}
	}
	if len(known) < leastShared {
		return
	}
	l.nodes = slices.DeleteFunc(l.nodes, func(n map[string]any) bool {
		name := texts(n["headline"])
		if len(name) == 0 || !slices.ContainsFunc(texts(n["@type"]), func(t string) bool { return articleRank(t) > 2 }) {
			return false
		}
		of := longWords(html.UnescapeString(name[0]))
		return len(of) >= leastShared && !slices.ContainsFunc(of, func(w string) bool { return known[w] })
	})
}

// leastShared is how many long words a title has that tell what it is about.
const leastShared = 3

// longWords are the beginnings of the words that tell what a title is about.
func longWords(title string) (out []string) {
	const least, stem = 4, 5
	for w := range strings.FieldsFuncSeq(strings.ToLower(title), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if r := []rune(w); len(r) >= least {
			out = append(out, string(r[:min(len(r), stem)]))
		}
	}
	return out
}

// article gives the node that describes the article, or nil.
func (l *linked) article() map[string]any {
	var best map[string]any
	most := 0
	for _, n := range l.nodes {
		rank := 0
		for _, t := range texts(n["@type"]) {
			rank = max(rank, articleRank(t))
		}
		if rank > 0 && n["articleBody"] != nil {
			rank++
		}
		if rank > 0 && n["headline"] == nil && n["name"] == nil {
			rank = 1
		}
		if rank > most {
			best, most = n, rank
		}
	}
	return best
}

func articleRank(kind string) int {
	kind = kind[strings.LastIndexAny(kind, "/:#")+1:]
	switch {
	case strings.HasSuffix(kind, "NewsArticle") || kind == "LiveBlogPosting":
		return 5
	case strings.HasSuffix(kind, "Article") || kind == "BlogPosting" || kind == "Report":
		return 4
	case kind == "WebPage" || kind == "ItemPage" || kind == "CreativeWork":
		return 2
	}
	return 0
}

// meta reads what the node says.
func (l *linked) meta(n map[string]any) meta {
	if n == nil {
		return meta{}
	}
	pick := func(keys ...string) string {
		for _, k := range keys {
			if t := texts(n[k]); len(t) > 0 && strings.TrimSpace(t[0]) != "" {
				return html.UnescapeString(t[0])
			}
		}
		return ""
	}
	m := meta{
		title: pick("headline", "name"), language: languageTag(pick("inLanguage")),
		published: readDate(pick("datePublished", "dateCreated")), modified: readDate(pick("dateModified")),
		byline: strings.Join(l.names(n, "author", "creator"), ", "), outlet: strings.Join(l.names(n, "publisher", "sourceOrganization"), ", "),
	}
	m.outlet = orElse(m.outlet, l.site())
	if u := pick("url", "@id"); strings.HasPrefix(u, "http") {
		m.url, _, _ = strings.Cut(u, "#")
	}
	if e, ok := n["mainEntityOfPage"].(map[string]any); ok && m.url == "" {
		m.url, _ = e["@id"].(string)
	} else if s, ok := n["mainEntityOfPage"].(string); ok && m.url == "" {
		m.url = s
	}
	return m
}

// site is the name of the site that the page is a part of.
func (l *linked) site() string {
	for _, n := range l.nodes {
		for _, t := range texts(n["@type"]) {
			if name := texts(n["name"]); t == "WebSite" && len(name) > 0 {
				return html.UnescapeString(name[0])
			}
		}
	}
	return ""
}

// names lists the names of the people or organisations under the first of the
// keys that has any: as words, as nodes, or as references to nodes.
func (l *linked) names(n map[string]any, keys ...string) []string {
	for _, k := range keys {
		var out []string
		l.eachName(n[k], func(s string) {
			s = strings.TrimSpace(html.UnescapeString(s))
			if s != "" && !strings.Contains(s, "://") && len(out) < 10 {
				out = append(out, s)
			}
		})
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

func (l *linked) eachName(v any, do func(string)) {
	switch v := v.(type) {
	case string:
		do(v)
	case []any:
		for _, e := range v {
			if _, nested := e.([]any); !nested {
				l.eachName(e, do)
			}
		}
	case map[string]any:
		for _, s := range texts(v["name"]) {
			do(s)
			return
		}
		if id, ok := v["@id"].(string); ok {
			for _, s := range texts(l.byID[id]["name"]) {
				do(s)
			}
		}
	}
}

// texts gives a string, the strings of a list, or the name or value of a node.
func texts(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		var out []string
		for _, e := range v {
			if s, ok := e.(string); ok {
				out = append(out, s)
			}
		}
		return out
	case map[string]any:
		for _, k := range []string{"@value", "name", "alternateName"} {
			if s, ok := v[k].(string); ok {
				return []string{s}
			}
		}
	}
	return nil
}

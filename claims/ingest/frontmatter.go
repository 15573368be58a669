package ingest

import (
	"encoding/json"
	"strings"
)

// frontMatter parts the fields above a Markdown text from the text: YAML
// between lines of three hyphens, TOML between +++, or JSON, as Jekyll, Hugo
// and pandoc write them, and the bare "Title: ..." lines of MultiMarkdown.
// Keys are in lower case; of a list the values are joined by commas.
func frontMatter(text string) (map[string]string, string) {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	trimmed := strings.TrimLeft(text, "\ufeff\n ")
	for _, fence := range []struct{ open, end, colon string }{{"---", "---", ":"}, {"+++", "+++", "="}} {
		rest, ok := strings.CutPrefix(trimmed, fence.open+"\n")
		if !ok {
			continue
		}
		head, after, ok := cutLine(rest, fence.end, "...")
		if !ok {
			continue
		}
		return fields(head, fence.colon), after
	}
	if strings.HasPrefix(trimmed, "{") {
		var all map[string]any
		dec := json.NewDecoder(strings.NewReader(trimmed))
		if dec.Decode(&all) == nil {
			return jsonFields(all), trimmed[dec.InputOffset():]
		}
	}
	return bareFields(text)
}

// cutLine parts a text at the first line that is one of the marks.
func cutLine(text string, marks ...string) (before, after string, ok bool) {
	for at := 0; at < len(text); {
		line, _, _ := strings.Cut(text[at:], "\n")
		for _, m := range marks {
			if strings.TrimRight(line, " \t") == m {
				return text[:at], text[min(len(text), at+len(line)+1):], true
			}
		}
		at += len(line) + 1
	}
	return "", text, false
}

// fields reads the scalars and flat lists of YAML or TOML: what front matter
// holds. Nested tables are read as if their keys stood alone.
func fields(head, colon string) map[string]string {
	r := fieldReader{colon: colon, out: map[string]string{}}
	for line := range strings.SplitSeq(head, "\n") {
		r.line(line)
	}
	r.flush()
	for k, v := range r.out {
		r.out[k] = scalar(v) // a quoted value may have been folded over lines
	}
	return r.out
}

// fieldReader reads fields line by line.
type fieldReader struct {
	colon string // what parts a key from its value
	out   map[string]string
	key   string   // the field that is being read
	items []string // what its value is made of so far
}

func (r *fieldReader) line(line string) {
	bare := strings.TrimSpace(line)
	key, value, ok := strings.Cut(bare, r.colon)
	key = strings.Trim(strings.TrimSpace(key), `"'`)
	indented := line != "" && (line[0] == ' ' || line[0] == '\t')
	switch {
	case bare == "" || strings.HasPrefix(bare, "#") || strings.HasPrefix(bare, "["):
	case strings.HasPrefix(bare, "- "):
		r.item(scalar(bare[2:]))
	case ok && !strings.Contains(key, " ") && (!indented || r.colon == "="):
		r.flush()
		r.key, r.items = strings.ToLower(key), []string{scalar(value)}
	case indented && ok && key == "name" && len(r.items) == 1 && r.items[0] == "":
		r.items[0] = scalar(value)
	case indented && len(r.items) > 0:
		r.items = append(r.items, " "+scalar(bare))
	}
}

// item adds an item of a list. That of a list of people begins with "name:".
func (r *fieldReader) item(value string) {
	if name, ok := strings.CutPrefix(value, "name: "); ok {
		value = scalar(name)
	}
	if n := len(r.items); n > 0 && r.items[n-1] != "" {
		r.items = append(r.items, ", ")
	}
	r.items = append(r.items, value)
}

// flush keeps the field that has been read. The first of a name counts.
func (r *fieldReader) flush() {
	if r.key != "" && r.out[r.key] == "" {
		r.out[r.key] = strings.TrimSpace(strings.Join(r.items, ""))
	}
}

// scalar takes the quotation marks, brackets and block signs off a value.
func scalar(v string) string {
	v = strings.TrimSpace(v)
	if strings.HasPrefix(v, "[") && strings.HasSuffix(v, "]") {
		var all []string
		for p := range strings.SplitSeq(v[1:len(v)-1], ",") {
			all = append(all, scalar(p))
		}
		return strings.Join(all, ", ")
	}
	if len(v) >= 2 && (v[0] == '"' || v[0] == '\'') && v[len(v)-1] == v[0] {
		if v[0] == '\'' {
			return strings.ReplaceAll(v[1:len(v)-1], "''", "'")
		}
		return strings.NewReplacer(`\"`, `"`, `\\`, `\`, `\n`, " ").Replace(v[1 : len(v)-1])
	}
	if v == ">" || v == "|" || v == ">-" || v == "|-" || v == "null" || v == "~" {
		return ""
	}
	return v
}

func jsonFields(all map[string]any) map[string]string {
	out := map[string]string{}
	for k, v := range all {
		switch v := v.(type) {
		case string:
			out[strings.ToLower(k)] = v
		case []any:
			var parts []string
			for _, p := range v {
				if s, ok := p.(string); ok {
					parts = append(parts, s)
				}
			}
			out[strings.ToLower(k)] = strings.Join(parts, ", ")
		}
	}
	return out
}

// bareFields reads "Title: ..." lines at the very start of a text.
func bareFields(text string) (map[string]string, string) {
	head, rest, ok := strings.Cut(text, "\n\n")
	if !ok {
		return nil, text
	}
	out := map[string]string{}
	last := ""
	for line := range strings.SplitSeq(head, "\n") {
		if last != "" && (strings.HasPrefix(line, " ") || strings.HasPrefix(line, "\t")) { // the value goes on
			out[last] += " " + strings.TrimSpace(line)
			continue
		}
		k, v, ok := strings.Cut(line, ":")
		k = strings.ToLower(strings.TrimSpace(k))
		if !ok || !fieldNames[k] {
			return nil, text
		}
		out[k], last = strings.TrimSpace(v), k
	}
	return out, rest
}

var fieldNames = map[string]bool{
	"title": true, "author": true, "authors": true, "date": true, "byline": true, "outlet": true, "publication": true, "url": true, "source": true,
	"language": true, "lang": true, "tags": true, "category": true, "slug": true, "summary": true, "modified": true, "keywords": true, "status": true,
}

// fieldMeta reads the names that front matter uses for what an article has.
func fieldMeta(f map[string]string) meta {
	first := func(names ...string) string {
		for _, n := range names {
			if v := f[n]; v != "" {
				return v
			}
		}
		return ""
	}
	m := meta{
		title: first("title", "headline"), byline: first("author", "authors", "byline", "by", "creator"),
		outlet: first("publication", "outlet", "publisher", "newspaper", "site", "site_name", "source_name", "container-title"),
		url:    first("source_url", "canonical_url", "canonicalurl", "canonical", "url", "link", "permalink"), language: languageTag(first("lang", "language", "locale")),
		published: readDate(first("date", "published", "publishdate", "published_at", "pubdate", "date_published")),
		modified:  readDate(first("modified", "lastmod", "updated", "last_modified_at", "last_modified")),
	}
	if source := first("source"); strings.Contains(source, "://") {
		m = m.or(meta{url: source})
	} else {
		m = m.or(meta{outlet: source})
	}
	if !strings.Contains(m.url, "://") {
		m.url = "" // the path of a page in its own site
	}
	if name, outlet := splitByline(strings.TrimPrefix(m.byline, "By ")); name != "" {
		m.byline = name
		m = m.or(meta{outlet: outlet})
	}
	return m
}

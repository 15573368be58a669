package ingest

import "strings"

// readRSS reads RSS 0.9 to 2.0 with the modules for content and Dublin Core:
// an entry is an article.
func readRSS(j *job, name string, data []byte) ([]Item, error) {
	root, err := parseXML(j, name, data)
	if err != nil {
		return nil, err
	}
	channel := root.child("channel")
	site := meta{outlet: own(channel, "title"), language: languageTag(own(channel, "language"))}
	var items []Item
	for _, e := range root.all("item") {
		m := meta{
			title: plain(j, own(e, "title")), url: own(e, "link"), byline: people(rssByline(e)),
			published: firstDate(own(e, "pubDate"), own(e, "date"), own(e, "published"), own(e, "issued")), modified: firstDate(own(e, "modified"), own(e, "updated")),
		}
		if m.url == "" && e.child("guid").attr("isPermaLink") != "false" {
			m.url = own(e, "guid")
		}
		if s := own(e, "source"); s != "" {
			m.outlet = s
		}
		items = j.entry(items, "rss", m.or(site), e.name, longest(own(e, "encoded"), own(e, "description")))
	}
	return entries(name, items)
}

// own is the character data of the first child of that name that belongs to
// the feed and not to its pictures.
func own(e *element, name string) string {
	for _, c := range e.list(name) {
		if !strings.Contains(c.space, "media") && !strings.Contains(c.space, "itunes") && c.space != "atom" && c.space != "http://www.w3.org/2005/Atom" {
			if s := strings.TrimSpace(raw(c)); s != "" {
				return s
			}
		}
	}
	return ""
}

// rssByline is the author of an entry: the one with a person's name, where it
// names several.
func rssByline(e *element) string {
	name := orElse(own(e, "creator"), rssAuthor(own(e, "author")))
	if name == "" || looksLikeOutlet(name, false) {
		return orElse(podcaster(e), name)
	}
	return name
}

// podcaster is the author that an episode of a podcast names for the programs that
// play it. Many name the station there.
func podcaster(e *element) string {
	for _, c := range e.list("author") {
		if name := strings.TrimSpace(raw(c)); strings.Contains(c.space, "itunes") && writers(name) && len(strings.Fields(name)) > 1 {
			return name
		}
	}
	return ""
}

// raw is character data with its white space.
func raw(e *element) string {
	var b strings.Builder
	e.walk(func(c *element) bool {
		b.WriteString(c.text)
		return true
	})
	return b.String()
}

// rssAuthor takes the name out of "desk@example.org (Ana Ruiz)".
func rssAuthor(s string) string {
	if i := strings.IndexByte(s, '('); i >= 0 && strings.HasSuffix(s, ")") {
		return s[i+1 : len(s)-1]
	}
	if strings.Contains(s, "@") {
		return ""
	}
	return s
}

package ingest

import (
	"strings"

	"onrecord/claims"
)

func init() {
	register(Format{Name: "newsml", Endings: []string{"xml"}, detect: detectTag("newsItem", "newsMessage", "packageItem", "nar:newsItem", "nar:newsMessage", "NewsML"), read: readNewsML})
}

// readNewsML reads the news items of the IPTC's NewsML-G2, alone or in a
// message, and of NewsML 1, whose content stands inline as XHTML, NITF or text.
func readNewsML(j *job, name string, data []byte) ([]Item, error) {
	root, err := parseXML(j, name, data)
	if err != nil {
		return nil, err
	}
	kind, read := "newsItem", newsItem
	if root.name == "NewsML" {
		kind, read = "NewsItem", newsItem1
	}
	var items []Item
	for _, n := range root.all(kind) {
		if err := j.over(name); err != nil {
			return items, err
		}
		m, blocks := read(j, n)
		if item, ok := compose("newsml", m, blocks); ok && len(items) < j.lim.Members {
			item.Part = orElse(n.attr("guid"), n.find("NewsItemId").words())
			items = append(items, item)
		}
	}
	if len(items) == 0 {
		return nil, claims.Refused(name, claims.Say("error.holdsNoNews", "holds no news item with text"))
	}
	return items, nil
}

func newsItem(j *job, n *element) (meta, []block) {
	about, content := n.child("itemMeta"), n.child("contentMeta")
	m := meta{
		title: content.child("headline").words(), language: languageTag(orElse(content.child("language").attr("tag"), n.attr("lang"))),
		byline:    people(orElse(content.child("by").words(), nameIn(content.child("creator")))),
		outlet:    orElse(nameIn(content.child("infoSource")), orElse(nameIn(n.child("rightsInfo", "copyrightHolder")), nameIn(about.child("provider")))),
		published: firstDate(about.child("firstCreated").words(), content.child("contentCreated").words(), about.child("versionCreated").words()),
		modified:  firstDate(content.child("contentModified").words(), about.child("versionCreated").words()),
	}
	if provider := nameIn(about.child("provider")); isAcronym(m.outlet) && len(strings.Fields(provider)) > 0 && !isAcronym(provider) {
		m.outlet = provider
	}
	if in := n.child("contentSet", "inlineXML"); in != nil {
		return inline(m, in)
	}
	if in := n.child("contentSet", "inlineData"); in != nil {
		if strings.Contains(in.attr("contenttype"), "html") {
			return m, markup(j, raw(in))
		}
		return m, plainBlocks(raw(in))
	}
	return m, nil
}

// inline reads content that is a document of its own.
func inline(m meta, in *element) (meta, []block) {
	if doc := in.find("nitf"); doc != nil {
		declared, blocks := nitf(doc)
		return m.or(declared), blocks
	}
	if doc := in.find("html"); doc != nil {
		return m, pageBlocks(asHTML(doc))
	}
	return m, pageBlocks(asHTML(in))
}

// newsItem1 reads an item of NewsML 1.
func newsItem1(j *job, n *element) (meta, []block) {
	lines, about := n.find("NewsLines"), n.child("NewsManagement")
	party := n.find("AdministrativeMetadata").find("Provider").find("Party").attr("FormalName")
	m := meta{
		title: lines.child("HeadLine").words(), byline: people(lines.child("ByLine").words()), outlet: orElse(party, lines.child("CopyrightLine").words()),
		language:  languageTag(n.find("DescriptiveMetadata").find("Language").attr("FormalName")),
		published: firstDate(about.child("FirstCreated").words(), n.find("DateId").words()), modified: readDate(about.child("ThisRevisionCreated").words()),
	}
	content := n.find("DataContent")
	switch {
	case content == nil:
		return m, nil
	case len(content.children) == 1 && content.children[0].name == "":
		if text := raw(content); strings.Contains(text, "</p>") {
			return m, markup(j, text)
		}
		return m, plainBlocks(raw(content))
	}
	return inline(m, content)
}

// isAcronym reports whether a name is the short form of another.
func isAcronym(name string) bool {
	const longest = 5
	return len(name) <= longest && strings.ToUpper(name) == name
}

func nameIn(e *element) string {
	return orElse(e.child("name").words(), e.attr("literal"))
}

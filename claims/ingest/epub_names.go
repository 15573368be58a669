package ingest

import "strings"

// shortLabel is a label in a table of contents, in letters, that only counts.
const shortLabel = 4

// ownHeading is the title of a chapter: the heading that it begins with, where
// the table of contents has more beside it.
func ownHeading(c chapter) string {
	blocks := tidy(c.blocks)
	if len(blocks) == 0 || blocks[0].role != heading || len(strings.Fields(blocks[0].text)) < 3 {
		return c.title
	}
	if strings.Contains(letters(c.title), letters(blocks[0].text)) || len(letters(c.title)) < shortLabel {
		return blocks[0].text
	}
	return c.title
}

// publisherOf names the paper that a book is an issue of. Programs put a word of
// their own where nobody named a publisher.
func publisherOf(about *element) string {
	name := about.child("publisher").words()
	switch strings.ToLower(name) {
	case "anonymous", "unknown", "calibre", "none", "n/a":
		name = ""
	}
	if creator := about.child("creator").words(); name == "" && looksLikeOutlet(creator, false) {
		name = creator
	}
	return name
}

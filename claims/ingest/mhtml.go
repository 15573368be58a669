package ingest

import (
	"bytes"
	"strings"

	"onrecord/claims"
)

func init() {
	register(Format{Name: "mhtml", Endings: []string{"mhtml", "mht"}, detect: detectMHTML, read: readMHTML})
}

func detectMHTML(name string, head []byte) int {
	low := bytes.ToLower(head)
	switch {
	case !looksLikeMessage(head):
		return 0
	case bytes.Contains(low, []byte("snapshot-content-location:")), bytes.Contains(low, []byte("from: <saved by")), hasEnding(name, "mhtml", "mht"):
		return certain
	}
	return 0
}

// readMHTML reads a page that a browser saved with its pictures. The date in
// its header is the day of saving, not of publication.
func readMHTML(j *job, name string, data []byte) ([]Item, error) {
	msg, err := readMessage(j, name, data)
	if err != nil {
		return nil, err
	}
	from := msg.field("Snapshot-Content-Location")
	var root *mimePart
	for i := range msg.parts {
		p := &msg.parts[i]
		if p.kind != "text/html" && p.kind != "application/xhtml+xml" {
			continue
		}
		if root == nil || from != "" && p.location == from && root.location != from {
			root = p
		}
	}
	if root == nil {
		return nil, claims.Refused(name, claims.Say("error.holdsNoPage", "holds no page"))
	}
	p, err := parseHTML(j, name, root.data, root.charset)
	if err != nil {
		return nil, err
	}
	if p.url = orElse(from, root.location); !strings.HasPrefix(p.url, "http") {
		p.url = ""
	}
	item, ok := p.article("mhtml")
	if !ok {
		return nil, claims.Refused(name, claims.Say("error.pageWithoutArticle", "is a page without article text"))
	}
	if msg.cut && root == &msg.parts[len(msg.parts)-1] { // pictures that are missing behind it take nothing from the text
		item.Warnings = append(item.Warnings, endsEarly)
	}
	return []Item{item}, nil
}

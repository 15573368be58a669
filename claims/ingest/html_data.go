package ingest

import (
	"context"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
)

// A page whose text a script builds in the browser carries it as data: as the
// body of its JSON-LD, or in the data of the program that shows it.

// maxData bounds the JSON that is looked through, in bytes.
const maxData = 4 << 20

// orData takes the text from the page's data where the page shows hardly any.
func (p *page) orData(blocks []block) []block {
	const stub = 2 // times that the data must be longer
	if found := dataText(p.ld.body()); len(found) > 0 && size(found) > stub*size(blocks) {
		return found
	}
	if slices.ContainsFunc(blocks, isSentence) {
		return blocks
	}
	if found := sentencesIn(p.data); len(found) > 0 && size(found) > stub*size(blocks) {
		return found
	}
	return blocks
}

// body is the text that JSON-LD gives of the article, or "".
func (l *linked) body() string {
	if n := l.article(); n != nil {
		if t := texts(n["articleBody"]); len(t) > 0 {
			return strings.Join(t, "\n\n")
		}
	}
	return ""
}

// dataText parts a text of JSON, which can be markup.
func dataText(text string) []block {
	if anyTag.MatchString(text) {
		root, err := parseTree(context.Background(), text)
		if err != nil {
			return nil
		}
		return pageBlocks(root)
	}
	return plainBlocks(text)
}

var anyTag = regexp.MustCompile(`<(?:p|div|br|h[1-6]|li|blockquote)\b[^<>]*>`)

// sentencesIn lists the sentences among the values of JSON documents, in their
// order: each value that is a text for people, once.
func sentencesIn(sources []string) (out []block) {
	seen := map[string]bool{}
	for _, src := range sources {
		dec := json.NewDecoder(strings.NewReader(src))
		for {
			token, err := dec.Token()
			if err != nil {
				break // the end, or no JSON from here on
			}
			s, ok := token.(string)
			if !ok || len(s) < 40 || strings.Contains(s, "://") && !strings.Contains(s, " ") {
				continue
			}
			for _, b := range dataText(s) {
				if isSentence(b) && strings.Count(b.text, " ") > 5 && !seen[b.text] {
					seen[b.text] = true
					out = append(out, b)
				}
			}
		}
	}
	return out
}

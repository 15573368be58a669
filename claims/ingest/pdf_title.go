package ingest

import (
	"regexp"
	"slices"
	"strings"

	"onrecord/claims/ingest/pdftext"
)

// pdfBlocks tells headings by their type. What stands above the title is the
// head of a page or of a site and no text.
func pdfBlocks(doc pdftext.Document, m meta) (kept []block, above []string) {
	blocks := make([]block, 0, len(doc.Blocks))
	least := doc.Body * 1.15
	best, masthead := candidate{size: least, at: -1}, candidate{size: least, at: -1}
	opening := openingPage(doc.Blocks)
	for i, b := range doc.Blocks {
		if i == 0 && printedFile.MatchString(b.Text) {
			b.Text = ""
		}
		r := body
		if (b.Size > doc.Body*1.12 || b.Bold && b.Size >= doc.Body) && len(b.Text) < 200 && !endsLikeSentence(b.Text) {
			r = heading
		}
		blocks = append(blocks, block{text: b.Text, role: r})
		if i >= 2*mastheadSize || b.Page > opening {
			continue
		}
		if namesPaper(block{text: b.Text}) && !same(b.Text, m.title) { // often set larger than any headline
			masthead.take(b, i, m.title)
		} else {
			best.take(b, i, m.title)
		}
	}
	at := best.at
	if at < 0 {
		at = masthead.at
	}
	if at < 0 {
		return blocks, nil
	}
	blocks[at].role = title
	for i, b := range blocks {
		if i < at && (len(b.text) < 120 || len(b.text) < maxField/4 && strings.HasPrefix(letters(b.text), letters(blocks[at].text))) && !readable(b.text) {
			above = append(above, b.text)
			continue
		}
		kept = append(kept, b)
	}
	return kept, above
}

// candidate is the line of a print that can be its title.
type candidate struct {
	size float64
	at   int
	sure bool // the file says the same
}

// take makes a paragraph the candidate where it is set larger, or where the
// file's properties begin with it.
func (c *candidate) take(b pdftext.Block, at int, declared string) {
	words := len(strings.Fields(b.Text))
	sure := words > 3 && b.Size >= c.size && strings.HasPrefix(letters(declared), letters(b.Text))
	if c.sure && !sure || !sure && (b.Size <= c.size || words <= 2) && !same(b.Text, declared) {
		return
	}
	c.size, c.at, c.sure = b.Size, at, sure
}

// printedFile is the line in which programs that print plain text name the file
// and the time.
var printedFile = regexp.MustCompile(`^\S+\.[A-Za-z]{1,5}\s+.{0,40}\d{1,2}:\d{2}.{0,20}$`)

// openingPage is the page on which the article begins: the second where the
// first has hardly more than a name.
func openingPage(blocks []pdftext.Block) int {
	const least = 100 // bytes
	first := 0
	for _, b := range blocks {
		if b.Page == 1 {
			first += len(b.Text)
		}
	}
	if first < least {
		return 2
	}
	return 1
}

// mendTitle takes the title of the file's properties where that on the page runs
// into what stands beside it: its first words begin the one, and the headings
// that follow are the rest of the other.
func mendTitle(declared string, blocks []block) []block {
	const alike = 12 // letters
	head, _ := splitTitle(declared, "")
	at := slices.IndexFunc(blocks, func(b block) bool { return b.role == title })
	whole := letters(head)
	if at < 0 || len(whole) < alike || !strings.HasPrefix(letters(blocks[at].text), whole[:alike]) || strings.HasPrefix(whole, letters(blocks[at].text)) {
		return blocks
	}
	rest := slices.Clone(blocks[at+1:])
	rest = slices.DeleteFunc(rest, func(b block) bool { return b.role == heading && strings.Contains(whole, letters(b.text)) })
	if len(rest) < len(blocks)-at-1 {
		blocks[at].text = head
		return append(blocks[:at+1], rest...)
	}
	return blocks
}

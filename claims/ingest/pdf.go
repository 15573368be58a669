package ingest

import (
	"bytes"
	"errors"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/claims"
	"onrecord/claims/ingest/pdftext"
)

func init() {
	register(Format{Name: "pdf", Endings: []string{"pdf"}, detect: detectPDF, read: readPDF})
}

func detectPDF(_ string, head []byte) int {
	i := bytes.Index(head[:min(len(head), 1024)], []byte("%PDF-"))
	switch {
	case i < 0 || isZip(head) || looksLikeMessage(head):
		return 0
	case i == 0 || len(bytes.TrimSpace(head[:i])) == 0:
		return certain
	}
	return possible - 2 // something stands before it: mail gateways do that
}

// readPDF reads the text of a PDF as one article. Files whose text cannot be
// trusted are refused with the reason.
func readPDF(j *job, name string, data []byte) ([]Item, error) {
	doc, err := pdftext.Read(j.ctx, data, j.lim.Out-*j.spent)
	if err != nil {
		if err := j.over(name); err != nil {
			return nil, err
		}
		if !errors.Is(err, pdftext.ErrPassword) && !errors.Is(err, pdftext.ErrTooBig) && !bytes.Contains(data[max(0, len(data)-pdfTail):], []byte("%%EOF")) {
			return nil, cutOff(name, err)
		}
		return nil, &claims.Error{Code: claims.CodeRefused, What: name, Reason: claims.Because(err), Advice: pdfAdvice(err), Err: err}
	}
	m := printedMeta(doc, doc.Furniture)
	m.outlet = orElse(m.outlet, runningMeta(doc.Furniture).outlet)
	blocks, above := pdfBlocks(doc, m)
	blocks = mendTitle(m.title, blocks)
	m = m.or(printedMeta(doc, above))
	blocks = trim(blocks, m)
	if reason := garbled(blocks); reason != nil {
		return nil, claims.Refused(name, reason)
	}
	m = documentTitle(m, blocks)
	if m.title != "" {
		m = m.or(meta{byline: nameBelow(m.title, blocks)})
		m, blocks = lead(m, blocks, blocks)
	}
	var joined meta
	joined, blocks = joinedCredits(blocks)
	m = m.or(joined).or(meta{published: runningDate(append(doc.Furniture, above...))})
	m.outlet = orElse(m.outlet, owner(doc.Blocks))
	if _, site := splitTitle(doc.Title, ""); m.outlet == "" && looksLikeOutlet(site, false) { // a printed web page
		m.outlet = site
	}
	if last := len(blocks) - 1; last > 1 { // at the foot of the only page
		if who, ok := creditParts(blocks[last].text); ok && who.published.IsFull() && who.byline == "" {
			m = m.or(who)
			blocks = blocks[:last]
		}
	}
	item, ok := compose("pdf", m, blocks)
	if !ok {
		return nil, claims.Refused(name, claims.Say("error.holdsNoArticle", "holds no article text"))
	}
	if doc.Empty > 0 {
		item.Warnings = append(item.Warnings, claims.SayN("warning.emptyPages", "%d of %d pages have no text: they may be pictures.", doc.Empty, doc.Pages))
	}
	return []Item{item}, nil
}

// joinedCredits takes a line with the paper and the day off the first paragraph
// that it ran into: "The Gazette, 2 July 2019 Drivers will cross ...".
func joinedCredits(blocks []block) (meta, []block) {
	const longest = 80 // bytes
	first := slices.IndexFunc(blocks, isSentence)
	if first < 0 {
		return meta{}, blocks
	}
	text := blocks[first].text
	at := findDate(text[:min(len(text), longest)])
	if at == nil || at[1] >= len(text)-1 || text[at[1]] != ' ' || !unicode.IsUpper(firstRune(text[at[1]+1:])) {
		return meta{}, blocks
	}
	who, ok := creditParts(text[:at[1]])
	if !ok || who.byline+who.outlet == "" {
		return meta{}, blocks
	}
	blocks = slices.Clone(blocks)
	blocks[first].text = text[at[1]+1:]
	return who, blocks
}

// owner is the paper that the line with the copyright names.
func owner(blocks []pdftext.Block) string {
	for _, b := range blocks {
		if len(b.Text) > longestRights || !rightsMark(b.Text) {
			continue
		}
		if m := rights.FindStringSubmatch(b.Text); m != nil {
			name := strings.Trim(allRights.ReplaceAllString(strings.TrimSpace(m[1]), ""), " -–—")
			if looksLikeOutlet(name, false) && siteName(name) && isName(name) {
				return name
			}
		}
	}
	return ""
}

// pdfTail is how far before the end of a file its last line can stand: some
// programs write something behind it.
const pdfTail = 2048

// runningDate is the date that stands in the running lines of a newspaper's
// pages. The day of printing, which browsers put there with the time, is none.
func runningDate(lines []string) claims.Date {
	for _, l := range lines {
		if d := shownDate(l); !printedOn.MatchString(l) && d.IsFull() {
			return d
		}
	}
	return claims.Date{}
}

// nameBelow is the line under the title where it is nothing but the name of a
// person.
func nameBelow(title string, blocks []block) string {
	at := slices.IndexFunc(blocks, func(b block) bool { return same(b.text, title) })
	if at < 0 || at+1 >= len(blocks) {
		return ""
	}
	if name := announcedIn(blocks[at+1 : min(len(blocks), at+1+mastheadSize)]); name != "" {
		return name
	}
	line := blocks[at+1].text
	if name, _ := byline(line); name != "" {
		return name
	}
	if nameJoin.MatchString(line) && writers(line) && !firm.MatchString(line) {
		return line
	}
	if n := len(strings.Fields(line)); n < 2 || n > 4 || !isName(line) || looksLikeOutlet(line, false) || isJob(line) {
		return ""
	}
	for w := range strings.FieldsSeq(line) {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) && len(w) > 3 {
			return ""
		}
	}
	return line
}

func pdfAdvice(err error) *claims.Sentence {
	switch {
	case errors.Is(err, pdftext.ErrNoText), errors.Is(err, pdftext.ErrNoLetters):
		return claims.Say("error.recognise", "Run it through text recognition (OCR) first.")
	case errors.Is(err, pdftext.ErrPassword):
		return claims.Say("error.saveWithoutPassword", "Save it without a password first.")
	}
	return nil
}

// printedMeta reads what the properties and the running lines, or those above
// the title, say. The dates
// of a PDF are those of its making.
func printedMeta(doc pdftext.Document, lines []string) meta {
	m := meta{title: doc.Title, byline: creator(doc.Author)}
	if before, _, ok := strings.Cut(m.title, " | "); ok {
		m.title = before
	}
	for _, l := range lines {
		if u := printedURL.FindString(l); u != "" {
			m = m.or(meta{url: u})
			continue
		}
		if printedOn.MatchString(l) {
			l = strings.TrimSpace(printedOn.ReplaceAllString(l, " "))
		}
		if _, site := splitTitle(l, ""); site != "" && looksLikeOutlet(site, false) {
			m = m.or(meta{outlet: site})
		}
		if l = strings.Trim(runningParts.Split(l, 2)[0], " -–—|·"); looksLikeOutlet(l, false) && siteName(l) {
			m = m.or(meta{outlet: l})
		}
	}
	return m
}

var (
	printedURL   = regexp.MustCompile(`https?://[^\s/]+\.[^\s]+`)
	printedOn    = regexp.MustCompile(`\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d{2}(?: ?[AP]M)?`)
	runningParts = regexp.MustCompile(` [|–—·-] | {2,}|\s\d`)
)

// readable keeps a byline or date that stands above the title.
func readable(line string) bool {
	var m meta
	return m.fromLine(line)
}

func endsLikeSentence(s string) bool { return strings.HasSuffix(s, ".") }

// garbled is the quality gate: text from fonts that show other letters than
// they name has hardly any spaces, vowels or letters.
func garbled(blocks []block) *claims.Sentence {
	letters, spaces, strange, total := 0, 0, 0, 0
	for _, b := range blocks {
		for _, r := range b.text {
			total++
			switch {
			case r == ' ':
				spaces++
			case r == '\ufffd' || r < ' ' || r >= 0xe000 && r <= 0xf8ff:
				strange++
			case r >= 'A':
				letters++
			}
		}
	}
	switch {
	case total == 0:
		return nil
	case strange*10 > total:
		return pdftext.ErrNoLetters
	case letters*2 < total && total > 200:
		return claims.Say("error.signs", "gives signs instead of words: its fonts show other letters than they name")
	}
	return nil
}

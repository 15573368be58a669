package ingest

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// belowTitle leaves out what stands above the headline of a page, where most of
// the text stands below it.
func belowTitle(blocks []block, title string) []block {
	const spare = 100 // bytes of signs and blanks that a line can have more
	total := size(blocks)
	for i, b := range blocks {
		if len(b.text) > 2*len(title)+spare || !same(oneLine(b.text), title) {
			continue
		}
		below := size(blocks[i+1:])
		if i == 0 || below*10 < total*6 {
			return blocks
		}
		kept := make([]block, 0, len(blocks))
		for _, above := range blocks[:i] {
			if !isSentence(above) { // a kicker or a credit, which is judged later
				kept = append(kept, above)
			}
		}
		return append(kept, blocks[i:]...)
	}
	return blocks
}

// above lists the paragraphs of a page that stand right above its text.
func (p *page) above(text []block) []block {
	first := slices.IndexFunc(text, isSentence)
	if first < 0 {
		return nil
	}
	at := slices.IndexFunc(p.shown, func(b block) bool { return b.text == text[first].text })
	return p.shown[max(0, at-leadSize):max(0, at)]
}

// between lists those of them that stand below the headline.
func (p *page) between(title string, text []block) []block {
	above := p.above(text)
	return above[slices.IndexFunc(above, func(b block) bool { return same(oneLine(b.text), title) })+1:]
}

// withOpening puts the first paragraph before a text whose element does not hold
// it: the sentences of the page between the headline and the text. all is what is
// left of the page without its other parts.
func withOpening(text, all []block, title string) []block {
	const longest, most = 700, 4
	const opens = 200 // bytes: a summary is shorter
	first := slices.IndexFunc(text, isSentence)
	if first < 0 {
		return text
	}
	at := slices.IndexFunc(all, func(b block) bool { return b.text == text[first].text })
	head := slices.IndexFunc(all, func(b block) bool { return same(oneLine(b.text), title) })
	if head < 0 || at-head < 2 || at-head > most+leadSize || slices.ContainsFunc(text, func(b block) bool { return same(oneLine(b.text), title) }) {
		return text
	}
	var opening []block
	for _, b := range all[head+1 : at] {
		if isSentence(b) && len(b.text) > leastOpening && len(b.text) < longest && !slices.Contains(text, b) && !isCredit(b.text) {
			opening = append(opening, b)
		}
	}
	if len(opening) == 0 || len(opening) > most || size(opening) < opens && !strings.ContainsRune("“„«\"'‘–—-", firstRune(text[first].text)) {
		return text // a summary
	}
	return append(opening, text...)
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// leastOpening is how long the first paragraph of a text is at least, in bytes.
const leastOpening = 80

// consentWords are in the notes by which sites ask whether they may watch
// their readers.
var consentWords = regexp.MustCompile(`(?i)\bcookies?\b|\bconsent|personali[sz]ed|\bpartners?\b|\bip[- ]address|privacy (?:policy|choices|preferences)|geolocation|personal data|legitimate interest|` +
	`\bzgod[aęyą]\b|danych osobowych|souhlas|osobních údajů|hozzájárul|samtycke|samtykke|toestemming|suostumu|kişisel ver|persoonsgegevens|personuppgifter|dati personali|consenso|dados pessoais|consentimento|` +
	`einwillig|zustimm|datenschutz|personalisiert|\bpartnern?\b|ip-adresse|personenbezogen|consentement|partenaires|personnalis|traceurs|données personnelles|consentimiento|\bsocios\b|personalizad|datos personales`)

// ourselves are the words with which a site speaks of itself.
var ourselves = wordSet("we our wir unser unsere unseren nous nos nosotros nuestro nuestros website")

func ofOurselves(text string) bool {
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if ourselves[strings.ToLower(w)] {
			return true
		}
	}
	return false
}

// withoutConsent leaves out such notes, which no mark of the page tells apart.
func withoutConsent(blocks []block) []block {
	const least = 3 // words
	out := make([]block, 0, len(blocks))
	for _, b := range blocks {
		if !strings.ContainsAny(b.text, "“”«»„\"") && ofOurselves(b.text) && len(consentWords.FindAllString(b.text, least)) == least {
			continue
		}
		out = append(out, b)
	}
	return out
}

package ingest

import (
	"regexp"
	"slices"
	"strings"
)

// belowTitle leaves out what stands above the headline of a page, where most of
// the text stands below it.
func belowTitle(blocks []block, title string) []block {
	total := size(blocks)
	for i, b := range blocks {
		if !same(oneLine(b.text), title) {
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

var (
	// consentWords are in the notes by which sites ask whether they may watch
	// their readers.
	consentWords = regexp.MustCompile(`(?i)\bcookies?\b|\bconsent|personali[sz]ed|\bpartners?\b|\bip[- ]address|privacy (?:policy|choices|preferences)|geolocation|personal data|legitimate interest|` +
		`einwillig|zustimm|datenschutz|personalisiert|\bpartnern?\b|ip-adresse|personenbezogen|consentement|partenaires|personnalis|traceurs|données personnelles|consentimiento|\bsocios\b|personalizad|datos personales`)
	ourselves = regexp.MustCompile(`(?i)\b(?:we|our|wir|unsere?n?|nous|nos|nosotros|nuestros?|this website|diese website)\b`)
)

// withoutConsent leaves out such notes, which no mark of the page tells apart.
func withoutConsent(blocks []block) []block {
	const least = 3 // words
	out := make([]block, 0, len(blocks))
	for _, b := range blocks {
		if ourselves.MatchString(b.text) && !strings.ContainsAny(b.text, "“”«»„\"") && len(consentWords.FindAllString(b.text, least)) == least {
			continue
		}
		out = append(out, b)
	}
	return out
}

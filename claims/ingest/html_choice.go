package ingest

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// A page says its title in many places, and each of them is wrong on some site:
// the headline for readers, the one for search engines, the name of the site or
// of the section. Every line that can be the title is a candidate, and gets
// points for how it is set, for where it stands and for how well the others
// agree with it.

// head is a heading that a page shows.
type head struct {
	text   string
	points float64 // for its rank, less what speaks against it
}

// Points of a candidate. They were set by hand and hold on all the pages of the
// tests; only their order of size matters.
const (
	earlierPoints = 1.0  // the answer of headlineOf
	firstRank     = 2.5  // h1
	secondRank    = 1.25 // h2
	lineRank      = 1.0  // a line that is set large or bold
	thirdRank     = 0.5  // h3
	nearPoints    = 1.0  // a heading right above the text
	shortPoints   = -2.0 // one or two words
	partLoss      = 0.25 // a part of a heading
	wrongPoints   = -4.0 // the name of the site, a part of the page
)

// titleSource is a place where a page declares its title, with how much it is
// trusted. A <title> has several parts, of which one can be the title.
type titleSource struct {
	points float64
	parts  []string
}

// head notes a heading, and what its parts say where they are marked.
func (f *facts) head(n *html.Node, points float64) {
	const most = 60
	text := oneLine(textOf(n))
	if text == "" || len(text) > 400 || len(f.heads) > most {
		return
	}
	if aside(n) || leadsHome(n) {
		points += wrongPoints
	}
	kicker, rest := kickerOf(n)
	if kicker == "" {
		kicker, rest = f.kickerBeside(n)
	}
	if kicker != "" && rest != "" {
		f.heads = append(f.heads, head{rest, points})
		if !jointed.MatchString(strings.TrimPrefix(text, kicker)) {
			points += shortPoints // the two run into each other
		}
	}
	f.heads = append(f.heads, head{text, points})
	for c := range n.ChildNodes() { // one of its parts can be the headline
		if part := oneLine(textOf(c)); c.Type == html.ElementNode && len(strings.Fields(part)) >= 4 && part != text && part != rest {
			f.heads = append(f.heads, head{part, points - partLoss})
		}
	}
}

// jointed is what stands between a kicker and a headline that are one line.
var jointed = regexp.MustCompile(`^\s*[:|–—-]`)

// kickerMark is what the line above a headline is called, which can stand within
// its element.
var kickerMark = regexp.MustCompile(`(?:^|[ _-])(?:kicker|overline|topline|dachzeile|eyebrow|antetitulo|surtitre|vignette|spitzmarke|roofline|pretitle|supertitle|flag)(?:$|[ _-])`)

// kickerOf parts a heading into the line above the headline and the rest, where
// an element of its own holds the first.
func kickerOf(n *html.Node) (kicker, rest string) {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && kickerMark.MatchString(namesOf(d)) {
			kicker = oneLine(textOf(d))
			break
		}
	}
	if whole := oneLine(textOf(n)); kicker != "" && len(whole) > len(kicker) && strings.HasPrefix(whole, kicker) {
		return kicker, strings.TrimLeft(strings.TrimPrefix(whole, kicker), " :|–—-")
	}
	return "", ""
}

// kickerBeside parts a heading of two elements where <title> has the second
// without the first.
func (f *facts) kickerBeside(n *html.Node) (kicker, rest string) {
	var parts []string
	for c := range n.ChildNodes() {
		if t := oneLine(textOf(c)); t != "" {
			parts = append(parts, t)
		}
	}
	if title := letters(f.title); len(parts) == 2 && len(strings.Fields(parts[1])) >= 4 && strings.Contains(title, letters(parts[1])) && !strings.Contains(title, letters(parts[0]+parts[1])) {
		return parts[0], parts[1]
	}
	return "", ""
}

// leadsHome reports whether a heading is a link to the front page.
func leadsHome(n *html.Node) bool {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && d.Data == "a" {
			return isHome(attr(d, "href"))
		}
	}
	if p := n.Parent; p != nil && p.Type == html.ElementNode && p.Data == "a" {
		return isHome(attr(p, "href"))
	}
	return false
}

var homeAddress = regexp.MustCompile(`^(?:/|\./|(?:https?:)?//[^/]+/?|index\.\w+|/index\.\w+|/(?:[a-z]{2}|home)/?)$`)

func isHome(href string) bool { return homeAddress.MatchString(strings.TrimSpace(href)) }

// chooseTitle weighs the candidates. earlier is what the usual places say, and
// above the lines that stand above the text.
func (p *page) chooseTitle(earlier, outlet string, above []block) string {
	sources := p.titleSources()
	best, most := earlier, p.titlePoints(earlier, outlet, sources)+earlierPoints
	if earlier == "" {
		most = shortPoints
	}
	if noHeadline(earlier) {
		most += shortPoints / 2
		if len(titleBreak.Split(earlier, -1)) > 1 { // it names the site beside the section
			most += shortPoints / 2
		}
	}
	try := func(text string, points float64) {
		if same(text, earlier) {
			return
		}
		if points += p.titlePoints(text, outlet, sources); points > most && headline(text) {
			best, most = text, points
		}
	}
	near := map[string]bool{}
	for _, b := range above {
		near[letters(b.text)] = true
		for line := range strings.SplitSeq(b.text, "\n") {
			near[letters(line)] = true
		}
	}
	seconds := 0
	for _, h := range p.heads {
		if h.points == secondRank {
			seconds++
		}
	}
	for _, h := range p.heads {
		points := h.points
		if points == secondRank && seconds == 1 && len(p.first) == 0 && near[letters(h.text)] { // the only heading of the page
			points = firstRank
		}
		if near[letters(h.text)] || nearPart(near, h.text) {
			points += nearPoints
		} else if len(above) > 0 {
			points -= nearPoints
		}
		if same(h.text, earlier) {
			if points += earlierPoints + p.titlePoints(earlier, outlet, sources); points > most {
				best, most = earlier, points
			}
			continue
		}
		try(h.text, points)
	}
	for _, s := range sources {
		for _, part := range s.parts {
			try(part, 0)
		}
	}
	return best
}

// nearPart reports whether a line that has a kicker in it stands above the text.
func nearPart(near map[string]bool, text string) bool {
	l := letters(text)
	for line := range near {
		if len(l) > 20 && strings.HasSuffix(line, l) {
			return true
		}
	}
	return false
}

// titleSources are the places where a page declares its title.
func (p *page) titleSources() []titleSource {
	site := p.tags["og:site_name"]
	declared := func(points float64, text string) titleSource {
		if text = oneLine(text); text == "" {
			return titleSource{}
		}
		text, _ = splitTitle(text, site)
		return titleSource{points, []string{text}}
	}
	out := []titleSource{
		declared(2.5, p.ld.meta(p.ld.article()).title), declared(2, p.props["headline"]), declared(2, p.tags["og:title"]), declared(1, p.tags["twitter:title"]),
		declared(1, orElse(orElse(p.tags["dc.title"], p.tags["citation_title"]), p.tags["parsely-title"])),
	}
	if whole := oneLine(p.title); whole != "" {
		out = append(out, titleSource{1.5, append(titleBreak.Split(whole, -1), whole)})
	}
	return out
}

// titlePoints are those that a line gets for its words and for the places that
// agree with it.
func (p *page) titlePoints(text, outlet string, sources []titleSource) (points float64) {
	agreed := false
	for _, s := range sources {
		best := 0.0
		for _, part := range s.parts {
			best = max(best, likeness(text, part))
		}
		points += s.points * best
		agreed = agreed || best > 0.95
	}
	words := len(strings.Fields(text))
	switch {
	case same(text, outlet) || ofSection(text, outlet) || sectionNames[strings.ToLower(text)] || pagePart.MatchString(text) || boxHeading.MatchString(text) || endMatter.MatchString(text) || isHost(text):
		points += wrongPoints
	case words < 3 && !agreed:
		points += shortPoints
	case words < 3 || words > 30:
		points += shortPoints / 4
	case readableCredits(text):
		points += wrongPoints
	}
	return points
}

// ofSection reports whether a line has nothing but the name of the site and that
// of a section.
func ofSection(text, outlet string) bool {
	if outlet == "" || !strings.Contains(text, outlet) {
		return false
	}
	rest := strings.Trim(strings.Replace(text, outlet, "", 1), " :|–—-,")
	return rest == "" || sectionNames[strings.ToLower(rest)] || pagePart.MatchString(rest)
}

// readableCredits reports whether a line is nothing but names and dates.
func readableCredits(text string) bool {
	who, ok := creditParts(text)
	return ok && (!who.published.IsZero() || bylineStart.MatchString(text))
}

// pagePart are headings of parts of a page that are no article.
var pagePart = regexp.MustCompile(`(?i)^(?:we value your privacy|your privacy.*|privacy (?:notice|settings|preferences)|cookies?(?: (?:settings|policy|consent|notice))?|.{0,30}\bcookies?\b.{0,20}|menu|navigation|main navigation|search|log ?in|sign ?in|subscribe.*|newsletter.*|advertisement|print this (?:story|article|page)|press releases?|news releases?|news|article|blog|` +
	`wir (?:brauchen|benötigen) ihre zustimmung|datenschutz.*|hauptnavigation|suche|anmelden|pressemitteilung(?:en)?|navigation principale|recherche|communiqués? de presse|votre vie privée.*|menú|buscar|notas? de prensa|su privacidad.*)$`)

// isHost reports whether a line is the name of a host and not of a paper.
func isHost(s string) bool { return hostName.MatchString(s) }

var hostName = regexp.MustCompile(`(?i)^(?:https?://)?(?:[a-z0-9-]+\.)+[a-z]{2,12}/?$`)

// likeness tells how much two lines say the same, from 0 to 1, whatever stands
// between their words.
func likeness(a, b string) float64 {
	la, lb := letters(a), letters(b)
	switch {
	case la == "" || lb == "":
		return 0
	case la == lb:
		return 1
	case strings.Contains(la, lb):
		return float64(len(lb)) / float64(len(la))
	case strings.Contains(lb, la):
		return float64(len(la)) / float64(len(lb))
	}
	count := map[string]int{}
	wa, wb := strings.Fields(strings.ToLower(a)), strings.Fields(strings.ToLower(b))
	for _, w := range wa {
		count[letters(w)]++
	}
	hit := 0
	for _, w := range wb {
		if count[letters(w)] > 0 {
			count[letters(w)]--
			hit++
		}
	}
	const half, wordsAlone = 0.5, 0.7 // the same words in another order say less
	if f := 2 * float64(hit) / float64(len(wa)+len(wb)); f > half {
		return f * wordsAlone
	}
	return 0
}

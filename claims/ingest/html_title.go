package ingest

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// headlineOf picks the title among headline, <title> and headings, and gives
// the name of the site where <title> has one beside it.
func (p *page) headlineOf(ld string) (head, site string) {
	shown, rest := p.shownHeadline()
	declared := oneLine(orElse(ld, p.props["headline"]))
	if shown != "" && same(declared, p.title) {
		declared = "" // it has the name of the site beside the headline
	}
	if declared != "" && articleRankTitle(declared, p.title) {
		// The visible form has its marks as set; declared ones are often plain.
		if shown != "" && same(shown, declared) {
			return shown, rest
		}
		return declared, siteOf(p.title, declared)
	}
	if shown != "" {
		return shown, rest
	}
	only, inside := p.onlyHeadline()
	if only != "" && inside {
		_, site = splitTitle(p.title, p.tags["og:site_name"])
		return only, orElse(siteOf(p.title, only), site)
	}
	og := oneLine(orElse(orElse(p.tags["og:title"], p.tags["twitter:title"]), p.tags["dc.title"]))
	if og != "" {
		title, s := splitTitle(og, p.tags["og:site_name"])
		return title, orElse(s, siteOf(p.title, title))
	}
	if line := p.lineOfTitle(); line != "" {
		return line, siteOf(p.title, line)
	}
	if line := p.firstLine(); line != "" && len(p.headline) == 0 && siteName(p.title) {
		return line, p.title
	}
	if only != "" && noHeadline(p.title) {
		return only, outletIn(p.title)
	}
	if p.title != "" {
		return splitTitle(p.title, p.tags["og:site_name"])
	}
	if declared != "" {
		return declared, ""
	}
	if len(p.headline) > 0 && p.opens(p.headline[0]) {
		return p.headline[0], ""
	}
	return "", ""
}

// opens reports whether a heading stands above the first sentence of the page.
func (p *page) opens(line string) bool {
	for _, b := range p.shown {
		if same(b.text, line) || isSentence(b) {
			return !isSentence(b)
		}
	}
	return true
}

// onlyHeadline is the one heading of the first rank, where it can be a headline,
// and whether it stands within the article.
func (p *page) onlyHeadline() (line string, inside bool) {
	if len(p.first) != 1 {
		return "", false
	}
	n := p.first[0]
	if line = textOf(n); len(strings.Fields(line)) < 4 || !headline(line) || aside(n) {
		return "", false
	}
	for ; n != nil && !inside; n = n.Parent {
		inside = n.Type == html.ElementNode && (isArticle(n) || isMain(n))
	}
	return line, inside
}

// noHeadline reports whether a <title> only names a site, a section, a program
// or a file.
func noHeadline(title string) bool {
	return !slices.ContainsFunc(titleBreak.Split(title, -1), func(part string) bool { return len(strings.Fields(part)) > 3 })
}

// outletIn is the part of a <title> that names a paper.
func outletIn(title string) string {
	for _, part := range titleBreak.Split(title, -1) {
		if looksLikeOutlet(part, false) && siteName(part) {
			return part
		}
	}
	return ""
}

// articleRankTitle keeps a declared name that has nothing of the page's title,
// such as the name of the site, from becoming the headline.
func articleRankTitle(declared, title string) bool {
	return title == "" || len(strings.Fields(declared)) >= 4 || strings.Contains(letters(title), letters(declared)) && len(letters(declared)) > 12
}

// shownHeadline is the longest heading that is wholly part of <title> or of
// og:title, and what else stands in <title>.
func (p *page) shownHeadline() (headline, site string) {
	title, og := p.titleAlone(), letters(p.tags["og:title"])
	for _, h := range p.headline {
		l := letters(h)
		if len(l) <= len(letters(headline)) || len(strings.Fields(h)) < 2 && len(l) < 10 {
			continue
		}
		if strings.Contains(title, l) && len(l)*5 >= len(title)*2 || og != "" && strings.Contains(og, l) && len(l)*3 >= len(og)*2 {
			headline = h
		}
	}
	return headline, siteOf(p.title, headline)
}

// titleAlone are the letters of <title> without the name of the site where a
// heading that leads to the front page tells it.
func (p *page) titleAlone() string {
	title := letters(p.title)
	for _, name := range p.home {
		if rest := strings.Replace(title, name, "", 1); name != "" && rest != "" {
			title = rest
		}
	}
	return title
}

// lineOfTitle is the longest line of the page that is wholly part of <title>:
// the headline of a page that marks none.
func (p *page) lineOfTitle() (line string) {
	const most = 60 // paragraphs that are looked at
	title := p.titleAlone()
	for _, b := range p.shown[:min(len(p.shown), most)] {
		if l := letters(b.text); len(l) > len(letters(line)) && len(l)*5 >= len(title)*2 && strings.Contains(title, l) && len(strings.Fields(b.text)) > 3 {
			line = oneLine(b.text)
		}
	}
	return line
}

// firstLine is the line that a page begins with, where it can be a headline:
// that of a page which marks none and whose <title> is the name of the site.
func (p *page) firstLine() string {
	if len(p.shown) == 0 {
		return ""
	}
	line, _, _ := strings.Cut(p.shown[0].text, "\n")
	if line = oneLine(line); len(strings.Fields(line)) < 4 || !headline(line) || same(line, p.title) {
		return ""
	}
	return line
}

// titleBreak parts headline and site in a <title>.
var titleBreak = regexp.MustCompile(`\s+[|–—·•»«›‹:/\\-]+\s+|\s*[|»｜]\s*|\s+::\s+`)

// siteOf is what stands in <title> before or behind the headline, where it can
// be a name.
func siteOf(title, headline string) string {
	at := strings.Index(strings.ToLower(title), strings.ToLower(headline))
	if headline == "" || at < 0 || at+len(headline) > len(title) {
		return ""
	}
	for _, rest := range []string{title[at+len(headline):], title[:at]} {
		parts := titleBreak.Split(strings.Trim(rest, " |｜–—·•»«:/\\_-"), -1)
		for i := len(parts) - 1; i >= 0; i-- {
			if n := strings.Trim(parts[i], " :"); siteName(n) {
				return n
			}
		}
	}
	return ""
}

// siteName reports whether a part of <title> can name an outlet and not a
// section.
func siteName(s string) bool {
	n := len(strings.Fields(s))
	return n > 0 && n <= 5 && len(s) <= 50 && !strings.ContainsAny(s, "“”«»„\"") && !isSection(s)
}

// isSection reports whether a name is that of a section, or of two: "Local
// News".
func isSection(name string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(name)) {
		if !sectionNames[w] && w != "&" && w != "and" {
			return false
		}
	}
	return true
}

var sectionNames = wordSet("obituary nachruf nécrologie necrologica obituario analysis analyse análisis analisi interview interviews entrevista entretien intervista review reviews live liveblog video podcast column comment editorial letters news world politics business sport sports opinion culture technology tech science health home article story europe uk us local national transport housing crime courts weather travel money business lifestyle obituaries education environment nachrichten politik wirtschaft kultur lokales regional panorama gesellschaft meinung actualités société économie france monde noticias sociedad economía cultura deportes opinión cronaca attualità esteri nyheter nyheder nyheter sporten kultur sverige norge danmark nieuws binnenland buitenland inland ausland wissen leben international chronik stadt kreis ciencia nacional comarca esteri interni montagna utrikes inrikes innenriks utenriks indland udland")

// splitTitle parts "Headline - The Site".
func splitTitle(s, site string) (headline, outlet string) {
	s = oneLine(s)
	at := titleBreak.FindAllStringIndex(s, -1)
	if len(at) == 0 {
		return s, ""
	}
	last, first := at[len(at)-1], at[0]
	tail, head := s[last[1]:], s[:first[0]]
	switch {
	case site != "" && same(tail, site):
		return s[:last[0]], site
	case site != "" && same(head, site):
		return s[first[1]:], site
	case siteName(tail) && len(strings.Fields(s[:last[0]])) >= 3:
		if sectionNames[strings.ToLower(tail)] {
			return s[:last[0]], ""
		}
		return s[:last[0]], tail
	}
	return s, ""
}

package ingest

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// The outlet of a page is chosen like its title: what the page declares, the
// parts of its <title>, the link to its front page and the line with the
// copyright each name it, and the one wins that most of them name.

// named is a name that can be the outlet's, with how much its place is trusted.
type named struct {
	name   string
	points float64
}

// outletsIn are the names in the credits right above a text.
func outletsIn(above []block) (out []named) {
	for _, b := range above {
		for line := range strings.SplitSeq(b.text, "\n") {
			line = oneLine(line)
			who, ok := creditParts(line)
			if !ok {
				who.outlet = ""
			}
			if s := sourceStart.FindStringSubmatch(line); s != nil {
				who.outlet = s[1]
			}
			if s := publishedOnSite.FindStringSubmatch(line); s != nil { // Drupal's page for the printer
				out = append(out, named{s[1], 1})
				who.outlet = s[1]
			}
			if who.outlet != "" {
				out = append(out, named{who.outlet, 1.25})
			}
		}
	}
	return out
}

// leastOutlet is how many points the name of an outlet needs that no usual
// place declares.
const leastOutlet = 2.0

const outletWordPoints = 1.0 // a word that is in the names of many papers

const mostHosts = 12 // names that links and marks of the site give

// host notes the names in an element that leads to the front page or shows the
// site's mark, and in a line with the copyright.
func (f *facts) host(n *html.Node) {
	if len(f.hosts) >= mostHosts {
		return
	}
	switch n.Data {
	case "a":
		if !isHome(attr(n, "href")) {
			f.sectionLink(n)
			return
		}
		name := oneLine(textOf(n))
		name = orElse(name, orElse(attr(n, "aria-label"), attr(n, "title")))
		for d := range n.Descendants() {
			if d.Type == html.ElementNode && d.Data == "img" && name == "" {
				name = oneLine(attr(d, "alt"))
			}
		}
		f.addHost(name, 1.5)
	case "img":
		if logoMark.MatchString(namesOf(n)+" "+strings.ToLower(attr(n, "src"))) || n.Parent != nil && logoMark.MatchString(namesOf(n.Parent)) {
			f.addHost(oneLine(attr(n, "alt")), 1)
		}
	}
}

// banner notes the name in an element that is marked as the head of the site.
func (f *facts) banner(n *html.Node) {
	if len(f.hosts) >= mostHosts {
		return
	}
	if name := oneLine(textOf(n)); siteName(name) && looksLikeOutlet(name, false) {
		f.addHost(name, 1)
	}
}

// addHost notes a name once: it is in many links.
func (f *facts) addHost(name string, points float64) {
	name = logoWord.ReplaceAllString(name, "")
	if name != "" && !slices.Contains(f.hosts, named{name, points}) {
		f.hosts = append(f.hosts, named{name, points})
	}
}

// sectionLink notes a link with one or two words, which is no link home: it
// leads to a section of the site.
func (f *facts) sectionLink(n *html.Node) {
	const most = 300
	if text := oneLine(textOf(n)); attr(n, "href") != "" && text != "" && len(strings.Fields(text)) <= 2 && len(f.sections) < most {
		if f.sections == nil {
			f.sections = map[string]bool{}
		}
		f.sections[letters(text)] = true
	}
}

var (
	logoMark = regexp.MustCompile(`(?:^|[ _/.-])(?:logo|brand|masthead|banner|site[ -]?(?:title|icon|logo))(?:$|[ _/.-])`)
	logoWord = regexp.MustCompile(`(?i)\s*\b(?:logo|home ?page|home|startseite|accueil|inicio|front page|forside(?:n)?|förstasidan|startsida(?:n)?|etusivu|voorpagina|strona główna|página (?:de inicio|inicial)|homepage)\b\s*`)
	// platform names the programs and services that many papers share.
	platform = regexp.MustCompile(`(?i)^(?:medium|substack|wordpress(?:\.com)?|blogger|blogspot|tumblr|ghost|wix(?:\.com)?|squarespace|facebook|twitter|x|youtube|google|linkedin|msn|yahoo|apple news|drupal|joomla!?|home|web ?site|blog|my (?:site|blog))$`)
	// rights begins a line that says whose a page is.
	rights = regexp.MustCompile(`(?i)(?:©|\(c\)|&copy;|\bcopyright\b)\s*(?:©|\(c\))?\s*(?:by\s+)?(?:(?:19|20)\d\d(?:\s*[-–—]\s*(?:(?:19|20)\d\d|\w+))?,?\s*)?(?:by\s+)?([^.|©•·,;:()]{3,50})`)
)

// outletNames are the candidates with their points.
func (p *page) outletNames(earlier, title string, seen []named) []named {
	ld := p.ld.meta(p.ld.article())
	out := []named{{earlier, earlierPoints}, {ld.outlet, 3}, {p.ld.site(), 1}, {p.tags["og:site_name"], 2.5}, {p.props["publisher"], 2}}
	for _, key := range []string{"publisher", "dc.publisher", "application-name", "apple-mobile-web-app-title", "citation_journal_title", "copyright", "article:publisher", "twitter:site"} {
		out = append(out, named{p.tags[key], 1.5})
	}
	if parts := titleBreak.Split(p.title, -1); len(parts) > 1 {
		for i, part := range parts {
			switch {
			case likeness(part, title) > 0.5:
			case i == len(parts)-1:
				out = append(out, named{part, 2})
			default:
				out = append(out, named{part, 1})
			}
		}
	}
	out = append(append(out, p.hosts...), seen...)
	for i := range p.shown {
		b := p.shown[i].text
		if len(b) > longestRights || !rightsMark(b) {
			continue
		}
		if m := rights.FindStringSubmatch(b); m != nil {
			name := allRights.ReplaceAllString(strings.TrimSpace(m[1]), "")
			if name = strings.Trim(name, " -–—"); isName(name) || looksLikeOutlet(name, false) {
				out = append(out, named{name, 1.5})
			}
		}
	}
	return out
}

// longestRights is the longest line with a copyright, in bytes.
const longestRights = 300

// rightsMark reports whether a line has a sign or word of the copyright: most
// lines of a page have none, and need no closer look.
func rightsMark(line string) bool {
	low := strings.ToLower(line)
	return strings.Contains(low, "©") || strings.Contains(low, "(c)") || strings.Contains(low, "&copy;") || strings.Contains(low, "copyright")
}

var allRights = regexp.MustCompile(`(?i)\s*(?:[-–—]\s*)?\b(?:19|20)\d\d\b.*$|\s*\b(?:all rights|alle rechte|tous droits|todos los derechos|gmbh|ltd|llc|inc|ag|s\.?a\.?|media group)\b.*$`)

// chooseOutlet weighs the names. earlier is what the usual places say.
func (p *page) chooseOutlet(earlier, title string, seen []named) string {
	names := p.outletNames(earlier, title, seen)
	best, most := earlier, 0.0
	for _, n := range names {
		name := oneLine(n.name)
		if name == "" || !couldBeOutlet(name) || same(name, title) || p.sections[letters(name)] && !looksLikeOutlet(name, false) {
			continue
		}
		points := outletPoints(name)
		if long := spelledOut(name, names); long != "" {
			name = long
		}
		for _, other := range names {
			if l := likeness(name, oneLine(other.name)); l > 0.7 {
				points += other.points * l
			}
		}
		if points > most && (earlier != "" || points >= leastOutlet) {
			best, most = name, points
		}
	}
	return wholeName(best, names)
}

// wholeName is the name among the others that a name of one word is the end or
// the beginning of: "Echo" is short for "Lower Wickham Echo".
func wholeName(short string, names []named) string {
	if strings.Contains(short, " ") || !looksLikeOutlet(short, false) {
		return short
	}
	whole, most := short, 1.0 // a place that tells little is not enough
	for _, n := range names {
		name := oneLine(n.name)
		if n.points > most && couldBeOutlet(name) && siteName(name) && isName(name) && (strings.HasSuffix(name, " "+short) || strings.HasPrefix(name, short+" ")) {
			whole, most = name, n.points
		}
	}
	return whole
}

// spelledOut is the name among the others that an acronym stands for, or "".
func spelledOut(short string, names []named) string {
	if len(short) < 2 || len(short) > 6 || strings.ToUpper(short) != short {
		return ""
	}
	for _, n := range names {
		initials := ""
		for w := range strings.FieldsSeq(n.name) {
			initials += w[:1]
		}
		if len(strings.Fields(n.name)) > 1 && (initials == short || strings.TrimPrefix(initials, "T") == short) {
			return oneLine(n.name)
		}
	}
	return ""
}

// couldBeOutlet keeps addresses, accounts and sentences out.
func couldBeOutlet(name string) bool {
	return !strings.Contains(name, "://") && !bylineStart.MatchString(name) && !strings.HasPrefix(name, "@") && len(name) <= 60 && len(strings.Fields(name)) <= 7
}

func outletPoints(name string) (points float64) {
	if looksLikeOutlet(name, false) && !isHost(name) {
		points += outletWordPoints
	}
	if sectionNames[strings.ToLower(name)] || platform.MatchString(name) || pagePart.MatchString(name) {
		points += wrongPoints
	}
	if isHost(name) {
		points += shortPoints
	}
	return points
}

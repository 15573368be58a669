package ingest

import (
	"net/url"
	"regexp"
	"strings"
)

// meta weighs what a page says in its different places against each other:
// JSON-LD first, then microdata, meta tags and what people see.
func (p *page) meta() meta {
	ld := p.ld.meta(p.ld.article())
	tag := func(names ...string) string {
		for _, n := range names {
			if v := p.tags[n]; v != "" {
				return v
			}
		}
		return ""
	}
	prop := func(names ...string) string {
		for _, n := range names {
			if v := p.props[n]; v != "" {
				return v
			}
		}
		return ""
	}
	m := meta{byline: people(ld.byline), outlet: ld.outlet, published: ld.published, modified: ld.modified, language: p.language}
	m = m.or(meta{
		byline: people(prop("author", "creator")), outlet: prop("publisher"), published: readDate(prop("datepublished", "datecreated")),
		modified: readDate(prop("datemodified")),
	})
	m = m.or(meta{
		byline: people(tag("author", "article:author", "parsely-author", "sailthru.author", "byl", "byline", "dc.creator", "dcterms.creator",
			"dc.creator.personalname", "citation_author", "cxenseparse:author", "og:article:author", "twitter:data1")),
		outlet: tag("og:site_name", "citation_journal_title", "dc.publisher", "dcterms.publisher", "publisher", "application-name", "apple-mobile-web-app-title"),
		published: firstDate(tag("article:published_time"), tag("og:article:published_time"), tag("datepublished"), tag("parsely-pub-date"), tag("sailthru.date"), tag("publishdate"),
			tag("publish-date"), tag("pubdate"), tag("publish_date"), tag("published_time"), tag("dc.date.issued"), tag("dcterms.issued"), tag("dc.date"), tag("dcterms.date"),
			tag("dcterms.created"), tag("dc.date.created"), tag("citation_publication_date"), tag("article.published"), tag("cxenseparse:recs:publishtime"),
			tag("originalpublicationdate"), tag("date"), tag("rnews:datepublished")),
		modified: firstDate(tag("article:modified_time"), tag("og:updated_time"), tag("lastmod"), tag("last-modified"), tag("dcterms.modified"), tag("revised")),
		language: languageTag(tag("language", "content-language", "og:locale", "dc.language")),
	})
	m = m.or(p.seen())
	m.language = orElse(m.language, ld.language)
	m.url = p.address(ld.url)
	var site string
	m.title, site = p.headlineOf(ld.title)
	m.outlet = orElse(m.outlet, site)
	if name := strings.TrimSuffix(m.byline, " "+m.outlet); len(strings.Fields(name)) >= 2 {
		m.byline = name // the paper stood right behind it
	}
	if same(m.byline, m.outlet) || deskName.MatchString(m.byline) { // beside the name of a person
		m.byline = orElse(p.seen().byline, m.byline)
	}
	return m
}

// deskName is an author that is nobody: the whole desk.
var deskName = regexp.MustCompile(`(?i)^(?:(?:la )?redacción|(?:die )?redaktion|(?:la )?rédaction|staff(?: writer)?s?|admin(?:istrator)?|editor|editorial|(?:the )?newsroom|news ?desk|web(?:master| ?desk)?)$`)

// ofDesk is a name that a desk signs with, and no writer: "Redazione AGN".
var ofDesk = regexp.MustCompile(`(?i)^(?:(?:la|die|the) )?(?:redacción|redaktion|rédaction|redazione|redação|redactie|redaksjonen|redaksi|redakcja|redakce|szerkesztőség|editorial (?:desk|team|staff)|news desk) `)

// seen is what the visible marks of date and author give.
func (p *page) seen() meta {
	m := p.masthead
	if name := people(p.signed); m.byline == "" && len(strings.Fields(name)) >= 2 && isName(name) {
		m.byline = name
	}
	m.byline = orElse(m.byline, p.writer)
	for _, t := range p.times {
		if p.isLate(t) {
			break
		}
		if t.modified {
			m = m.or(meta{modified: t.date})
		} else if t.date.IsFull() {
			m = m.or(meta{published: t.date})
		}
	}
	return m
}

func orElse(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// people cleans a declared author: no addresses, no "By", no job.
func people(s string) string {
	s = strings.Trim(oneLine(emailIn.ReplaceAllString(s, " ")), " ,;|-–—")
	if s == "" || strings.Contains(s, "://") || strings.HasPrefix(s, "@") || strings.HasPrefix(s, "/") {
		return ""
	}
	if ofDesk.MatchString(s) && !isPerson(s) {
		return ""
	}
	if name, _ := byline(s); name != "" {
		return name
	}
	if name, _ := splitByline(s); name != "" {
		return name
	}
	return s
}

// emailIn is an address, also one that lists hide from programs.
var emailIn = regexp.MustCompile(`[<(]?[^\s@<>()]+@[^\s@<>()]+\.\w+[>)]?|\b[\w.+-]+ at [a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,8}\b`)

// address is where the page was published: what it says, or where it was
// saved from. The wrapping of a web archive is taken off.
func (p *page) address(linked string) string {
	for _, u := range []string{p.link, p.tags["og:url"], linked, p.tags["parsely-link"], p.tags["source-url"], p.url} {
		u = archived.ReplaceAllString(strings.TrimSpace(u), "")
		if v, err := url.Parse(u); err == nil && v.Host != "" && (v.Scheme == "http" || v.Scheme == "https") {
			return u
		}
	}
	return ""
}

var archived = regexp.MustCompile(`^https?://(?:web\.archive\.org/web|` + archiveToday + `)/[\d.-]{4,18}(?:[a-z]{2}_)?/`)

// archiveToday are the hosts of one archive of pages.
const archiveToday = `archive\.(?:today|is|ph|md|li|fo|vn)`

package ingest

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// What stands on a news page and is not the article. Elements are judged by
// their tag, their role and the words in their class, id and the like, never
// by a publisher's name.

// droppedTags never hold article text.
var droppedTags = wordSet(`script style noscript template iframe object embed svg canvas audio video map math button select textarea input
	nav dialog menu datalist progress amp-sidebar amp-consent amp-ad amp-list amp-analytics amp-social-share amp-sticky-ad amp-iframe amp-user-notification
	amp-next-page amp-embed amp-carousel link meta head`)

// droppedRoles are the same by ARIA role.
var droppedRoles = wordSet("navigation banner contentinfo complementary dialog alertdialog search menu menubar toolbar alert tooltip form")

// strong words say that an element is no part of the article.
var strong = wordSet(`cookie cookies consent gdpr rgpd dsgvo rodo avg kvkk lgpd cmp onetrust ccpa disclaimer-banner related recirc recirculation recommended recommendation recommendations recommend
	newsletter newsletters signup subscribe subscription subscriptions comment comments disqus respond commentlist livefyre ad ads advert adverts advertisement advertising adslot
	dfp adsense sponsored promoted outbrain taboola share sharing sharedaddy addthis socials teaser teasers trending popular breadcrumb breadcrumbs pagination
	pager bio biography modal popup lightbox overlay toast snackbar skip visuallyhidden promo promos promotion promobox jumplist sidebar rail
	printonly noprint printfooter editsection suscripcion abonnement readmore mostread most-read morestories nextarticle prevarticle upsell donate donation crosshead-links wm-ipp-base wm-ipp tooltip
	screenreader hidden offscreen feedback quiz poll weather outbound alsoread seealso regwall`)

// strongPairs are the same for two words that follow each other.
var strongPairs = map[string]bool{}

func init() {
	for _, p := range strings.Fields(`read-more most-read more-on more-from more-stories also-read see-also about-author author-bio author-box author-info author-card
		author-description social-share share-buttons social-media social-links social-icons social-bar post-tags tag-list tags-list topic-list article-tags entry-tags
		sign-up log-in sign-in follow-us join-us latest-news top-stories you-may up-next next-up next-post post-nav post-navigation nav-links screen-reader
		sr-only visually-hidden skip-link site-header site-footer page-header-nav global-nav main-nav call-to inline-cta reading-list story-links
		related-links editors-picks editor-picks most-popular more-like follow-topics push-notification app-banner ad-slot ad-container pay-wall-offer
		paywall-offer paywall-prompt paywall-banner paywall-message paywall-notice meter-banner audio-player listen-to video-player photo-credit-list print-only
		accept-cookies privacy-banner article-tools story-tools toolbar-share corrections-link support-us back-to jump-to table-of`) {
		strongPairs[p] = true
	}
}

// weak words say so only of elements with little text.
var weak = wordSet(`footer header banner menu nav navigation navbar topbar masthead social tags tag topics topic keywords categories category widget tools toolbar meta metadata
	submitted author authors byline dateline date time timestamp published updated posted kicker eyebrow section-label label labels credit credits copyright legal toc
	paywall offer login search utility actions action aux infobox-links info postmetadata post-info entry-meta contributor print permalink label-live badge
	player gallery slideshow carousel embed-links disclaimer follow help survey correction aria-hidden jump logo brand vcard footnote-links external reactions likes`)

// marks lists the words of an element's class, id and other names.
func marks(n *html.Node) []string {
	var out []string
	if strings.IndexByte(n.Data, '-') > 0 { // an element of the site's own making says in its tag what it is
		out = append(markWords(n.Data), "")
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "class", "id", "data-component", "data-testid", "data-module", "data-type", "data-block", "aria-label", "data-area", "data-component-name":
			if len(a.Val) < 400 {
				out = append(out, markWords(a.Val)...)
				out = append(out, "")
			}
		}
	}
	return out
}

// markWords parts names like "articleBody", "story-body__ad" into words.
func markWords(s string) []string {
	var out []string
	start, lower := 0, false
	cut := func(end int) {
		if end > start {
			out = append(out, strings.ToLower(s[start:end]))
		}
	}
	for i, r := range s {
		switch {
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			cut(i)
			start, lower = i+len(string(r)), false
			if r == ' ' {
				out = append(out, "")
			}
		case unicode.IsUpper(r) && lower:
			cut(i)
			start, lower = i, false
		default:
			lower = unicode.IsLower(r)
		}
	}
	cut(len(s))
	return out
}

// keepTags are never judged by their names: themes put the state of the whole
// page into the class of its outermost elements.
var keepTags = wordSet("html body main article p h1 h2 h3 table tbody tr td blockquote")

// strongJunk reports whether tag, role or names say that the element is not
// part of the article.
func strongJunk(n *html.Node) bool {
	if droppedTags[n.Data] || droppedRoles[strings.ToLower(attr(n, "role"))] || isHidden(n) {
		return true
	}
	if n.Data == "html" || n.Data == "body" || n.Data == "main" {
		return false
	}
	article := n.Data == "article"
	words := marks(n)
	for i, w := range words {
		if (strong[w] || strongPrefix(w)) && (!article || strongArticle[w]) {
			return true
		}
		if i > 0 && strongPairs[words[i-1]+"-"+w] && !article {
			return true
		}
	}
	return false
}

// strongArticle are the words that tell what an article element is when it is
// not the article: other words are often the theme's.
var strongArticle = wordSet("teaser related comment promo")

// strongPrefix reports whether a word begins like names that are run together:
// "relatedposts".
func strongPrefix(w string) bool {
	for _, p := range []string{"related", "teaser", "newsletter", "recommend", "advert", "cookie", "sponsor", "taboola", "outbrain", "breadcrumb", "disqus", "sharedaddy"} {
		if strings.HasPrefix(w, p) {
			return true
		}
	}
	return false
}

// weakJunk reports whether tag or names say so of an element with little text.
// word is the one that does, or "" where it is the tag.
func weakJunk(n *html.Node, idle map[string]bool) (word string, yes bool) {
	if n.Data == "aside" || n.Data == "footer" || n.Data == "address" {
		return "", true
	}
	if keepTags[n.Data] && n.Data != "p" {
		return "", false
	}
	for _, w := range marks(n) {
		if weak[w] && !idle[w] {
			return w, true
		}
	}
	return "", false
}

func isHidden(n *html.Node) bool {
	if hasAttr(n, "hidden") || attr(n, "aria-modal") == "true" || attr(n, "layout") == "nodisplay" {
		return true
	}
	style := strings.ToLower(strings.ReplaceAll(attr(n, "style"), " ", ""))
	return strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
}

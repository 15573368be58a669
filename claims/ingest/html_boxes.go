package ingest

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// boxTags are the elements that hold something beside the text.
var boxTags = wordSet("div section aside ul")

// announced reports whether an element begins with a heading that tells that
// it is not part of the article: "More on this story".
func announced(n *html.Node) bool {
	const longest = 60
	for d := range n.Descendants() {
		if d.Type != html.TextNode || strings.TrimSpace(d.Data) == "" {
			continue
		}
		t := squeeze(d.Data)
		return len(t) < longest && (endMatter.MatchString(t) || boxHeading.MatchString(t))
	}
	return false
}

// boxHeading are headings of boxes within an article, in the languages that
// articles are often in.
var boxHeading = regexp.MustCompile(`(?i)^(?:related(?: (?:articles?|stories|topics?|content|coverage|links|video))?|(?:read|see|learn) more|support (?:us|our (?:work|journalism)|independent journalism)|` +
	`mehr zum thema|lesen sie auch|das könnte sie auch interessieren|(?:à )?lire aussi|sur le même sujet|dans la même rubrique|más información|(?:lee|lea|leer) también|te puede interesar|` +
	`noticias relacionadas|también te puede interesar|en (?:otras noticias|portada)|lo más (?:leído|visto|popular)|les (?:plus lus|plus partagés|articles les plus lus)|à la une|nos derniers articles|voir aussi|` +
	`meistgelesen|am meisten gelesen|(?:auch|ebenfalls) interessant|weitere (?:artikel|themen|nachrichten)|aus dem ressort|top (?:stories|news)|top-themen|in other news|see also|what (?:others|people) are reading|from our partners|around the web|` +
	`noticias? relacionadas?|(?:artículos?|entradas?) (?:relacionad[oa]s?|similares)|articles? (?:liés?|similaires|connexes|associés)|(?:verwandte|ähnliche) (?:nachrichten|artikel|themen|beiträge|meldungen)|(?:articoli|notizie) (?:correlat[ie]|simili)|gerelateerde artikelen|meer over dit onderwerp|(?:artigos|notícias) relacionad[ao]s|mais lidas|mest (?:läst|lest|læst(?:e)?)|relaterade artiklar|apúntate|suscríbete|luetuimmat|lue myös|nejčtenější|související články|čtěte také|en çok okunan(?:lar)?|ilgili haberler|kapcsolódó cikkek|legolvasottabb|citește și|διαβάστε (?:επίσης|ακόμα|και)|powiązane artykuły|najczęściej czytane|zobacz (?:też|także|również)|czyt(?:aj|ajcie) (?:też|także|również)|(?:читайте|смотрите) также|похожие (?:новости|материалы)|mehr aus (?:der|dem|den|diesem|dieser) .{1,40}|más sobre este tema|keep reading|never miss a story|` +
	`empfohlener (?:redaktioneller|externer) inhalt|externe(?:r|n)? inhalte?|contenu (?:externe|intégré)|contenido externo|recommended external content|` +
	`leggi anche|lees ook|les også|läs också|leia também|veja também)\s*:?$`)

// letterOffer are the words with which a page offers to write to its readers.
var letterOffer = regexp.MustCompile(`(?i)\bnewsletters?\b|\bsign(?:ing)? up\b|\bsubscribe\b|\byour inbox\b|boîte mail|s[’']inscrire|s[’']abonner|abonnez-vous|\binfolettre|jetzt (?:abonnieren|anmelden|bestellen)|` +
	`ihr postfach|suscríb[ae]|suscribirse|\bboletín\b|iscriviti|inscreva-se|meld je aan`)

// offersLetter reports whether a small box with something to click asks for the
// reader's address.
func offersLetter(n *html.Node, here weight) bool {
	const most = 450
	if n.Data == "ul" || here.text > most || here.text == 0 {
		return false
	}
	clickable := false
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && (d.Data == "a" || d.Data == "button" || d.Data == "input" || d.Data == "form") {
			clickable = true
			break
		}
	}
	return clickable && asksForAddress(textOf(n))
}

// offerHints are parts of the words of letterOffer: a page can have thousands of
// boxes, and few that have one of these.
var offerHints = strings.Fields("newsletter sign subscribe inbox boîte inscri abonn infolettre jetzt postfach suscr boletín iscriv inscrev meld")

// asksForAddress reports whether a text has the words with which a page offers to
// write to its readers.
func asksForAddress(text string) bool {
	low := strings.ToLower(text)
	return slices.ContainsFunc(offerHints, func(hint string) bool { return strings.Contains(low, hint) }) && letterOffer.MatchString(text)
}

package ingest

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// byline reads "By Ana Ruiz, The Outlet", "Ana Ruiz | Staff Writer"; name is
// empty where the line is no byline. The outlet is given where one is named.
func byline(line string) (name, outlet string) {
	if len(line) > 200 {
		return "", ""
	}
	m := bylineStart.FindStringSubmatch(line)
	if m == nil {
		return "", ""
	}
	return splitByline(m[1])
}

// afterJob is what stands behind the writer's job, and behind the place where
// that is done: "Ana Ruiz" of "unserer Redakteurin Ana Ruiz" and "our
// correspondent in Lyon, Ana Ruiz"; "" where no job comes first.
func afterJob(s string) string {
	const most = 5 // words before and of the job
	words := strings.Fields(s)
	at := slices.IndexFunc(words[:min(len(words), most)], isJob)
	if at < 0 {
		return ""
	}
	for at+1 < len(words) && (isJob(words[at+1]) || specialJob.MatchString(words[at+1])) { // "staff reporter", "envoyée spéciale"
		at++
	}
	rest := strings.TrimLeft(strings.Join(words[at+1:], " "), " ,:")
	if m := jobPlace.FindStringSubmatch(rest); m != nil {
		rest = m[1]
	}
	return rest
}

var specialJob = regexp.MustCompile(`(?i)^(?:e?special[ei]?s?|spécial(?:e|es)?|spéciaux)$`)

// jobPlace is the place of a job before a name.
var jobPlace = regexp.MustCompile(`^(?:in|aus|à|au|en|a|em|i|w|v|из|в) \p{Lu}[^,:]{1,30}[,:] (.+)$`)

var (
	bylineBreak = strings.NewReplacer(" | ", "|", " – ", "|", " — ", "|", " - ", "|", " · ", "|", " • ", "|", ", ", "|", "; ", "|", "/", "|")
	inBrackets  = regexp.MustCompile(`\s*\([^()]{1,60}\)`)
	// nameJoin stands between two people. "en", "e" and "i" are left out: they
	// stand before places and within names.
	nameJoin = regexp.MustCompile(`(?i)\s+(?:and|&|und|et|y|och|og)\s+`)
	joinLead = regexp.MustCompile(`^(?i:and|&|und|et|y|och|og)\s+`)
	// accountIn is the name of an account beside that of a person.
	accountIn = regexp.MustCompile(`(?:^|\s)\(?@\w{2,30}\)?`)
)

// splitByline gives the names of a byline, as they are joined there, without
// the jobs, outlets, places and dates beside them: "Ana Ruiz in Berlin and Tom
// Beck, Chief Reporter" is "Ana Ruiz and Tom Beck". A line that does not begin
// with a name gives none.
func splitByline(s string) (name, outlet string) {
	if name, outlet = splitNames(s); name == "" {
		if name, outlet = splitNames(afterJob(s)); len(strings.Fields(name)) < 2 {
			return "", ""
		}
	}
	return name, outlet
}

// pictures begins what a byline says of those whose pictures stand beside the
// text: "Ana Ruiz. Pictures: Tom Vale".
var pictures = regexp.MustCompile(`(?i)[\s.,;|–-]+(?:photos?|pictures?|photography|photographs|fotos?|fotografías?|fotografie|fotografi|bild(?:er)?|images?|portraits?|illustrations?|ilustraciones|kuvat?|zdjęcia|képek|фото)\s*(?:(?:by|von|vom|de|par|por|di|da|av|af|door)\s|:).*$`)

var (
	// bracketRole is one of those whose pictures stand beside the text, with a
	// word for it in brackets: "and Tom Vale (photos)".
	bracketRole = regexp.MustCompile(`(?i)(?:,|\s+(?:and|&|und|et|y|e|og|och|en|i|a))\s+\p{L}[^,()]{3,40}\((?:photos?|photography|pictures|fotos?|fotografias?|fotografías?|fotografie|bild(?:er)?|imagens|imágenes|illustrations?|ilustraciones|grafik|vídeo|video)\)`)
	// writeTo are the words of a link to write to a writer, behind the name.
	writeTo = regexp.MustCompile(`(?i)\s+(?:skicka e-post|send e-?mail|e-?mail (?:the )?(?:author|schreiben)|email|envoyer un (?:courriel|e-?mail)|enviar (?:correo|e-?mail)|scrivi(?: all[’']autore)?|mail (?:de )?auteur|follow(?: on \w+)?|folgen|suivre|seguir|mejla|kontakt)$`)
	// writerRole is such a word for the writer.
	writerRole = regexp.MustCompile(`(?i)\p{L} \((?:texto?|texte|words|testo|tekst|teksti|szöveg|tekst og foto|text und fotos?)\)`)
)

// splitNames is splitByline for a line that begins with a name.
func splitNames(s string) (name, outlet string) {
	s = writeTo.ReplaceAllString(bracketRole.ReplaceAllString(s, ""), "")
	if at := pictures.FindStringIndex(s); at != nil && at[0] > 0 {
		s = s[:at[0]]
	}
	s = strings.TrimRight(inBrackets.ReplaceAllString(accountIn.ReplaceAllString(emailIn.ReplaceAllString(oneLine(s), " | "), " | "), ""), ".,;:|"+lineEnds)
	parts := strings.FieldsFunc(bylineBreak.Replace(s), func(r rune) bool { return r == '|' })
	var names []string
	for i, p := range parts {
		p = strings.TrimSpace(joinLead.ReplaceAllString(p, ""))
		people, joined := signed(p)
		switch {
		case i == 0 && people == "":
			return "", ""
		case i == 0 && isJob(people) && !isPerson(people):
			return "", ""
		case i == 0, joined:
			names = append(names, people)
		case isJob(p) || notWriters.MatchString(p) || !readDate(p).IsZero() || placeOnly.MatchString(p):
		case outlet == "" && looksLikeOutlet(p, i == len(parts)-1):
			outlet = p
		case people != "":
			names = append(names, people)
		}
	}
	return strings.Join(names, ", "), outlet
}

// signed gives the names in one part of a byline, and whether a word joined
// them to one another or to a job. Around such a word stand two people only
// where both are whole names: "Ana Ruiz and Tom Beck", and not "Ana and Tom
// Beck" or "Food and Agriculture Organization".
func signed(part string) (names string, joined bool) {
	links := nameJoin.FindAllString(part, -1)
	for i, side := range nameJoin.Split(part, -1) {
		name := placeless(side)
		if len(links) == 0 || isJob(side) || agencies.MatchString(side) {
			continue
		}
		if len(strings.Fields(name)) < 2 || !isName(name) {
			names = ""
			break
		}
		if names != "" {
			names += links[i-1]
		}
		names += name
	}
	if names != "" {
		return names, true
	}
	if name := placeless(part); isName(name) {
		return name, false
	}
	return "", false
}

var (
	// beside is what may follow a name: where the writer was, for whom, with whom.
	beside = regexp.MustCompile(`^(.+? .+?) (?:(?:in|IN|at|AT|aus|AUS|from|FROM|desde|à|au|en|for|For|FOR|für|pour|para|with|WITH|mit|avec|con)(?: (?:the|THE|der|die|das|le|la|el) ?)?(?: ?\p{Lu}.*)?|of (?:the|The) \p{Lu}.*|(?:with|mit|avec|con) (?:agencies|agences|agenturen|agencias|wire|dpa|afp)\b.*)$`)
	// placeOnly is a part that begins as a place does.
	placeOnly = regexp.MustCompile(`^(?:in|at|aus|from|desde|à|au|en|à la|mit|avec|con|with) \p{Lu}`)
	agencies  = regexp.MustCompile(`^(?:(?i:agencies|agences|agenturen|agencias|wire reports|dpa|afp)|\p{Lu}{2,5})$`)
)

// placeless cuts "in Berlin", "for the Daily Mail" and "with agencies" off a
// name.
func placeless(name string) string {
	if m := beside.FindStringSubmatch(name); m != nil && isName(m[1]) {
		return m[1]
	}
	words := strings.Fields(name)
	for len(words) > 2 && isJob(words[len(words)-1]) { // "Ana Ruiz Reporter"
		words = words[:len(words)-1]
	}
	return strings.Join(words, " ")
}

// releaseMark is what press offices put above a release.
var releaseMark = regexp.MustCompile(`(?i)^(?:for (?:immediate|media|press) (?:release|use)|(?:press|news|media) (?:release|statement|advisory)|embargoed\b.*|pressemitteilung|medienmitteilung|sperrfrist\b.*|communiqué de presse|nota de prensa|comunicado de prensa|comunicato stampa|persbericht|pressmeddelande|pressemelding|pressemeddelelse|breaking news)$`)

// menuStart begins the lines of menus that look like names: "Zur Suche".
var menuStart = wordSet("zur zum zurück mehr alle weiter more skip jump back next go view read see all voir aller plus retour ver más ir volver vai vedi torna meer naar terug till tillbaka til tilbake przejdź zobacz wróć")

// labelWord is in the names of fields and menus, and in that of nobody.
var labelWord = regexp.MustCompile(`(?i)(?:^|\s)(?:date|datum|fecha|topics?|themen|tags?|categor(?:y|ies)|kategorien?|embargo|contents?|comments?|kommentare?|commentaires?|comentarios?|reports|countries|regions|services|products|login|datenschutz|impressum|newsletter)(?:$|\s)`)

// isName reports whether the words can be names of people or of a desk: a few
// words, begun in upper case but for particles.
func isName(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 12 || len(s) > 100 || strings.ContainsAny(s, "?!\"“”:;()[]{}<>@/") {
		return false
	}
	if releaseMark.MatchString(s) || ofDesk.MatchString(s) || labelWord.MatchString(s) || menuStart[strings.ToLower(words[0])] {
		return false
	}
	upper := 0
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "'’‘"))
		if strings.ContainsFunc(w, unicode.IsDigit) && strings.ContainsFunc(w, unicode.IsLetter) { // "Uhr18"
			return false
		}
		if r == '-' || r == '–' || r == '—' || r == '|' || shareWords[strings.ToLower(w)] {
			return false
		}
		switch {
		case unicode.IsUpper(r) || unicode.Is(unicode.Lo, r):
			upper++
		case unicode.IsDigit(r), utf8.RuneCountInString(w) > 4:
			return false
		}
	}
	return upper*2 >= len(words)
}

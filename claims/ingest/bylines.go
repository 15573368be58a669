package ingest

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// bylineStart is a word that a name follows. Nouns need a colon: "Text: Ana
// Ruiz" is a byline, "Text Ana Ruiz tomorrow" is not.
var bylineStart = regexp.MustCompile(`(?i)^\s*(?:(?:by|written by|posted by|submitted by|contributed by|words by|reported by|reporting by|report by|story by|text by|von|par|por|door|di|af|av|door|author|authors|byline|interview by|interview von|entrevista de|entretien par|propos recueillis par|` +
	`(?:(?:(?:an?|ein|eine|une?|una|uma?|en|ett|et|un['’])\s*)?(?:article|texte?|texto|reportage|récit|enquête|artículo|artigo|reportaje|reportagem|artikel|bericht|analyse|analysis|análisis|análise|kommentar|kolumne|gastbeitrag|essay|articolo|analisi|interview|intervista)\s+(?:rédigé |écrit |proposé |publié |escrito |geschrieben |verfasst |scritto )?(?:de|par|por|von|di|door|av|af))|(?-i:de)|(?:geschrieben|verfasst|veröffentlicht|eingereicht|gespeichert|erstellt) von|(?:écrit|rédigé|publié|proposé|soumis|posté) par|(?:escrito|redactado|publicado|enviado) por)(?:\s*:\s*|\s+)|` +
	`(?:texte?|texto|words|autor|autorin|autora|auteure?|autrice|redacción|автор|autoři|autori|haber|muhabir|szerző|írta|teksti|kirjoittaja|tekst|autorzy|foto a text|συντάκτης|текст|הכתב)\s*:\s*)(\S.*)$`)

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

var (
	bylineBreak = strings.NewReplacer(" | ", "|", " – ", "|", " — ", "|", " - ", "|", " · ", "|", " • ", "|", ", ", "|", "; ", "|", "/", "|")
	inBrackets  = regexp.MustCompile(`\s*\([^()]{1,60}\)`)
	// nameJoin stands between two people. "en", "e" and "i" are left out: they
	// stand before places and within names.
	nameJoin = regexp.MustCompile(`(?i)\s+(?:and|&|und|et|y|och|og)\s+`)
	joinLead = regexp.MustCompile(`^(?i:and|&|und|et|y|och|og)\s+`)
	// accountIn is the name of an account beside that of a person.
	accountIn = regexp.MustCompile(`(?:^|\s)\(?@\w{2,30}\)?`)
	// notWriters are those whose pictures stand beside the text.
	notWriters = regexp.MustCompile(`(?i)^(?:photo|foto|picture|bild|illustration|ilustraci|graphic|grafi|infograf|video|vidéo)`)
)

// splitByline gives the names of a byline, as they are joined there, without
// the jobs, outlets, places and dates beside them: "Ana Ruiz in Berlin and Tom
// Beck, Chief Reporter" is "Ana Ruiz and Tom Beck". A line that does not begin
// with a name gives none.
func splitByline(s string) (name, outlet string) {
	s = strings.TrimRight(inBrackets.ReplaceAllString(accountIn.ReplaceAllString(emailIn.ReplaceAllString(oneLine(s), " | "), " | "), ""), " .,;:|")
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

// jobWords part a job from an outlet after a name: "By Ana Ruiz, Staff Writer".
// They are beginnings and insides of words, in four languages.
var jobWords = []string{
	"correspond", "corresponsal", "korrespondent", "reporter", "editor", "writer", "staff", "journalist", "periodista", "columnist", "kolumnist", "analyst", "chief", "bureau",
	"contributor", "producer", "fellow", "professor", "director", "photographer", "intern", "freelance", "desk", "redakt", "rédact", "redactor", "envoyé", "enviad",
	"chef", "volontär", "ressort", "leiter", "autor", "pigiste", "chroniqueu", "jefe ", "jefa ",
}

func isJob(s string) bool {
	low := strings.ToLower(s)
	for _, w := range jobWords {
		if strings.Contains(low, w) {
			return true
		}
	}
	return false
}

// releaseMark is what press offices put above a release.
var releaseMark = regexp.MustCompile(`(?i)^(?:for (?:immediate|media|press) (?:release|use)|(?:press|news|media) (?:release|statement|advisory)|embargoed\b.*|pressemitteilung|medienmitteilung|sperrfrist\b.*|communiqué de presse|nota de prensa|comunicado de prensa|comunicato stampa|persbericht|pressmeddelande|pressemelding|pressemeddelelse|breaking news)$`)

// isName reports whether the words can be names of people or of a desk: a few
// words, begun in upper case but for particles.
func isName(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 12 || len(s) > 100 || strings.ContainsAny(s, "?!\"“”:;()[]{}<>@/") {
		return false
	}
	if releaseMark.MatchString(s) {
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

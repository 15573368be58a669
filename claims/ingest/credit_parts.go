package ingest

import (
	"regexp"
	"slices"
	"strings"
)

// A line of credits is told by all of its parts: each is a name, an outlet, a
// date, a page or a word that stands beside these, in any order and with any
// mark between them.

var (
	// partBreak parts such a line. A hyphen parts where it has blanks.
	partBreak = regexp.MustCompile(`\s*[|·•;\t\n]\s*|\s+[-–—/]+\s+|\s*[,:]\s+|\s{2,}|\s*[–—]\s*$`)
	// timeOfDay is what stands beside a date, with the words around it.
	timeOfDay = regexp.MustCompile(`(?i)(?:(?:^|[\s|,])(?:at|um|à|às|as|alle|ore|kl|klokken|a las|om|o)\.?\s*)?\b\d{1,2}(?:[:.h]\d{2})(?::\d{2})?\s*(?:[ap]\.?m\b\.?|uhr\b|uur\b|h\b|hrs\b)?(?:\s*\(?\b(?:GMT|UTC|[CEMPB]E?S?T|[A-Z]{1,3}DT)\b\)?)?(?:\s*[+-]\d{2}:?\d{2})?`)
	// weekday names the day, in the languages that dates are read in.
	weekday = regexp.MustCompile(`(?i)^(?:(?:am|le|el|on|den)\s+)?(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?$|^(?:(?:am|vom|le|el|on|den)\s+)?(?:mo|di|mi|do|fr|sa|so|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|` +
		`lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|mi[ée]rcoles|jueves|viernes|s[áa]bado|domingo|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|` +
		`lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|må?n?dag|tis?dag|onsdag|torsdag|fredag|l[öø]r?dag|s[öø]n?dag|` +
		`poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela|pondělí|úterý|středa|čtvrtek|pátek|neděle|hétfő|kedd|szerda|csütörtök|péntek|szombat|vasárnap|luni|marți|miercuri|joi|vineri|sâmbătă|duminică|` +
		`pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar|maanantai|tiistai|keskiviikko|torstai|perjantai|lauantai|sunnuntai|δευτέρα|τρίτη|τετάρτη|πέμπτη|παρασκευή|σάββατο|κυριακή|` +
		`понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|понеділок|вівторок|середа|четвер|субота|неділя)\.?$`)
	// dateWord stands before a date and says which one it is.
	dateWord = regexp.MustCompile(`(?i)^(?:(?:first |originally )?(?:published|posted|issued|created|date|filed)|publié[es]?|paru|veröffentlicht|erschienen|erstellt|stand|datum|publicado|publicada|fecha|data|pubblicato|gepubliceerd|geplaatst|publicerad|publisert|offentliggjort|udgivet|julkaistu|opublikowano|опубликовано)(?:\s+(?:on|le|am|vom|el|em|il|op|den|at|the))?\.?$|^(?:on|le|am|vom|el|em|il|op|den)$`)
	// pageWord is a page, an edition, a length, a number or an address.
	pageWord = regexp.MustCompile(`(?i)^(?:(?:p|pp|pg|page|pages|seite|seiten|s|página|págs?|pag|pagina|blz|sida|side|section|nr|no|n°|vol|issue|ausgabe|edition)\.?\s*[A-Z]?\d+(?:[-–]\d+)?|[A-Z]\d{1,2}|\d+[- ]?(?:\d+ )?(?:min(?:ute|uto|uut)?[sn]?|words|mots|wörter|palabras|kommentare|comments?|commentaires|views|shares|claps)\.?(?: (?:read|lesezeit|de lecture|de lectura|leestid|läsning))?|` +
		`(?:\w+ )?(?:final|city|print|online|late|early|morning|evening) edition|(?:lesezeit|reading time|temps de lecture|leestijd|lästid)|[^\s@]*@[^\s@]+|https?://\S+|(?:share|print|email|comment|listen|follow|save|gift)s?)$`)
	sectionWord = regexp.MustCompile(`^(?:\p{Lu}[\p{L}'’-]*|\p{Lu}[\p{L}'’-]* \p{Lu}[\p{L}'’-]*)$`)
)

// creditParts reads such a line. ok is false where a part is something else, or
// where there is neither a date nor a word that announces a name.
func creditParts(line string) (who meta, ok bool) {
	if len(line) > longestCredits || strings.ContainsAny(line, "“”«»\"!?") {
		return who, false
	}
	if who, ok := asianCredits(line); ok {
		return who, true
	}
	day, rest := withoutDates(accountIn.ReplaceAllString(emailIn.ReplaceAllString(line, " | "), " | "))
	who.published, who.modified = day.published, day.modified
	announced := false
	var loose []string
	for _, part := range partBreak.Split(rest, -1) {
		part = bare(part)
		switch name, outlet := byline(part); {
		case besideDates(part), isJob(part) && name == "":
		case name != "":
			who, announced = who.or(meta{byline: name, outlet: outlet}), true
		case looksLikeOutlet(part, false) && siteName(part) && isName(part):
			who = who.or(meta{outlet: part})
		default:
			loose = append(loose, part)
		}
	}
	n, numeric := numbersIn(line)
	dated := who.published.IsFull() || who.modified.IsFull() || numeric && n.open()
	if !dated && !announced && who.outlet == "" || !who.takeLoose(loose, dated, announced) {
		return meta{}, false
	}
	return who, dated || who.byline != "" || announced
}

// isCredit reports whether a line is one of credits.
func isCredit(line string) bool {
	_, ok := creditParts(line)
	return ok
}

// besideDates reports whether a part only stands beside names and dates.
func besideDates(part string) bool {
	return part == "" || notWriters.MatchString(part) || dateWord.MatchString(part) || weekday.MatchString(part) || pageWord.MatchString(part) || modifiedOn.MatchString(part)
}

// takeLoose reads the parts of a line that only the others tell: the name of a
// writer, and places or sections. false where one of them is neither.
func (m *meta) takeLoose(loose []string, dated, announced bool) bool {
	const most = 3
	for i, part := range loose {
		switch {
		case m.byline == "" && writers(part) && (dated && i == 0 || isPerson(part)):
			m.byline = part
		case sectionWord.MatchString(part) && (dated || announced) && len(loose) <= most:
		default:
			return false
		}
	}
	return true
}

// bare takes the marks off the ends of a part, and the words that belong to a
// date which stood beside it.
func bare(part string) string {
	const ends = " .,;:()|-–—"
	words := strings.Fields(onDay.ReplaceAllString(strings.Trim(part, ends), ""))
	stray := func(w string) bool {
		w = strings.Trim(w, ends)
		return dateWord.MatchString(w) || weekday.MatchString(w) && len(w) > 2 || modifiedOn.MatchString(w)
	}
	for len(words) > 1 && stray(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	for len(words) > 1 && stray(words[0]) && len(words[0]) > 3 && !bylineStart.MatchString(strings.Join(words, " ")) {
		words = words[1:]
	}
	return strings.Trim(strings.Join(words, " "), ends)
}

// shareWords are on the buttons beside a headline.
var shareWords = wordSet("facebook whatsapp twitter linkedin telegram pinterest reddit instagram email e-mail print share flipboard xing bluesky mastodon tumblr messenger like comment restack save imprimer partager teilen drucken compartir partilhar dela del bookmark")

// writers reports whether a part is the name of a writer, or several joined.
func writers(part string) bool {
	if !isName(part) || isJob(part) || looksLikeOutlet(part, false) {
		return false
	}
	return !slices.ContainsFunc(nameJoin.Split(strings.ReplaceAll(part, ", ", " and "), -1), func(name string) bool {
		return !isWriter(name) && (len(strings.Fields(name)) != 4 || placeLead.MatchString(name))
	})
}

// withoutDates takes the dates and times off a line and tells which was that of
// a change.
func withoutDates(line string) (m meta, rest string) {
	const most = 3
	for range most {
		at := findDate(line)
		if at == nil {
			break
		}
		d := shownDate(line[at[0]:at[1]])
		if !d.IsFull() {
			d = byWeekday(line[:at[0]], line[at[0]:at[1]])
		}
		parts := partBreak.Split(strings.TrimRight(line[:at[0]], " :,"), -1)
		switch before := parts[len(parts)-1]; {
		case copied.MatchString(line[:at[0]]) && d.IsFull():
		case modifiedOn.MatchString(before) && d.IsFull():
			m = m.or(meta{modified: d})
		case d.IsFull():
			m = m.or(meta{published: d})
		}
		line = line[:at[0]] + " | " + line[at[1]:]
	}
	return m, timeOfDay.ReplaceAllString(line, " | ")
}

// findDate is where a date stands in a line, or nil.
func findDate(line string) (at []int) {
	for _, form := range datesIn {
		if found := form.FindStringIndex(line); found != nil && (at == nil || found[0] < at[0]) {
			at = found
		}
	}
	return at
}

// copied are the words of a line that tells when a page was printed, saved or
// looked at: its date is no date of the article.
var copied = regexp.MustCompile(`(?i)\b(?:printed|retrieved|accessed|downloaded|captured|archived|saved|snapshot|as it appeared|imprimé|consulté|gedruckt|ausgedruckt|abgerufen|gespeichert|impreso|consultado|descargado|impresso|stampato|afgedrukt|geraadpleegd)\b`)

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
	// strongBreak parts such a line where no mark of a sentence does.
	strongBreak = regexp.MustCompile(`\s*[|·•\t\n]\s*`)
	// partBreak parts such a line. A hyphen parts where it has blanks.
	partBreak = regexp.MustCompile(`\s*[|·•;\t\n]\s*|\s+[-–—/]+\s+|\s*[,:]\s+|\s{2,}|\s*[–—]\s*$`)
	// pageTail is a page behind the name of a paper.
	pageTail    = regexp.MustCompile(`(\p{L}) (?:[A-Z]\d{1,2}|[Ss]\. ?\d{1,3}|[Pp]\. ?\d{1,3})$`)
	sectionWord = regexp.MustCompile(`^(?:\p{Lu}[\p{L}'’-]*|\p{Lu}[\p{L}'’-]* \p{Lu}[\p{L}'’-]*)$`)
)

// creditParts reads such a line. ok is false where a part is something else, or
// where there is neither a date nor a word that announces a name.
func creditParts(line string) (who meta, ok bool) {
	line = strings.TrimRight(line, lineEnds)
	if len(line) > longestCredits || strings.ContainsAny(line, "“”«»\"!?") {
		return who, false
	}
	if who, ok := asianCredits(line); ok {
		return who, true
	}
	day, rest := withoutDates(accountIn.ReplaceAllString(emailIn.ReplaceAllString(line, " | "), " | "))
	who.published, who.modified = day.published, day.modified
	who, loose, announced := who.takeKnown(partsOf(rest))
	if name, _ := splitByline(rest); !announced && len(loose) == 1 && writerRole.MatchString(rest) && writers(name) {
		who, loose, announced = who.or(meta{byline: name}), nil, true
	}
	n, numeric := numbersIn(line)
	dated := who.published.IsFull() || who.modified.IsFull() || numeric && n.open()
	switch {
	case !dated && !announced && len(loose) == 1 && emailIn.MatchString(line) && writers(loose[0]) && len(strings.Fields(loose[0])) >= 2:
		who.byline = loose[0] // and how to reach them
		return who, true
	case !dated && !announced && who.outlet == "", !who.takeLoose(loose, dated, announced):
		return meta{}, false
	}
	return who, dated || who.byline != "" || announced
}

// takeKnown reads the parts of a line that tell by themselves what they are, and
// gives the others. announced tells that a word before a name was among them.
func (m meta) takeKnown(parts []string) (who meta, loose []string, announced bool) {
	for _, part := range parts {
		part = bare(part)
		switch name, outlet := byline(part); {
		case besideDates(part), isJob(part) && name == "":
		case name != "":
			m, announced = m.or(meta{byline: name, outlet: outlet}), true
		case looksLikeOutlet(part, false) && siteName(part) && isName(part), isHost(part):
			m = m.or(meta{outlet: part})
		default:
			loose = append(loose, part)
		}
	}
	return m, loose, announced
}

// partsOf parts a line of credits. The job and the place before a name stay with
// it: "From our correspondent in Lyon, Ana Ruiz".
func partsOf(line string) (parts []string) {
	for _, piece := range strongBreak.Split(line, -1) {
		if ourWriter.MatchString(piece) {
			parts = append(parts, piece)
			continue
		}
		parts = append(parts, partBreak.Split(piece, -1)...)
	}
	return parts
}

// isCredit reports whether a line is one of credits.
func isCredit(line string) bool {
	_, ok := creditParts(line)
	return ok
}

// besideDates reports whether a part only stands beside names and dates.
func besideDates(part string) bool {
	return part == "" || specialTo.MatchString(part) || initials.MatchString(part) || notWriters.MatchString(part) || dateWord.MatchString(part) || weekday.MatchString(part) || pageWord.MatchString(part) || modifiedOn.MatchString(part)
}

// takeLoose reads the parts of a line that only the others tell: the name of a
// writer, and places or sections. false where one of them is neither.
func (m *meta) takeLoose(loose []string, dated, announced bool) bool {
	const most = 3
	person := slices.ContainsFunc(loose, isPerson)
	for i, part := range loose {
		switch {
		case m.byline == "" && writers(part) && (dated && i == 0 && !person || isPerson(part)):
			m.byline = part
		case !announced && person && isPerson(part) && writers(part) && !strings.Contains(m.byline, part):
			m.byline += ", " + part
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
	part = pageTail.ReplaceAllString(part, "$1")
	words := strings.Fields(withoutOn(strings.Trim(part, ends)))
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
var shareWords = wordSet("facebook whatsapp twitter linkedin telegram pinterest reddit instagram email e-mail print share flipboard xing bluesky mastodon tumblr messenger like comment restack save imprimer partager teilen drucken compartir partilhar dela bookmark")

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
	line = plainDay(line)
	for range most {
		at := findDate(line)
		if at == nil {
			break
		}
		d := shownDate(line[at[0]:at[1]])
		if !d.IsFull() {
			d = byWeekday(line[:at[0]], line[at[0]:at[1]])
		}
		parts := partBreak.Split(strings.TrimRight(timeOfDay.ReplaceAllString(line[:at[0]], " | "), " :,"), -1)
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

package ingest

import (
	"regexp"
	"strings"

	"onrecord/claims"
)

// longestCredits is the longest line of names and dates, in bytes.
const longestCredits = 160

// credits reads a line of names and dates: "By Ana Ruiz, The Outlet", "Ana Ruiz
// · 5 January 2019", "3 min read · Jan 5, 2019", "5 January 2019 by Ana Ruiz".
func credits(line string) (who meta, d claims.Date) {
	line = strings.TrimRight(line, lineEnds)
	d = shownDate(line)
	if m, _ := withoutDates(line); m.published.IsFull() {
		d, who.modified = m.published, m.modified
	}
	if len(line) > longestCredits || strings.ContainsAny(line, "“”«»\"") {
		return who, d
	}
	for part := range strings.SplitSeq(creditBreak.Replace(line), "|") {
		if part = strings.TrimSpace(part); bylineStart.MatchString(part) && who.byline == "" {
			before, _ := bylineDate(part)
			who.byline, who.outlet = byline(before)
		}
	}
	if who.byline != "" {
		return who, d
	}
	if at := byBehind.FindStringIndex(line); at != nil && d.IsFull() && shownDate(line[:at[0]]) == d {
		who.byline, who.outlet = byline(strings.TrimSpace(line[at[0]:]))
		return who, d
	}
	if seen := beforeComma(line); seen.byline != "" {
		return who.or(seen), d
	}
	name, rest, ok := cutAny(line, " · ", " | ", " • ", " — ", " – ", " / ")
	switch {
	case !ok || len(strings.Fields(name)) < 2 || !isName(name) || looksLikeOutlet(name, false):
	case shownDate(rest).IsFull(), isPerson(name) && isName(rest) && len(strings.Fields(rest)) <= 3:
		who.byline = name
		if isPerson(rest) && writers(rest) {
			who.byline += ", " + rest
		}
	}
	if who.byline == "" {
		who.byline = beforeJob(line)
	}
	if m := reports.FindStringSubmatch(line); m != nil && who.byline == "" && writers(m[1]) {
		who.byline = m[1]
	}
	return who, d
}

// reports is a line that says where the writer is: "Ana Ruiz reports from Lima".
var reports = regexp.MustCompile(`^(\p{Lu}\S+(?: \p{Lu}\S+){1,3}),? (?:reports|reporting|writes|berichtet|schreibt|informa|rapporte|bericht|rapporterar|rapporterer)(?: (?:from|in|aus|desde|depuis|uit|från|fra) [^.]{2,40})?\.?$`)

// beforeComma reads "Ana Ruiz, Reporter", "Ana Ruiz, 5 January 2019" and "Ana
// Ruiz, The Gazette".
func beforeComma(line string) (who meta) {
	name, rest, ok := strings.Cut(line, ", ")
	if !ok || len(strings.Fields(name)) < 2 || len(strings.Fields(rest)) > 4 || !isName(name) {
		return who
	}
	switch {
	case isJob(rest), shownDate(rest).IsFull() && isWriter(name):
		who.byline = name
	case isPerson(name) && looksLikeOutlet(rest, false) && isName(rest):
		who.byline, who.outlet = name, rest
	}
	return who
}

var (
	// creditBreak parts what stands in one line above a text.
	creditBreak = strings.NewReplacer(" · ", "|", " • ", "|", " — ", "|", " – ", "|", " / ", "|")
	// byBehind is the word between a date and a name: "5 January 2019 by Ana Ruiz".
	byBehind = regexp.MustCompile(`\s(?:[Bb]y|[Vv]on|[Pp]ar|[Pp]or) \p{Lu}`)
	// placeLead begins names of places that look like those of people.
	placeLead = regexp.MustCompile(`(?i)^(?:New|San|Santa|Los|Las|El|La|Le|Saint|St\.?|Fort|Port|North|South|East|West|Cape|Mount|Hong|Buenos|Rio|Tel|Abu|Bad) `)
)

// isWriter reports whether a few words before a date are a person and not the
// place of a dateline.
func isWriter(name string) bool {
	n := len(strings.Fields(name))
	if institution.MatchString(name) {
		return false
	}
	return isPerson(name) || 2 <= n && n <= 3 && isName(name) && !placeLead.MatchString(name) && !looksLikeOutlet(name, false) && !isJob(name)
}

// institution is in the names of offices and bodies, which sign releases.
var institution = regexp.MustCompile(`(?i)(?:^|\s)(?:department|ministry|minister|office|council|government|authority|agency|committee|commission|university|institute|foundation|society|association|board|bureau|police|court|parliament|senate|assembly|college|school|hospital|church|club|party|union|company|corporation|group|team|service|services|communications?|` +
	`ministère|préfecture|mairie|gouvernement|université|tribunal|conseil|(?:\p{L}*ministerium|\p{L}*behörde|landtag|bundestag|stadt|gemeinde|landkreis|universität|polizei|verein|verband)|ministerio|ayuntamiento|gobierno|junta|universidad|ministério|câmara|governo|universidade|gemeente|kommun|kommune|regionen)(?:\s|$)`)

// creditLines reads a short paragraph below the title in which every line is a
// name, a date or an outlet: "Ana Ruiz, 5 January 2019", "Ana Ruiz" over "The
// Gazette". ok is false for any other.
func creditLines(text string) (who meta, ok bool) {
	lines := strings.Split(text, "\n")
	if len(text) > longestCredits || len(lines) > 4 {
		return who, false
	}
	for i, line := range lines {
		if seen, ok := creditParts(line); ok {
			who = who.or(seen)
			continue
		}
		if s := sourceStart.FindStringSubmatch(line); s != nil && len(lines) > 1 {
			who = who.or(meta{outlet: s[1]})
			continue
		}
		seen, d := credits(line)
		if !modifiedOn.MatchString(line) {
			seen.published = d
		}
		switch {
		case seen.byline != "":
		case !d.IsZero() && mostlyDate(line):
		case isPerson(line), i == 0 && len(lines) > 1 && isWriter(line) && !shownDate(lines[1]).IsZero():
			seen.byline = line
		case i > 0 && isName(line) && looksLikeOutlet(line, false):
			seen.outlet = line
		default:
			return meta{}, false
		}
		who = who.or(seen)
	}
	return who, true
}

// mostlyDate reports whether a line has hardly more words than its date: that
// of a place, of a day of the week.
func mostlyDate(line string) bool {
	for _, form := range datesIn {
		if at := form.FindStringIndex(line); at != nil {
			return len(strings.Fields(line[:at[0]]+line[at[1]:])) <= 3
		}
	}
	return false
}

// beforeJob gives the name that a job follows without a mark between them: "Ana
// Ruiz Transport correspondent".
func beforeJob(line string) string {
	words := strings.Fields(line)
	for n := 2; n <= 3 && n < len(words) && len(words) <= n+4; n++ {
		name, job := strings.Join(words[:n], " "), strings.Join(words[n:], " ")
		if isPerson(name) && !isJob(name) && isJob(job) {
			return name
		}
	}
	return ""
}

// cutAny cuts a line at the first of several separators that it has.
func cutAny(s string, seps ...string) (before, after string, ok bool) {
	for _, sep := range seps {
		if before, after, ok = strings.Cut(s, sep); ok {
			return strings.TrimSpace(before), strings.TrimSpace(after), true
		}
	}
	return s, "", false
}

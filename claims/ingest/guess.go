package ingest

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/claims"
)

// What an article says of itself in its own lines: "By Ana Ruiz", "Saturday,
// 5 January 2019", "GENEVA, Aug. 27 (Agency) –", "Source: Agency". All of it is
// guessing, and every declared field wins over it.

var (
	bylineStart = regexp.MustCompile(`(?i)^\s*(?:by|written by|posted by|submitted by|contributed by|words by|reported by|reporting by|report by|story by|text by|von|par|por|door|author|authors|byline)(?:\s*:\s*|\s+)(\S.*)$`)
	sourceStart = regexp.MustCompile(`(?i)^\s*(?:source|via|quelle|fuente|fonte|published by|publisher|outlet|publication)\s*:\s*(\S.{1,80})$`)
	modifiedOn  = regexp.MustCompile(`(?i)^\W*(?:last )?(?:updated|modified|changed|revised|edited|aktualisiert|actualizado|mis à jour)\b`)
	inPlace     = regexp.MustCompile(`^(.+? .+?) (?:in|at|for|For|and agencies) ?(?:\p{Lu}.*)?$`)
)

// jobWords part a job from an outlet after a name: "By Ana Ruiz, Staff Writer".
var jobWords = []string{
	"correspondent", "reporter", "editor", "writer", "staff", "journalist", "columnist", "analyst", "chief", "bureau", "contributor",
	"producer", "fellow", "professor", "director", "photographer", "intern", "freelance", "desk", "redaktion",
}

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

// bylineDate parts a date off a byline: "By Ana Ruiz 5 January 2019, 09:30".
func bylineDate(line string) (before string, d claims.Date) {
	if len(line) > 150 {
		return line, d
	}
	words := strings.Fields(line)
	for i := 2; i < len(words); i++ {
		if d := wholeDate(strings.Join(words[i:], " ")); d.IsFull() {
			return strings.TrimRight(strings.Join(words[:i], " "), " ,|·•–—-"), d
		}
	}
	return line, d
}

// splitByline parts names from the job, outlet, place or date after them.
func splitByline(s string) (name, outlet string) {
	s = strings.TrimRight(oneLine(s), " .,;:|")
	parts := strings.FieldsFunc(strings.NewReplacer(" | ", "|", " – ", "|", " — ", "|", " - ", "|", " · ", "|", " • ", "|", ", ", "|", " / ", "|").Replace(s),
		func(r rune) bool { return r == '|' })
	var names []string
	for i, p := range parts {
		p = strings.TrimSpace(strings.TrimPrefix(p, "and "))
		switch {
		case i == 0 && !isName(p):
			return "", ""
		case i == 0:
			names = append(names, strings.TrimSuffix(placeless(p), " and agencies"))
		case isJob(p) || !readDate(p).IsZero():
		case outlet == "" && looksLikeOutlet(p, i == len(parts)-1):
			outlet = p
		case isName(p):
			names = append(names, p)
		}
	}
	return strings.Join(names, ", "), outlet
}

// placeless cuts "in Berlin" off a name.
func placeless(name string) string {
	if m := inPlace.FindStringSubmatch(name); m != nil && isName(m[1]) {
		return m[1]
	}
	return name
}

// outletWords are in the names of many newspapers, agencies and stations.
var outletWords = []string{
	"the", "news", "daily", "times", "post", "press", "journal", "tribune", "herald", "gazette", "courier", "chronicle", "guardian", "mail",
	"telegraph", "observer", "record", "sun", "star", "mirror", "weekly", "today", "agency", "radio", "tv", "bbc", "cnn", "reuters", "afp", "ap", "ani",
	"dpa", "upi", "pti", "tass", "xinhua", "bloomberg", "wire", "review", "magazine", "echo", "standard", "independent", "voice", "globe", "zeitung",
	"post-gazette", "examiner", "argus", "dispatch", "bulletin", "register", "sentinel", "monitor", "network", "media", "online", "le", "el", "der", "die",
}

// looksLikeOutlet reports whether the part of a byline after the name is an
// outlet and not one more name. The last of two parts is one more often.
func looksLikeOutlet(s string, last bool) bool {
	if len(s) > 60 || strings.ContainsFunc(s, unicode.IsDigit) && !strings.ContainsFunc(s, unicode.IsLetter) {
		return false
	}
	for _, w := range strings.Fields(strings.ToLower(s)) {
		for _, o := range outletWords {
			if w == o {
				return true
			}
		}
	}
	return last && len(strings.Fields(s)) == 1 // no name has one word only
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

// isName reports whether the words can be names of people or of a desk: a few
// words, begun in upper case but for particles.
func isName(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 12 || len(s) > 100 || strings.ContainsAny(s, "?!\"“”:;()[]{}<>@/") {
		return false
	}
	upper := 0
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "'’‘"))
		switch {
		case unicode.IsUpper(r) || unicode.Is(unicode.Lo, r):
			upper++
		case unicode.IsDigit(r), utf8.RuneCountInString(w) > 4:
			return false
		}
	}
	return upper*2 >= len(words)
}

// dateLine reads a line that is a date and little else: "Published: Sat 5
// January 2019, 09:30". modified tells "Updated ..." apart.
func dateLine(line string) (d claims.Date, modified bool) {
	line = strings.TrimSpace(line)
	if line == "" || len(line) > 90 || strings.Count(line, " ") > 12 {
		return d, false
	}
	return wholeDate(line), modifiedOn.MatchString(line)
}

// dateline is what stands before the first sentence of an agency report:
// "Geneva [Switzerland], Aug. 27 (Agency) :", "PARIS, 3 March –".
var (
	dateline = regexp.MustCompile(`^\s*((?:\p{Lu}[\p{L}'’.-]+[ ,]*){1,5}(?:\[[^\]]{2,30}\])?)[ ,]*([^()\n]{0,30}?)[ ,]*(?:\(([^()]{2,40})\))?\s*(?::|--|–|—|-)\s`)
	agency   = regexp.MustCompile(`^[\p{Lu}][\p{L} .&-]*$`)
)

// readDateline gives the date and the agency that the first paragraph opens
// with. Either may be missing.
func readDateline(para string) (d claims.Date, outlet string) {
	para = para[:min(len(para), 300)]
	m := dateline.FindStringSubmatchIndex(para)
	if m == nil {
		return d, ""
	}
	part := func(i int) string {
		if m[2*i] < 0 {
			return ""
		}
		return para[m[2*i]:m[2*i+1]]
	}
	opening := para[m[2]:m[5]] // place and date: the first comma that a date follows parts them
	for i := range opening {
		if opening[i] == ',' && d.IsZero() {
			d = wholeDate(strings.Trim(opening[i+1:], " ,"))
		}
	}
	if d.IsZero() {
		d = wholeDate(part(2))
	}
	if a := part(3); agency.MatchString(a) && len(strings.Fields(a)) <= 4 {
		outlet = a
	}
	return d, outlet
}

// headline reports whether a line can be the title: short, and no sentence.
func headline(line string) bool {
	words := strings.Fields(line)
	if len(words) == 0 || len(words) > 35 || len(line) > 250 {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(line, `"'”’ )`))
	return last != '.' && last != ':' && last != ',' && last != ';' && strings.ContainsFunc(line, unicode.IsLetter)
}

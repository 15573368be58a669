package report

import (
	"fmt"
	"strconv"
	"strings"
	"sync"

	"onrecord/assets"
	"onrecord/claims"
)

// words are what a report says of itself, in one language.
type words map[string]string

// languages lists the columns of the table of words, in their order.
var languages = []string{"en", "fr", "de", "es"}

// wordTable reads the table of words once; it travels inside the program.
var wordTable = sync.OnceValue(func() map[string]words {
	out := map[string]words{}
	for _, l := range languages {
		out[l] = words{}
	}
	data, err := assets.ReportFiles.ReadFile("templates/report-words.txt")
	if err != nil {
		panic(err) // the file is part of the program
	}
	for line := range strings.Lines(string(data)) {
		parts := strings.Split(strings.TrimSuffix(line, "\n"), " | ")
		if len(parts) != len(languages)+1 {
			continue // a remark or an empty line
		}
		for i, l := range languages {
			out[l][parts[0]] = parts[i+1]
		}
	}
	return out
})

// wordsFor gives the words of a language such as "de" or "de-AT", and the
// English ones where there are none.
func wordsFor(language string) words {
	base, _, _ := strings.Cut(strings.ToLower(language), "-")
	if w, ok := wordTable()[base]; ok {
		return w
	}
	return wordTable()["en"]
}

// of gives a word, and the key itself for a word of the user's own making,
// such as a class that a later version knows.
func (w words) of(key string) string {
	if s, ok := w[key]; ok {
		return s
	}
	return key[strings.IndexByte(key, '.')+1:]
}

// count gives a word for n things: that for one of them where it differs.
func (w words) count(key string, n int) string {
	if n == 1 || n == 0 && w.of("language") == "fr" {
		if one, ok := w[key+".one"]; ok {
			return one
		}
	}
	return w.of(key)
}

// colon ends a label: French puts a blank before it.
func (w words) colon() string {
	if w.of("language") == "fr" {
		return "\u00a0: "
	}
	return ": "
}

// verdict translates a word of the scales that a new archive has. A word that a
// person has given stays as it is.
func (w words) verdict(label string) string {
	if s, ok := w["verdict."+label]; ok {
		return s
	}
	return label
}

// Phrase is one of the fixed sentences of a report in a language such as "de",
// with values at its %s and %d. The keys are in templates/report-words.txt.
func Phrase(language, key string, values ...any) string {
	return fmt.Sprintf(wordsFor(language).of(key), values...)
}

// PhraseDate writes out what is known of a date in a language such as "de".
func PhraseDate(language string, d claims.Date) string { return wordsFor(language).date(d) }

// month names a month in full, or shortened.
func (w words) month(n int, key string) string {
	names := strings.Fields(w.of(key))
	if n < 1 || n > len(names) {
		return ""
	}
	return names[n-1]
}

// date writes out what is known of a date: 4 March 2026, March 2026, 2026.
func (w words) date(d claims.Date) string {
	pattern := "date.full"
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return year(d)
	case d.Day == 0 && d.Year == 0:
		return w.month(d.Month, "months")
	case d.Day == 0:
		pattern = "date.month"
	case d.Year == 0:
		pattern = "date.day"
	}
	return w.fill(pattern, "months", d)
}

// fill puts a date into one of the patterns of the language.
func (w words) fill(pattern, months string, d claims.Date) string {
	day := strconv.Itoa(d.Day)
	if d.Day == 1 && w.of("language") == "fr" {
		day = "1er"
	}
	s := strings.Replace(w.of(pattern), "{d}", day, 1)
	s = strings.Replace(s, "{m}", w.month(d.Month, months), 1)
	return strings.Replace(s, "{y}", strconv.Itoa(d.Year), 1)
}

// dated joins a word such as "said on" with a date, with the word that fits
// where the day is unknown; "" where nothing is known.
func (w words) dated(on, in string, d claims.Date) string {
	switch {
	case d.IsZero():
		return ""
	case d.Day == 0 && d.Month != 0: // German: "im Mai 2026", but "2026"
		return w.of(strings.TrimSuffix(in, ".in")+".month") + " " + w.date(d)
	case d.Day == 0:
		return w.of(in) + " " + w.date(d)
	}
	return w.of(on) + " " + w.date(d)
}

// quoted puts words between the quotation marks of the language, unless they
// bring their own. A single mark can be an apostrophe: "the workers’".
func (w words) quoted(s string) string {
	ends := []rune(firstAndLast(s))
	if len(ends) == 2 && (strings.ContainsAny(string(ends), `"“”„«»「」『』`) || strings.ContainsRune("‘‚‹'", ends[0]) && strings.ContainsRune("’‘›'", ends[1])) {
		return s
	}
	return w.of("quote.open") + s + w.of("quote.close")
}

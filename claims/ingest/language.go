package ingest

import (
	"strings"
	"unicode/utf8"

	"github.com/abadojack/whatlanggo"
)

// languageOf guesses the language of a text from its first thousands of
// characters, as a BCP 47 code; "" where the text is too short to tell.
func languageOf(text string) string {
	const least, most = 40, 4000
	if len(text) > most {
		text = text[:most]
		for !utf8.ValidString(text[len(text)-1:]) && len(text) > most-utf8.UTFMax {
			text = text[:len(text)-1]
		}
	}
	if utf8.RuneCountInString(strings.TrimSpace(text)) < least {
		return ""
	}
	return whatlanggo.DetectLang(text).Iso6391()
}

// languageTag makes a BCP 47 code of what a file declares: "en_GB", "EN",
// "english". What cannot be one is dropped.
func languageTag(s string) string {
	s = strings.ReplaceAll(strings.TrimSpace(s), "_", "-")
	first, rest, _ := strings.Cut(s, "-")
	first = strings.ToLower(first)
	if len(first) < 2 || len(first) > 3 || strings.Trim(first, "abcdefghijklmnopqrstuvwxyz") != "" {
		return ""
	}
	if len(rest) == 2 {
		return first + "-" + strings.ToUpper(rest)
	}
	return first
}

package nav

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"onrecord/claims/report"
)

// PrefReportLanguage is the language of the words of reports; "" is that of the
// window.
const PrefReportLanguage = "report.language"

// ReportLanguages are the languages that reports are written in.
var ReportLanguages = []string{"en", "de", "fr", "es"}

// ReportLanguage is the language of reports: the one that was chosen, or that
// of the window.
func ReportLanguage(prefs fyne.Preferences) string {
	if chosen := prefs.String(PrefReportLanguage); slices.Contains(ReportLanguages, chosen) {
		return chosen
	}
	own, _, _ := strings.Cut(lang.X("locale.language", "en"), "-")
	return own
}

// LanguageName names a language in the language of the window.
func LanguageName(code string) string {
	switch code {
	case "de":
		return lang.X("language.de", "German")
	case "fr":
		return lang.X("language.fr", "French")
	case "es":
		return lang.X("language.es", "Spanish")
	}
	return lang.X("language.en", "English")
}

// CitationName names a style of citations.
func CitationName(s report.CitationStyle) string {
	switch s {
	case report.AP:
		return "AP"
	case report.Chicago:
		return "Chicago"
	case report.Markdown:
		return "Markdown"
	case report.PlainCite:
		return lang.X("citation.plain", "Plain")
	}
	return strings.ToUpper(string(s))
}

package statement

import (
	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/claims/report"
	"onrecord/ui/nav"
)

// PrefCitation is the citation style of copied quotations.
const PrefCitation = "citation.style"

// Cited is a statement, or the selected words of an article where there is
// none, with its source in the citation style of the settings.
func Cited(host *nav.Host, r *desk.Reading, s *claims.Statement, words claims.Span) string {
	if s == nil {
		s = &claims.Statement{Article: r.Article.ID, Kind: claims.Direct, Content: []claims.Span{words}, Text: words.In(r.Text), SaidOn: r.Article.Published}
	}
	style := report.CitationStyle(host.App.Preferences().StringWithFallback(PrefCitation, string(report.AP)))
	return report.Cite(&report.Statement{Statement: s, Speaker: r.Name(s), Teller: r.Teller(s), Source: &report.Source{Article: r.Article, Number: 1}}, style)
}

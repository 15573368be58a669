package desk

import (
	"unicode"
	"unicode/utf8"

	"onrecord/claims"
	"onrecord/claims/assess"
	"onrecord/claims/lang"
)

// DraftStatement is the statement that a person makes of words of an article, with
// what the words themselves tell: whether they stand in quotation marks, their
// class, and by when. It is said on the day of the article until somebody knows
// better.
func DraftStatement(r *Reading, words claims.Span, speaker string) claims.Statement {
	s := claims.Statement{
		Article: r.Article.ID, Content: []claims.Span{words}, Text: words.In(r.Text), Kind: quotedAs(r.Text, words), Polarity: claims.Positive,
		SaidOn: r.Article.Published,
	}
	found := assess.Assess(assess.Input{Text: s.Text, Kind: s.Kind, Polarity: s.Polarity, Speaker: speaker, SaidOn: s.SaidOn, Reported: r.Article.Published})
	s.Class, s.Due, s.DueWords = found.Class, found.Due, found.DueWords
	return s
}

// quotedAs tells whether words of a text stand in quotation marks, all or some.
func quotedAs(text string, words claims.Span) claims.Quoting {
	quoted, plain := 0, 0
	for _, t := range lang.Parse(text).Tokens {
		if c, _ := utf8.DecodeRuneInString(t.Word); !words.Overlaps(t.Span) || !unicode.IsLetter(c) && !unicode.IsDigit(c) {
			continue
		}
		if t.Quote >= 0 {
			quoted++
		} else {
			plain++
		}
	}
	switch {
	case quoted == 0:
		return claims.Indirect
	case plain == 0:
		return claims.Direct
	}
	return claims.Mixed
}

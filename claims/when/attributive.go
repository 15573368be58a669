package when

import (
	"strings"
	"unicode"
)

// attributive reports whether the time only tells which thing is meant: "the
// 2030 census", "Friday's schedule". What happens "at Sunday's race" happens on
// that day.
func attributive(text string, e Expression) bool {
	if e.Deadline {
		return false
	}
	words, rest := strings.ToLower(e.Span.In(text)), text[e.Span.End:]
	first, _, _ := strings.Cut(words, " ")
	possessive := strings.HasPrefix(rest, "'s ") || strings.HasPrefix(rest, "’s ") || strings.HasPrefix(rest, "'s] ") || strings.HasPrefix(rest, "’s] ")
	switch e.Kind {
	case Day:
		return possessive && !holds[first]
	case Week, Month, Season:
		return possessive && speaks[first]
	case Year:
		const digits = 4
		before, named := strings.CutSuffix(words[:max(0, len(words)-digits)], "the ")
		next, _, _ := strings.Cut(strings.TrimPrefix(rest, " "), " ")
		return possessive && speaks[first] || named && (before == "" || before == "of " || before == "to ") && next != "" && unicode.IsLower(rune(next[0])) && !stops[next]
	}
	return false
}

// namesAnother reports whether a season or holiday from i to next only tells
// which thing is meant: "the winter ferry", "a Christmas market".
func (p *parser) namesAnother(i int, ph *phrase, next int) bool {
	i = p.skip(i, "the")
	switch c := p.class(i); {
	case c != season && c != holiday && c != feast, c == season && !ph.weak, next != i+1 && c != feast:
		return false
	}
	t := p.tok(next)
	word := p.lower(next)
	return t.mark == 0 && t != &none && t.num < 0 && t.lex == nil && !t.upper && !stops[word] && !joins[word] && !strings.HasSuffix(word, "ly")
}

// speaks are the prepositions of what is spoken of: "because of this year's vote".
var speaks = set("of on about from to with against")

// ofUnit reports whether the week or year at i is that of something else: "the
// flavour of the week".
func (p *parser) ofUnit(i int) bool {
	return (p.words(i-1, "of") || p.words(i-2, "of", "the")) && p.class(p.skip(i, "the")) == unit
}

// joins are further words that can follow a time without belonging to it.
var joins = set("unless despite once again following due rather except also even both though although whether together alone")

// holds are the prepositions that put something in the time of an event.
var holds = set("at in during for throughout")

package when

import (
	"strings"
	"unicode"
)

// attributive reports whether the time only tells which thing is meant: "the
// 2030 census", "Friday's schedule".
func attributive(text string, e Expression) bool {
	if e.Deadline {
		return false
	}
	words, rest := strings.ToLower(e.Span.In(text)), text[e.Span.End:]
	switch e.Kind {
	case Day:
		return strings.HasPrefix(rest, "'s ") || strings.HasPrefix(rest, "’s ") || strings.HasPrefix(rest, "'s] ") || strings.HasPrefix(rest, "’s] ")
	case Year:
		const digits = 4
		before, named := strings.CutSuffix(words[:max(0, len(words)-digits)], "the ")
		next, _, _ := strings.Cut(strings.TrimPrefix(rest, " "), " ")
		return named && (before == "" || before == "of " || before == "to ") && next != "" && unicode.IsLower(rune(next[0])) && !stops[next]
	}
	return false
}

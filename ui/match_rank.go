package ui

import (
	"slices"
	"strings"
	"unicode"

	"onrecord/claims"
	"onrecord/claims/fold"
)

// fit says how plainly what was typed stands in a title. It counts before the
// score, and before the kind of what is offered: whoever types "har" means
// Harlan and the harbour rather than "Check the whole archive".
type fit int

// The fits, the plainest first.
const (
	begins    fit = iota // every typed word begins a word of the title
	stands               // or stands in it in one piece
	initials             // or in pieces that each begin a word, as "exrep" does in "Export report"
	scattered            // or only somehow
)

// fitOf judges a title by its folded form and the letters of it that match.
func fitOf(typed, title string, matched []claims.Span) fit {
	folded := fold.Key(title)
	words := strings.FieldsFunc(folded, func(r rune) bool { return !letter(r) })
	out := begins
	for _, t := range strings.Fields(fold.Key(typed)) {
		switch {
		case slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, t) }):
		case strings.Contains(folded, t):
			out = max(out, stands)
		case beginWords(title, matched):
			out = max(out, initials)
		default:
			return scattered
		}
	}
	return out
}

// beginWords reports whether every matched piece begins a word.
func beginWords(title string, matched []claims.Span) bool {
	for _, s := range matched {
		before := []rune(title[:s.Start])
		if len(before) > 0 && letter(before[len(before)-1]) {
			return false
		}
	}
	return len(matched) > 0
}

func letter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

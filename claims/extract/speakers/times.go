package speakers

import (
	"strings"

	"onrecord/claims/lang"
)

// withoutTime takes off when somebody spoke, where it stands right behind the name:
// "Ruiz earlier Thursday", "Senator Ruiz (D-Okla.) last week".
func (a *article) withoutTime(r lang.Range) lang.Range {
	last := r.Last
	for last > r.First+1 && a.tellsTime(last-1) {
		last--
	}
	if last == r.Last || a.at[last-1] < 0 && a.at1(last-1) != ")" || holidays[a.word(last-1)] {
		return r
	}
	r.Last = last
	return r
}

// tellsTime reports whether the token is a word for a time and no part of a name:
// not the day in "USA Today" and "Baltimore Sun".
func (a *article) tellsTime(i int) bool {
	t := &a.toks[i]
	return timeWords[t.Word] && a.at[i] < 0 || t.Lower != "today" && strings.HasSuffix(t.Lower, "day") && a.cls[i]&calendar != 0
}

var (
	timeWords = wordSet("earlier later late early last this next on week month year weekend morning afternoon evening night yesterday today again")
	holidays  = wordSet("super black good ash holy easter whit palm")
)

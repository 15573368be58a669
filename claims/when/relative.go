package when

import (
	"strings"
)

// counted reads what is counted from the day it is said: "in two years", "in
// the next 18 months", "three weeks ago", "a year from now".
func (p *parser) counted(i int) (phrase, int) {
	switch p.word(i) {
	case "in", "over", "for", "during", "throughout", "within":
		at := p.skip(p.hedged(i+1), "the", "these")
		if ph, next := p.comingUnits(at); next != 0 {
			ph.deadline = ph.deadline || p.words(i, "within") && p.value(at) > 0 || ph.at == nil
			return ph, next
		}
		switch {
		case p.plural(at) && (p.words(at+1, "ahead") || p.words(at+1, "to", "come")):
			return phrase{kind: Vague, deadline: true}, at + 2 // "in the years ahead"
		case p.words(i, "in") && !p.record(i):
			return p.inUnits(i + 1)
		case p.words(i, "for"):
			return p.lasting(i, i+1)
		}
		return phrase{}, 0
	}
	if ph, next := p.lasting(i, i); next != 0 {
		return ph, next
	}
	n, at := p.count(i)
	if at == 0 || p.class(at) != unit {
		return phrase{}, 0
	}
	u := p.value(at)
	switch {
	case p.oneOf(at+1, "ago"):
		return agoPhrase(n, u), at + 2
	case p.oneOf(at+1, "from") && p.oneOf(at+2, "now", "today"):
		return aheadPhrase(n, u), at + 3
	case p.lower(at+1) == "away" && u > hours:
		return aheadPhrase(n, u), at + 2
	}
	return p.countedFrom(i, n, u, at+1)
}

// within reads "within two years", "within the year", "within weeks". Counted
// from an event ("within 100 days of taking office") it has no date.
func (p *parser) within(i int) (phrase, int) {
	if !p.words(i, "within") {
		return phrase{}, 0
	}
	at := p.skip(p.hedged(i+1), "the")
	if p.class(at) == unit {
		u := p.value(at)
		if p.plural(at) {
			ph := untilPhrase(some, u)
			ph.deadline = true
			return ph, at + 1
		}
		if at == i+1 {
			return phrase{}, 0
		}
		ph := thisUnit(u)
		ph.deadline = true
		return ph, at + 1
	}
	n, at := p.count(at)
	if at == 0 || p.class(at) != unit {
		return phrase{}, 0
	}
	if p.oneOf(at+1, "before") {
		return phrase{}, 0 // of something that is over
	}
	ph := aheadPhrase(n, p.value(at))
	ph.deadline = true
	if p.oneOf(at+1, "of", "after", "from") && !p.oneOf(at+2, "now", "today") {
		return phrase{kind: Vague, deadline: true}, at + 1
	}
	return ph, at + 1
}

// comingUnits reads "next 18 months", "coming weeks", "past year" behind a
// preposition.
func (p *parser) comingUnits(i int) (phrase, int) {
	if p.class(i) != shift || p.value(i) == 0 {
		return phrase{}, 0
	}
	by := p.value(i)
	n, at := p.count(i + 1)
	if at == 0 {
		n, at = 1, i+1
		if p.plural(at) {
			n = some
		}
	}
	if p.class(at) != unit || n == 1 && at == i+1 && (!p.oneOf(i-1, "the") || p.value(at) == quarters || p.value(at) == weekends) {
		return phrase{}, 0
	}
	if n == 1 && (p.oneOf(at+1, "of") || p.value(at) <= days) {
		return phrase{}, 0 // "the last week of June"; "the next day" is another one's
	}
	if by < 0 {
		return sincePhrase(n, p.value(at)), at + 1
	}
	return untilPhrase(n, p.value(at)), at + 1
}

// inUnits reads "two years", "a year's time" behind "in".
func (p *parser) inUnits(i int) (phrase, int) {
	i = p.hedged(i)
	n, at := p.count(i)
	if at == 0 || p.class(at) != unit {
		return phrase{}, 0
	}
	if n > 1 && !p.plural(at) {
		return phrase{}, 0 // "in a thirty hour period"
	}
	ph, next := aheadPhrase(n, p.value(at)), at+1
	if possessive := p.possessive(next); p.oneOf(possessive, "time") {
		next = possessive + 1
	} else if p.dash(next) || p.oneOf(next, "of") {
		return phrase{}, 0 // "in a two-year term", "in a week of talks"
	}
	ph.deadline = ph.at == nil
	return ph, next
}

// possessive steps over "'s" or the apostrophe of "years'".
func (p *parser) possessive(i int) int {
	if s := p.apostropheS(i); s != i {
		return s
	}
	if m := p.tok(i).mark; m == '\'' || m == '’' {
		return i + 1
	}
	return i
}

// record tells that "in 20 years" at i looks back: "the highest in 20 years",
// "for the first time in a decade", "the fourth fire in a month", "has not voted
// in 32 years".
func (p *parser) record(i int) bool {
	for j := i - 1; j >= 0 && j >= i-10; j-- {
		if w := p.lower(j); (w == "not" || w == "never") && perfect[p.lower(j-1)] || w == "hasn" || w == "haven" || w == "hadn" {
			return true
		}
	}
	for j := i - 1; j >= 0 && j >= i-6; j-- {
		t := p.tok(j)
		if t.mark == '.' {
			return false
		}
		switch w := strings.ToLower(p.text[t.start:t.end]); {
		case t.ordinal, p.class(j) == ordinal, w == "fifth", w == "sixth", w == "never", w == "any", w == "most", w == "worst", w == "best", w == "least", w == "first", w == "only":
			return true
		case len(w) > 5 && strings.HasSuffix(w, "est") && w != "request" && w != "interest" && w != "protest" && w != "invest" && w != "arrest" && w != "harvest":
			return true
		}
	}
	return false
}

var perfect = set("has have had")

// aheadPhrase is the day that lies n units after the reference. Decades and
// centuries allow so few that the calendar holds out.
func aheadPhrase(n, u int) phrase {
	if n == some || n > reach[u] {
		return phrase{kind: Vague}
	}
	return phrase{kind: Relative, at: func(a anchor) span { return oneDay(move(a.ref, n, u)) }}
}

// reach is the largest count of each unit that is resolved.
var reach = [...]int{hours: most, days: most, weekends: most, weeks: most, fortnights: most, months: most, quarters: most, years: most, decades: 99, centuries: 9}

func agoPhrase(n, u int) phrase { return aheadPhraseOf(n, -1, u) }

// aheadPhraseOf is the day or, counted in longer units, the week, month or
// year that lies n units away: "three years ago" names no day.
func aheadPhraseOf(n, sign, u int) phrase {
	if n == some || n > reach[u] {
		return phrase{kind: Vague}
	}
	return phrase{kind: Relative, at: func(a anchor) span { return unitOf(a.ref, sign*n, u) }}
}

// untilPhrase runs from the reference over n units. A few hours end on the
// same day.
func untilPhrase(n, u int) phrase {
	if n == some && u == hours {
		return phrase{kind: Relative, deadline: true, at: func(a anchor) span { return oneDay(a.ref) }}
	}
	ph := aheadPhrase(n, u)
	if inner := ph.at; inner != nil {
		ph.at = func(a anchor) span { return span{a.ref, inner(a).last} }
	}
	return ph
}

// sincePhrase runs over the n units before the reference.
func sincePhrase(n, u int) phrase {
	if n == some || n > reach[u] {
		return phrase{kind: Vague}
	}
	return phrase{kind: Relative, at: func(a anchor) span { return span{move(a.ref, -n, u), a.ref} }}
}

// dayWord reads "today", "tomorrow night".
func (p *parser) dayWord(i int) (phrase, int) {
	for j := i + 1; j <= i+4; j++ { // "today, tomorrow and forever"
		if w := p.lower(j); w == "forever" || w == "always" || w == "ever" {
			return phrase{}, 0
		}
	}
	n := p.value(i)
	return phrase{kind: Day, at: func(a anchor) span { return oneDay(a.ref.AddDays(n)) }}, p.partOfDay(i + 1)
}

// shifted reads "next year", "last March", "this autumn", "next Friday", "last
// night", "next two weeks".
func (p *parser) shifted(i int) (phrase, int) {
	if p.class(i+1) == shift && p.value(i) == 0 { // "this coming Saturday"
		i++
	}
	by, at := p.value(i), p.skip(i+1, "fiscal", "financial")
	if by == 0 && p.words(i, "this", "time") {
		return p.thisTime(at + 1)
	}
	switch p.class(at) {
	case unit:
		if p.value(at) <= days || p.plural(at) {
			break
		}
		return shiftedUnit(by, p.value(at)), at + 1
	case weekday:
		return weekdayPhrase(p.value(at), by), p.partOfDay(p.afterAbbreviation(at))
	case month:
		m := p.value(at)
		return shiftedYearly(Month, by, func(year int) span { return monthsOf(year, m, 1) }), p.afterAbbreviation(at)
	case season:
		s := p.value(at)
		return shiftedYearly(Season, by, func(year int) span { return seasonOf(year, s) }), at + 1
	case holiday:
		h := p.value(at)
		return shiftedYearly(Day, by, func(year int) span { return oneDay(holidayIn(year, h)) }), at + 1
	case timeOfDay:
		return phrase{kind: Day, at: func(a anchor) span { return oneDay(a.ref.AddDays(by)) }}, at + 1
	}
	ph, next := p.comingUnits(i)
	ph.deadline = false
	return ph, next
}

// thisTime reads "next year" of "this time next year" and "tomorrow" of "this
// time tomorrow".
func (p *parser) thisTime(i int) (phrase, int) {
	switch {
	case p.class(i) == dayWord:
		return p.dayWord(i)
	case p.class(i) == shift && p.value(i) != 0 && p.class(i+1) == unit && !p.plural(i+1):
		if p.value(i) < 0 {
			return agoPhrase(1, p.value(i+1)), i + 2
		}
		return aheadPhrase(1, p.value(i+1)), i + 2
	}
	return phrase{}, 0
}

// shiftedYearly is the last, this year's or the next of a time that comes once
// a year. A winter that has begun is this one.
func shiftedYearly(k Kind, by int, in func(year int) span) phrase {
	return phrase{kind: k, at: func(a anchor) span {
		if by != 0 {
			return nearest(a, by, in)
		}
		if s := in(a.ref.Year - 1); s.last.Compare(a.ref) >= 0 {
			return s
		}
		if s := in(a.ref.Year); a.to == backward || s.last.Compare(a.ref) >= 0 {
			return s
		}
		return in(a.ref.Year + 1) // "this summer", said in December of a birth to come
	}}
}

// season reads "summer 2027", "the spring"; alone it is weak.
func (p *parser) season(i int) (phrase, int) {
	s := p.value(i)
	in := func(year int) span { return seasonOf(year, s) }
	if y, next := p.yearAfter(i + 1); next != 0 {
		return inYear(Season, y, in), next
	}
	if p.words(i, "fall") && (p.words(i+1, "of") || !p.oneOf(i-1, "the", "in", "by", "this", "until")) {
		return phrase{}, 0
	}
	return phrase{kind: Season, weak: true, at: func(a anchor) span { return nearest(a, 0, in) }}, i + 1
}

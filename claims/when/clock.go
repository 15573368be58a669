package when

// clocked reads a time of the day with the day it belongs to: "noon on Friday",
// "8 p.m. Thursday", "close of business on March 3". Alone, as a deadline, it is
// of the day on which it is said: "by nightfall".
func (p *parser) clocked(i int) (phrase, int) {
	next := p.timeOfDay(i)
	if next == 0 {
		return phrase{}, 0
	}
	at := next
	if p.tok(at).mark == ',' {
		at++
	}
	at = p.skip(at, "on", "of", "this")
	if ph, end := p.core(at); end != 0 && ph.kind == Day && ph.at != nil {
		ph.today = true
		return ph, end
	}
	return phrase{kind: Day, deadline: true, today: true, ahead: true, at: func(a anchor) span { return oneDay(a.ref) }}, next
}

// timeOfDay steps over "noon", "6 a.m.", "10:30 GMT", "close of business".
func (p *parser) timeOfDay(i int) int {
	if p.class(i) == timeOfDay && !p.oneOf(i, "morning", "afternoon", "evening", "night") {
		return i + 1
	}
	if p.words(i, "close", "of") && closes[p.lower(i+2)] {
		return i + 3
	}
	t := p.tok(i)
	if t.num < 0 || t.num > 2400 || t.digits == 3 || t.digits > 4 {
		return 0
	}
	at, certain := i+1, false
	if m := p.tok(at); m.mark == ':' && !m.spaced && p.tok(at+1).digits == 2 {
		at, certain = at+2, true
	}
	if end := p.halfOfDay(at); end != 0 {
		at, certain = end, true
	} else if p.lower(at) == "o" && p.lower(at+2) == "clock" {
		at, certain = at+3, true
	}
	if end := p.zone(at); end != at && (certain || t.digits == 4) {
		return end
	}
	if !certain || t.digits > 2 {
		return 0
	}
	return at
}

var closes = set("business play trading polls voting")

// halfOfDay steps over "a.m.", "pm", 0 where there is none.
func (p *parser) halfOfDay(i int) int {
	switch w := p.lower(i); {
	case w == "am" || w == "pm":
		return i + 1
	case (w == "a" || w == "p") && p.tok(i+1).mark == '.' && p.lower(i+2) == "m":
		if p.tok(i+3).mark == '.' {
			return i + 4
		}
		return i + 3
	}
	return 0
}

// zone steps over "GMT", "ET", "local time".
func (p *parser) zone(i int) int {
	if p.lower(i) == "local" && p.words(i+1, "time") {
		return i + 2
	}
	t := p.tok(i)
	word := p.text[t.start:t.end]
	if t.mark == 0 && len(word) >= 2 && len(word) <= 4 && zone(word) {
		return i + 1
	}
	return i
}

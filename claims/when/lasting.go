package when

// lasting reads how long something to come lasts, from the count at at: "may
// take a year", "will close for two weeks". What lasts is named by the words
// before i.
func (p *parser) lasting(i, at int) (phrase, int) {
	n, unitAt := p.count(p.hedged(at))
	if unitAt == 0 || n == some || p.class(unitAt) != unit || p.value(unitAt) == hours && n < 24 || n > 1 && !p.plural(unitAt) || p.oneOf(unitAt+1, "ago", "of", "old", "away", "before", "after", "from") || p.dash(unitAt+1) {
		return phrase{}, 0
	}
	from := i - 1
	if at == i {
		for p.oneOf(from, "up", "to", "about", "around", "at") || p.lower(from) == "least" {
			from--
		}
		if w := p.lower(from); w != "take" && w != "last" {
			return phrase{}, 0
		}
	}
	if !p.toCome(from) {
		return phrase{}, 0
	}
	ph := aheadPhrase(n, p.value(unitAt))
	ph.ahead = ph.at != nil
	return ph, unitAt + 1
}

// toCome reports whether the verb at or before i speaks of what is to come:
// "will", "intends to".
func (p *parser) toCome(i int) bool {
	const far = 5
	for j := i; j >= 0 && j > i-far && p.tok(j).mark == 0; j-- {
		switch w := p.lower(j); {
		case modal(w):
			return true
		case w == "to" && intends[p.lower(j-1)]:
			return true
		case w == "has" || w == "have" || w == "had" || w == "was" || w == "were":
			return false
		}
	}
	return false
}

func modal(w string) bool {
	switch w {
	case "will", "would", "shall", "may", "might", "could", "ll":
		return true
	}
	return false
}

// intends are the words before "to" and what somebody is to do.
var intends = set(`intend intends intended intending plan plans planned planning going agreed agree agrees vowed pledged promised set due
	expected scheduled is are`)

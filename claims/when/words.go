package when

import (
	"unicode"
	"unicode/utf8"
)

// class is what a word can be in an expression of time.
type class uint8

const (
	plain   class = iota // no part of the vocabulary
	month                // value 1 to 12
	weekday              // value as time.Weekday
	number               // value
	ordinal              // value, words only; "4th" is a number with ordinal set
	unit                 // value one of the units
	season               // value 0 spring to 3 winter
	shift                // value -1 last, 0 this, 1 next
	dayWord              // value in days from the reference
	part                 // early, mid, late
	edge                 // start, middle, end
	holiday              // value one of the holidays
	timeOfDay
	feast // the first word of a holiday of several
	glue  // prepositions, articles and other small words
)

// The units of time, in the order of their length.
const (
	hours = iota
	days
	weekends
	weeks
	fortnights
	months
	quarters
	years
	decades
	centuries
)

// some is the value of words for an unknown small number: "a few".
const some = -1

type lexeme struct {
	word  string
	class class
	value int
}

var lexicon = makeLexicon()

func makeLexicon() map[string]*lexeme {
	out := map[string]*lexeme{}
	list := func(c class, first int, words ...string) {
		for i, w := range words {
			out[w] = &lexeme{w, c, first + i}
		}
	}
	same := func(c class, value int, words ...string) {
		for _, w := range words {
			out[w] = &lexeme{w, c, value}
		}
	}
	list(month, 1, "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
	list(month, 1, "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
	same(month, 9, "sept")
	list(weekday, 0, "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday")
	list(weekday, 0, "sun", "mon", "tue", "wed", "thu", "fri", "sat")
	same(weekday, 2, "tues")
	same(weekday, 4, "thurs", "thur")
	list(number, 1, "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
		"eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty")
	for i, w := range []string{"thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred"} {
		same(number, 30+10*i, w)
	}
	same(number, some, "few", "several", "many", "some")
	same(number, 2, "couple")
	list(ordinal, 1, "first", "second", "third", "fourth")
	for value, words := range [][]string{
		hours: {"hour", "hours"}, days: {"day", "days"}, weekends: {"weekend", "weekends"},
		weeks: {"week", "weeks"}, fortnights: {"fortnight", "fortnights"}, months: {"month", "months"},
		quarters: {"quarter", "quarters"}, years: {"year", "years"}, decades: {"decade", "decades"},
		centuries: {"century", "centuries"},
	} {
		same(unit, value, words...)
	}
	list(season, 0, "spring", "summer", "autumn", "winter")
	same(season, 2, "fall")
	same(shift, -1, "last", "past")
	same(shift, 0, "this", "current")
	same(shift, 1, "next", "coming", "upcoming")
	list(dayWord, -1, "yesterday", "today", "tomorrow")
	same(dayWord, 0, "tonight")
	list(part, 0, "early", "mid", "late")
	same(edge, 0, "start", "beginning")
	same(edge, 1, "middle")
	same(edge, 2, "end", "close", "turn", "rest", "remainder")
	same(holiday, christmas, "christmas")
	same(holiday, easter, "easter")
	same(holiday, pentecost, "pentecost", "whitsun")
	same(holiday, thanksgiving, "thanksgiving")
	same(holiday, halloween, "halloween")
	same(timeOfDay, 0, "morning", "afternoon", "evening", "night", "noon", "midday", "midnight", "nightfall", "sunset", "sundown", "dusk", "lunchtime")
	for i := range feasts {
		if first := feasts[i].words[0]; out[first] == nil {
			same(feast, 0, first)
		}
	}
	same(glue, 0, "a", "an", "the", "of", "in", "on", "at", "by", "before", "within", "until", "till", "no", "not",
		"later", "than", "ahead", "prior", "to", "through", "during", "over", "for", "since", "from", "after", "between",
		"and", "or", "as", "half", "fiscal", "financial", "ago", "earlier", "now", "time", "sometime", "near", "future",
		"his", "her", "their", "its", "our", "my", "that", "any", "these", "eve", "throughout", "around", "about",
		"starting", "ending", "effective", "into", "up", "fy", "new", "q", "h", "penultimate", "final", "come", "least", "latest",
		"earliest", "sooner", "soon", "well", "toward", "towards", "overnight", "approximately", "roughly", "another")
	return out
}

// Word reports whether a word in lower case can be what an expression of time
// with a date is about: a month, a weekday, a unit, a season, "today", a holiday
// or anything with a digit. Text without such a word holds none.
func Word(lower string) bool {
	for i := range len(lower) {
		if isDigit(lower[i]) {
			return true
		}
	}
	if len(lower) > longest {
		return false
	}
	l := lexicon[lower]
	if l == nil {
		return false
	}
	switch l.class {
	case month, weekday, unit, season, dayWord, holiday, timeOfDay:
		return true
	}
	return false
}

// token is a word, a number or a mark.
type token struct {
	start, end int
	lex        *lexeme // nil for words outside the vocabulary
	num        int     // of digits; -1 for everything else
	digits     int     // how many digits the number has
	ordinal    bool    // "4th"
	plural     bool    // "1990s"
	upper      bool    // begins with a capital
	spaced     bool    // white space before it
	mark       rune    // punctuation, 0 for words and numbers
}

// none stands for everything past either end of the text.
var none = token{num: -1}

// scan cuts a text into tokens. A number keeps an ordinal ending and the plural
// s of a decade; a figure with separators or decimals ("2,000", "4.5") is one
// token without a value, because it is never part of a date.
func scan(text string) []token {
	const letters = 5 // in a word, about
	out := make([]token, 0, len(text)/letters+1)
	spaced := true
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		t := token{start: i, num: -1, spaced: spaced}
		switch {
		case unicode.IsSpace(r):
			i += size
			spaced = true
			continue
		case r >= '0' && r <= '9':
			i = t.scanNumber(text, i)
		case unicode.IsLetter(r):
			i = t.scanWord(text, i)
		default:
			i += size
			t.mark = r
		}
		t.end = i
		spaced = false
		out = append(out, t)
	}
	return out
}

func (t *token) scanNumber(text string, i int) int {
	n, at := 0, i
	for ; at < len(text) && isDigit(text[at]); at++ {
		if at-i < 9 {
			n = n*10 + int(text[at]-'0')
		}
	}
	t.num, t.digits = n, at-i
	if t.digits > 8 {
		t.num = -1
	}
	if parted(text, at) && !dotted(text, i) && !afterDot(text, i) {
		for at < len(text) && (isDigit(text[at]) || parted(text, at)) {
			at++
		}
		t.num = -1
	}
	end := at
	for end < len(text) && end-at < 3 && text[end] >= 'a' && text[end] <= 'z' {
		end++
	}
	switch text[at:end] {
	case "st", "nd", "rd", "th":
		t.ordinal = true
		return end
	case "s":
		t.plural = true
		return end
	}
	return at
}

// parted tells a comma or dot with a digit behind it.
func parted(text string, at int) bool {
	return at+1 < len(text) && (text[at] == ',' || text[at] == '.') && isDigit(text[at+1])
}

// dotted tells a date such as 27.08.2016 from a decimal number: it has two
// dots, with one or two digits before each and four after the last.
func dotted(text string, i int) bool {
	for range 2 {
		n := 0
		for ; i < len(text) && isDigit(text[i]); i++ {
			n++
		}
		if n == 0 || n > 2 || i == len(text) || text[i] != '.' {
			return false
		}
		i++
	}
	n := 0
	for ; i < len(text) && isDigit(text[i]); i++ {
		n++
	}
	return n == 4
}

// afterDot tells that the number is the second or third of a dotted date.
func afterDot(text string, i int) bool { return i >= 2 && text[i-1] == '.' && isDigit(text[i-2]) }

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// longest is the length in bytes of the longest word that is looked up.
const longest = 12

func (t *token) scanWord(text string, i int) int {
	first, _ := utf8.DecodeRuneInString(text[i:])
	t.upper = unicode.IsUpper(first)
	at := i
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !unicode.IsLetter(r) {
			break
		}
		at += size
	}
	if at-i > longest {
		return at
	}
	var low [longest]byte
	for j := i; j < at; j++ {
		b := text[j]
		if b >= 'A' && b <= 'Z' {
			b += 'a' - 'A'
		}
		low[j-i] = b
	}
	t.lex = lexicon[string(low[:at-i])]
	if t.lex != nil && !t.upper && needsCapital(t.lex, at-i) {
		t.lex = nil
	}
	return at
}

// needsCapital keeps "may", "march", "sat", "sun" and the like out unless they
// are written as names.
func needsCapital(l *lexeme, size int) bool {
	switch l.class {
	case month:
		return size <= 5
	case weekday:
		return size <= 5
	}
	return false
}

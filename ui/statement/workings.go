package statement

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"fyne.io/fyne/v2/lang"

	"onrecord/ui/kit"
)

// WorkingWords says how a figure that was said stands to one that was published:
// the words between the figures, and their numbers, as the language of the window
// has them. What is counted keeps the name that the article gives it.
func WorkingWords(working string) string { return workingIn(kit.Here, working) }

func workingIn(here func() *kit.Locale, working string) string {
	for _, p := range workings() {
		if parts, ok := filled(p.english, working); ok {
			for i, part := range parts {
				parts[i] = partWords(here(), part.(string))
			}
			return fmt.Sprintf(p.here, parts...)
		}
	}
	return working
}

func workings() []phrase {
	return []phrase{
		{"said %s, published %s: not comparable, %s", lang.X("working.unlike", "said %s, published %s: not comparable, %s")},
		{"said %s, published %s: the same", lang.X("working.same", "said %s, published %s: the same")},
		{"said %s, published %s: %s lower, %s", lang.X("working.lowerBy", "said %s, published %s: %s lower, %s")},
		{"said %s, published %s: %s higher, %s", lang.X("working.higherBy", "said %s, published %s: %s higher, %s")},
		{"said %s, published %s: %s lower", lang.X("working.lower", "said %s, published %s: %s lower")},
		{"said %s, published %s: %s higher", lang.X("working.higher", "said %s, published %s: %s higher")},
	}
}

// partWords says a part of a working: a figure, or why two cannot be compared.
func partWords(l *kit.Locale, part string) string {
	for _, p := range unlike() {
		if parts, ok := filled(p.english, part); ok {
			for i, what := range parts {
				parts[i] = say(amounts(), what.(string))
			}
			return fmt.Sprintf(p.here, parts...)
		}
	}
	return figureWords(l, part)
}

// unlike are the reasons for which two figures cannot be compared.
func unlike() []phrase {
	return []phrase{
		{"one is a level, the other a change", lang.X("unlike.level", "one is a level, the other a change")},
		{"a percentage is not a number of percentage points", lang.X("unlike.points", "a percentage is not a number of percentage points")},
		{"the currencies differ (%s, %s)", lang.X("unlike.currencies", "the currencies differ (%s, %s)")},
		{"one is %s, the other %s", lang.X("unlike.kinds", "one is %s, the other %s")},
	}
}

// amounts are what a figure can be of.
func amounts() []phrase {
	return []phrase{
		{"a count", lang.X("amount.count", "a count")},
		{"an amount of money", lang.X("amount.money", "an amount of money")},
		{"a multiple", lang.X("amount.times", "a multiple")},
		{"a percentage", lang.X("amount.percent", "a percentage")},
		{"a number of percentage points", lang.X("amount.points", "a number of percentage points")},
		{"an amount of area", lang.X("amount.area", "an amount of area")},
		{"an amount of energy", lang.X("amount.energy", "an amount of energy")},
		{"a length", lang.X("amount.length", "a length")},
		{"a mass", lang.X("amount.mass", "a mass")},
		{"a volume", lang.X("amount.volume", "a volume")},
		{"a power", lang.X("amount.power", "a power")},
		{"a duration", lang.X("amount.duration", "a duration")},
		{"a temperature", lang.X("amount.degrees", "a temperature")},
		{"a speed", lang.X("amount.speed", "a speed")},
	}
}

var figureParts = regexp.MustCompile(`\b(?:more than|less than|at least|at most|about|up|down|to|trillion|billion|million|points?)\b|\d[\d,]*(?:\.\d+)?`)

// figureWords writes the numbers of a figure as the language does, with the words
// that belong to any.
func figureWords(l *kit.Locale, figure string) string {
	words := map[string]string{
		"more than": lang.X("figure.more", "more than"), "less than": lang.X("figure.less", "less than"),
		"at least": lang.X("figure.least", "at least"), "at most": lang.X("figure.most", "at most"), "about": lang.X("figure.about", "about"),
		"up": lang.X("figure.up", "up"), "down": lang.X("figure.down", "down"), "to": lang.X("figure.to", "to"),
		"trillion": lang.X("figure.trillion", "trillion"), "billion": lang.X("figure.billion", "billion"), "million": lang.X("figure.million", "million"),
		"point": lang.X("figure.point", "point"), "points": lang.X("figure.points", "points"),
	}
	return figureParts.ReplaceAllStringFunc(figure, func(part string) string {
		if here, ok := words[part]; ok {
			return here
		}
		plain := strings.ReplaceAll(part, ",", "")
		value, err := strconv.ParseFloat(plain, 64)
		if err != nil {
			return part
		}
		_, fraction, _ := strings.Cut(plain, ".")
		return l.Float(value, len(fraction))
	})
}

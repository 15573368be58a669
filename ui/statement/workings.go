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
				parts[i] = figureWords(here(), part.(string))
			}
			return fmt.Sprintf(p.here, parts...)
		}
	}
	return working
}

func workings() []phrase {
	return []phrase{
		{"said %s, published %s: the same", lang.X("working.same", "said %s, published %s: the same")},
		{"said %s, published %s: %s lower, %s", lang.X("working.lowerBy", "said %s, published %s: %s lower, %s")},
		{"said %s, published %s: %s higher, %s", lang.X("working.higherBy", "said %s, published %s: %s higher, %s")},
		{"said %s, published %s: %s lower", lang.X("working.lower", "said %s, published %s: %s lower")},
		{"said %s, published %s: %s higher", lang.X("working.higher", "said %s, published %s: %s higher")},
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

package ingest

import (
	"bytes"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"onrecord/assets"
)

// firstNames are the first names of the program's word list, in lower case and
// without accents.
var firstNames = sync.OnceValue(func() map[string]bool {
	data, err := assets.Lexicons.ReadFile("lexicons/first-names.txt")
	if err != nil {
		panic("the word list first-names is missing from the program: " + err.Error())
	}
	out := map[string]bool{}
	for line := range bytes.Lines(data) {
		if _, names, ok := strings.Cut(string(line), ":"); ok {
			for _, n := range strings.Fields(names) {
				out[n] = true
			}
		}
	}
	return out
})

// isPerson reports whether a line is nothing but the name of a person: it
// begins with a known first name.
func isPerson(s string) bool {
	words := strings.Fields(s)
	if n := len(words); n < 2 || n > 4 || !isName(s) {
		return false
	}
	first, _, _ := strings.Cut(words[0], "-")
	return firstNames()[unaccented(first)] || vietnamese[words[0]]
}

// vietnamese are the family names that most Vietnamese have, which stand first.
var vietnamese = map[string]bool{"Nguyễn": true, "Trần": true, "Lê": true, "Phạm": true, "Hoàng": true, "Huỳnh": true, "Phan": true, "Vũ": true, "Võ": true, "Đặng": true, "Bùi": true, "Đỗ": true, "Hồ": true, "Ngô": true, "Dương": true}

// unaccented is a word in lower case and without accents.
func unaccented(word string) string {
	out, _, err := transform.String(transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn))), strings.ToLower(word))
	if err != nil {
		return strings.ToLower(word)
	}
	return out
}

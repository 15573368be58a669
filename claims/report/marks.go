package report

import (
	"strings"
	"unicode"
)

// titled is a title between the quotation marks of the language; one that is
// a quotation as a whole keeps its own marks. Nothing stands for no title.
func (w words) titled(title string) string {
	bare := strings.TrimSuffix(title, "\u200e") // see apart
	switch {
	case bare == "":
		return w.of("untitled")
	case quotedWhole(bare):
		return title
	case w.english():
		return w.of("quote.open") + nested(title) + w.of("quote.close")
	}
	return w.of("quote.open") + innerMarks[w.of("language")].Replace(title) + w.of("quote.close")
}

// innerMarks are the quotation marks within quotation marks.
var innerMarks = map[string]*strings.Replacer{
	"fr": strings.NewReplacer("«\u00a0", "“", "«\u202f", "“", "« ", "“", "«", "“", "\u00a0»", "”", "\u202f»", "”", " »", "”", "»", "”"),
	"de": strings.NewReplacer("„", "‚", "“", "‘"),
	"es": strings.NewReplacer("«", "“", "»", "”"),
}

// quotedWhole reports whether words stand between one pair of marks.
func quotedWhole(s string) bool {
	for _, pair := range [][2]string{{"“", "”"}, {"„", "“"}, {"«", "»"}, {`"`, `"`}, {"「", "」"}} {
		if inside, ok := strings.CutPrefix(s, pair[0]); ok {
			if inside, ok = strings.CutSuffix(inside, pair[1]); ok {
				return !strings.ContainsAny(inside, pair[0]+pair[1])
			}
		}
	}
	return false
}

// nested turns the double quotation marks of words that get such marks
// themselves into single ones, as English does.
func nested(s string) string {
	if strings.Contains(s, "„") { // a German title: its closing mark is our opening one
		return innerMarks["de"].Replace(s)
	}
	var b strings.Builder
	before := ' '
	for _, r := range s {
		switch {
		case r == '“', r == '"' && (unicode.IsSpace(before) || strings.ContainsRune("([—–", before)):
			b.WriteRune('‘')
		case r == '”', r == '"':
			b.WriteRune('’')
		default:
			b.WriteRune(r)
		}
		before = r
	}
	return b.String()
}

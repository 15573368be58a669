package when

import (
	"strings"
	"unicode/utf8"

	"onrecord/claims/wordlist"
)

// event reads the thing that a deadline without a date hangs on: "the
// election" of "before the election", "his term" of "the end of his term". The
// words run to the next mark, verb or preposition. What one can stand before
// or walk through is a place, not a time.
func (p *parser) event(at int, place bool) (phrase, int) {
	if !p.oneOf(at, "the", "his", "her", "their", "its", "our", "my", "that", "any", "next") {
		return phrase{}, 0
	}
	const longestName = 5
	end := at + 1
	for end < len(p.toks) && end <= at+longestName {
		t := p.tok(end)
		if (t.mark == '\'' || t.mark == '’') && end > at+1 && p.lower(end+1) == "s" && p.tok(end+2).mark == 0 {
			end += 2 // the state's primary
			continue
		}
		if t.mark != 0 || t.num >= 0 || stops[p.lower(end)] || !t.upper && strings.HasSuffix(p.lower(end), "ed") {
			break
		}
		end++
	}
	for end > at+1 && p.words(end-1, "of") {
		end--
	}
	if end == at+1 || place && places[p.lower(end-1)] {
		return phrase{}, 0
	}
	return phrase{kind: Vague, deadline: true}, end
}

func (p *parser) lower(i int) string {
	t := p.tok(i)
	word := p.text[t.start:t.end]
	if utf8.RuneCountInString(word) > longest {
		return ""
	}
	return strings.ToLower(word)
}

var set = wordlist.Set

// stops end the name of an event.
var stops = set(`is are was were be been being will would shall should can could may might must has have had do does did
	and or but that which who whom whose to in on at by for with from into over under about against if when while as
	because since than then not began saw came went took made got gave left met only ends he she it they we you i there this these those after before until a an the`)

// places are what one stands before without a deadline: "before the court".
var places = set(`court courts judge judges jury tribunal committee panel commission council parliament congress senate
	house assembly board camera cameras media press public nation world people crowd audience inquiry hearing
	legislature chamber eyes bench gate gates door doors building`)

package setting

import (
	"strconv"
	"strings"

	"onrecord/claims/lang"
	"onrecord/claims/when"
)

// reckoned gives the day that the sentence counts from another one: "the
// following day", "two days after the vote", "hours later", "on the eve of the
// poll". What it counts from is named behind it (then named is true) or is the
// last day that the report gave.
func (d *days) reckoned(f *frame) (s said, isNamed, ok bool) {
	for i := f.sent.First; i < f.sent.Last; i++ {
		if !f.telling(i) || in(f.inCue, i) || loosely[f.word(i-1)] {
			continue
		}
		r, ok := f.reckoning(i)
		if !ok || f.ofAnother(i) || f.ofAnother(r.next-1) {
			continue
		}
		from, isNamed, ok := d.reckonedFrom(f, i, r)
		if !ok || !from.on.IsFull() {
			return said{}, false, false
		}
		on := from.on.AddDays(r.by)
		if last, known := d.published.Last(); known && on.Compare(last) > 0 {
			return said{}, false, false
		}
		words := f.text(lang.Range{First: i, Last: r.next})
		return said{on: on, words: words, of: "“" + from.words + "”"}, isNamed, true
	}
	return said{}, false, false
}

// reckoning is a number of days that words count, and the token behind them.
type reckoning struct {
	by, next int
	from     naming
}

// naming tells whether the words name what they count from.
type naming uint8

const (
	pointing naming = iota // "two days later"
	perhaps                // "the day before", "the day before the vote"
	named                  // "the day after the vote"
)

// reckoning reads words that count days, from token i on.
func (f *frame) reckoning(i int) (reckoning, bool) {
	if f.word(i) == "the" {
		return f.nextTo(i + 1)
	}
	if r, ok := f.sameDay(i); ok {
		return r, true
	}
	n, unit := f.counted(i)
	way := later[f.word(unit+1)]
	if unit == 0 || way == 0 {
		return reckoning{}, false
	}
	r := reckoning{by: n * way, next: unit + 2, from: namingOf(f.word(unit + 1))}
	if shortly[f.word(unit)] { // within the same day, most likely, but not looking back
		r.by = 0
		return r, way > 0
	}
	return r, strings.HasPrefix(f.word(unit), "day") && n > 0
}

// nextTo reads the day before or after another from behind "the": "following
// day", "evening before", "eve of the vote".
func (f *frame) nextTo(i int) (reckoning, bool) {
	a, b, c := f.word(i), f.word(i+1), f.word(i+2)
	r := reckoning{by: beside[a], next: i + 2}
	switch {
	case r.by != 0 && partsOfDay[b]:
		return r, true
	case a == "eve" && b == "of":
		r.by, r.from = -1, named
		return r, true
	}
	r.by, r.from = later[b], namingOf(b)
	return r, partsOfDay[a] && r.by != 0 && c != "yesterday" && c != "tomorrow"
}

// sameDay reads words for a later hour of the same day: "shortly afterwards", "in
// the evening".
func (f *frame) sameDay(i int) (reckoning, bool) {
	a, b, c := f.word(i), f.word(i+1), f.word(i+2)
	switch {
	case soon[a] && (b == "after" || b == "afterwards" || b == "afterward" || b == "thereafter"):
		return reckoning{next: i + 2, from: namingOf(b)}, true
	case (a == "in" || a == "by") && b == "the" && partsOfDay[c] && c != "day" && i <= f.sent.First+1:
		return reckoning{next: i + 3}, true
	}
	return reckoning{next: i + 4}, (a == "later" || a == "earlier") && b == "in" && c == "the" && f.word(i+3) == "day"
}

// counted reads "two days" or "a few hours": the number, where it is known,
// and the token of the unit, 0 for none.
func (f *frame) counted(i int) (n, unit int) {
	switch w := f.word(i); {
	case shortly[w]:
		return 0, i
	case w == "a" && f.word(i+1) == "few":
		i++
	case w == "a" || w == "an" || w == "one":
		n = 1
	case w != "":
		n = numerals[w]
		if v, err := strconv.Atoi(w); err == nil && v <= 60 {
			n = v
		}
	}
	if u := f.word(i + 1); shortly[u] || n > 0 && (u == "day" || u == "days") {
		return n, i + 1
	}
	return 0, 0
}

func namingOf(way string) naming {
	switch way {
	case "after":
		return named
	case "before":
		return perhaps
	}
	return pointing
}

// loosely are the words before a count that then names no day.
var loosely = set("within about roughly around almost nearly than least until by")

var (
	soon     = set("shortly soon immediately right just")
	beside   = map[string]int{"following": 1, "next": 1, "previous": -1, "preceding": -1}
	later    = map[string]int{"later": 1, "after": 1, "afterwards": 1, "earlier": -1, "before": -1}
	shortly  = set("hour hours minute minutes moments")
	numerals = map[string]int{"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
)

// reckonedFrom gives the day that the words at i count from: one that stands
// behind them ("the day after Monday's vote"), that of an event ("the day after
// the vote"), or, where nothing is named, the last one of the report.
func (d *days) reckonedFrom(f *frame, i int, r reckoning) (s said, isNamed, ok bool) {
	const longest = 8
	last := r.next
	for r.from != pointing && last < r.next+longest && f.telling(last) && !in(f.inCue, last) && !isMark(f.word(last)) {
		last++
	}
	if last > r.next {
		text := d.doc.Text[f.toks[r.next].Span.Start:f.toks[last-1].Span.End]
		for _, e := range when.Find(text, d.published) {
			if e.Kind == when.Day && !toCome(e, d.published) {
				return said{on: e.Date, words: wordsOf(e, text)}, true, true
			}
		}
		for k := r.next; k < last; k++ {
			if np, definite := f.nounPhrase(k); (definite || events[f.toks[k].Lower]) && np.First == r.next && strings.HasPrefix(f.toks[k].Tag, "NN") && !strings.HasPrefix(f.word(k+1), "'") {
				s, ok = d.tales.dayOf(f.toks[k].Lemma, i)
				return s, true, ok
			}
		}
	}
	if r.from == named {
		return said{}, false, false
	}
	s, ok = d.lastDay(i, i-reach)
	return s, false, ok
}

// reach is how many tokens back a day is looked for that words such as "that
// night" point to.
const reach = 60

// lastDay gives the last day that the report named in the tokens from first to
// before i.
func (d *days) lastDay(i, first int) (said, bool) {
	return d.lastTime(i, first, func(k when.Kind) bool { return k == when.Day })
}

// lastTime gives the last time of some kinds that the report named in the
// tokens from first to before i.
func (d *days) lastTime(i, first int, kind func(when.Kind) bool) (said, bool) {
	first = max(first, 0)
	if first >= i {
		return said{}, false
	}
	toks := d.doc.Tokens
	text := d.doc.Text[toks[first].Span.Start:toks[i-1].Span.End]
	all := when.Find(text, d.published)
	for k := len(all) - 1; k >= 0; k-- {
		e := all[k]
		at := d.doc.TokenAt(toks[first].Span.Start + e.Span.Start)
		if e.Date.Year != 0 && kind(e.Kind) && !e.Deadline && !toCome(e, d.published) && d.tales.own(at) {
			return said{on: e.Date, words: wordsOf(e, text)}, true
		}
	}
	return said{}, false
}

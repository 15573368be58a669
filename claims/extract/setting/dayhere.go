package setting

import (
	"slices"
	"strconv"
	"strings"

	"onrecord/claims"
	"onrecord/claims/lang"
	"onrecord/claims/when"
)

// inSentence looks for an expression of time among the words that tell of the
// saying: first behind the cue, then in front of it. One that opens the
// sentence goes before one that stands far behind.
func (d *days) inSentence(f *frame) (said, bool) {
	const far = 8 // tokens
	best, found := timed{}, false
	for _, r := range f.pieces() {
		s, ok := d.inPiece(f, r)
		switch {
		case !ok:
		case !found:
			if best, found = s, true; s.tok < f.cue.Last+far {
				return s.said, true
			}
		case s.tok <= f.sent.First+opening && s.day:
			return s.said, true
		}
	}
	return best.said, found
}

// opening is how many words may stand in front of a time that opens a
// sentence: "also late on".
const opening = 3

// timed is a day with the token where its words stand.
type timed struct {
	said
	tok int
	day bool
}

// inPiece takes the first expression of time of a stretch, or the first that
// names a day: "earlier this week, on Wednesday".
func (d *days) inPiece(f *frame, r lang.Range) (timed, bool) {
	best, found := timed{}, false
	if !slices.ContainsFunc(f.toks[r.First:r.Last], func(t lang.Token) bool { return when.Word(t.Lower) }) {
		return best, false
	}
	start := f.toks[r.First].Span.Start
	text := f.doc.Text[start:f.toks[r.Last-1].Span.End]
	for _, e := range when.Find(text, d.published) {
		tok := f.doc.TokenAt(start + e.Span.Start)
		last := f.doc.TokenAt(start + e.Span.End - 1)
		saidWhen := f.saidWhen(last)
		if e.Kind == when.Vague || (e.Deadline || e.Since) && !f.stands(e, tok) && !saidWhen || e.Date.IsZero() || toCome(e, d.published) || ratherAhead(e, text, d.published) || found && e.Kind != when.Day {
			continue
		}
		if saidWhen {
			return timed{said{on: e.Date, words: wordsOf(e, text)}, tok, e.Kind == when.Day}, true
		}
		if e.Kind == when.Day && f.elsewhereOnEarth(e, d.published) {
			e.Date = d.published.AddDays(1)
		}
		if !f.issued(tok) && (f.ofAnother(tok) || f.farFromNoun(tok)) || f.ofNeighbour(tok, e.Kind == when.Day) || f.inName(tok, last) || f.ofThing(tok, last) || f.ofPossession(tok, last) {
			continue
		}
		best, found = timed{said{on: e.Date, words: wordsOf(e, text)}, tok, e.Kind == when.Day}, true
		if best.day {
			break
		}
	}
	return best, found
}

// elsewhereOnEarth reports whether a weekday is tomorrow's where the report names
// the time of another place: "on Friday morning, local time", of a Thursday.
func (f *frame) elsewhereOnEarth(e when.Expression, published claims.Date) bool {
	const week = 7
	if !published.IsFull() || e.First != published.AddDays(1-week) {
		return false
	}
	for i := f.sent.First; i < f.sent.Last; i++ {
		if f.free(i) && f.word(i) == "local" && f.word(i+1) == "time" {
			return true
		}
	}
	return false
}

// saidWhen reports whether the cue stands in a clause that tells what happened on
// the day that ends at a token: "until August 7, when she wrote".
func (f *frame) saidWhen(last int) bool {
	const near = 8
	i := last + 1
	if f.word(i) == "," {
		i++
	}
	return f.word(i) == "when" && f.cue.First > i && f.cue.First <= i+near
}

func wordsOf(e when.Expression, text string) string {
	words := strings.Join(strings.Fields(e.Span.In(text)), " ")
	if first, rest, ok := strings.Cut(words, " "); ok && e.Kind == when.Day && strings.EqualFold(first, "the") && capital(rest) {
		return rest // "the May 9 interview"
	}
	return words
}

// toCome reports whether the time lies after publication: nobody has spoken
// then.
func toCome(e when.Expression, published claims.Date) bool {
	last, ok := published.Last()
	return ok && !e.First.IsZero() && e.First.Compare(last) > 0
}

// ratherAhead reports whether a day without a year is taken for one long past
// though the next one is near: "the summit opens on May 30", of the middle of May.
func ratherAhead(e when.Expression, text string, published claims.Date) bool {
	const longAgo = 240
	if e.Kind != when.Day || !e.First.IsFull() || !published.IsFull() || e.First.Compare(published.AddDays(-longAgo)) > 0 {
		return false
	}
	words := e.Span.In(text)
	return !strings.Contains(words, strconv.Itoa(e.First.Year)) && !strings.Contains(words, "last") && !strings.Contains(words, "ago")
}

// stands reports whether the time at the token is the day on which a report
// stands: "As of Monday the harbour office reported ...", "By Monday the board
// said ...".
func (f *frame) stands(e when.Expression, tok int) bool {
	return e.Kind == when.Day && tok < f.cue.First && tok <= f.sent.First+opening && (f.word(tok) == "by" || f.word(tok) == "as")
}

// inName reports whether the time from one token to another is part of a name:
// "Harbour Today said", "the Christmas Fund".
func (f *frame) inName(first, last int) bool {
	switch t := &f.toks[first]; t.Lower {
	case "today", "yesterday", "tonight", "tomorrow", "this", "last", "next":
		if first > f.sent.First && capital(t.Word) && (capital(f.toks[first-1].Word) || capital(f.toks[last].Word)) {
			return true // the programme "This Week"
		}
	}
	if titled(f.toks, last) {
		return true
	}
	next := last + 1
	return f.sent.Has(next) && strings.HasPrefix(f.toks[next].Tag, "NNP") && feasts[f.toks[last].Lower]
}

// titled reports whether the weekday at i is a word of a title: "the Sunday Herald",
// “Radio Nine Sunday”.
func titled(toks []lang.Token, i int) bool {
	if i <= 0 || toks[i].Tag != "NNP" || !weekday(toks[i].Lower) {
		return false
	}
	if i+1 < len(toks) && toks[i-1].Lower == "the" && toks[i+1].Tag == "NNP" && capital(toks[i+1].Word) && !weekday(toks[i+1].Lower) {
		return true
	}
	return toks[i].Quote >= 0 && toks[i-1].Quote == toks[i].Quote && capital(toks[i-1].Word)
}

func weekday(word string) bool {
	return strings.HasSuffix(word, "day") && when.Word(word) && word != "day" && word != "today"
}

var feasts = set("christmas easter thanksgiving halloween")

func capital(word string) bool { return word != "" && 'A' <= word[0] && word[0] <= 'Z' }

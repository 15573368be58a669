package suggest

import (
	"math"
	"strings"

	"onrecord/claims"
)

// Article is a text that may bear on claims. Read once, it can be compared
// with many.
type Article struct {
	text   *Text
	title  map[string]bool
	headed bool // the text begins with the title
	date   claims.Date
}

// NewArticle reads an article. The text may begin with its title.
func NewArticle(title, text string, published claims.Date) *Article {
	return &Article{text: Read(text), title: meaningsOf(title), headed: title != "" && strings.HasPrefix(text, title), date: published}
}

// Bearing is how an article bears on a claim.
type Bearing struct {
	Score    float64 // 0 to 1
	Words    []string
	Relation claims.Relation // "" where the score is far below Least
	Reason   string          // in words: what speaks for the relation
	Span     claims.Span     // the sentence of the article that says most
}

// What a term counts by how far from the sentence it stands.
const (
	inTitle   = 0.8
	nextTo    = 0.75
	elsewhere = 0.5
)

// What else raises the score, as a share of what the words give.
const (
	byFigure  = 0.12 // a figure of the same kind
	byEvent   = 0.08 // a word of completion or failure
	byDue     = 0.08 // published about when the claim was due
	bySpeaker = 0.06 // the speaker is named
)

// lacksNames is what is left of the score where the claim names something and
// the article none of it.
const lacksNames = 0.5

// onlyAName is what is left where a name is all that the two share.
const onlyAName = 0.7

// Least is the score from which on a bearing is worth showing.
const Least = 0.33

// worthReading is the score from which on the relation is looked for, which
// takes a parse.
const worthReading = 0.25

// Bears tells how far an article bears on the claim: zero where it is not
// later than the claim, or where the two share fewer than two words beside
// the speaker's name.
func (s *Subject) Bears(a *Article) Bearing {
	if !later(s.claim.MadeOn, a.date) || s.total == 0 {
		return Bearing{}
	}
	best, at := 0.0, -1
	for i := range a.text.sentences {
		if score := s.cover(a, i); score > best {
			best, at = score, i
		}
	}
	if at < 0 || !s.enough(a, at) {
		return Bearing{}
	}
	b := Bearing{Span: a.text.spans[at], Words: s.shared(a, at)}
	b.Score = rounded(best * s.more(a, at))
	if b.Score >= worthReading {
		b.Relation, b.Reason = s.relate(a, at)
	}
	return b
}

// later reports whether the article was published after the claim was made.
func later(made, published claims.Date) bool {
	p, ok := published.Last()
	m, known := made.First()
	return ok && (!known || p.Compare(m) > 0)
}

// cover is the share of the claim's weight that the article has, looked at
// from one of its sentences.
func (s *Subject) cover(a *Article, at int) float64 {
	sum := 0.0
	for _, t := range s.terms {
		sum += t.weight * a.level(t.meaning, at)
	}
	return sum / s.total
}

// level is how near a meaning stands to a sentence, 1 for inside.
func (a *Article) level(meaning string, at int) float64 {
	switch {
	case !a.has(meaning):
		return 0
	case a.text.sentences[at].has(meaning):
		return 1
	case a.title[meaning]:
		return inTitle
	case at > 0 && a.text.sentences[at-1].has(meaning), at+1 < len(a.text.sentences) && a.text.sentences[at+1].has(meaning):
		return nextTo
	}
	return elsewhere
}

func (s sentence) has(meaning string) bool { return s.find(meaning) >= 0 }

// find gives the place of the first word with the meaning, -1 for none.
func (s sentence) find(meaning string) int {
	for i := range s {
		if !s[i].empty && s[i].meaning == meaning {
			return i
		}
	}
	return -1
}

// enough reports whether the two share two things that are not the speaker's
// name: words of the proposition, or figures of one kind. One of them has to
// be more than a verb: much opens and rises.
func (s *Subject) enough(a *Article, at int) bool {
	shared, nouns := 0, 0
	if _, ok := s.compareFigures(a, at); ok {
		shared++
	}
	for _, t := range s.terms {
		if t.speaker || !s.text.meanings[t.meaning] || !a.has(t.meaning) {
			continue
		}
		shared++
		if !hasOpposite[t.meaning] {
			nouns++
		}
	}
	return shared >= 2 && nouns >= 1
}

// oneName reports whether all that the two share is one name, such as that of
// the town where everything happens.
func (s *Subject) oneName(a *Article, at int) bool {
	if _, ok := s.compareFigures(a, at); ok {
		return false
	}
	for _, t := range s.terms {
		if !t.name && !t.speaker && s.text.meanings[t.meaning] && a.has(t.meaning) {
			return false
		}
	}
	return true
}

// has reports whether a meaning stands anywhere in the article.
func (a *Article) has(meaning string) bool { return a.text.meanings[meaning] || a.title[meaning] }

// rounded keeps three decimals: more would only seem exact.
func rounded(score float64) float64 { return math.Round(score*1000) / 1000 }

// more is the share of a score that is left for want of what is not a shared
// word: 1 where everything else speaks for the article as well.
func (s *Subject) more(a *Article, at int) float64 {
	out := 1.0
	if _, ok := s.compareFigures(a, at); ok {
		out += byFigure
	}
	if a.text.sentences[at].hasEvent() {
		out += byEvent
	}
	if nearDue(s.claim.Due, a.date) {
		out += byDue
	}
	for m := range s.speaker {
		if a.text.meanings[m] {
			out += bySpeaker
			break
		}
	}
	switch {
	case s.names && !s.named(a):
		out *= lacksNames
	case s.oneName(a, at):
		out *= onlyAName
	}
	return out / (1 + byFigure + byEvent + byDue + bySpeaker)
}

func (s *Subject) named(a *Article) bool {
	for _, t := range s.terms {
		if t.name && !t.speaker && a.has(t.meaning) {
			return true
		}
	}
	return false
}

// nearDue reports whether an article was published in the quarter of a year
// around the due date.
func nearDue(due, published claims.Date) bool {
	const before, after = 45, 90 // days
	last, ok := due.Last()
	if !ok || published.IsZero() {
		return false
	}
	days := published.Time().Sub(last.Time()).Hours() / 24
	return -before <= days && days <= after
}

// shared lists the words of the claim that the article has, as the article
// writes them, the weightiest first.
func (s *Subject) shared(a *Article, at int) []string {
	var out []string
	for _, t := range s.terms {
		if w := a.written(t.meaning, at); w != "" {
			out = append(out, w)
		}
	}
	return out
}

// written gives a word with the meaning, from the sentence where it has one.
func (a *Article) written(meaning string, at int) string {
	if i := a.text.sentences[at].find(meaning); i >= 0 {
		return a.text.in(a.text.sentences[at][i].span)
	}
	for _, sent := range a.text.sentences {
		if i := sent.find(meaning); i >= 0 {
			return a.text.in(sent[i].span)
		}
	}
	return ""
}

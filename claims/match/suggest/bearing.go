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
	Relation claims.Relation // "" where the score is below Least
	Reason   string          // in words: what speaks for the relation
	Span     claims.Span     // the sentence of the article that says most
}

// What a term counts by how far from the sentence it stands.
const (
	inTitle   = 0.8
	nextTo    = 0.75
	elsewhere = 0.5
)

// What else speaks for a bearing, beside the words: as much as that share of
// the claim's weight. The values are those that a logistic regression on the
// cases seen while tuning gives beside the share of the words; a figure of the
// same kind and words of completion told it nothing more.
const (
	bySpeaker = 0.18 // the speaker is named
	byDue     = 0.10 // published about when the claim was due
)

// lacksNames is what is left of the score where the claim names something and
// the article none of it.
const lacksNames = 0.5

// onlyAName is what is left where a name is all that the two share.
const onlyAName = 0.7

// Least is the score from which on a bearing is worth showing.
const Least = 0.32

// Bears tells how far an article bears on the claim: zero where it is not
// later than the claim, or where the two share fewer than two words beside
// the speaker's name.
func (s *Subject) Bears(a *Article) Bearing {
	if !later(s.claim.MadeOn, a.date) || s.total == 0 {
		return Bearing{}
	}
	v := s.view(a)
	best, at := v.best()
	if at < 0 || !v.enough(at) {
		return Bearing{}
	}
	b := Bearing{Span: a.text.spans[at], Words: v.shared(at)}
	b.Score = rounded(v.weigh(best, at))
	if b.Score >= Least { // it takes a parse
		b.Relation, b.Reason = s.relate(a, at, best)
	}
	return b
}

// later reports whether the article was published after the claim was made.
func later(made, published claims.Date) bool {
	p, ok := published.Last()
	m, known := made.First()
	return ok && (!known || p.Compare(m) > 0)
}

// view is an article as it is looked at for one claim.
type view struct {
	*Subject
	a    *Article
	hits [][]hit // by term: the meanings of the article that stand for it
}

// view finds what of the claim the article has.
func (s *Subject) view(a *Article) *view {
	v := &view{s, a, make([][]hit, len(s.terms))}
	for k := range s.terms {
		t := &s.terms[k]
		if a.has(t.meaning) {
			v.hits[k] = []hit{{t.meaning, 1}}
		} else {
			v.hits[k] = a.text.near(t)
		}
	}
	return v
}

// best gives the sentence from which the article has most of the claim, -1 for
// none, and the share that it has.
func (v *view) best() (share float64, at int) {
	at = -1
	for i := range v.a.text.sentences {
		if score := v.cover(i); score > share {
			share, at = score, i
		}
	}
	return share, at
}

// cover is the share of the claim's weight that the article has, looked at
// from one of its sentences.
func (v *view) cover(at int) float64 {
	sum := 0.0
	for k := range v.terms {
		best := 0.0
		for _, h := range v.hits[k] {
			best = max(best, h.share*v.a.level(h.meaning, at))
		}
		sum += v.terms[k].weight * best
	}
	return sum / v.total
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
func (v *view) enough(at int) bool {
	shared, nouns := 0, 0
	if _, ok := v.compareFigures(v.a, at); ok {
		shared++
	}
	for k, t := range v.terms {
		if t.speaker || !v.text.meanings[t.meaning] || len(v.hits[k]) == 0 {
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
func (v *view) oneName(at int) bool {
	if _, ok := v.compareFigures(v.a, at); ok {
		return false
	}
	for k, t := range v.terms {
		if !t.name && !t.speaker && v.text.meanings[t.meaning] && len(v.hits[k]) > 0 {
			return false
		}
	}
	return true
}

// has reports whether a meaning stands anywhere in the article.
func (a *Article) has(meaning string) bool { return a.text.meanings[meaning] || a.title[meaning] }

// rounded keeps three decimals: more would only seem exact.
func rounded(score float64) float64 { return math.Round(score*1000) / 1000 }

// weigh makes a score of the share of the words that a sentence has, and of
// what else speaks for or against the article.
func (v *view) weigh(share float64, at int) float64 {
	switch {
	case v.names && !v.named():
		share *= lacksNames
	case v.oneName(at):
		share *= onlyAName
	}
	for m := range v.speaker {
		if v.a.text.meanings[m] {
			share += bySpeaker
			break
		}
	}
	if nearDue(v.claim.Due, v.a.date) {
		share += byDue
	}
	return share / (1 + bySpeaker + byDue)
}

func (v *view) named() bool {
	for k, t := range v.terms {
		if t.name && !t.speaker && len(v.hits[k]) > 0 {
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
func (v *view) shared(at int) []string {
	var out []string
	for k := range v.terms {
		for _, h := range v.hits[k] {
			if w := v.a.written(h.meaning, at); w != "" {
				out = append(out, w)
				break
			}
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

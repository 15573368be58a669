package suggest

import (
	"math"
	"slices"
	"strings"
	"sync"

	"onrecord/claims"
)

// Article is a text that may bear on claims. Read once, it can be compared
// with many.
type Article struct {
	text   *Text
	title  map[string]bool
	headed bool // the text begins with the title
	date   claims.Date
	about  topic // of the title
	topics func() []topic
}

// NewArticle reads an article. The text may begin with its title.
func NewArticle(title, text string, published claims.Date) *Article {
	body, head := Read(text), Read(title)
	return &Article{
		text: body, title: head.meanings, headed: title != "" && strings.HasPrefix(text, title), date: published,
		about: sum(head.topics()...), topics: sync.OnceValue(body.topics),
	}
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

// Least is the score from which on a bearing is worth showing.
const Least = 0.03

// Beside is the share of the best score of a list that the others of it have
// to have: beside an article that bears on a claim for certain, one in fifteen is
// noise. A claim has several articles; an article bears on one claim, mostly.
type Beside float64

// The two kinds of lists.
const (
	OfArticles Beside = 0.07
	OfClaims   Beside = 0.2
)

// Worth tells how many of the scores of a list, the best first, are worth
// showing.
func (b Beside) Worth(scores []float64) int {
	for i, s := range scores {
		if s < max(Least, float64(b)*scores[0]) {
			return i
		}
	}
	return len(scores)
}

// Bears tells how far an article bears on the claim, and how: zero where it is
// not later than the claim, or where the two share nothing but the speaker's
// name.
func (s *Subject) Bears(a *Article) Bearing {
	b := s.Weigh(a)
	if b.Score >= Least {
		b.Relation, b.Reason = s.Relation(a)
	}
	return b
}

// Weigh tells how far an article bears on the claim and leaves open how, which
// takes a parse.
func (s *Subject) Weigh(a *Article) Bearing {
	v, at := s.look(a)
	if at < 0 {
		return Bearing{}
	}
	return Bearing{Span: a.text.spans[at], Words: v.shared(at), Score: rounded(v.measures(at).score())}
}

// look finds the sentence of the article that has most of the claim, -1 for
// none.
func (s *Subject) look(a *Article) (v *view, at int) {
	if !later(s.claim.MadeOn, a.date) || s.total == 0 {
		return nil, -1
	}
	v = s.view(a)
	if _, at = v.best(); at >= 0 && !v.sharesMore(at) {
		at = -1
	}
	return v, at
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
			v.hits[k] = []hit{{meaning: t.meaning, share: 1}}
		} else {
			v.hits[k] = a.text.near(t)
		}
		for i := range v.hits[k] {
			h := &v.hits[k][i]
			h.title, h.in = a.title[h.meaning], a.text.where[h.meaning]
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
	share, _ := v.shareOf(func(*term) bool { return true }, at)
	return share
}

// level is how near a hit stands to a sentence, 1 for inside.
func (h *hit) level(at int) float64 {
	best := 0.0
	if h.title {
		best = inTitle
	}
	for _, i := range h.in {
		switch {
		case i == at:
			return 1
		case i == at-1 || i == at+1:
			best = max(best, nextTo)
		case inReach(i, at):
			best = max(best, elsewhere)
		}
	}
	return best
}

// inReach reports whether a sentence is looked at together with another: one
// of the first, which tell what an article is about, or one near it. A long
// article has words of everything somewhere.
func inReach(i, at int) bool {
	const first, near = 4, 6
	return i < first || at-near <= i && i <= at+near
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

// sharesMore reports whether the two share more than the speaker's name.
func (v *view) sharesMore(at int) bool {
	for k := range v.terms {
		if !v.terms[k].speaker && len(v.hits[k]) > 0 {
			return true
		}
	}
	_, figures := v.compareFigures(v.a, at)
	return figures
}

// has reports whether a meaning stands anywhere in the article.
func (a *Article) has(meaning string) bool { return a.text.meanings[meaning] || a.title[meaning] }

// rounded keeps three decimals: more would only seem exact.
func rounded(score float64) float64 { return math.Round(score*1000) / 1000 }

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
// writes them, in the order of the claim; before them the speaker's name where
// the claim is about the speaker.
func (v *view) shared(at int) []string {
	var out []string
	if v.ofSelf {
		for m := range v.speaker {
			if w := v.a.written(m, at); w != "" && v.term(m) == nil {
				out = append(out, w)
			}
		}
		slices.Sort(out)
	}
	order := make([]int, len(v.terms))
	for k := range order {
		order[k] = k
	}
	slices.SortFunc(order, func(a, b int) int { return v.terms[a].place - v.terms[b].place })
	for _, k := range order {
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

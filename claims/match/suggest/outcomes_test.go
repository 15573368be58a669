package suggest_test

import (
	"cmp"
	"slices"
	"testing"

	"onrecord/claims"
	"onrecord/claims/match/suggest"
	"onrecord/claims/match/suggest/cases"
)

// proposal is an article or a claim that was proposed.
type proposal struct {
	suggest.Bearing
	claim   *cases.Claim
	article *cases.Article
	own     bool // from the file of the other
}

func (p *proposal) belongs() bool { return p.own && p.article.Bears[p.claim.Key] != "" }

func counterOf(beats []*cases.Beat) suggest.Counter {
	var texts []string
	for _, b := range beats {
		for _, a := range b.Articles {
			texts = append(texts, a.Text)
		}
		for _, c := range b.Claims {
			texts = append(texts, c.Text)
		}
	}
	return suggest.NewTexts(texts...)
}

// eachPair sets every claim beside every article of all files. The proposals it
// gives have no bearing yet.
func eachPair(beats []*cases.Beat, use func(*suggest.Subject, *suggest.Article, proposal)) {
	counter := counterOf(beats)
	read := map[*cases.Article]*suggest.Article{}
	for _, b := range beats {
		for _, a := range b.Articles {
			read[a] = suggest.NewArticle(a.Title, a.Text, a.Published)
		}
	}
	for _, b := range beats {
		for _, c := range b.Claims {
			subject := suggest.NewSubject(c.Claim, counter)
			for _, other := range beats {
				for _, a := range other.Articles {
					use(subject, read[a], proposal{claim: c, article: a, own: b == other})
				}
			}
		}
	}
}

// propose weighs every claim against every article of all files.
func propose(beats []*cases.Beat) []proposal {
	var out []proposal
	eachPair(beats, func(subject *suggest.Subject, article *suggest.Article, p proposal) {
		p.Bearing = subject.Bears(article)
		out = append(out, p)
	})
	return out
}

// ranked sorts the proposals that are worth showing and tells which belong.
func ranked(all []proposal, list suggest.Beside) []bool {
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b proposal) int { return cmp.Compare(b.Score, a.Score) })
	scores := make([]float64, len(all))
	for i := range all {
		scores[i] = all[i].Score
	}
	out := make([]bool, list.Worth(scores))
	for i := range out {
		out[i] = all[i].belongs()
	}
	return out
}

func TestOutcomesOfWrittenCases(t *testing.T) {
	beats, err := cases.Beats()
	if err != nil {
		t.Fatal(err)
	}
	all := propose(beats)
	for _, half := range []struct {
		name              string
		has               func(*cases.Beat) bool
		precision, recall float64 // at 3 and at 10, at least
		relation, sure    float64 // share of the relations that are right, and of those that say more than context, at least
	}{
		{"seen while tuning", func(b *cases.Beat) bool { return b.Set == cases.Seen }, 0.8, 0.9, 0.5, 0.93},
		{"held out", func(b *cases.Beat) bool { return b.Set == cases.Held }, 0.77, 0.92, 0.3, 0.8},
		{"blind", func(b *cases.Beat) bool { return b.Set == cases.Blind }, 0.75, 0.9, 0.4, 0.8},
		{"all", func(*cases.Beat) bool { return true }, 0.8, 0.9, 0.45, 0.9},
	} {
		mine := slices.DeleteFunc(slices.Clone(beats), func(b *cases.Beat) bool { return !half.has(b) })
		byClaim := rankByClaim(mine, all)
		tell(t, half.name+", articles for a claim", byClaim)
		tell(t, half.name+", claims for an article", rankByArticle(mine, all))
		right, sure := relations(mine, all).tell(t, half.name)
		if byClaim.PrecisionAtThree() < half.precision || byClaim.RecallAtTen() < half.recall {
			t.Errorf("%s: below %.2f and %.2f", half.name, half.precision, half.recall)
		}
		if right < half.relation || sure < half.sure {
			t.Errorf("%s: relations below %.2f and %.2f", half.name, half.relation, half.sure)
		}
	}
}

func tell(t *testing.T, name string, r cases.Ranking) {
	t.Helper()
	t.Logf("%s: precision at 1 %.2f, at 3 %.2f, of as many as can be right there %.2f, at as many as there are %.2f, recall at 10 %.2f (%d lists, %d of %d proposals right, %d lists where there is nothing to find)",
		name, r.PrecisionAtOne(), r.PrecisionAtThree(), r.ReachedAtThree(), r.PrecisionAtAll(), r.RecallAtTen(), r.Queries, r.Accepted, r.Proposed, r.Idle)
}

func rankByClaim(beats []*cases.Beat, all []proposal) (r cases.Ranking) {
	for _, b := range beats {
		for _, c := range b.Claims {
			toFind := 0
			for _, a := range b.Articles {
				if a.Bears[c.Key] != "" {
					toFind++
				}
			}
			r.Note(ranked(slices.DeleteFunc(slices.Clone(all), func(p proposal) bool { return p.claim != c }), suggest.OfArticles), toFind)
		}
	}
	return r
}

func rankByArticle(beats []*cases.Beat, all []proposal) (r cases.Ranking) {
	for _, b := range beats {
		for _, a := range b.Articles {
			r.Note(ranked(slices.DeleteFunc(slices.Clone(all), func(p proposal) bool { return p.article != a }), suggest.OfClaims), len(a.Bears))
		}
	}
	return r
}

// relations counts how the relations of the pairs that belong together are
// proposed.
func relations(beats []*cases.Beat, all []proposal) relationTable {
	table := relationTable{}
	for _, p := range all {
		if p.belongs() && slices.ContainsFunc(beats, func(b *cases.Beat) bool { return slices.Contains(b.Claims, p.claim) }) {
			table[[2]claims.Relation{p.article.Bears[p.claim.Key], p.Relation}]++
		}
	}
	return table
}

func BenchmarkBears(b *testing.B) {
	beats, err := cases.Beats()
	if err != nil {
		b.Fatal(err)
	}
	subject := suggest.NewSubject(beats[0].Claims[0].Claim, counterOf(beats))
	a := beats[0].Articles[0]
	article := suggest.NewArticle(a.Title, a.Text, a.Published)
	for b.Loop() {
		subject.Bears(article)
	}
}

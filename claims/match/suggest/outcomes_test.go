package suggest_test

import (
	"cmp"
	"slices"
	"testing"

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

// propose weighs every claim against every article of all files.
func propose(beats []*cases.Beat) []proposal {
	counter := counterOf(beats)
	read := map[*cases.Article]*suggest.Article{}
	for _, b := range beats {
		for _, a := range b.Articles {
			read[a] = suggest.NewArticle(a.Title, a.Text, a.Published)
		}
	}
	var out []proposal
	for _, b := range beats {
		for _, c := range b.Claims {
			subject := suggest.NewSubject(c.Claim, counter)
			for _, other := range beats {
				for _, a := range other.Articles {
					out = append(out, proposal{subject.Bears(read[a]), c, a, b == other})
				}
			}
		}
	}
	return out
}

// ranked sorts the proposals that are worth showing and tells which belong.
func ranked(all []proposal) []bool {
	all = slices.DeleteFunc(slices.Clone(all), func(p proposal) bool { return p.Score < suggest.Least })
	slices.SortStableFunc(all, func(a, b proposal) int { return cmp.Compare(b.Score, a.Score) })
	out := make([]bool, len(all))
	for i := range all {
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
	for _, held := range []bool{false, true} {
		var byClaim, byArticle cases.Ranking
		right, related := 0, 0
		for _, b := range beats {
			if b.Held != held {
				continue
			}
			for _, c := range b.Claims {
				mine, toFind := slices.DeleteFunc(slices.Clone(all), func(p proposal) bool { return p.claim != c }), 0
				for _, p := range mine {
					if !p.belongs() {
						if testing.Verbose() && !held && p.Score >= suggest.Least {
							t.Logf("%.2f %s <- %q %v", p.Score, c.Key, p.article.Title, p.Words)
						}
						continue
					}
					toFind++
					if related++; p.Relation == p.article.Bears[c.Key] {
						right++
					} else if testing.Verbose() && !held {
						t.Logf("%s <- %q: proposed %s (%s)", c.Key, p.article.Title, p.Relation, p.Reason)
					}
					if testing.Verbose() && !held && p.Score < 0.6 {
						t.Logf("missed %.2f %s <- %q %v", p.Score, c.Key, p.article.Title, p.Words)
					}
				}
				byClaim.Note(ranked(mine), toFind)
			}
			for _, a := range b.Articles {
				mine := slices.DeleteFunc(slices.Clone(all), func(p proposal) bool { return p.article != a })
				byArticle.Note(ranked(mine), len(a.Bears))
			}
		}
		name := map[bool]string{false: "written with the weights", true: "held out"}[held]
		t.Logf("%s: articles for a claim: precision at 1 %.2f, at 3 %.2f, recall at 10 %.2f (%d claims, %d of %d proposals right)",
			name, byClaim.PrecisionAtOne(), byClaim.PrecisionAtThree(), byClaim.RecallAtTen(), byClaim.Queries, byClaim.Accepted, byClaim.Proposed)
		t.Logf("%s: claims for an article: precision at 1 %.2f, at 3 %.2f, recall at 10 %.2f (%d articles, %d of %d proposals right, %d proposals for articles that bear on none)",
			name, byArticle.PrecisionAtOne(), byArticle.PrecisionAtThree(), byArticle.RecallAtTen(), byArticle.Queries, byArticle.Accepted, byArticle.Proposed, byArticle.Idle)
		t.Logf("%s: relation right in %d of %d", name, right, related)
		if byClaim.PrecisionAtThree() < 0.8 || byClaim.RecallAtTen() < 0.9 {
			t.Errorf("%s: below the aim of 0.8 and 0.9", name)
		}
	}
}

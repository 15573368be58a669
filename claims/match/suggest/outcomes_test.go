package suggest_test

import (
	"cmp"
	"slices"
	"testing"

	"onrecord/claims/match/suggest"
)

// proposal is an article or a claim that was proposed.
type proposal struct {
	suggest.Bearing
	claim   *claimCase
	article *articleCase
	own     bool // from the file of the other
}

func (p *proposal) belongs() bool { return p.own && p.article.bears[p.claim.key] != "" }

func counterOf(beats []*beat) suggest.Counter {
	var texts []string
	for _, b := range beats {
		for _, a := range b.articles {
			texts = append(texts, a.text)
		}
		for _, c := range b.claims {
			texts = append(texts, c.Text)
		}
	}
	return suggest.NewTexts(texts...)
}

// propose weighs every claim against every article of all files.
func propose(beats []*beat) []proposal {
	counter := counterOf(beats)
	read := map[*articleCase]*suggest.Article{}
	for _, b := range beats {
		for _, a := range b.articles {
			read[a] = suggest.NewArticle(a.title, a.text, a.published)
		}
	}
	var out []proposal
	for _, b := range beats {
		for _, c := range b.claims {
			subject := suggest.NewSubject(c.Claim, counter)
			for _, other := range beats {
				for _, a := range other.articles {
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
	beats := readBeats(t)
	all := propose(beats)
	for _, held := range []bool{false, true} {
		var byClaim, byArticle ranking
		right, related := 0, 0
		for _, b := range beats {
			if b.held != held {
				continue
			}
			for _, c := range b.claims {
				mine, toFind := slices.DeleteFunc(slices.Clone(all), func(p proposal) bool { return p.claim != c }), 0
				for _, p := range mine {
					if !p.belongs() {
						if testing.Verbose() && !held && p.Score >= suggest.Least {
							t.Logf("%.2f %s <- %q %v", p.Score, c.key, p.article.title, p.Words)
						}
						continue
					}
					toFind++
					if related++; p.Relation == p.article.bears[c.key] {
						right++
					} else if testing.Verbose() && !held {
						t.Logf("%s <- %q: proposed %s (%s)", c.key, p.article.title, p.Relation, p.Reason)
					}
					if testing.Verbose() && !held && p.Score < 0.6 {
						t.Logf("missed %.2f %s <- %q %v", p.Score, c.key, p.article.title, p.Words)
					}
				}
				byClaim.note(ranked(mine), toFind)
			}
			for _, a := range b.articles {
				mine := slices.DeleteFunc(slices.Clone(all), func(p proposal) bool { return p.article != a })
				byArticle.note(ranked(mine), len(a.bears))
			}
		}
		name := map[bool]string{false: "written with the weights", true: "held out"}[held]
		t.Logf("%s: articles for a claim: precision at 1 %.2f, at 3 %.2f, recall at 10 %.2f (%d claims, %d of %d proposals right)",
			name, byClaim.precisionAtOne(), byClaim.precisionAtThree(), byClaim.recallAtTen(), byClaim.queries, byClaim.accepted, byClaim.proposed)
		t.Logf("%s: claims for an article: precision at 1 %.2f, at 3 %.2f, recall at 10 %.2f (%d articles, %d of %d proposals right, %d proposals for articles that bear on none)",
			name, byArticle.precisionAtOne(), byArticle.precisionAtThree(), byArticle.recallAtTen(), byArticle.queries, byArticle.accepted, byArticle.proposed, byArticle.wrongNone)
		t.Logf("%s: relation right in %d of %d", name, right, related)
		if byClaim.precisionAtThree() < 0.8 || byClaim.recallAtTen() < 0.9 {
			t.Errorf("%s: below the aim of 0.8 and 0.9", name)
		}
	}
}

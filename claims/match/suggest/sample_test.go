package suggest_test

import (
	"encoding/json"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"

	"onrecord/assets"
	"onrecord/claims"
	"onrecord/claims/match/suggest"
	"onrecord/claims/match/suggest/cases"
)

// sampleBeat reads the sample archive as a file of cases: what its outcomes
// rest on belongs to the claims that they are linked to.
func sampleBeat(t testing.TB) *cases.Beat {
	t.Helper()
	files, err := assets.SampleFiles()
	if err != nil {
		t.Fatal(err)
	}
	b := &cases.Beat{Name: "sample"}
	articles := sampleArticles(t, files)
	for _, a := range articles {
		b.Articles = append(b.Articles, a)
	}
	var archive struct {
		Claims []struct {
			Key, Article, Speaker, Text, Actor string
			Topics                             []string
			Due                                claims.Date
			Repeats                            []struct{ Article string }
		}
		Outcomes []struct {
			Evidence []struct{ Article string }
			Links    []struct {
				Claim    string
				Relation claims.Relation
			}
		}
	}
	readJSON(t, files, "archive.json", &archive)
	for _, c := range archive.Claims {
		one := &cases.Claim{Key: c.Key, Own: []*cases.Article{articles[c.Article]}, Claim: suggest.Claim{
			Text: c.Text, Speaker: []string{c.Speaker}, Actor: c.Actor, Topics: c.Topics, MadeOn: articles[c.Article].Published, Due: c.Due,
		}}
		for _, r := range c.Repeats {
			one.Own = append(one.Own, articles[r.Article])
		}
		b.Claims = append(b.Claims, one)
	}
	for _, o := range archive.Outcomes {
		for _, e := range o.Evidence {
			for _, l := range o.Links {
				if a := articles[e.Article]; a != nil {
					a.Bears[l.Claim] = l.Relation
				}
			}
		}
	}
	return b
}

// sampleArticles reads the articles by the names of their files.
func sampleArticles(t testing.TB, files fs.FS) map[string]*cases.Article {
	t.Helper()
	out := map[string]*cases.Article{}
	paths, err := fs.Glob(files, "*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range paths {
		name := strings.TrimSuffix(p, path.Ext(p))
		text, err := fs.ReadFile(files, p)
		if err != nil {
			t.Fatal(err)
		}
		var meta claims.Article
		readJSON(t, files, name+".meta.json", &meta)
		out[name] = &cases.Article{Title: meta.Title, Text: string(text), Published: meta.Published, Bears: map[string]claims.Relation{}}
	}
	return out
}

func readJSON(t testing.TB, files fs.FS, name string, into any) {
	t.Helper()
	data, err := fs.ReadFile(files, name)
	if err == nil {
		err = json.Unmarshal(data, into)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func TestOutcomesOfTheSample(t *testing.T) {
	b := sampleBeat(t)
	all := slices.DeleteFunc(propose([]*cases.Beat{b}), func(p proposal) bool { return slices.Contains(p.claim.Own, p.article) })
	var r cases.Ranking
	for _, c := range b.Claims {
		mine, toFind := slices.DeleteFunc(slices.Clone(all), func(p proposal) bool { return p.claim != c }), 0
		for _, p := range mine {
			if p.belongs() {
				toFind++
			}
			if p.belongs() || p.Score >= suggest.Least {
				t.Logf("%s <- %q: %.2f, belongs %v; %s, %s; %q", c.Key, p.article.Title, p.Score, p.belongs(), p.Relation, p.Reason, p.Words)
			}
		}
		r.Note(ranked(mine, suggest.OfArticles), toFind)
	}
	t.Logf("sample: precision at 1 %.2f, at 3 %.2f, recall at 10 %.2f (%d claims, %d of %d proposals right)",
		r.PrecisionAtOne(), r.PrecisionAtThree(), r.RecallAtTen(), r.Queries, r.Accepted, r.Proposed)
	if r.PrecisionAtThree() < 0.8 || r.RecallAtTen() < 0.9 {
		t.Error("below the aim of 0.8 and 0.9")
	}
}

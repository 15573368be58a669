package speakers

import (
	"encoding/json"
	"strings"
	"testing"

	"onrecord/claims"
	"onrecord/claims/internal/corpora"
	"onrecord/claims/lang"
)

type goldStatement struct {
	Kind                 string
	Content, Cue, Source [][2]int
	Speaker              string
	SpeakerType          string `json:"speaker_type"`
	Aliases              []string
	Speakers, Also       []string
	Borderline           bool
}

type goldDoc struct {
	ID, Title, Date, Text string
	Statements            []json.RawMessage
	Attributions          []json.RawMessage
}

type tally struct {
	right, all int
	wrong      []string
	bins       [11][2]int // by confidence in tenths: all, right
	// A wrong name is worse than none: all and right of the persons and bodies that
	// are told without a doubt, of those with one, and of the rest.
	plain, doubted, unnamed [2]int
}

func (c *tally) sort(ok bool, res Resolution) {
	into := &c.unnamed
	if res.Type == claims.Person || res.Type == claims.Organization {
		into = &c.plain
		if res.Doubt != "" {
			into = &c.doubted
		}
	}
	into[0]++
	if ok {
		into[1]++
	}
}

func (c *tally) note(ok bool, res Resolution, what string) {
	c.all++
	c.sort(ok, res)
	bin := int(res.Confidence * 10)
	c.bins[bin][0]++
	if ok {
		c.right++
		c.bins[bin][1]++
		return
	}
	c.wrong = append(c.wrong, what)
}

func (c *tally) report(t *testing.T, name string, floor float64) {
	t.Helper()
	share := 100 * float64(c.right) / float64(max(c.all, 1))
	t.Logf("%s: %d of %d speakers right, %.1f%%", name, c.right, c.all, share)
	t.Logf("   named %d of %d right, named with a doubt %d of %d, not named %d of %d",
		c.plain[1], c.plain[0], c.doubted[1], c.doubted[0], c.unnamed[1], c.unnamed[0])
	for i, b := range c.bins {
		if b[0] > 0 {
			t.Logf("   confidence %.1f: %3d of %3d right", float64(i)/10, b[1], b[0])
		}
	}
	for _, w := range c.wrong {
		t.Log("   " + w)
	}
	if share < floor {
		t.Errorf("%s: %.1f%% of the speakers are right, want at least %.1f%%", name, share, floor)
	}
}

// goldAttributions reads statements as attributions, so that only the choice
// of the speaker is measured.
func goldAttributions(t *testing.T, d goldDoc, raws []json.RawMessage) ([]goldStatement, []Attribution) {
	runes := claims.NewRunes(d.Text)
	var gold []goldStatement
	var attrs []Attribution
	for _, raw := range raws {
		var g goldStatement
		if err := json.Unmarshal(raw, &g); err != nil {
			t.Fatal(err)
		}
		gold = append(gold, g)
		attrs = append(attrs, Attribution{
			Source: corpora.Bytes(runes, g.Source), Cue: corpora.Bytes(runes, g.Cue), Content: corpora.Bytes(runes, g.Content),
			Quoted: g.Kind != "indirect", Outer: -1,
		})
	}
	return gold, attrs
}

func measureStatements(t *testing.T, docs []goldDoc, right func(res Resolution, g goldStatement) bool) *tally {
	var c tally
	for _, d := range docs {
		raws := append(d.Statements, d.Attributions...)
		gold, attrs := goldAttributions(t, d, raws)
		published, _ := claims.ParseDate(d.Date)
		got := Resolve(lang.Parse(d.Text), Input{Title: d.Title, Published: published}, attrs)
		for i, g := range gold {
			if g.Borderline || g.Speaker == "" {
				continue
			}
			what := d.ID + ": “" + claims.Quote(d.Text, attrs[i].Source) + "” is " + g.Speaker + ", got " + got[i].Name + " (" + strings.Join(got[i].Evidence, "; ") + ") " + got[i].Doubt
			c.note(right(got[i], g), got[i], what)
		}
	}
	return &c
}

// TestWikinews measures the choice of the speaker on annotated news.
func TestWikinews(t *testing.T) {
	c := measureStatements(t, corpora.Lines[goldDoc](t, "corpora/wikinews/dev.jsonl"), rightNews)
	c.report(t, "wikinews", 96)
}

// rightNews reports whether a resolution names the speaker by the name that a
// newsroom's index would list, or the fullest one of the article.
func rightNews(res Resolution, g goldStatement) bool {
	if len(g.Speakers) > 0 {
		mine := normNews(res.Name)
		for _, s := range g.Speakers {
			if w := normNews(s); !subset(w[len(w)-1:], mine) {
				return false
			}
		}
		return true
	}
	forms, most := []string{g.Speaker}, 0
	for _, x := range g.Aliases {
		if capital(x) {
			most = max(most, len(normNews(x)))
		}
	}
	for _, x := range g.Aliases {
		if capital(x) && len(normNews(x)) == most {
			forms = append(forms, x)
		}
	}
	for _, f := range forms {
		if sameNewsName(res.Name, f) {
			return true
		}
	}
	return false
}

// TestPhenomena measures it on passages with one hard thing each.
func TestPhenomena(t *testing.T) {
	c := measureStatements(t, corpora.Lines[goldDoc](t, "corpora/phenomena/dev.jsonl"), func(res Resolution, g goldStatement) bool {
		for _, f := range append([]string{g.Speaker}, g.Also...) {
			if samePhenomenaName(res.Name, f) {
				return true
			}
		}
		return false
	})
	c.report(t, "phenomena", 98)
}

// TestSeed measures it on the wire article.
func TestSeed(t *testing.T) {
	c := measureStatements(t, corpora.Lines[goldDoc](t, "seed/gold.jsonl"), func(res Resolution, g goldStatement) bool {
		return sameNewsName(res.Name, g.Speaker)
	})
	c.report(t, "seed", 100)
}

// TestGum measures it on the satellites of attribution relations.
func TestGum(t *testing.T) {
	var c tally
	for _, d := range corpora.Lines[goldDoc](t, "corpora/gum-news/dev.jsonl") {
		runes := claims.NewRunes(d.Text)
		type relation struct {
			Satellite, Nucleus [2]int
			Source             *[2]int
			Caption            bool
			Speaker            *gumSpeaker
		}
		var gold []relation
		var attrs []Attribution
		for _, raw := range d.Attributions {
			var g relation
			if err := json.Unmarshal(raw, &g); err != nil {
				t.Fatal(err)
			}
			if g.Caption || g.Speaker == nil || g.Source == nil {
				continue
			}
			gold = append(gold, g)
			attrs = append(attrs, Attribution{
				Source: corpora.Bytes(runes, [][2]int{*g.Source}), Cue: corpora.Bytes(runes, [][2]int{{g.Source[1], g.Satellite[1]}}),
				Content: corpora.Bytes(runes, [][2]int{g.Nucleus}), Outer: -1,
			})
		}
		published, _ := claims.ParseDate(d.Date)
		got := Resolve(lang.Parse(d.Text), Input{Title: d.Title, Published: published}, attrs)
		for i, g := range gold {
			what := d.ID + ": “" + claims.Quote(d.Text, attrs[i].Source) + "” is " + strings.Join(g.Speaker.Mentions, "|") + ", got " + got[i].Name + " (" + strings.Join(got[i].Evidence, "; ") + ") " + got[i].Doubt
			c.note(sameGumSpeaker(got[i].Name, *g.Speaker, d.Text), got[i], what)
		}
	}
	c.report(t, "gum-news", 91)
}

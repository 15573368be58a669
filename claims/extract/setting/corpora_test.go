package setting

import (
	"strings"
	"testing"

	"onrecord/claims"
	"onrecord/claims/internal/corpora"
	"onrecord/claims/lang"
)

type goldStatement struct {
	Content, Cue, Source [][2]int
	Speaker, Polarity    string
	SaidOn               string `json:"said_on"`
	Borderline           bool
}

type goldDoc struct {
	ID, Date, Text string
	Statements     []goldStatement
}

// measure compares the day and the polarity with the gold over a corpus, given
// its spans and speakers.
func measure(t *testing.T, name string, days, polarities float64) {
	var right, all, rightDay, allDays int
	for _, d := range corpora.Lines[goldDoc](t, name) {
		runes := claims.NewRunes(d.Text)
		spans := func(part [][2]int) []claims.Span { return corpora.Bytes(runes, part) }
		var attrs []Attribution
		for _, s := range d.Statements {
			attrs = append(attrs, Attribution{Source: spans(s.Source), Cue: spans(s.Cue), Content: spans(s.Content), Speaker: s.Speaker})
		}
		published, _ := claims.ParseDate(d.Date)
		for i, got := range Of(lang.Parse(d.Text), published, attrs) {
			g := d.Statements[i]
			if g.Borderline {
				continue
			}
			what := claims.Quote(d.Text, attrs[i].Source) + " | " + claims.Quote(d.Text, attrs[i].Cue)
			t.Logf("     %s: %s -> said %s (%s) to %q at %q hedge %q", d.ID, what, got.SaidOn, got.SaidWords, got.Addressee, got.Occasion, got.Hedge)
			if g.SaidOn != "" {
				allDays++
				if strings.HasPrefix(got.SaidOn.String(), g.SaidOn) {
					rightDay++
				} else {
					t.Logf("DAY  %s: %s: want %s, got %s (%s)", d.ID, what, g.SaidOn, got.SaidOn, got.SaidWords)
				}
			}
			if g.Polarity != "" {
				all++
				if string(got.Polarity) == g.Polarity {
					right++
				} else {
					t.Logf("POL  %s: %s: want %s, got %s", d.ID, what, g.Polarity, got.Polarity)
				}
			}
		}
	}
	t.Logf("%s: %d of %d days right, %d of %d polarities", name, rightDay, allDays, right, all)
	if float64(rightDay) < days*float64(allDays) || float64(right) < polarities*float64(all) {
		t.Errorf("want at least %.0f%% of the days and %.0f%% of the polarities", 100*days, 100*polarities)
	}
}

func TestWikinews(t *testing.T)  { measure(t, "corpora/wikinews/dev.jsonl", 0.80, 1) }
func TestPhenomena(t *testing.T) { measure(t, "corpora/phenomena/dev.jsonl", 1, 1) }

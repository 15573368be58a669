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

// measure compares the day and the polarity with the gold over articles, given
// their spans and speakers. Failures are shown of those that may be learned
// from.
func measure(t *testing.T, docs []goldDoc, learned bool, days, polarities float64) {
	t.Helper()
	logf := t.Logf
	if !learned {
		logf = func(string, ...any) {}
	}
	var right, all, rightDay, allDays, more int
	for _, d := range docs {
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
			logf("     %s: %s -> said %s (%s) to %q at %q hedge %q", d.ID, what, got.SaidOn, got.SaidWords, got.Addressee, got.Occasion, got.Hedge)
			if g.SaidOn == "" && !got.SaidOn.IsZero() {
				more++
			}
			if g.SaidOn != "" {
				allDays++
				on := got.SaidOn
				if on.IsZero() && !got.Before {
					on = published
				}
				if strings.HasPrefix(on.String(), g.SaidOn) {
					rightDay++
				} else {
					logf("DAY  %s: %s: want %s, got %s (%s)", d.ID, what, g.SaidOn, got.SaidOn, got.SaidWords)
				}
			}
			if g.Polarity != "" {
				all++
				if string(got.Polarity) == g.Polarity {
					right++
				} else {
					logf("POL  %s: %s: want %s, got %s", d.ID, what, g.Polarity, got.Polarity)
				}
			}
		}
	}
	t.Logf("%d of %d days right, %d where none is marked; %d of %d polarities", rightDay, allDays, more, right, all)
	if float64(rightDay) < days*float64(allDays) || float64(right) < polarities*float64(all) {
		t.Errorf("want at least %.0f%% of the days and %.0f%% of the polarities", 100*days, 100*polarities)
	}
}

func TestWikinews(t *testing.T) {
	measure(t, corpora.Lines[goldDoc](t, "corpora/wikinews/dev.jsonl"), true, 0.94, 1)
}

func TestPhenomena(t *testing.T) {
	measure(t, corpora.Lines[goldDoc](t, "corpora/phenomena/dev.jsonl"), true, 1, 1)
}

func TestNewsLearned(t *testing.T) {
	measure(t, corpora.Decode[goldDoc](t, corpora.News(t).Learned), true, 0.93, 0)
}

func TestNewsKept(t *testing.T) {
	measure(t, corpora.Decode[goldDoc](t, corpora.News(t).Kept), false, 0.80, 0)
}

package match

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/claims"
)

func TestParseQueryUnderstands(t *testing.T) {
	for typed, want := range map[string]string{
		`Free  BUSES`:                          `free buses~`,
		`free buses `:                          `free buses`,
		`"free buses" Pupil's`:                 `1free 1buses pupil's~`,
		`“free buses” now`:                     `1free 1buses now~`,
		`"free buses`:                          `free buses~`,
		`buses -trams -"night line"`:           `buses -[trams] -[night line]`,
		`speaker:venn trees`:                   `trees~ speaker=venn`,
		`speaker:"orla venn" trees`:            `trees~ speaker=orla venn`,
		`speaker: venn`:                        `speaker=venn`,
		`speker:venn Speakers:caldeira`:        `speaker=venn speaker=caldeira`,
		`class:promise,denial -kind:article`:   `class=promise,denial !kind=article`,
		`after:2020-05 before:spring`:          `spring~ after=2020-05`,
		`speaker:`:                             ``,
		`due:overdue tag:harbour outlet:tides`: `due=overdue tag=harbour outlet=tides`,
		`see https://example.org/a`:            `see https example org a~`,
		`note: buses`:                          `note buses~`,
		`10 -5`:                                `10 5~`,
		``:                                     ``,
	} {
		q := ParseQuery(typed)
		if got := describe(q); got != want {
			t.Errorf("%q is understood as %q, not %q", typed, got, want)
		}
	}
}

func describe(q Query) string {
	var out []string
	for _, w := range q.Words {
		text := w.Text
		if w.Phrase > 0 {
			text = string(rune('0'+w.Phrase)) + text
		}
		if w.Open {
			text += "~"
		}
		out = append(out, text)
	}
	for _, w := range q.Without {
		out = append(out, "-["+strings.Join(w, " ")+"]")
	}
	for _, f := range q.Filters {
		not := ""
		if f.Not {
			not = "!"
		}
		out = append(out, not+string(f.Field)+"="+f.Value)
	}
	return strings.Join(out, " ")
}

func TestParseDay(t *testing.T) {
	want := map[string]claims.Date{
		"2016": {Year: 2016}, "2016-08": {Year: 2016, Month: 8}, "2016-08-27": {Year: 2016, Month: 8, Day: 27},
		"27.8.2016": {Year: 2016, Month: 8, Day: 27}, "8/27/2016": {Year: 2016, Month: 8, Day: 27},
		"2016/8/5": {Year: 2016, Month: 8, Day: 5}, "aug-2016": {Year: 2016, Month: 8}, "27aug2016": {},
		"5-August-2016": {Year: 2016, Month: 8, Day: 5}, "31.2.2016": {}, "spring": {}, "": {}, "08-27": {},
	}
	for typed, d := range want {
		got, ok := parseDay(typed)
		if !ok {
			got = claims.Date{}
		}
		if diff := cmp.Diff(d, got); diff != "" {
			t.Errorf("%q: %s", typed, diff)
		}
	}
}

func FuzzParseQuery(f *testing.F) {
	for _, s := range []string{`"`, `-"`, `speaker:"`, `-speaker:a,b`, "after:", "due:2016,", "«a» „b“", "a\x80b", "- -a -", "kind::", "1,000.5'"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		q := ParseQuery(typed)
		for _, w := range q.Words {
			if err := w.Span.Check(typed); err != nil && strings.ToValidUTF8(typed, "") == typed {
				t.Errorf("%q: the word %q stands nowhere: %v", typed, w.Text, err)
			}
			if w.Text == "" {
				t.Errorf("%q: an empty word", typed)
			}
		}
		for _, fl := range q.Filters {
			if fl.Value == "" {
				t.Errorf("%q: a filter without a value", typed)
			}
		}
	})
}

func TestAFilterThatIsNoneIsNamed(t *testing.T) {
	for typed, want := range map[string][]string{
		"bridge after:2020 due:overdue":   nil,
		"bridge after: 2020 speaker:anna": nil,
		"bridge after:all":                {"after:all"},
		"-before:ever bridge due:  never": {"-before:ever", "due:  never"},
		"“toll bridge” since:“the flood”": {"since:“the flood"},
	} {
		q := ParseQuery(typed)
		var got []string
		for _, s := range q.Loose {
			got = append(got, s.In(typed))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
	}
}

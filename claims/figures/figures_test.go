package figures_test

import (
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"onrecord/claims/figures"
)

// show writes a figure in one line: bound, change, quantity, earlier level,
// what it counts and when.
func show(f figures.Figure) string {
	parts := []string{}
	if f.Bound != figures.Exactly {
		parts = append(parts, string(f.Bound))
	}
	if f.Change != figures.Level {
		parts = append(parts, string(f.Change))
	}
	if f.Vague {
		parts = append(parts, "at the least")
	}
	parts = append(parts, f.String())
	if f.Of != "" && f.Unit.Kind != figures.Count {
		parts = append(parts, "of "+f.Of)
	}
	if f.HasFrom {
		parts = append(parts, "from "+figures.Figure{Value: f.From, High: f.From, Unit: f.Unit}.String())
	}
	if f.Period != "" {
		parts = append(parts, "("+f.Period+")")
	}
	return strings.Join(parts, " ")
}

func TestParseReadsQuantities(t *testing.T) {
	for text, want := range map[string]string{
		"Unemployment fell to 3.9% in June, down from 4.2%.": "3.9% from 4.2% (in June)",
		"Unemployment stood at 3.9%, down from 4.2%.":        "3.9% from 4.2%",
		"Homicides increased by 17 percent last year":        "up 17% (last year)",
		"Prices rose 4%. In June the town voted.":            "up 4%",
		"In May wages rose 3% in June.":                      "up 3% (in June)",
		"The lorry took 12 extra tonnes 5 km.":               "12 tonnes; 5 km",
		"The debt is $5bn, or 34bn kroner.":                  "$5 billion; 34 billion crowns",
		"Exports fell by more than 3 percentage points.":     "more than down 3 points",
		"The rate rose 0.5 points":                           "up 0.5 points",
		"The deficit is nearly $800 billion.":                "about $800 billion",
		"It costs between $5 and $7 billion a year":          "$5 billion to $7 billion",
		"It costs €5 to €7 million":                          "€5 million to €7 million",
		"They spent 3.2 million euros":                       "€3.2 million",
		"at least sixteen people died":                       "at least 16 people",
		"More than 900 houses were destroyed":                "more than 900 houses",
		"two hundred and fifty new beds":                     "250 beds",
		"We opened 200 more beds":                            "up 200 beds",
		"a third of pupils skip breakfast":                   "33.33% of pupils",
		"Two thirds of the voters agree":                     "66.67% of voters",
		"One in four children is poor":                       "25%",
		"nine out of ten":                                    "90%",
		"half of the wells":                                  "50% of wells",
		"Every third child is poor":                          "33.33%",
		"Every fifth year a flood comes":                     "",
		"One child in five is poor":                          "20%",
		"The number of patients doubled":                     "2 times",
		"Dozens of people were hurt":                         "at the least 24 people",
		"a line of about 35 km":                              "about 35 km",
		"5-7 tonnes of copper":                               "5 to 7 tonnes",
		"twenty-five million people":                         "25 million people",
		"two and a half million crowns":                      "2.5 million crowns",
		"1,234.5 hectares":                                   "1,234.5 hectares",
		"40 square kilometres":                               "40 square km",
		"winds of 185 mph, about 295 km/h":                   "185 mph; about 295 km/h",
		"It ran at 75 miles per hour":                        "75 mph",
		"The shooting began at 10:39, or 1639 UTC":           "",
		"a five-year plan of 12 per cent":                    "5 years; 12%",
		"A Boeing 707 with 16 people on board":               "16 people",
		"On 4 June 2019 at 10:30 the 14th man, G7":           "",
		"by the end of 2027 in 2019":                         "",
		"No. 12 and #5 and 1990s":                            "",
		"one of them":                                        "",
	} {
		var got []string
		for _, f := range figures.Parse(text) {
			got = append(got, show(f))
		}
		if strings.Join(got, "; ") != want {
			t.Errorf("%q:\n got %s\nwant %s", text, strings.Join(got, "; "), want)
		}
	}
}

// only gives the single figure of a text.
func only(t *testing.T, text string) figures.Figure {
	t.Helper()
	all := figures.Parse(text)
	if len(all) != 1 {
		t.Fatalf("%q has %d figures, want one", text, len(all))
	}
	return all[0]
}

func TestCompareShowsTheWorking(t *testing.T) {
	for _, c := range []struct {
		said, published, want string
		holds                 bool
	}{
		{"4.2%", "3.6%", "said 4.2%, published 3.6%: 0.6 points lower, -14%", false},
		{"4.2%", "4.2 per cent", "said 4.2%, published 4.2%: the same", true},
		{"more than 900 houses", "873 houses", "said more than 900 houses, published 873 houses: 27 houses lower, -3%", false},
		{"about 900 houses", "873 houses", "said about 900 houses, published 873 houses: 27 houses lower, -3%", true},
		{"at least 16 people", "18 people", "said at least 16 people, published 18 people: 2 people higher, +12%", true},
		{"fell by 3%", "rose by 1%", "said down 3%, published up 1%: 4 points higher, +133%", false},
		{"10 km", "6 miles", "said 10 km, published 6 miles: 0.34 km lower, -3%", false},
		{"$3 billion", "$3.2 billion", "said $3 billion, published $3.2 billion: $200 million higher, +7%", false},
		{"between $5 and $7 billion", "$6 billion", "said $5 billion to $7 billion, published $6 billion: the same", true},
		{"$3 billion", "€3 billion", "said $3 billion, published €3 billion: not comparable, the currencies differ (USD, EUR)", false},
		{"4.2%", "300 people", "said 4.2%, published 300 people: not comparable, one is a percentage, the other a count", false},
		{"rose by 4%", "rose by 4 percentage points", "said up 4%, published up 4 points: not comparable, a percentage is not a number of percentage points", false},
		{"rose by 4%", "4%", "said up 4%, published 4%: not comparable, one is a level, the other a change", false},
	} {
		got := figures.Compare(only(t, c.said), only(t, c.published))
		if got.Working != c.want || got.Holds != c.holds || got.Comparable == strings.Contains(c.want, "not comparable") {
			t.Errorf("%s against %s:\n got %s (holds %v)\nwant %s (holds %v)", c.said, c.published, got.Working, got.Holds, c.want, c.holds)
		}
	}
}

func TestCompareWithNothingHasNoShare(t *testing.T) {
	c := figures.Compare(only(t, "0 km"), only(t, "5 km"))
	if !math.IsNaN(c.Relative) || c.Working != "said 0 km, published 5 km: 5 km higher" {
		t.Errorf("%v %q", c.Relative, c.Working)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"between $5 and $7 billion", "two hundred and fifty-five thousand", "1,234.5% points", "up from 3", "one in a million", "a-b-5-6-7", "$", "half-half", "99999999999999999999 trillion trillion"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip("a text is decoded before it comes here")
		}
		end := 0
		all := figures.Parse(text)
		for _, fig := range all {
			if err := fig.Span.Check(text); err != nil || fig.Span.Start < end || fig.Span.Empty() {
				t.Fatalf("the span %v is bad: %v", fig.Span, err)
			}
			end = fig.Span.End
			if fig.High < fig.Value || math.IsNaN(fig.Value) {
				t.Fatalf("%q runs from %v to %v", fig.Span.In(text), fig.Value, fig.High)
			}
			if c := figures.Compare(fig, all[0]); c.Working == "" || c.Comparable == (c.Why != "") {
				t.Fatalf("%+v", c)
			}
		}
	})
}

func BenchmarkParse(b *testing.B) {
	text := strings.Repeat("Unemployment fell to 3.9% in June, down from 4.2%, and at least 1,200 people found work, the ministry of labour said. ", 100)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if len(figures.Parse(text)) != 200 {
			b.Fatal("the figures are not all there")
		}
	}
}

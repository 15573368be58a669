package assess_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"onrecord/claims"
	"onrecord/claims/assess"
	"onrecord/claims/when"
)

func TestAPromiseHasADeadlineAndSomebodyToKeepIt(t *testing.T) {
	for _, c := range []struct {
		in              assess.Input
		due, words, who string
	}{
		{assess.Input{Text: "to close the Varn mine by the end of 2027", Cue: "promised", Speaker: "Ana Ruiz"}, "2027-12-31", "by the end of 2027", "Ana Ruiz"},
		{assess.Input{Text: "“We will halve the waiting list within two years.”", Cue: "said", Kind: claims.Direct, Speaker: "Ana Ruiz"}, "2028-11-22", "within two years", "Ana Ruiz"},
		{assess.Input{Text: "it would publish the minutes next week", Cue: "announced", Kind: claims.Indirect, Speaker: "Harwick council"}, "2026-11-29", "next week", "Harwick council"},
		{assess.Input{Text: "to resign before the election", Cue: "vowed", Speaker: "Ivo Lind"}, "", "before the election", "Ivo Lind"},
		{assess.Input{Text: "the government will lower the tax on bread by March", Cue: "pledged", Speaker: "Ivo Lind"}, "2027-03-31", "by March", "the government"},
	} {
		c.in.SaidOn = said
		r := assess.Assess(c.in)
		if r.Class != claims.Promise || r.Checkability != claims.CheckableLater || !r.Checkable {
			t.Errorf("%q: %s, checkable %s", c.in.Text, r.Class, r.Checkability)
		}
		if r.Due.String() != c.due || r.DueWords != c.words || r.Actor != c.who {
			t.Errorf("%q: due %q (%s) by %q, want %q (%s) by %q", c.in.Text, r.Due, r.DueWords, r.Actor, c.due, c.words, c.who)
		}
	}
}

func TestADateThatLiesAheadMakesAPrediction(t *testing.T) {
	in := assess.Input{Text: "the hearing starts on 4 May 2027", Cue: "said", Kind: claims.Indirect, SaidOn: said}
	if r := assess.Assess(in); r.Class != claims.Prediction && r.Class != claims.Promise || r.Due.String() != "2027-05-04" {
		t.Errorf("%s, due %q", r.Class, r.Due)
	}
	in.Text = "the last hearing is still scheduled for March 4 in Quay and is to be open to all"
	if r := assess.Assess(in); r.Class != claims.Prediction && r.Class != claims.Promise || r.Due.String() != "2027-03-04" {
		t.Errorf("%s, due %q", r.Class, r.Due)
	}
	in.Text = "the hearing starts on 4 May 2027"
	in.SaidOn = claims.Date{Year: 2028, Month: 1, Day: 1}
	if r := assess.Assess(in); !r.Due.IsZero() {
		t.Errorf("said after it, the day became the deadline %q", r.Due)
	}
}

// TestWhetherADateLiesAheadIsToldByTheVerb: one without a year can be past or to
// come.
func TestWhetherADateLiesAheadIsToldByTheVerb(t *testing.T) {
	for _, c := range []struct{ text, due string }{
		{"she is to leave office next month on December 2", "2026-12-02"},
		{"the trial could possibly start on Tuesday, December 8", "2026-12-08"},
		{"mending the weir, which was damaged in the flood, may take a year", "2027-11-22"},
		{"the ferry sank on Monday", ""},
		{"the games scheduled for Wednesday were still held", ""},
	} {
		in := assess.Input{Text: c.text, Cue: "said", Kind: claims.Indirect, SaidOn: said, Reported: said}
		if r := assess.Assess(in); r.Due.String() != c.due {
			t.Errorf("%q: %s, due %q (%s), want %q", c.text, r.Class, r.Due, r.DueWords, c.due)
		}
	}
}

// TestAnAimGivesADateItsSide: a date without a year is to come where somebody
// promises, expects or hopes for something by then.
func TestAnAimGivesADateItsSide(t *testing.T) {
	for _, c := range []struct {
		text, cue, due string
		class          claims.Class
	}{
		{"a new timetable by the end of January", "promised", "2027-01-31", claims.Promise},
		{"fewer than 300 patients on the list by Easter", "has promised", "2027-03-28", claims.Promise},
		{"not to buy cakes this year because of the baker's views", "has vowed", "2026-12-31", claims.Promise},
		{"the first frost by the weekend", "expect", "2026-11-22", claims.Prediction},
		{"30,000 runners at Sunday's race", "expect", "2026-11-22", claims.Prediction},
		{"the theatre hopes to reopen in time for Christmas", "said", "2026-12-25", claims.Prediction},
		{"the bridge should be open again by this time next year", "said", "2027-11-22", claims.Prediction},
		{"the pier will reopen in August", "said", "2027-08-31", claims.Prediction},
		{"the pier reopened in August", "said", "", ""},
		{"she is headed to Quay next week for the convention", "said", "2026-11-29", claims.Prediction},
		{"the book has sold 9,000 copies in eight months", "said", "", ""},
		{"to answer questions on Tuesday", "refused", "", ""},
		{"plans Sunday to expand the port", "announced", "", ""},
		{"the leak led to the inquiry this week", "said", "", ""},
		{"the power was back by 20:15", "said", "", ""},
	} {
		r := assess.Assess(assess.Input{Text: c.text, Cue: c.cue, Kind: claims.Indirect, SaidOn: said, Reported: said})
		if r.Due.String() != c.due || c.class != "" && r.Class != c.class {
			t.Errorf("%s %q: %s, due %q (%s), want %s, %q", c.cue, c.text, r.Class, r.Due, r.DueWords, c.class, c.due)
		}
	}
}

// TestAnEventHasTheDayThatTheReportGivesIt.
func TestAnEventHasTheDayThatTheReportGivesIt(t *testing.T) {
	in := assess.Input{Text: "to open the books before the referendum", Cue: "vowed", Kind: claims.Indirect, SaidOn: said, Reported: said}
	for report, due := range map[string]string{"The referendum is on December 20.": "2026-12-20", "There is to be a referendum.": ""} {
		in.Agenda = func() when.Agenda { return when.Appointments(report, said) }
		if r := assess.Assess(in); r.Due.String() != due || r.DueWords != "before the referendum" {
			t.Errorf("%s: due %q (%s), want %q", report, r.Due, r.DueWords, due)
		}
	}
}

// TestTodayIsADeadlineOfWhatIsToCome: the word alone only dates the saying.
func TestTodayIsADeadlineOfWhatIsToCome(t *testing.T) {
	reported := said.AddDays(1)
	for _, c := range []struct {
		in         assess.Input
		due, words string
	}{
		{assess.Input{Text: "“We will vote on the weir today.”", Cue: "promised", Kind: claims.Direct}, "2026-11-22", "today"},
		{assess.Input{Text: "she would vote on the weir today", Cue: "promised", Kind: claims.Indirect}, "2026-11-23", "today"},
		{assess.Input{Text: "she would vote on the weir tomorrow", Cue: "promised", Kind: claims.Indirect}, "2026-11-24", "tomorrow"},
		{assess.Input{Text: "“We will vote on the weir tomorrow.”", Cue: "promised", Kind: claims.Direct}, "2026-11-23", "tomorrow"},
		{assess.Input{Text: "she was ending her campaign tonight", Cue: "promised", Kind: claims.Indirect}, "2026-11-23", "tonight"},
		{assess.Input{Text: "“We will open the gates by noon today.”", Cue: "promised", Kind: claims.Direct}, "2026-11-22", "by noon today"},
		{assess.Input{Text: "“I promise that life will be better than life today.”", Cue: "promised", Kind: claims.Direct}, "", ""},
		{assess.Input{Text: "“Today, I promise you a new weir, and I will build it.”", Cue: "promised", Kind: claims.Direct}, "", ""},
		{assess.Input{Text: "“I promise today that we will build a weir.”", Cue: "promised", Kind: claims.Direct}, "", ""},
	} {
		c.in.SaidOn, c.in.Reported = said, reported
		if r := assess.Assess(c.in); r.Class != claims.Promise || r.Due.String() != c.due || r.DueWords != c.words {
			t.Errorf("%q: %s due %q (%s), want %q (%s)", c.in.Text, r.Class, r.Due, r.DueWords, c.due, c.words)
		}
	}
}

func TestPropositionIsASentenceOfItsOwn(t *testing.T) {
	for _, c := range []struct {
		in   assess.Input
		want string
	}{
		{assess.Input{Text: "that the bridge was never inspected", Cue: "said"}, "The bridge was never inspected."},
		{assess.Input{Text: "“The bridge was never inspected,”", Cue: "said"}, "The bridge was never inspected."},
		{assess.Input{Text: "to rebuild the pier", Cue: "pledged", Speaker: "Ana Ruiz"}, "Ana Ruiz will rebuild the pier."},
		{assess.Input{Text: "to rebuild the pier", Cue: "urged", Speaker: "Ana Ruiz"}, "To rebuild the pier."},
		{assess.Input{Text: "'It\u2019s done!'", Cue: "said"}, "It\u2019s done!"},
		{assess.Input{Text: "  ", Cue: "said"}, ""},
	} {
		if got := assess.Proposition(c.in); got != c.want {
			t.Errorf("%q: %q, want %q", c.in.Text, got, c.want)
		}
	}
}

func TestResolutionTestNamesTheDay(t *testing.T) {
	in := assess.Input{Text: "to rebuild the pier by 2030", Cue: "pledged", Speaker: "Ana Ruiz", SaidOn: said}
	got := assess.ResolutionTest(assess.Proposition(in), assess.Assess(in))
	want := "Kept if “Ana Ruiz will rebuild the pier by 2030” has been done by 2030-12-31 (by 2030); broken if it has not or the opposite was done."
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	open := assess.ResolutionTest("The pier will stand", assess.Result{Class: claims.Prediction, Due: claims.Date{Month: 3, Day: 31}, DueWords: "by the end of March"})
	if want := "Came true if “The pier will stand” is the case by the end of March; did not if it is not."; open != want {
		t.Errorf("a day of no known year: %s", open)
	}
	if other := assess.ResolutionTest("Good evening.", assess.Result{Class: claims.Other}); other != "" {
		t.Errorf("nothing to check, yet a test: %q", other)
	}
}

func TestTopicsFollowTheWords(t *testing.T) {
	r := assess.Assess(assess.Input{Text: "the hospital in Marren has no nurses, and taxes will not pay for more doctors"})
	if !slices.Equal(r.Topics[:2], []string{"health", "jobs"}) {
		t.Errorf("%v", r.Topics)
	}
	if r := assess.Assess(assess.Input{Text: "Hello."}); len(r.Topics) != 0 {
		t.Errorf("a greeting is about %v", r.Topics)
	}
}

func TestAFigureIsWorthMoreThanAGreeting(t *testing.T) {
	figure := assess.Assess(assess.Input{Text: "Unemployment has risen by 40 percent since you took office."})
	greeting := assess.Assess(assess.Input{Text: "Good evening, and thank you for having me."})
	if figure.Worth <= greeting.Worth {
		t.Errorf("the figure %.3f, the greeting %.3f", figure.Worth, greeting.Worth)
	}
}

func TestTheReasonQuotesTheWords(t *testing.T) {
	r := assess.Assess(assess.Input{Text: "to rebuild the pier by 2030", Cue: "has pledged", SaidOn: said})
	for _, part := range []string{"“pledge”", "“by 2030”"} {
		if !strings.Contains(r.Reason, part) {
			t.Errorf("%s is not in the reason: %s", part, r.Reason)
		}
	}
}

func FuzzAssess(f *testing.F) {
	for _, s := range []string{"", "to", "that", "“We will, by 2030.”", "the", "’’ 's n't", "1,000.5% of ?", "The government of the people of the land will"} {
		f.Add(s, "has promised")
	}
	f.Fuzz(func(t *testing.T, text, cue string) {
		if !utf8.ValidString(text) || !utf8.ValidString(cue) {
			t.Skip("a text is decoded before it comes here")
		}
		in := assess.Input{Text: text, Cue: cue, Speaker: "Ana Ruiz", SaidOn: said}
		r := assess.Assess(in)
		if !slices.Contains(claims.Classes, r.Class) || r.Reason == "" || r.Worth < 0 || r.Worth > 1 || !(r.Confidence > 0 && r.Confidence <= 1) {
			t.Fatalf("%+v", r)
		}
		if !strings.Contains(text, r.DueWords) || r.Due.Check() != nil || !strings.Contains(text+in.Speaker, r.Actor) {
			t.Fatalf("%+v", r)
		}
		if p := assess.Proposition(in); !utf8.ValidString(p) {
			t.Fatalf("%q", p)
		}
	})
}

package setting

import (
	"strings"
	"testing"

	"onrecord/claims/lang"
)

// told reads an article of paragraphs in which each statement is marked as in
// read, with its speaker in front of it: "Ana Ruiz|{She} <said> [no]".
func told(text string) (all []Setting, doc *lang.Document) {
	var b strings.Builder
	var attrs []Attribution
	for i, part := range strings.Split(text, "@") {
		if i == 0 {
			b.WriteString(part)
			continue
		}
		speaker, rest, _ := strings.Cut(part, "|")
		at := unmark(&b, rest)
		at.Speaker = speaker
		attrs = append(attrs, at)
	}
	doc = lang.Parse(b.String())
	return Of(doc, published, attrs), doc
}

// last reads the last statement of a text as told does.
func last(text string) Setting {
	all, _ := told(text)
	return all[len(all)-1]
}

// checkScene wants a day for the last statement of a text, and what it is the
// day of.
func checkScene(t *testing.T, name, text, day, of string) {
	t.Helper()
	if got := last(text); got.SaidOn.String() != day || got.DayOf != of {
		t.Errorf("%s: got %q of %q, want %q of %q", name, got.SaidOn, got.DayOf, day, of)
	}
}

// TestDayOfTheScene: the last statement gets the day of what it points back to.
func TestDayOfTheScene(t *testing.T) {
	for _, c := range []struct{ name, text, day, of string }{
		{
			"the event that the story opens with",
			"Ana Ruiz of Norland won the Quay marathon on Sunday. The race was held in the rain.\n\n@Bo Marsh|[\"I am proud,\"] {Bo Marsh} <said> after the race.",
			"2024-05-12", "the race",
		},
		{
			"an event whose own sentence has a day",
			"Norland closed the ferry on Monday. The council held a vote on Tuesday.\n\nFollowing the vote, @Bo Marsh|{Bo Marsh} <said> [the ferry was lost].",
			"2024-05-14", "the vote",
		},
		{
			"a poll whose day the report gave when it cited it first",
			"@a Courier survey|[The mayor is ahead], <according to> {a Courier survey released on Monday}.\n\n@the poll|[One in ten had no opinion], {the poll} <found>.",
			"2024-05-13", "the poll",
		},
		{
			"a document as the speaker",
			"On Monday, nine towns filed a lawsuit against Norland over the ferry.\n\n@the motion|{The motion} <claims> [the ferry was theirs].",
			"2024-05-13", "The motion",
		},
		{
			"a document that came up without a day, far from the opening",
			"On Monday, nine towns sued Norland over the ferry.\n\nThe ferry is old.\n\nA port office once wrote a report about it.\n\n@the report|{The report} <says> [the ferry was theirs].",
			"", "",
		},
		{
			"no definite event",
			"Ana Ruiz of Norland won the Quay marathon on Sunday.\n\n@Bo Marsh|[\"I am proud,\"] {Bo Marsh} <said> after a race.",
			"", "",
		},
		{
			"the same day",
			"The Norland court closed the ferry on Monday.\n\nOn the same day @the Quay court|{the Quay court} <said> [it was safe].",
			"2024-05-13", "what went before",
		},
		{
			"the speaker's own act just before",
			"On Monday, Mayor Ana Ruiz closed the ferry. @Ana Ruiz|[\"It leaks,\"] {she} <said>.",
			"2024-05-13", "what Ana Ruiz did",
		},
		{
			"the act that the story opens with",
			"On Monday, Ana Ruiz signed the ferry act.\n\nThe act costs a million.\n\n@Ana Ruiz|[\"It is dear,\"] {Ruiz} <said>.",
			"2024-05-13", "what Ana Ruiz did",
		},
		{
			"somebody else's act",
			"On Monday, Ana Ruiz signed the ferry act.\n\n@Bo Marsh|[\"It is dear,\"] {Marsh} <said>.",
			"", "",
		},
		{
			"the perfect tense ties to no day",
			"On Monday, Ana Ruiz signed the ferry act. @Ana Ruiz|{Ruiz} <has said> [that it is dear].",
			"", "",
		},
		{
			"another time in between",
			"On Monday, Ana Ruiz signed the ferry act.\n\nRuiz entered the council in 2016. @Ana Ruiz|[\"It is dear,\"] {Ruiz} <said>.",
			"", "",
		},
		{
			"today in the words, of what the story opens with",
			"On Monday, Norland closed the old ferry.\n\n@Bo Marsh|[\"Today they closed our ferry,\"] {Bo Marsh} <wrote>.",
			"2024-05-13", "what the speaker calls “today”",
		},
		{
			"today in the words, of something else",
			"On Monday, Norland closed the old ferry.\n\n@Bo Marsh|[\"Today it rains,\"] {Bo Marsh} <wrote>.",
			"", "",
		},
	} {
		checkScene(t, c.name, c.text, c.day, c.of)
	}
}

func TestDayOfTheWork(t *testing.T) {
	for _, c := range []struct{ text, day string }{
		{"In a study published in the Harbour Review on Monday, {scientists} <report> [that the pier sinks].", "2024-05-13"},
		{"In findings released Monday, {scientists from Quay} <established> [that the pier sinks].", "2024-05-13"},
		{"<According to> {the WHO's situation report dated May 13}, [the pier sinks].", "2024-05-13"},
		{"Asked about a study published on Monday, {the mayor} <said> [the pier sinks].", ""},
		{"In response to a study published on Monday, {the mayor} <said> [the pier sinks].", ""},
		{"As of Monday evening, {the harbour office} <reported> [that nine ships had sunk].", "2024-05-13"},
		{"By Monday evening, {the harbour office} <reported> [that nine ships had sunk].", "2024-05-13"},
		{"{The harbour office} <ordered> [nine ships to leave] by Monday.", ""},
		{"{The club's statement} yesterday <read> [\"We mourn.\"]", "2024-05-14"},
		{"Also on Monday, {the board} <announced> [a sale], beyond the sale of the ferry first announced seven days earlier on May 3.", "2024-05-13"},
		{"In a talk on Monday, {the mayor} <said> [the pier sinks], repeating his May 3 remarks.", "2024-05-13"},
		{"{The mayor} <said> [the pier sinks], repeating his May 3 remarks.", ""},
		{"<According to> {the official Quay report yesterday}, [the pier sinks].", "2024-05-14"},
		{"{Quay Today} <said> [the pier sinks].", ""},
		{"{The mayor} <told> the Christmas Fund [that the pier sinks].", ""},
	} {
		if got := read(c.text); got.SaidOn.String() != c.day {
			t.Errorf("%s: got %q from %q, want %q", c.text, got.SaidOn, got.SaidWords, c.day)
		}
	}
}

// TestNewsIsTold: the news of a report can be what somebody was told.
func TestNewsIsTold(t *testing.T) {
	got := last("A carer spent the savings of a widow on a horse, a jury was told yesterday.\n\n@Bo Marsh|{Bo Marsh} <said> [the money was gone].")
	if got.News.String() != "2024-05-14" || got.NewsWords != "yesterday" {
		t.Errorf("got %q from %q", got.News, got.NewsWords)
	}
}

// TestNewsOpensTheStory: the first paragraphs give it, whatever titles and labels
// stand before them, and a vote to come does not.
func TestNewsOpensTheStory(t *testing.T) {
	for text, want := range map[string]string{
		"Ferry saved.\n\nFULL TEXT.\n\nNobody in the old harbour had thought that it could still be done in time.\n\nNorland bought the ferry on Monday from a bank that wanted to be rid of it.\n\n@Bo Marsh|[\"It runs again,\"] {Bo Marsh} <said>.": "2024-05-13",
		"Ana Ruiz, in need of a win in Tuesday's vote, got the help of a rival on Sunday.\n\n@Bo Marsh|[\"I am for her,\"] {Bo Marsh} <said>.":                                                                                                         "2024-05-12",
	} {
		if got := last(text); got.News.String() != want {
			t.Errorf("%s: got %q from %q, want %q", text, got.News, got.NewsWords, want)
		}
	}
}

package setting

import "testing"

// TestDayOfTheOccasion: the last statement gets the day of the occasion that the
// report stands on.
func TestDayOfTheOccasion(t *testing.T) {
	for _, c := range []struct{ name, text, day, of string }{
		{
			"who takes part in a debate goes on there",
			"The Quay debate between Ana Ruiz and Bo Marsh was held on April 9.\n\nThe hall was full. @Bo Marsh|{Marsh} <called> [the ferry a wreck].",
			"2024-04-09", "the debate",
		},
		{
			"the second of two debates",
			"Ana Ruiz and Bo Marsh held two debates.\n\nThe first, on April 9, was short.\n\nThe second took place on April 16. @Ana Ruiz|{Ruiz} <called> [the ferry a wreck].",
			"2024-04-16", "the second debate",
		},
		{
			"back to the first of two debates",
			"The first debate between Ana Ruiz and Bo Marsh was on April 9. The second debate was on April 16. In the first debate, two hands were raised. @Ana Ruiz|{Ruiz} <called> [the ferry a wreck].",
			"2024-04-09", "the debate",
		},
		{
			"anybody who speaks in the paragraph of a hearing that was held",
			"The Norland board held a hearing on Monday. @a pilot|{A pilot} <said> [the ferry was a wreck].",
			"2024-05-13", "the hearing",
		},
		{
			"nobody but who spoke at a rally",
			"Ana Ruiz spoke at a rally on Monday. The square was full. @Bo Marsh|{Marsh} <said> [the ferry was a wreck].",
			"", "",
		},
		{
			"another day takes over",
			"The Quay debate between Ana Ruiz and Bo Marsh was held on April 9. On April 20 the ferry sank. @Bo Marsh|{Marsh} <called> [it a wreck].",
			"", "",
		},
		{
			"what comes after the occasion",
			"The Quay debate between Ana Ruiz and Bo Marsh was held on April 9. After the debate the polls moved. @Bo Marsh|{Marsh} <called> [them a joke].",
			"", "",
		},
		{
			"far behind the occasion",
			"The Quay debate between Ana Ruiz and Bo Marsh was held on April 9.\n\nThe ferry is old.\n\nIt leaks.\n\n@Bo Marsh|{Marsh} <called> [it a wreck].",
			"", "",
		},
		{
			"an event that the story opens with, named again",
			"Thousands marched through Quay on Monday.\n\nAmong those who spoke at the rally was Ana Ruiz. @Ana Ruiz|{Ruiz} <called> [the ferry a wreck].",
			"2024-05-13", "the rally",
		},
		{
			"what is told of the day in passing",
			"@Ana Ruiz|{Ruiz} <said> [the ferry was a wreck], repeating what was heard at the April 9 debate. @Bo Marsh|{Marsh} <called> [it a joke].",
			"", "",
		},
	} {
		checkScene(t, c.name, c.text, c.day, c.of)
	}
}

func TestDayCountedFromAnother(t *testing.T) {
	for _, c := range []struct{ text, day string }{
		{"The ferry sank on April 9. The following day @x|{the mayor} <said> [it was old].", "2024-04-10"},
		{"The ferry sank on April 9. Two days later, @x|{the mayor} <said> [it was old].", "2024-04-11"},
		{"The ferry sank on April 9. @x|{The mayor} <had said> the day before [that it was safe].", "2024-04-08"},
		{"The ferry sank on Monday. Hours later @x|{the mayor} <said> [it was old].", "2024-05-13"},
		{"The board voted on Monday. The day after the vote @x|{the mayor} <said> [it was a mistake].", "2024-05-14"},
		{"The board met on Tuesday. On the eve of the meeting @x|{the mayor} <said> [it was a mistake].", "2024-05-13"},
		{"The day after Monday's vote @x|{the mayor} <said> [it was a mistake].", "2024-05-14"},
		{"The ferry sank on April 9. Within two days after it @x|{the mayor} <said> [it was old].", ""},
		{"The ferry is old. The following day @x|{the mayor} <said> [so].", ""},
		{"The ferry sank on Wednesday. Two days later @x|{the mayor} <said> [so].", ""},
		{"The ferry sank in April. Weeks later @x|{the mayor} <said> [it was old].", ""},
	} {
		if got := last(c.text); got.SaidOn.String() != c.day {
			t.Errorf("%s: got %q from %q, want %q", c.text, got.SaidOn, got.SaidWords, c.day)
		}
	}
}

func TestDayBesideTheWords(t *testing.T) {
	for _, c := range []struct{ text, day string }{
		{"The ferry was closed on Monday.\n\n@x|[\"They will close the ferry tomorrow,\"] {Bo Marsh} <wrote>.", "2024-05-12"},
		{"Ana Ruiz died on Sunday.\n\n@x|[\"She passed away this evening,\"] {her son} <wrote>.", "2024-05-12"},
		{"@x|{The office} <told> [sailors to stay away in its May 9 alert].", "2024-05-09"},
		{"Nothing was known until May 9, when @x|{the mayor} <wrote> [about the ferry].", "2024-05-09"},
		{"@x|[The ferry sank], {police} <said> on Thursday morning, local time.", "2024-05-16"},
		{"The ferry sank on Monday. @x|[\"Women of today need a ferry,\"] {Bo Marsh} <said>.", ""},
		{"A march had passed on Monday, an hour before, but @x|{the mayor} <said> [it was small].", "2024-05-13"},
	} {
		if got := last(c.text); got.SaidOn.String() != c.day {
			t.Errorf("%s: got %q from %q, want %q", c.text, got.SaidOn, got.SaidWords, c.day)
		}
	}
}

package ingest

import "testing"

// TestDatesInOtherLanguages reads the days that pages show in languages whose
// statements are not read.
func TestDatesInOtherLanguages(t *testing.T) {
	for line, want := range map[string]string{
		"2022. szeptember 6., kedd 17:22": "2022-09-06",
		"Τρίτη, 8 Νοεμβρίου 2022, 14:30":  "2022-11-08",
		"Giriş: 12 Ekim 2021 Salı 16:05":  "2021-10-12",
		"17 أكتوبر 2023":                  "2023-10-17",
		"١٧ أكتوبر ٢٠٢٣":                  "2023-10-17",
		"14 березня 2023, 10:00":          "2023-03-14",
		"5. októbra 2021":                 "2021-10-05",
		"3 באוקטובר 2021":                 "2021-10-03",
		"2023-03-14 16:20　来源：江湾日报　作者：陆文婷　责编：王磊": "2023-03-14",
	} {
		if got := shownDate(line).String(); got != want {
			t.Errorf("%s: %q, want %q", line, got, want)
		}
	}
}

// TestCreditsInOtherLanguages reads names and papers behind the words that other
// languages put before them.
func TestCreditsInOtherLanguages(t *testing.T) {
	for line, want := range map[string]about{
		"2023-03-14 16:20　来源：江湾日报　作者：陆文婷　责编：王磊":          {byline: "陆文婷", outlet: "江湾日报", published: "2023-03-14"},
		"de Ioana Drăgulescu, 20 februarie 2024, 13:05":  {byline: "Ioana Drăgulescu", published: "2024-02-20"},
		"Kovácsik Réka\n2022. szeptember 6., kedd 17:22": {byline: "Kovácsik Réka", published: "2022-09-06"},
		"Ein Bericht von Henrike Lossow, Weidental":      {byline: "Henrike Lossow"},
		"By Dominic Ashe @domashe":                       {byline: "Dominic Ashe"},
		"Senior Reporter":                                {},
	} {
		who, _ := creditParts(line)
		if got := (about{"", who.byline, who.outlet, who.published.String()}); got != want {
			t.Errorf("%s: read %+v, want %+v", line, got, want)
		}
	}
	if name, _ := byline("Autoři: Tereza Malíková"); name != "Tereza Malíková" {
		t.Errorf("read %q", name)
	}
	for name, want := range map[string]bool{"Uhr18 Kommentare": false, "Senior Reporter": true} {
		if isName(name) != want {
			t.Errorf("%s is a name: %t", name, !want)
		}
	}
}

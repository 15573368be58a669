package kit

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
)

// translated is the locale of a translation file.
func translated(t *testing.T, language string) *Locale {
	t.Helper()
	data, err := os.ReadFile("../../assets/translations/" + language + ".json")
	if err != nil {
		t.Fatal(err)
	}
	var words map[string]any
	if err := json.Unmarshal(data, &words); err != nil {
		t.Fatal(err)
	}
	of := func(key string) string { s, _ := words["locale."+key].(string); return s }
	group, decimal := separators(of("number"))
	return &Locale{of("date"), of("month"), of("day"), strings.Fields(of("months")), of("quote"), of("colon"), group, decimal, strings.Fields(of("bytes"))}
}

func TestDatesNumbersAndQuotationsAreThoseOfTheLanguage(t *testing.T) {
	for _, c := range []struct{ language, full, month, day, number, decimals, quoted, size string }{
		{"en", "4 Mar 2026", "Mar 2026", "4 Mar", "1,234,567", "1,234.5", "“We will.”", "1.5 MB"},
		{"de", "04.03.2026", "März 2026", "04.03.", "1.234.567", "1.234,5", "„We will.“", "1,5 MB"},
		{"fr", "04/03/2026", "mars 2026", "4 mars", "1\u202f234\u202f567", "1\u202f234,5", "«\u202fWe will.\u202f»", "1,5 Mo"},
		{"es", "04/03/2026", "mar 2026", "4 mar", "1.234.567", "1.234,5", "«We will.»", "1,5 MB"},
	} {
		l := translated(t, c.language)
		if len(l.Months) != 12 {
			t.Errorf("%s has %d months", c.language, len(l.Months))
		}
		got := []string{l.Date(2026, 3, 4), l.Date(2026, 3, 0), l.Date(0, 3, 4), l.Int(1234567), l.Float(1234.5, 1), l.Quoted("We will."), l.Size(1_530_000)}
		for i, want := range []string{c.full, c.month, c.day, c.number, c.decimals, c.quoted, c.size} {
			if got[i] != want {
				t.Errorf("%s writes %q, want %q", c.language, got[i], want)
			}
		}
	}
}

func TestWhatIsUnknownOfADateIsNotWritten(t *testing.T) {
	l := English
	for want, d := range map[string][3]int{"": {}, "2026": {2026, 0, 0}, "Mar": {0, 3, 0}, "Mar 2026": {2026, 3, 0}} {
		if got := l.Date(d[0], d[1], d[2]); got != want {
			t.Errorf("%v is written %q, want %q", d, got, want)
		}
	}
}

func TestNumbersOfEverySize(t *testing.T) {
	for want, n := range map[string]int{"0": 0, "999": 999, "1,000": 1000, "−12,345": -12345} {
		if got := English.Int(n); got != want {
			t.Errorf("%d is written %q, want %q", n, got, want)
		}
	}
	if got := English.Float(0.5, 1); got != "0.5" {
		t.Errorf("a half is written %q", got)
	}
}

func TestWordsThatBringTheirOwnMarksGetNone(t *testing.T) {
	if got := English.Quoted("“We will.”"); got != "“We will.”" {
		t.Errorf("quoted twice: %s", got)
	}
}

package fold

import "testing"

func TestKey(t *testing.T) {
	for in, want := range map[string]string{
		"":                       "",
		"ana ruiz":               "ana ruiz",
		"Ana  RUIZ":              "ana ruiz",
		" Ana Ruiz\n":            "ana ruiz",
		"Ana\u00a0Ruiz":          "ana ruiz",
		"José Ángel Peña":        "jose angel pena",
		"Jose\u0301":             "jose",
		"Søren Łukasz":           "soren lukasz",
		"O’Brien":                "o'brien",
		"ﬁnance minister":        "finance minister",
		"Straße":                 "straße",
		"МИНИСТР":                "министр",
		"a b c":                  "a b c",
		"trailing space then x ": "trailing space then x",
	} {
		if got := Key(in); got != want {
			t.Errorf("Key(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzKeyIsItsOwnKey(f *testing.F) {
	for _, s := range []string{"Ana Ruiz", "İstanbul", "  ", "\u0301", "ǅ", "K"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := Key(s)
		if twice := Key(once); twice != once {
			t.Errorf("Key(%q) = %q, but folded again %q", s, once, twice)
		}
	})
}

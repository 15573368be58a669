package assets_test

import (
	"encoding/json"
	"go/token"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/lang"

	"onrecord/assets"
)

// languages of the window, each with the plural forms that it tells apart
// (CLDR plural rules; "many" is for whole millions).
var languages = map[string][]string{
	"en": {"one", "other"},
	"de": {"one", "other"},
	"fr": {"many", "one", "other"},
	"es": {"many", "one", "other"},
}

// phrase is something that the window says: the words after its key in the
// source, and whether they count something.
type phrase struct {
	english string
	counted bool
	at      token.Position
}

// forms are the words of a key in a translation file by plural form; words
// that count nothing have the form "" alone.
type forms map[string]string

func TestWindowIsTranslatedWhole(t *testing.T) {
	said := windowPhrases(t)
	if len(said) == 0 {
		t.Fatal("no words were found in the source")
	}
	for language, plurals := range languages {
		t.Run(language, func(t *testing.T) {
			words := translation(t, language)
			for _, key := range slices.Sorted(maps.Keys(said)) {
				checkPhrase(t, key, said[key], words[key], plurals)
			}
			for key := range words {
				if _, ok := said[key]; !ok {
					t.Errorf("%s: the window no longer says it", key)
				}
			}
		})
	}
}

func TestEnglishIsWhatTheSourceSays(t *testing.T) {
	words := translation(t, "en")
	for key, p := range windowPhrases(t) {
		form := ""
		if p.counted {
			form = "other"
		}
		if got := words[key][form]; got != p.english {
			t.Errorf("%s: en.json says %q, %s says %q", key, got, p.at, p.english)
		}
	}
}

// Errors name the part of the archive that they are about by a word, such as "due".
func TestWindowHasWordsForWhatErrorsAreAbout(t *testing.T) {
	c := collect(t)
	if len(c.named) == 0 || len(c.words) == 0 {
		t.Fatalf("%d things are named, %d have words", len(c.named), len(c.words))
	}
	for word, at := range c.named {
		if !c.words[word] {
			t.Errorf("%s: %q is not in %s", at, word, fieldWords)
		}
	}
}

// Every file in the folder is offered to people as a language of the window.
func TestNoOtherLanguagesAreShipped(t *testing.T) {
	files, err := assets.Translations.ReadDir("translations")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if _, ok := languages[strings.TrimSuffix(f.Name(), ".json")]; !ok {
			t.Errorf("%s: its plural forms are not known here", f.Name())
		}
	}
}

func TestWindowSpeaksTheLanguageOfThePerson(t *testing.T) {
	for _, c := range []struct{ locale, review, none, one, two, million string }{
		{"en_GB.UTF-8", "Review", "0 articles", "1 article", "2 articles", "1000000 articles"},
		{"de_AT.UTF-8", "Sichten", "0 Artikel", "1 Artikel", "2 Artikel", "1000000 Artikel"},
		{"fr_CA.UTF-8", "Relecture", "0 article", "1 article", "2 articles", "1000000 d’articles"},
		{"es_MX.UTF-8", "Revisión", "0 artículos", "1 artículo", "2 artículos", "1000000 de artículos"},
		{"fi_FI.UTF-8", "Review", "0 articles", "1 article", "2 articles", "1000000 articles"},
	} {
		t.Run(c.locale, func(t *testing.T) {
			t.Setenv("LANGUAGE", "")
			t.Setenv("LC_ALL", c.locale)
			if err := lang.AddTranslationsFS(assets.Translations, "translations"); err != nil {
				t.Fatal(err)
			}
			if got := lang.X("screen.review", "?"); got != c.review {
				t.Errorf("the review screen is called %q, want %q", got, c.review)
			}
			for n, want := range map[int]string{0: c.none, 1: c.one, 2: c.two, 1000000: c.million} {
				if got := lang.XN("status.articles", "?", n, map[string]any{"Count": n}); got != want {
					t.Errorf("%d articles are %q, want %q", n, got, want)
				}
			}
		})
	}
}

// checkPhrase compares the words of one key with what the source says.
func checkPhrase(t *testing.T, key string, p phrase, words forms, plurals []string) {
	t.Helper()
	if words == nil {
		t.Errorf("%s: missing (%q in %s)", key, p.english, p.at)
		return
	}
	want := []string{""}
	if p.counted {
		want = plurals
	}
	if got := slices.Sorted(maps.Keys(words)); !slices.Equal(got, want) {
		t.Errorf("%s: has the forms %q, want %q", key, got, want)
	}
	for form, text := range words {
		if strings.TrimSpace(text) == "" {
			t.Errorf("%s %s: is empty", key, form)
		}
		if got, want := blanks(text), blanks(p.english); !slices.Equal(got, want) {
			t.Errorf("%s %s: %q fills in %q, want %q as in %q", key, form, text, got, want, p.english)
		}
	}
}

// blank matches what is filled in later: a verb of fmt or a field.
var blank = regexp.MustCompile(`%[-+#0-9.]*[a-zA-Z%]|{{[^}]*}}`)

// blanks lists what is filled in. The marks of %q may be those of the language.
func blanks(text string) []string {
	return blank.FindAllString(strings.ReplaceAll(text, "%q", "%s"), -1)
}

// translation reads the file of a language.
func translation(t *testing.T, language string) map[string]forms {
	t.Helper()
	data, err := assets.Translations.ReadFile("translations/" + language + ".json")
	if err != nil {
		t.Fatal(err)
	}
	var raw map[string]json.RawMessage
	if err := json.Unmarshal(data, &raw); err != nil {
		t.Fatal(err)
	}
	words := map[string]forms{}
	for key, value := range raw {
		var text string
		if json.Unmarshal(value, &text) == nil {
			words[key] = forms{"": text}
			continue
		}
		var plural forms
		if err := json.Unmarshal(value, &plural); err != nil {
			t.Fatalf("%s: %v", key, err)
		}
		words[key] = plural
	}
	return words
}

// windowPhrases collects what the window says, by key: from its own source each
// call of lang.X and lang.XN, and from that of the archive each claims.Say and
// claims.SayN. A key that says two things is an error.
func windowPhrases(t *testing.T) map[string]phrase {
	t.Helper()
	return collect(t).said
}

func collect(t *testing.T) *collector {
	t.Helper()
	c := &collector{t: t, files: token.NewFileSet(), said: map[string]phrase{}, named: map[string]token.Position{}, words: map[string]bool{}}
	for _, folder := range []string{"../ui", "../claims", "../storage", "../cmd/internal", "../cmd/onrecord"} {
		c.walk(folder)
	}
	return c
}

// TestFrenchMarksKeepTheirWord: French sets a blank before some marks, which no
// line may begin with.
func TestFrenchMarksKeepTheirWord(t *testing.T) {
	for key, all := range translation(t, "fr") {
		for _, text := range all {
			if regexp.MustCompile(` [;:!?»]|« `).MatchString(text) {
				t.Errorf("%s: %q", key, text)
			}
		}
	}
}

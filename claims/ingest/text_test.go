package ingest

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"

	"onrecord/claims"
)

// TestTextIsKept checks that the text of a .txt file is the decoded file,
// byte for byte.
func TestTextIsKept(t *testing.T) {
	const src = "  A headline \r\n\r\n\tA line with\u00a0blanks,  “marks” and\u00ad hyphens.\r\n\r\n\r\nThe end\n "
	items, err := Read(context.Background(), "a.txt", []byte("\xef\xbb\xbf"+src), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if items[0].Text != src {
		t.Errorf("text %q, want %q", items[0].Text, src)
	}
	if a := items[0].Article; a.Length != len(src) || a.Text != claims.HashOf([]byte(src)) || a.Title != "A headline" {
		t.Errorf("article %+v", a)
	}
}

// TestCharsets decodes texts that do not say how they are encoded.
func TestCharsets(t *testing.T) {
	const french = "Le maire a déclaré : « C’est une fête », à l’été dernier, où ça coûte 5 €."
	const german = "Die Brücke wird früher fertig, sagte Bürgermeister Röhl. \"Wir können fahren\", hieß es."
	const spanish = "—¿Y qué pasará en los próximos años? —preguntó. «No lo sé», dijo el campesino."
	const polish = "Premier Brudziński powiedział, że złożył skargę i że będzie się bronić w Łodzi."
	const russian = "Министр заявил, что мост откроют до конца года и что деньги уже есть в бюджете."
	wide := func(s string, high int) []byte {
		var out []byte
		for _, u := range utf16.Encode([]rune(s)) {
			pair := [2]byte{byte(u), byte(u >> 8)}
			out = append(out, pair[high], pair[1-high])
		}
		return out
	}
	single := func(e *charmap.Charmap, s string) []byte {
		out, err := e.NewEncoder().Bytes([]byte(s))
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"UTF-8": {[]byte(french), french}, "UTF-16LE": {wide(french, 0), french}, "UTF-16BE": {wide(russian, 1), russian},
		"windows-1252": {single(charmap.Windows1252, french), french}, "windows-1250": {single(charmap.Windows1250, polish), polish},
		"windows-1251": {single(charmap.Windows1251, russian), russian}, "KOI8-R": {single(charmap.KOI8R, russian), russian},
		"code page 850": {single(charmap.CodePage850, german), german}, "windows-1252, Spanish": {single(charmap.Windows1252, spanish), spanish},
		"ISO-8859-2": {single(charmap.ISO8859_2, polish), polish},
	} {
		if got, err := decode(name, c.data, ""); err != nil || got != c.want {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}

// TestMasthead reads what texts say of themselves.
func TestMasthead(t *testing.T) {
	for _, c := range []struct {
		text string
		want meta
	}{
		{"Truce talks make headway\n\nGeneva [Switzerland], Aug. 27 : The envoy said so.\n\nSource: ANA", meta{title: "Truce talks make headway", outlet: "ANA", published: claims.Date{Month: 8, Day: 27}}},
		{"LISBON, March 3, 2021 (Novapress) — The minister resigned.", meta{outlet: "Novapress", published: claims.On(2021, 3, 3)}},
		{"Ferry stops\nBy Ana Ruiz in Varnholm\n5 May 2022\n\nThe ferry stopped.", meta{title: "Ferry stops", byline: "Ana Ruiz", published: claims.On(2022, 5, 5)}},
		{"A headline that was\nwrapped\n\nBy Li Wei | Staff Writer\n\nIt rained.", meta{title: "A headline that was", byline: "Li Wei"}},
		{"Ferry stops\nBy Ana Ruiz on Thursday, 5 May 2022\n\nThe ferry stopped.", meta{title: "Ferry stops", byline: "Ana Ruiz", published: claims.On(2022, 5, 5)}},
		{"Fähre fällt aus\nGespeichert von Jonas Vehl am Fr., 27.05.2022 - 15:10\n\nSie fuhr nicht.", meta{title: "Fähre fällt aus", byline: "Jonas Vehl", published: claims.On(2022, 5, 27)}},
		{"The council met on Monday and decided nothing.", meta{}},
	} {
		if diff := cmp.Diff(c.want, plainMeta(c.text), cmp.AllowUnexported(meta{})); diff != "" {
			t.Errorf("%q: -want +got\n%s", c.text, diff)
		}
	}
}

// TestBylines parts names from what stands beside them.
func TestBylines(t *testing.T) {
	for line, want := range map[string][2]string{
		"By Ana Ruiz":                                                     {"Ana Ruiz", ""},
		"By Ana Ruiz, The Harbour Post":                                   {"Ana Ruiz", "The Harbour Post"},
		"By ANA RUIZ and Tom Vale, Daily Press":                           {"ANA RUIZ and Tom Vale", "Daily Press"},
		"Von Jonas Vehl":                                                  {"Jonas Vehl", ""},
		"By Ana Ruiz in Berlin and Tom Vale in Paris":                     {"Ana Ruiz and Tom Vale", ""},
		"By Ana Ruiz (Berlin), Tom Vale (Paris)":                          {"Ana Ruiz, Tom Vale", ""},
		"By Ana Ruiz, Harbour Correspondent and Tom Vale, Chief Reporter": {"Ana Ruiz, Tom Vale", ""},
		"Words by Ana Ruiz, Pictures by Tom Vale":                         {"Ana Ruiz", ""},
		"By Ana Ruiz of the Harbour Post":                                 {"Ana Ruiz", ""},
		"By Ana and Tom Vale":                                             {"Ana and Tom Vale", ""},
		"By Food and Agriculture Organization":                            {"Food and Agriculture Organization", ""},
		"Von Jonas Vehl aus Berlin und Lea Brandt, Redakteurin":           {"Jonas Vehl und Lea Brandt", ""},
		"Von Jonas Vehl/dpa":                                              {"Jonas Vehl", "dpa"},
		"Par Hélène Marchal, envoyée spéciale à Kiev, et Luc Aubry":       {"Hélène Marchal, Luc Aubry", ""},
		"Par Hélène Marchal avec AFP":                                     {"Hélène Marchal", ""},
		"Texte : Hélène Marchal & Luc Aubry":                              {"Hélène Marchal & Luc Aubry", ""},
		"Por María de la Cruz y José Ortega y Gasset desde Madrid":        {"María de la Cruz y José Ortega y Gasset", ""},
		"Par Hélène Marchal, Ouest Rivages":                               {"Hélène Marchal", "Ouest Rivages"},
		"Von Jonas Vehl, Lomarer Nachrichten":                             {"Jonas Vehl", "Lomarer Nachrichten"},
		"Por Rocío Vidal, La Voz de Almería":                              {"Rocío Vidal", "La Voz de Almería"},
		"By Ana Ruiz, Harrow & Coast":                                     {"Ana Ruiz", "Harrow & Coast"},
		"By Ana Ruiz, Gaspard Le Thiec":                                   {"Ana Ruiz, Gaspard Le Thiec", ""},
		"Gespeichert von Jonas Vehl":                                      {"Jonas Vehl", ""},
		"Text messages cost more from May":                                {"", ""},
		"By Ana Ruiz, political editor":                                   {"Ana Ruiz", ""},
		"By the time the boat came, it rained":                            {"", ""},
		"By noon the square was full.":                                    {"", ""},
	} {
		if name, outlet := byline(line); name != want[0] || outlet != want[1] {
			t.Errorf("%q: %q, %q", line, name, outlet)
		}
	}
}

// TestClean normalises what does not show.
func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"foun\u00adda\u200btion": "foundation", "a\u00a0b\u2009c": "a b c", "o\ufb03ce \ufb01sh": "office fish", "“so” – ‘so’": "“so” – ‘so’",
		"cafe\u0301": "café", "\ufeffx\u202ey": "xy", "\U0001F469\u200d\U0001F33E": "\U0001F469\u200d\U0001F33E",
	} {
		if got := clean(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// TestSideFile checks that a description beside a file wins over guesses.
func TestSideFile(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		t.Helper()
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	path := write("note.txt", "Guessed headline\n\nBy Somebody Else\n\nThe text itself.\n")
	write("note.meta.json", `{"title": "True headline", "outlet": "Harbour Post", "published": "2021-04"}`)
	write(".hidden", "x")
	items, err := ReadFile(context.Background(), path, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	a := items[0].Article
	if a.Title != "True headline" || a.Outlet != "Harbour Post" || a.Byline != "Somebody Else" || a.Published.String() != "2021-04" {
		t.Errorf("article %+v", a)
	}
	found, err := Files(dir)
	if err != nil || len(found) != 1 || found[0].Path != path || found[0].Skip != nil {
		t.Errorf("files %+v, %v", found, err)
	}
	write("note.meta.json", `{"published": "someday"}`)
	if _, err := ReadFile(context.Background(), path, Limits{}); err == nil || !strings.Contains(err.Error(), "someday") {
		t.Errorf("a wrong date is not told: %v", err)
	}
}

// TestPaste keeps pasted text, and reads pasted markup.
func TestPaste(t *testing.T) {
	it, err := Paste(context.Background(), "Dam holds\n\nBy Ana Ruiz\n\nThe dam holds.", claims.Article{Outlet: "Harbour Post"})
	if err != nil {
		t.Fatal(err)
	}
	if a := it.Article; it.Text != "Dam holds\n\nBy Ana Ruiz\n\nThe dam holds." || a.Title != "Dam holds" || a.Byline != "Ana Ruiz" || a.Outlet != "Harbour Post" || a.Format != Pasted {
		t.Errorf("item %+v", it)
	}
	it, err = Paste(context.Background(), "<html><body><h1>Dam holds</h1><p>The keeper said that the dam had held.</p></body></html>", claims.Article{})
	if err != nil || it.Text != "The keeper said that the dam had held." || it.Article.Title != "Dam holds" {
		t.Errorf("item %+v, %v", it, err)
	}
	if _, err := Paste(context.Background(), " \n", claims.Article{}); err == nil {
		t.Error("nothing was pasted, and read")
	}
}

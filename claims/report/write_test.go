package report

import (
	"bytes"
	"encoding/csv"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/claims"
)

var update = flag.Bool("update", false, "write the golden files anew")

func written(t testing.TB, m *Model, f Format) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, m, f); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// binary are the formats whose bytes no person reads.
var binary = map[Format]bool{PDF: true, DOCX: true, XLSX: true, Dossier: true}

func TestTextFormatsAreAsTheGoldenFilesShow(t *testing.T) {
	for _, f := range Formats() {
		if binary[f] {
			continue
		}
		t.Run(string(f), func(t *testing.T) {
			got := written(t, ferryModel(t), f)
			golden := filepath.Join("testdata", "ferry-"+string(f)+f.Ending())
			if *update {
				if err := os.WriteFile(golden, got, 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), string(got)); diff != "" {
				t.Errorf("want -, got +; run with -update if the change is meant:\n%s", diff)
			}
		})
	}
}

func TestEqualModelsGiveEqualBytes(t *testing.T) {
	for _, f := range Formats() {
		if a, b := written(t, ferryModel(t), f), written(t, ferryModel(t), f); !bytes.Equal(a, b) {
			t.Errorf("%s: two reports of one model differ", f)
		}
	}
}

func TestEveryFormatTakesAnEmptyReport(t *testing.T) {
	for _, f := range Formats() {
		written(t, &Model{Title: "Nothing"}, f) // fails the test on an error
		if f.Ending() == "" || f.Name() == string(f) {
			t.Errorf("%s has no ending or no name for people", f)
		}
	}
}

func TestUnknownFormatNamesTheKnownOnes(t *testing.T) {
	err := Write(&bytes.Buffer{}, &Model{}, "papyrus")
	if claims.CodeOf(err) != claims.CodeInvalid || !strings.Contains(err.Error(), "markdown") && !strings.Contains(err.Error(), "md") {
		t.Errorf("got %v", err)
	}
}

func TestEveryQuotationIsPinnedToItsPlace(t *testing.T) {
	for _, f := range []Format{MD, HTML} {
		got := string(written(t, ferryModel(t), f))
		for _, want := range []string{"Mira Solheim", "Point Gazette", "said on 4 March 2025", "published 5 March 2025", "https://gazette.example/ferry?a=1&", "characters 72–127"} {
			if !strings.Contains(got, want) {
				t.Errorf("%s: no %q", f, want)
			}
		}
	}
}

func TestParaphraseGetsNoQuotationMarks(t *testing.T) {
	got := string(written(t, ferryModel(t), MD))
	if strings.Contains(got, "“the fare would rise”") || !strings.Contains(got, "in the article’s words, not asserted by the speaker, not yet reviewed") {
		t.Errorf("the paraphrase must be shown as one:\n%s", got)
	}
}

func TestReportsSpeakFourLanguages(t *testing.T) {
	for language, want := range map[string]string{"fr": "déclaré le 4 mars 2025", "de-AT": "gesagt am 4. März 2025", "es": "dicho el 4 de marzo de 2025", "xx": "said on 4 March 2025"} {
		m := ferryModel(t)
		m.Options.Language = language
		if got := string(written(t, m, MD)); !strings.Contains(got, want) {
			t.Errorf("%s: no %q", language, want)
		}
	}
}

func TestTableOfWordsIsComplete(t *testing.T) {
	used := regexp.MustCompile(`(?:of|dated|fill|month)\("([a-z.]+)"`)
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range used.FindAllStringSubmatch(string(src), -1) {
			if _, ok := wordTable()["en"][m[1]]; !ok && !strings.HasSuffix(m[1], ".") {
				t.Errorf("%s: no word for %q", file, m[1])
			}
		}
	}
	for key := range wordTable()["en"] {
		for _, l := range languages {
			if strings.TrimSpace(wordTable()[l][key]) == "" {
				t.Errorf("%s: no word for %q", l, key)
			}
		}
	}
	for name := range columns {
		if _, ok := wordTable()["en"]["col."+name]; !ok {
			t.Errorf("no head for the column %q", name)
		}
	}
}

func readCSV(t *testing.T, data []byte, comma rune) [][]string {
	t.Helper()
	r := csv.NewReader(bytes.NewReader(data))
	r.Comma = comma
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestCSVIsReadBackAsItWasMeant(t *testing.T) {
	m := ferryModel(t)
	m.Options.Columns = []string{"speaker", "quotation", "due", "start", "rating"}
	want := [][]string{
		{"Speaker", "Quotation", "Due", "From character", "Rating (1–5)"},
		{"Mira Solheim", "“We will run the night ferry again by the end of 2025,”", "2025-12-31", "72", "3"},
		{"", "", "2026-09-XX", "", ""},
		{"Mira Solheim", "the fare would rise", "", "210", ""},
	}
	if diff := cmp.Diff(want, readCSV(t, written(t, m, CSV), ',')); diff != "" {
		t.Error(diff)
	}
}

func TestCSVForASpreadsheetInFrance(t *testing.T) {
	m := ferryModel(t)
	m.Options = Options{Locale: Continental, BOM: true, Language: "fr", Columns: []string{"claim", "rating"}}
	m.Claims[0].Value.Rating = 2.5
	data, ok := bytes.CutPrefix(written(t, m, CSV), []byte("\uFEFF"))
	if !ok {
		t.Fatal("no byte order mark")
	}
	rows := readCSV(t, data, ';')
	if rows[0][1] != "Note (1–5)" || rows[1][1] != "2,5" {
		t.Errorf("got %q", rows[:2])
	}
}

func TestUnknownColumnIsAnError(t *testing.T) {
	m := ferryModel(t)
	m.Options.Columns = []string{"colour"}
	if err := Write(&bytes.Buffer{}, m, CSV); claims.CodeOf(err) != claims.CodeInvalid {
		t.Errorf("got %v", err)
	}
}

func TestCSVCannotCarryFormulas(t *testing.T) {
	for _, attack := range []string{"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1", "＝1"} {
		if got := guarded(attack); got != "'"+attack {
			t.Errorf("%q became %q", attack, got)
		}
	}
	for _, plain := range []string{"", "2=1+1", "a-b", "“=”"} {
		if got := guarded(plain); got != plain {
			t.Errorf("%q became %q", plain, got)
		}
	}
	for _, row := range readCSV(t, written(t, hostileModel(t), CSV), ',') {
		for _, field := range row {
			if strings.HasPrefix(field, "=") {
				t.Errorf("a formula: %q", field)
			}
		}
	}
}

package report

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"onrecord/assets"
)

// boxed is a report that the fonts of a PDF lack characters for.
func boxed(t *testing.T) *Model {
	t.Helper()
	m := ferryModel(t)
	m.Claims[1].Text = "新しい橋は来年三月までに完成する。🛳"
	return m
}

func TestCharactersThatNoFontHasAreNamed(t *testing.T) {
	m := boxed(t)
	m.Claims[1].Text = "橋は橋"
	for language, want := range map[string]string{"en": "lack 2 characters", "fr": "manque 2 caractères", "de": "fehlen 2 Zeichen", "es": "faltan 2 caracteres"} {
		m.Options.Language = language
		got := strings.Join(LeftOut(m, PDF), "\n")
		if !strings.Contains(got, want) || !strings.Contains(got, "橋\u00a0(U+6A4B), は\u00a0(U+306F)") {
			t.Errorf("%s: %s", language, got)
		}
	}
	if got := LeftOut(ferryModel(t), PDF); got != nil {
		t.Errorf("nothing is missing, but: %s", got)
	}
}

func TestCharactersThatNoFontHasCanBeFoundInAPDF(t *testing.T) {
	totext := tool(t, "pdftotext")
	path := filepath.Join(t.TempDir(), "boxes.pdf")
	if err := os.WriteFile(path, written(t, boxed(t), PDF), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := ran(t, totext, path, "-"); !strings.Contains(got, "新しい橋は来年三月までに完成する。") || strings.Contains(got, "6A4B\n") {
		t.Errorf("the title is not there, or the numbers of the boxes are:\n%s", got)
	}
	if got := ran(t, tool(t, "qpdf"), "--check", path); strings.Contains(got, "WARNING") {
		t.Error(got)
	}
}

func TestScriptsWhoseLettersJoinAreNotGivenOutForSet(t *testing.T) {
	m := ferryModel(t)
	m.Claims[1].Text = "ສະພານຈະເປີດ" // Lao, of which the PDF has the letters
	if got := strings.Join(LeftOut(m, PDF), "\n"); !strings.Contains(got, "letter by letter") || !strings.Contains(got, "ສ") {
		t.Errorf("the reader is told %q", got)
	}
}

func TestANoteOnManyCharactersEndsOnce(t *testing.T) {
	m := ferryModel(t)
	m.Claims[0].Text = "一二三四五六七八九十百千万"
	if notes := leftOutOfPDF(m); len(notes) != 1 || strings.Contains(notes[0], "….") {
		t.Errorf("the note is %q", notes)
	}
}

func TestTheContentsNameTheRightPagesWhereANoteIsLong(t *testing.T) {
	m := boxed(t)
	for i := range 40 { // claims of which the contents fill pages
		c := m.Claims[0]
		own := *c.Claim
		own.ID += "x"
		own.Text = strings.Repeat(string(rune('一'+i)), 60)
		c.Claim = &own
		m.Claims = append(m.Claims, c)
	}
	more, notes, err := gaps(m)
	if err != nil {
		t.Fatal(err)
	}
	defer more.Close()
	m.Notes = append(m.Notes, notes...)
	first, err := setPDF(nil, m, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	second, err := setPDF(&bytes.Buffer{}, m, nil, &numbering{pages: first.pages, count: first.doc.Pages()})
	if err != nil {
		t.Fatal(err)
	}
	if first.doc.Pages() != second.doc.Pages() || first.pages["sources"] != second.pages["sources"] {
		t.Errorf("set twice, the report has %d and %d pages", first.doc.Pages(), second.doc.Pages())
	}
}

func TestLinesOfEastAsianWritingBreakByItsRules(t *testing.T) {
	for text, want := range map[string]int{ // how many pieces
		"橋は橋。":     3, // no line begins with a full stop
		"「橋」":      1, // nor ends with an opening bracket
		"橋 ok橋":    3,
		"다리는 열린다.": 2, // Korean breaks at blanks
		"cafés":    1,
	} {
		setter, err := newTypesetter(quietDocument())
		if err != nil {
			t.Fatal(err)
		}
		if got := len(setter.words([]inked{{text, body}})); got != want {
			t.Errorf("%s has %d pieces, want %d", text, got, want)
		}
	}
}

func TestAccentsThatFollowTheirLetterAreSetOnIt(t *testing.T) {
	setter, err := newTypesetter(quietDocument())
	if err != nil {
		t.Fatal(err)
	}
	words := setter.words([]inked{{"cle\u0301", body}})
	if len(words) != 1 || words[0].runs[0].text != "clé" {
		t.Errorf("got %+q", words[0].runs[0].text)
	}
}

// fontOnDisk writes one of the program's fonts to disk, with the maker's
// permission to embed it changed.
func fontOnDisk(t *testing.T, permission uint16) string {
	t.Helper()
	data, err := assets.Fonts.ReadFile("fonts/DejaVuSans.ttf")
	if err != nil {
		t.Fatal(err)
	}
	data = bytes.Clone(data)
	at := bytes.Index(data[:400], []byte("OS/2"))
	table := int(data[at+8])<<24 | int(data[at+9])<<16 | int(data[at+10])<<8 | int(data[at+11])
	data[table+8], data[table+9] = byte(permission>>8), byte(permission)
	path := filepath.Join(t.TempDir(), "Guest.ttf")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestAFontThatMayNotBeEmbeddedIsRefused(t *testing.T) {
	m := boxed(t)
	for path, want := range map[string]string{
		fontOnDisk(t, 2):       "font Guest.ttf: the maker of the font forbids embedding it",
		"no-such-font.otf":     "no-such-font.otf",
		"testdata/ferry-md.md": "font ferry-md.md",
	} {
		m.Options.Fonts = FontFiles(path)
		var out bytes.Buffer
		if err := Write(&out, m, PDF); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", path, err, want)
		}
	}
	m.Options.Fonts = FontFiles(fontOnDisk(t, 0))
	if err := Write(&bytes.Buffer{}, m, PDF); err != nil {
		t.Error(err)
	}
}

// TestFontsOfTheMachineShowWhatTheProgramsOwnLack needs a machine with a font
// for Japanese.
func TestFontsOfTheMachineShowWhatTheProgramsOwnLack(t *testing.T) {
	m := boxed(t)
	m.Claims[1].Text = "新しい橋は来年三月までに完成する。"
	m.Options.SystemFonts = true
	if LeftOut(m, PDF) != nil {
		t.Skip("this machine has no font for Japanese")
	}
	path := filepath.Join(t.TempDir(), "japanese.pdf")
	if err := os.WriteFile(path, written(t, m, PDF), 0o600); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(written(t, m, PDF), written(t, m, PDF)) {
		t.Error("two reports differ")
	}
	if got := ran(t, tool(t, "pdftotext"), path, "-"); !strings.Contains(got, "新しい橋は来年三月までに完成する。") {
		t.Errorf("the title is not there:\n%s", got)
	}
	if got := ran(t, tool(t, "qpdf"), "--check", path); strings.Contains(got, "WARNING") {
		t.Error(got)
	}
}

package report

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"onrecord/claims"
)

func TestDossierHoldsEverythingTheReportRestsOn(t *testing.T) {
	files := members(t, written(t, ferryModel(t), Dossier))
	for name, want := range map[string]string{
		"sources/001-night-ferry-to-return.txt":  ferryText,
		"sources/002-first-crossing.txt":         inquiryText,
		"evidence/836ff184e7b4-crossing-log.pdf": "log",
	} {
		if got := string(files[name]); got != want {
			t.Errorf("%s: %q", name, got)
		}
	}
	for _, name := range []string{"report.html", "report.md", "README.txt", "annotations.jsonld", "sources.json", "sources/001-night-ferry-to-return.html"} {
		if len(files[name]) == 0 {
			t.Errorf("no %s", name)
		}
	}
}

func TestChecksumsCoverEveryFileOfTheDossier(t *testing.T) {
	files := members(t, written(t, ferryModel(t), Dossier))
	list := string(files["SHA256SUMS"])
	for name, data := range files {
		if line := fmt.Sprintf("%s  %s\n", claims.HashOf(data), name); name != "SHA256SUMS" && !strings.Contains(list, line) {
			t.Errorf("no line %q in\n%s", line, list)
		}
	}
	if n := strings.Count(list, "\n"); n != len(files)-1 {
		t.Errorf("%d lines for %d files", n, len(files)-1)
	}
}

// marksOf gives the marked words of a page by the number of their line, and
// the whole text.
func marksOf(t *testing.T, page []byte) (words map[string]string, whole string) {
	t.Helper()
	words = map[string]string{}
	elements(parsedHTML(t, page), func(n *html.Node) {
		if attr(n, "class") != "frozen" {
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type == html.TextNode {
				whole += c.Data
			}
			if c.Data == "mark" {
				whole += c.FirstChild.Data
				for number := range strings.SplitSeq(attr(c, "title"), ", ") {
					words[number] += c.FirstChild.Data
				}
			}
		}
	})
	return words, whole
}

func TestMarkedSourceShowsTheStatementsInTheirPlaces(t *testing.T) {
	m := ferryModel(t)
	statementOf(t, "S3", ferryText, "night ferry again by the end of 2025,” Mira Solheim told", claims.Mixed, m.Sources[0]) // overlaps the first
	words, whole := marksOf(t, members(t, written(t, m, Dossier))["sources/001-night-ferry-to-return.html"])
	if whole != ferryText {
		t.Errorf("the text has changed: %q", whole)
	}
	for number, want := range map[string]string{ // in the order of the text
		"1": m.Sources[0].Statements[0].Text, "2": "night ferry again by the end of 2025,” Mira Solheim told", "3": "the fare would rise",
	} {
		if words[number] != want {
			t.Errorf("mark %s is %q, want %q", number, words[number], want)
		}
	}
}

func TestMarkedSourceShowsWhatAnOutcomeRestsOn(t *testing.T) {
	page := members(t, written(t, ferryModel(t), Dossier))["sources/002-first-crossing.html"]
	words, _ := marksOf(t, page)
	if words["1"] != "The night ferry" || !strings.Contains(string(page), "Evidence · ") {
		t.Errorf("the marks are %q", words)
	}
}

func TestAFrozenTextSaysItsLanguage(t *testing.T) {
	m := ferryModel(t)
	m.Sources[0].Title, m.Sources[0].Language, m.Options.Language = "", "ar", "fr"
	page := string(members(t, written(t, m, Dossier))["sources/001-file.html"])
	for _, want := range []string{`<div class="frozen" lang="ar">`, "<title>Sans titre</title>", "SHA-256 du texte\u00a0: "} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q in the page of a text", want)
		}
	}
}

func TestDossierSaysWhatDoesNotHold(t *testing.T) {
	m := ferryModel(t)
	m.Texts[m.Sources[0].Text] = strings.Replace(ferryText, "night ferry", "late ferry", 1)
	delete(m.Texts, m.Sources[1].Text)
	clear(m.Files)
	files := members(t, written(t, m, Dossier))
	readme := string(files["README.txt"])
	for _, want := range []string{
		"0 texts with the checksum", "does not have its checksum: sources/001-", "not at hand: sources/002-first-crossing.txt",
		"not at hand: evidence/836ff184e7b4-crossing-log.pdf", "does not stand where it was found, source: 1:",
	} {
		if !strings.Contains(readme, want) {
			t.Errorf("no %q in\n%s", want, readme)
		}
	}
}

func TestReadmeIsInTheLanguageOfTheReport(t *testing.T) {
	for _, language := range languages {
		m := ferryModel(t)
		m.Options.Language = language
		readme := string(members(t, written(t, m, Dossier))["README.txt"])
		if strings.Contains(readme, "{") || !strings.Contains(readme, "sha256sum -c SHA256SUMS") || !strings.Contains(readme, wordTable()[language]["dossier.texts"]) {
			t.Errorf("%s:\n%s", language, readme)
		}
	}
}

func TestFileNamesCannotLeaveTheDossier(t *testing.T) {
	for name, want := range map[string]string{
		"../../etc/passwd": "passwd", `C:\Windows\system.INI`: "system.ini", "..": "file", "": "file", "a\x00b/\u202egpj.exe": "gpj.exe",
		"Übersicht – März 2025.PDF": "ubersicht-marz-2025.pdf", "日本.txt": "file.txt", ".htaccess": "file.htaccess", "CON": "con", strings.Repeat("x", 300) + ".tar": strings.Repeat("x", 60) + ".tar",
	} {
		if got := safeName(name); got != want {
			t.Errorf("%q became %q, want %q", name, got, want)
		}
	}
	m := hostileModel(t)
	m.Sources[0].Original, m.Sources[0].File = claims.HashOf([]byte("log")), "../../../root/.bashrc"
	m.Sources[0].Title = "../../x"
	for name := range members(t, written(t, m, Dossier)) {
		folder := path.Dir(name)
		if path.Clean(name) != name || !slices.Contains([]string{".", "sources", "originals", "evidence"}, folder) {
			t.Errorf("a file called %q", name)
		}
	}
}

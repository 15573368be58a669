package report

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// tool finds a program that others made, or skips the test.
func tool(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skipf("%s is not installed here", name)
	}
	return path
}

// saved writes a report into a folder of the test.
func saved(t *testing.T, f Format) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "report"+f.Ending())
	if err := os.WriteFile(path, written(t, ferryModel(t), f), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func ran(t *testing.T, program string, args ...string) string {
	t.Helper()
	out, err := exec.Command(program, args...).CombinedOutput() //nolint:gosec // the test's own words
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", program, strings.Join(args, " "), err, out)
	}
	return string(out)
}

func TestXMLLintAcceptsTimelineAndWebPage(t *testing.T) {
	lint := tool(t, "xmllint")
	ran(t, lint, "--noout", "--nonet", saved(t, SVG))
	out, err := exec.Command(lint, "--html", "--noout", "--nonet", saved(t, HTML)).CombinedOutput() //nolint:gosec // the test's own words
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.SplitSeq(string(out), "\n") { // it knows HTML 4 only
		if strings.Contains(line, "error") && !strings.Contains(line, "Tag ") {
			t.Error(line)
		}
	}
}

// TestHTMLValidateAcceptsTheWebPage asks html-validate, of the npm registry, for
// what the HTML standard requires.
func TestHTMLValidateAcceptsTheWebPage(t *testing.T) {
	validate := tool(t, "html-validate")
	page := saved(t, HTML)
	config := filepath.Join(filepath.Dir(page), "htmlvalidate.json")
	if err := os.WriteFile(config, []byte(`{"root": true, "extends": ["html-validate:standard"]}`), 0o600); err != nil {
		t.Fatal(err)
	}
	ran(t, validate, "--config", config, page)
}

// TestTidyAcceptsTheWebPage asks HTML Tidy. It does not know that a link inside
// of SVG has the same attributes as one outside.
func TestTidyAcceptsTheWebPage(t *testing.T) {
	out, _ := exec.Command(tool(t, "tidy"), "-quiet", "-errors", saved(t, HTML)).CombinedOutput() //nolint:errcheck,gosec // it fails on warnings; the test's own words
	for line := range strings.SplitSeq(strings.TrimSpace(string(out)), "\n") {
		if line != "" && !strings.Contains(line, `<a> proprietary attribute `) {
			t.Error(line)
		}
	}
}

func TestQPDFAcceptsThePDF(t *testing.T) {
	ran(t, tool(t, "qpdf"), "--check", saved(t, PDF))
}

// TestThePDFSaysWhatItsTextIs reads the structure that programs for reading
// aloud go by.
func TestThePDFSaysWhatItsTextIs(t *testing.T) {
	got := strings.Join(strings.Fields(ran(t, tool(t, "pdfinfo"), "-struct-text", saved(t, PDF))), " ")
	for _, want := range []string{"Document H1 (block)", "TOC TOCI", "Sect H2 (block)", "Table (block) TR TH", "BlockQuote \"“We will run the night ferry again by the end of 2025,”", "L (block) LI (block)"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

func TestTextOfThePDFCanBeReadBack(t *testing.T) {
	got := strings.Join(strings.Fields(ran(t, tool(t, "pdftotext"), "-layout", saved(t, PDF), "-")), " ")
	for _, want := range []string{"The night ferry", "“We will run the night ferry again by the end of 2025,”", "Mira Solheim", "said on 4 March 2025", "Point Gazette, published 5 March 2025", "1/3"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

func TestFontsAreEmbeddedInThePDF(t *testing.T) {
	lines := strings.Split(strings.TrimSpace(ran(t, tool(t, "pdffonts"), saved(t, PDF))), "\n")
	for _, line := range lines[2:] {
		if fields := strings.Fields(line); fields[len(fields)-5] != "yes" {
			t.Errorf("not embedded: %s", line)
		}
	}
}

func TestOfficeConvertsDocumentAndWorkbook(t *testing.T) {
	if testing.Short() {
		t.Skip("an office takes its time to start")
	}
	office := tool(t, "soffice")
	for f, filter := range map[Format]string{DOCX: "txt:Text", XLSX: "csv"} {
		path := saved(t, f)
		dir := filepath.Dir(path)
		out := ran(t, office, "-env:UserInstallation=file://"+filepath.ToSlash(dir)+"/profile", "--headless", "--convert-to", filter, "--outdir", dir, path)
		ending, _, _ := strings.Cut(filter, ":")
		got, err := os.ReadFile(filepath.Join(dir, "report."+ending))
		if f == XLSX && err != nil && strings.Contains(out, "could not be loaded") {
			t.Skip("this office has no program for workbooks")
		}
		if err != nil || !bytes.Contains(got, []byte("The night ferry runs again by the end of 2025")) {
			t.Errorf("%s: %v\n%s\n%s", f, err, out, got)
		}
	}
}

func TestJQReadsWhatIsJSON(t *testing.T) {
	jq := tool(t, "jq")
	for f, query := range map[Format]string{
		ClaimReview: `length == 1 and .[0].reviewRating.alternateName == "Compromise"`,
		CSL:         `.[0].author[1].family == "van der Laan" and .[1].issued["date-parts"] == [[2026, 2]]`,
		Annotations: `.items | length == 2 and all(.target[0].selector | length == 2)`,
	} {
		ran(t, jq, "-e", query, saved(t, f))
	}
}

func TestSha256sumAcceptsTheDossier(t *testing.T) {
	sum := tool(t, "sha256sum")
	dir := t.TempDir()
	for name, data := range members(t, written(t, ferryModel(t), Dossier)) {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	check := exec.Command(sum, "--strict", "-c", "SHA256SUMS") //nolint:gosec // the test's own words
	check.Dir = dir
	if out, err := check.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}

func TestPDFShowsEveryScriptItCanAndSaysWhatItCannot(t *testing.T) {
	totext := tool(t, "pdftotext")
	m := ferryModel(t)
	m.Title = "Ελλάδα Київ Łódź ← ≤ ½ 漢 😀"
	path := filepath.Join(t.TempDir(), "scripts.pdf")
	if err := os.WriteFile(path, written(t, m, PDF), 0o600); err != nil {
		t.Fatal(err)
	}
	got := strings.Join(strings.Fields(ran(t, totext, path, "-")), " ")
	for _, want := range []string{"Ελλάδα Київ Łódź ← ≤ ½ 漢 😀", "lack 1 character, which stands as a box with its number and can be searched and copied: 漢 (U+6F22)"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

package report

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
)

// members unpacks a ZIP file.
func members(t *testing.T, data []byte) map[string][]byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if out[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// wordText is the text of a part of a Word document with the values of one
// attribute of its elements: enough to see what links to what.
func wordText(t *testing.T, part []byte, attribute string) (text string, values []string) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(part))
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return text, values
		}
		if err != nil {
			t.Fatal(err)
		}
		switch tok := tok.(type) {
		case xml.CharData:
			text += string(tok)
		case xml.StartElement:
			for _, a := range tok.Attr {
				if tok.Name.Local+" "+a.Name.Local == attribute {
					values = append(values, a.Value)
				}
			}
		}
	}
}

func TestEveryPartOfAWordDocumentIsWellFormed(t *testing.T) {
	for _, m := range []*Model{ferryModel(t), hostileModel(t)} {
		for name, part := range members(t, written(t, m, DOCX)) {
			if text, _ := wordText(t, part, ""); strings.ContainsRune(text, 0) {
				t.Errorf("%s holds a NUL", name)
			}
		}
	}
}

func TestQuotationsOfAWordDocumentHaveTheirSourceInAFootnote(t *testing.T) {
	parts := members(t, written(t, ferryModel(t), DOCX))
	_, refs := wordText(t, parts["word/document.xml"], "footnoteReference id")
	notes, ids := wordText(t, parts["word/footnotes.xml"], "footnote id")
	if strings.Join(refs, " ") != "1 2" || strings.Join(ids, " ") != "-1 0 1 2" {
		t.Errorf("references %q, notes %q", refs, ids)
	}
	for _, want := range []string{"Night ferry to return", "Point Gazette", "published 5 March 2025", "characters 72–127"} {
		if !strings.Contains(notes, want) {
			t.Errorf("no %q in the footnotes", want)
		}
	}
	_, targets := wordText(t, parts["word/_rels/footnotes.xml.rels"], "Relationship Target")
	_, links := wordText(t, parts["word/footnotes.xml"], "hyperlink id")
	if strings.Join(targets, " ") != "https://gazette.example/ferry?a=1&b=2" || strings.Join(links, " ") != "link1 link1" {
		t.Errorf("the footnotes link to %q as %q", targets, links)
	}
}

func TestLinksWithinAWordDocumentLeadToBookmarks(t *testing.T) {
	doc := members(t, written(t, ferryModel(t), DOCX))["word/document.xml"]
	_, names := wordText(t, doc, "bookmarkStart name")
	_, anchors := wordText(t, doc, "hyperlink anchor")
	have := map[string]bool{}
	for _, n := range names {
		if have[n] || len(n) > 40 {
			t.Errorf("the bookmark %q is there twice or too long for Word", n)
		}
		have[n] = true
	}
	for _, a := range anchors {
		if !have[a] {
			t.Errorf("no bookmark %q", a)
		}
	}
}

func TestWordDocumentLinksToWebAddressesOnly(t *testing.T) {
	parts := members(t, written(t, hostileModel(t), DOCX))
	for _, name := range []string{"word/_rels/document.xml.rels", "word/_rels/footnotes.xml.rels"} {
		_, targets := wordText(t, parts[name], "Relationship Target")
		for _, target := range targets {
			if strings.Contains(target, ":") && !strings.HasPrefix(target, "http") {
				t.Errorf("%s: a link to %q", name, target)
			}
		}
	}
}

func TestParagraphsFromRightToLeft(t *testing.T) {
	m := ferryModel(t)
	m.Claims[0].Text = "הגשר ייפתח"
	got := string(members(t, written(t, m, DOCX))["word/document.xml"])
	if want := `<w:bidi/></w:pPr>`; strings.Count(got, want) == 0 || strings.Count(got, "<w:rtl/>") == 0 {
		t.Errorf("the claim does not begin at the right:\n%s", got)
	}
	if plain := string(members(t, written(t, ferryModel(t), DOCX))["word/document.xml"]); strings.Contains(plain, "<w:bidi/>") || strings.Contains(plain, "<w:rtl/>") {
		t.Error("an English report has paragraphs that begin at the right")
	}
}

func TestTheReportsOwnLinesRunToTheRightInWord(t *testing.T) {
	m := ferryModel(t)
	m.Sources[0].Byline, m.Sources[0].Title = "ليلى حداد", "الجسر الجديد 2026"
	document := string(members(t, written(t, m, DOCX))["word/document.xml"])
	if strings.Contains(document, `<w:pStyle w:val="ListNumber"/><w:bidi/>`) {
		t.Error("a line of the list of sources begins at the right")
	}
	for text, want := range map[string]string{
		"ليلى حداد, 4 March 2025": "<ليلى حداد>, 4 March 2025",
		"by דוד כהן and Ana":      "by <דוד כהן> and Ana",
		"plain":                   "plain",
		"גשר 2026 גדול":           "<גשר> 2026 <גדול>",
	} {
		got := ""
		for piece, turned := range turns(text) {
			if turned {
				piece = "<" + piece + ">"
			}
			got += piece
		}
		if got != want {
			t.Errorf("%s is cut as %s", text, got)
		}
	}
}

func TestAShortTableOfAWordDocumentStaysOnOnePage(t *testing.T) {
	doc := string(members(t, written(t, ferryModel(t), DOCX))["word/document.xml"])
	for table := range strings.SplitSeq(doc, "<w:tbl>") {
		rows := strings.Split(table, "<w:tr>")[1:]
		for i, row := range rows {
			if kept := strings.Contains(row, "<w:keepNext/>"); kept != (i < len(rows)-1) && i < len(rows)-1 {
				t.Errorf("row %d of %d can be parted from the next", i+1, len(rows))
			}
		}
	}
}

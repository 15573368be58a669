package ingest

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestChangesAreAccepted reads a Word document as it will be once all its
// changes are accepted: insertions stay, deletions go, a deleted paragraph
// mark joins two paragraphs, comments are no text, notes stand at the end.
func TestChangesAreAccepted(t *testing.T) {
	const document = `<w:document xmlns:w="w"><w:body>
<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Dam holds</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">The keeper said the dam </w:t></w:r><w:del><w:r><w:delText>might hold</w:delText></w:r></w:del><w:ins><w:r><w:t>held</w:t></w:r></w:ins><w:r><w:t>.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>
<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">“We watched it </w:t></w:r></w:p><w:p><w:r><w:t>all night.”</w:t><w:noBreakHyphen/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Level</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>4 m</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>`
	const notes = `<w:footnotes xmlns:w="w"><w:footnote w:type="separator"><w:p><w:r><w:t>x</w:t></w:r></w:p></w:footnote><w:footnote w:id="2"><w:p><w:r><w:t>By his own account.</w:t></w:r></w:p></w:footnote></w:footnotes>`
	const remarks = `<w:comments xmlns:w="w"><w:comment><w:p><w:r><w:t>Check this</w:t></w:r></w:p></w:comment></w:comments>`
	data := zipOf(t, member{"[Content_Types].xml", "<Types/>"}, member{"word/document.xml", document}, member{"word/footnotes.xml", notes}, member{"word/comments.xml", remarks})
	wantText(t, "dam.docx", data, "Dam holds", "The keeper said the dam held.", "“We watched it all night.”-", "Level 4 m", "By his own account.")
}

// TestRTF reads the constructs that word processors write.
func TestRTF(t *testing.T) {
	const src = `{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset238 Times CE;}}{\stylesheet{\s0 Normal;}{\s3 Title;}}{\info{\title Draft 3}{\author A}}` +
		`{\header Page head\par}\pard\s3 Dam holds\par\pard The keeper said \ldblquote it held\rdblquote {\*\annotation Check}{\footnote By his own account.}.\par` +
		`{\deleted gone }\u8220?Caf\'e9\u8221? na\u239\'efve, {\f1 \'9dle} {\field{\*\fldinst HYPERLINK "x"}{\fldrslt linked}}\line next line\par` +
		`\trowd\cellx1\cellx2 Level\cell 4 m\cell\row\pard The end.\par{\pict 89504e47}}`
	wantText(t, "dam.rtf", []byte(src), "Dam holds", "The keeper said “it held”.", "“Café” naïve, ťle linked\nnext line", "Level 4 m", "The end.", "By his own account.")
}

// TestODT reads a flat OpenDocument text.
func TestODT(t *testing.T) {
	const src = `<?xml version="1.0"?><office:document xmlns:office="o" xmlns:text="t" xmlns:style="s"><office:automatic-styles><style:style style:name="P1" style:parent-style-name="Title"/></office:automatic-styles><office:body><office:text>` +
		`<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes>` +
		`<text:p text:style-name="P1">Dam holds</text:p><text:p>The keeper<text:s/>said<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>By his own account.</text:p></text:note-body></text:note> it held.<office:annotation><text:p>Check</text:p></office:annotation></text:p>` +
		`<text:list><text:list-item><text:p>One gate.</text:p></text:list-item></text:list></office:text></office:body></office:document>`
	wantText(t, "dam.fodt", []byte(src), "Dam holds", "The keeper said it held.", "One gate.", "By his own account.")
}

// TestMarkdown reads text and leaves markup out.
func TestMarkdown(t *testing.T) {
	const src = "---\ntitle: 'Dam holds'\nauthors:\n  - Ana Ruiz\n  - Tom Vale\ndate: 2021-06-30T10:00:00+02:00\n---\n\nThe *keeper* said the [dam](https://x.example) \\[at Teller\\] held.[^1]\n\n## Next\n\n> “We watched it,\n> all night.”\n\n![A photo](x.png)\n\n- One gate &amp; a half.\n\n[^1]: By his own account.\n"
	wantText(t, "dam.md", []byte(src), "Dam holds", "The keeper said the dam [at Teller] held.", "Next", "“We watched it, all night.”", "One gate & a half.", "By his own account.")
	items, err := Read(context.Background(), "dam.md", []byte(src), Limits{})
	if err != nil || items[0].Article.Byline != "Ana Ruiz, Tom Vale" || items[0].Article.Published.String() != "2021-06-30" {
		t.Errorf("article %+v, %v", items, err)
	}
}

func wantText(t *testing.T, name string, data []byte, title string, paras ...string) {
	t.Helper()
	items, err := Read(context.Background(), name, data, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if items[0].Article.Title != title {
		t.Errorf("title %q, want %q", items[0].Article.Title, title)
	}
	if diff := cmp.Diff(paras, strings.Split(items[0].Text, "\n\n")); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

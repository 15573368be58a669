package ingest

import (
	"context"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The stories that the files of testdata/files tell, by the page of
// testdata/pages that has the same words.
var stories = map[string]string{"ferry": "wordpress", "bridge": "agency", "dam": "magazine", "school": "blog-breaks"}

// TestFiles reads files that word processors, converters, browsers and feed
// writers made of invented articles.
func TestFiles(t *testing.T) {
	for _, c := range []struct {
		file, format string
		stories      []string
		lacks        string // of title, byline, outlet and date, what the file does not tell
	}{
		{"ferry.txt", "txt", []string{"ferry"}, ""},
		{"dam-cp1252.txt", "txt", []string{"dam"}, ""},
		{"school-utf16le.txt", "txt", []string{"school"}, ""},
		{"ferry.md", "md", []string{"ferry"}, ""},
		{"ferry-pandoc.docx", "docx", []string{"ferry"}, "outlet"},
		{"bridge-office.docx", "docx", []string{"bridge"}, ""},
		{"bridge-office.odt", "odt", []string{"bridge"}, ""},
		{"bridge-office.rtf", "rtf", []string{"bridge"}, ""},
		{"ferry-pandoc.rtf", "rtf", []string{"ferry"}, "outlet"},
		{"two-chapters.epub", "epub", []string{"ferry", "dam"}, ""},
		{"ferry-columns.pdf", "pdf", []string{"ferry"}, ""},
		{"school-groff.pdf", "pdf", []string{"school"}, "outlet"},
		{"bridge-print.pdf", "pdf", []string{"bridge"}, ""},
		{"ferry.eml", "eml", []string{"ferry"}, "outlet"},
		{"ferry.mhtml", "mhtml", []string{"ferry"}, ""},
		{"feed.rss", "rss", []string{"ferry", "bridge"}, "outlet"},
		{"feed.atom", "atom", []string{"ferry"}, ""},
		{"feed.json", "jsonfeed", []string{"ferry"}, ""},
		{"ferry-ninjs.json", "ninjs", []string{"ferry"}, ""},
		{"ferry-nitf.xml", "nitf", []string{"ferry"}, ""},
		{"ferry-newsml.xml", "newsml", []string{"ferry"}, ""},
		{"pages.warc.gz", "warc", []string{"ferry"}, ""},
		{"ferry.srt", "srt", []string{"ferry"}, "title byline outlet date"},
		{"ferry.vtt", "vtt", []string{"ferry"}, "title byline outlet date"},
		{"cuttings.zip", "", []string{"bridge", "ferry"}, ""},
	} {
		t.Run(c.file, func(t *testing.T) {
			items, err := ReadFile(context.Background(), "testdata/files/"+c.file, Limits{})
			if err != nil {
				t.Fatal(err)
			}
			if len(items) != len(c.stories) {
				t.Fatalf("%d articles, want %d", len(items), len(c.stories))
			}
			for i, story := range c.stories {
				compareStory(t, items[i], story, c.format, c.lacks)
			}
		})
	}
}

func compareStory(t *testing.T, it Item, story, format, lacks string) {
	t.Helper()
	var want wantedPage
	src, err := os.ReadFile("testdata/pages/" + stories[story] + ".json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(src, &want); err != nil {
		t.Fatal(err)
	}
	a := it.Article
	for _, f := range []struct{ name, got, want string }{
		{"title", a.Title, want.Title}, {"byline", a.Byline, want.Byline}, {"outlet", a.Outlet, want.Outlet}, {"date", a.Published.String(), want.Published},
	} {
		if !strings.Contains(lacks, f.name) && !same(f.got, f.want) {
			t.Errorf("%s %q, want %q", f.name, f.got, f.want)
		}
	}
	if format != "" && a.Format != format {
		t.Errorf("format %q, want %q", a.Format, format)
	}
	if a.Language != "en" && !strings.HasPrefix(a.Language, "en-") {
		t.Errorf("language %q", a.Language)
	}
	var got []string
	for _, b := range plainBlocks(it.Text) {
		got = append(got, b.text)
	}
	if a.Format == "txt" { // the masthead stays in the text
		got = got[3 : len(got)-1]
	}
	for i := range got {
		got[i] = letters(strings.TrimPrefix(strings.TrimPrefix(strings.ToUpper(got[i]), "BRANDT: "), "REPORTER: "))
	}
	var words []string
	for _, p := range want.Paragraphs {
		words = append(words, letters(p))
	}
	if diff := cmp.Diff(words, got); diff != "" {
		t.Errorf("paragraphs of %s, -want +got:\n%s", story, diff)
	}
}

// TestTurns checks that the spans of a transcript hold the spoken words.
func TestTurns(t *testing.T) {
	items, err := ReadFile(context.Background(), "testdata/files/ferry.vtt", Limits{})
	if err != nil {
		t.Fatal(err)
	}
	turns := items[0].Turns
	if len(turns) != 6 || turns[0].Speaker != "Brandt" || turns[1].Speaker != "Reporter" {
		t.Fatalf("turns %+v", turns)
	}
	if got := turns[1].Words.In(items[0].Text); !strings.HasPrefix(got, "“Nobody on the islands") || !strings.HasSuffix(got, "in full.”") {
		t.Errorf("second turn %q", got)
	}
	if turns[1].From <= turns[0].From || turns[1].To <= turns[1].From {
		t.Errorf("times %v to %v", turns[1].From, turns[1].To)
	}
}

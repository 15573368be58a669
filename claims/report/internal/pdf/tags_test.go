package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"
)

// letter writes a document whose paragraph goes on over a page, with a list and
// a picture.
func letter(t *testing.T) []byte {
	t.Helper()
	var out bytes.Buffer
	w := New(&out, harbour)
	f := w.AddFont(face(t, "NotoSerif-Regular"))
	w.NewPage()
	w.Begin("H1", "")
	w.Text(60, 80, f, 15, Colour{}, "The quay")
	w.End()
	w.Line(Point{60, 90}, Point{300, 90}, 1, Colour{}, false)
	w.Begin("P", "")
	w.Text(60, 110, f, 11, Colour{}, "It will be rebuilt")
	w.NewPage()
	w.Begin("", "")
	w.Text(60, 800, f, 8, Colour{}, "2")
	w.End()
	w.Text(60, 80, f, 11, Colour{}, "in stone.")
	w.End()
	w.Begin("L", "")
	w.Begin("LI", "")
	w.Disc(55, 100, 2, Colour{})
	w.Begin("LBody", "")
	w.Text(60, 104, f, 11, Colour{}, "Nine million")
	w.End()
	w.End()
	w.End()
	w.Begin("Figure", "Costs by year")
	w.Rect(60, 120, 40, 10, Colour{}, false)
	w.End()
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestTags checks that the document says what its text is, in the order of
// reading, and that every mark on a page belongs to one element.
func TestTags(t *testing.T) {
	doc := letter(t)
	for _, want := range []string{"/MarkInfo<</Marked true>>", "/Type/StructTreeRoot", "/S/Document", "/S/H1", "/S/Figure", "/Alt" + text("Costs by year"), "/StructParents 0", "/StructParents 1", "/Nums[0 "} {
		if !bytes.Contains(doc, []byte(want)) {
			t.Errorf("no %s", want)
		}
	}
	over := regexp.MustCompile(`/S/P/P \d+ 0 R/Pg \d+ 0 R/K\[1 <</Type/MCR/Pg \d+ 0 R/MCID 0>>\]`)
	if !over.Match(doc) {
		t.Error("the paragraph over two pages has not both of its marks")
	}
	var marks []string
	for _, s := range regexp.MustCompile(`(?s)stream\n(.*?)\nendstream`).FindAllSubmatch(doc, 2) {
		r, err := zlib.NewReader(bytes.NewReader(s[1]))
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`/(\w+)(?:<</MCID (\d+)>>BDC| BMC)|EMC`).FindAllSubmatch(content, -1) {
			marks = append(marks, strings.TrimSpace(fmt.Sprintf("%s %s", m[1], m[2])))
		}
	}
	want := []string{"H1 0", "", "Artifact", "", "P 1", "", "Artifact", "", "P 0", "", "Artifact", "", "LBody 1", "", "Figure 2", ""}
	if got := fmt.Sprintf("%q", marks); got != fmt.Sprintf("%q", want) {
		t.Errorf("marks %s\nwant  %q", got, want)
	}
}

// TestLinksStandInTheirPlace checks that a link is an element in the order of
// reading, which holds its words and the place to press, and that the place
// knows its element.
func TestLinksStandInTheirPlace(t *testing.T) {
	var out bytes.Buffer
	w := New(&out, harbour)
	f := w.AddFont(face(t, "NotoSerif-Regular"))
	w.NewPage()
	w.Begin("P", "")
	w.Text(60, 80, f, 11, Colour{}, "As the")
	w.Begin("Link", "")
	w.Text(100, 80, f, 11, Colour{}, "log")
	w.LinkOut(100, 70, 20, 12, "https://port.example/log", "log")
	w.End()
	w.End()
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	link := regexp.MustCompile(`(\d+) 0 obj\n<</S/Link/P (\d+) 0 R/Pg \d+ 0 R/K\[1 <</Type/OBJR/Pg \d+ 0 R/Obj (\d+) 0 R>>\]>>`).FindSubmatch(out.Bytes())
	if link == nil {
		t.Fatalf("no element of the link in\n%s", out.Bytes())
	}
	for _, want := range []string{
		string(link[3]) + " 0 obj\n<</Type/Annot/Subtype/Link", // the place to press
		"/StructParent 0/Contents" + text("log"),               //
		"/Nums[0 " + string(link[1]) + " 0 R ",                 // whose it is
		string(link[2]) + " 0 obj\n<</S/P/",                    // within the paragraph
		"K[0 " + string(link[1]) + " 0 R ]",                    // behind its first words
	} {
		if !bytes.Contains(out.Bytes(), []byte(want)) {
			t.Errorf("no %q", want)
		}
	}
}

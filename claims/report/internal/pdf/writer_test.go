package pdf

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"onrecord/assets"
	"onrecord/claims/ingest"
)

func face(t testing.TB, name string) *Face {
	t.Helper()
	data, err := assets.Fonts.ReadFile("fonts/" + name + ".ttf")
	if err != nil {
		t.Fatal(err)
	}
	f, err := ParseFace(name, data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

var harbour = Info{Title: "The harbour (Łódź) 😀", Author: "Jonas Vik", Producer: "Onrecord", Language: "en", Made: time.Date(2026, 5, 1, 9, 0, 0, 0, time.UTC), Width: 595.28, Height: 841.89}

// book writes a document of many pages, with a bookmark, a link and every shape
// on each.
func book(t testing.TB, pages int) []byte {
	t.Helper()
	var out bytes.Buffer
	w := New(&out, harbour)
	serif, sans := w.AddFont(face(t, "NotoSerif-Regular")), w.AddFont(face(t, "NotoSans-Bold"))
	w.AddFont(face(t, "DejaVuSans")) // never used
	for i := range pages {
		w.NewPage()
		w.Mark(fmt.Sprintf("page (%d)", i), 60)
		w.Bookmark(fmt.Sprintf("Day %d – Łódź", i+1), 60)
		w.Text(60, 80, sans, 15, Colour{R: 30}, fmt.Sprintf("Log of day %d", i+1))
		w.Text(60, 110, serif, 11, Colour{}, "The keeper of the light said that the öffentliche Łódź ferry had left at six.")
		w.Line(Point{60, 120}, Point{300, 120}, 0.5, Colour{B: 200}, i%2 == 1)
		w.Rect(60, 130, 40, 10, Colour{G: 99}, i%2 == 1)
		w.Disc(150, 135, 5, Colour{R: 200})
		w.Ring(180, 135, 5, 1, Colour{R: 200})
		w.Polygon(Colour{}, Point{200, 130}, Point{210, 140}, Point{190, 140})
		w.LinkTo(60, 100, 90, 12, fmt.Sprintf("page (%d)", (i+1)%pages), "next")
		w.LinkOut(60, 120, 90, 12, `https://port.example/log?day=(1)&to=\2`, "the log")
	}
	w.LinkTo(60, 200, 90, 12, "nowhere", "lost")
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestEveryObjectIsWhereTheIndexSays reads the table at the end of the file as
// a reader of PDF does.
func TestEveryObjectIsWhereTheIndexSays(t *testing.T) {
	doc := book(t, 300)
	start, err := strconv.Atoi(string(regexp.MustCompile(`startxref\n(\d+)\n%%EOF\n$`).FindSubmatch(doc)[1]))
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(doc[start:]), "\n")
	for i, line := range lines[3:] {
		if line == "trailer" {
			if i < 600 {
				t.Errorf("only %d objects", i)
			}
			return
		}
		at, err := strconv.Atoi(strings.TrimLeft(line[:10], "0"))
		if want := fmt.Sprintf("%d 0 obj\n", i+1); err != nil || !strings.HasPrefix(string(doc[at:]), want) {
			t.Fatalf("object %d: %q points at %q", i+1, line, doc[at:at+20])
		}
	}
}

// TestTextCanBeReadBack reads a document with this program's own reader.
func TestTextCanBeReadBack(t *testing.T) {
	items, err := ingest.Read(t.Context(), "log.pdf", book(t, 3), ingest.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if want := "The keeper of the light said that the öffentliche Łódź ferry had left at six."; !strings.Contains(items[0].Text, want) {
		t.Errorf("no %q in %q", want, items[0].Text)
	}
}

// TestOtherProgramsReadIt asks programs that others made, where there are any.
func TestOtherProgramsReadIt(t *testing.T) {
	path := filepath.Join(t.TempDir(), "book.pdf")
	if err := os.WriteFile(path, book(t, 300), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		command []string
		want    []string
	}{
		{[]string{"qpdf", "--check", path}, []string{"No syntax or stream encoding errors"}},
		{[]string{"pdftotext", path, "-"}, []string{"Log of day 300", "öffentliche Łódź ferry"}},
		{[]string{"pdfinfo", path}, []string{"The harbour (Łódź) 😀", "Jonas Vik", "Pages:           300", "595.28 x 841.89 pts (A4)"}},
		{[]string{"pdfinfo", "-dests", path}, []string{`1 [ XYZ null  842 null      ] "nowhere"`, `300 [ XYZ null  782 null      ] "page (299)"`}},
		{[]string{"mutool", "show", path, "outline"}, []string{`"Day 300 – Łódź"`}},
	} {
		t.Run(strings.Join(c.command[:2], " "), func(t *testing.T) {
			program, err := exec.LookPath(c.command[0])
			if err != nil {
				t.Skip(c.command[0] + " is not installed")
			}
			out, err := exec.Command(program, c.command[1:]...).CombinedOutput() //nolint:gosec // the test's own words
			if err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			for _, want := range c.want {
				if !strings.Contains(string(out), want) {
					t.Errorf("no %q in\n%.2000s", want, out)
				}
			}
		})
	}
}

// TestPagesAreHandedOn checks that a page is written when the next one begins,
// and does not wait for the end.
func TestPagesAreHandedOn(t *testing.T) {
	var out bytes.Buffer
	w := New(&out, harbour)
	f := w.AddFont(face(t, "NotoSerif-Regular"))
	const pages = 2000
	for i := range pages {
		w.NewPage()
		for line := range 40 {
			w.Text(60, 80+15*float64(line), f, 11, Colour{}, fmt.Sprintf("Line %d of page %d of the log", line*i, i))
		}
	}
	before := out.Len()
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if before < out.Len()*8/10 {
		t.Errorf("of %d bytes only %d were written before the end", out.Len(), before)
	}
}

func TestEqualCallsGiveEqualBytes(t *testing.T) {
	if !bytes.Equal(book(t, 20), book(t, 20)) {
		t.Error("two documents of the same calls differ")
	}
}

func TestCountingOnly(t *testing.T) {
	w := New(nil, harbour)
	f := w.AddFont(face(t, "NotoSans-Bold"))
	for range 7 {
		w.NewPage()
		w.Text(60, 80, f, 11, Colour{}, "Never seen")
		w.Bookmark("Never seen", 80)
	}
	if err := w.Close(); err != nil || w.Pages() != 7 {
		t.Errorf("%d pages, %v", w.Pages(), err)
	}
}

func TestErrorOfTheOutput(t *testing.T) {
	w := New(brokenPipe{}, harbour)
	w.NewPage()
	if err := w.Close(); err == nil {
		t.Error("a document that could not be written gave no error")
	}
}

type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, os.ErrClosed }

// TestSubsetKeepsPartsOfGlyphs checks that a letter with an accent brings the
// letter and the accent that it is composed of, and nothing else.
func TestSubsetKeepsPartsOfGlyphs(t *testing.T) {
	whole := face(t, "NotoSerif-Regular")
	w := New(nil, harbour)
	f := w.AddFont(whole)
	f.use('é')
	_, glyf := f.outlines()
	want := map[uint16]bool{}
	whole.need(f.sorted()[0], want)
	if len(want) < 3 {
		t.Errorf("é is composed of %d glyphs, want the letter and the accent beside itself", len(want))
	}
	if len(glyf) == 0 || len(glyf) > 4000 {
		t.Errorf("%d bytes of outlines for one letter", len(glyf))
	}
}

// TestDamagedFonts cuts a font off everywhere: each gives an error or a face,
// and never a crash.
func TestDamagedFonts(t *testing.T) {
	data, err := assets.Fonts.ReadFile("fonts/DejaVuSans.ttf")
	if err != nil {
		t.Fatal(err)
	}
	refused := 0
	for n := 0; n < len(data); n += 1 + n/7 {
		if _, err := ParseFace("Cut", data[:n]); err != nil {
			refused++
		}
	}
	if refused < 50 {
		t.Errorf("only %d cut fonts were refused", refused)
	}
}

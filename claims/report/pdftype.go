package report

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"codeberg.org/go-pdf/fpdf"
	"golang.org/x/image/font/sfnt"

	"onrecord/assets"
)

// pdfFont is one of the fonts that travel inside the program.
type pdfFont struct {
	family, style, file string
	data                []byte
	glyphs              *sfnt.Font // to know which characters it has
}

// The fonts of PDF reports: serif for what is read, sans for what is looked
// up, and a font with many more characters for what these lack.
const (
	serif    = "serif"
	sans     = "sans"
	fallback = "fallback"
)

// pdfFonts reads the fonts once.
var pdfFonts = sync.OnceValues(func() ([]*pdfFont, error) {
	all := []*pdfFont{
		{family: serif, file: "NotoSerif-Regular.ttf"},
		{family: serif, style: "B", file: "NotoSerif-Bold.ttf"},
		{family: sans, file: "NotoSans-Regular.ttf"},
		{family: sans, style: "B", file: "NotoSans-Bold.ttf"},
		{family: fallback, file: "DejaVuSans.ttf"},
	}
	var err error
	for _, f := range all {
		if f.data, err = assets.Fonts.ReadFile("fonts/" + f.file); err != nil {
			return nil, err
		}
		if f.glyphs, err = sfnt.Parse(f.data); err != nil {
			return nil, err
		}
	}
	return all, nil
})

// has reports whether the font can show the character. The PDF library knows
// the basic multilingual plane only.
func (f *pdfFont) has(buf *sfnt.Buffer, r rune) bool {
	if r > 0xFFFE {
		return false
	}
	i, err := f.glyphs.GlyphIndex(buf, r)
	return err == nil && i != 0
}

// ink is how text looks on paper.
type ink struct {
	family string
	bold   bool
	size   float64 // in points
	colour colour
	link   string // an address, or "#" and an anchor
}

// glyphRun is a stretch of one word in one font.
type glyphRun struct {
	text  string
	font  *pdfFont
	ink   ink
	width float64
}

// word is what stands between two places where a line may break.
type word struct {
	runs  []glyphRun
	width float64
	space float64 // the blank after it
}

// typesetter breaks text into lines for one document.
type typesetter struct {
	pdf     *fpdf.Fpdf
	fonts   []*pdfFont
	buf     sfnt.Buffer
	chosen  map[fontKey]*pdfFont
	widths  map[glyphKey]int // of characters
	missing bool             // a character was in none of the fonts
}

type fontKey struct {
	family string
	bold   bool
	r      rune
}

type glyphKey struct {
	font *pdfFont
	r    rune
}

func newTypesetter(pdf *fpdf.Fpdf) (*typesetter, error) {
	fonts, err := pdfFonts()
	if err != nil {
		return nil, err
	}
	for _, f := range fonts {
		pdf.AddUTF8FontFromBytes(f.family, f.style, f.data)
	}
	return &typesetter{pdf: pdf, fonts: fonts, chosen: map[fontKey]*pdfFont{}, widths: map[glyphKey]int{}}, pdf.Error()
}

// fontFor picks the font of a character, or none where it has to be replaced.
func (t *typesetter) fontFor(in ink, r rune) *pdfFont {
	key := fontKey{in.family, in.bold, r}
	if f, ok := t.chosen[key]; ok {
		return f
	}
	var out *pdfFont
	for _, f := range t.fonts {
		if (f.family == in.family && (f.style == "B") == in.bold || f.family == fallback) && f.has(&t.buf, r) {
			out = f
			break
		}
	}
	t.chosen[key] = out
	return out
}

// replacement is shown for a character that no font has.
const replacement = '□'

// words splits styled text where lines may break: at blanks, and after marks
// that long addresses and hashes can break at. invisible characters are left
// out.
func (t *typesetter) words(line []inked) []word {
	var out []word
	var current word
	flush := func() {
		if len(current.runs) > 0 {
			out = append(out, current)
		}
		current = word{}
	}
	for _, piece := range line {
		for _, r := range clean(piece.text) {
			switch {
			case r != '\u00a0' && r != '\u202f' && unicode.IsSpace(r):
				if len(current.runs) > 0 {
					current.space = t.measure(glyphRun{text: " ", ink: piece.ink, font: t.fontFor(piece.ink, ' ')})
				} else if len(out) > 0 {
					last := &out[len(out)-1]
					last.space = max(last.space, t.measure(glyphRun{text: " ", ink: piece.ink, font: t.fontFor(piece.ink, ' ')}))
				}
				flush()
			case r == '\u00ad' || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r):
			default:
				current.add(t, r, piece.ink)
				if breakAfter(&current, r) {
					flush()
				}
			}
		}
	}
	flush()
	for i := range out {
		for j := range out[i].runs {
			out[i].runs[j].width = t.measure(out[i].runs[j])
			out[i].width += out[i].runs[j].width
		}
	}
	return out
}

// breakAfter reports whether a line may end after the last character of the
// word: after a dash, and in the middle of an address or of an endless word.
func breakAfter(w *word, r rune) bool {
	if r == '/' { // not within "https://"
		last := w.runs[len(w.runs)-1].text
		return !strings.HasSuffix(last, ":/") && !strings.HasSuffix(last, "//")
	}
	return strings.ContainsRune("&?=-–—", r) || wordLength(w) >= longestPiece
}

// longestPiece is how many characters of an endless word, such as a hash, stay
// together.
const longestPiece = 24

func wordLength(w *word) int {
	n := 0
	for _, r := range w.runs {
		n += utf8.RuneCountInString(r.text)
	}
	return n
}

// add puts a character at the end of the word.
func (w *word) add(t *typesetter, r rune, in ink) {
	f := t.fontFor(in, r)
	if f == nil {
		t.missing = true
		r = replacement
		f = t.fontFor(in, r)
	}
	if n := len(w.runs); n > 0 && w.runs[n-1].font == f && w.runs[n-1].ink == in {
		w.runs[n-1].text += string(r)
		return
	}
	w.runs = append(w.runs, glyphRun{text: string(r), font: f, ink: in})
}

// measure is the width of a run in points. The library is asked once for each
// character of a font.
func (t *typesetter) measure(r glyphRun) float64 {
	total := 0
	for _, c := range r.text {
		key := glyphKey{r.font, c}
		width, ok := t.widths[key]
		if !ok {
			t.pdf.SetFont(r.font.family, r.font.style, r.ink.size)
			width = t.pdf.GetStringSymbolWidth(string(c))
			t.widths[key] = width
		}
		total += width
	}
	return float64(total) * r.ink.size / unitsPerEm
}

// unitsPerEm is the unit in which the library gives widths, whatever the font.
const unitsPerEm = 1000

// inked is text in one look.
type inked struct {
	text string
	ink  ink
}

// lines fills lines of the width with words.
func (t *typesetter) lines(line []inked, width float64) [][]word {
	var out [][]word
	var current []word
	used := 0.0
	for _, w := range t.words(line) {
		if used+w.width > width && len(current) > 0 {
			out, current, used = append(out, current), nil, 0
		}
		current = append(current, w)
		used += w.width + w.space
	}
	if len(current) > 0 {
		out = append(out, current)
	}
	return out
}

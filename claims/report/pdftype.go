package report

import (
	"bytes"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"onrecord/assets"
	"onrecord/claims/report/internal/pdf"
)

// pdfFont is one of the fonts that travel inside the program, in one document.
type pdfFont struct {
	*pdf.Font
	family string
	bold   bool
}

// The fonts of PDF reports: serif for what is read, sans for what is looked
// up, and a font with many more characters for what these lack.
const (
	serif    = "serif"
	sans     = "sans"
	fallback = "fallback"

	spareFont = "spare" // of the reader's machine
)

var pdfFontFiles = []struct {
	family string
	bold   bool
	name   string
}{
	{serif, false, "NotoSerif-Regular"},
	{serif, true, "NotoSerif-Bold"},
	{sans, false, "NotoSans-Regular"},
	{sans, true, "NotoSans-Bold"},
	{fallback, false, "DejaVuSans"},
}

// pdfFaces reads the fonts once.
var pdfFaces = sync.OnceValues(func() ([]*pdf.Face, error) {
	var out []*pdf.Face
	for _, f := range pdfFontFiles {
		data, err := assets.Fonts.ReadFile("fonts/" + f.name + ".ttf")
		if err != nil {
			return nil, err
		}
		face, err := pdf.ParseFace(f.name, data)
		if err != nil {
			return nil, err
		}
		out = append(out, face)
	}
	return out, nil
})

// ink is how text looks on paper.
type ink struct {
	family string
	bold   bool
	size   float64 // in points
	colour colour
	link   string // an address, or "#" and an anchor
}

// glyphRun is a stretch of one word in one font, or in none: such characters
// are shown by their numbers.
type glyphRun struct {
	text  string
	font  *pdfFont
	ink   ink
	width float64
	level byte   // of direction, as in flow
	chars []byte // what becomes the text, while the word is being made
}

// word is what stands between two places where a line may break.
type word struct {
	runs  []glyphRun
	count int // of characters
	width float64
	space float64 // the blank after it

	blankLevel byte // of direction, as in flow
	leftward   bool // the paragraph runs from right to left
}

// typesetter breaks text into lines for one document.
type typesetter struct {
	fonts   []*pdfFont
	chosen  map[fontKey]*pdfFont
	foreign bool // what is set next is not the report's own: its first letter says which way it runs
}

type fontKey struct {
	family string
	bold   bool
	r      rune
}

func newTypesetter(doc *pdf.Writer, more ...*pdf.Outlines) (*typesetter, error) {
	faces, err := pdfFaces()
	if err != nil {
		return nil, err
	}
	t := &typesetter{chosen: map[fontKey]*pdfFont{}}
	for i, f := range pdfFontFiles {
		t.fonts = append(t.fonts, &pdfFont{doc.AddFont(faces[i]), f.family, f.bold})
	}
	for _, o := range more {
		t.fonts = append(t.fonts, &pdfFont{Font: doc.AddOutlines(o), family: spareFont})
	}
	return t, nil
}

// fontFor picks the font of a character, or none where it has to be replaced.
func (t *typesetter) fontFor(in ink, r rune) *pdfFont {
	key := fontKey{in.family, in.bold, r}
	if f, ok := t.chosen[key]; ok {
		return f
	}
	fits := func(f *pdfFont) bool {
		return (f.family == in.family && f.bold == in.bold || f.family == fallback) && f.Has(r)
	}
	at := slices.IndexFunc(t.fonts, fits)
	if at < 0 {
		at = slices.IndexFunc(t.fonts, func(f *pdfFont) bool { return f.Has(r) })
	}
	var out *pdfFont
	if at >= 0 {
		out = t.fonts[at]
	}
	t.chosen[key] = out
	return out
}

// words splits styled text where lines may break: at blanks, and after marks
// that long addresses and hashes can break at. invisible characters are left
// out.
func (t *typesetter) words(line []inked) []word {
	var out []word
	var current word
	var all []rune
	texts := make([]string, len(line))
	for i, piece := range line {
		texts[i] = norm.NFC.String(clean(piece.text)) // accents belong to their letters
		all = append(all, []rune(texts[i])...)
	}
	flow, at := flowOf(all, !t.foreign), 0
	flush := func() {
		if len(current.runs) > 0 {
			current.finish()
			current.leftward = flow != nil && flow.base == 1
			out = append(out, current)
		}
		current = word{}
	}
	for i, piece := range line {
		for _, r := range texts[i] {
			at++
			r, level := flow.next(r)
			switch {
			case r != '\u00a0' && r != '\u202f' && unicode.IsSpace(r):
				if len(current.runs) > 0 {
					current.space, current.blankLevel = measure(glyphRun{text: " ", ink: piece.ink, font: t.fontFor(piece.ink, ' ')}), level
				} else if len(out) > 0 {
					last := &out[len(out)-1]
					last.space, last.blankLevel = max(last.space, measure(glyphRun{text: " ", ink: piece.ink, font: t.fontFor(piece.ink, ' ')})), level
				}
				flush()
			case unseen(r):
			default:
				current.add(t, r, level, piece.ink)
				if breakAfter(&current, r, all[at:]) {
					endless := current.count >= longestPiece
					flush()
					if endless {
						current.count = longestPiece - laterPiece
					}
				}
			}
		}
	}
	flush()
	return out
}

// finish measures a word that is whole.
func (w *word) finish() {
	for i := range w.runs {
		r := &w.runs[i]
		r.text, r.chars = string(r.chars), nil
		r.width = measure(*r)
		w.width += r.width
	}
}

// unseen are the characters that nothing is drawn for.
func unseen(r rune) bool {
	return r == 0 || r == '\u00ad' || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r)
}

// breakAfter reports whether a line may end after the last character of the
// word: after a dash, between characters of East Asian writing, and in the
// middle of an address or of an endless word.
func breakAfter(w *word, r rune, rest []rune) bool {
	next := ' '
	if len(rest) > 0 {
		next = rest[0]
	}
	if unicode.Is(unicode.M, next) || unseen(next) {
		return false
	}
	if eastAsian(r) || eastAsian(next) {
		return !strings.ContainsRune(opening, r) && !strings.ContainsRune(closing, next)
	}
	if r == '/' { // not within "https://"
		last := w.runs[len(w.runs)-1].chars
		return !bytes.HasSuffix(last, []byte(":/")) && !bytes.HasSuffix(last, []byte("//"))
	}
	if r == '–' && unicode.IsDigit(next) && w.endsInDigit(r) { // 215–308 is one number to a reader
		return false
	}
	return strings.ContainsRune("&?=-–—", r) || w.count >= longestPiece
}

// endsInDigit reports whether a digit stands before the last character, which
// is r.
func (w *word) endsInDigit(r rune) bool {
	chars := w.runs[len(w.runs)-1].chars
	before, _ := utf8.DecodeLastRune(chars[:len(chars)-utf8.RuneLen(r)])
	return unicode.IsDigit(before)
}

// longestPiece is how many characters of an endless word, such as a hash, stay
// together at its beginning, laterPiece how many of the rest.
const (
	longestPiece = 24
	laterPiece   = 2
)

// add puts a character at the end of the word.
func (w *word) add(t *typesetter, r rune, level byte, in ink) {
	f := t.fontFor(in, r)
	w.count++
	n := len(w.runs)
	if n > 0 && unicode.Is(unicode.M, r) && w.runs[n-1].font != nil && w.runs[n-1].font.Has(r) {
		f = w.runs[n-1].font // a mark stands over its letter, not over that of another font
	}
	if n == 0 || w.runs[n-1].font != f || w.runs[n-1].ink != in || w.runs[n-1].level != level {
		w.runs = append(w.runs, glyphRun{font: f, ink: in, level: level, chars: make([]byte, 0, longestPiece)})
		n++
	}
	w.runs[n-1].chars = utf8.AppendRune(w.runs[n-1].chars, r)
}

// measure is the width of a run in points.
func measure(r glyphRun) float64 {
	total := 0
	for _, c := range r.text {
		if r.font == nil {
			total += boxWidth
		} else {
			total += r.font.Advance(c)
		}
	}
	return float64(total) * r.ink.size / unitsPerEm
}

// unitsPerEm is the unit in which fonts give widths.
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

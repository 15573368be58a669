package report

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/image/font/sfnt"

	"onrecord/claims"
	"onrecord/claims/report/internal/pdf"
)

// spare is what a PDF needs beyond the fonts that travel inside the program.
type spare struct {
	fonts   []*pdf.Outlines // in the order in which they are asked
	missing []rune          // what no font has, in the order of first mention
	loose   []rune          // what is drawn, but without the joins of its script
}

// gaps looks for the characters that the fonts of a PDF lack, opens the fonts
// that Options name for them, and tells a reader what is still missing. Every
// call opens the fonts anew; Close closes them.
func gaps(m *Model) (*spare, []string, error) {
	s := &spare{}
	shown := shownIn(m)
	own, err := pdfFaces()
	if err != nil {
		return nil, nil, err
	}
	var buf sfnt.Buffer
	for _, r := range shown {
		if !slices.ContainsFunc(own, func(f *pdf.Face) bool { return f.Has(&buf, r) }) {
			s.missing = append(s.missing, r)
		}
	}
	if err := s.open(m.Options.Fonts, len(m.Options.Fonts) > 0); err != nil {
		return nil, nil, err
	}
	if m.Options.SystemFonts && len(s.missing) > 0 {
		if err := s.open(systemFonts(s.missing), false); err != nil {
			return nil, nil, err
		}
	}
	for _, r := range shown {
		if unicode.In(r, joining...) && !slices.Contains(s.missing, r) {
			s.loose = append(s.loose, r)
		}
	}
	notes := plural(m, len(s.missing), "pdf.missing", listOf(s.missing))
	for i := range notes {
		notes[i] = strings.Replace(notes[i], "….", "…", 1) // the list can end with what ends a sentence
	}
	return s, append(notes, s.looseness(m)...), nil
}

// open opens fonts for what is missing. One that a person named must be there.
func (s *spare) open(files []FontFile, named bool) error {
	for _, f := range files {
		o, err := pdf.OpenOutlines(f.Path, f.Number)
		if err != nil {
			if named {
				s.Close()
				return claims.Invalid("font", claims.Because(err))
			}
			continue
		}
		s.fonts = append(s.fonts, o)
		s.missing = slices.DeleteFunc(s.missing, o.Has)
	}
	return nil
}

// Close closes the fonts.
func (s *spare) Close() {
	for _, f := range s.fonts {
		_ = f.Close() // they were only read
	}
	s.fonts = nil
}

// joining are the scripts whose letters join, move or stack, which takes more
// than fonts.
var joining = []*unicode.RangeTable{
	unicode.Devanagari, unicode.Bengali, unicode.Gurmukhi, unicode.Gujarati, unicode.Oriya, unicode.Tamil, unicode.Telugu, unicode.Kannada, unicode.Malayalam, unicode.Sinhala,
	unicode.Thai, unicode.Lao, unicode.Tibetan, unicode.Myanmar, unicode.Khmer, unicode.Mongolian, unicode.Syriac, unicode.Nko, unicode.Javanese, unicode.Balinese,
}

func (s *spare) looseness(m *Model) []string {
	if len(s.loose) == 0 {
		return nil
	}
	var letters []string
	for _, r := range s.loose {
		if unicode.IsLetter(r) && len(letters) < mostNamed {
			letters = append(letters, string(r))
		}
	}
	return []string{Phrase(m.Options.Language, "pdf.loose", strings.Join(letters, ", "))}
}

// mostNamed is how many characters a note names one by one.
const mostNamed = 12

// listOf names characters with their numbers: 中 (U+4E2D), 国 (U+56FD).
func listOf(all []rune) string {
	var parts []string
	for _, r := range all[:min(len(all), mostNamed)] {
		parts = append(parts, fmt.Sprintf("%c\u00a0(U+%04X)", r, r))
	}
	if len(all) > mostNamed {
		parts = append(parts, "…")
	}
	return strings.Join(parts, ", ")
}

// leftOutOfPDF tells what a PDF cannot show as it is.
func leftOutOfPDF(m *Model) []string {
	s, notes, err := gaps(m)
	if err != nil {
		return nil // Write says so
	}
	s.Close()
	return notes
}

package reader

import (
	"sort"

	"onrecord/ui/kit/look"

	"fyne.io/fyne/v2"
)

// Mark is a stretch of the text that stands for something. Several marks may
// have one ID: they light up, are tapped and are walked together. Marks may
// overlap and lie in one another.
type Mark struct {
	Span
	ID    string
	Paint Paint
	Style Style
	// Low marks what the program is not sure of: paler, with a question mark
	// in the margin.
	Low bool
}

// Style is how a mark is drawn.
type Style int

// The styles.
const (
	Fill      Style = iota // a coloured ground, such as for a direct quotation
	Underline              // a line below the words, such as for an indirect one
	Dashed                 // a dashed line below the words, such as for a mixed one
	Strike                 // a ground and a line through the words, such as for what a new version has lost
)

// Paint is the pair of theme colours of a mark: for grounds, on which text
// must be readable, and for lines.
type Paint struct{ Fill, Line fyne.ThemeColorName }

// Speaker is the paint of speaker i.
func Speaker(i int) Paint { return Paint{Fill: look.SpeakerFill(i), Line: look.SpeakerLine(i)} }

// Toned is the paint of a tone, such as Good for words that a version added.
func Toned(t look.Tone) Paint { return Paint{Fill: t.Fill(), Line: t.Bar()} }

// markSet holds the marks in the order of the text, the longer of two that
// begin together first, and how deep each lies in others.
type markSet struct {
	marks   []Mark
	depth   []int
	longest int
}

func newMarkSet(marks []Mark, length int) markSet {
	s := markSet{}
	for _, m := range marks {
		m.Start, m.End = max(m.Start, 0), min(m.End, length)
		if !m.Empty() {
			s.marks = append(s.marks, m)
			s.longest = max(s.longest, m.End-m.Start)
		}
	}
	sort.SliceStable(s.marks, func(i, k int) bool {
		a, b := s.marks[i], s.marks[k]
		return a.Start < b.Start || a.Start == b.Start && a.End > b.End
	})
	s.depth = make([]int, len(s.marks))
	var open []Mark
	for i, m := range s.marks {
		kept := open[:0]
		for _, o := range open {
			if o.End > m.Start {
				kept = append(kept, o)
			}
		}
		s.depth[i] = len(kept)
		open = append(kept, m)
	}
	return s
}

// within calls f for the marks that share something with a span.
func (s *markSet) within(span Span, f func(i int, m Mark)) {
	from := sort.Search(len(s.marks), func(i int) bool { return s.marks[i].Start > span.Start-s.longest })
	for i := max(from-1, 0); i < len(s.marks) && s.marks[i].Start < span.End; i++ {
		if s.marks[i].End > span.Start {
			f(i, s.marks[i])
		}
	}
}

// at is the innermost mark at an offset.
func (s *markSet) at(offset int) (m Mark, ok bool) {
	s.within(Span{offset, offset + 1}, func(_ int, found Mark) {
		if !ok || found.End-found.Start <= m.End-m.Start {
			m, ok = found, true
		}
	})
	return m, ok
}

// order lists the IDs by the place of their first mark.
func (s *markSet) order() []string {
	seen := map[string]bool{}
	var out []string
	for _, m := range s.marks {
		if !seen[m.ID] {
			seen[m.ID] = true
			out = append(out, m.ID)
		}
	}
	return out
}

// of gives the marks of an ID.
func (s *markSet) of(id string) []Mark {
	var out []Mark
	for _, m := range s.marks {
		if m.ID == id {
			out = append(out, m)
		}
	}
	return out
}

package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// What stands between words.
//
// Every word of a document has a joint, one byte: whether the word begins with
// a capital letter, and which gap follows it: a space, a comma and a space, a
// hyphen. Of the gaps, of which a language has few, the segment keeps a list.
// With them a run of letters that was copied out of a text is told from
// another with the same words.

// Capital is the bit of a joint that tells that the word begins with a capital
// letter; the other bits are the number of the gap.
const Capital = 0x80

const (
	otherGap = 0x7f // a gap that is too rare to be kept
	longGap  = 12   // bytes; longer ones are not kept
)

// Gap gives the text between two words as segments keep it: white space of
// any length as one space, quotation marks and dashes as they are typed.
func Gap(between string) string {
	if between == " " || between == "" {
		return between
	}
	var b strings.Builder
	space := false
	for _, r := range between {
		if unicode.IsSpace(r) {
			if !space {
				b.WriteByte(' ')
			}
			space = true
			continue
		}
		space = false
		switch r {
		case '“', '”', '„', '«', '»':
			r = '"'
		case '‘', '’', '‚', '`', '´':
			r = '\''
		case '–', '—', '―', '‑':
			r = '-'
		case '\u00ad', '\u200b', '\ufeff':
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// BeginsCapital reports whether a text begins with a capital letter.
func BeginsCapital(text string) bool {
	if text == "" {
		return false
	}
	if c := text[0]; c < utf8.RuneSelf {
		return 'A' <= c && c <= 'Z'
	}
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(r)
}

// gapList numbers gaps in the order in which they are met.
type gapList struct {
	all     []string
	numbers map[string]byte // those as they stand in the text, too
}

// number gives the number of a gap that follows a word in a text.
func (l *gapList) number(between string) byte {
	const most = 4096 // ways to write them that are remembered
	if n, ok := l.numbers[between]; ok {
		return n
	}
	gap, n := Gap(between), byte(otherGap)
	if have, ok := l.numbers[gap]; ok {
		n = have
	} else if len(l.all) < otherGap && len(gap) <= longGap {
		n = byte(len(l.all))
		l.all = append(l.all, strings.Clone(gap))
		l.numbers[l.all[n]] = n
	}
	if len(l.numbers) < most && len(between) <= 4*longGap {
		l.numbers[strings.Clone(between)] = n
	}
	return n
}

// of gives the numbers of the gaps of a segment.
func (l *gapList) of(s *Segment) (numbers [otherGap + 1]byte) {
	for i := range numbers {
		numbers[i] = otherGap
	}
	s.Gaps(func(n byte, gap string) { numbers[n] = l.number(gap) })
	return numbers
}

// Gaps calls f with every gap that the segment keeps and its number in joints.
func (s *Segment) Gaps(f func(number byte, gap string)) {
	for i := range s.gaps.len() {
		f(byte(i), string(s.gaps.at(i)))
	}
}

// OtherGap is the number in joints of all gaps that the segment does not keep.
func (s *Segment) OtherGap() byte { return otherGap }

// Joints gives the joint of each word of a document.
func (s *Segment) Joints(doc uint32) []byte { return s.joints.at(int(doc)) }

// joins reports whether the joint with this number is the given one.
func (s *Segment) joins(joint byte, capital bool, between string) bool {
	n := int(joint &^ Capital)
	return joint&Capital != 0 == capital && (n >= s.gaps.len() || string(s.gaps.at(n)) == Gap(between))
}

package extract

import (
	"unicode"
	"unicode/utf8"

	"onrecord/claims"
)

// quoting tells how much of the content is in the speaker's own words, seen
// from the reporting words: a quotation around both counts for neither. Titles
// and nicknames in quotation marks are not somebody's words.
func (a *article) quoting(d *draft) claims.Quoting {
	if d.verbatim {
		return claims.Direct
	}
	quoted, plain := 0, 0
	for _, st := range d.content {
		for i := st.First; i <= st.Last; i++ {
			if !a.scene.IsWord(i) {
				continue
			}
			if q := a.quotationFrom(i, d.head); q >= 0 && !a.nameLike(q, d) {
				quoted++
			} else {
				plain++
			}
		}
	}
	switch {
	case quoted == 0:
		return claims.Indirect
	case plain == 0 || plain == 1 && a.startsWithThat(d):
		return claims.Direct
	case quoted <= scareWords && !a.voices(d) && !a.judgedAs(d):
		return claims.Indirect
	}
	return claims.Mixed
}

// scareWords is how many quoted words inside a content are only a term, where
// the cue is no word of speech.
const scareWords = 4

// voices reports whether the cue speaks rather than thinks or acts: only then
// is a term in quotation marks the speaker's and not the reporter's.
func (a *article) voices(d *draft) bool {
	if d.head < 0 || d.rule != "" || !a.scene.IsWord(d.head) || a.token(d.head).Lower == "according" || a.scene.Communicates(d.head) {
		return true
	}
	for _, st := range d.cue {
		for i := st.First; i <= st.Last; i++ {
			if l := a.token(i).Lemma; saying[l] || l == "accept" || a.scene.Communicates(i) {
				return true
			}
		}
	}
	return false
}

// judgedAs reports whether a quotation of the content stands behind "as": rejected
// the claim as “simply false”.
func (a *article) judgedAs(d *draft) bool {
	for _, st := range d.content {
		for i := st.First + 1; i <= st.Last; i++ {
			if q := a.quotationFrom(i, d.head); q >= 0 && int(a.scene.Quote[q].First) == i {
				return a.token(i-1).Lower == "as"
			}
		}
	}
	return false
}

func (a *article) startsWithThat(d *draft) bool {
	return a.token(d.content[0].First).Lower == "that" && d.size() > 2
}

// quotationFrom is the outermost quotation that holds token i but not the
// token from, or -1.
func (a *article) quotationFrom(i, from int) int {
	out := -1
	for q := a.token(i).Quote; q >= 0; q = a.doc.Quotations[q].Outer {
		m := a.scene.Quote[q]
		if from >= 0 && int(m.First) <= from && from <= int(m.Last) {
			break
		}
		out = q
	}
	return out
}

// nameLike reports whether the quotation marks hold a title or a nickname:
// capitalised words inside running text that is not all quoted.
func (a *article) nameLike(q int, d *draft) bool {
	m := a.scene.Quote[q]
	first, last := int(m.First), int(m.Last)
	if !d.covers(first) || !d.covers(last) || d.covers(first) && a.first(d) == a.scene.NextWord(first) {
		return false
	}
	words, capital := 0, 0
	for i := first; i <= last; i++ {
		if !a.scene.IsWord(i) {
			continue
		}
		words++
		r, _ := utf8.DecodeRuneInString(a.token(i).Word)
		if unicode.IsUpper(r) || unicode.IsDigit(r) || words > 1 && len(a.token(i).Word) <= 3 && i < last-1 {
			capital++
		}
	}
	return words > 0 && words == capital && words <= 12 && !a.endsSentence(last-1)
}

// first is the first word of the content.
func (a *article) first(d *draft) int {
	i := d.content[0].First
	if next := a.scene.NextWord(i); !a.scene.IsWord(i) && next < len(a.doc.Tokens) {
		return next
	}
	return i
}

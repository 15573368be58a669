package extract

import (
	"strings"
	"unicode"

	"onrecord/claims"
	"onrecord/claims/extract/attribution"
)

// house brings the spans of a draft into the house form: the content of a
// direct quotation with its marks, that of an indirect one with its leading
// "that" and without a full stop or comma at its end, one span for each
// paragraph.
func (a *article) house(d *draft) {
	var content []attribution.Stretch
	for _, st := range d.content {
		st = a.withMarks(a.closed(a.withSign(a.withThat(a.unbroken(st), d))))
		if k := len(content) - 1; k >= 0 && st.First <= content[k].Last { // both have taken in the same mark
			content[k].Last = max(content[k].Last, st.Last)
			continue
		}
		content = append(content, st)
	}
	d.content = content
	d.spans = parts{}
	for _, st := range d.content {
		d.spans.content = append(d.spans.content, a.byParagraph(st)...)
	}
	for _, st := range d.cue {
		d.spans.cue = append(d.spans.cue, a.span(a.unbroken(st)))
	}
	for _, st := range d.source {
		d.spans.source = append(d.spans.source, a.span(a.withName(a.withBracket(a.unbroken(st)), d)))
	}
}

// unbroken widens a stretch to the whole of the words written without a space
// that its ends lie in: Ban Ki[-moon].
func (a *article) unbroken(st attribution.Stretch) attribution.Stretch {
	for k := st.Last + 1; k+1 < len(a.doc.Tokens) && a.withinWord(k); k += 2 {
		st.Last = k + 1
	}
	for k := st.First - 1; k > 0 && a.withinWord(k); k -= 2 {
		st.First = k - 1
	}
	return st
}

// withinWord reports whether the token is a hyphen or slash within a written word.
func (a *article) withinWord(k int) bool {
	t := a.token(k)
	return (t.Word == "-" || t.Word == "/") && a.scene.IsWord(k-1) && a.scene.IsWord(k+1) &&
		a.token(k-1).Span.End == t.Span.Start && t.Span.End == a.token(k+1).Span.Start
}

// withBracket takes in a short note in brackets behind a source, as the party
// of a member, and leaves out a long one that is not closed within it, and the
// end of one that stands before it.
func (a *article) withBracket(st attribution.Stretch) attribution.Stretch {
	const longest = 7
	for i := st.First; i < st.Last && a.token(i).Word != "("; i++ {
		if a.token(i).Word == ")" {
			st.First = i + 1
		}
	}
	open := st.Last + 1
	for i := st.Last; i > st.First; i-- {
		if w := a.token(i).Word; w == ")" {
			return st
		} else if w == "(" {
			open = i
			break
		}
	}
	if open >= len(a.doc.Tokens) || a.token(open).Word != "(" {
		return st
	}
	for i := open + 1; i < len(a.doc.Tokens) && i <= open+longest && !a.finite(i); i++ {
		if a.token(i).Word == ")" {
			st.Last = i
			return st
		}
	}
	for st.Last >= open || !a.scene.IsWord(st.Last) && st.Last > st.First {
		st.Last--
	}
	return st
}

// closed takes in the bracket that closes one opened in the stretch.
func (a *article) closed(st attribution.Stretch) attribution.Stretch {
	open := 0
	for i := st.First; i <= st.Last; i++ {
		switch a.token(i).Word {
		case "(":
			open++
		case ")":
			open = max(0, open-1)
		}
	}
	if next := st.Last + 1; open == 1 && next < len(a.doc.Tokens) && a.token(next).Word == ")" {
		st.Last = next
	}
	return st
}

// withName takes in the name that stands between a source and the content behind
// it: told by the pathologist[, Cleo Amis], that …
func (a *article) withName(st attribution.Stretch, d *draft) attribution.Stretch {
	const longest = 6
	end := st.Last + 2
	for end < len(a.doc.Tokens)-1 && end <= st.Last+longest && (a.capital(end) || a.token(end).Word == ".") {
		end++
	}
	if end >= len(a.doc.Tokens) || end == st.Last+2 || a.token(st.Last+1).Word != "," || a.token(end).Word != "," {
		return st
	}
	for _, c := range d.content {
		if c.First == end+1 {
			st.Last = end - 1
		}
	}
	return st
}

// span is the range of bytes of some tokens.
func (a *article) span(st attribution.Stretch) claims.Span {
	return claims.Span{Start: a.token(st.First).Span.Start, End: a.token(st.Last).Span.End}
}

// byParagraph cuts a stretch at the ends of paragraphs.
func (a *article) byParagraph(st attribution.Stretch) []claims.Span {
	var out []claims.Span
	for i := st.First; i <= st.Last; {
		p := a.doc.Paragraphs[a.scene.Para[i]]
		end := min(st.Last, p.Last-1)
		if sp := a.span(attribution.Stretch{First: i, Last: end}); !sp.Empty() {
			out = append(out, sp)
		}
		i = end + 1
	}
	return out
}

// withThat takes in the "that" before an indirect content.
func (a *article) withThat(st attribution.Stretch, d *draft) attribution.Stretch {
	for i := st.First - 1; i >= 0 && i >= st.First-2; i-- {
		t := a.token(i)
		if a.scene.IsWord(i) {
			if t.Lower == "that" && t.Tag == "IN" && t.Sent == a.token(st.First).Sent && !inside(d.cue, i) {
				st.First = i
			}
			break
		}
	}
	return st
}

// withSign takes in the sign of a number at the end: 5%.
func (a *article) withSign(st attribution.Stretch) attribution.Stretch {
	if i := st.Last + 1; i < len(a.doc.Tokens) && a.token(i).Span.Start == a.token(st.Last).Span.End {
		switch a.token(i).Word {
		case "%", "‰", "°", "€", "£", "$":
			st.Last = i
		}
	}
	return st
}

func inside(sts []attribution.Stretch, i int) bool {
	for _, st := range sts {
		if st.First <= i && i <= st.Last {
			return true
		}
	}
	return false
}

// withMarks takes in the quotation marks at both ends of a content where the
// quotation belongs to it, with the stop or comma before a closing mark.
func (a *article) withMarks(st attribution.Stretch) attribution.Stretch {
	if o := a.opening(st.First); o >= 0 {
		q := a.doc.Tokens[o].Quote
		ends := int(a.scene.Quote[q].Last)
		if ends <= a.closing(st.Last) || !a.doc.Quotations[q].Closed {
			st.First = o
		}
	}
	last := a.closing(st.Last)
	for k := last; k > st.Last; k-- {
		if q := a.doc.Tokens[k].Quote; q >= 0 && int(a.scene.Quote[q].Last) == k {
			if int(a.scene.Quote[q].First) >= st.First {
				st.Last = k
				break
			}
		}
	}
	if a.token(st.Last).Quote >= 0 {
		st.Last = a.sentenceEnd(st.Last)
	}
	return st
}

// opening is the outermost opening mark directly before the word, or -1.
func (a *article) opening(i int) int {
	out := -1
	for k := i; k >= 0; k-- {
		if k < i && a.scene.IsWord(k) {
			break
		}
		if q := a.token(k).Quote; q >= 0 && int(a.scene.Quote[q].First) == k && (k < i || !a.scene.IsWord(k)) {
			out = k
		}
	}
	return out
}

// closing is the last token of the marks that follow the word, up to and with
// the last closing quotation mark among them; the word itself where there is
// none.
func (a *article) closing(i int) int {
	out := i
	para := a.scene.Para[i]
	for k := i + 1; k < len(a.doc.Tokens) && !a.scene.IsWord(k) && a.scene.Para[k] == para; k++ {
		if q := a.token(k).Quote; q >= 0 && int(a.scene.Quote[q].Last) == k {
			out = k
		}
	}
	return out
}

// sentenceEnd takes in the marks that end a sentence inside an unclosed or
// continued quotation.
func (a *article) sentenceEnd(i int) int {
	q := a.token(i).Quote
	for k := i + 1; k < len(a.doc.Tokens) && a.token(k).Quote == q && !a.scene.IsWord(k) && a.scene.Para[k] == a.scene.Para[i]; k++ {
		switch a.token(k).Word {
		case ".", "!", "?", "…", "...":
			i = k
		default:
			return i
		}
	}
	return i
}

// timeOfEntry takes the time at the head of an entry of a live blog out of its
// content and source: "10:32 The minister says …".
func (a *article) timeOfEntry(d *draft) {
	for _, part := range [][]attribution.Stretch{d.content, d.source} {
		if len(part) == 0 {
			continue
		}
		i, next := part[0].First, a.scene.NextWord(part[0].First)
		if i == a.doc.Paragraphs[a.scene.Para[i]].First && i < part[0].Last && clock(a.token(i).Word) && a.capital(next) {
			part[0].First = next
		}
	}
}

// clock reports whether the word is a time of day: 10:32, 9.15pm.
func clock(w string) bool {
	return len(w) >= len("9:15") && unicode.IsDigit(rune(w[0])) && strings.ContainsAny(w, ":.") && !strings.HasSuffix(w, ".")
}

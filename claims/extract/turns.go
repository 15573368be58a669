package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/claims"
	"onrecord/claims/extract/attribution"
	"onrecord/claims/lang"
)

// turn is the label at the head of a paragraph of dialogue: "Q:", "A.",
// "MS ADLER:", "Jo Marsh:".
type turn struct {
	paragraph int
	label     claims.Span
	mark      claims.Span // the colon or stop after it, empty behind brackets
	body      int         // first token after the mark
	sure      bool        // Q, A or capitals; a plain name needs company
}

// notTurns are words before a colon that open notes of the editors.
var notTurns = wordSet(`source sources photo photos image credit editor editing reporting writing by note update correction
	related topics tags read more video watch contact tel email phone date time place where when http https live exclusive
	breaking updated analysis opinion review explainer factbox timeline profile obituary podcast gallery pictures quiz recap`)

// turns makes a statement of every turn of a dialogue set out in paragraphs.
func (a *article) turns() {
	found := a.findTurns()
	near := a.paragraphDrafts()
	answers := a.onlyAnswers(found)
	for k, t := range found {
		if answers {
			a.addTurn(t, a.answerEnd(found, k), near)
			continue
		}
		after := k > 0 && found[k-1].paragraph == t.paragraph-1
		before := k+1 < len(found) && found[k+1].paragraph == t.paragraph+1
		if !t.sure && !after && (!before || t.paragraph == 0 && len(found) < 3 && a.token(a.doc.Paragraphs[0].Last-1).Word != "?") {
			continue
		}
		a.addTurn(t, a.turnEnd(found, k), near)
	}
}

// addTurn makes a statement of a turn that ends with a paragraph. near are the
// drafts of each paragraph.
func (a *article) addTurn(t turn, end int, near [][]int) {
	if d := a.turnDraft(t, end); d != nil {
		a.makeRoom(d, near)
		a.drafts = append(a.drafts, d)
	}
}

func (a *article) findTurns() []turn {
	var out []turn
	labels := map[string]int{}
	for p, r := range a.doc.Paragraphs {
		t, ok := a.label(p, r)
		if !ok {
			t, ok = a.bracketLabel(p, r)
		}
		if !ok {
			continue
		}
		labels[a.in.Text[t.label.Start:t.label.End]]++
		out = append(out, t)
	}
	if len(out) < 2 || len(labels) < 2 && !a.onlyAnswers(out) || !a.talk(out) {
		return nil
	}
	return out
}

// talk reports whether at least every second turn holds a verb or asks
// something. Tables and lists of names do not: "Weber: 547".
func (a *article) talk(turns []turn) bool {
	spoken := 0
	for _, t := range turns {
		for i := t.body; i < a.doc.Paragraphs[t.paragraph].Last; i++ {
			if t := a.token(i); strings.HasPrefix(t.Tag, "VB") || t.Tag == "MD" || t.Word == "?" {
				spoken++
				break
			}
		}
	}
	return 2*spoken >= len(turns)
}

// label reads the label of a paragraph, which may stand inside the marks of a
// transcript that is quoted as a whole.
func (a *article) label(p int, r lang.Range) (turn, bool) {
	const longest = 6
	text := a.in.Text
	letters, upper, capital := 0, 0, 0
	whole := -1
	if !a.scene.IsWord(r.First) && a.token(r.First).Quote >= 0 {
		whole = a.scene.Outermost(r.First)
		r.First++
	}
	if t, ok := a.questionLabel(p, r); ok {
		return t, true
	}
	for i := r.First; i < r.Last && i <= r.First+longest; i++ {
		t := a.token(i)
		if t.Word == ":" {
			if i == r.First || i+1 >= r.Last || capital < i-r.First {
				return turn{}, false
			}
			sure := upper == letters && letters > 2 || strings.HasPrefix(a.token(r.First).Word, "@")
			label := claims.Span{Start: a.token(r.First).Span.Start, End: a.token(i - 1).Span.End}
			if whole >= 0 && !sure && i < r.First+2 {
				return turn{}, false // “Look: it was late.”
			}
			return turn{p, label, t.Span, i + 1, sure}, !notTurns[a.token(r.First).Lower]
		}
		if a.token(i).Quote >= 0 && a.token(i).Quote != whole {
			return turn{}, false
		}
		if t.Word == "(" || t.Word == "[" { // DR OSEI (reading):
			end := a.bracketEnd(i, min(r.Last-1, r.First+longest))
			capital += end - i + 1
			i = end
			continue
		}
		if t.Word == "." {
			capital++
			continue
		}
		l, u := countLetters(text[t.Span.Start:t.Span.End])
		letters, upper = letters+l, upper+u
		if c, _ := utf8.DecodeRuneInString(t.Word); unicode.IsUpper(c) || strings.ContainsRune("@-'’&/", c) {
			capital++
		}
	}
	return turn{}, false
}

// questionLabel reads "Q" or "A" and its mark at the head of a paragraph.
func (a *article) questionLabel(p int, r lang.Range) (turn, bool) {
	if r.First >= r.Last {
		return turn{}, false
	}
	t := a.token(r.First)
	if t.Word[0] != 'Q' && t.Word[0] != 'A' || len(strings.TrimSuffix(t.Word, ".")) != 1 {
		return turn{}, false
	}
	m, body, ok := a.labelMark(r.First, r.Last)
	return turn{p, claims.Span{Start: t.Span.Start, End: t.Span.Start + 1}, m, body, true}, ok
}

// bracketLabel reads a label in brackets that opens a paragraph, as interviews
// on the web have it: "((Ana Ruiz)) We began in May."
func (a *article) bracketLabel(p int, r lang.Range) (turn, bool) {
	const longest = 6
	first := r.First
	for first < r.Last && first < r.First+2 && (a.token(first).Word == "(" || a.token(first).Word == "[" || a.token(first).Word == "((") {
		first++
	}
	end := first
	for end < r.Last && end-first < longest && a.scene.IsWord(end) && a.capital(end) {
		end++
	}
	body := end
	for body < r.Last && (a.token(body).Word == ")" || a.token(body).Word == "]" || a.token(body).Word == "))") {
		body++
	}
	if first == r.First || end == first || body == end || body >= r.Last || p == 0 || notTurns[a.token(first).Lower] {
		return turn{}, false
	}
	label := claims.Span{Start: a.token(first).Span.Start, End: a.token(end - 1).Span.End}
	return turn{paragraph: p, label: label, body: body}, true
}

// countLetters counts the letters of a word and the capitals among them.
func countLetters(word string) (letters, upper int) {
	for _, c := range word {
		if unicode.IsLetter(c) {
			letters++
		}
		if unicode.IsUpper(c) {
			upper++
		}
	}
	return letters, upper
}

// labelMark finds the colon or stop after "Q" or "A".
func (a *article) labelMark(i, last int) (claims.Span, int, bool) {
	t := a.token(i)
	if strings.HasSuffix(t.Word, ".") && len(t.Word) == 2 {
		return claims.Span{Start: t.Span.Start + 1, End: t.Span.End}, i + 1, i+1 < last
	}
	if i+2 < last && len(t.Word) == 1 && (a.token(i+1).Word == ":" || a.token(i+1).Word == ".") {
		return a.token(i + 1).Span, i + 2, true
	}
	return claims.Span{}, 0, false
}

// turnEnd is the last paragraph of a turn: those without a label that follow
// it belong to it as long as another turn comes after them.
func (a *article) turnEnd(found []turn, k int) int {
	const longest = 6
	if k+1 < len(found) && found[k+1].paragraph-found[k].paragraph <= longest {
		return found[k+1].paragraph - 1
	}
	return found[k].paragraph
}

func (a *article) turnDraft(t turn, end int) *draft {
	d := &draft{head: -1, verbatim: true, rule: dialogueTurn, sure: 0.95, bounds: 1, sourced: 1, outer: -1}
	first := t.body
	for p := t.paragraph; p <= end; p++ {
		last := a.doc.Paragraphs[p].Last - 1
		if q := a.scene.Outermost(last); q >= 0 && strings.Contains("\"”''»", a.token(last).Word) && int(a.scene.Quote[q].First) < t.body {
			last-- // the marks are those of the whole transcript
		}
		d.content = append(d.content, a.withoutDirections(first, last)...)
		if p < end {
			first = a.doc.Paragraphs[p+1].First
		}
	}
	if len(d.content) == 0 {
		return nil
	}
	d.spans = parts{source: []claims.Span{t.label}}
	if !t.mark.Empty() {
		d.spans.cue = []claims.Span{t.mark}
	}
	for _, st := range d.content {
		d.spans.content = append(d.spans.content, a.span(st))
	}
	return d
}

// withoutDirections leaves out what stands in brackets as a sentence of its
// own: "[Bell rings.]", "(Laughter.)".
func (a *article) withoutDirections(first, last int) []attribution.Stretch {
	var out []attribution.Stretch
	from := first
	flush := func(to int) {
		if to >= from {
			out = append(out, attribution.Stretch{First: from, Last: to})
		}
	}
	for i := first; i <= last; i++ {
		w := a.token(i).Word
		if w != "(" && w != "[" || i > first && !a.endsSentence(i-1) {
			continue
		}
		end := i
		for end <= last && a.token(end).Word != ")" && a.token(end).Word != "]" {
			end++
		}
		if end > last || end < last && a.token(end).Span.End == a.token(end+1).Span.Start {
			continue
		}
		flush(i - 1)
		from, i = end+1, end
	}
	flush(last)
	return out
}

// makeRoom takes away the statements that overlap a turn, but keeps those
// that are told inside it.
func (a *article) makeRoom(d *draft, near [][]int) {
	whole := attribution.Stretch{First: d.content[0].First, Last: d.last()}
	var beside []int
	for p := max(0, a.scene.Para[whole.First]-1); p <= a.scene.Para[whole.Last]; p++ {
		beside = append(beside, near[p]...)
	}
	for _, k := range beside {
		o := a.drafts[k]
		if o.discarded != "" || o.verbatim {
			continue
		}
		in := o.head >= whole.First && o.head <= whole.Last
		touches := o.content[0].First <= whole.Last && o.last() >= whole.First
		if touches && (!in || o.content[0].First <= whole.First || o.sure < 0.8) {
			o.drop("is part of a turn of dialogue")
		}
	}
}

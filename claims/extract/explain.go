package extract

import (
	"fmt"
	"io"
	"strings"

	"onrecord/claims"
	"onrecord/claims/extract/attribution"
	"onrecord/claims/lang"
)

// readings is how many readings of a possible cue Explain shows.
const readings = 3

// Explain prints every stage of the extraction of an article for people: the
// words with their tags, the quotations, the possible cues with their
// readings, what was taken away and why, and the statements. Errors of the
// writer are the caller's to notice.
func Explain(w io.Writer, in Input) {
	doc := lang.Parse(in.Text)
	a := read(in, doc)
	p := printer{w: w, a: a}
	p.sentences()
	p.quotations()
	if a.scene != nil {
		p.cues()
	}
	kept := a.settle()
	p.discarded()
	p.statements(a.found(kept))
}

// printer writes the stages; the first error is the last line it tries.
type printer struct {
	w   io.Writer
	a   *article
	err error
}

func (p *printer) line(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format+"\n", args...)
	}
}

// sentences prints each word as word/tag with its relation to its head.
func (p *printer) sentences() {
	d := p.a.doc
	p.line("WORDS: %d in %d sentences and %d paragraphs", len(d.Tokens), len(d.Sentences), len(d.Paragraphs))
	for k, r := range d.Sentences {
		var b strings.Builder
		for i := r.First; i < r.Last; i++ {
			t := &d.Tokens[i]
			head := "-"
			if t.Head >= 0 {
				head = d.Tokens[t.Head].Word
			}
			fmt.Fprintf(&b, " %s/%s(%s of %s)", t.Word, t.Tag, t.Rel, head)
		}
		p.line("%4d%s", k+1, b.String())
	}
}

func (p *printer) quotations() {
	d := p.a.doc
	p.line("\nQUOTATION MARKS: %d", len(d.Quotations))
	for k := range d.Quotations {
		q := &d.Quotations[k]
		closed := ""
		if !q.Closed {
			closed = ", never closed"
		}
		p.line("%4d%s  %s", k+1, closed, short(claims.Quote(d.Text, q.Parts)))
	}
}

// cues prints the words that were looked at as possible cues.
func (p *printer) cues() {
	p.line("\nPOSSIBLE CUES, with the readings that were weighed")
	for _, t := range attribution.Default().Trace(p.a.scene, readings) {
		verdict := "no statement"
		if t.Kept {
			verdict = fmt.Sprintf("statement, confidence %.2f", t.Found.Sure)
		}
		p.line("  %s  (by itself %.2f): %s", p.a.token(t.Head).Word, t.Prior, verdict)
		for _, c := range t.Choices {
			words := "no cue"
			if len(c.Content) > 0 {
				words = short(claims.Quote(p.a.in.Text, p.a.spansOf(c.Content)))
			}
			p.line("      %.2f  %s", c.Probability, words)
		}
	}
}

func (a *article) spansOf(sts []attribution.Stretch) []claims.Span {
	out := make([]claims.Span, len(sts))
	for i, st := range sts {
		out[i] = a.span(st)
	}
	return out
}

func (p *printer) discarded() {
	p.line("\nTAKEN AWAY")
	for _, d := range p.a.drafts {
		if d.discarded != "" {
			p.line("  %s: %s", d.discarded, short(claims.Quote(p.a.in.Text, p.a.spansOf(d.content))))
		}
	}
}

func (p *printer) statements(found []Found) {
	p.line("\nSTATEMENTS: %d", len(found))
	for k := range found {
		f := &found[k]
		name := f.Who.Name
		if name == "" {
			name = "nobody is named"
		}
		p.line("%4d  %s, %s, %s\n      %s", k+1, name, f.Kind, f.Class, short(f.Text))
		p.line("      cue “%s”, source “%s”", f.CueText, f.Mention)
		p.line("      because: %s, confidence %.2f; %s", f.Why.Rule, f.Why.Confidence, strings.Join(f.Why.Evidence, "; "))
		if f.Outer >= 0 {
			p.line("      told in statement %d", f.Outer+1)
		}
		if f.Why.Doubt != "" {
			p.line("      doubt: %s", f.Why.Doubt)
		}
	}
}

// short cuts words to what fits on a line.
func short(s string) string {
	const most = 160
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

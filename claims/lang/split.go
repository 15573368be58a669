package lang

import "onrecord/claims"

// Split finds the words, sentences, paragraphs and quotations of a text. Tags,
// lemmas and dependencies stay empty; every Head is -1. It takes time linear
// in the length of the text, whatever the text holds.
func Split(text string) *Document {
	d := &Document{Text: text}
	w := newWords(text, &d.Tokens)
	for _, p := range paragraphs(text) {
		first := len(d.Tokens)
		w.scan(p)
		if len(d.Tokens) > first {
			d.Paragraphs = append(d.Paragraphs, Range{first, len(d.Tokens)})
		}
	}
	lowerWords(d)
	roles := pairQuotations(d)
	splitSentences(d, roles)
	return d
}

// Span covers the tokens of the range, which must not be empty.
func (d *Document) Span(r Range) claims.Span {
	return claims.Span{Start: d.Tokens[r.First].Span.Start, End: d.Tokens[r.Last-1].Span.End}
}

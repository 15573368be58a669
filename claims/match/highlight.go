package match

import (
	"context"
	"strings"
	"unicode/utf8"

	"onrecord/claims"
	"onrecord/claims/match/segment"
	"onrecord/claims/match/words"
)

// Highlight marks in a text the letters that answer the query, in the order
// of the text: the alignment that a search would find in it, computed in the
// same way. Filters and words in "-word" mark nothing.
func Highlight(q Query, text string) []claims.Span {
	if len(q.Words) == 0 || text == "" {
		return nil
	}
	b := segment.NewBuilder()
	b.Add(&segment.Doc{Parts: []segment.Part{{Field: segment.Body, Text: text}}})
	seg, err := b.Build(segment.Info{})
	if err != nil {
		return nil
	}
	s := searchers.Get().(*searcher)
	defer searchers.Put(s)
	plain := Query{Typed: q.Typed, Words: q.Words}
	s.begin(context.Background(), newView(0, false, newPart(seg, nil)), &plain, 1)
	best, err := s.answer()
	if err != nil || len(best) == 0 {
		return nil
	}
	tokens := words.Split(text)
	if best[0].pasted {
		return s.runLetters(best[0], text, tokens)
	}
	s.use(best[0].read, best[0].read+1)
	s.mark(0)
	defer s.unmark()
	s.collect(s.view.segs[0], 0)
	_, end := s.readings[best[0].read].align(s.matches)
	var out []claims.Span
	for _, m := range s.trace(end) {
		t := tokens[m.at]
		out = append(out, letters(text, claims.Span{Start: t.Start, End: t.End}, s.terms[m.term].text, m.how)...)
	}
	return out
}

// letters marks in a word those letters that were typed: all of it where it
// is another form or has slips, and only what was typed where it is longer.
func letters(text string, word claims.Span, typed string, how How) []claims.Span {
	folded, from := foldWord(word.In(text))
	whole := []claims.Span{word}
	part := func(at, n int) []claims.Span {
		last := word.Start + from[at+n-1]
		_, size := utf8.DecodeRuneInString(text[last:])
		return []claims.Span{{Start: word.Start + from[at], End: last + size}}
	}
	switch how {
	case Beginning:
		if strings.HasPrefix(folded, typed) {
			return part(0, len(typed))
		}
	case Ending, Inside:
		if at := strings.LastIndex(folded, typed); at >= 0 {
			return part(at, len(typed))
		}
	case Short:
		var out []claims.Span
		at := 0
		for i := range len(typed) {
			k := strings.IndexByte(folded[at:], typed[i])
			if k < 0 {
				return whole
			}
			out = join(out, part(at+k, 1)[0])
			at += k + 1
		}
		return out
	}
	return whole
}

// join adds a span to those before it, as part of the last where they touch.
func join(out []claims.Span, s claims.Span) []claims.Span {
	if n := len(out); n > 0 && out[n-1].End >= s.Start {
		out[n-1].End = max(s.End, out[n-1].End)
		return out
	}
	return append(out, s)
}

// foldWord folds a word and tells for each byte of the result where the
// character that it comes from begins in the word.
func foldWord(word string) (folded string, from []int) {
	var b strings.Builder
	for i := 0; i < len(word); {
		_, size := utf8.DecodeRuneInString(word[i:])
		f := words.Fold(word[i : i+size])
		if f == "" && word[i] == '\'' || strings.HasPrefix(word[i:], "’") {
			f = "'"
		}
		for range len(f) {
			from = append(from, i)
		}
		b.WriteString(f)
		i += size
	}
	return b.String(), from
}

package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// splitter finds the sentences of a document.
type splitter struct {
	doc   *Document
	roles []role
}

// splitSentences fills Sentences of the document and Sent of its tokens. A
// sentence ends at a full stop, question or exclamation mark and takes the
// closing marks after it, unless
//   - the stop belongs to an abbreviation or an initial and no new sentence
//     plainly begins,
//   - the text goes on in lower case (“Why?” she asked),
//   - the words of a speaker follow a quotation (“Why?” Ana Ruiz asked.),
//   - it stands in a short quotation inside a sentence (the “Now. Not later.”
//     campaign).
//
// Inside longer quotations sentences end as everywhere else. A dateline at the
// head of a paragraph is a sentence of its own.
func splitSentences(d *Document, roles []role) {
	s := &splitter{doc: d, roles: roles}
	for _, p := range d.Paragraphs {
		start := s.datelineEnd(p)
		if start > p.First {
			s.add(p.First, start)
		}
		for i := start; i < p.Last; i++ {
			if !s.mayEnd(i) {
				continue
			}
			next := s.afterClosing(i+1, p.Last)
			if next < p.Last && s.ends(start, i, next, p.Last) {
				s.add(start, next)
				start = next
			}
			i = next - 1
		}
		s.add(start, p.Last)
	}
}

func (s *splitter) add(first, last int) {
	for i := first; i < last; i++ {
		s.doc.Tokens[i].Sent = len(s.doc.Sentences)
	}
	s.doc.Sentences = append(s.doc.Sentences, Range{first, last})
}

// mayEnd reports whether a sentence could end with the token, before closing
// marks.
func (s *splitter) mayEnd(i int) bool {
	word := s.doc.Tokens[i].Word
	if c := word[len(word)-1]; isAlnum(c) || c == ',' {
		return false // nearly every token
	}
	r, size := utf8.DecodeLastRuneInString(word)
	if r == '.' && size < len(word) && !isStop(word) {
		return true
	}
	return isStop(word)
}

// isStop reports whether the token is nothing but stops, question and
// exclamation marks.
func isStop(word string) bool {
	return word != "" && strings.Trim(word, ".!?…") == ""
}

// afterClosing skips the marks that belong to what ended before i.
func (s *splitter) afterClosing(i, end int) int {
	for i < end {
		word := s.doc.Tokens[i].Word
		if s.roles[i] != closes && !isStop(word) && word != ")" && word != "]" {
			break
		}
		i++
	}
	return i
}

// ends reports whether the sentence that began at start ends with the stop at
// i, where the text goes on at next.
func (s *splitter) ends(start, i, next, end int) bool {
	first := s.firstWord(next, end)
	if first < 0 || s.embedded(i, first) || s.marker(start, i) {
		return false
	}
	word := s.doc.Tokens[first].Word
	if !beginsSentence(word) {
		return false
	}
	stop := s.doc.Tokens[i].Word
	if !isStop(stop) {
		return s.endsAtAbbreviation(stop, first)
	}
	return s.roles[next-1] != closes || !s.cueFollows(next, end)
}

// firstWord is the first token from i on that is no opening mark, -1 where
// only marks follow.
func (s *splitter) firstWord(i, end int) int {
	for ; i < end; i++ {
		r, _ := utf8.DecodeRuneInString(s.doc.Tokens[i].Word)
		if s.roles[i] != opens && !strings.ContainsRune("([{—–-*•", r) {
			return i
		}
	}
	return -1
}

// beginsSentence reports whether a sentence can begin with the word: it does
// not begin in lower case (but "iPhone" may).
func beginsSentence(word string) bool {
	r, size := utf8.DecodeRuneInString(word)
	if unicode.IsLower(r) {
		second, _ := utf8.DecodeRuneInString(word[size:])
		return unicode.IsUpper(second)
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r) || strings.ContainsRune("$€£@#'’[", r)
}

// endsAtAbbreviation reports whether a sentence ends at a word with its own
// stop, where the word with index first follows.
func (s *splitter) endsAtAbbreviation(stop string, first int) bool {
	if kind, ok := abbreviation(strings.TrimSuffix(stop, ".")); ok && kind != mayEnd {
		return false
	}
	return starters[s.doc.Tokens[first].Lower]
}

// marker reports whether the stop at i belongs to the number of a list item at
// the start of the sentence.
func (s *splitter) marker(start, i int) bool {
	return i == start || i == start+1 && len(s.doc.Tokens[start].Word) <= 2 && s.doc.Tokens[i].Word == "." &&
		strings.Trim(s.doc.Tokens[start].Word, "0123456789") == ""
}

// embedded reports whether both tokens stand in one short quotation that is a
// part of a sentence.
func (s *splitter) embedded(i, next int) bool {
	const longest = 8 // tokens of such a quotation, marks included
	q := s.doc.Tokens[i].Quote
	if q < 0 || s.doc.Tokens[next].Quote != q {
		return false
	}
	first, last := i, next
	for first > 0 && s.doc.Tokens[first-1].Quote == q && last-first <= longest {
		first--
	}
	for last+1 < len(s.doc.Tokens) && s.doc.Tokens[last+1].Quote == q && last-first <= longest {
		last++
	}
	if last-first >= longest || first == 0 || last+1 >= len(s.doc.Tokens) {
		return false
	}
	before, after := s.doc.Tokens[first-1].Word, s.doc.Tokens[last+1].Word
	r, _ := utf8.DecodeRuneInString(after)
	return !isStop(before) && !strings.ContainsAny(before, ",:") && unicode.IsLower(r)
}

// cueFollows reports whether the words from i on say who spoke the quotation
// that ends before i: a name, a verb of speech, and little more.
func (s *splitter) cueFollows(i, end int) bool {
	const longestName, longestRest = 6, 6
	at := i
	for at < end && at-i < longestName && isCapitalised(s.doc.Tokens[at].Word) {
		at++
	}
	if at == i || at >= end || starters[s.doc.Tokens[i].Lower] || !speechVerbs[s.doc.Tokens[at].Lower] {
		return false
	}
	for rest := at + 1; rest < end && rest-at <= longestRest; rest++ {
		switch word := s.doc.Tokens[rest].Lower; {
		case isStop(word) || strings.ContainsAny(word, ",:;") || s.roles[rest] == opens:
			return true
		case word == "that" || word == "he" || word == "she" || word == "it" || word == "they":
			return false
		}
	}
	return at+1 == end
}

// speechVerbs are the commonest verbs between a speaker and what was said.
var speechVerbs = set("said says asked asks added adds told tells wrote writes replied replies shouted shouts cried cries",
	"tweeted tweets posted demanded demands answered answers continued wondered exclaimed joked quipped insisted warned",
	"whispered yelled responded remarked recalled called began went countered retorted screamed laughed snapped")

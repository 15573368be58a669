package speakers

import (
	"strings"

	"onrecord/claims/lang"
)

// describePhrase words a phrase without a name, with the "of" or "for" that
// follows it, in lower case where only the start of the sentence made a
// capital.
func (a *article) describePhrase(r lang.Range, head int) string {
	end := head + 1
	if w := a.word(end); (w == "of" || w == "for" || w == "at" || w == "from") && a.sameSentence(head, end) {
		if e := a.phraseEnd(end); e > end+1 {
			end = a.andBody(e)
		}
	}
	words := a.lowerFirst(lang.Range{First: r.First, Last: end})
	if a.startsPhrase(r.First) && lasting[a.word(head)] {
		if n := &a.names[a.at[r.First]]; a.fullOwner(n) != "" {
			return a.fullOwner(n) + strings.TrimPrefix(words, n.text)
		}
	}
	return words
}

// andBody goes on over a second body or place that an "and" adds to the one that
// ends at i: "researchers from Varn University and the Delmar Academy", "ministers
// of Peru and Chile".
func (a *article) andBody(i int) int {
	if a.word(i) != "and" || a.at[i-1] < 0 {
		return i
	}
	k := a.names[a.at[i-1]].kind
	if k != organization && k != location {
		return i
	}
	next := i + 1
	if a.word(next) == "the" {
		next++
	}
	if next < len(a.toks) && a.at[next] >= 0 && a.names[a.at[next]].kind == k {
		return a.names[a.at[next]].toks.Last
	}
	return i
}

// undetermined leaves the article of a description out.
func undetermined(s string) string {
	if first, rest, ok := strings.Cut(s, " "); ok && (first == "the" || first == "a" || first == "an" || first == "The") {
		return rest
	}
	return s
}

// lowerFirst writes the tokens with a small first letter unless a name begins
// there.
func (a *article) lowerFirst(r lang.Range) string {
	s := strings.TrimRight(a.text(a.closed(r)), "'’ ")
	if one, ok := singular(a.word(r.First)); ok && a.lex.of(one)&people != 0 {
		return s
	}
	if r.Len() == 1 && a.cls[r.First] == 0 && a.toks[r.First].Tag == "NN" {
		return s // a surname that opens a sentence
	}
	if r.Len() == 0 || a.at[r.First] >= 0 || !a.initial(r.First) || acronym(a.toks[r.First].Word) {
		return s
	}
	c, t := a.cls[r.First], &a.toks[r.First]
	if c&grammar == 0 && (c&(people|placeOpen|place) != 0 || a.proper[t.Lower] || strings.HasPrefix(t.Tag, "NNP") && c&(roleNoun|groupNoun|orgNoun|document|modifier) == 0) {
		return s
	}
	return lowerInitial(s)
}

// closed takes in the mark that closes a quotation which opens in the range.
func (a *article) closed(r lang.Range) lang.Range {
	if r.Len() < 2 || !quoteMark(a.at1(r.Last)) || a.toks[r.Last-1].Quote < 0 || a.toks[r.Last-1].Quote == a.toks[r.First].Quote {
		return r
	}
	r.Last++
	return r
}

func lowerInitial(s string) string {
	for i, c := range s {
		if i > 0 {
			return strings.ToLower(s[:i]) + s[i:]
		}
		if c < 'A' {
			return s
		}
	}
	return strings.ToLower(s)
}

// oneLine puts single spaces for all white space.
func oneLine(s string) string {
	if !strings.ContainsAny(s, "\n\t\r") && !strings.Contains(s, "  ") {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// empty reports whether the words of a phrase name nobody: "so I", "the".
func (a *article) empty(r lang.Range) bool {
	const most = 2
	if r.Len() > most {
		return false
	}
	for i := r.First; i < r.Last; i++ {
		if w := a.toks[i].Lower; a.at[i] >= 0 || isWord(w) && !emptyWords[w] {
			return false
		}
	}
	return true
}

// emptyWords can neither be nor tell who speaks.
var emptyWords = wordSet("the a an so as from of by to for in on at with and but or that which than if")

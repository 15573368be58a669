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
	return a.lowerFirst(lang.Range{First: r.First, Last: end})
}

// andBody goes on over a second body that an "and" adds to the one that ends at
// i: "researchers from Varn University and the Delmar Academy".
func (a *article) andBody(i int) int {
	if a.word(i) != "and" || a.at[i-1] < 0 || a.names[a.at[i-1]].kind != organization {
		return i
	}
	next := i + 1
	if a.word(next) == "the" {
		next++
	}
	if next < len(a.toks) && a.at[next] >= 0 && a.names[a.at[next]].kind == organization {
		return a.names[a.at[next]].toks.Last
	}
	return i
}

// lowerFirst writes the tokens with a small first letter unless a name begins
// there.
func (a *article) lowerFirst(r lang.Range) string {
	s := strings.TrimRight(a.text(r), "'’ ")
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

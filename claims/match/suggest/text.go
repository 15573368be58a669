package suggest

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"onrecord/claims"
	"onrecord/claims/figures"
	"onrecord/claims/lang"
	"onrecord/claims/match/words"
)

// Text is a text as it is compared: sentences of words, and figures.
type Text struct {
	raw       string
	sentences []sentence
	spans     []claims.Span // of the sentences
	figures   []figures.Figure
	meanings  map[string]bool  // of all words that count
	where     map[string][]int // the sentences that have a meaning, in order
	parsed    parses
	groups    func() wordGroups // of the words that are no names
}

type sentence []word

// word is one word of a sentence.
type word struct {
	folded  string
	stem    string // of the dictionary form
	meaning string // the stem, one for all words that mean the same
	span    claims.Span
	empty   bool // says nothing of the subject: grammar, time, a number
	name    bool // written like a name
	breaks  bool // a comma or another mark stands before it: a clause may begin
}

// Read takes a text apart.
func Read(raw string) *Text {
	t := &Text{raw: raw, meanings: map[string]bool{}}
	doc := lang.Split(raw)
	tokens := words.Split(raw)
	for _, r := range doc.Sentences {
		span := doc.Span(r)
		for _, f := range figures.Parse(t.in(span)) {
			f.Span.Start, f.Span.End = f.Span.Start+span.Start, f.Span.End+span.Start
			t.figures = append(t.figures, f)
		}
		var s sentence
		for len(tokens) > 0 && tokens[0].Start < span.End {
			s = append(s, t.word(tokens[0], s))
			tokens = tokens[1:]
		}
		if len(s) > 0 {
			t.joinPhrases(s)
			t.sentences, t.spans = append(t.sentences, s), append(t.spans, span)
		}
	}
	t.where = make(map[string][]int, len(t.meanings))
	for i, s := range t.sentences {
		for k := range s {
			if in := t.where[s[k].meaning]; !s[k].empty && (len(in) == 0 || in[len(in)-1] != i) {
				t.where[s[k].meaning] = append(in, i)
			}
		}
	}
	t.groups = sync.OnceValue(t.gather)
	return t
}

// word makes a word of a token that follows the words of its sentence.
func (t *Text) word(tok words.Token, before sentence) word {
	w := word{folded: tok.Text, stem: stem(strings.TrimSuffix(tok.Text, "'s")), span: claims.Span{Start: tok.Start, End: tok.End}}
	w.meaning = w.stem
	if m, ok := sameMeaning[strings.TrimSuffix(tok.Text, "'s")]; ok {
		w.meaning = m
	}
	base, _, _ := strings.Cut(w.folded, "'") // "we're" says as little as "we"
	w.empty = grammar[base] || grammar[w.folded] || timeWords[w.folded] || !hasLetter(w.folded) || numberWords[w.folded]
	first, _ := utf8.DecodeRuneInString(t.raw[tok.Start:])
	w.name = unicode.IsUpper(first) && !w.empty
	if n := len(before); n > 0 {
		gap := t.raw[before[n-1].span.End:tok.Start]
		w.breaks = strings.ContainsAny(gap, ",;:—–“”\"()") // a hyphen ties words together
		if n == 1 && before[0].name && !w.name {
			before[0].name = false // a capital that only begins the sentence
		}
	} else {
		w.breaks = true
	}
	if !w.empty {
		t.meanings[w.meaning] = true
	}
	return w
}

// joinPhrases gives a verb with its particle one meaning: "stepped down" is
// "resigned", and nothing about steps.
func (t *Text) joinPhrases(s sentence) {
	for i := 0; i+1 < len(s); i++ {
		m, ok := phrases[s[i].stem+" "+s[i+1].folded]
		if !ok || s[i+1].breaks {
			continue
		}
		s[i].meaning, s[i].empty, s[i+1].empty = m, false, true
		t.meanings[m] = true
	}
}

func hasLetter(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }

// meaning gives the stem of a folded word, or the first word of its row in the
// table of words that mean the same.
func meaning(folded string) string {
	folded = strings.TrimSuffix(folded, "'s")
	if m, ok := sameMeaning[folded]; ok {
		return m
	}
	return stem(folded)
}

// stem is the stem of the dictionary form.
func stem(folded string) string {
	all := words.Stems(folded, "en")
	return all[len(all)-1]
}

// in gives the words of a span as they are written.
func (t *Text) in(s claims.Span) string { return t.raw[s.Start:s.End] }

// figuresIn lists the figures inside a span.
func (t *Text) figuresIn(s claims.Span) []figures.Figure {
	var out []figures.Figure
	for _, f := range t.figures {
		if s.Contains(f.Span) {
			out = append(out, f)
		}
	}
	return out
}

// Sentences gives the spans of the sentences of a text.
func Sentences(text string) []claims.Span {
	doc := lang.Split(text)
	out := make([]claims.Span, len(doc.Sentences))
	for i, r := range doc.Sentences {
		out[i] = doc.Span(r)
	}
	return out
}

// Says reports whether a text has a sentence of the same words as the given
// one, but for one in four: what is left of it where a slip was mended.
func Says(text, sentence string) bool {
	const same = 0.75
	want := wordsOf(sentence)
	for _, span := range Sentences(text) {
		have, both := wordsOf(span.In(text)), 0
		for w := range want {
			if have[w] {
				both++
			}
		}
		if all := len(have) + len(want) - both; all > 0 && float64(both) >= same*float64(all) {
			return true
		}
	}
	return false
}

func wordsOf(s string) map[string]bool {
	out := map[string]bool{}
	words.Each(s, func(word []byte, _, _ int) { out[string(word)] = true })
	return out
}

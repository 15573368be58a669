package speakers

import (
	"sort"
	"strings"

	"onrecord/claims"
	"onrecord/claims/extract/attribution"
	"onrecord/claims/lang"
)

// article is the working state for one document: what was gathered from it and
// who has spoken so far.
type article struct {
	doc   *lang.Document
	toks  []lang.Token
	in    Input
	lex   *lexicon
	cls   []class // of each token
	shout []bool  // of each sentence: a headline in title case or capitals, where capitals tell nothing
	para  []int32 // of each sentence: its paragraph

	proper   map[string]bool // words with a capital inside sentences
	mayNames map[string]bool // words of the calendar that are surnames here: "Theresa May"
	full     map[string]bool // "ana ruiz": first name and surname that stand together as a name
	surnames map[string]bool // the second words of full
	alone    map[string]bool // words that stand alone as a name somewhere
	whole    map[string]bool // runs of capitals as they stand, in lower case
	names    []name          // in text order
	at       []int32         // of each token: index of the name that covers it, -1
	owner    []int32         // of each token: index of the name whose title or role it is part of, -1

	ents        []entity
	byWord      map[string][]int32   // word of a name, folded -> entities, oldest first
	byRole      map[string][]int32   // head noun of a role -> entities, in the order of the text
	byAcro      map[string]int32     // acronym -> entity
	byLettersOf map[string]int32     // first letters of a body's words -> entity; made when first asked for
	titled      map[string]class     // surname -> titles of men or women that stand before it
	called      map[string][]mention // noun for a body -> where it stood for somebody named, in text order
	couples     [][2]int32           // "David and Louise Turpin"
	mentions    []mention            // in text order
	known       map[string][]int     // word of a known speaker's name -> Input.Known

	attrs     []Attribution
	spoken    []utterance      // attributions resolved so far, in text order
	byLetters map[string]int32 // initials of people, for transcripts; made when first asked for
	land      *string          // the country that the article is about, "" for none; found when first asked for
	first     int32            // index of the first name of a person, counted from 1, -1 for none; 0 until asked for
	opened    int              // token behind the first turn of an interview, 0 before it
	asking    int32            // who asks in it, -1 for nobody known
	below     map[int32]int    // paragraph of the lead -> the first attribution with a source below it; made when first asked for
	quoted    map[int]int      // quotation -> index into spoken
	turns     []spokenTurn     // in text order

	inSentences map[string]int // stem -> sentences that it stands in; made when first asked for
}

// newArticle reads the words once and gathers every name in them.
func newArticle(doc *lang.Document, in Input) *article {
	a := &article{doc: doc, toks: doc.Tokens, in: in, lex: lexiconOnce()}
	a.classify()
	a.indexKnown()
	a.scanNames()
	a.cluster()
	a.gatherNominals()
	return a
}

// classify looks every word up and finds the sentences whose capitals tell
// nothing.
func (a *article) classify() {
	a.cls = make([]class, len(a.toks))
	for i := range a.toks {
		lower := a.toks[i].Lower
		if lower == "" {
			continue
		}
		if c := a.lex.of(fold(lower)); c != 0 {
			a.cls[i] = c
		} else {
			a.cls[i] = a.lex.of(trimStop(lower))
		}
		if a.cls[i]&grammar != 0 && acronym(a.toks[i].Word) {
			a.cls[i] = 0 // WHO is not who, unless the whole line shouts
		}
		if a.cls[i]&(roleNoun|orgNoun|document|groupNoun|grammar) == 0 {
			a.cls[i] |= a.lex.noun(lower) & (groupNoun | orgNoun | document)
		}
		if a.cls[i] == 0 {
			a.cls[i] = a.personNoun(i)
		}
	}
	a.shout = make([]bool, len(a.doc.Sentences))
	a.para = make([]int32, len(a.doc.Sentences))
	for s, r := range a.doc.Sentences {
		a.shout[s] = a.shouts(r)
	}
	for p, r := range a.doc.Paragraphs {
		for i := r.First; i < r.Last && i < len(a.toks); i++ {
			a.para[a.toks[i].Sent] = int32(p)
		}
	}
}

// personNoun tells a noun for a person that is in no list by the dictionary,
// which also has the surnames of the famous.
func (a *article) personNoun(i int) class {
	const person = 18
	t := &a.toks[i]
	if !strings.HasPrefix(t.Tag, "NN") || capital(t.Word) {
		return 0
	}
	if s := attribution.SenseOf(t.Lemma, false); s.First != person || s.Second != 0 {
		return 0
	}
	switch {
	case strings.HasSuffix(t.Lemma, "woman"):
		return personWord | roleF
	case strings.HasSuffix(t.Lemma, "man"):
		return personWord | roleM
	}
	return personWord
}

// trimStop takes the full stop off an abbreviation: "sen." is "sen".
func trimStop(lower string) string {
	if n := len(lower); n > 2 && lower[n-1] == '.' {
		return lower[:n-1]
	}
	return lower
}

// shouts reports whether a sentence writes nearly all its longer words with a
// capital, as headlines do.
func (a *article) shouts(r lang.Range) bool {
	const fewest, most, longer = 5, 30, 4
	if r.Len() < fewest || r.Len() > most || a.toks[r.Last-1].Word == "." && !a.ownParagraph(r) {
		return false
	}
	words, capitals := 0, 0
	for i := r.First; i < r.Last; i++ {
		if w := a.toks[i].Word; len(w) >= longer && isWord(w) && a.cls[i]&grammar == 0 {
			words++
			if capital(w) {
				capitals++
			}
		}
	}
	return words >= fewest-1 && capitals*10 >= words*9
}

// ownParagraph reports whether the sentence is a whole paragraph of several: a headline,
// even with a full stop.
func (a *article) ownParagraph(r lang.Range) bool {
	if len(a.doc.Paragraphs) < 2 {
		return false
	}
	p := sort.Search(len(a.doc.Paragraphs), func(i int) bool { return a.doc.Paragraphs[i].Last > r.First })
	return p < len(a.doc.Paragraphs) && a.doc.Paragraphs[p] == r
}

// isWord reports whether a token holds a letter.
func isWord(w string) bool {
	for _, r := range w {
		if r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r >= 0xc0 {
			return true
		}
	}
	return false
}

// gap is the text between two tokens that follow each other.
func (a *article) gap(i int) string {
	if i <= 0 || i >= len(a.toks) {
		return "\n"
	}
	if s := a.doc.Text[a.toks[i-1].Span.End:a.toks[i].Span.Start]; s != "\u00a0" {
		return s
	}
	return " "
}

// glued reports whether nothing stands between token i-1 and token i.
func (a *article) glued(i int) bool {
	return i > 0 && i < len(a.toks) && a.toks[i-1].Span.End == a.toks[i].Span.Start
}

// word is the token's text in lower case, "" outside the document.
func (a *article) word(i int) string {
	if i < 0 || i >= len(a.toks) {
		return ""
	}
	return a.toks[i].Lower
}

// tag is the token's part of speech, "" outside the document.
func (a *article) tag(i int) string {
	if i < 0 || i >= len(a.toks) {
		return ""
	}
	return a.toks[i].Tag
}

// is reports whether token i has one of the classes.
func (a *article) is(i int, c class) bool {
	return i >= 0 && i < len(a.toks) && a.cls[i]&c != 0
}

// text gives the words of a range of tokens as written, on one line.
func (a *article) text(r lang.Range) string {
	if r.Len() <= 0 {
		return ""
	}
	return oneLine(a.doc.Text[a.toks[r.First].Span.Start:a.toks[r.Last-1].Span.End])
}

// sameSentence reports whether two tokens stand in one sentence.
func (a *article) sameSentence(i, j int) bool {
	return i >= 0 && j >= 0 && i < len(a.toks) && j < len(a.toks) && a.toks[i].Sent == a.toks[j].Sent
}

// tokensOf finds the tokens that a span touches, in time logarithmic in their
// number.
func (a *article) tokensOf(s claims.Span) lang.Range {
	return lang.Range{First: a.firstToken(s.Start, true), Last: a.firstToken(s.End, false)}
}

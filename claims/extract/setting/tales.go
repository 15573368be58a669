package setting

import (
	"slices"
	"strings"

	"onrecord/claims"
	"onrecord/claims/fold"
	"onrecord/claims/lang"
	"onrecord/claims/when"
)

// tale is a sentence in which the report itself tells what happened on a
// recent day: "On Monday the harbour board voted to close the pier."
type tale struct {
	said
	sent lang.Range
}

// tales are the dated sentences of a report in their order.
type tales struct {
	doc  *lang.Document
	told []int32
	all  []tale
	open int // index in all of the one that opens the story, -1
}

// readTales finds the sentences that tell on which recent day something
// happened. What the report quotes is not told by it.
func readTales(doc *lang.Document, published claims.Date, told []int32) tales {
	t := tales{doc: doc, told: told, open: -1}
	if !published.IsFull() {
		return t
	}
	// The first paragraphs open the story, and the day of its news stands in one
	// of them. A title or "FULL TEXT." is none: it has no day and few words.
	const lead, far, shortest = 3, 6, 12
	body, seen, last := -1, 0, -1 // the first of them, how many there have been, the last one
	for _, sent := range doc.Sentences {
		if !t.tells(sent) {
			continue
		}
		para := doc.ParagraphOf(sent.First)
		s, ok := t.read(sent, published, t.own)
		if para != last && doc.Tokens[sent.Last-1].Lower == "." && (ok || sent.Len() >= shortest) {
			last = para
			if seen++; body < 0 {
				body = para
			}
		}
		if !ok && t.open < 0 && para == body { // "Organisers say a million people marched on Saturday."
			s, ok = t.read(sent, published, t.unquoted)
		}
		if ok {
			s.para, s.at = para, sent.First
			if t.open < 0 && body >= 0 && seen <= lead && para-body < far {
				t.open = len(t.all)
			}
			t.all = append(t.all, s)
		}
	}
	return t
}

// own reports whether token i is the report's own telling.
func (t *tales) own(i int) bool { return t.told[i] < 0 && t.doc.Tokens[i].Quote < 0 }

// unquoted reports whether token i is told by the report or in its words.
func (t *tales) unquoted(i int) bool { return t.doc.Tokens[i].Quote < 0 }

// tells reports whether the report itself has a finite verb in the sentence.
func (t *tales) tells(sent lang.Range) bool {
	for i := sent.First; i < sent.Last; i++ {
		switch t.doc.Tokens[i].Tag {
		case "VBD", "VBZ", "VBP", "MD":
			if t.own(i) {
				return true
			}
		}
	}
	return false
}

// read gives the day of the main clause of a sentence, from the tokens that may
// give it.
func (t *tales) read(sent lang.Range, published claims.Date, may func(int) bool) (tale, bool) {
	toks := t.doc.Tokens
	if !slices.ContainsFunc(toks[sent.First:sent.Last], func(k lang.Token) bool { return when.Word(k.Lower) }) {
		return tale{}, false
	}
	var named tale // "Tuesday's vote" gives the day where the sentence has no other
	for i := sent.First; i < sent.Last; i++ {
		j := i
		for j < sent.Last && may(j) {
			j++
		}
		if j == i {
			continue
		}
		text := t.doc.Text[toks[i].Span.Start:toks[j-1].Span.End]
		for _, e := range when.Find(text, published) {
			at, last := t.doc.TokenAt(toks[i].Span.Start+e.Span.Start), t.doc.TokenAt(toks[i].Span.Start+e.Span.End-1)
			if e.Kind != when.Day || e.Deadline || e.Since || titled(toks, last) || pointsOn[toks[at].Lower] || !isNews(e.Date, published) || t.subordinate(at) && t.own(at) || t.mayLieAhead(sent, wordsOf(e, text)) {
				continue
			}
			found := tale{said{on: e.Date, words: wordsOf(e, text)}, sent}
			if last+1 >= sent.Last || toks[last+1].Tag != "POS" {
				return found, true
			}
			if named.on.IsZero() {
				named = found
			}
		}
		i = j
	}
	return named, !named.on.IsZero()
}

// mayLieAhead reports whether a weekday is one to come, by the tense of the
// sentence: "On Wednesday they are to travel", "The summit opens on Saturday." In
// titles the present tells of the past.
func (t *tales) mayLieAhead(sent lang.Range, words string) bool {
	if strings.ContainsAny(words, "0123456789") || strings.Contains(words, "day") && isBack(words) || t.doc.Tokens[sent.Last-1].Lower != "." {
		return false
	}
	ahead := false
	for i := sent.First; i < sent.Last; i++ {
		k := &t.doc.Tokens[i]
		switch {
		case !t.unquoted(i):
		case k.Tag == "VBD", (k.Tag == "VBZ" || k.Tag == "VBP") && k.Lemma == "have":
			return false
		case k.Tag == "MD", k.Tag == "VBZ", k.Tag == "VBP":
			ahead = true
		}
	}
	return ahead
}

// isBack reports whether the words name a day that is no weekday to come:
// "yesterday", "last Friday".
func isBack(words string) bool {
	words = strings.ToLower(words)
	return strings.Contains(words, "yesterday") || strings.Contains(words, "today") || strings.Contains(words, "last") || strings.Contains(words, "past")
}

// pointsOn are the prepositions of a day that something goes on to or is meant
// for.
var pointsOn = set("into to for of")

// subordinate reports whether the token belongs to a clause within the
// sentence.
func (t *tales) subordinate(i int) bool {
	const deep = 16
	for range deep {
		k := &t.doc.Tokens[i]
		if k.Head < 0 || k.Rel == "parataxis" && strings.HasPrefix(k.Tag, "V") { // the pool will close, a court was told yesterday
			return false
		}
		if clause(k.Rel) || k.Rel == "ccomp" {
			return true
		}
		i = k.Head
	}
	return true
}

// actOf gives the day on which the speaker was told to act before a token: in
// the same paragraph, with nothing on another day in between, or in the
// sentence that the story opens with, which has to give the whole name.
func (t *tales) actOf(speaker string, before int) (said, bool) {
	names := strings.Fields(speaker)
	if len(names) == 0 {
		return said{}, false
	}
	named := capital(names[len(names)-1])
	para := t.doc.ParagraphOf(before)
	for k := len(t.all) - 1; k >= 0 && t.all[k].para == para; k-- {
		if t.all[k].sent.Last > before {
			continue
		}
		if t.acts(&t.all[k], names[len(names)-1:]) && named {
			return t.all[k].by(speaker), true
		}
		break
	}
	const near = 6 // paragraphs
	if t.open >= 0 && named && len(names) > 1 && para-t.all[t.open].para <= near && t.all[t.open].sent.Last <= before && t.acts(&t.all[t.open], names) {
		return t.all[t.open].by(speaker), true
	}
	return said{}, false
}

// longBefore reports whether the report goes back to a time long before a day
// between two tokens: "She tried the same last year."
func (t *tales) longBefore(on claims.Date, first, last int) bool {
	toks := t.doc.Tokens
	if first >= last || !anyTime(toks[first:last]) {
		return false
	}
	text := t.doc.Text[toks[first].Span.Start:toks[last-1].Span.End]
	for _, e := range when.Find(text, on) {
		at := t.doc.TokenAt(toks[first].Span.Start + e.Span.Start)
		if e.Kind != when.Vague && !e.Since && e.Last.IsFull() && e.Last.Compare(on.AddDays(-recent)) < 0 && t.own(at) && !t.subordinate(at) {
			return true
		}
	}
	return false
}

func (s *tale) by(speaker string) said {
	out := s.said
	out.of = "what " + speaker + " did"
	return out
}

// acts reports whether a name stands before the first verb of the sentence,
// where its subject is, and is not just part of another phrase.
func (t *tales) acts(s *tale, names []string) bool {
	toks := t.doc.Tokens
	for i := s.sent.First; i+len(names) <= s.sent.Last; i++ {
		switch {
		case !t.own(i):
			return false
		case (toks[i].Tag == "VBD" || toks[i].Tag == "VBZ" || toks[i].Tag == "MD") && !t.subordinate(i):
			return false
		case sameName(toks[i].Word, names[0]):
			last := i
			for last-i < len(names) && last < s.sent.Last && sameName(toks[last].Word, names[last-i]) {
				last++
			}
			if last-i == len(names) && !t.governed(i, s.sent.First) && !possessed(toks, last) {
				return true
			}
		}
	}
	return false
}

// governed reports whether a preposition leads to the name at token i.
func (t *tales) governed(i, first int) bool {
	for i--; i >= first; i-- {
		switch k := &t.doc.Tokens[i]; {
		case strings.HasPrefix(k.Tag, "NN"), strings.HasPrefix(k.Tag, "JJ"), k.Tag == "DT", k.Tag == "HYPH":
		case k.Tag == "IN", k.Tag == "TO":
			return true
		default:
			return false
		}
	}
	return false
}

func possessed(toks []lang.Token, i int) bool { return i < len(toks) && toks[i].Tag == "POS" }

// sameName reports whether two words of names are the same but for accents.
func sameName(a, b string) bool {
	return a == b || len(a) != len(b) && capital(a) && capital(b) && a[0] == b[0] && fold.Key(a) == fold.Key(b)
}

package speakers

import (
	"math"

	"onrecord/claims/lang"
)

// retold resolves the descriptions with which a report opens ("A Varn official
// warned that the dam could burst") to somebody named below who says the same
// again: a headline and a lead tell what the article goes on to tell in full.
func (a *article) retold(out []Resolution) {
	const most = 12 // attributions of headline and lead
	seen, byNoun := 0, map[string]int32{}
	for k := range a.spoken {
		u := a.spoken[k]
		r, ok := a.sourceTokens(a.attrs[u.attr])
		if !ok || u.ent >= 0 && a.ents[u.ent].named || !a.opens(r.First) {
			continue
		}
		if seen++; seen > most {
			return
		}
		ans, ok := a.saidAgain(u.attr, r)
		noun := a.nounOf(r)
		if noun < 0 {
			continue
		}
		if before, had := byNoun[a.toks[noun].Lower]; had && !ok && a.mayBeNamed(r, noun) {
			ans, ok = a.saysTheSame(before, r), true // the headline's "lawmaker" is the lead's
		}
		if !ok {
			continue
		}
		byNoun[a.toks[noun].Lower] = ans.ent
		a.finish(&ans)
		a.spoken[k].ent, a.spoken[k].name = ans.ent, ans.name
		out[u.attr] = a.resolution(ans)
	}
}

// saidAgain answers with who says below what attribution self attributes to the
// description r.
func (a *article) saidAgain(self int, r lang.Range) (answer, bool) {
	head := a.nounOf(r)
	if self < 0 || head < 0 || !a.opens(r.First) || !a.mayBeNamed(r, head) {
		return nobody, false
	}
	e := a.sayingTheSame(self, r, head)
	return a.saysTheSame(e, r), e >= 0
}

func (a *article) saysTheSame(e int32, r lang.Range) answer {
	if e < 0 {
		return nobody
	}
	return answer{
		ent: e, how: a.ents[e].name + " says the same further down", sure: 0.7,
		doubt: "The article does not say in so many words who “" + a.text(r) + "” is.",
	}
}

// opens reports whether a token stands in the headline or the lead.
func (a *article) opens(tok int) bool {
	const lead = 2
	return int(a.para[a.toks[tok].Sent]) <= lead
}

// mayBeNamed reports whether a description is of one person or body that comes in
// here for the first time: "a Varn official", in a headline "Varn official".
func (a *article) mayBeNamed(r lang.Range, head int) bool {
	c := a.cls[head]
	switch w := a.word(r.First); {
	case w != "a" && w != "an" && (determiner(w) || a.number(r.First)):
		return false
	case c&(groupNoun|document) != 0 || a.toks[head].Tag == "NNS" || oneOfAKind[a.toks[head].Lower]:
		return false
	case c&(roleNoun|personWord) != 0:
		return true
	}
	return c&orgNoun != 0 && a.nameFrom(r.First, r.Last) < 0
}

// sayingTheSame is the person or body, named only behind the tokens r, whose
// words repeat those of attribution self; -1 where nobody's do, or several
// people's.
func (a *article) sayingTheSame(self int, r lang.Range, head int) int32 {
	const (
		enough  = 0.45 // share of the words that must come again, rare words counting more
		clearly = 0.15 // more than with anybody else
		far     = 40   // attributions behind it
	)
	words, total := a.weigh(self)
	best, bestAt, second, looked := int32(-1), enough, 0.0, 0
	for i := range a.spoken {
		u := a.spoken[i]
		if u.attr == self || u.tok < r.Last {
			continue
		}
		if looked++; looked > far {
			break
		}
		if u.ent < 0 || !a.ents[u.ent].named || !a.suitsNoun(&a.ents[u.ent], head) || a.ents[u.ent].before(r.First) >= 0 {
			continue
		}
		switch share := a.sharedWith(u.attr, words) / total; {
		case u.ent == best:
			bestAt = max(bestAt, share)
		case share > bestAt:
			if best >= 0 {
				second = bestAt
			}
			best, bestAt = u.ent, share
		default:
			second = max(second, share)
		}
	}
	if bestAt-second < clearly {
		return -1
	}
	return best
}

// suitsNoun reports whether somebody named can be called by the noun at head.
func (a *article) suitsNoun(e *entity, head int) bool {
	c := a.cls[head]
	if c&(roleNoun|personWord) == 0 {
		return e.kind == organization
	}
	sex := sexOfClass(c & (roleM | roleF))
	return e.kind == person && (sex == unknown || e.sex == unknown || sex == e.sex)
}

// weigh gives the words of what attribution i attributes with their weights, and
// the sum: a word that stands in few sentences of the article tells more.
func (a *article) weigh(i int) (words map[string]float64, total float64) {
	const fewest = 3 // words
	words = map[string]float64{}
	a.eachWord(i, func(w string) { words[w] = 0 })
	in := a.sentencesWith()
	for w := range words {
		words[w] = math.Log(1 + float64(len(a.doc.Sentences))/float64(in[w]))
		total += words[w]
	}
	if len(words) < fewest {
		return nil, math.Inf(1)
	}
	return words, total
}

// sharedWith sums the weights of the words that attribution i has too.
func (a *article) sharedWith(i int, words map[string]float64) float64 {
	sum, had := 0.0, map[string]bool{}
	a.eachWord(i, func(w string) {
		if !had[w] {
			had[w] = true
			sum += words[w]
		}
	})
	return sum
}

// eachWord calls f for the stems of what attribution i attributes, of its first
// words where it is long.
func (a *article) eachWord(i int, f func(string)) {
	const longest = 60
	n := 0
	for _, s := range a.attrs[i].Content {
		for r := a.tokensOf(s); r.First < r.Last && n < longest; r.First++ {
			if w := a.stemAt(r.First); w != "" {
				n++
				f(w)
			}
		}
	}
}

// stemAt is the lemma of a word that tells something, "" for any other token.
func (a *article) stemAt(i int) string {
	t := &a.toks[i]
	if a.cls[i]&grammar != 0 || !isWord(t.Word) || len(t.Lower) < 3 {
		return ""
	}
	if t.Lemma != "" {
		return fold(t.Lemma)
	}
	return fold(t.Lower)
}

// sentencesWith counts in how many sentences each word stands.
func (a *article) sentencesWith() map[string]int {
	if a.inSentences == nil {
		a.inSentences = map[string]int{}
		last := map[string]int{}
		for i := range a.toks {
			if w := a.stemAt(i); w != "" && last[w] != a.toks[i].Sent+1 {
				last[w] = a.toks[i].Sent + 1
				a.inSentences[w]++
			}
		}
	}
	return a.inSentences
}

package extract

import (
	"strings"

	"onrecord/claims/extract/attribution"
	"onrecord/claims/lang"
)

// asClauses reads "…, as Edda Marsh likes to say" and "As the mayor put it,
// …" where the models saw no cue or only a part of the content.
func (a *article) asClauses() {
	a.claim()
	for _, r := range a.doc.Sentences {
		for i := r.First; i < r.Last; i++ {
			follows := i == a.firstWord(r) || i > r.First && a.token(i-1).Word == ","
			if a.token(i).Lower != "as" || !follows {
				continue
			}
			if d := a.asClause(r, i); d != nil && a.token(i).Rel != "case" {
				a.put(d)
			}
		}
	}
}

// asClause reads the clause that "as" at token i opens: a mention, then verbs
// of which one says, then a comma or the end of the sentence.
func (a *article) asClause(r lang.Range, i int) *draft {
	const longest = 7 // words from the first verb on
	verb := a.verbOfClause(r, i+1)
	source := attribution.Stretch{First: i + 1, Last: verb - 1}
	for source.Last > source.First && (a.token(source.Last).Tag == "RB" || a.token(source.Last).Word == ",") {
		source.Last--
	}
	if verb >= r.Last || verb < i+2 || !a.finite(verb) || !a.nominal(source.First) || !a.mention(source) && !a.described(source) && !a.pronoun(i+1) {
		return nil
	}
	end := verb
	for end+1 < r.Last && a.scene.IsWord(end+1) && end-verb < longest {
		end++
	}
	if end+1 < r.Last && a.scene.IsWord(end+1) {
		return nil
	}
	head := a.sayingIn(verb, end)
	if head < 0 {
		return nil
	}
	content := a.asContent(r, i, end)
	if len(content) == 0 {
		return nil
	}
	if addressed[a.token(head).Lemma] {
		end = head // the hearer is no part of the cue
	}
	d := plainDraft(head, attribution.Stretch{First: verb, Last: end}, source, content...)
	d.rule = asClause
	return d
}

// verbOfClause is the first verb behind a mention at token i, or the mark that
// ends it.
func (a *article) verbOfClause(r lang.Range, i int) int {
	verb := i
	for verb < r.Last && !strings.HasPrefix(a.token(verb).Tag, "VB") && a.scene.IsWord(verb) {
		verb++
	}
	return verb
}

// asContent is the sentence around the clause from token i to token end.
func (a *article) asContent(r lang.Range, i, end int) []attribution.Stretch {
	var out []attribution.Stretch
	if i > a.firstWord(r) {
		out = append(out, a.saidWords(r.First, i-1))
	}
	if after := a.saidWords(a.scene.NextWord(end), r.Last-1); after.First < after.Last {
		quoted := a.scene.Outermost(after.First) >= 0
		if len(out) == 1 && quoted && a.token(out[0].Last).Tag == "CC" && a.scene.Outermost(out[0].Last) < 0 {
			out = nil // It outlived a storm and, as she puts it, “two wars”.
		}
		if len(out) == 0 || quoted || a.goesOnWithVerb(after.First) {
			out = append(out, after)
		}
	}
	if len(out) == 0 || len(out) == 1 && out[0].Last-out[0].First < 2 {
		return nil
	}
	return out
}

// sayingIn is the verb of saying that ends the words but for its hearer: "put
// it", "likes to remind his pupils"; -1 where it is a noun that looks like one
// (a keynote address), or what is said follows (said goodbye).
func (a *article) sayingIn(first, last int) int {
	for i := last; i >= first; i-- {
		t := a.token(i)
		if t.Tag[0] != 'V' {
			continue
		}
		if i < last && a.token(i+1).Lower == "it" && ways[t.Lemma] {
			return i
		}
		if !saying[t.Lemma] && !a.scene.Communicates(i) && t.Lemma != "note" && t.Lemma != "call" {
			continue
		}
		if i == last || addressed[t.Lemma] {
			return i
		}
		return -1
	}
	return -1
}

// ways are verbs that say with "it" how somebody speaks or thinks.
var ways = wordSet("put see tell have phrase understand recall")

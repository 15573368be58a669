package extract

import (
	"strings"

	"onrecord/claims/extract/attribution"
	"onrecord/claims/lang"
)

// asClauses reads "…, as Edda Marsh likes to say" and "As the mayor put it,
// …" where the models saw no cue.
func (a *article) asClauses() {
	a.claim()
	for _, r := range a.doc.Sentences {
		for i := r.First; i < r.Last; i++ {
			follows := i == r.First || a.token(i-1).Word == "," || a.scene.Outermost(i-1) >= 0 && a.scene.Outermost(i) < 0
			if a.token(i).Lower != "as" || !follows {
				continue
			}
			if d := a.asClause(r, i); d != nil {
				a.add(d)
			}
		}
	}
}

// asClause reads the clause that "as" at token i opens: a mention, then verbs
// of which the last is one of saying, then a mark.
func (a *article) asClause(r lang.Range, i int) *draft {
	verb := i + 1
	for verb < r.Last && !strings.HasPrefix(a.token(verb).Tag, "VB") && a.scene.IsWord(verb) {
		verb++
	}
	if verb >= r.Last || verb < i+2 || !a.mention(attribution.Stretch{First: i + 1, Last: verb - 1}) {
		return nil
	}
	end := verb
	for end+1 < r.Last && a.scene.IsWord(end+1) && end-verb < 5 {
		end++
	}
	if end+1 < r.Last && a.scene.IsWord(end+1) || !a.says(verb, end) {
		return nil
	}
	content := attribution.Stretch{First: r.First, Last: i - 1}
	if i == r.First {
		content = attribution.Stretch{First: a.scene.NextWord(end), Last: r.Last - 1}
	}
	for content.Last > content.First && !a.scene.IsWord(content.Last) && a.token(content.Last).Quote < 0 {
		content.Last--
	}
	if content.Last-content.First < 2 || !a.free(content.First, content.Last) {
		return nil
	}
	return &draft{
		head: verb, rule: asClause, sure: 0.8, bounds: 1, sourced: 1, outer: -1, content: []attribution.Stretch{content},
		cue: []attribution.Stretch{{First: verb, Last: end}}, source: []attribution.Stretch{{First: i + 1, Last: verb - 1}},
	}
}

// says reports whether the words hold a verb of saying, not a noun that looks
// like one (a keynote address), or "put it".
func (a *article) says(first, last int) bool {
	for i := first; i <= last; i++ {
		if lemma := a.token(i).Lemma; a.token(i).Tag[0] == 'V' && (saying[lemma] || lemma == "put" || lemma == "note" || lemma == "call") {
			return true
		}
	}
	return false
}

// unclosed reads the cue inside a quotation that nothing closes, or that runs
// on after a dash: “The pitch is a swamp, said Perry Locke.
func (a *article) unclosed() {
	a.claim()
	for q := range a.doc.Quotations {
		quote, m := &a.doc.Quotations[q], a.scene.Quote[q]
		if quote.Closed && quote.Style != lang.Dash || quote.Outer >= 0 || m.Last <= m.First || !a.free(int(m.First), int(m.Last)) {
			continue
		}
		if d := a.cueAtEnd(int(m.First)); d != nil {
			a.add(d)
		}
	}
}

// cueAtEnd reads ", said Perry Locke" or ", Perry Locke said" at the end of
// the sentence that begins at token first.
func (a *article) cueAtEnd(first int) *draft {
	word := a.scene.NextWord(first)
	if word >= len(a.doc.Tokens) {
		return nil
	}
	r := a.doc.Sentences[a.token(word).Sent]
	end := r.Last - 1
	for end > first && !a.scene.IsWord(end) {
		end--
	}
	const longest = 20 // words of the mention and the verb
	for comma := max(first+2, end-longest); comma < end; comma++ {
		if a.token(comma).Word != "," {
			continue
		}
		source := attribution.Stretch{First: comma + 2, Last: end}
		verb := comma + 1
		if !a.says(verb, verb) {
			verb = end
			source = attribution.Stretch{First: comma + 1, Last: end - 1}
		}
		if !a.says(verb, verb) || source.Last < source.First || !a.mention(source) {
			continue
		}
		return &draft{
			head: verb, rule: openQuotation, sure: 0.8, bounds: 1, sourced: 1, outer: -1, verbatim: true, source: []attribution.Stretch{source},
			content: []attribution.Stretch{{First: first, Last: comma}}, cue: []attribution.Stretch{{First: verb, Last: verb}},
		}
	}
	return nil
}

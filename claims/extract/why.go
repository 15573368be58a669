package extract

import (
	"fmt"

	"onrecord/claims"
)

// rule is what made a statement of some words.
type rule string

// The rules, in a journalist's words.
const (
	quotedSpeech      rule = "quotation with a reporting verb"
	reportedSpeech    rule = "reporting verb with its clause"
	accordingTo       rule = "according to"
	nounCue           rule = "noun that names a statement"
	colonCue          rule = "name and colon"
	floatingQuotation rule = "quotation in a paragraph of its own"
	looseQuotation    rule = "quotation beside a sentence about its speaker"
	dialogueTurn      rule = "turn of a dialogue"
	blockQuotation    rule = "list or block quotation after a colon"
	asClause          rule = "as somebody says"
	plainFrame        rule = "name and reporting verb"
	creditedQuotation rule = "quotation with a name after a dash"
	headline          rule = "headline"
	citedSource       rule = "source that a report cites"
	otherCue          rule = "words that attribute"
)

// ruleOf names the pattern of a learned attribution by its cue.
func (a *article) ruleOf(d *draft) rule {
	if d.rule != "" {
		return d.rule
	}
	t := a.token(d.head)
	switch {
	case t.Lower == "according":
		return accordingTo
	case t.Word == ":":
		return colonCue
	case t.Tag != "" && t.Tag[0] == 'N':
		return nounCue
	case t.Tag != "" && t.Tag[0] == 'V' && d.kind != claims.Indirect:
		return quotedSpeech
	case t.Tag != "" && t.Tag[0] == 'V':
		return reportedSpeech
	}
	return otherCue
}

// why says what carried the statement.
func (a *article) why(d *draft) claims.Why {
	w := claims.Why{Rule: string(a.ruleOf(d)), Confidence: confidence(d)}
	text := a.in.Text
	if len(d.spans.cue) > 0 && d.head >= 0 {
		w.Evidence = append(w.Evidence, fmt.Sprintf("“%s” attributes words here with a probability of %.0f %%", claims.Quote(text, d.spans.cue), 100*d.sure))
	}
	if len(d.spans.source) > 0 {
		w.Evidence = append(w.Evidence, fmt.Sprintf("“%s” is named as the source", claims.Quote(text, d.spans.source)))
	}
	w.Evidence = append(w.Evidence, d.notes...)
	switch {
	case d.head >= 0 && d.bounds < 0.35:
		w.Doubt = "Where the words of the source begin or end is uncertain."
	case d.head >= 0 && len(d.source) > 0 && d.sourced < 0.5:
		w.Doubt = "The words that name the source are uncertain."
	}
	return w
}

// confidence is the calibrated probability that a reader would see this
// statement here.
func confidence(d *draft) float64 {
	return d.sure
}

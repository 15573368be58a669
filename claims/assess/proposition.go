package assess

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/claims"
)

// quotationMarks are left out of a proposition.
var quotationMarks = strings.NewReplacer(`"`, "", "“", "", "”", "", "„", "", "«", "", "»", "", "[...]", "…", "[…]", "…")

// Proposition is the claim that a statement makes, as a sentence: without
// quotation marks and without the words that tie it to the reporting verb. "to
// rebuild the pier" said by Ana Ruiz becomes "Ana Ruiz will rebuild the pier."
func Proposition(in Input) string {
	s := strings.TrimSpace(quotationMarks.Replace(in.Text))
	if len(s) > 1 && strings.HasPrefix(s, "'") && strings.HasSuffix(s, "'") || strings.HasPrefix(s, "‘") && strings.HasSuffix(s, "’") {
		s = strings.Trim(s, "'‘’")
	}
	s = strings.TrimRight(strings.Join(strings.Fields(s), " "), " ,;:-–—")
	if rest, ok := cutWord(s, "that"); ok {
		s = rest
	}
	if rest, ok := cutWord(s, "to"); ok && in.Speaker != "" && commitsTo(in) {
		s = in.Speaker + " will " + rest
	}
	if s == "" {
		return ""
	}
	first, size := utf8.DecodeRuneInString(s)
	s = string(unicode.ToUpper(first)) + s[size:]
	if !strings.ContainsAny(s[len(s)-1:], ".!?") && !strings.HasSuffix(s, "…") {
		s += "."
	}
	return s
}

func commitsTo(in Input) bool {
	a := readCue(in.Cue).act
	return a == commits || a == announces
}

// cutWord takes a word off the beginning.
func cutWord(s, first string) (rest string, ok bool) {
	head, rest, ok := strings.Cut(s, " ")
	if !ok || !strings.EqualFold(head, first) {
		return s, false
	}
	return strings.TrimSpace(rest), true
}

// ResolutionTest proposes how a claim will be judged. It is fixed before the
// first verdict, so it names what has to be seen and by when.
func ResolutionTest(proposition string, r Result) string {
	what := "“" + strings.TrimRight(proposition, ".") + "”"
	switch r.Class {
	case claims.Promise:
		return fmt.Sprintf("Kept if %s has been done%s; broken if it has not or the opposite was done.", what, by(r))
	case claims.Prediction:
		return fmt.Sprintf("Came true if %s is the case%s; did not if it is not.", what, by(r))
	case claims.Statistic:
		return fmt.Sprintf("Supported if the figure in %s agrees with the published one for the same period and unit.", what)
	case claims.Fact, claims.Denial, claims.Accusation:
		return fmt.Sprintf("Supported if documents or independent witnesses show that %s; contradicted if they show otherwise.", what)
	}
	return ""
}

func by(r Result) string {
	switch {
	case r.Due.Year != 0 && r.DueWords != "":
		return fmt.Sprintf(" by %s (%s)", r.Due, r.DueWords)
	case r.DueWords != "": // a day of no known year says no more than its words
		return fmt.Sprintf(" %s", r.DueWords)
	case !r.Due.IsZero():
		return fmt.Sprintf(" by %s", r.Due)
	}
	return ""
}

// actor names who has to act: the speaker where the words speak of their own
// side, else the subject of the clause as it stands there.
func actor(in Input, ws []word, class claims.Class) string {
	subjectIs := subject(ws)
	infinitive := len(ws) > 0 && ws[0].low == "to"
	if class == claims.Promise && (infinitive || subjectIs == "own" || subjectIs == "pronoun") {
		return in.Speaker
	}
	if infinitive || subjectIs != "institution" && subjectIs != "name" && subjectIs != "noun" {
		return ""
	}
	return clauseSubject(in.Text, ws)
}

// clauseSubject gives the words before the first auxiliary, "" where they are
// too many, are parted by a mark or go on to the end.
func clauseSubject(text string, ws []word) string {
	start, end := -1, -1
	const longest = 8
	for i, w := range ws {
		if i > longest {
			return ""
		}
		if verbal(w.low) {
			break
		}
		if w.mark && start < 0 || w.low == "that" && start < 0 {
			continue
		}
		if w.mark {
			return ""
		}
		if start < 0 {
			start = w.start
		}
		end = w.end
	}
	if start < 0 || end == ws[len(ws)-1].end {
		return ""
	}
	return text[start:end]
}

// verbal tells an auxiliary, where the subject has ended.
func verbal(w string) bool {
	return willWords[w] || wouldWords[w] || mayWords[w] || presentWords[w] || w == "should" || w == "must" || w == "was" || w == "were" || w == "had" ||
		planWords[w] || expectWords[w]
}

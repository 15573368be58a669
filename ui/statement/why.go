package statement

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2/lang"
)

// The engine gives its reasons in English, and the archive keeps them so: they
// are part of what was found, and scripts read them. The window says them in the
// language of the person. A reason that it does not know stays as it is.

// phrase is a reason of the engine, with %s for what is filled in, and the same
// in the language of the window.
type phrase struct{ english, here string }

// say translates a reason.
func say(phrases []phrase, reason string) string {
	for _, p := range phrases {
		if parts, ok := filled(p.english, reason); ok {
			return fmt.Sprintf(p.here, parts...)
		}
	}
	return reason
}

// filled takes out of a text what stands at the %s of a pattern.
func filled(pattern, text string) (parts []any, ok bool) {
	fixed := strings.Split(strings.ReplaceAll(pattern, "%%", "%"), "%s")
	if text, ok = strings.CutPrefix(text, fixed[0]); !ok {
		return nil, false
	}
	for i, words := range fixed[1:] {
		at := strings.Index(text, words)
		if i == len(fixed)-2 {
			at = len(text) - len(words)
		}
		if at < 0 || !strings.HasPrefix(text[at:], words) {
			return nil, false
		}
		parts, text = append(parts, text[:at]), text[at+len(words):]
	}
	return parts, text == ""
}

// RuleWords says which rule found a statement.
func RuleWords(rule string) string { return say(rules(), rule) }

// FlagWords says what may have changed between two statements on one subject.
func FlagWords(flag string) string { return say(flags(), flag) }

// whyWords says what carried a statement: the rule and the evidence.
func whyWords(rule string, evidence []string) string {
	out := []string{RuleWords(rule)}
	for _, e := range evidence {
		out = append(out, say(evidences(), e))
	}
	return strings.ReplaceAll(strings.Join(out, "; "), " %", "%") // Fyne breaks lines at every kind of blank
}

// DoubtWords says what the text did not decide.
func DoubtWords(doubt string) string { return say(doubts(), doubt) }

// ReasonWords says why two people may be one, or how an article bears on a claim.
// There may be several reasons.
func ReasonWords(reason string) string {
	parts := strings.Split(reason, "; ")
	for i, p := range parts {
		parts[i] = say(reasons(), WorkingWords(p))
	}
	return strings.Join(parts, "; ")
}

func reasons() []phrase {
	return []phrase{
		{"the same name, written otherwise", lang.X("reason.sameName", "the same name, written otherwise")},
		{"the same name, its words joined otherwise", lang.X("reason.joined", "the same name, its words joined otherwise")},
		{"the same surname and role", lang.X("reason.surnameRole", "the same surname and role")},
		{"one letter apart, the same role", lang.X("reason.letterRole", "one letter apart, the same role")},
		{"one letter apart", lang.X("reason.letter", "one letter apart")},
		{"the same words", lang.X("reason.sameWords", "the same words")},
		{"one is the initials of the other", lang.X("reason.initials", "one is the initials of the other")},
		{"on the same subject", lang.X("reason.subject", "on the same subject")},
		{"it sets “%s” against what is", lang.X("reason.sets", "it sets “%s” against what is")},
		{"“%s”, the opposite of what was said", lang.X("reason.opposite", "“%s”, the opposite of what was said")},
		{"it says “%s”", lang.X("reason.says", "it says “%s”")},
		{"“%s” is negated", lang.X("reason.negated", "“%s” is negated")},
		{"nothing was “%s”", lang.X("reason.nothing", "nothing was “%s”")},
		{"“%s” is there", lang.X("reason.there", "“%s” is there")},
		{"it tells of failure or delay", lang.X("reason.failure", "it tells of failure or delay")},
		{"it tells of completion", lang.X("reason.completion", "it tells of completion")},
		{"nobody may", lang.X("reason.nobody", "nobody may")},
		{"said “%s”, published “%s”", lang.X("reason.figures", "said “%s”, published “%s”")},
		{"the same surname", lang.X("reason.surname", "the same surname")},
		{"the surnames are two spellings of one", lang.X("reason.spelt", "the surnames are two spellings of one")},
		{"the surnames are one letter apart", lang.X("reason.surnameLetter", "the surnames are one letter apart")},
		{"the given names agree", lang.X("reason.given", "the given names agree")},
		{"the initials agree", lang.X("reason.initial", "the initials agree")},
		{"one is short for the other", lang.X("reason.short", "one is short for the other")},
		{"two spellings of one name", lang.X("reason.spellings", "two spellings of one name")},
		{"one has a middle name more", lang.X("reason.middle", "one has a middle name more")},
		{"%s against", lang.X("reason.against", "%s against")},
	}
}

func rules() []phrase {
	return []phrase{
		{"quotation with a reporting verb", lang.X("rule.quoted", "quotation with a reporting verb")},
		{"reporting verb with its clause", lang.X("rule.reported", "reporting verb with its clause")},
		{"according to", lang.X("rule.according", "according to")},
		{"noun that names a statement", lang.X("rule.noun", "noun that names a statement")},
		{"name and colon", lang.X("rule.colon", "name and colon")},
		{"quotation in a paragraph of its own", lang.X("rule.floating", "quotation in a paragraph of its own")},
		{"quotation beside a sentence about its speaker", lang.X("rule.loose", "quotation beside a sentence about its speaker")},
		{"turn of a dialogue", lang.X("rule.turn", "turn of a dialogue")},
		{"list or block quotation after a colon", lang.X("rule.block", "list or block quotation after a colon")},
		{"as somebody says", lang.X("rule.as", "as somebody says")},
		{"name and reporting verb", lang.X("rule.plain", "name and reporting verb")},
		{"quotation with a name after a dash", lang.X("rule.credited", "quotation with a name after a dash")},
		{"headline", lang.X("rule.headline", "headline")},
		{"source that a report cites", lang.X("rule.cited", "source that a report cites")},
		{"words that attribute", lang.X("rule.other", "words that attribute")},
		{"by hand", lang.X("rule.hand", "by hand")},
	}
}

func flags() []phrase {
	return []phrase{
		{"negated", lang.X("flag.negated", "negated")},
		{"opposite words", lang.X("flag.opposite", "opposite words")},
		{"other figure", lang.X("flag.figure", "other figure")},
		{"other date", lang.X("flag.date", "other date")},
		{"other speaker", lang.X("flag.speaker", "other speaker")},
	}
}

func evidences() []phrase {
	return []phrase{
		{"“%s” attributes words here with a probability of %s %%", lang.X("evidence.cue", "“%s” attributes words here with a probability of %s %%")},
		{"“%s” is named as the source", lang.X("evidence.source", "“%s” is named as the source")},
		{"the speaker stands after the verb", lang.X("evidence.inverted", "the speaker stands after the verb")},
		{"the words before the speaker are the content", lang.X("evidence.fronted", "the words before the speaker are the content")},
		{"“%s” is told of %s, not of the saying", lang.X("evidence.told", "“%s” is told of %s, not of the saying")},
		{"no words tell the day; “%s” is that of the news", lang.X("evidence.noDay", "no words tell the day; “%s” is that of the news")},
		{"the archive knows one %s: %s", lang.X("evidence.known", "the archive knows one %s: %s")},
		{"the quotation goes on after the cue", lang.X("evidence.goesOn", "the quotation goes on after the cue")},
	}
}

func doubts() []phrase {
	return []phrase{
		{"Where the words of the source begin or end is uncertain.", lang.X("doubt.ends", "Where the words of the source begin or end is uncertain.")},
		{"The words that name the source are uncertain.", lang.X("doubt.source", "The words that name the source are uncertain.")},
		{"The text does not say whose words these are.", lang.X("doubt.nobody", "The text does not say whose words these are.")},
		{"Little in the text says that %s is meant.", lang.X("doubt.little", "Little in the text says that %s is meant.")},
		{"The article does not say in so many words whose “%s” it is.", lang.X("doubt.whose", "The article does not say in so many words whose “%s” it is.")},
		{"The article does not say in so many words who “%s” is.", lang.X("doubt.who", "The article does not say in so many words who “%s” is.")},
		{"The article does not say in so many words what “%s” is.", lang.X("doubt.what", "The article does not say in so many words what “%s” is.")},
		{"“%s” could be more than one person in the article.", lang.X("doubt.several", "“%s” could be more than one person in the article.")},
		{"Nobody is named beside the quotation; it could be %s or %s.", lang.X("doubt.beside", "Nobody is named beside the quotation; it could be %s or %s.")},
		{"Several people in the article are called %s.", lang.X("doubt.called", "Several people in the article are called %s.")},
		{"The article also writes the name “%s”; it may be somebody else's.", lang.X("doubt.spelt", "The article also writes the name “%s”; it may be somebody else's.")},
		{"The text does not name who asks the questions.", lang.X("doubt.asks", "The text does not name who asks the questions.")},
		{"The text does not name who answers the questions.", lang.X("doubt.answers", "The text does not name who answers the questions.")},
		{"The introduction names two people; either could be answering.", lang.X("doubt.either", "The introduction names two people; either could be answering.")},
		{"The headline does not name the speaker.", lang.X("doubt.headline", "The headline does not name the speaker.")},
		{"The article does not say in so many words whose government it is.", lang.X("doubt.government", "The article does not say in so many words whose government it is.")},
		{"The article does not give the first name of %s.", lang.X("doubt.firstName", "The article does not give the first name of %s.")},
		{"The article gives no more of the name than %s.", lang.X("doubt.moreName", "The article gives no more of the name than %s.")},
		{"The archive knows several people called %s.", lang.X("doubt.known", "The archive knows several people called %s.")},
		{"The article names nobody whom “%s” could stand for.", lang.X("doubt.standsFor", "The article names nobody whom “%s” could stand for.")},
		{"“%s” could be %s or %s.", lang.X("doubt.pronoun", "“%s” could be %s or %s.")},
		{"“We” may be more people than the one who speaks.", lang.X("doubt.we", "“We” may be more people than the one who speaks.")},
		{"The writer of the article speaks; the text does not name them.", lang.X("doubt.writer", "The writer of the article speaks; the text does not name them.")},
	}
}

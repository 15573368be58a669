package assess

import (
	"fmt"
	"strings"

	"onrecord/claims"
)

// reason says in words what spoke for the class. It names the signs that are
// there and typical of it; where there is none it says that the words as a
// whole decided.
func reason(class claims.Class, q cue, c clue, due string) string {
	var signs []string
	add := func(yes bool, text string) {
		if yes {
			signs = append(signs, text)
		}
	}
	add(typical[class][q.act], fmt.Sprintf("the speaker %s (“%s”)", q.act, q.verb))
	c.speaksFor(class, add)
	add(due != "", fmt.Sprintf("it gives a time to come (“%s”)", due))
	if len(signs) == 0 {
		return "the words as a whole resemble statements of this class"
	}
	return strings.Join(signs, "; ")
}

// speaksFor names the signs that are typical of a class and whether they are there.
func (c *clue) speaksFor(class claims.Class, add func(yes bool, text string)) {
	switch class {
	case claims.Promise:
		add(c.subject == "own" || c.subject == "pronoun" || c.subject == "institution", "the speaker's own side is to act")
		add(c.will || c.would || c.infinitive, "it speaks of what will be done")
	case claims.Prediction:
		add(c.will || c.would || c.may || c.expect, "it speaks of what will or may happen")
		add(c.subject == "noun" || c.subject == "name" || c.subject == "there", "it is not in the speaker's hands")
	case claims.Statistic:
		add(c.figures > 0, "it gives a figure")
		add(c.change, "it compares quantities")
	case claims.Fact:
		add(c.past, "it speaks of something that happened")
		add(c.present && !c.past, "it speaks of how things are")
	case claims.Denial:
		add(c.denial > 0, "it rejects something held against the speaker or said before")
	case claims.Accusation:
		add(c.blame > 0, "it speaks of wrongdoing")
	case claims.Position:
		add(c.must, "it says what should be")
		add(c.praise > 0, "it judges")
	case claims.Other:
		add(c.feeling > 0, "it is personal")
		add(c.question, "it asks")
	}
}

// typical acts of the classes.
var typical = map[claims.Class]map[act]bool{
	claims.Promise:    {commits: true, announces: true},
	claims.Prediction: {foresees: true, warns: true, counts: true},
	claims.Statistic:  {counts: true, reports: true},
	claims.Fact:       {reports: true, claimsThat: true},
	claims.Denial:     {denies: true, rejects: true},
	claims.Accusation: {accuses: true},
	claims.Position:   {demands: true, judges: true, thinks: true, rejects: true},
	claims.Other:      {feels: true, wonders: true, silent: true},
}

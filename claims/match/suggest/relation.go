package suggest

import (
	"strings"

	"onrecord/claims"
	"onrecord/claims/figures"
)

// Words that tell that something was done, or that it was not. A word of
// either kind speaks of the subject of its sentence.
var (
	completed = stems(`opened reopened inaugurated completed finished delivered passed approved adopted signed ratified enacted reached achieved met
		kept fulfilled resigned confirmed cleared elected launched began started installed introduced abolished closed sealed staffed served hired
		built repaired paid granted released record`)
	failed = stems(`delayed delay postponed postpone missed misses scrapped cancelled canceled abandoned dropped shelved rejected refused vetoed stalled
		blocked collapsed failed fails broken broke reversed withdrawn suspended halted overdue unfinished unbuilt shortfall missing behind
		apologised apologized disappointing disappointed lacks lack admitted`)
	// open are the words that turn a sentence into a plan, a wish or a question.
	open = set(`will would could may might should plans planned plan wants hopes expects expected asks asked considers considering intends
		proposed proposes seeks seeking if whether repeated look looks looking examine examines inquiry investigate investigates warned warns demand
		demands halfway remain advised`)
	negators = set(`not no never none nobody nothing neither cannot without
		isn't aren't wasn't weren't don't doesn't didn't won't wouldn't can't couldn't hasn't haven't hadn't
		deny denies denied refuse refuses refused fail fails failed nowhere`)
	// unchanged says of a thing that may not change that it did not.
	unchanged = set(`same unchanged frozen freeze stays stay stayed remains remain remained`)
)

func stems(list string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		out[stem(w)] = true
	}
	return out
}

// denies reports whether a sentence says that something is not so: it has an
// odd number of words that negate. "Without" negates a circumstance only.
func denies(s sentence) bool {
	n := 0
	for i := range s {
		if negators[s[i].folded] && s[i].folded != "without" {
			n++
		}
	}
	return n%2 == 1
}

// negated reports whether a word before the one at i, in its clause, negates
// it.
func (s sentence) negated(i int) bool {
	const reach = 5
	not := false
	for k := i - 1; k >= max(i-reach, 0) && !s[k+1].breaks; k-- {
		if negators[s[k].folded] {
			not = !not
		}
	}
	return not
}

// events counts the words of completion and of failure. A negated completion
// is a failure.
func (s sentence) events() (good, bad int) {
	for i := range s {
		base := stem(s[i].folded)
		switch {
		case failed[base]:
			if !s.negated(i) {
				bad++
			}
		case completed[base] && strings.HasSuffix(s[i].folded, "ed") || completed[base] && pastForms[s[i].folded]:
			if s.negated(i) {
				bad++
			} else {
				good++
			}
		}
	}
	return good, bad
}

// pastForms are completions that do not end in "ed".
var pastForms = set("began met kept built paid record")

// isOpen reports whether a sentence speaks of plans, wishes or questions: in
// the clause of the word at i, or anywhere where i is -1.
func (s sentence) isOpen(i int) bool {
	first, last := 0, len(s)
	if i >= 0 {
		for first = i; first > 0 && !s[first].breaks; first-- {
		}
		for last = i + 1; last < len(s) && !s[last].breaks; last++ {
		}
	}
	for k := first; k < last; k++ {
		if open[s[k].folded] {
			return true
		}
	}
	return false
}

// relate proposes how the sentence of the article bears on the claim, with
// the reason. A figure of the same kind decides first; then what the sentence
// and its neighbours say to have happened.
func (s *Subject) relate(a *Article, at int) (claims.Relation, string) {
	if c, ok := s.compareFigures(a, at); ok {
		return c.says(s.target), c.Working
	}
	sum, why := 0, map[bool]string{} // the first reason for, and the first against
	for _, near := range []int{at, at + 1, at - 1} {
		if near < 0 || near >= len(a.text.sentences) {
			continue
		}
		n, words := s.tells(a, near)
		if near == at {
			n *= 2
		}
		sum += n
		if n != 0 && why[n > 0] == "" {
			why[n > 0] = words
		}
	}
	switch {
	case sum > 0:
		return claims.Supports, why[true]
	case sum < 0:
		return claims.Contradicts, why[false]
	}
	return claims.Context, "on the same subject"
}

// tells weighs what one sentence says for (more than 0) or against the claim.
// Plans, wishes and inquiries say nothing for it.
func (s *Subject) tells(a *Article, at int) (int, string) {
	sent := a.text.sentences[at]
	happened, word, why := s.happened(a, at)
	if s.not || s.ends {
		happened = -happened
	}
	good, bad := sent.events()
	if s.not {
		good, bad = 0, 0 // what is completed or fails is not what was denied
	}
	n := 2*happened + min(good, 1) - min(bad, 1)
	switch {
	case why == "" && bad > good:
		why = "it tells of failure or delay"
	case why == "" && good > bad:
		why = "it tells of completion"
	}
	if (n > 0 || s.not) && (sent.isOpen(word) || interim(a.text.in(a.text.spans[at]))) {
		return 0, ""
	}
	return n, why
}

// happened tells whether the sentence says that what the claim speaks of is so
// (1), that it is not (-1), or neither (0), by which word (-1 for none), and
// in words.
func (s *Subject) happened(a *Article, at int) (so, word int, why string) {
	sent := a.text.sentences[at]
	for i := range sent {
		if so, why := s.at(sent, i); so != 0 {
			return so, i, why
		}
	}
	so, why = s.moved(a, at)
	return so, -1, why
}

// at tells what one word of a sentence says of what the claim speaks of.
func (s *Subject) at(sent sentence, i int) (so int, why string) {
	w := &sent[i]
	not := sent.negated(i)
	switch {
	case unchanged[w.folded] && s.moves() || w.meaning == unmoved && not:
		return -1, "“" + w.folded + "”"
	case discovery[w.folded] && s.not && (not || denies(sent)):
		return -1, "nothing was “" + w.folded + "”"
	case discovery[w.folded] && s.not:
		return 1, "“" + w.folded + "”"
	case w.empty || w.name:
		return 0, ""
	case s.opposed(w) && not:
		return 1, "“not " + w.folded + "”"
	case s.opposed(w):
		return -1, "“" + w.folded + "”, the opposite of what was said"
	case s.verbs[w.meaning] && not:
		return -1, "“" + w.folded + "” is negated"
	case s.verbs[w.meaning]:
		return 1, "it says “" + w.folded + "”"
	}
	return 0, ""
}

// unmoved is the meaning of what, negated, says that all is as before.
var unmoved = meaning("changed")

// moved tells whether a figure of the sentence rose or fell as the claim says.
func (s *Subject) moved(a *Article, at int) (int, string) {
	for _, f := range a.text.figuresIn(a.text.spans[at]) {
		for change, m := range map[figures.Change]string{figures.Up: meaning("rise"), figures.Down: meaning("fall")} {
			if f.Change != change {
				continue
			}
			if s.verbs[m] {
				return 1, "“" + a.text.in(f.Span) + "”"
			}
			if s.opposed(&word{meaning: m}) {
				return -1, "“" + a.text.in(f.Span) + "”"
			}
		}
	}
	return 0, ""
}

// moves reports whether the claim speaks of a rise or a fall.
func (s *Subject) moves() bool { return s.verbs[meaning("rise")] || s.verbs[meaning("fall")] }

// opposed reports whether a word is the opposite of what the claim says
// happens.
func (s *Subject) opposed(w *word) bool {
	for v := range s.verbs {
		if opposites[[2]string{v, w.meaning}] {
			return true
		}
	}
	return false
}

// verbsOf finds the words of a claim that say what happens: those after an
// auxiliary, past forms, and those that have an opposite. Of a claim that
// something will end, it is what ends that happens or does not.
func verbsOf(t *Text, ends bool) map[string]bool {
	out := map[string]bool{}
	for _, sent := range t.sentences {
		for i := range sent {
			w := &sent[i]
			if w.empty || w.name || ends && enders[w.folded] {
				continue
			}
			if ends && sameMeaning[w.folded] != "" || hasOpposite[w.meaning] || i > 0 && auxiliary[sent[i-1].folded] || strings.HasSuffix(w.folded, "ed") {
				out[w.meaning] = true
			}
		}
	}
	return out
}

var hasOpposite = func() map[string]bool {
	out := map[string]bool{}
	for pair := range opposites {
		out[pair[0]] = true
	}
	return out
}()

var (
	auxiliary = set("will to been be has have had is are was were not never shall would can could do does did")
	// discovery are words that say that something is there.
	discovery = set("found discovered dug revealed uncovered traced show shows showed entered")
	// enders are verbs with which a claim says that something will be no more.
	enders = set("stop stops end ends abolish abolishes ban bans halt cease prevent phase")
)

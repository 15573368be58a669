package suggest

import (
	"slices"
	"strings"

	"onrecord/claims"
	"onrecord/claims/figures"
	"onrecord/claims/lang"
)

// predicate is what a claim says: that something happens, ends, stays, or is
// not so.
type predicate struct {
	verbs   map[string]bool // meanings of the words that say what happens
	absent  string          // meaning of what the claim says that there is none of; "" for nothing
	not     bool            // it says that something is not so
	ends    bool            // it says that something will be no more
	keeps   bool            // it says that something stays as it is
	changes bool            // it says that something changes
	target  bool            // it says how much there will be
	counted bool            // it says how much or how many
	down    bool            // it says that something is or becomes little
}

// predicate parses the claim, once, and only for a claim of which a relation
// is asked: most that are compared with an article are not.
func (s *Subject) predicate() *predicate {
	s.parsing.Do(func() { s.parsed = readPredicate(s.text, s.claim.Class) })
	return s.parsed
}

func readPredicate(t *Text, class claims.Class) *predicate {
	p := &predicate{target: class == claims.Promise}
	for _, sent := range t.sentences {
		for i := range sent {
			p.ends = p.ends || enders[sent[i].folded] && i > 0 && auxiliary[sent[i-1].folded]
			p.target = p.target || sent[i].folded == "will"
			p.keeps = p.keeps || lasting[sent[i].folded]
		}
	}
	low := " " + strings.ToLower(t.raw) + " "
	p.ends = p.ends || slices.ContainsFunc(ridOf, func(words string) bool { return strings.Contains(low, words) })
	p.verbs = verbsOf(t, p.ends)
	if strings.Contains(low, " be out of ") || strings.Contains(low, " be gone ") {
		p.verbs[meaning("leave")] = true
	}
	p.not, p.absent = deniesMain(t), absent(t)
	p.readFigures(t)
	p.keeps = p.keeps || p.not && (p.verbs[meaning("close")] || p.verbs[meaning("leave")])
	p.changes = !p.keeps && (class == claims.Promise || class == claims.Prediction || p.verbs[meaning("rise")] || p.verbs[meaning("fall")])
	return p
}

// readFigures finds out whether the claim says how much, and whether it is that
// something is or becomes little.
func (p *predicate) readFigures(t *Text) {
	p.down = p.verbs[meaning("fall")] && !p.not || p.verbs[meaning("rise")] && p.not
	for _, f := range t.figures {
		p.counted = p.counted || f.Unit.Kind != figures.Duration && !isYear(t, f)
		p.down = p.down || f.Bound == figures.LessTo || f.Bound == figures.AtMost || f.Change == figures.Down
	}
}

// stops reports whether the claim is that something will be no more.
func (p *predicate) stops() bool {
	return !p.not && (p.ends || p.verbs[meaning("close")] || p.verbs[meaning("leave")])
}

// opposed reports whether a word is the opposite of what the claim says
// happens.
func (p *predicate) opposed(meaning string) bool {
	for v := range p.verbs {
		if opposites[[2]string{v, meaning}] {
			return true
		}
	}
	return false
}

// verbsOf finds the words of a claim that say what happens: its main verbs and
// predicates, those joined to them and those that they govern, and, where it
// has no verb, the words that have an opposite. Of a claim that something will
// end, it is what ends that happens or does not.
func verbsOf(t *Text, ends bool) map[string]bool {
	out := map[string]bool{}
	for i, sent := range t.sentences {
		p := t.parse(i)
		for k := range sent {
			w := &sent[k]
			tok := p.token(w.span)
			if tok < 0 || w.empty || w.name || ends && enders[w.folded] {
				continue
			}
			if p.main(tok) || ends && sameMeaning[w.folded] != "" {
				out[w.meaning] = true
			}
		}
	}
	if len(out) > 0 {
		return out
	}
	for _, sent := range t.sentences {
		for i := range sent {
			if w := &sent[i]; !w.empty && !w.name && hasOpposite[w.meaning] {
				out[w.meaning] = true
			}
		}
	}
	return out
}

// deniesMain reports whether what a claim says in its main clause is that
// something is not so.
func deniesMain(t *Text) bool {
	not := false
	for i, sent := range t.sentences {
		p := t.parse(i)
		root := slices.IndexFunc(p.doc.Tokens, func(tok lang.Token) bool { return tok.Rel == "root" })
		if root < 0 || !strings.HasPrefix(p.doc.Tokens[root].Tag, "VB") && p.tree.Child(root, "cop", "aux", "nsubj") < 0 {
			not = not || denies(sent)
			continue
		}
		st := p.standing(root)
		for _, c := range p.tree.Children(root) {
			if rel := p.doc.Tokens[c].Rel; rel == "xcomp" || rel == "obj" && p.deniesNoun(int(c)) {
				inner := p.standing(int(c))
				st.denied = st.denied || inner.denied || p.deniesNoun(int(c))
			}
		}
		not = not || st.denied
	}
	return not
}

// absent gives the meaning of what a claim says that there is none of: "there
// is no mould in the flats". "" where it says nothing like it.
func absent(t *Text) string {
	for i, sent := range t.sentences {
		p := t.parse(i)
		for k := range p.doc.Tokens {
			tok := &p.doc.Tokens[k]
			if tok.Lemma != "be" || tok.Rel != "root" {
				continue
			}
			c := p.tree.Child(k, "nsubj")
			if p.tree.Child(k, "expl") < 0 || c < 0 || !p.deniesNoun(c) {
				continue
			}
			for n := range sent {
				if p.token(sent[n].span) == c {
					return sent[n].meaning
				}
			}
		}
	}
	return ""
}

// main reports whether a word is a verb or predicate of the main clause, or
// one that such a verb governs.
func (p *parsed) main(i int) bool {
	if !p.verbal(i) && !(p.doc.Tokens[i].Rel == "root" && strings.HasPrefix(p.doc.Tokens[i].Tag, "VB")) {
		return false
	}
	for j := i; ; j = p.doc.Tokens[j].Head {
		switch p.doc.Tokens[j].Rel {
		case "root":
			return true
		case "conj", "xcomp", "ccomp", "parataxis":
		default:
			return false
		}
	}
}

var hasOpposite = func() map[string]bool {
	out := map[string]bool{}
	for pair := range opposites {
		out[pair[0]] = true
	}
	return out
}()

var auxiliary = set("will to been be has have had is are was were not never shall would can could do does did")

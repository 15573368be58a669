package suggest

import (
	"strings"

	"onrecord/claims"
	"onrecord/claims/figures"
)

// reader looks for signals in one sentence of an article.
type reader struct {
	*predicate
	of    *Subject
	class claims.Class
	text  *Text // of the article
	sent  sentence
	span  claims.Span // of the sentence
	low   string      // its words in lower case, with a blank at both ends
	tree  *parsed
	title bool
}

func (s *Subject) reader(a *Article, at int) *reader {
	span := a.text.spans[at]
	return &reader{
		predicate: s.predicate(), of: s, class: s.claim.Class, text: a.text, sent: a.text.sentences[at], span: span,
		low: " " + strings.ToLower(a.text.in(span)) + " ", tree: a.text.parse(at), title: at == 0 && a.headed,
	}
}

// happened tells whether the sentence says that what the claim speaks of is
// so, or that it is not.
func (r *reader) happened() signal {
	out := signal{}
	for i := range r.sent {
		sig := r.word(&r.sent[i])
		if abs(sig.value) > abs(out.value) {
			out = sig
		}
	}
	if out.value == 0 {
		out = r.moved()
	}
	if out.value == 0 {
		out = r.forbidden()
	}
	if out.value == 0 {
		out = r.isThere()
	}
	if r.not || r.ends {
		out.value = -out.value
	}
	if out.value > 0 && r.target && interim(r.low) {
		return signal{}
	}
	if out.value > 0 && r.counted && !r.not {
		out.value = weak // that it happens is not that it is so much
	}
	return out
}

// word tells what one word says of what the claim speaks of.
func (r *reader) word(w *word) signal {
	tok := r.tree.token(w.span)
	if tok < 0 || w.name && !r.title {
		return signal{}
	}
	st := r.tree.standing(tok)
	if before := r.before(w); !st.denied && (before == "without" || before == "no" || before == "not") {
		st.denied = true
	}
	if st.foil || st.wish {
		return signal{}
	}
	verbal := r.tree.verbal(tok) || r.title && !w.name && !attributes[r.tree.doc.Tokens[tok].Rel]
	if value := r.lasts(w, tok, st); verbal && value != 0 {
		return signal{value, "“" + w.folded + "”"}
	}
	if discovery[w.folded] && r.not {
		return r.discovers(w, verbal, st)
	}
	if w.empty || !verbal && !st.denied {
		return signal{} // a noun may be what is only talked about
	}
	return r.says(w, st)
}

// attributes are the relations of words that only describe another.
var attributes = set("amod compound nmod nmod:poss")

// says tells what a word says that means what the claim says happens, or the
// opposite of it.
func (r *reader) says(w *word, st standing) signal {
	out := signal{}
	switch {
	case r.opposed(w.meaning):
		out = signal{-strong, "“" + w.folded + "”, the opposite of what was said"}
	case r.verbs[w.meaning], r.sameVerb(w):
		out = signal{strong, "it says “" + w.folded + "”"}
	default:
		return signal{}
	}
	if !r.about(r.tree.token(w.span)) {
		return signal{} // somebody else's rise or fall
	}
	if r.turned(w) {
		out = signal{-out.value, out.why + " against"}
	}
	if st.denied {
		out = signal{-out.value, "“" + w.folded + "” is negated"}
	}
	if st.open && (out.value > 0 != (r.not || r.ends)) {
		return signal{} // what is planned has not happened
	}
	return out
}

// sameVerb reports whether a verb means the same as one of the claim's, and is
// said of something that the claim speaks of: most verbs mean many things.
func (r *reader) sameVerb(w *word) bool {
	tok := r.tree.token(w.span)
	if tok < 0 || !strings.HasPrefix(r.tree.doc.Tokens[tok].Tag, "VB") || !r.about(tok) {
		return false
	}
	for v := range r.verbs {
		if synonyms(w.stem, v) {
			return true
		}
	}
	return false
}

// discovers tells that something that was denied was found, or was not.
func (r *reader) discovers(w *word, verbal bool, st standing) signal {
	switch {
	case st.denied || denies(r.sent):
		return signal{-strong, "nothing was “" + w.folded + "”"}
	case verbal:
		return signal{strong, "“" + w.folded + "”"}
	}
	return signal{}
}

// lasts tells whether a word says that all stays as it was: against a claim
// that something changes, and for one that it does not.
func (r *reader) lasts(w *word, tok int, st standing) int {
	says := lasting[w.folded] && !st.denied && !st.open && r.about(tok)
	switch {
	case says && r.keeps && (r.not || r.ends):
		return -strong // turned round again by happened
	case says && r.keeps:
		return strong
	case says && r.changes, w.meaning == unmoved && st.denied && r.changes:
		return -strong
	}
	return 0
}

// before gives the folded word before a word of the sentence, "" for none.
func (r *reader) before(w *word) string {
	for i := 1; i < len(r.sent); i++ {
		if r.sent[i].span == w.span {
			return r.sent[i-1].folded
		}
	}
	return ""
}

// turned reports whether a verb that the claim has with "for" is one with
// "against" in the sentence, or the other way round.
func (r *reader) turned(w *word) bool {
	side := func(t *Text, meaning string) (out string) {
		for _, s := range t.sentences {
			for i := range s {
				if s[i].meaning == meaning && i+1 < len(s) && (s[i+1].folded == "for" || s[i+1].folded == "against") {
					out = s[i+1].folded
				}
			}
		}
		return out
	}
	said := side(r.of.text, w.meaning)
	is := side(&Text{sentences: []sentence{r.sent}}, w.meaning)
	return said != "" && is != "" && said != is
}

// event tells of completion or failure of what the claim speaks of.
func (r *reader) event() signal {
	if r.not || r.class == claims.Accusation || interim(r.low) {
		return signal{} // what is completed or fails is not what was denied
	}
	sum := 0
	for i := range r.sent {
		w := &r.sent[i]
		if tok := r.tree.token(w.span); tok >= 0 && (!w.name || r.title) {
			sum += r.comesOff(w, tok)
		}
	}
	switch {
	case sum < 0:
		return signal{-weak, "it tells of failure or delay"}
	case sum > 0:
		return signal{weak, "it tells of completion"}
	}
	return signal{}
}

// comesOff reports whether a word tells that what the claim speaks of came
// about (1) or failed (-1).
func (r *reader) comesOff(w *word, tok int) int {
	base := r.tree.doc.Tokens[tok].Lemma
	done, fell := completed[base] || inUse[w.folded], failed[base]
	if r.stops() {
		done = stopping[base] || base == "complete" || base == "finish"
	}
	if !done && !fell || r.of.text.meanings[w.meaning] || !r.about(tok) {
		return 0
	}
	st := r.tree.standing(tok)
	switch {
	case st.foil, st.wish, st.open && done != st.denied:
		return 0
	case done && !st.denied && r.past(tok) && (r.tree.verbal(tok) || inUse[w.folded]):
		return 1
	case done && st.denied && r.tree.verbal(tok), fell && !st.denied:
		return -1
	}
	return 0
}

// past reports whether a word tells of what is done: a verb in a past form, or
// any word of a headline, which speaks in the present.
func (r *reader) past(tok int) bool {
	tag := r.tree.doc.Tokens[tok].Tag
	return tag == "VBD" || tag == "VBN" || !strings.HasPrefix(tag, "VB") || r.title
}

// about reports whether what a word is said of is what the claim speaks of:
// its subject or object shares a word with the claim, or is a pronoun.
func (r *reader) about(tok int) bool {
	if r.title && r.tree.tree.Child(tok, "nsubj", "nsubj:pass", "obj") < 0 {
		return true // of a headline without a sentence, all is about its subject
	}
	for j := tok; j >= 0; j = r.tree.doc.Tokens[j].Head {
		for _, c := range r.tree.tree.Children(j) {
			rel := r.tree.doc.Tokens[c].Rel
			if arguments[rel] && (r.mentions(int(c)) || rel == "nsubj" && r.speaks(int(c))) {
				return true
			}
		}
		if rel := r.tree.doc.Tokens[j].Rel; rel != "xcomp" && rel != "conj" {
			return rel == "acl" || rel == "acl:relcl" || rel == "amod"
		}
	}
	return false
}

// arguments are the relations of what a verb is said of.
var arguments = set("nsubj nsubj:pass obj csubj ccomp")

// speaks reports whether a noun phrase names whoever promised something.
func (r *reader) speaks(tok int) bool {
	within := r.tree.tree.Subtree(tok)
	for i := range r.sent {
		if t := r.tree.token(r.sent[i].span); t >= 0 && within.Has(t) && r.of.speaker[r.sent[i].meaning] {
			return r.class == claims.Promise
		}
	}
	return false
}

// mentions reports whether a noun phrase has a word of the claim, or stands
// for what was named before.
func (r *reader) mentions(tok int) bool {
	if tag := r.tree.doc.Tokens[tok].Tag; tag == "PRP" || tag == "DT" || tag == "WDT" {
		return true
	}
	within := r.tree.tree.Subtree(tok)
	for i := range r.sent {
		w := &r.sent[i]
		if w.empty || r.of.speaker[w.meaning] && len(r.verbs) > 0 || !r.text.meanings[w.meaning] {
			continue
		}
		if t := r.tree.token(w.span); t >= 0 && within.Has(t) && r.of.text.meanings[w.meaning] {
			return true
		}
	}
	return false
}

// isThere tells that there is what the claim says that there is none of.
func (r *reader) isThere() signal {
	for i := range r.sent {
		w := &r.sent[i]
		tok := r.tree.token(w.span)
		if r.absent == "" || w.meaning != r.absent || tok < 0 {
			continue
		}
		rel := r.tree.doc.Tokens[tok].Rel
		if !strings.HasPrefix(rel, "nsubj") && rel != "obj" {
			continue
		}
		if st := r.tree.standing(tok); !st.wish && !st.open && !st.foil && !r.tree.deniesNoun(tok) && !st.denied {
			return signal{strong, "“" + w.folded + "” is there"}
		}
	}
	return signal{}
}

// forbidden tells of what nobody may do, where the claim speaks of a ban or a
// permission.
func (r *reader) forbidden() signal {
	for i := range r.tree.doc.Tokens {
		if tok := &r.tree.doc.Tokens[i]; tok.Tag != "MD" || tok.Lower != "may" && tok.Lower != "can" && tok.Lower != "must" || tok.Head < 0 || !r.tree.standing(tok.Head).denied {
			continue
		}
		switch {
		case r.verbs[meaning("ban")]:
			return signal{strong, "nobody may"}
		case r.verbs[meaning("allow")]:
			return signal{-strong, "nobody may"}
		}
	}
	return signal{}
}

// verbOf gives the word that says what happens to a figure: the verb that
// governs it, or the last word before one.
func (r *reader) verbOf(figure claims.Span) int {
	i := r.tree.token(figure)
	for i >= 0 && !r.tree.verbal(i) && r.tree.doc.Tokens[i].Head >= 0 {
		i = r.tree.doc.Tokens[i].Head
	}
	return i
}

// unmoved is the meaning of what, negated, says that all is as before.
var unmoved = meaning("changed")

// moved tells whether a figure of the sentence rose or fell as the claim says.
func (r *reader) moved() signal {
	for _, f := range r.text.figuresIn(r.span) {
		for change, m := range map[figures.Change]string{figures.Up: meaning("rise"), figures.Down: meaning("fall")} {
			if f.Change != change || !r.about(r.verbOf(f.Span)) {
				continue
			}
			if r.verbs[m] {
				return signal{strong, "“" + r.text.in(f.Span) + "”"}
			}
			if r.opposed(m) {
				return signal{-strong, "“" + r.text.in(f.Span) + "”"}
			}
		}
	}
	return signal{}
}

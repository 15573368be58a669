package setting

import (
	"strings"

	"onrecord/claims/lang"
)

// quotedDay gives the day on which somebody spoke of a thing as today's,
// yesterday's or tomorrow's, where the report tells its day: "Today we closed
// the pier", of the pier that was closed on Monday.
func (d *days) quotedDay(f *frame) said {
	if f.cue.Len() == 0 || f.before() {
		return said{}
	}
	for _, r := range f.hidden {
		for i := r.First; i < r.Last; i++ {
			by, ok := f.dayWord(i, r.Last)
			if !ok || f.toks[i].Quote < 0 {
				continue
			}
			sent := d.doc.Sentence(i)
			sent.Last = max(sent.Last, min(r.Last, sent.Last+window))
			for k := len(d.tales.all) - 1; k >= 0; k-- {
				t := &d.tales.all[k]
				if t.sent.Last > f.cue.First || !d.tales.shares(t.sent, sent) {
					continue
				}
				s := t.said
				s.on = s.on.AddDays(-by)
				s.of = "what the speaker calls “" + f.toks[i].Lower + "”"
				return s
			}
		}
	}
	return said{}
}

// dayWord reads a word at i that counts days from the day of saying.
func (f *frame) dayWord(i, last int) (by int, ok bool) {
	if i > 0 && f.toks[i-1].Lower == "of" {
		return 0, false // "the women of today"
	}
	switch f.toks[i].Lower {
	case "today", "tonight":
		return 0, true
	case "tomorrow":
		return 1, true
	case "yesterday":
		return -1, true
	case "this":
		return 0, i+1 < last && partsOfDay[f.toks[i+1].Lower]
	}
	return 0, false
}

// shares reports whether two sentences have a noun or a verb in common, or words
// for the same thing. Names are in too many sentences to tell.
func (t *tales) shares(a, b lang.Range) bool {
	for i := b.First; i < b.Last; i++ {
		k := &t.doc.Tokens[i]
		noun := strings.HasPrefix(k.Tag, "NN") && !strings.HasPrefix(k.Tag, "NNP")
		if !noun && (!strings.HasPrefix(k.Tag, "VB") || common[k.Lemma]) || len(k.Lemma) < 3 {
			continue
		}
		if t.mentions(a, k.Lemma) {
			return true
		}
		for _, kin := range kindred {
			if kin[k.Lemma] && t.mentionsAny(a, kin) {
				return true
			}
		}
	}
	return false
}

// mentionsAny reports whether the report uses one of the words in the sentence.
func (t *tales) mentionsAny(sent lang.Range, lemmas map[string]bool) bool {
	for i := sent.First; i < sent.Last; i++ {
		if lemmas[t.doc.Tokens[i].Lemma] && t.own(i) {
			return true
		}
	}
	return false
}

var (
	common  = set("be have do say make take get go come day today tonight night morning afternoon evening people thing time")
	kindred = []map[string]bool{
		set("die death pass kill lose loss"),
		set("game match win victory defeat loss final fight bout race lose beat"),
		ballots,
	}
	ballots = set("election vote voting poll polls ballot referendum primary voter elect")
)

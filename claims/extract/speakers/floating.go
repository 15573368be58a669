package speakers

import (
	"slices"
	"strings"

	"onrecord/claims"
	"onrecord/claims/lang"
)

// floating names the speaker of words that stand without a source: a
// quotation in a paragraph of its own, a bare colon or dash. It is the one who
// was quoted before, or whom the paragraph before is about; at the start of an
// article, whom the paragraph behind is about.
func (a *article) floating(tok int) answer {
	if tok >= len(a.toks) {
		return nobody
	}
	if ans := a.byNeighbour(tok); ans.ent >= 0 {
		return ans
	}
	para := int(a.para[a.toks[tok].Sent])
	list := a.peopleIn(para-1, tok, para)
	for n, k := 0, len(a.spoken)-1; k >= 0 && n < 3; k-- {
		u := a.spoken[k]
		if u.ent < 0 || u.tok >= tok {
			continue
		}
		n++
		if far := para - int(a.para[a.toks[u.tok].Sent]); far <= 2 {
			list = raise(list, u.ent, 2.2-0.5*float64(far)-0.4*float64(n-1))
		}
	}
	for _, s := range a.peopleIn(para, len(a.toks), para+1) {
		if a.ents[s.ent].before(tok) < 0 || len(list) == 0 {
			list = raise(list, s.ent, s.score-1.2)
		}
	}
	if a.saysI(tok) {
		list = slices.DeleteFunc(list, func(s scored) bool { return a.ents[s.ent].plural || a.ents[s.ent].kind == organization })
	}
	list = rank(list)
	if len(list) == 0 {
		return nobody
	}
	ans := answer{ent: list[0].ent, how: "the quotation stands alone; the text around it is about " + a.ents[list[0].ent].name, sure: 0.75}
	if len(list) > 1 && list[0].score-list[1].score < closeCall {
		ans.sure = 0.5
		ans.doubt = "Nobody is named beside the quotation; it could be " + a.ents[list[0].ent].name + " or " + a.ents[list[1].ent].name + "."
		ans.others = []int32{list[1].ent}
	}
	return ans
}

// byNeighbour takes the subject of the sentence before a quotation, in the same
// paragraph, for its speaker: Ruiz showed us the roof. “It leaks.” Somebody else
// who was quoted before in that paragraph remains possible.
func (a *article) byNeighbour(tok int) answer {
	sent := a.toks[tok].Sent
	para := a.para[sent]
	if sent == 0 || a.para[sent-1] != para {
		return nobody
	}
	s := a.doc.Sentences[sent-1]
	if a.toks[s.First].Quote >= 0 {
		return nobody
	}
	ans := a.subjectBefore(s.Last - 1)
	if ans.ent < 0 || a.ents[ans.ent].kind != person {
		ans = nobody
	}
	if k := len(a.spoken) - 1; k >= 0 && a.spoken[k].ent >= 0 && a.spoken[k].tok < tok && a.para[a.toks[a.spoken[k].tok].Sent] == para {
		last := a.spoken[k].ent
		switch {
		case ans.ent < 0:
			ans = answer{ent: last, sure: 0.6}
		case ans.ent != last:
			ans.doubt = "Nobody is named beside the quotation; it could be " + a.ents[ans.ent].name + " or " + a.ents[last].name + "."
			ans.others = []int32{last}
			ans.sure = 0.5
		}
	}
	if ans.ent >= 0 {
		ans.sure = min(ans.sure, 0.7)
		ans.how = "the quotation stands alone; the text around it is about " + a.ents[ans.ent].name
	}
	return ans
}

// saysI reports whether one person speaks in the quotation that opens at a
// token.
func (a *article) saysI(tok int) bool {
	const far = 60
	q := a.toks[tok].Quote
	for i := tok; q >= 0 && i < len(a.toks) && i < tok+far && a.toks[i].Quote == q; i++ {
		switch a.toks[i].Lower {
		case "i", "my", "me", "myself", "i'm":
			return true
		}
	}
	return false
}

// besideCue takes the name right beside a verb of saying for the speaker of an
// attribution that came without a source: "said Ana Ruiz".
func (a *article) besideCue(at Attribution) answer {
	if len(at.Cue) == 0 {
		return nobody
	}
	r := a.tokensOf(claims.Cover(at.Cue))
	if r.Len() <= 0 || r.Last > len(a.toks) || !isWord(a.toks[r.First].Word) {
		return nobody
	}
	if s := a.subjectInCue(r); s.Len() > 0 {
		ans := a.readSource(s, -1)
		if ans.sure < 0.9 && a.inHeadline(s.First) {
			ans = a.forward(s, ans, -1)
		}
		return ans
	}
	if k := a.at[r.First]; k >= 0 {
		return a.byName(k) // the cue was taken with its subject
	}
	if k := a.nameFrom(r.Last, len(a.toks)); k >= 0 && a.sameSentence(r.First, r.Last) && a.subjectOf(k, r) {
		return a.byName(k)
	}
	if i := r.First - 1; i >= 0 && a.at[i] >= 0 && a.names[a.at[i]].toks.Last == r.First && a.sameSentence(i, r.First) {
		return a.byName(a.at[i])
	}
	if a.tag(r.First) == "VBG" || strings.HasPrefix(a.toks[r.First].Rel, "conj") {
		return a.subjectBefore(r.First)
	}
	return nobody
}

// subjectInCue is the subject that a cue was taken with: "prime minister" of
// "prime minister reaffirms"; empty where the cue opens with its verb.
func (a *article) subjectInCue(r lang.Range) lang.Range {
	end := r.First
	for end < r.Last && !strings.HasPrefix(a.toks[end].Tag, "VB") && a.toks[end].Tag != "MD" {
		end++
	}
	if end == r.Last {
		end = r.Last - 1 // the tagger took the verb for a noun: "police report"
	}
	s := lang.Range{First: r.First, Last: end}
	if end == r.First && a.inHeadline(r.First) && r.First > 0 { // "US agency announces": left out of the cue as well
		s.First = a.phraseStart(r.First - 1)
	}
	if head := a.nounOf(s); head != end-1 || head < s.First || a.cls[head]&(roleNoun|groupNoun|orgNoun|document) == 0 {
		return lang.Range{}
	}
	return s
}

// subjectBefore takes the subject of the sentence for the speaker of a
// participle: "Skua Air closed the line, saying ...".
func (a *article) subjectBefore(tok int) answer {
	s := a.doc.Sentences[a.toks[tok].Sent]
	s.Last = tok
	first := nobody
	end := tok
	for _, m := range a.mentionsIn(s) {
		if m.part == subject && !a.hiddenIn(int(m.tok), tok) && a.ents[m.ent].kind != location {
			first, end = answer{ent: m.ent, how: "the subject of the sentence", sure: 0.75}, int(m.tok)
			break
		}
	}
	for i := max(s.First, tok-longAgo); i < end; i++ {
		switch w := a.toks[i].Lower; w {
		case "he", "she", "they", "it":
			if strings.HasPrefix(a.toks[i].Rel, "nsubj") && !a.hiddenIn(i, tok) {
				return a.byPronoun(i, w, -1)
			}
		}
	}
	return first
}

// subjectOf reports whether a name behind a verb is its subject, and not whom it
// was said to.
func (a *article) subjectOf(k int32, cue lang.Range) bool {
	head := a.headOf(a.names[k].toks)
	return strings.HasPrefix(a.toks[head].Rel, "nsubj") && cue.Has(a.toks[head].Head) || a.toks[cue.Last-1].Lower == "said"
}

func raise(list []scored, e int32, s float64) []scored {
	for k := range list {
		if list[k].ent == e {
			list[k].score = max(list[k].score, s) + 0.5
			return list
		}
	}
	return append(list, scored{e, s})
}

// peopleIn ranks the people of the paragraphs from first to last, in front of
// token before.
func (a *article) peopleIn(first, before, last int) []scored {
	var list []scored
	for p := max(first, 0); p <= last && p < len(a.doc.Paragraphs); p++ {
		r := a.doc.Paragraphs[p]
		if r.Len() == 0 {
			continue
		}
		r.Last = min(r.Last, before)
		for _, m := range a.mentionsIn(r) {
			e := &a.ents[m.ent]
			if int(m.tok) >= before || e.plural || e.kind != person || !e.named && (e.typ != claims.Unnamed || e.kind != person) || a.toks[m.tok].Quote >= 0 {
				continue
			}
			s := 0.5
			if m.part == subject {
				s = 1.2
			}
			if !e.named {
				s -= 0.8
			}
			list = raise(list, m.ent, s)
		}
	}
	return list
}

// mentionsIn gives the mentions of a range of tokens, no more than the last
// few that a reader has in mind.
func (a *article) mentionsIn(r lang.Range) []mention {
	lo, hi := a.mentionFrom(r.First), a.mentionFrom(r.Last)
	return a.mentions[max(lo, hi-longAgo):hi]
}

package speakers

import (
	"sort"
	"strings"

	"onrecord/claims"
	"onrecord/claims/lang"
)

// mentionFrom is the index of the first mention at or behind a token.
func (a *article) mentionFrom(tok int) int {
	return sort.Search(len(a.mentions), func(i int) bool { return int(a.mentions[i].tok) >= tok })
}

// isTurn reports whether the source is the name before a turn: it opens its
// paragraph or line, and only a colon, a stop or a dash is the cue.
func (a *article) isTurn(r lang.Range, at Attribution) bool {
	if r.First >= len(a.toks) {
		return false
	}
	if len(at.Cue) == 0 { // "MS We had no idea.": initials at the start of a line need no mark
		return r.Len() == 1 && a.opensLine(r.First) && a.byInitials(a.text(r)) >= 0
	}
	cue := strings.TrimSpace(at.Cue[0].In(a.doc.Text))
	if cue != ":" && cue != "." && cue != "—" && cue != "–" && cue != "-" && cue != ".:" {
		return false
	}
	if label := a.text(r); at.Cue[0].Start < at.Source[0].End || a.inHeadline(r.First) && label != strings.ToUpper(label) {
		return false
	}
	const longest = 8
	if r.Len() > longest || a.possessed(r) {
		return false
	}
	first := r.First
	for first > 0 && a.sameSentence(first-1, first) && !strings.Contains(a.gap(first), "\n") && !isWord(a.toks[first-1].Word) {
		first--
	}
	return a.opensLine(first)
}

func (a *article) opensLine(i int) bool { return i == 0 || strings.Contains(a.gap(i), "\n") }

// possessed reports whether a possessive stands in the mention: "her answer:"
// is no turn.
func (a *article) possessed(r lang.Range) bool {
	for i := r.First; i < r.Last; i++ {
		if w := a.toks[i].Lower; w == "'s" || possessivePronoun(w) {
			return true
		}
	}
	return false
}

// turn names who has the word: "Q", "A", initials, a name in capitals, an
// office.
func (a *article) turn(r lang.Range) answer {
	text := strings.TrimRight(strings.TrimSpace(a.text(r)), ".:")
	switch strings.ToLower(text) {
	case "q", "question":
		return a.interviewer(r.First)
	case "a", "answer":
		return a.interviewee(r.First)
	}
	if e := a.byInitials(text); e >= 0 {
		return answer{ent: e, how: "the initials before the turn", sure: 0.85}
	}
	if ans := a.readSource(r, -1); ans.ent >= 0 && (a.ents[ans.ent].named || ans.doubt != "") {
		a.finish(&ans)
		titles := len(strings.Fields(text)) > len(strings.Fields(ans.name)) // MS LANG
		if ans.name == strings.ToUpper(ans.name) && (titles || len(ans.name) > 4 && a.ents[ans.ent].kind != organization) {
			ans.name = titled(ans.name)
		}
		return ans
	}
	name := text
	if strings.ToUpper(name) == name && len(name) > 4 {
		name = strings.ToLower(name)
	}
	ans := answer{ent: -1, name: lowerDeterminer(name), typ: claims.Unnamed, how: "the words before the turn", sure: 0.85}
	ans.ent = a.addDescribed(ans.name, claims.Unnamed, false)
	return ans
}

// titled writes a name in capitals with capitals only at the start of words.
func titled(name string) string {
	words := strings.Fields(name)
	for i, w := range words {
		words[i] = titleCase(w)
	}
	return strings.Join(words, " ")
}

func lowerDeterminer(s string) string {
	if rest, ok := strings.CutPrefix(s, "The "); ok {
		return "the " + rest
	}
	return s
}

// byInitials is the person of the article with these initials, or -1.
func (a *article) byInitials(text string) int32 {
	letters := strings.ToLower(strings.ReplaceAll(text, ".", ""))
	if len(letters) < 2 || len(letters) > 4 || strings.ToUpper(text) != text || strings.Contains(letters, " ") {
		return -1
	}
	if a.byLetters == nil {
		a.byLetters = map[string]int32{}
		for i := len(a.names) - 1; i >= 0; i-- {
			e := a.names[i].ent
			if a.ents[e].kind == person && len(a.ents[e].words) > 1 {
				a.byLetters[initials(a.ents[e].words)] = e
			}
		}
	}
	if e, ok := a.byLetters[letters]; ok {
		return e
	}
	return -1
}

// openInterview notes, at the first turn, who asks.
func (a *article) openInterview(tok int) {
	if a.opened == 0 {
		a.opened = tok + 1
		a.asking = a.asker(tok)
	}
}

// interviewer looks for the one who asks in front of the first turn: "Interview
// by Ana Ruiz", "sat down with Ana Ruiz of the Courier".
func (a *article) interviewer(tok int) answer {
	a.openInterview(tok)
	if e := a.asking; e >= 0 {
		return answer{ent: e, how: "asks the questions", sure: 0.85}
	}
	if name := a.byline(); name != "" {
		return answer{ent: -1, name: name, typ: claims.Person, how: "the byline", sure: 0.7}
	}
	return answer{
		ent: -1, name: "the interviewer", typ: claims.Unnamed, how: "asks the questions", sure: 0.6,
		doubt: "The text does not name who asks the questions.",
	}
}

// interviewee is the person that the introduction is about.
func (a *article) interviewee(tok int) answer {
	a.openInterview(tok)
	asker := a.asking
	tok = a.opened
	var list []scored
	for i := range a.mentions {
		m := a.mentions[i]
		if int(m.tok) >= tok || i > longAgo {
			break
		}
		e := &a.ents[m.ent]
		if m.ent == asker || e.kind == location || e.kind == organization && e.sure || e.plural || !e.named {
			continue
		}
		s := 1.5 - 0.1*float64(i)
		if m.part == subject {
			s += asSubject
		}
		if e.kind == person {
			s++
		}
		found := false
		for k := range list {
			if list[k].ent == m.ent {
				list[k].score = max(list[k].score, s) + 0.5
				found = true
			}
		}
		if !found {
			list = append(list, scored{m.ent, s})
		}
	}
	list = rank(list)
	if len(list) == 0 {
		return answer{
			ent: -1, name: "the interviewee", typ: claims.Unnamed, how: "answers the questions", sure: 0.5,
			doubt: "The text does not name who answers the questions.",
		}
	}
	ans := answer{ent: list[0].ent, how: "the interview is with " + a.ents[list[0].ent].name, sure: 0.88}
	if len(list) > 1 && list[0].score-list[1].score < 0.4 {
		ans.sure, ans.others = 0.6, []int32{list[1].ent}
		ans.doubt = "The introduction names two people; either could be answering."
	}
	return ans
}

// forwardNominal resolves somebody who is only described in a headline by the
// body of the article.
func (a *article) forwardNominal(ans answer, tok int) answer {
	if tok >= len(a.toks) || ans.ent < 0 || a.ents[ans.ent].named || len(a.ents[ans.ent].at) == 0 || !a.inHeadline(tok) {
		return ans
	}
	head := int(a.ents[ans.ent].at[0])
	if r := a.nominalAt(head); r.Len() > 0 && a.inHeadline(head) {
		if named, ok := a.byRoleMention(r, head, -1); ok {
			return named
		}
	}
	return ans
}

// forward resolves the source of attribution self in a headline by the body: who
// says the same below, else the speaker of the first attributions, if the mention
// can mean them.
func (a *article) forward(r lang.Range, ans answer, self int) answer {
	head := a.nounOf(r)
	if e := a.fullerBelow(r, head); e >= 0 {
		return answer{ent: e, how: "the article says in full who “" + a.text(r) + "” are", sure: 0.75}
	}
	if head < 0 || a.cls[head]&groupNoun != 0 || a.cls[head]&(roleNoun|orgNoun) == 0 || ans.ent >= 0 && a.ents[ans.ent].named {
		return ans
	}
	if again, ok := a.saidAgain(self, r); ok {
		return again
	}
	for i := 0; i < len(a.spoken) && i < 3; i++ {
		u := a.spoken[i]
		if u.ent < 0 || !a.ents[u.ent].named || u.tok < r.Last {
			continue
		}
		e := &a.ents[u.ent]
		if a.cls[head]&roleNoun != 0 && e.kind == person || a.cls[head]&roleNoun == 0 && e.kind == organization {
			return answer{
				ent: u.ent, how: "the headline means who speaks first in the article", sure: 0.7,
				doubt: "The headline does not name the speaker.",
			}
		}
	}
	return ans
}

// fullerBelow is the group, body or text without a name that a bare noun in the
// headline is called more fully when it speaks first below: "Scientists say" of
// "scientists from Varn University"; -1 where there is none.
func (a *article) fullerBelow(r lang.Range, head int) int32 {
	const first = 4
	if head < 0 || r.Len() != 1 || a.cls[head]&(groupNoun|orgNoun|document) == 0 {
		return -1
	}
	noun := a.toks[head].Lower
	for i := 0; i < len(a.spoken) && i < first; i++ {
		u := a.spoken[i]
		if u.ent < 0 || a.ents[u.ent].named || u.tok < r.Last {
			continue
		}
		words := foldWords(a.ents[u.ent].name)
		if same := has(words, noun) || scholars[noun] && scholars[a.ents[u.ent].head]; same && len(words) > 1 && !vague[words[0]] {
			return u.ent
		}
	}
	return -1
}

// speakerAround is the speaker of the innermost quotation that holds the token
// and was resolved, or of the turn of a transcript.
func (a *article) speakerAround(tok int) (utterance, bool) {
	for n, q := 0, a.toks[tok].Quote; n < deepest && q >= 0 && q < len(a.doc.Quotations); n, q = n+1, a.doc.Quotations[q].Outer {
		if i, ok := a.quoted[q]; ok && a.spoken[i].name != "" {
			return a.spoken[i], true
		}
	}
	return a.turnAround(tok)
}

// turnAround is who has the word in the turn of a transcript that holds the token.
func (a *article) turnAround(tok int) (utterance, bool) {
	at := a.toks[tok].Span
	k := sort.Search(len(a.turns), func(i int) bool { return a.turns[i].words.Start > at.Start }) - 1
	if k >= 0 && a.turns[k].words.Contains(at) {
		return a.spoken[a.turns[k].by], true
	}
	return utterance{}, false
}

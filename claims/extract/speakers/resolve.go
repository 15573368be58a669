package speakers

import (
	"sort"

	"onrecord/claims"
	"onrecord/claims/lang"
)

// utterance is an attribution that was resolved: who spoke where.
type utterance struct {
	attr int   // index of the attribution
	tok  int   // the source, or the content where there is no source
	ent  int32 // -1 where the speaker is not one of the article's entities
	name string
}

// spokenTurn is a turn of an interview or transcript.
type spokenTurn struct {
	words claims.Span
	by    int // index into spoken
}

// Resolve names the speaker of each attribution. The result has one entry for
// each of attrs, in their order. It never fails: where nothing can be said, the
// entry has an empty name and says so in its doubt. It takes time linear in the
// length of the text.
func Resolve(doc *lang.Document, in Input, attrs []Attribution) []Resolution {
	out := make([]Resolution, len(attrs))
	if len(attrs) == 0 {
		return out
	}
	a := newArticle(doc, in)
	a.attrs = attrs
	a.quoted = make(map[int]int, len(attrs))
	for _, late := range []bool{false, true} {
		for _, i := range a.order() {
			if a.waits(i) == late {
				out[i] = a.resolve(i)
			}
		}
	}
	a.reconsider(out)
	a.retold(out)
	return out
}

// reconsider resolves those pronouns again that went to somebody of whom the
// rest of the article tells that it cannot be them.
func (a *article) reconsider(out []Resolution) {
	for _, u := range a.spoken {
		at := a.attrs[u.attr]
		r, ok := a.sourceTokens(at)
		if !ok || r.Len() != 1 || u.ent < 0 || a.isTurn(r, at) {
			continue
		}
		sex := pronounSex(a.toks[r.First].Lower)
		if sex == unknown || a.ents[u.ent].sex == unknown || a.ents[u.ent].sex == sex {
			continue
		}
		ans := a.readSource(r, u.attr)
		a.finish(&ans)
		out[u.attr] = a.resolution(ans)
	}
}

// order lists the attributions as they stand in the text.
func (a *article) order() []int {
	order := make([]int, len(a.attrs))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(x, y int) bool { return a.place(order[x]) < a.place(order[y]) })
	return order
}

// place is where an attribution stands: at its source or, without one, at its
// content.
func (a *article) place(i int) int {
	for _, part := range [][]claims.Span{a.attrs[i].Source, a.attrs[i].Content, a.attrs[i].Cue} {
		if len(part) > 0 {
			return part[0].Start
		}
	}
	return 0
}

// waits reports whether an attribution is resolved after the others: a
// headline, which points forward, and the first person of a quotation, whose
// speaker may be named behind it.
func (a *article) waits(i int) bool {
	at := a.attrs[i]
	if len(at.Source) == 0 {
		return false
	}
	r := a.tokensOf(at.Source[0])
	if r.Len() <= 0 || r.First >= len(a.toks) {
		return false
	}
	if a.inHeadline(r.First) {
		return true
	}
	switch a.toks[r.First].Lower {
	case "i", "we", "me", "us", "my", "our":
		return r.Len() == 1
	}
	return false
}

// resolve decides one attribution and remembers who spoke.
func (a *article) resolve(i int) Resolution {
	at := a.attrs[i]
	var ans answer
	tok := a.firstToken(a.place(i), true)
	r, ok := a.sourceTokens(at)
	switch {
	case !ok:
		ans = a.besideCue(at)
		if ans.ent < 0 && at.Quoted { // reported words that name nobody stay open: "Asked whether she would go, …"
			ans = a.forwardNominal(a.floating(tok), tok)
		}
	case a.isTurn(r, at):
		ans = a.turn(r)
	default:
		ans = a.readSource(r, i)
		if ans.sure < 0.9 && a.inHeadline(r.First) {
			ans = a.forward(r, ans, i)
		}
	}
	a.finish(&ans)
	a.remember(i, tok, ans, ok && a.isTurn(r, at))
	return a.resolution(ans)
}

// sourceTokens gives the tokens of the source mention; of several spans the
// first that is more than a relative pronoun.
func (a *article) sourceTokens(at Attribution) (lang.Range, bool) {
	best, ok := lang.Range{}, false
	for _, s := range at.Source {
		r := a.tokensOf(s)
		r.First, r.Last = max(0, r.First), min(r.Last, len(a.toks))
		if r.Len() <= 0 {
			continue
		}
		if !ok || best.Len() == 1 && relativePronoun(a.toks[best.First].Lower) {
			best, ok = r, true
		}
	}
	return best, ok
}

func relativePronoun(w string) bool { return w == "who" || w == "which" || w == "that" }

// remember notes the speaker for the attributions that follow.
func (a *article) remember(i, tok int, ans answer, turn bool) {
	u := utterance{attr: i, tok: tok, ent: ans.ent, name: ans.name}
	a.spoken = append(a.spoken, u)
	if c := a.attrs[i].Content; turn && len(c) > 0 {
		a.turns = append(a.turns, spokenTurn{claims.Cover(c), len(a.spoken) - 1})
	}
	for _, s := range a.attrs[i].Content {
		k := a.firstToken(s.Start, true)
		if k < len(a.toks) {
			if q := a.toks[k].Quote; q >= 0 {
				if _, ok := a.quoted[q]; !ok {
					a.quoted[q] = len(a.spoken) - 1
				}
			}
		}
	}
}

// inContent reports whether a token stands in what attribution i attributes.
func (a *article) inContent(i, tok int) bool {
	if i < 0 || i >= len(a.attrs) {
		return false
	}
	for _, s := range a.attrs[i].Content {
		if s.Contains(a.toks[tok].Span) {
			return true
		}
	}
	return false
}

// finish fills name and type from the entity.
func (a *article) finish(ans *answer) {
	if ans.ent < 0 {
		return
	}
	e := &a.ents[ans.ent]
	if ans.name == "" {
		ans.name = a.nameOf(ans)
	}
	if ans.typ == "" {
		ans.typ = a.typeOf(e)
	}
}

// resolution turns the answer into what the caller gets.
func (a *article) resolution(ans answer) Resolution {
	res := Resolution{Name: ans.name, Type: ans.typ, Doubt: ans.doubt, Confidence: ans.sure}
	if ans.how != "" {
		res.Evidence = append(res.Evidence, ans.how)
	}
	if ans.name == "" {
		res.Type = ""
		res.Confidence = 0
		if res.Doubt == "" {
			res.Doubt = "The text does not say whose words these are."
		}
		return res
	}
	if res.Confidence < doubtBelow && res.Doubt == "" {
		res.Doubt = "Little in the text says that " + res.Name + " is meant."
	}
	if len(ans.others) > 0 {
		res.Candidates = append(res.Candidates, ans.name)
		for _, o := range ans.others {
			res.Candidates = addOnce(res.Candidates, a.ents[o].name)
		}
	}
	if res.Doubt != "" && len(res.Candidates) == 0 && ans.ent >= 0 && a.ents[ans.ent].named {
		res.Candidates = []string{ans.name} // one click settles it
	}
	for _, k := range ans.known {
		res.Candidates = addOnce(res.Candidates, a.in.Known[k].Name)
	}
	if ans.ent >= 0 {
		a.fillFromEntity(&res, &a.ents[ans.ent])
	}
	return res
}

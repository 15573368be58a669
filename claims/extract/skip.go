package extract

import (
	"strings"

	"onrecord/claims"
	"onrecord/claims/extract/attribution"
	"onrecord/claims/lang"
)

// skip takes away what only looks like a statement.
func (a *article) skip() {
	trailers := a.trailers()
	for _, d := range a.drafts {
		if d.discarded != "" || d.head < 0 {
			continue
		}
		switch {
		case trailers[a.scene.Para[d.head]]:
			d.drop("is a byline, credit or source line")
		case a.notYet(d), a.possible(d):
			d.drop("has not been said yet")
		case a.conditional(d):
			d.drop("is only supposed")
		case a.agentless(d), a.extraposed(d):
			d.drop("names nobody who says it")
		case a.refusal(d):
			d.drop("is a refusal to comment")
		case a.quotationAsSource(d):
			d.drop("has a quotation where the source should be")
		case a.describedNoun(d):
			d.drop("tells of the words, not what they are")
		case a.deed(d):
			d.drop("is something done, not said")
		case a.foreseen(d):
			d.drop("names nobody who says it")
		}
	}
}

// trailers tells which paragraphs are notes about the article rather than text.
func (a *article) trailers() map[int32]bool {
	out := map[int32]bool{}
	for p, r := range a.doc.Paragraphs {
		if a.trailer(r) {
			out[int32(p)] = true
		}
	}
	return out
}

func (a *article) trailer(r lang.Range) bool {
	const longest = 40
	if r.Len() > longest {
		return false
	}
	i := r.First
	for i < r.Last && !a.scene.IsWord(i) {
		i++
	}
	if i+1 >= r.Last {
		return false
	}
	first, second := a.token(i).Lower, a.token(i+1).Lower
	switch first {
	case "source", "sources", "photo", "photos", "photograph", "image", "images", "credit", "correction":
		return second == ":" || second == "by"
	case "by":
		return r.Len() <= 8 && a.token(r.Last-1).Word != "." && strings.ToUpper(a.token(i + 1).Word[:1]) == a.token(i + 1).Word[:1]
	case "reporting", "editing", "writing", "edited", "written", "compiled":
		return second == "by"
	case "additional":
		return second == "reporting"
	}
	return false
}

// refusal reports "declined to comment" and the like.
func (a *article) refusal(d *draft) bool {
	if a.token(d.head).Lemma == "comment" && a.auxiliary(d.head, "not", "n't", "n’t") {
		return true
	}
	if a.neither(d) || a.notConfirming(d) {
		return true
	}
	if len(d.content) != 1 || d.size() > 12 {
		return false
	}
	i := a.first(d)
	if a.token(i).Lower == "to" {
		i = a.scene.NextWord(i)
	}
	if i >= len(a.doc.Tokens) {
		return false
	}
	if d.size() == 1 && d.kind == claims.Indirect && a.token(i).Lower == "nothing" {
		return true // the mayor said nothing
	}
	switch a.token(i).Lower {
	case "comment", "elaborate", "discuss", "respond", "speak":
	case "say", "answer", "reply", "tell":
		const bare = 2 // "to say" alone: what was not said stands nowhere
		if d.size() > bare {
			return false
		}
	default:
		return false
	}
	cue := a.token(d.head).Lower
	return strings.HasPrefix(cue, "declin") || strings.HasPrefix(cue, "refus")
}

// notConfirming reports that somebody would not confirm or discuss a thing.
func (a *article) notConfirming(d *draft) bool {
	switch a.token(d.head).Lemma {
	case "confirm", "discuss":
	default:
		return false
	}
	return d.kind == claims.Indirect && a.auxiliary(d.head, "would", "could") && a.auxiliary(d.head, "not", "n't", "n’t") && !a.clause(d.content[0].First, d.last())
}

// neither reports a verb that is joined to its opposite: would neither confirm
// nor deny, refused to confirm or deny.
func (a *article) neither(d *draft) bool {
	for i := max(1, d.cue[0].First-1); i <= d.cue[len(d.cue)-1].Last+1 && i+1 < len(a.doc.Tokens); i++ {
		if w := a.token(i).Lower; (w == "or" || w == "nor") && a.token(i-1).Lemma == "confirm" && a.token(i+1).Lemma == "deny" {
			return true
		}
	}
	return false
}

// inner is the first word of a stretch.
func (a *article) inner(st attribution.Stretch) int {
	if a.scene.IsWord(st.First) {
		return st.First
	}
	return min(a.scene.NextWord(st.First), st.Last)
}

// quotationAsSource reports a source that is somebody's words in quotation
// marks: the 9.15 train says: “We are ready”.
func (a *article) quotationAsSource(d *draft) bool {
	if len(d.source) != 1 {
		return false
	}
	q := a.quotationFrom(d.source[0].Last, d.head)
	if q < 0 || a.nameLike(q, d) {
		return false
	}
	first, last := int(a.scene.Quote[q].First), int(a.scene.Quote[q].Last)
	return first <= a.inner(d.source[0]) && last >= d.source[0].Last && a.endsSentence(last-1)
}

package speakers

import (
	"strings"

	"onrecord/claims/lang"
)

// goesOnSpeaking resolves a definite description of one person that adds to what
// somebody named has just said in the same paragraph: "Ruiz said ... But, the
// former head of Delmar Rail added, ...".
func (a *article) goesOnSpeaking(core lang.Range, head, self int) (answer, bool) {
	c := a.cls[head]
	if c&(roleNoun|personWord) == 0 || c&groupNoun != 0 || a.toks[head].Tag == "NNS" || a.word(core.First) != "the" || besides[a.toks[head].Lower] || a.toks[head].Lower == "source" || len(a.spoken) == 0 || !a.cueGoesOn(self) {
		return nobody, false
	}
	last := a.spoken[len(a.spoken)-1]
	if last.ent < 0 || last.tok >= core.First || a.para[a.toks[last.tok].Sent] != a.para[a.toks[core.First].Sent] {
		return nobody, false
	}
	e := &a.ents[last.ent]
	if sex := sexOfClass(c & (roleM | roleF)); !e.named || e.kind != person || sex != unknown && e.sex != unknown && sex != e.sex {
		return nobody, false
	}
	return answer{
		ent: last.ent, how: "“" + a.text(core) + "” takes up " + e.name, sure: 0.75,
		doubt: "The article does not say in so many words who “" + a.text(core) + "” is.",
	}, true
}

// cueGoesOn reports whether the reporting words say that the speaker goes on.
func (a *article) cueGoesOn(self int) bool {
	if self < 0 || self >= len(a.attrs) {
		return false
	}
	cue := a.attrs[self].Cue
	if len(cue) == 0 {
		return false
	}
	first, _, _ := strings.Cut(strings.ToLower(a.doc.Text[cue[0].Start:cue[0].End]), " ")
	return goingOn[first]
}

var goingOn = wordSet("added adds adding continued continues concluded")

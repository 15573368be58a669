package speakers

import "onrecord/claims/lang"

// scholars are nouns by which the same group is called in turn: "a team of
// scientists", "the researchers", "the authors".
var scholars = wordSet("researchers scientists authors academics scholars team")

// scholarly is the key of the latest group of them.
const scholarly = "(scholars)" // no noun

// studyOf are nouns by which the same text is called in turn, with the key of the
// latest of them: "a Varn University poll", "the survey".
var studyOf = map[string]string{
	"poll": "(poll)", "survey": "(poll)", "study": "(study)", "paper": "(study)", "research": "(study)",
}

// vague open phrases about people who are not spoken of further.
var vague = wordSet("some many most other several few all no such")

// onlyScholars reports whether a phrase is "the researchers" and no more.
func (a *article) onlyScholars(r lang.Range, head int) bool {
	return scholars[a.toks[head].Lower] && r.Len() == 2 && a.word(r.First) == "the"
}

// onlyStudy reports whether a phrase is "the survey" and no more.
func (a *article) onlyStudy(r lang.Range, head int) bool {
	return studyOf[a.toks[head].Lower] != "" && r.Len() == 2 && a.word(r.First) == "the"
}

// fresh reports whether the entity was spoken of shortly before token i.
func (a *article) fresh(e int32, i int) bool {
	const near = 2 // paragraphs
	k := a.ents[e].before(i)
	return k >= 0 && a.para[a.toks[i].Sent]-a.para[a.toks[k].Sent] <= near
}

// othersIn reports whether a phrase says that its group is not the one of the
// report: "a second team", "independent scientists".
func (a *article) othersIn(r lang.Range) bool {
	for i := r.First; i < r.Last; i++ {
		if others[a.word(i)] {
			return true
		}
	}
	return false
}

var others = wordSet("second third another other others rival separate independent different outside earlier previous")

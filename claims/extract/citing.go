package extract

import (
	"strings"

	"onrecord/claims/extract/attribution"
)

// citing gives the words that somebody reports to whom they are said to come from:
// [The Sun] had reported, citing [two officials], [that …]. Things that are cited
// ("citing new tariffs") are no source.
func (a *article) citing() {
	for _, d := range a.drafts {
		if d.discarded != "" || d.head < 0 || a.token(d.head).Lower != "citing" || len(d.content) != 1 || d.content[0].First < d.head {
			continue
		}
		st := d.content[0]
		comma := a.behindComma(d.head+1, st.Last) - 1
		cited := attribution.Stretch{First: d.head + 1, Last: comma - 1}
		if comma >= st.Last || cited.Last < cited.First || !a.personal(cited) || a.clause(cited.First, cited.Last) {
			continue
		}
		st.First = a.scene.NextWord(comma)
		d.source, d.content, d.rule = []attribution.Stretch{cited}, []attribution.Stretch{st}, citedSource
	}
}

// personal reports whether the noun that the words are about is for somebody who
// speaks: two officials of the ministry, not the ministers' refusal.
func (a *article) personal(st attribution.Stretch) bool {
	noun := -1
	for i := st.First; i <= st.Last; i++ {
		tag := a.token(i).Tag
		if strings.HasPrefix(tag, "NN") {
			noun = i
		} else if noun >= 0 && tag != "POS" && !strings.HasPrefix(tag, "JJ") && tag != "HYPH" {
			break
		}
	}
	return noun >= 0 && a.scene.Personal(noun)
}

package extract

import (
	"strings"

	"onrecord/claims/extract/attribution"
)

// mendSources takes out of a source what stands beside it: the day, the
// occasion, somebody's quoted words.
func (a *article) mendSources() {
	for _, d := range a.drafts {
		if d.head >= 0 && len(d.source) == 0 {
			a.capitalSubject(d)
			a.nameInContent(d)
		}
		if d.head >= 0 {
			a.subjectElsewhere(d)
		}
		if d.head < 0 || len(d.source) != 1 {
			continue
		}
		a.roleInContent(d)
		a.leadIn(d)
		a.ownersHead(d)
		a.trailing(d)
	}
}

// nameInContent gives back a name between commas that the content took from a
// source of which nothing was seen: [The eggs are gone, the keeper,] [Ada Ide],
// said.
func (a *article) nameInContent(d *draft) {
	st := &d.content[len(d.content)-1]
	if !a.speech(d.head) || st.Last >= d.cue[0].First {
		return
	}
	for i := d.cue[0].First - 1; i > st.Last; i-- {
		if a.token(i).Word != "," {
			return
		}
	}
	first := st.Last
	for first > st.First && a.capital(first) && a.scene.IsWord(first) {
		first--
	}
	if first == st.Last || a.token(first).Word != "," {
		return
	}
	d.source = []attribution.Stretch{{First: first + 1, Last: st.Last}}
	st.Last = first - 1
}

// roleInContent gives back a role that the content before the source took from
// it: [the road is closed], [the mayor, Ida Holt], said; …, [director Ida Holt]
// said.
func (a *article) roleInContent(d *draft) {
	st := &d.source[0]
	content := &d.content[len(d.content)-1]
	if st.Last > d.head || content.Last >= st.First || !a.capital(st.First) || a.token(content.Last).Quote != a.token(st.First).Quote {
		return
	}
	between := st.First - 1
	if between > content.Last && (between > content.Last+1 || a.token(between).Word != ",") {
		return
	}
	first := content.Last
	for first > content.First+2 && a.scene.IsWord(first-1) && (a.nominal(first-1) || a.token(first-1).Tag == "POS" || a.token(first-1).Tag == "HYPH") {
		first--
	}
	role := attribution.Stretch{First: first, Last: content.Last}
	comma := first - 1
	if comma <= content.First+1 || a.token(comma).Word != "," || !a.scene.Personal(role.Last) && !a.scene.MayBePerson(role.Last) {
		return
	}
	st.First = role.First
	content.Last = comma - 1
}

// leadIn leaves out what opens the sentence before the source: [On Monday,]
// ministers; [In a note to tenants,] the landlord.
func (a *article) leadIn(d *draft) {
	st := &d.source[0]
	t := a.token(st.First)
	if t.Tag != "IN" && !a.temporal(st.First) && !(a.temporal(st.First+1) && (t.Lower == "this" || t.Lower == "last" || t.Lower == "late" || t.Lower == "early")) {
		return
	}
	switch t.Lower {
	case "of", "over", "about", "around", "up", "some", "than", "at": // about 40 doctors, at least ten people
		return
	}
	from := a.pastTime(st.First, st.Last)
	for i := st.First; i < st.Last && from == st.First; i++ {
		if w := a.token(i).Word; w == "," {
			from = i + 1
		}
	}
	if from > st.First && from <= st.Last && a.scene.IsWord(from) && a.nominal(from) {
		st.First = from
	}
}

// capitalSubject takes for the source the name that opens the sentence right
// before the cue, whatever the tagger made of it: [Downing Lane] insists.
func (a *article) capitalSubject(d *draft) {
	const longest = 5
	first := a.doc.Sentences[a.token(d.head).Sent].First
	if d.head == first || d.head-first > longest || d.cue[0].First != d.head {
		return
	}
	for i := first; i < d.head; i++ {
		if !a.capital(i) {
			return
		}
	}
	d.source = []attribution.Stretch{{First: first, Last: d.head - 1}}
}

// nominal reports whether a mention can begin with the token.
func (a *article) nominal(i int) bool {
	switch tag := a.token(i).Tag; {
	case tag == "DT", tag == "PRP", tag == "PRP$", tag == "CD", strings.HasPrefix(tag, "NN"), strings.HasPrefix(tag, "JJ"):
		return true
	}
	return false
}

// pastTime is the first word after a time that begins at token i, or i.
func (a *article) pastTime(i, last int) int {
	k := i
	switch a.token(k).Lower {
	case "on", "this", "last", "late", "early", "earlier", "since", "by":
		k++
	}
	if k > last || !a.temporal(k) {
		return i
	}
	for k++; k <= last && (partsOfDay[a.token(k).Lower] || a.token(k).Tag == "CD" || a.token(k).Word == ","); k++ {
	}
	if k > last || a.token(k).Tag == "POS" || a.finite(k) {
		return i
	}
	return k
}

// ownersHead begins a source that is only whose somebody is with that one: [The head
// of] the Dock Workers' Union says.
func (a *article) ownersHead(d *draft) {
	st := &d.source[0]
	i := st.First - 2
	if tag := a.token(d.head).Tag; i < 0 || !strings.HasPrefix(tag, "VB") || tag == "VBG" && !a.capital(i) {
		return
	}
	if st.Last >= d.head || a.token(i+1).Lower != "of" || !strings.HasPrefix(a.token(i).Tag, "NN") || a.token(i).Word == "%" || a.temporal(i) || a.token(i).Sent != a.token(st.First).Sent {
		return
	}
	for i > 0 && a.token(i-1).Sent == a.token(i).Sent && (a.joinable(d, i-1) || a.token(i-1).Tag == "CD") && a.token(i).Tag != "DT" && a.token(i).Tag != "PRP$" {
		i--
	}
	if whole := (attribution.Stretch{First: i, Last: st.Last}); !a.covered(d, whole) {
		*st = whole
	}
}

// trailing leaves out the day behind a source: police [on Thursday].
func (a *article) trailing(d *draft) {
	st := &d.source[0]
	for i := st.First + 1; i < st.Last; i++ {
		if strings.HasPrefix(a.token(i).Tag, "VB") {
			return // an audit published on Monday
		}
		if a.token(i).Lower != "on" || !a.temporal(i+1) {
			continue
		}
		end := i + 1
		for end < st.Last && (partsOfDay[a.token(end+1).Lower] || a.token(end+1).Tag == "CD") {
			end++
		}
		if end == st.Last {
			*st = a.words(st.First, i-1)
		}
		return
	}
}

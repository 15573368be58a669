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
		a.roleInCue(d)
		a.roleInContent(d)
		a.leadIn(d)
		a.trailing(d)
		a.wholeNickname(d)
		a.beforeQuotation(d)
		a.accordingClause(d)
	}
}

// roleInCue gives back a role that the cue took from the source: said [warden
// Otto Pelz].
func (a *article) roleInCue(d *draft) {
	cue, st := &d.cue[len(d.cue)-1], &d.source[0]
	if cue.Last+1 != st.First || !strings.HasPrefix(a.token(d.head).Tag, "VB") {
		return
	}
	for cue.Last > d.head && (strings.HasPrefix(a.token(cue.Last).Tag, "NN") || a.scene.MayBePerson(cue.Last)) {
		st.First = cue.Last
		cue.Last--
	}
}

// nameInContent gives back a name between commas that the content took from a
// source of which nothing was seen: [The eggs are gone, the keeper,] [Ada Ide],
// said.
func (a *article) nameInContent(d *draft) {
	st := &d.content[len(d.content)-1]
	if len(d.source) > 0 || !a.speech(d.head) || st.Last >= d.cue[0].First || a.token(st.Last).Quote != a.token(d.head).Quote {
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
	if first == st.Last || a.token(first).Word != "," || !a.clause(st.First, first-1) {
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
	if comma <= content.First+1 || a.token(comma).Word != "," || !a.scene.Personal(role.Last) && !a.scene.MayBePerson(role.Last) || !a.clause(content.First, comma-1) {
		return
	}
	if apart := between > content.Last; apart != (a.token(role.First).Tag == "DT" || a.token(role.First).Tag == "PRP$" || a.possessive(role)) {
		return // “the mayor, Ida Holt” has a comma, “director Ida Holt” has none
	}
	st.First = role.First
	content.Last = comma - 1
}

// possessive reports whether the words hold a possessive: the union's leader.
func (a *article) possessive(st attribution.Stretch) bool {
	for i := st.First; i <= st.Last; i++ {
		if a.token(i).Tag == "POS" {
			return true
		}
	}
	return false
}

// leadIn leaves out what opens the sentence before the source: [On Monday,]
// ministers; [In a note to tenants,] the landlord.
func (a *article) leadIn(d *draft) {
	st := &d.source[0]
	t := a.token(st.First)
	if st.First == st.Last || t.Tag != "IN" && a.agoIn(st) < 0 && !a.temporal(st.First) && !(a.temporal(st.First+1) && (t.Lower == "this" || t.Lower == "last" || t.Lower == "late" || t.Lower == "early")) {
		return
	}
	switch t.Lower {
	case "of", "over", "about", "around", "up", "some", "than", "at": // about 40 doctors, at least ten people
		return
	}
	from := a.pastTime(st.First, st.Last)
	if i := a.agoIn(st); i >= 0 {
		from = i + 1
	}
	for i := st.First; i < st.Last && from == st.First; i++ {
		if w := a.token(i).Word; w == "," {
			from = i + 1
		}
	}
	if from > st.First && from <= st.Last && a.scene.IsWord(from) && a.nominal(from) {
		st.First = from
	}
}

// agoIn is the "ago" that ends a time at the head of a source, or -1: [Two weeks
// ago] Ida Holt.
func (a *article) agoIn(st *attribution.Stretch) int {
	const longest = 4 // about two weeks ago
	for i := st.First + 1; i < st.Last && i < st.First+longest; i++ {
		if a.token(i).Lower == "ago" {
			return i
		}
	}
	return -1
}

// capitalSubject takes for the source the name that opens the sentence right
// before the cue, whatever the tagger made of it: [Downing Lane] insists.
func (a *article) capitalSubject(d *draft) {
	const longest = 5
	first := a.doc.Sentences[a.token(d.head).Sent].First
	if !a.speech(d.head) && !a.finite(d.head) || d.head == first || d.head-first > longest || d.cue[0].First != d.head {
		return
	}
	for i := first; i < d.head; i++ {
		if !a.scene.IsWord(i) || !a.capital(i) || i == first && a.token(i).Tag == "IN" {
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
			st.Last = i - 1
			for st.Last > st.First && !a.scene.IsWord(st.Last) {
				st.Last--
			}
		}
		return
	}
}

// wholeNickname begins a source that was cut inside a nickname with the name
// before it: Gina “[the Fox” Bello].
func (a *article) wholeNickname(d *draft) {
	st := &d.source[0]
	q := a.scene.Outermost(st.First)
	if q < 0 || q == a.scene.Outermost(d.head) || q == a.scene.Outermost(st.Last) || st.Last < int(a.scene.Quote[q].Last) {
		return
	}
	first := int(a.scene.Quote[q].First)
	for first > 0 && a.capital(first-1) && a.scene.IsWord(first-1) && a.token(first-1).Sent == a.token(st.First).Sent {
		first--
	}
	if first < int(a.scene.Quote[q].First) {
		st.First = first
	}
}

// beforeQuotation ends a source where the quotation begins that it runs into:
// reads [the judge's statement], “men and …
func (a *article) beforeQuotation(d *draft) {
	st := &d.source[0]
	q := a.scene.Outermost(st.Last)
	if q < 0 || q == a.scene.Outermost(d.head) {
		return
	}
	m := a.scene.Quote[q]
	nickname := int(m.Last) <= st.Last+2 && a.token(max(0, int(m.First)-1)).Word != ","
	if int(m.First) <= st.First || nickname {
		return
	}
	last := int(m.First) - 1
	for last > st.First && !a.scene.IsWord(last) {
		last--
	}
	st.Last = last
	if !d.covers(int(m.Last)) && a.runsOn(d, int(m.First)) {
		d.content = append(d.content, attribution.Stretch{First: int(m.First), Last: int(m.Last)})
	}
}

// runsOn reports whether a quotation at token i can go on with the content:
// the content is quoted and stands before it.
func (a *article) runsOn(d *draft, i int) bool {
	return d.last() < i && a.quotationFrom(a.first(d), d.head) >= 0
}

// accordingClause divides “According to reports, the mayor was ill; …” at the
// comma where the source had taken in a clause.
func (a *article) accordingClause(d *draft) {
	st := &d.source[0]
	if a.token(d.head).Lower != "according" || st.First < d.head || !a.clause(st.First, st.Last) {
		return
	}
	r := a.doc.Sentences[a.token(d.head).Sent]
	if a.firstWord(r) != d.head {
		return
	}
	for i := st.First + 1; i < st.Last; i++ {
		switch t := a.token(i); {
		case t.Tag == "WDT" || t.Tag == "WP" || t.Tag == "WP$" || a.finite(i):
			return
		case t.Word == "," && strings.HasPrefix(a.token(i+1).Tag, "W"):
			return
		case t.Word == ",":
			st.Last = i - 1
			d.content = []attribution.Stretch{{First: a.scene.NextWord(i), Last: a.lastWord(r)}}
			return
		}
	}
}

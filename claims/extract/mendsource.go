package extract

import (
	"strings"

	"onrecord/claims/extract/attribution"
)

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
	if st.First == st.Last || t.Tag != "IN" && !a.temporal(st.First) && !(a.temporal(st.First+1) && (t.Lower == "this" || t.Lower == "last" || t.Lower == "late" || t.Lower == "early")) {
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

// wholeName completes a source that was cut inside a run of names and nouns:
// [Fire chief] Andre Lomax, Harbour [chief Nils Oberon].
func (a *article) wholeName(d *draft) {
	if len(d.source) != 1 {
		return
	}
	st := &d.source[0]
	for i := st.Last + 1; a.joins(i, st.Last, d); i++ {
		st.Last = i
	}
	for i := st.First - 1; i >= 0 && a.joins(i, st.First, d) && !a.temporal(i); i-- {
		st.First = i
	}
}

// joins reports whether token i continues the run of nouns at token at.
func (a *article) joins(i, at int, d *draft) bool {
	if i < 0 || i >= len(a.doc.Tokens) || d.covers(i) || inside(d.cue, i) || a.token(i).Sent != a.token(at).Sent || a.token(i).Quote != a.token(at).Quote {
		return false
	}
	noun := func(k int) bool {
		return a.scene.IsWord(k) && (strings.HasPrefix(a.token(k).Tag, "NN") || a.scene.MayBePerson(k))
	}
	if !noun(i) || !noun(at) {
		return false
	}
	return a.token(max(i, at)).Tag == "NNP" || i < at && a.token(i).Head == at
}

// withoutAuxiliary gives the cue the auxiliaries and adverbs that the source
// ends with: [the company] [had earlier said].
func (a *article) withoutAuxiliary(d *draft) {
	st, cue := &d.source[0], &d.cue[0]
	if st.Last+1 != cue.First {
		return
	}
	auxiliary := -1
	for i := st.Last; i > st.First; i-- {
		t := a.token(i)
		if a.finite(i) && (t.Tag == "MD" || t.Lemma == "have" || t.Lemma == "be" || t.Lemma == "do") {
			auxiliary = i
			break
		}
		if !strings.HasPrefix(t.Tag, "RB") {
			return
		}
	}
	if auxiliary > st.First {
		st.Last, cue.First = auxiliary-1, auxiliary
	}
}

// wholePossessive joins a source that was cut at a possessive: [UNESCO's
// director-general].
func (a *article) wholePossessive(d *draft) {
	st := &d.source[0]
	if last := d.cue[0].First - 1; a.token(st.Last).Tag == "POS" && strings.HasPrefix(a.token(d.head).Tag, "VB") && last > st.Last {
		for i := st.Last + 1; i <= last && a.joinable(d, i); i++ {
			if i == last {
				st.Last = last
			}
		}
	}
	if st.First < 2 || a.token(st.First-1).Tag != "POS" || !a.joinable(d, st.First-2) {
		return
	}
	first := st.First - 2
	for first > 0 && a.joinable(d, first-1) && a.token(first-1).Sent == a.token(st.First).Sent {
		first--
	}
	if whole := (attribution.Stretch{First: first, Last: st.Last}); !a.covered(d, whole) {
		*st = whole
	}
}

// joinable reports whether the token can be a word within a noun phrase of the
// source: no part of the cue, in the same quotation.
func (a *article) joinable(d *draft, i int) bool {
	if i >= len(a.doc.Tokens) || inside(d.cue, i) || d.covers(i) || a.token(i).Quote != a.token(d.head).Quote {
		return false
	}
	switch tag := a.token(i).Tag; tag {
	case "HYPH", "DT", "PRP$":
		return true
	default:
		return strings.HasPrefix(tag, "NN") || strings.HasPrefix(tag, "JJ")
	}
}

// covered reports whether the content holds a token of the stretch.
func (a *article) covered(d *draft, st attribution.Stretch) bool {
	for i := st.First; i <= st.Last; i++ {
		if d.covers(i) {
			return true
		}
	}
	return false
}

// withAppositive takes in the name between commas that ends right before the cue:
// [One of them, retired teacher Beth Osgood], called it a handout.
func (a *article) withAppositive(d *draft) {
	const longest = 10
	st, cue := &d.source[0], d.cue[0].First
	first, last := st.Last+2, cue-2
	if cue < 2 || last <= first || last-first > longest || a.token(st.Last+1).Word != "," || a.token(cue-1).Word != "," || !a.finite(d.head) {
		return
	}
	name := attribution.Stretch{First: first, Last: last}
	if a.onePhrase(name) && a.capital(last) && !a.clause(first+1, last) && !a.temporal(last) && !a.covered(d, name) && a.token(first).Quote == a.token(d.head).Quote {
		st.Last = last
	}
}

// afterConjunction takes the noun phrase between a conjunction and the cue for the
// source where the models took the main clause in front, or how much later it
// was: The chairman resigned, hours after [a report] blamed him.
func (a *article) afterConjunction(d *draft) {
	const longest = 10
	st, first := &d.source[0], d.cue[0].First
	if st.Last >= first {
		return
	}
	clause := a.clause(st.First, st.Last)
	for i := first - 1; i > 0 && i > first-longest && !a.finite(i); i-- {
		switch a.token(i).Lower {
		case "after", "before":
			clause = clause || spansOfTime[a.token(i-1).Lower]
		case "when", "because", "while":
		default:
			continue
		}
		if subject := (attribution.Stretch{First: i + 1, Last: first - 1}); clause && subject.First <= subject.Last && a.nominal(subject.First) && a.onePhrase(subject) && !a.covered(d, subject) {
			*st = subject
		}
		return
	}
}

var spansOfTime = wordSet("second seconds minute minutes hour hours day days week weeks month months year years moment moments")

package speakers

import (
	"strings"

	"onrecord/claims/lang"
)

// kind is what a name most likely names.
type kind uint8

const (
	unsure kind = iota
	person
	organization
	location
)

// gender is what the text shows of a person: nothing more is ever assumed.
type gender int8

const (
	unknown gender = iota
	man
	woman
)

// name is one mention by name.
type name struct {
	toks  lang.Range // the name proper, without title and role
	role  lang.Range // title and role in front of it, empty where there is none
	text  string     // the name proper as it is shown
	words []string   // its words folded, "of" and the like left out
	kind  kind
	sex   gender
	the   bool  // "the" stands before it
	sure  bool  // a title, a role or a first name tells the kind
	ent   int32 // the entity, -1 before clustering
}

// scanNames finds the runs of capitals and the names in them.
func (a *article) scanNames() {
	a.at = make([]int32, len(a.toks))
	a.owner = make([]int32, len(a.toks))
	for i := range a.at {
		a.at[i], a.owner[i] = -1, -1
	}
	runs := a.scanRuns()
	single := a.singles(runs)
	runs = a.addShouted(runs)
	a.names = make([]name, 0, len(runs))
	for _, r := range runs {
		a.readRun(r, single)
	}
}

// singles collects the words that stand alone as a name somewhere: a surname
// among them shows where a name begins in "Arts Council Ana Ruiz".
func (a *article) singles(runs []lang.Range) map[string]bool {
	out := map[string]bool{}
	for _, r := range runs {
		if r.Len() == 1 && a.cls[r.First]&(people|roleNoun|orgHead|place) == 0 {
			out[fold(a.toks[r.First].Lower)] = true
		}
	}
	return out
}

// readRun divides a run into title, role and name and notes the name.
func (a *article) readRun(r lang.Range, single map[string]bool) {
	parts := a.parts(r)
	if len(parts) == 0 {
		return
	}
	from := a.afterRole(parts, single)
	if from == 0 && a.titledOf(r.First) {
		if k := a.splitTail(parts, single); k < len(parts) {
			from = k
		}
	}
	if from >= len(parts) {
		return // a role alone: "Secretary of State"
	}
	n := name{toks: lang.Range{First: parts[from].First, Last: r.Last}, ent: -1}
	n.role = a.roleBefore(r.First, parts, from)
	a.describe(&n, parts[from:])
	for i := n.toks.First; i < n.toks.Last; i++ {
		a.at[i] = int32(len(a.names))
	}
	for i := n.role.First; i < n.role.Last; i++ {
		a.owner[i] = int32(len(a.names))
	}
	a.names = append(a.names, n)
}

// titledOf reports whether a role without a determiner and "of", "for" or "at"
// stand in front: "director of Delmar Rail Ana Ruiz" goes on with a name.
func (a *article) titledOf(i int) bool {
	if a.word(i-1) == "the" {
		i--
	}
	if !nested(a.word(i-1)) || !a.is(i-2, roleNoun) || !a.sameSentence(i-2, i) {
		return false
	}
	start := a.phraseStart(i - 2)
	return start == 0 || !determiner(a.word(start-1)) || !a.sameSentence(start-1, i)
}

// parts groups the tokens of a run into words: "Man-kei" is one.
func (a *article) parts(r lang.Range) []lang.Range {
	var out []lang.Range
	for i := r.First; i < r.Last; i++ {
		if n := len(out); n > 0 && (a.glued(i) && out[n-1].Last == i && (dash(a.toks[i].Word) || dash(a.toks[i-1].Word))) {
			out[n-1].Last = i + 1
			continue
		}
		if isWord(a.toks[i].Word) {
			out = append(out, lang.Range{First: i, Last: i + 1})
		}
	}
	return out
}

// partClass is what a word of a name can be; a compound such as
// "vice-president" is looked up as a whole.
func (a *article) partClass(p lang.Range) class {
	if p.Len() == 1 {
		return a.cls[p.First]
	}
	return a.lex.of(strings.ToLower(a.text(p)))
}

// afterRole gives the index of the first part that belongs to the name: behind
// the last title or role. It is len(parts) where the run is a role alone.
func (a *article) afterRole(parts []lang.Range, single map[string]bool) int {
	last := len(parts) - 1
	if a.peopleOf(parts[last]) {
		return len(parts) // "House Democrats"
	}
	if a.partClass(parts[last])&orgHead != 0 && !a.personEnd(parts) {
		return 0 // the name of an organisation, whatever offices stand in it
	}
	for k := last; k >= 0; k-- {
		c := a.partClass(parts[k])
		if c&(office|title|roleNoun) == 0 && !a.pluralTitle(parts[k], k < last) || k > 0 && k == last && a.surnameLike(parts) || k == 0 && last > 0 && c&(firstM|firstF) != 0 && c&title == 0 {
			continue
		}
		if k == last {
			if c&title != 0 || last == 0 && c&(roleNoun|office) == 0 {
				return 0
			}
			return last + 1
		}
		if connector(a.toks[parts[k+1].First].Lower) {
			return k + 2 + a.splitTail(parts[k+2:], single)
		}
		return k + 1
	}
	if last > 0 && a.partClass(parts[0])&people != 0 && a.lex.words[a.toks[parts[1].First].Lower]&(firstM|firstF) != 0 {
		return 1 // "Democrat Bernie Ruiz"
	}
	return a.onlyPeople(parts)
}

// pluralTitle reports whether the word is a title that several names share:
// "Senators Ruiz and Quill".
func (a *article) pluralTitle(p lang.Range, before bool) bool {
	if !before || p.Len() > 1 || a.cls[p.First]&groupNoun == 0 {
		return false
	}
	one, ok := singular(a.toks[p.First].Lower)
	return ok && a.lex.of(one)&(office|roleM|roleF) != 0
}

// peopleOf reports whether the word is the plural of a people or party.
func (a *article) peopleOf(p lang.Range) bool {
	if p.Len() > 1 || a.cls[p.First]&groupNoun == 0 {
		return false
	}
	one, ok := singular(a.toks[p.First].Lower)
	return ok && a.lex.of(one)&people != 0
}

// onlyPeople gives len(parts) where all words are for peoples and parties:
// "American", "Republicans" are no names.
func (a *article) onlyPeople(parts []lang.Range) int {
	for _, p := range parts {
		if a.partClass(p)&(people|groupNoun) == 0 {
			return 0
		}
	}
	return len(parts)
}

// personEnd reports whether a run whose last word could end the name of an
// organisation is a person's name all the same: "Frank Church".
func (a *article) personEnd(parts []lang.Range) bool {
	n := len(parts)
	return n >= 2 && a.cls[parts[n-2].First]&(firstM|firstF) != 0 && a.cls[parts[n-2].First]&(roleNoun|place) == 0
}

// surnameLike reports whether the last word of a run, a role by itself, is a
// surname here: "Ada Baker".
func (a *article) surnameLike(parts []lang.Range) bool {
	n := len(parts)
	return a.cls[parts[n-1].First]&office == 0 && a.cls[parts[n-2].First]&(firstM|firstF|title) != 0
}

func connector(lower string) bool {
	switch lower {
	case "of", "for", "on", "to", "and", "the":
		return true
	}
	return false
}

// portfolio are the fields that follow "Minister of" before the name.
var portfolio = wordSet(`affairs agriculture commerce culture defence defense development economy education employment energy
	environment finance fisheries health housing immigration industry information interior justice labor labour migration
	planning science security sport sports state technology tourism trade transport transportation treasury veterans war water works`)

func wordSet(list string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(list) {
		out[w] = true
	}
	return out
}

// splitTail finds the person behind an office's field or body, as in "(Minister
// of) Education Ana Ruiz" or "(director of) Amnesty International Man-kei Tam",
// and gives the index where the name begins, or len(parts) where there is
// nobody.
func (a *article) splitTail(parts []lang.Range, single map[string]bool) int {
	n := len(parts)
	for k := range parts {
		if a.cls[parts[k].First]&title != 0 && k+1 < n {
			return k
		}
	}
	for k := 1; k < n; k++ {
		rest := n - k
		if rest < 2 || rest > 4 || connector(a.toks[parts[k].First].Lower) {
			continue
		}
		before := a.toks[parts[k-1].Last-1]
		if a.cls[parts[k].First]&(firstM|firstF) != 0 || portfolio[before.Lower] || a.partClass(parts[k-1])&orgHead != 0 ||
			acronym(before.Word) && k == 1 || a.isPlace(parts[:k]) {
			if a.partClass(parts[n-1])&(orgHead|place) == 0 {
				return k
			}
		}
	}
	if n >= 3 && single[fold(a.toks[parts[n-1].First].Lower)] {
		return n - 2
	}
	return n
}

// isPlace reports whether the parts together are a place of the list.
func (a *article) isPlace(parts []lang.Range) bool {
	if len(parts) == 1 {
		return a.cls[parts[0].First]&place != 0 && parts[0].Len() == 1
	}
	const longest = 5
	if a.cls[parts[0].First]&placeOpen == 0 || len(parts) > longest {
		return false
	}
	words := make([]string, len(parts))
	for i, p := range parts {
		words[i] = fold(a.toks[p.First].Lower)
	}
	return a.lex.places[strings.Join(words, " ")]
}

// roleBefore gives the tokens of title and role in front of the name: those of
// the run itself, or the lower-case noun before it with its modifiers.
func (a *article) roleBefore(runStart int, parts []lang.Range, from int) lang.Range {
	end := parts[from].First
	if from == 0 && a.is(end-1, roleNoun|title|orgNoun) && a.sameSentence(end-1, end) && a.gap(end) == " " {
		return lang.Range{First: a.phraseStart(end - 1), Last: end}
	}
	switch {
	case from == 0:
		return lang.Range{First: end, Last: end}
	case a.titledOf(runStart):
		return lang.Range{First: a.phraseStart(runStart - 2), Last: end}
	}
	return lang.Range{First: a.phraseStart(runStart), Last: end}
}

// phraseStart goes back from a noun over what modifies it.
func (a *article) phraseStart(i int) int {
	const longest = 8
	for n := 0; n < longest && i > 0 && a.sameSentence(i-1, i); n++ {
		t := &a.toks[i-1]
		switch {
		case a.cls[i-1]&grammar != 0 && t.Lower != "of" && t.Lower != "for" || !isWord(t.Word):
			if !dash(t.Word) || !a.glued(i) {
				return i
			}
		case t.Lower == "of" || t.Lower == "for" || t.Lower == "and":
			return i
		case strings.HasPrefix(t.Tag, "V") && t.Tag != "VBN" && t.Tag != "VBG", strings.HasPrefix(t.Tag, "R"), t.Tag == "IN":
			return i
		case strings.ContainsAny(a.gap(i), "\n"):
			return i
		}
		i--
	}
	return i
}

// describe fills in what the words of the name themselves tell.
func (a *article) describe(n *name, parts []lang.Range) {
	n.text = a.nameText(n.toks)
	n.words = make([]string, 0, len(parts))
	for _, p := range parts {
		w := a.toks[p.First].Lower
		if p.Len() > 1 {
			w = strings.ToLower(a.text(p))
		} else if connector(w) {
			continue
		}
		n.words = append(n.words, strings.TrimSuffix(fold(w), "."))
	}
	n.the = a.word(n.toks.First-1) == "the"
	n.kind, n.sure = a.kindOf(n, parts)
	n.sex = a.sexOf(n, parts)
}

// kindOf classifies a name by its own words and by what stands in front of it.
func (a *article) kindOf(n *name, parts []lang.Range) (kind, bool) {
	first, last := a.cls[parts[0].First], a.partClass(parts[len(parts)-1])
	given := first&(firstM|firstF) != 0
	switch {
	case last&orgHead != 0 && !(len(parts) == 2 && given && n.role.Len() > 0) && !(len(parts) == 1 && n.role.Len() > 0), a.hasOf(parts):
		return organization, true
	case n.role.Len() > 0 && a.roleOfBody(n.role):
		return organization, true
	case n.role.Len() > 0 && !acronym(n.text):
		return person, true
	case last&document != 0 && len(parts) > 1 && !given:
		return organization, true
	case a.geographic(parts):
		return location, true
	case a.isPlace(parts):
		return location, true
	case first&title != 0 && len(parts) > 1:
		return person, true
	case len(parts) == 1 && strings.ContainsAny(n.text, "0123456789"):
		return unsure, false
	case len(parts) == 1 && parts[0].Len() == 1 && innerCapital(n.text):
		return organization, false
	case len(parts) == 1 && acronym(n.text):
		return organization, false
	case given && len(parts) > 1 && last&place == 0:
		return person, true
	case n.the && len(parts) > 0:
		return organization, false
	case given:
		return person, false
	case len(parts) >= 2 && len(parts) <= 4 && !acronym(a.toks[parts[0].First].Word):
		return person, false
	case len(parts) >= 2 && len(parts) <= 4:
		return organization, false
	case len(parts) > 4:
		return organization, false
	}
	return unsure, false
}

// roleOfBody reports whether the words in front of a name are for an
// organisation: "the airline Skua Air".
func (a *article) roleOfBody(r lang.Range) bool {
	for i := r.First; i < r.Last; i++ {
		if a.cls[i]&(roleNoun|title) != 0 {
			return false
		}
	}
	return a.cls[r.Last-1]&orgNoun != 0
}

var (
	geoFirst = wordSet("st st. san santa lake mount mt mt. fort port cape upper lower new north south east west")
	geoLast  = wordSet(`street avenue road lane boulevard square bridge river valley park bay harbour harbor island islands hill hills
		mountain mountains lake sea ocean gulf peninsula desert forest beach airport castle county province district coast strait canal gate`)
)

// geographic reports whether the words of a name are those of a place: "Lake
// Varn", "Foundry Street".
func (a *article) geographic(parts []lang.Range) bool {
	if len(parts) < 2 {
		return false
	}
	first, last := a.toks[parts[0].First].Lower, a.toks[parts[len(parts)-1].First].Lower
	return geoFirst[first] || geoLast[last] && a.cls[parts[0].First]&(firstM|firstF) == 0
}

// innerCapital reports whether a capital stands inside the word, as in the
// names of companies and not as in "McEwan" or "O'Hara".
func innerCapital(w string) bool {
	for i := 1; i < len(w); i++ {
		if 'A' <= w[i] && w[i] <= 'Z' && 'a' <= w[i-1] && w[i-1] <= 'z' {
			switch w[:i] {
			case "Mc", "Mac", "De", "Di", "Du", "La", "Le", "Van", "Fitz", "Da":
				return false
			}
			return true
		}
	}
	return false
}

// hasOf reports whether the name holds "of" or "for" behind a word for an
// organisation.
func (a *article) hasOf(parts []lang.Range) bool {
	for k := 1; k < len(parts)-1; k++ {
		if w := a.toks[parts[k].First].Lower; (w == "of" || w == "for" || w == "on") && a.partClass(parts[k-1])&(orgHead|orgNoun) != 0 {
			return true
		}
	}
	return false
}

// sexOf reads the gender off title, role and first name.
func (a *article) sexOf(n *name, parts []lang.Range) gender {
	if n.kind != person && n.kind != unsure {
		return unknown
	}
	for i := n.role.Last - 1; i >= n.role.First; i-- {
		if g := sexOfClass(a.cls[i] & (roleM | roleF)); g != unknown {
			return g
		}
		if c := a.cls[i]; c&title != 0 {
			if g := titleSex(c); g != unknown {
				return g
			}
		}
	}
	switch a.cls[parts[0].First] & (firstM | firstF) {
	case firstM:
		return man
	case firstF:
		return woman
	}
	return unknown
}

func sexOfClass(c class) gender {
	switch {
	case c&roleM != 0 && c&roleF == 0:
		return man
	case c&roleF != 0 && c&roleM == 0:
		return woman
	}
	return unknown
}

func titleSex(c class) gender {
	switch c & (firstM | firstF) {
	case firstM:
		return man
	case firstF:
		return woman
	}
	return unknown
}

// nameText writes a name on one line, without a nickname and with capitals
// only where they belong.
func (a *article) nameText(r lang.Range) string {
	var b strings.Builder
	inNick, loud := false, a.loud(r)
	for i := r.First; i < r.Last; i++ {
		t := &a.toks[i]
		if quoteMark(t.Word) && !a.glued(i) != inNick {
			inNick = !inNick
			continue
		}
		if inNick || t.Word == "," && i+1 < r.Last && strings.HasPrefix(a.word(i+1), "inc") {
			continue
		}
		if b.Len() > 0 && a.gap(i) != "" {
			b.WriteByte(' ')
		}
		w := t.Word
		if loud {
			w = titleCase(w)
		}
		b.WriteString(w)
	}
	return b.String()
}

// loud reports whether a name of several words is written in capitals, as in
// transcripts and datelines.
func (a *article) loud(r lang.Range) bool {
	const shortest = 3
	words := 0
	for i := r.First; i < r.Last; i++ {
		w := a.toks[i].Word
		if !isWord(w) {
			continue
		}
		if len(w) < shortest || strings.ToUpper(w) != w {
			return false
		}
		words++
	}
	return words > 1
}

package speakers

import (
	"strings"

	"onrecord/claims/lang"
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
	a.full = a.fullNames(runs)
	runs = a.addShouted(runs)
	a.names = make([]name, 0, len(runs))
	for _, r := range runs {
		for _, part := range a.cutRun(r, single) {
			a.readRun(part, single)
		}
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
	if whole := (lang.Range{First: r.First - 1, Last: r.Last}); r.First > 0 && a.dateline(whole) {
		r = whole // "PORT VARN, Nov. 24 —"
	}
	parts := a.parts(r)
	if parts = a.withoutHonours(parts); len(parts) == 0 {
		return
	}
	full := r.Last
	r.Last = parts[len(parts)-1].Last
	from := a.afterRole(parts, single)
	if from == 0 && a.titledOf(r.First) {
		if k := a.splitTail(parts, single); k < len(parts) {
			from = k
		}
	}
	if a.dateline(r) {
		from = 0
	}
	if from == 1 && len(parts) == 1 && a.proper[a.toks[r.First].Lower] {
		from = 0 // "Baker", of Ann Baker
	}
	if from >= len(parts) {
		return // a role alone: "Secretary of State"
	}
	n := name{toks: lang.Range{First: parts[from].First, Last: r.Last}, ent: -1}
	n.role = a.roleBefore(r.First, parts, from)
	a.describe(&n, parts[from:])
	n.toks.Last = full
	for i := n.toks.First; i < n.toks.Last; i++ {
		a.at[i] = int32(len(a.names))
	}
	for i := n.role.First; i < n.role.Last; i++ {
		a.owner[i] = int32(len(a.names))
	}
	a.names = append(a.names, n)
}

// honours are the letters behind a name that are no part of it.
var honours = wordSet("mp mep msp ms mla td kc qc sc phd md frs cbe obe mbe kbe jp rn esq")

// withoutHonours leaves out the letters behind a name of two words or more:
// "Ben Arkwright MP", "Dame Ida Holt OBE".
func (a *article) withoutHonours(parts []lang.Range) []lang.Range {
	const least = 2
	for len(parts) > least {
		w := a.toks[parts[len(parts)-1].First].Word
		if !honours[strings.ToLower(w)] || strings.ToUpper(w) != w && w != "PhD" && w != "Esq" {
			break
		}
		parts = parts[:len(parts)-1]
	}
	return parts
}

// parts groups the tokens of a run into words: "Su-min" is one.
func (a *article) parts(r lang.Range) []lang.Range {
	var out []lang.Range
	for i := r.First; i < r.Last; i++ {
		if n := len(out); n > 0 && (a.glued(i) && out[n-1].Last == i && (dash(a.toks[i].Word) || dash(a.toks[i-1].Word))) {
			out[n-1].Last = i + 1
			continue
		}
		if isWord(a.toks[i].Word) || i > r.First && a.toks[i-1].Word == "," && a.year(i) {
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
	if full := indexName(n.words0()); full != "" && len(n.words) > 1 {
		n.words = append(foldWords(full), n.words[1:]...)
	}
	n.the = a.word(n.toks.First-1) == "the"
	if len(parts) == 1 && n.the && a.cls[n.toks.First]&people != 0 {
		n.text = "The " + n.text
	}
	n.kind, n.sure = a.kindOf(n, parts)
	n.sex = a.sexOf(n, parts)
}

// words0 is the first word of the name, folded; "" where it has none.
func (n *name) words0() string {
	if len(n.words) == 0 {
		return ""
	}
	return n.words[0]
}

// nameText writes a name on one line, without a nickname and with capitals
// only where they belong.
func (a *article) nameText(r lang.Range) string {
	var b strings.Builder
	inNick, loud := false, a.loud(r) || a.dateline(r)
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

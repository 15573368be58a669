package speakers

import (
	"strings"

	"onrecord/claims/lang"
)

// parties by their letter, as seats are written behind a name.
var partyOf = map[string]string{"R": "Republican", "D": "Democrat", "I": "independent"}

// states by the abbreviations that papers and the post use, in lower case and
// without stops.
var states = func() map[string]string {
	const table = `ala al Alabama|ak Alaska|ariz az Arizona|ark ar Arkansas|calif ca California|colo co Colorado|conn ct Connecticut|
		del de Delaware|fla fl Florida|ga Georgia|hi Hawaii|id Idaho|ill il Illinois|ind in Indiana|ia Iowa|kan kans ks Kansas|
		ky Kentucky|la Louisiana|me Maine|md Maryland|mass ma Massachusetts|mich mi Michigan|minn mn Minnesota|miss ms Mississippi|
		mo Missouri|mont mt Montana|neb nebr ne Nebraska|nev nv Nevada|nh New Hampshire|nj New Jersey|nm New Mexico|ny New York|
		nc North Carolina|nd North Dakota|oh Ohio|okla ok Oklahoma|ore or Oregon|pa penn Pennsylvania|ri Rhode Island|
		sc South Carolina|sd South Dakota|tenn tn Tennessee|tex tx Texas|ut Utah|vt Vermont|va Virginia|wash wa Washington|
		wva wv West Virginia|wis wisc wi Wisconsin|wyo wy Wyoming`
	out := map[string]string{}
	for _, entry := range strings.Split(table, "|") {
		words := strings.Fields(entry)
		name := 0
		for words[name][0] >= 'a' {
			name++
		}
		full := strings.Join(words[name:], " ")
		for _, short := range words[:name] {
			out[short] = full
		}
		out[strings.ToLower(strings.ReplaceAll(full, " ", ""))] = full
	}
	return out
}()

// noteSeat reads the party and the state that stand behind a name, "Ana Ruiz
// (R-Utah)" or "Ana Ruiz, R-Utah,": she is the Utah Republican, and with a title
// the Utah senator.
func (a *article) noteSeat(n *name) {
	const longest = 4 // tokens of a state: "N", ".", "Y", "."
	i := n.toks.Last
	party, ok := partyOf[a.at1(i+1)]
	if open := a.at1(i); !ok || open != "(" && open != "," || !hyphen(a.at1(i+2)) || i+3 >= len(a.toks) {
		return
	}
	var short strings.Builder
	for k := i + 3; k < min(len(a.toks), i+3+longest) && a.at1(k) != ")" && a.at1(k) != ","; k++ {
		short.WriteString(strings.ReplaceAll(a.toks[k].Lower, ".", ""))
	}
	state, ok := states[short.String()]
	if !ok {
		return
	}
	e := &a.ents[n.ent]
	heads := []string{strings.ToLower(party)}
	for _, ro := range e.roles {
		if inOffice[ro.head] {
			heads = append(heads, ro.head)
		}
	}
	for k, head := range heads {
		text := state + " " + head
		if k == 0 {
			text = state + " " + party
		}
		e.roles = append(e.roles, newRole(text, head, ""))
		a.indexRole(head, n.ent)
	}
}

var inOffice = wordSet("senator representative governor congressman congresswoman delegate")

// partyMember resolves "the Utah Republican" and "the Democrat", whose words
// have capitals like a name's, to whoever in the article has that seat or, in the
// same paragraph or the one before, that party.
func (a *article) partyMember(r lang.Range, self int) (answer, bool) {
	head := r.Last - 1
	if r.Len() < 2 || a.word(r.First) != "the" || a.tag(head) == "NNPS" || a.tag(head) == "NNS" {
		return nobody, false
	}
	switch a.toks[head].Lower {
	case "republican", "democrat", "independent":
	default:
		return nobody, false
	}
	if r.Len() > 2 && !a.stateBetween(r.First+1, head) {
		return nobody, false // "the No. 2 Republican"
	}
	list := a.roleMeans(r, head, r.First)
	how, sure := "is", 0.9
	if len(list) == 0 || list[0].score < weakRole || len(list) > 1 && list[0].score-list[1].score < closeCall {
		if list = a.byEpithet(r, head, r.First, self); len(list) == 0 {
			return nobody, false
		}
		how, sure = "takes up", 0.7
	}
	ans := answer{ent: list[0].ent, how: "“" + a.text(r) + "” " + how + " " + a.ents[list[0].ent].name, sure: sure}
	if sure < 0.9 {
		ans.doubt = "The article does not say in so many words who “" + a.text(r) + "” is."
	}
	return ans, true
}

// stateBetween reports whether the tokens from first to last are the name of a
// state.
func (a *article) stateBetween(first, last int) bool {
	var name strings.Builder
	for i := first; i < last; i++ {
		name.WriteString(a.toks[i].Lower)
	}
	_, ok := states[name.String()]
	return ok
}

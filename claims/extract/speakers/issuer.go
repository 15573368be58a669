package speakers

import (
	"strings"

	"onrecord/claims"
	"onrecord/claims/lang"
)

// issued are the texts by which somebody speaks: "They released a statement
// which said". An index lists whoever issued them.
var issued = wordSet(`statement statements letter tweet tweets post posts message email e-mail note communique communiqué memo release releases
	notice announcement warning account press-release readout`)

// kept are those that are also found, leaked and quoted for themselves.
var kept = wordSet("letter memo email e-mail message note")

// compiled are texts that a body stands behind where it is named with them:
// "data from the Harbour Council", "the High Court decision". Others, such as a
// study or guidelines, are quoted for themselves.
var compiled = wordSet("report reports data figures statistics website decision finding findings")

// records are called by whose they are without being a saying of theirs: "NSGA
// data".
var records = wordSet("data figures statistics")

// platforms carry the words of others.
var platforms = wordSet("twitter facebook instagram telegram youtube tiktok weibo reddit snapchat whatsapp")

// byIssuer resolves a text to whoever speaks by it: "a statement released by the
// council", "Judge Ruiz's statement", "the NSGA press release"; and "the
// statement" to the one who spoke last.
func (a *article) byIssuer(core lang.Range, self int) (answer, bool) {
	if (a.word(core.First) == "part" || a.word(core.First) == "parts") && a.word(core.First+1) == "of" && core.Len() > 2 {
		core.First += 2
	}
	core.First = a.behindDate(core)
	head := a.nounOf(core)
	if head < 0 || a.at[head] >= 0 {
		return nobody, false
	}
	noun := a.toks[head].Lower
	if kept[noun] || !issued[noun] && (!compiled[noun] || a.number(head-1)) { // "a 1989 report" is a text of its own
		return nobody, false
	}
	for _, find := range []func(core lang.Range, head, self int) answer{a.issuerOwning, a.issuerBehind, a.issuerInFront} {
		if ans := find(core, head, self); ans.ent >= 0 || ans.name != "" {
			ans.how = "who issued “" + a.text(core) + "”"
			ans.sure = min(ans.sure, 0.9)
			return ans, true
		}
	}
	if issued[noun] && a.pointsBack(core, head) {
		return a.issuerBefore(core.First, noun)
	}
	return nobody, false
}

// behindDate is the first token behind the date that a phrase opens with: "a
// March 3, 2021 press release".
func (a *article) behindDate(core lang.Range) int {
	const longest = 5
	for i := core.First + 1; i < core.Last-1 && i < core.First+longest; i++ {
		if a.toks[i].Word == "," && a.number(i-1) && a.number(i+1) {
			return i + 2
		}
	}
	return core.First
}

// issuerBehind reads "released by the council", "from the ministry".
func (a *article) issuerBehind(core lang.Range, head, self int) answer {
	for i := head + 1; i < core.Last-1; i++ {
		switch a.toks[i].Lower {
		case "by", "from", "of":
			next := i + 1
			if ordered[a.toks[i-1].Lower] {
				return nobody
			}
			if a.toks[i].Lower == "of" && (a.at[next] < 0 || a.ents[a.names[a.at[next]].ent].kind != organization) {
				return nobody
			}
			if a.cls[next]&calendar != 0 || a.number(next) {
				return nobody
			}
			return a.readSource(lang.Range{First: next, Last: core.Last}, self)
		case "on":
			if a.cls[i+1]&calendar == 0 {
				return nobody
			}
		case "in", "that", "about":
			return nobody
		}
	}
	return nobody
}

// ordered are done by those who do not speak by a text: "a report commissioned
// by the council".
var ordered = wordSet("commissioned seen obtained reviewed funded ordered requested read quoted cited")

// issuerOwning reads "Judge Ruiz's statement" and "their statement". What a
// body owns beside its statements is quoted for itself: "the office's report".
func (a *article) issuerOwning(core lang.Range, head, self int) answer {
	if w := a.word(core.First); possessivePronoun(w) {
		return a.byPronoun(core.First, w, self)
	}
	if !issued[a.toks[head].Lower] {
		return nobody
	}
	for i := head - 1; i > core.First; i-- {
		if w := a.toks[i].Lower; w == "'s" || w == "’s" || w == "'" || w == "’" {
			return a.readSource(lang.Range{First: core.First, Last: i}, self)
		}
	}
	return nobody
}

// issuerInFront reads "the NSGA press release": a name with nothing but nouns
// and adjectives between it and the text.
func (a *article) issuerInFront(core lang.Range, head, _ int) answer {
	if records[a.toks[head].Lower] {
		return nobody
	}
	for i := head - 1; i >= core.First; i-- {
		if k := a.at[i]; k >= 0 {
			if a.names[k].toks.First < core.First || platforms[a.toks[i].Lower] {
				return nobody
			}
			return a.byName(k)
		}
		if t := a.toks[i].Tag; !strings.HasPrefix(t, "NN") && !strings.HasPrefix(t, "JJ") || a.cls[i]&(people|calendar) != 0 {
			return nobody
		}
	}
	return nobody
}

// pointsBack reports whether the phrase is no more than "the statement" or "the
// press release".
func (a *article) pointsBack(core lang.Range, head int) bool {
	switch a.word(core.First) {
	case "the", "this", "that":
		return head == core.Last-1 && (head == core.First+1 || head == core.First+2 && a.at[head-1] < 0)
	}
	return false
}

// issuerBefore is the named speaker of the latest attribution shortly before,
// or whoever the sentence that brought the text in is about.
func (a *article) issuerBefore(tok int, noun string) (answer, bool) {
	const near = 2 // paragraphs
	here := a.para[a.toks[tok].Sent]
	if ans := a.issuerTold(tok, noun); ans.ent >= 0 {
		return ans, true
	}
	for i := len(a.spoken) - 1; i >= max(0, len(a.spoken)-longAgo); i-- {
		u := a.spoken[i]
		if u.tok >= tok || u.ent < 0 {
			continue
		}
		if here-a.para[a.toks[u.tok].Sent] > near {
			break
		}
		if e := &a.ents[u.ent]; e.named && e.typ != claims.Document {
			return answer{
				ent: u.ent, how: "“the " + noun + "” is that of the one who spoke last", sure: 0.75,
				doubt: "The article does not say in so many words whose “" + noun + "” it is.",
			}, true
		}
		break
	}
	return nobody, false
}

// issuerTold is whoever gave out the text that was last called so in front of
// token tok: "the council released a statement", "a warning issued by the
// council"; nobody where the article does not say.
func (a *article) issuerTold(tok int, noun string) answer {
	const far = 120 // tokens
	for i := tok - 1; i >= max(0, tok-far); i-- {
		if a.toks[i].Lower != noun || a.hiddenIn(i, tok) {
			continue
		}
		ans := a.nameBehind(i)
		if ans.ent < 0 && gaveOut[a.toks[max(0, a.toks[i].Head)].Lemma] {
			ans = a.subjectBefore(i)
		}
		if ans.ent >= 0 && a.ents[ans.ent].named {
			ans.how, ans.sure = "who issued “the "+noun+"”", min(ans.sure, 0.85)
			return ans
		}
	}
	return nobody
}

// nameBehind is who stands by name behind the text at token i: "warning issued
// by the council", "statement from Ana Ruiz".
func (a *article) nameBehind(i int) answer {
	k := i + 1
	if a.tag(k) == "VBN" || a.tag(k) == "VBD" {
		k++
	}
	if w := a.word(k); w != "by" && w != "from" || ordered[a.word(k-1)] {
		return nobody
	}
	if k++; a.word(k) == "the" {
		k++
	}
	if k := a.nameFrom(k, len(a.toks)); k >= 0 {
		return a.byName(k)
	}
	return nobody
}

// gaveOut are verbs by which texts come out.
var gaveOut = wordSet("release issue publish post send put write make give tweet circulate distribute share sign")

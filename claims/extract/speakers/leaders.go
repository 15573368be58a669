package speakers

import (
	"strconv"
	"strings"

	"onrecord/claims/lang"
)

// stateHead is a head of state or government: the full name and the year in which
// he or she first took office.
type stateHead struct {
	name  string // "" where two of one office share the surname
	since int
}

// leaders tell, behind an office and a surname ("minister merkel"), who it is.
var leaders = table("leaders", func(out map[string]stateHead, line string) {
	office, names, _ := strings.Cut(line, ":")
	for entry := range strings.SplitSeq(names, "|") {
		entry = strings.TrimSpace(entry)
		k := strings.LastIndexByte(entry, ' ')
		year, err := strconv.Atoi(entry[k+1:])
		if err != nil {
			panic("leaders: no year of taking office behind " + entry)
		}
		words := foldWords(entry[:k])
		key := office + " " + words[len(words)-1]
		head := stateHead{entry[:k], year}
		if _, two := out[key]; two {
			head = stateHead{}
		}
		out[key] = head
	}
})

// leader is the full name of a head of state or government whom the article
// calls by office and surname alone: "President Trump"; "" for anybody else.
func (e *entity) leader() string {
	if !e.named || len(e.words) != 1 || e.kind != person {
		return ""
	}
	for _, r := range e.roles {
		if n := len(r.words); !capital(r.text[strings.LastIndexByte(r.text, ' ')+1:]) || n > 1 && seconds[r.words[n-2]] || r.head == "minister" && (n < 2 || r.words[n-2] != "prime") {
			continue
		}
		if name := leaders()[r.head+" "+e.words[0]].name; name != "" {
			return name
		}
	}
	return ""
}

// formerLeaders adds whom the article names without saying that they led a country:
// "the former president" of Bill Clinton.
func (a *article) formerLeaders(list []scored, r lang.Range, head, at int) []scored {
	const far, found = 12, 3.5 // sentences; points for the office, less for each sentence between
	if !a.holds(r, "former") && !a.holds(r, "ex") {
		return list
	}
	for i := len(a.mentions) - 1; i >= 0; i-- {
		m := a.mentions[i]
		if int(m.tok) >= at {
			continue
		}
		apart := a.toks[at].Sent - a.toks[m.tok].Sent
		if apart > far {
			break
		}
		if e := &a.ents[m.ent]; a.hasLed(e, a.toks[head].Lower) && !listed(list, m.ent) {
			list = append(list, scored{m.ent, found - 0.1*float64(apart)})
		}
	}
	return list
}

// hasLed reports whether somebody named in full held the office before the year in
// which the article was published.
func (a *article) hasLed(e *entity, office string) bool {
	if !e.named || len(e.words) < 2 {
		return false
	}
	head := leaders()[office+" "+e.words[len(e.words)-1]]
	return head.name == e.name && (a.in.Published.Year == 0 || head.since < a.in.Published.Year)
}

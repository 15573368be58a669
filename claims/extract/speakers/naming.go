package speakers

import (
	"strings"

	"onrecord/claims"
)

// nameOf is the fullest name of the answer's entity: the archive's where it
// has one.
func (a *article) nameOf(ans *answer) string {
	e := &a.ents[ans.ent]
	if e.known >= 0 {
		return a.in.Known[e.known].Name
	}
	if title := e.reigns(); title != "" {
		return title + " " + e.name
	}
	if e.named && len(e.words) == 1 && e.kind != organization && e.kind != location {
		switch known := a.complete(e.words[0]); len(known) {
		case 0:
			if name := e.leader(); name != "" {
				ans.how, ans.sure = "office and surname are those of "+name, min(ans.sure, 0.8)
				ans.doubt = "The article does not give the first name of " + e.name + "."
				return name
			}
			if ans.how == onlyName {
				ans.sure = min(ans.sure, 0.6)
				ans.doubt = "The article gives no more of the name than " + e.name + "."
			}
		case 1:
			ans.how = "the archive knows one " + e.name
			ans.sure = min(ans.sure, 0.85)
			return a.in.Known[known[0]].Name
		default:
			ans.doubt = "The archive knows several people called " + e.name + "."
			ans.known = known[:min(len(known), mostCandidates)]
			ans.sure = min(ans.sure, 0.6)
		}
	}
	return e.name
}

// regnal are the titles that belong to a name of one word: "Pope Francis".
var regnal = wordSet("pope king queen prince princess sultan emperor empress tsar patriarch dalai")

// reigns gives the title of somebody who goes by one name and a title.
func (e *entity) reigns() string {
	if !e.named || e.kind != person || len(e.words) == 0 || len(e.words) > 2 || len(e.words) == 2 && strings.Trim(e.words[1], "ivx") != "" {
		return ""
	}
	for _, r := range e.roles {
		if regnal[r.head] && capital(r.text[len(r.text)-len(r.head):]) {
			return r.text[len(r.text)-len(r.head):]
		}
	}
	return ""
}

func (a *article) typeOf(e *entity) claims.SpeakerType {
	switch {
	case e.known >= 0:
		return a.in.Known[e.known].Type
	case e.typ != "":
		return e.typ
	case e.kind == organization, e.kind == location:
		return claims.Organization
	}
	return claims.Person
}

func (a *article) fillFromEntity(res *Resolution, e *entity) {
	if e.name != res.Name {
		res.Aliases = addOnce(res.Aliases, e.name)
	}
	for _, alias := range e.aliases {
		if alias != res.Name {
			res.Aliases = addOnce(res.Aliases, alias)
		}
	}
	for _, r := range e.roles {
		res.Roles = append(res.Roles, claims.Role{Title: titleOf(r), Organization: r.org})
	}
}

// titleOf is the role without the organisation that it names: "spokesman" of
// "spokesman for Delmar Rail" and of "Delmar Rail spokesman".
func titleOf(r role) string {
	text := strings.Trim(r.text, " ,—–-")
	if r.org == "" {
		return text
	}
	title := strings.TrimSpace(strings.TrimPrefix(text, r.org))
	if i := strings.LastIndex(title, " "+r.org); i > 0 && i+1+len(r.org) == len(title) {
		title = strings.TrimSuffix(title[:i], " the")
		for _, link := range []string{" for", " of", " at"} {
			title = strings.TrimSuffix(title, link)
		}
	}
	if title == "" {
		return text
	}
	return title
}

package speakers

import "strings"

// leaders tell, behind an office and a surname ("minister merkel"), the full
// name; "" where two share both.
var leaders = table("leaders", func(out map[string]string, line string) {
	office, names, _ := strings.Cut(line, ":")
	for name := range strings.SplitSeq(names, "|") {
		name = strings.TrimSpace(name)
		words := foldWords(name)
		key := office + " " + words[len(words)-1]
		if _, two := out[key]; two {
			name = ""
		}
		out[key] = name
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
		if name := leaders()[r.head+" "+e.words[0]]; name != "" {
			return name
		}
	}
	return ""
}

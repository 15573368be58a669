package extract

import (
	"strings"

	"onrecord/claims/extract/attribution"
	"onrecord/claims/lang"
)

// blocks gives lists and indented quotations to the words that announce them:
// a paragraph that ends with a colon and attributes something.
func (a *article) blocks() {
	near := a.paragraphDrafts()
	for p := 0; p+1 < len(a.doc.Paragraphs); p++ {
		r := a.doc.Paragraphs[p]
		if a.token(r.Last-1).Word != ":" {
			continue
		}
		block, listed := a.blockAfter(p)
		if len(block) == 0 {
			continue
		}
		d := a.announcer(r, near[p])
		if d == nil {
			if d = a.announced(r); d == nil {
				d = a.announcedByVerb(r)
			}
			if d == nil {
				continue
			}
			a.drafts = append(a.drafts, d)
		}
		d.content = block
		d.verbatim = !listed
		d.rule = blockQuotation
	}
}

// blockAfter lists the contents of the paragraphs after p that are list items
// or set in, one stretch each.
func (a *article) blockAfter(p int) (out []attribution.Stretch, listed bool) {
	for k := p + 1; k < len(a.doc.Paragraphs); k++ {
		r := a.doc.Paragraphs[k]
		first, item := a.item(r)
		if item != (len(out) > 0 && listed) && len(out) > 0 || !item && !a.indented(r.First) || first >= r.Last {
			break
		}
		if a.token(first).Word == ">" && first+1 < r.Last {
			first++
		}
		listed = item
		if a.token(r.Last-1).Word == ">" {
			continue // an empty line of the quotation
		}
		out = append(out, attribution.Stretch{First: first, Last: r.Last - 1})
	}
	return out, listed
}

// item reports whether the paragraph is an item of a list, and its first token
// after the bullet.
func (a *article) item(r lang.Range) (first int, ok bool) {
	switch w := a.token(r.First).Word; {
	case w == "-" || w == "•" || w == "*" || w == "–" || w == "·" || w == "◦" || w == "▪":
		return r.First + 1, true
	case len(w) <= 3 && (w[0] >= '0' && w[0] <= '9') && r.Len() > 2:
		if next := a.token(r.First + 1).Word; next == "." || next == ")" {
			return r.First + 2, true
		}
		if strings.HasSuffix(w, ".") {
			return r.First + 1, true
		}
	}
	return r.First, false
}

// indented reports whether white space or ">" stands before the token on its line.
func (a *article) indented(i int) bool {
	at := a.token(i).Span.Start
	line := strings.LastIndexByte(a.in.Text[:at], '\n') + 1
	before := a.in.Text[line:at]
	return strings.HasPrefix(before, "  ") || strings.HasPrefix(before, "\t") || strings.HasPrefix(a.in.Text[at:], ">")
}

// announcer is the statement whose cue stands last in the paragraph and that
// has no content but the block.
func (a *article) announcer(r lang.Range, near []int) *draft {
	var out *draft
	sent := a.token(r.Last - 1).Sent
	for _, k := range near {
		if d := a.drafts[k]; d.discarded == "" && a.token(d.head).Sent == sent && (out == nil || d.sure > out.sure) {
			out = d
		}
	}
	return out
}

// speechNouns name what a list may hold of somebody's words.
var speechNouns = wordSet(`demand demands question questions request requests promise promises pledge pledges point points
	statement message words tweet post letter answer answers rule rules tip tips proposal proposals conclusion conclusions
	recommendation recommendations finding findings reason reasons reply response warning advice complaint complaints
	condition conditions wish wishes grievance grievances plea pleas term terms`)

// announced makes a statement for a paragraph such as "The union has three
// demands:", whose noun is no cue elsewhere.
func (a *article) announced(r lang.Range) *draft {
	sent := a.doc.Sentences[a.token(r.Last-1).Sent]
	for i := sent.Last - 1; i >= sent.First; i-- {
		if !speechNouns[a.token(i).Lower] {
			continue
		}
		verb := a.token(i).Head
		if verb < sent.First || !strings.HasPrefix(a.token(verb).Tag, "VB") || verb > i {
			continue
		}
		d := &draft{head: verb, sure: 0.8, bounds: 1, sourced: 1, outer: -1, cue: []attribution.Stretch{{First: verb, Last: i}}}
		for _, k := range a.scene.Kids(verb) {
			if a.token(int(k)).Rel == "nsubj" {
				st := attribution.Stretch{First: int(a.scene.First[k]), Last: int(a.scene.Last[k])}
				for st.Last > st.First && a.token(st.Last).Word == "," {
					st.Last--
				}
				d.source = []attribution.Stretch{st}
			}
		}
		return d
	}
	return nil
}

// announcedByVerb makes a statement for a paragraph such as "The notice on the
// door reads:", where the models saw no content that fits the verb.
func (a *article) announcedByVerb(r lang.Range) *draft {
	if r.Len() < 2 {
		return nil
	}
	head, source := a.colonHead(r.Last - 1)
	if head < 0 || !a.speech(head) && !a.scene.Communicates(head) && !speechNouns[a.token(head).Lower] && a.token(head).Lemma != "read" {
		return nil
	}
	return &draft{head: head, sure: 0.8, bounds: 1, sourced: 1, outer: -1, cue: []attribution.Stretch{a.verbGroup(head, r.Last-2)}, source: source}
}

package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// take decides what the mark with this index in its paragraph does.
func (p *pairing) take(marks []mark, index int) {
	m := marks[index]
	if m.family == singleMarks {
		p.takeSingle(m)
		return
	}
	at := p.innermost(m.family)
	if at < 0 {
		if p.beginsWith(m) {
			p.open(m)
		}
		return
	}
	open := &p.drafts[p.stack[at]]
	switch p.verdict(open, m) {
	case closeIt:
		p.close(m.family, m.token)
	case nestIt:
		p.open(m)
	case restart:
		p.abandon(at, m.token)
		p.open(m)
	}
}

// beginsWith reports whether the mark begins a quotation where none of its
// family is open.
func (p *pairing) beginsWith(m mark) bool {
	if m.word == "\"" && m.after == '0' && m.facing != forward {
		return false // inches
	}
	if m.facing == backward {
		return false // the end of something that never began
	}
	return !m.seals || m.facing == forward || m.word == "''"
}

type verdict uint8

const (
	nothing verdict = iota
	closeIt
	nestIt
	restart // the open quotation lacks its closing mark; another begins
)

// verdict decides what a mark does while a quotation of its family is open.
func (p *pairing) verdict(open *draft, m mark) verdict {
	if m.after == '0' && m.word == "\"" && p.inches(m) {
		return nothing
	}
	if reversed(open.opening, m.word) {
		return closeIt // „…“ and »…«
	}
	if m.facing == forward && (m.reopens || !m.seals) || m.reopens && m.facing != backward {
		switch {
		case m.ahead.surplus >= 1:
			return nestIt
		case m.ahead.marks%2 == 1 && !m.reopens:
			return closeIt // a stray space before the closing mark
		}
		return restart
	}
	return closeIt
}

// reversed reports pairs whose closing mark opens in other styles.
func reversed(opening, mark string) bool {
	switch opening {
	case "„", "‟":
		return mark == "“"
	case "»":
		return mark == "«"
	case "›":
		return mark == "‹"
	case "‚":
		return mark == "‘"
	}
	return false
}

// inches reports whether a straight double mark after a figure belongs to the
// figure although a quotation is open: after feet (6'2"), or where the next
// mark closes the quotation.
func (p *pairing) inches(m mark) bool {
	at := p.doc.Tokens[m.token].Span.Start
	before := strings.TrimRight(p.doc.Text[max(0, at-3):at], "0123456789")
	if n := len(before); n > 1 && before[n-1] == '\'' && isDigit(rune(before[n-2])) {
		return true
	}
	return m.facing == backward && !m.tight && m.ahead.next == backward
}

// takeSingle decides what a single mark does. Most are apostrophes.
func (p *pairing) takeSingle(m mark) {
	n := len(p.stack)
	inside := n > 0 && p.drafts[p.stack[n-1]].family == singleMarks
	switch {
	case inside && m.facing != forward && reversed(p.drafts[p.stack[n-1]].opening, m.word):
		p.close(singleMarks, m.token)
	case inside && m.facing != forward && !m.reopens:
		if !m.possessive() {
			p.close(singleMarks, m.token)
		}
	case inside, p.innermost(singleMarks) >= 0:
		return
	case m.facing == forward && (m.ahead.closer != noCloser || p.goesOnSingle(m)), m.word == "‘" && m.facing == forward && m.after == ' ' && p.introduced(m):
		p.open(m)
	case m.word == "‚" && m.facing == forward:
		p.open(m)
	}
}

// possessive reports whether a mark that could close is the apostrophe of a
// plural ("the workers' rights"): a better closing mark follows.
func (m *mark) possessive() bool {
	return m.after == 's' && !m.tight && m.ahead.closer == goodCloser
}

// introduced reports whether a single mark that nothing closes still opens a
// quotation: it begins its paragraph, or follows a comma or colon.
func (p *pairing) introduced(m mark) bool {
	if m.token == 0 {
		return true
	}
	before := p.doc.Tokens[m.token-1]
	if strings.ContainsAny(before.Word, ",:") {
		return true
	}
	return strings.ContainsAny(p.doc.Text[before.Span.End:p.doc.Tokens[m.token].Span.Start], "\n\r\u2029")
}

// goesOnSingle reports whether a straight single mark opens its paragraph and the
// next paragraph begins with another: a quotation over several paragraphs.
func (p *pairing) goesOnSingle(m mark) bool {
	token := p.doc.Tokens[m.token]
	if m.word != "'" || !p.introduced(m) {
		return false
	}
	rest := p.doc.Text[token.Span.End:]
	end := strings.IndexAny(rest, "\n\r\u2029")
	return end > 0 && strings.HasPrefix(strings.TrimLeftFunc(rest[end:], unicode.IsSpace), "'")
}

// dialogue reads a paragraph that begins with a dash as a line of dialogue.
// Lists with dashes, crossheads between dashes and the names under a quotation
// ("— Ana Ruiz") are none.
func (p *pairing) dialogue(paragraph Range, marks []mark) {
	const fewest = 4 // words in a line of dialogue
	tokens := p.doc.Tokens[paragraph.First:paragraph.Last]
	if len(marks) > 0 || len(p.stack) > 0 || len(tokens) < fewest || !isDialogueDash(tokens[0].Word) {
		return
	}
	if isDialogueDash(tokens[len(tokens)-1].Word) || isDialogueDash(tokens[len(tokens)-2].Word) {
		return
	}
	last, _ := utf8.DecodeLastRuneInString(tokens[len(tokens)-1].Word)
	first, _ := utf8.DecodeRuneInString(tokens[1].Word)
	if !strings.ContainsRune(".!?…", last) || !unicode.IsUpper(first) && !unicode.IsNumber(first) {
		return
	}
	p.roles[paragraph.First] = opens
	p.drafts = append(p.drafts, draft{style: Dash, family: dashes, outer: -1, parts: []Range{paragraph}})
}

// oneStyle takes the lines behind dashes for a list where quotations have marks:
// a text writes what is said in one way. A title now and then is no quotation.
func (p *pairing) oneStyle() {
	const (
		fewest = 3 // tokens with the marks; less is a term
		most   = 4 // lines to a quotation with marks
	)
	lines, marked := 0, 0
	for i := range p.drafts {
		switch q := &p.drafts[i]; {
		case q.style == Dash:
			lines++
		case q.closed && !q.dropped && q.family != singleMarks && q.parts[0].Len() > fewest:
			marked++
		}
	}
	if lines > most*marked {
		return
	}
	for i := range p.drafts {
		if q := &p.drafts[i]; q.style == Dash {
			q.dropped = true
			p.roles[q.parts[0].First] = noMark
		}
	}
}

func isDialogueDash(word string) bool { return word == "—" || word == "―" || word == "–" }

package ingest

import (
	"regexp"
	"strings"
)

// plain is the text of a mail that has nothing else; "" of any other.
func (m *message) plain() string {
	if len(m.parts) != 1 || m.parts[0].kind != "text/plain" || m.parts[0].attached {
		return ""
	}
	src, err := decode("mail", m.parts[0].data, m.parts[0].charset)
	if err != nil {
		return ""
	}
	return src
}

// body gives the paragraphs of the text, or of the HTML where there is no text
// or where the text is only a note that there is HTML.
func (m *message) body(j *job) []block {
	var text, rich []block
	for _, p := range m.parts {
		if p.attached || p.file != "" {
			continue
		}
		src, err := decode("mail", p.data, p.charset)
		if err != nil {
			continue
		}
		switch p.kind {
		case "text/plain":
			if p.flowed {
				src = flow(src)
			}
			text = append(text, plainBlocks(unsigned(src))...)
		case "text/html", "application/xhtml+xml":
			rich = append(rich, mailBlocks(j, src)...)
		}
	}
	m.rich = rich
	if size(rich)*2 > size(text)*3 || size(text) == 0 {
		return rich
	}
	return text
}

func size(blocks []block) int {
	n := 0
	for _, b := range blocks {
		n += len(b.text)
	}
	return n
}

// mailBlocks reads the HTML of a mail without what does not show and what
// every newsletter ends with.
func mailBlocks(j *job, src string) []block {
	root, err := parseTree(j.ctx, src)
	if err != nil {
		return plainBlocks(src)
	}
	(&pruner{w: weigh(root)}).prune(root)
	var out []block
	for _, b := range trim(pageBlocks(root), meta{}) {
		if len(b.text) < 400 && mailFooter.MatchString(b.text) {
			continue
		}
		out = append(out, b)
	}
	return out
}

var mailFooter = regexp.MustCompile(`(?i)\bunsubscribe\b|^thanks for reading .*\bsubscribe\b|view (?:this|it) (?:email |message )?(?:in|on) (?:your|a|the) (?:browser|web)|you (?:are )?receiv(?:e|ed|ing) this (?:e-?mail|message|newsletter)|manage (?:your )?(?:preferences|subscription)|update your preferences|you[’']re (?:currently )?(?:a|on the) (?:free|paid|list)\b|forwarded this (?:e-?mail|message)\?|` +
	`\babmelden\b|im browser (?:ansehen|öffnen)|désabonner|désinscrire|(?:voir|lire|afficher) (?:ce|cet) (?:e-?mail|message) dans|darse de baja|cancelar (?:la |su |tu )?suscripción|ver (?:este|el) correo en`)

// unsigned cuts the signature off: what follows a line of two hyphens and a
// space (RFC 3676), and newsletters' last lines.
func unsigned(text string) string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	if i := strings.LastIndex(text, "\n-- \n"); i > 0 && len(text)-i < 1500 {
		text = text[:i]
	}
	return text
}

// flow joins the lines of format=flowed (RFC 3676).
func flow(text string) string {
	var b strings.Builder
	for line := range strings.SplitSeq(strings.ReplaceAll(text, "\r\n", "\n"), "\n") {
		b.WriteString(strings.TrimPrefix(line, " "))
		if !strings.HasSuffix(line, " ") || line == "-- " {
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// storyTitle prefers a heading of the text that the subject repeats behind the
// name of a newsletter: "Your briefing: ...".
func storyTitle(subject string, blocks []block) string {
	for i, b := range tidy(blocks) {
		if i < mastheadSize && len(strings.Fields(b.text)) >= 4 && strings.Contains(letters(subject), letters(b.text)) {
			return b.text
		}
	}
	return subject
}

package ingest

import (
	"net/mail"
	"regexp"
	"strings"
)

// A mail that was handed on carries the header of the first one in its text:
// the article is that one's.

var (
	forwardMark = regexp.MustCompile(`(?i)^[\s>*_-]*(?:begin forwarded message|forwarded message|original message|ursprüngliche nachricht|weitergeleitete nachricht|message transféré|message d[’']origine|mensaje reenviado|mensaje original)\s*:?[\s*_-]*$`)
	forwardLine = regexp.MustCompile(`(?i)^[\s>*]*(from|von|de|date|datum|sent|gesendet|envoyé|enviado|fecha|subject|betreff|objet|asunto|to|an|à|para|cc|reply-to)\s*:\s*\*?\s*(.*)$`)
)

// forwarded takes the header of a mail that was handed on off its paragraphs,
// and says what it tells.
func forwarded(blocks []block) ([]block, meta) {
	const near = 6 // paragraphs that a note above the mark can have
	var m meta
	for i := range min(len(blocks), near) {
		first, rest, _ := strings.Cut(blocks[i].text, "\n")
		if !forwardMark.MatchString(first) {
			continue
		}
		below := blocks[i+1:]
		if rest != "" {
			below = append([]block{{text: rest}}, below...)
		}
		for len(below) > 0 && m.forwardHeader(below[0].text) {
			below = below[1:]
		}
		return append(blocks[:i:i], below...), m
	}
	return blocks, m
}

// forwardHeader reads a paragraph in which every line is a field of a header;
// ok is false for any other.
func (m *meta) forwardHeader(para string) (ok bool) {
	for line := range strings.SplitSeq(para, "\n") {
		f := forwardLine.FindStringSubmatch(line)
		if f == nil {
			return false
		}
		value := strings.Trim(f[2], "* ")
		switch strings.ToLower(f[1]) {
		case "from", "von", "de":
			name := value
			if a, err := mail.ParseAddress(value); err == nil {
				name = a.Name
			}
			name, _, _ = strings.Cut(name, " <")
			*m = m.or(sender(strings.Trim(name, `"`)))
		case "date", "datum", "sent", "gesendet", "envoyé", "enviado", "fecha":
			*m = m.or(meta{published: shownDate(value)})
		case "subject", "betreff", "objet", "asunto":
			*m = m.or(meta{title: replyMark.ReplaceAllString(value, "")})
		}
	}
	return true
}

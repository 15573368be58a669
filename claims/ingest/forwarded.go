package ingest

import (
	"net/mail"
	"regexp"
	"slices"
	"strings"
)

// A mail that was handed on carries the header of the first one in its text:
// the article is that one's.

var (
	forwardMark = regexp.MustCompile(`(?i)^[\s>*_-]*(?:begin forwarded message|forwarded message|original message|ursprüngliche nachricht|weitergeleitete nachricht|message transféré|message d[’']origine|mensaje reenviado|mensaje original|messaggio inoltrato|messaggio originale|mensagem (?:encaminhada|original)|doorgestuurd bericht|oorspronkelijk bericht|vidarebefordrat meddelande|ursprungligt meddelande|videresendt (?:besked|meddelelse)|oprindelig meddelelse|wiadomość (?:przekazana|oryginalna)|пересылаемое сообщение|исходное сообщение)\s*:?[\s*_-]*$`)
	forwardLine = regexp.MustCompile(`(?i)^[\s>*]*(from|von|de|da|van|från|fra|od|от|feladó|lähettäjä|gönderen|από|expéditeur|date|datum|data|sent|gesendet|envoyé|enviado|enviada(?: em)?|fecha|inviato|verzonden|skickat|sendt|wysłano|отправлено|дата|envoyé le|odesláno|elküldve|lähetetty|päiväys|tarih|dátum|ημερομηνία|subject|betreff|objet|sujet|předmět|predmet|tárgy|aihe|konu|θέμα|subiect|asunto|assunto|oggetto|onderwerp|ämne|emne|temat|тема|to|an|à|pour|a|para|komu|címzett|vastaanottaja|kime|προς|aan|till|til|do|кому|cc|kopia|kopi|копия|reply-to)[\s\x{a0}\x{202f}]*:[\s\x{a0}]*\*?\s*(.*)$`)
)

// near is how many paragraphs a note above a mail that was handed on can have.
const near = 8

// forwarded takes the headers of a mail that was handed on, once or more often,
// off its paragraphs, and says what the innermost one tells.
func forwarded(blocks []block) ([]block, meta) {
	const most = 5 // times that it was handed on
	var m meta
	for from, times := 0, 0; times < most; times++ {
		at, below, inner := innerMail(blocks, from)
		if at < 0 {
			break
		}
		m = inner.or(m)
		if inner.byline != "" || inner.outlet != "" {
			m.byline, m.outlet = inner.byline, inner.outlet
		}
		blocks, from = append(blocks[:at:at], below...), at
	}
	return blocks, m
}

// unquoted takes the marks off a mail that is quoted whole below a note. Where
// only a part of the text is quoted, it is an answer, and the marks stay.
func unquoted(blocks []block) []block {
	at := slices.IndexFunc(blocks[:min(len(blocks), near)], func(b block) bool { return strings.HasPrefix(b.text, ">") })
	if at < 0 || slices.ContainsFunc(blocks[at:], func(b block) bool { return !strings.HasPrefix(b.text, ">") }) {
		return blocks
	}
	var lines []string
	for _, b := range blocks[at:] {
		for line := range strings.SplitSeq(b.text, "\n") {
			lines = append(lines, strings.TrimPrefix(strings.TrimPrefix(line, ">"), " "))
		}
		lines = append(lines, "")
	}
	return append(blocks[:at:at], plainBlocks(strings.Join(lines, "\n"))...)
}

// innerMail finds the next header of a mail in the text of another: below a
// mark, or alone where it has sender and subject.
func innerMail(blocks []block, from int) (at int, below []block, m meta) {
	for i := from; i < min(len(blocks), from+near); i++ {
		first, rest, _ := strings.Cut(blocks[i].text, "\n")
		marked := forwardMark.MatchString(first)
		below = blocks[i:]
		if marked {
			below = blocks[i+1:]
			if rest != "" {
				below = append([]block{{text: rest}}, below...)
			}
		}
		m, n := meta{}, 0
		for len(below) > 0 && m.forwardHeader(below[0].text) {
			n += 1 + strings.Count(below[0].text, "\n")
			below = below[1:]
		}
		if marked || n >= 3 && m.title != "" && (m.byline != "" || m.outlet != "" || !m.published.IsZero()) {
			return i, below, m
		}
	}
	return -1, nil, m
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
		case "from", "von", "de", "da", "van", "från", "fra", "od", "от", "feladó", "lähettäjä", "gönderen", "από", "expéditeur":
			name := value
			if a, err := mail.ParseAddress(value); err == nil {
				name = a.Name
			}
			name, _, _ = strings.Cut(name, " <")
			name, _, _ = strings.Cut(name, " [") // Outlook in plain text
			*m = m.or(sender(strings.Trim(name, `"`)))
		case "date", "datum", "data", "дата", "sent", "gesendet", "envoyé", "enviado", "enviada", "enviada em", "fecha", "inviato", "verzonden", "skickat", "sendt", "wysłano", "отправлено", "envoyé le", "odesláno", "elküldve", "lähetetty", "päiväys", "tarih", "dátum", "ημερομηνία":
			*m = m.or(meta{published: shownDate(value)})
		case "subject", "betreff", "objet", "sujet", "předmět", "predmet", "tárgy", "aihe", "konu", "θέμα", "subiect", "asunto", "assunto", "oggetto", "onderwerp", "ämne", "emne", "temat", "тема":
			*m = m.or(meta{title: replyMark.ReplaceAllString(value, "")})
		}
	}
	return true
}

package ingest

import (
	"bytes"
	"regexp"
	"strings"
)

var (
	// digestStart ends the list of topics above the mails of a digest (RFC 1153): a
	// line of seventy hyphens.
	digestStart = regexp.MustCompile(`(?m)^-{70}\r?$`)
	// digestBreak parts them: a line of thirty between empty ones.
	digestBreak = regexp.MustCompile(`\r?\n\r?\n-{30}\r?\n\r?\n`)
	// digestHead begins each of them.
	digestHead = regexp.MustCompile(`^(?:Message: \d+\r?\n)?(?:[A-Za-z][A-Za-z0-9-]*:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2,}\r?\n`)
)

// digest gives the mails in the text of one that brings many from a list, most
// at most; none for any other text.
func digest(text string, most int) (mails [][]byte) {
	at := digestStart.FindStringIndex(text)
	if at == nil {
		return nil
	}
	for _, part := range digestBreak.Split(text[at[1]:], most) {
		part = strings.TrimLeft(part, "\r\n")
		if head := digestHead.FindString(part); strings.Contains(head, "From:") && strings.Contains(head, "Subject:") {
			mails = append(mails, withCharset([]byte(part), len(head)))
		}
	}
	if len(mails) < 2 {
		return nil
	}
	return mails
}

// withCharset says of a mail that was taken from a decoded text that it is UTF-8.
// head is where its header ends.
func withCharset(mail []byte, head int) []byte {
	var out []byte
	dropped := false
	for line := range bytes.Lines(mail[:head]) {
		low := bytes.ToLower(bytes.TrimRight(line, "\r\n"))
		folded := len(low) > 0 && (low[0] == ' ' || low[0] == '\t')
		if !folded {
			dropped = len(low) == 0 || bytes.HasPrefix(low, []byte("content-")) || bytes.HasPrefix(low, []byte("message: "))
		}
		if !dropped {
			out = append(out, line...)
		}
	}
	out = append(out, "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"...)
	return append(out, mail[head:]...)
}

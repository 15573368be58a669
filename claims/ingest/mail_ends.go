package ingest

import (
	"regexp"
	"slices"
	"strings"
)

// What stands in a mail around the text that it brings: a greeting, a note to
// the desk, the name and the number of who sent it, the warning of a lawyer.

var (
	farewell = regexp.MustCompile(`(?i)^(?:(?:with )?(?:best|kind|warm|many)?(?: and)?\s*(?:regards|wishes|thanks)|yours (?:sincerely|truly|faithfully)|sincerely|cheers|thank you|thanks|mit (?:freundlichen|besten|herzlichen) grüßen|(?:viele|beste|liebe|herzliche|freundliche) grüße|` +
		`(?:bien )?(?:cordialement|à vous)|salutations(?: distinguées)?|(?:un )?(?:cordial saludo|saludos(?: cordiales)?)|atentamente|cumprimentos|met vriendelijke groet(?:en)?|vänliga hälsningar|med venlig hilsen|cordiali saluti)\s*[,.!]?$`)
	lawyer = regexp.MustCompile(`(?i)(?:confiden[ct]i[ae]l|intended (?:solely|only)|intended recipient|vertraulich|riservat|vertrouwelijk).*\b(?:e-?mail|message|nachricht|courriel|correo|mensaje|messaggio|bericht|addressee)|\b(?:e-?mail|message|nachricht|courriel|correo|mensaje|messaggio|bericht)\b.*(?:confiden[ct]i[ae]l|intended (?:solely|only)|vertraulich|riservat|vertrouwelijk)`)
	// endSign is what press offices put below a release.
	endSign = regexp.MustCompile(`(?i)^(?:[-–— ]*(?:ends?|ende|fin|30)[-–— ]*|[#*](?: ?[#*]){2,}|_{10,}|-{3,})$`)
)

// betweenEnds leaves out what stands around the text of a mail. title is what
// the text begins with where it repeats the subject, sender who wrote the mail.
func betweenEnds(blocks []block, title, sender string) []block {
	total := size(blocks)
	for i, b := range blocks {
		if same(oneLine(b.text), title) && size(blocks[i:])*10 > total*6 {
			blocks = blocks[i:]
			break
		}
	}
	blocks = slices.DeleteFunc(slices.Clone(blocks), func(b block) bool { return len(b.text) < 1500 && lawyer.MatchString(b.text) })
	for n := len(blocks); n > 1 && len(blocks[n-1].text) < 200 && (boilerplate.MatchString(oneLine(blocks[n-1].text)) || mailFooter.MatchString(blocks[n-1].text)); n = len(blocks) {
		blocks = blocks[:n-1]
	}
	const most = 8 // short lines of a signature
	for i := max(1, len(blocks)-most); i < len(blocks); i++ {
		first, _, _ := strings.Cut(blocks[i].text, "\n")
		first = oneLine(first)
		signs := farewell.MatchString(first) || endSign.MatchString(first) || sender != "" && same(first, sender)
		if signs && !slices.ContainsFunc(blocks[i:], isSentence) && size(blocks[i:])*4 < total {
			return blocks[:i]
		}
	}
	return blocks
}

package article

import (
	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/ui/kit"
	"onrecord/ui/kit/look"
	"onrecord/ui/nav"
	"onrecord/ui/reader"
	"onrecord/ui/statement"
)

// lowConfidence is where a mark begins to say that it is uncertain.
const lowConfidence = 0.6

// colours gives every speaker of the article a colour, in the order in which
// they first speak. Statements whose speaker is open share the key "".
func colours(r *desk.Reading) map[claims.ID]int {
	out := map[claims.ID]int{}
	for _, s := range r.Statements {
		if _, ok := out[s.Speaker]; !ok {
			out[s.Speaker] = len(out)
		}
	}
	return out
}

// marks draws the statements: a ground for direct speech, a line for indirect,
// a dashed one for mixed. Rejected ones are not drawn.
func (p *Page) marks() []reader.Mark {
	styles := map[claims.Quoting]reader.Style{claims.Direct: reader.Fill, claims.Indirect: reader.Underline, claims.Mixed: reader.Dashed}
	var out []reader.Mark
	for _, s := range p.reading.Statements {
		if s.Review == claims.Rejected {
			continue
		}
		for _, span := range s.Content {
			out = append(out, reader.Mark{
				Span: reader.Span(span), ID: string(s.ID), Paint: reader.Speaker(p.colours[s.Speaker]), Style: styles[s.Kind],
				Low: !s.Decided() && (s.Why.Confidence < lowConfidence || s.Why.Doubt != ""),
			})
		}
	}
	return out
}

func (p *Page) line(s *claims.Statement) kit.LineText {
	text := kit.LineText{Title: s.Text, Note: statement.WhoWords(p.reading, s), Dot: look.SpeakerLine(p.colours[s.Speaker])}
	if s.Decided() {
		text.Badge, text.Tone = statement.ReviewWords(s.Review), statement.ReviewTone(s.Review)
	} else {
		text.Badge = nav.Class(s.Class)
	}
	return text
}

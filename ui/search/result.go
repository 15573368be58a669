package search

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/ui/kit"
	"onrecord/ui/kit/look"
	"onrecord/ui/nav"
	"onrecord/ui/statement"
)

// result draws a hit: its words with the matched letters, and who, when and
// what below.
type result struct {
	widget.BaseWidget
	kind  claims.Kind
	icon  *widget.Icon
	words *kit.Emphasis
}

func newResult() *result {
	r := &result{icon: widget.NewIcon(nil), words: kit.NewNotedEmphasis()}
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer lays the line out.
func (r *result) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewBorder(nil, nil, container.NewPadded(r.icon), nil, container.New(layout.NewCustomPaddedLayout(6, 6, 4, 4), r.words)))
}

func (r *result) set(res desk.Result) {
	if r.kind != res.Kind {
		r.kind = res.Kind
		r.icon.SetResource(iconOf(res.Kind))
	}
	who, more := res.Speaker, ""
	switch rec := res.Record.(type) {
	case *claims.Statement:
		if rec.Speaker == "" {
			who = statement.Undecided(rec.Mention)
		}
	case *claims.Claim:
		more = nav.ScaleWord(rec.Verdict().Label)
	case *claims.Article:
		more = rec.Outlet
	}
	text, ranges := window(res.Text, res.Match)
	r.words.SetNoted(text, ranges, nav.Join(kindOf(res.Kind), who, nav.Date(res.Said), more))
}

// lead is how many characters stand before the first match where a text is too
// long to begin with its beginning.
const lead = 40

// window cuts a long text so that its first match can be seen, on one line.
func window(text string, spans []claims.Span) (string, []kit.Range) {
	start := 0
	if len(spans) > 0 && spans[0].Start > 3*lead {
		start = strings.LastIndexByte(text[:spans[0].Start-lead], ' ') + 1
	}
	prefix := ""
	if start > 0 {
		prefix = "… "
	}
	out := prefix + strings.ReplaceAll(text[start:], "\n", " ")
	var ranges []kit.Range
	for _, s := range spans {
		if s.Start >= start {
			ranges = append(ranges, kit.Range{Start: s.Start - start + len(prefix), End: s.End - start + len(prefix)})
		}
	}
	return out, ranges
}

func iconOf(k claims.Kind) fyne.Resource {
	return look.Icon(map[claims.Kind]look.IconName{
		claims.KindStatement: look.IconQuote, claims.KindArticle: look.IconArticle, claims.KindClaim: look.IconClaim,
		claims.KindOutcome: look.IconOutcome, claims.KindSpeaker: look.IconSpeaker,
	}[k])
}

func kindOf(k claims.Kind) string {
	switch k {
	case claims.KindStatement:
		return lang.X("record.statement", "Statement")
	case claims.KindArticle:
		return lang.X("record.article", "Article")
	case claims.KindClaim:
		return lang.X("record.claim", "Claim")
	case claims.KindOutcome:
		return lang.X("record.outcome", "Outcome")
	}
	return lang.X("record.speaker", "Speaker")
}

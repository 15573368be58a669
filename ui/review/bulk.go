package review

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/ui/kit"
	"onrecord/ui/nav"
	"onrecord/ui/statement"
)

// certain is the confidence from which statements are offered to be accepted
// together.
const certain = 0.95

// acceptCertain accepts all waiting statements that the program is sure of, as
// one change, after a question.
func (p *Page) acceptCertain() {
	nav.Fetch(p.host, "review/certain", func(ctx context.Context) ([]*claims.Statement, error) {
		return p.desk.WaitingStatements(ctx, desk.Waiting{Least: certain, Clear: true})
	}, func(sure []*claims.Statement) {
		if len(sure) == 0 {
			p.host.Toasts.Say(lang.X("review.noneCertain", "None of the waiting statements is certain enough."))
			return
		}
		ids := make([]claims.ID, len(sure))
		for i, s := range sure {
			ids[i] = s.ID
		}
		words := lang.XN("review.acceptMany", "Accept {{.Count}} statements whose speaker is clear and whose confidence is at least 95 %? One undo takes all of it back.", len(ids), map[string]any{"Count": nav.Number(len(ids))})
		question := widget.NewLabel(words)
		question.Wrapping = fyne.TextWrapWord
		d := kit.NewConfirm(lang.X("review.all", "Accept the certain ones…"), lang.X("statement.accept", "Accept"), lang.X("kit.cancel", "Cancel"), question, func(ok bool) {
			if ok {
				p.host.Do(func(ctx context.Context) error { return p.desk.Review(ctx, claims.Accepted, ids...) }, func() {
					p.host.Did(lang.XN("review.acceptedMany", "{{.Count}} statements accepted", len(ids), map[string]any{"Count": nav.Number(len(ids))}))
				})
			}
		}, p.host.Window)
		d.Resize(fyne.NewSize(480, 0))
		d.Show()
	})
}

// showRates lists how often each rule was right, so that a bad one is seen.
func (p *Page) showRates() {
	nav.Fetch(p.host, "review/rates", p.desk.RuleRates, func(rates []desk.RuleRate) {
		columns := []kit.Column[desk.RuleRate]{
			{ID: "rule", Title: lang.X("rates.rule", "Rule"), Width: 320, Grow: true, Cell: func(r desk.RuleRate) kit.Cell { return kit.Text(statement.RuleWords(r.Rule)) }, Less: func(a, b desk.RuleRate) bool { return a.Rule < b.Rule }},
			number("accepted", lang.X("rates.right", "Right"), func(r desk.RuleRate) int { return r.Accepted }),
			number("rejected", lang.X("rates.wrong", "Wrong"), func(r desk.RuleRate) int { return r.Rejected }),
			number("waiting", lang.X("rates.waiting", "Waiting"), func(r desk.RuleRate) int { return r.Waiting }),
		}
		table := kit.NewTable(p.host.Jobs, "rates", columns, func(r desk.RuleRate) string { return r.Rule })
		table.SetSource(kit.SliceSource(rates, columns))
		d := kit.NewNotice(lang.X("review.rates", "How the rules fare"), lang.X("kit.close", "Close"), container.NewStack(table), p.host.Window)
		d.Resize(nav.Large(p.host.Window))
		d.Show()
	})
}

func number(id, title string, of func(desk.RuleRate) int) kit.Column[desk.RuleRate] {
	return kit.Column[desk.RuleRate]{
		ID: id, Title: title, Width: 90, Align: fyne.TextAlignTrailing,
		Cell: func(r desk.RuleRate) kit.Cell { return kit.Text(fmt.Sprint(of(r))) },
		Less: func(a, b desk.RuleRate) bool { return of(a) < of(b) },
	}
}

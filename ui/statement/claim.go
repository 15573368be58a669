package statement

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"onrecord/claims"
	"onrecord/ui/kit"
	"onrecord/ui/nav"
)

// claimClasses are the classes that a claim can have.
var claimClasses = claims.Classes[:len(claims.Classes)-1]

// showClaim opens the form of a new claim.
func showClaim(host *nav.Host, draft claims.Claim, done func(claims.Claim)) {
	text := kit.NewLines()
	text.SetText(draft.Text)
	text.Wrapping = fyne.TextWrapWord
	text.SetMinRowsVisible(2)
	test := kit.NewLines()
	test.SetText(draft.Test())
	test.Wrapping = fyne.TextWrapWord
	test.SetMinRowsVisible(2)
	class := choice(claimClasses, draft.Class, nav.Class)
	later := choice([]claims.Checkability{claims.CheckableNow, claims.CheckableLater, claims.NotCheckable}, draft.Checkability, CheckabilityWords)
	due, made := nav.NewDateEntry(draft.Due), nav.NewDateEntry(draft.MadeOn)
	actor, topics := entry(draft.Actor), entry(strings.Join(draft.Topics, ", "))
	words := ""
	if draft.DueWords != "" {
		words = lang.X("claim.dueWords", "read from") + " " + nav.Quoted(draft.DueWords)
	}
	form := kit.NewForm(
		kit.Field{Label: lang.X("claim.text", "Claim"), Input: text, Hint: lang.X("claim.textHint", "One proposition that can be checked, in plain words.")},
		kit.Field{Label: lang.X("statement.class", "Class"), Input: class},
		kit.Field{Label: lang.X("claim.checkable", "Checkable"), Input: later},
		kit.Field{Label: lang.X("statement.due", "Due"), Input: container.NewVBox(due, due.Echo()), Hint: words},
		kit.Field{Label: lang.X("claim.test", "Test"), Input: test, Hint: lang.X("claim.testHint", "What will decide it. It is fixed before the first verdict.")},
		kit.Field{Label: lang.X("claim.actor", "Who must act"), Input: actor},
		kit.Field{Label: lang.X("record.topics", "Topics"), Input: topics, Hint: lang.X("record.tagsHint", "separated by commas")},
		kit.Field{Label: lang.X("claim.madeOn", "Made on"), Input: container.NewVBox(made, made.Echo())},
	)
	d := kit.NewConfirm(lang.X("claim.new", "Make a claim"), lang.X("claim.make", "Make claim"), lang.X("kit.cancel", "Cancel"), kit.Scrollable(form), func(ok bool) {
		if !ok {
			return
		}
		c := draft
		c.Text, c.Class = strings.TrimSpace(text.Text), claimClasses[class.SelectedIndex()]
		c.Checkability = []claims.Checkability{claims.CheckableNow, claims.CheckableLater, claims.NotCheckable}[later.SelectedIndex()]
		if date := readDate(due.Text); date != c.Due {
			c.Due, c.DueWords = date, ""
		}
		c.MadeOn, c.Actor, c.Topics, c.Tests = readDate(made.Text), actor.Text, nav.SplitTags(topics.Text), nil
		if t := strings.TrimSpace(test.Text); t != "" {
			c.Tests = []claims.Test{{Text: t}}
		}
		done(c)
	}, host.Window)
	d.Resize(nav.Fit(host.Window, form))
	d.Show()
	host.Window.Canvas().Focus(text)
}

package statement

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"onrecord/claims"
	"onrecord/ui/kit"
	"onrecord/ui/nav"
)

// fields is the form of a statement.
type fields struct {
	host                *nav.Host
	draft               claims.Statement
	speaker             *nav.SpeakerEntry
	saidOn, due         *kit.DateEntry
	kind, class         *kit.Select
	denied              *kit.Check
	occasion, addressee *kit.Input
	topics, tags, notes *kit.Input
}

func newFields(host *nav.Host, d Desk, draft claims.Statement, speaker string) *fields {
	f := &fields{host: host, draft: draft, speaker: speakerEntry(host, d, speaker), saidOn: nav.NewDateEntry(draft.SaidOn), due: nav.NewDateEntry(draft.Due)}
	f.kind = choice([]claims.Quoting{claims.Direct, claims.Indirect, claims.Mixed}, draft.Kind, kindWords)
	f.class = choice(claims.Classes, draft.Class, nav.Class)
	f.denied = kit.NewCheck(lang.X("statement.denied", "The words say that it was not asserted (denied, did not say)"), nil)
	f.denied.Checked = draft.Polarity == claims.Negative
	f.occasion, f.addressee = entry(draft.Occasion), entry(draft.Addressee)
	f.topics, f.tags, f.notes = entry(strings.Join(draft.Topics, ", ")), entry(strings.Join(draft.Tags, ", ")), entry(draft.Notes)
	return f
}

func entry(text string) *kit.Input {
	e := kit.NewInput()
	e.SetText(text)
	return e
}

// choice is a selection of values shown in words.
func choice[T comparable](all []T, chosen T, words func(T) string) *kit.Select {
	var names []string
	for _, v := range all {
		names = append(names, words(v))
	}
	s := kit.NewSelect(names, nil)
	s.SetSelectedIndex(max(slices.Index(all, chosen), 0))
	return s
}

func (f *fields) show(title string, done func(s claims.Statement, speaker string)) {
	words := widget.NewLabel(f.draft.Text)
	words.Wrapping = fyne.TextWrapWord
	form := kit.NewForm(
		kit.Field{Label: lang.X("statement.who", "Speaker"), Input: f.speaker, Hint: lang.X("statement.whoHint", "A new name makes a new speaker.")},
		kit.Field{Label: lang.X("statement.saidOn", "Said on"), Input: container.NewVBox(f.saidOn, f.saidOn.Echo())},
		kit.Field{Label: lang.X("statement.kind", "Quoted"), Input: f.kind},
		kit.Field{Label: lang.X("statement.class", "Class"), Input: f.class},
		kit.Field{Label: lang.X("statement.due", "Due"), Input: container.NewVBox(f.due, f.due.Echo())},
		kit.Field{Label: "", Input: f.denied},
		kit.Field{Label: lang.X("statement.occasion", "Occasion"), Input: f.occasion},
		kit.Field{Label: lang.X("statement.addressee", "To"), Input: f.addressee},
		kit.Field{Label: lang.X("record.topics", "Topics"), Input: f.topics, Hint: lang.X("record.tagsHint", "separated by commas")},
		kit.Field{Label: lang.X("record.tags", "Tags"), Input: f.tags},
		kit.Field{Label: lang.X("record.notes", "Notes"), Input: f.notes},
	)
	body := container.NewVBox(words, form)
	d := kit.NewConfirm(title, lang.X("dialog.save", "Save"), lang.X("kit.cancel", "Cancel"), kit.Scrollable(body), func(ok bool) {
		if ok {
			done(f.read(), strings.TrimSpace(f.speaker.Text))
		}
	}, f.host.Window)
	d.Resize(nav.Fit(f.host.Window, body))
	d.Show()
	f.host.Window.Canvas().Focus(f.speaker)
}

func (f *fields) read() claims.Statement {
	s := f.draft
	s.Kind = []claims.Quoting{claims.Direct, claims.Indirect, claims.Mixed}[f.kind.SelectedIndex()]
	s.Class = claims.Classes[f.class.SelectedIndex()]
	if d := readDate(f.saidOn.Text); d != s.SaidOn {
		s.SaidOn, s.SaidWords = d, ""
	}
	if d := readDate(f.due.Text); d != s.Due {
		s.Due, s.DueWords = d, ""
	}
	s.Polarity = claims.Positive
	if f.denied.Checked {
		s.Polarity = claims.Negative
	}
	s.Occasion, s.Addressee, s.Notes = f.occasion.Text, f.addressee.Text, f.notes.Text
	s.Topics, s.Tags = nav.SplitTags(f.topics.Text), nav.SplitTags(f.tags.Text)
	return s
}

func readDate(text string) claims.Date {
	d, _ := nav.ReadDate(text) // a dialog cannot be confirmed while it is none
	return d
}

// speakerEntry is a field for a name that offers the archive's speakers.
func speakerEntry(host *nav.Host, d Desk, name string) *nav.SpeakerEntry {
	e := nav.NewSpeakerEntry(host, d.SpeakerNames, nil)
	e.SetText(name)
	e.Load()
	return e
}

func askSpeaker(host *nav.Host, desk Desk, name string, set func(string)) {
	e := speakerEntry(host, desk, name)
	form := kit.NewForm(kit.Field{Label: lang.X("statement.who", "Speaker"), Input: e, Hint: lang.X("statement.whoHint", "A new name makes a new speaker.")})
	d := kit.NewConfirm(lang.X("statement.whoTitle", "Who said it?"), lang.X("dialog.save", "Save"), lang.X("kit.cancel", "Cancel"), form, func(ok bool) {
		if name := strings.TrimSpace(e.Text); ok && name != "" {
			set(name)
		}
	}, host.Window)
	d.Resize(fyne.NewSize(480, 0))
	d.Show()
	host.Window.Canvas().Focus(e)
	e.TypedShortcut(&fyne.ShortcutSelectAll{}) // a new name is typed over the old one
}

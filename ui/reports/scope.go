package reports

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/claims/when"
	"onrecord/ui/kit"
)

// scopeField chooses what a report is about. Only the field of the chosen
// scope is shown.
type scopeField struct {
	kind         *widget.Select
	speaker      *kit.SelectEntry
	query        *kit.Input
	from, to     *kit.Input
	claim        claims.ID
	period, room *fyne.Container
}

// The scopes in the order in which they are offered.
const (
	scopeAll = iota
	scopeSpeaker
	scopeSearch
	scopePeriod
	scopeDue
	scopeClaim
)

func newScopeField(changed func()) *scopeField {
	f := &scopeField{speaker: kit.NewSelectEntry(nil), query: kit.NewInput(), from: kit.NewInput(), to: kit.NewInput()}
	f.speaker.SetPlaceHolder(lang.X("timeline.who", "Speaker"))
	f.query.SetPlaceHolder(lang.X("reports.query", "As in the search field"))
	f.from.SetPlaceHolder(lang.X("reports.from", "From: 2025, March 2025 …"))
	f.to.SetPlaceHolder(lang.X("reports.to", "To"))
	for _, e := range []*widget.Entry{&f.speaker.Entry, &f.query.Entry, &f.from.Entry, &f.to.Entry} {
		e.OnSubmitted = func(string) { changed() }
	}
	f.period = container.NewGridWithColumns(2, f.from, f.to)
	f.room = container.NewStack()
	f.kind = widget.NewSelect([]string{
		lang.X("scope.all", "The whole archive"), lang.X("scope.speaker", "A speaker"), lang.X("scope.search", "A search"),
		lang.X("scope.period", "A period"), lang.X("scope.due", "What is due"), lang.X("scope.claim", "The claim that was open"),
	}, func(string) {
		f.arrange()
		changed()
	})
	f.kind.Selected = f.kind.Options[scopeAll]
	return f
}

func (f *scopeField) content() fyne.CanvasObject { return container.NewVBox(f.kind, f.room) }

func (f *scopeField) arrange() {
	f.room.Objects = nil
	switch f.kind.SelectedIndex() {
	case scopeSpeaker:
		f.room.Objects = []fyne.CanvasObject{f.speaker}
	case scopeSearch:
		f.room.Objects = []fyne.CanvasObject{f.query}
	case scopePeriod:
		f.room.Objects = []fyne.CanvasObject{f.period}
	}
	f.room.Refresh()
}

func (f *scopeField) setNames(names []string) { f.speaker.SetOptions(names) }

// set takes over what another screen asked for: "claim:ID", "speaker:NAME" or
// "query:TEXT". An empty text leaves the choice.
func (f *scopeField) set(query string) {
	kind, rest, ok := strings.Cut(query, ":")
	if !ok {
		return
	}
	index := scopeAll
	switch kind {
	case "claim":
		f.claim, index = claims.ID(rest), scopeClaim
	case "speaker":
		f.speaker.SetText(rest)
		index = scopeSpeaker
	case "query":
		f.query.SetText(rest)
		index = scopeSearch
	}
	f.kind.Selected = f.kind.Options[index]
	f.kind.Refresh()
	f.arrange()
}

// resolve reads the fields now and gives the function that makes a scope of
// them later, outside the interface goroutine.
func (f *scopeField) resolve(d Desk) func(context.Context) (desk.Scope, error) {
	kind, speaker, query, claim := f.kind.SelectedIndex(), strings.TrimSpace(f.speaker.Text), strings.TrimSpace(f.query.Text), f.claim
	from, _ := when.ParseDate(f.from.Text)
	to, _ := when.ParseDate(f.to.Text)
	return func(ctx context.Context) (desk.Scope, error) {
		switch {
		case kind == scopeSpeaker && speaker != "":
			s, err := d.FindSpeaker(ctx, speaker)
			if err != nil {
				return desk.Scope{}, err
			}
			return desk.Scope{Speaker: s.ID}, nil
		case kind == scopeSearch && query != "":
			return desk.Scope{Query: query}, nil
		case kind == scopePeriod:
			return desk.Scope{From: from, To: to}, nil
		case kind == scopeDue:
			return desk.Scope{Due: desk.DueStates}, nil
		case kind == scopeClaim && claim != "":
			return desk.Scope{Claim: claim}, nil
		}
		return desk.Scope{}, nil
	}
}

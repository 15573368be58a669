package reports

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/ui/kit"
	"onrecord/ui/nav"
)

// scopeField chooses what a report is about. Only the field of the chosen
// scope is shown.
type scopeField struct {
	kind         *kit.Select
	speaker      *nav.SpeakerEntry
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

// prefScope is what the last report was about.
const prefScope = "report.scope"

func newScopeField(host *nav.Host, d Desk, changed func()) *scopeField {
	f := &scopeField{query: kit.NewInput(), from: kit.NewInput(), to: kit.NewInput()}
	f.speaker = nav.NewSpeakerEntry(host, d.SpeakerNames, changed)
	f.query.SetPlaceHolder(lang.X("reports.query", "As in the search field"))
	f.from.SetPlaceHolder(lang.X("reports.from", "From: 2025, March 2025 …"))
	f.to.SetPlaceHolder(lang.X("reports.to", "To"))
	for _, e := range []*kit.Input{f.query, f.from, f.to} {
		e.OnSubmitted = func(string) { changed() }
	}
	f.period = container.NewGridWithColumns(2, f.from, f.to)
	f.room = container.NewStack()
	prefs := host.App.Preferences()
	f.kind = kit.NewSelect([]string{
		lang.X("scope.all", "The whole archive"), lang.X("scope.speaker", "A speaker"), lang.X("scope.search", "A search"),
		lang.X("scope.period", "A period"), lang.X("scope.due", "What is due"), lang.X("scope.claim", "The claim that was open"),
	}, func(string) {
		prefs.SetInt(prefScope, f.kind.SelectedIndex())
		f.arrange()
		changed()
	})
	at := prefs.Int(prefScope)
	if at < 0 || at >= scopeClaim { // the claim that was open then is forgotten
		at = scopeAll
	}
	f.kind.Selected = f.kind.Options[at]
	f.arrange()
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
// them later, outside the interface goroutine. What is no date is an error.
func (f *scopeField) resolve(d Desk) (func(context.Context) (desk.Scope, error), error) {
	kind, speaker, query, claim := f.kind.SelectedIndex(), strings.TrimSpace(f.speaker.Text), strings.TrimSpace(f.query.Text), f.claim
	fixed := func(s desk.Scope) (func(context.Context) (desk.Scope, error), error) {
		return func(context.Context) (desk.Scope, error) { return s, nil }, nil
	}
	choose := func(what string) error {
		return claims.Invalid(what, claims.Plain(lang.X("reports.choose", "say first what the report is about")))
	}
	switch kind {
	case scopeSpeaker:
		if speaker == "" {
			return nil, choose(lang.X("record.speaker", "Speaker"))
		}
		return func(ctx context.Context) (desk.Scope, error) {
			s, err := d.FindSpeaker(ctx, speaker)
			if err != nil {
				return desk.Scope{}, err
			}
			return desk.Scope{Speaker: s.ID}, nil
		}, nil
	case scopeSearch:
		if query == "" {
			return nil, choose(lang.X("scope.search", "A search"))
		}
		return fixed(desk.Scope{Query: query})
	case scopePeriod:
		from, err := nav.ReadDate(f.from.Text)
		if err != nil {
			return nil, err
		}
		to, err := nav.ReadDate(f.to.Text)
		if err != nil {
			return nil, err
		}
		return fixed(desk.Scope{From: from, To: to})
	case scopeDue:
		return fixed(desk.Scope{Due: desk.DueStates})
	case scopeClaim:
		if claim == "" {
			return nil, choose(lang.X("record.claim", "Claim"))
		}
		return fixed(desk.Scope{Claim: claim})
	}
	return fixed(desk.Scope{})
}

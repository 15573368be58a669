package speakers

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

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

// merge asks into whom the speaker is merged, and says what that would do.
func (p *Page) merge() {
	if p.open == nil {
		return
	}
	from := p.open
	into := nav.NewSpeakerEntry(p.host, p.others(from.Name), nil)
	preview := widget.NewLabel("")
	preview.Wrapping = fyne.TextWrapWord
	form := container.NewVBox(kit.NewForm(kit.Field{Label: lang.X("speaker.into", "Into"), Input: into, Hint: lang.X("speaker.mergeHint", "All statements and claims move; the name stays as an alias. One undo takes it back.")}), preview)
	d := kit.NewConfirm(lang.X("speaker.mergeTitle", "Merge")+" "+from.Name, lang.X("speaker.mergeDo", "Merge"), lang.X("kit.cancel", "Cancel"), form, func(ok bool) {
		if ok {
			p.mergeInto(from.ID, strings.TrimSpace(into.Text))
		}
	}, p.host.Window)
	into.OnWhole = func(name string) {
		d.Allow(name != "")
		if name == "" {
			p.host.Jobs.Cancel("speakers/preview")
			preview.SetText("")
			return
		}
		nav.Fetch(p.host, "speakers/preview", func(ctx context.Context) (*claims.Speaker, error) { return p.desk.FindSpeaker(ctx, name) }, func(to *claims.Speaker) {
			preview.SetText(p.mergeWords(from, to))
		})
	}
	d.Allow(false)
	into.Load()
	d.Resize(fyne.NewSize(560, 0))
	d.Show()
	p.host.Window.Canvas().Focus(into)
}

// others reads the names of all speakers but one.
func (p *Page) others(name string) func(context.Context) ([]string, error) {
	return func(ctx context.Context) ([]string, error) {
		names, err := p.desk.SpeakerNames(ctx)
		return slices.DeleteFunc(slices.Clone(names), func(n string) bool { return n == name }), err
	}
}

// mergeWords says what a merge would do.
func (p *Page) mergeWords(from, into *claims.Speaker) string {
	r := p.rowOf(from.ID)
	moves := nav.Join(
		lang.XN("speaker.countStatements", "{{.Count}} statements", r.statements, map[string]any{"Count": nav.Number(r.statements)}),
		lang.XN("claims.count", "{{.Count}} claims", r.claims, map[string]any{"Count": nav.Number(r.claims)}))
	return fmt.Sprintf(lang.X("speaker.mergeWords", "%s go to %s, who then is also called %s."), moves, into.Name, strings.Join(append([]string{from.Name}, from.Aliases...), ", "))
}

func (p *Page) rowOf(id claims.ID) row {
	for _, r := range p.rows {
		if r.ID == id {
			return r
		}
	}
	return row{}
}

func (p *Page) mergeInto(from claims.ID, name string) {
	var into claims.ID
	p.host.Do(func(ctx context.Context) error {
		who, err := p.desk.FindSpeaker(ctx, name)
		if err != nil {
			return err
		}
		into = who.ID
		return p.desk.MergeSpeakers(ctx, from, who.ID)
	}, func() { p.merged(into) })
}

func (p *Page) merged(into claims.ID) {
	p.host.Did(lang.X("speaker.merged", "Speakers merged"))
	p.wanted = into
	p.show(into)
}

// maxPairs is how many pairs are offered at a time.
const maxPairs = 50

// calm is how long nothing must have been typed before it is looked who may be the
// same. In a large archive that takes the processor seconds, and they belong to who
// types.
const calm = 800 * time.Millisecond

// loadPairs looks for speakers who may be the same, once it is calm.
func (p *Page) loadPairs() {
	p.hold()
	p.host.Jobs.Cancel(pairsSlot)
	p.searching = true
	p.hold = p.host.Jobs.After(calm, p.findPairs)
}

// filter narrows the list. A search for pairs that is not done yet begins anew.
func (p *Page) filter(typed string) {
	p.table.SetFilter(typed)
	if p.searching {
		p.loadPairs()
	}
}

const pairsSlot = "speakers/pairs"

func (p *Page) findPairs() {
	p.searching = true
	nav.Fetch(p.host, pairsSlot, func(ctx context.Context) ([]desk.Duplicate, error) { return p.desk.SuggestDuplicates(ctx, maxPairs) }, func(found []desk.Duplicate) {
		p.searching = false
		p.pairs = found
		n := len(found)
		p.alike.SetText(lang.XN("speaker.alike", "{{.Count}} pairs may be the same", n, map[string]any{"Count": nav.Number(n)}))
		if n > 0 {
			p.alike.Show()
		} else {
			p.alike.Hide()
		}
		p.alike.Refresh()
		p.host.Commands.Refresh()
	})
}

// showPairs lists the pairs with what speaks for them; a person merges.
func (p *Page) showPairs() {
	box := container.NewVBox(kit.Caption(lang.X("speaker.mergeHint", "All statements and claims move; the name stays as an alias. One undo takes it back.")))
	var d *kit.Question
	for i := range p.pairs {
		box.Add(p.pair(&p.pairs[i], func() { d.Hide() }))
	}
	d = kit.NewNotice(lang.X("speaker.pairs", "Speakers who may be the same…"), lang.X("kit.close", "Close"), kit.Scrollable(box), p.host.Window)
	d.Resize(nav.Large(p.host.Window))
	d.Show()
}

// pair offers to merge two speakers either way.
func (p *Page) pair(s *desk.Duplicate, done func()) fyne.CanvasObject {
	merge := func(from, into *claims.Speaker) fyne.CanvasObject {
		button := kit.NewButton(fmt.Sprintf(lang.X("speaker.keep", "Keep %s"), into.Name), nil, func() {
			done()
			p.host.Do(func(ctx context.Context) error { return p.desk.MergeSpeakers(ctx, from.ID, into.ID) }, func() { p.merged(into.ID) })
		})
		if into == s.B {
			button.Importance = widget.HighImportance
		}
		return button
	}
	apart := kit.NewButton(lang.X("speaker.apart", "Not the same"), nil, func() {
		done()
		p.host.Do(func(ctx context.Context) error { return p.desk.RefuseSame(ctx, s.A.ID, s.B.ID) }, func() {
			p.host.Did(lang.X("toast.refused", "Not suggested again"))
		})
	})
	names := widget.NewLabel(p.called(s.A) + "  –  " + p.called(s.B))
	names.TextStyle.Bold = true
	names.Wrapping = fyne.TextWrapWord
	why := kit.Caption(nav.Join(fmt.Sprintf("%.0f %%", 100*s.Score), statement.ReasonWords(s.Reason)))
	preview := kit.Caption(p.mergeWords(s.A, s.B))
	return container.NewVBox(kit.Tight(container.NewVBox(names, why, preview)), container.New(kit.NewFlow(), merge(s.A, s.B), merge(s.B, s.A), apart), widget.NewSeparator())
}

// called is a name with how often it spoke.
func (p *Page) called(s *claims.Speaker) string {
	return fmt.Sprintf("%s (%s)", s.Name, nav.Number(p.rowOf(s.ID).statements))
}

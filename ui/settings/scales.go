package settings

import (
	"context"
	"fmt"
	"image/color"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"onrecord/claims"
	"onrecord/claims/fold"
	"onrecord/ui/kit"
	"onrecord/ui/nav"
)

func (p *Page) drawScales(all []*claims.Scale) {
	p.scales.Objects = nil
	for _, s := range all {
		edit := kit.NewButton(lang.X("settings.editScale", "Edit…"), theme.DocumentCreateIcon(), func() { p.editScale(s) })
		chips := kit.ChipRow()
		for _, v := range s.Values {
			chips.Add(kit.NewBadge(nav.ScaleWord(v.Label), nav.Tone(v)))
		}
		name := widget.NewLabel(nav.ScaleWord(s.Name))
		name.TextStyle.Bold = true
		p.scales.Add(container.NewVBox(container.NewBorder(nil, nil, name, edit), container.NewPadded(chips)))
	}
	p.scales.Refresh()
}

// editScale opens the values of a scale: each with its word, colour and
// rating; an emptied word deletes it, the last row adds one.
func (p *Page) editScale(s *claims.Scale) {
	rows := make([]*valueRow, 0, len(s.Values)+1)
	for _, v := range append(append([]claims.Value(nil), s.Values...), claims.Value{Colour: "#8a8f98"}) {
		rows = append(rows, newValueRow(v))
	}
	grid := container.NewGridWithColumns(4,
		widget.NewLabel(lang.X("scale.word", "Word")), widget.NewLabel(lang.X("scale.colour", "Colour")), widget.NewLabel(lang.X("scale.rating", "Rating 1 to 5")), widget.NewLabel(""))
	for _, r := range rows {
		for _, o := range []fyne.CanvasObject{r.label, r.colourField(p.host.Window), r.rating, r.final} {
			grid.Add(o)
		}
	}
	var labels []string
	for _, v := range s.Values {
		labels = append(labels, v.Label)
	}
	moveTo := kit.NewSelect(labels, nil)
	wrong := kit.Caption("")
	form := container.NewVBox(grid, wrong, kit.NewForm(kit.Field{Label: lang.X("scale.move", "Move to"), Input: moveTo, Hint: lang.X("scale.moveHint", "An emptied word deletes its value, the last row adds one. Claims that stand at a deleted value get this verdict instead.")}))
	d := kit.NewConfirm(nav.ScaleWord(s.Name), lang.X("dialog.save", "Save"), lang.X("kit.cancel", "Cancel"), kit.Scrollable(form), func(ok bool) {
		if !ok {
			return
		}
		after, move, err := changed(s, rows, moveTo.SelectedIndex())
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.host.Do(func(ctx context.Context) error { return p.desk.EditScale(ctx, after, move) }, func() { p.host.Did(lang.X("scale.saved", "Scale saved")) })
	}, p.host.Window)
	watch(rows, func() {
		_, _, err := changed(s, rows, moveTo.SelectedIndex())
		d.Allow(err == nil)
		wrong.SetText("")
		if err != nil {
			wrong.SetText(nav.Problem(err).Sentence)
		}
	})
	d.Resize(nav.Large(p.host.Window))
	d.Show()
}

// watch calls judge after every change of a row.
func watch(rows []*valueRow, judge func()) {
	for _, r := range rows {
		paint := r.colour.OnChanged
		r.label.OnChanged = func(string) { judge() }
		r.rating.OnChanged = func(string) { judge() }
		r.colour.OnChanged = func(text string) {
			paint(text)
			judge()
		}
	}
}

type valueRow struct {
	value                 claims.Value
	label, colour, rating *kit.Input
	final                 *kit.Check
}

func newValueRow(v claims.Value) *valueRow {
	r := &valueRow{value: v, label: kit.NewInput(), colour: kit.NewInput(), rating: kit.NewInput(), final: kit.NewCheck(lang.X("scale.final", "Resolves the claim"), nil)}
	r.label.SetText(v.Label)
	r.colour.SetText(v.Colour)
	if v.Rating > 0 {
		r.rating.SetText(strconv.FormatFloat(v.Rating, 'g', -1, 64))
	}
	r.final.Checked = v.Final
	return r
}

// colourField shows the colour beside its number; the swatch opens a choice.
func (r *valueRow) colourField(parent fyne.Window) fyne.CanvasObject {
	swatch := canvas.NewRectangle(color.Transparent)
	swatch.CornerRadius = theme.InputRadiusSize()
	swatch.SetMinSize(fyne.NewSquareSize(theme.IconInlineSize()))
	paint := func(text string) {
		swatch.FillColor = color.Transparent
		if c, ok := readColour(text); ok {
			swatch.FillColor = c
		}
		swatch.Refresh()
	}
	paint(r.colour.Text)
	r.colour.OnChanged = paint
	pick := kit.NewButton("", theme.ColorPaletteIcon(), func() {
		d := dialog.NewColorPicker(lang.X("scale.colour", "Colour"), r.label.Text, func(c color.Color) { r.colour.SetText(writeColour(c)) }, parent)
		d.Advanced = true
		d.Show()
	})
	return container.NewBorder(nil, nil, container.NewPadded(swatch), pick, r.colour)
}

// readColour reads #rrggbb.
func readColour(text string) (color.Color, bool) {
	var red, green, blue uint8
	n, err := fmt.Sscanf(strings.TrimSpace(text), "#%02x%02x%02x", &red, &green, &blue)
	return color.NRGBA{red, green, blue, 0xff}, err == nil && n == 3 && len(strings.TrimSpace(text)) == len("#rrggbb")
}

func writeColour(c color.Color) string {
	const high = 8 // the upper byte of what RGBA gives
	red, green, blue, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", red>>high, green>>high, blue>>high)
}

// changed reads the rows. What was deleted moves to the chosen value.
func changed(s *claims.Scale, rows []*valueRow, moveTo int) (claims.Scale, map[string]string, error) {
	after := *s
	after.Values = nil
	move := map[string]string{}
	for i, r := range rows {
		v := r.value
		v.Label = strings.TrimSpace(r.label.Text)
		if v.Label == "" {
			if i == 0 {
				return after, nil, claims.Invalid(v.ID, claims.Plain(lang.X("scale.first", "the first value is the state before any verdict: it can be renamed, not deleted")))
			}
			if v.ID != "" && moveTo >= 0 {
				move[v.ID] = s.Values[moveTo].ID
			}
			continue
		}
		if v.ID == "" {
			v.ID = strings.ReplaceAll(fold.Key(v.Label), " ", "-")
		}
		v.Colour, v.Final, v.Rating = strings.TrimSpace(r.colour.Text), r.final.Checked, 0
		if _, ok := readColour(v.Colour); !ok {
			return after, nil, claims.Invalid(v.Label, claims.Plain(fmt.Sprintf(lang.X("scale.badColour", "%q is no colour such as #2e8b57"), v.Colour)))
		}
		if text := strings.TrimSpace(strings.ReplaceAll(r.rating.Text, ",", ".")); text != "" {
			rating, err := strconv.ParseFloat(text, 64)
			if err != nil {
				return after, nil, claims.Invalid(v.Label, claims.Plain(fmt.Sprintf(lang.X("scale.badRating", "%q is no number from 1 to 5"), text)))
			}
			v.Rating = rating
		}
		after.Values = append(after.Values, v)
	}
	return after, move, nil
}

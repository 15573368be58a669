package kit_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"onrecord/ui/kit"
	"onrecord/ui/kit/kittest"
)

// TestTabScrollsToWhatHasTheKeyboard walks down a page that is higher than the
// window and back again.
func TestTabScrollsToWhatHasTheKeyboard(t *testing.T) {
	kittest.App(t)
	rows := container.NewVBox()
	for i := range 40 {
		rows.Add(container.NewVBox(widget.NewLabel(fmt.Sprint("row ", i)), kit.NewButton("Do", nil, func() {}), kit.NewInput()))
	}
	scroll := kit.Scrollable(rows)
	win := kittest.Window(t, kit.Page("Page", nil, scroll), 400, 300)
	seen := func(o fyne.CanvasObject) bool {
		driver := fyne.CurrentApp().Driver()
		top := driver.AbsolutePositionForObject(scroll).Y
		at := driver.AbsolutePositionForObject(o).Y
		return at >= top && at+o.Size().Height <= top+scroll.Size().Height
	}
	for _, step := range []func(){win.Canvas().FocusNext, win.Canvas().FocusPrevious} {
		for range 60 {
			step()
			o, ok := win.Canvas().Focused().(fyne.CanvasObject)
			if !ok || !seen(o) {
				t.Fatalf("%T has the keyboard and cannot be seen", o)
			}
		}
	}
}

// TestTabTakesWhatAFieldHolds types over a date that stood there.
func TestTabTakesWhatAFieldHolds(t *testing.T) {
	kittest.App(t)
	date := kit.NewDateEntry(func(s string) (string, error) { return s, nil })
	line, lines, who := kit.NewInput(), kit.NewLines(), kit.NewSelectEntry(nil)
	win := kittest.Window(t, container.NewVBox(date, line, who, lines), 400, 300)
	for _, field := range []interface{ SetText(string) }{date, line, who, lines} {
		field.SetText("before")
	}
	for _, field := range []fyne.Focusable{date, line, who, lines} {
		win.Canvas().Focus(field)
		field.TypedRune('x')
	}
	for name, got := range map[string]string{"date": date.Text, "line": line.Text, "proposals": who.Text} {
		if got != "x" {
			t.Errorf("%s: %q", name, got)
		}
	}
	if lines.Text != "xbefore" {
		t.Errorf("a longer text is typed over: %q", lines.Text)
	}
}

func TestADialogOpensWithTheKeyboardInItsFirstField(t *testing.T) {
	kittest.App(t)
	win := kittest.Window(t, kit.Caption("page"), 600, 400)
	first := kit.NewInput()
	q := kit.NewConfirm("Question", "Yes", "No", kit.Scrollable(kit.NewForm(kit.Field{Label: "Name", Input: first}, kit.Field{Label: "Notes", Input: kit.NewLines()})), func(bool) {}, win)
	q.Show()
	if win.Canvas().Focused() != fyne.Focusable(first) {
		t.Errorf("%T has the keyboard", win.Canvas().Focused())
	}
	q.Hide()
	q = kit.NewConfirm("Question", "Yes", "No", kit.Caption("Really?"), func(bool) {}, win)
	q.Show()
	if win.Canvas().Focused() != nil {
		t.Errorf("%T has the keyboard: Enter would press it", win.Canvas().Focused())
	}
}

// TestTheButtonWithTheKeyboardIsSeen draws the button that stands out with the
// keyboard and without.
func TestTheButtonWithTheKeyboardIsSeen(t *testing.T) {
	kittest.App(t)
	b := kit.NewButton("Store", nil, func() {})
	b.Importance = widget.HighImportance
	win := kittest.Window(t, container.NewCenter(b), 200, 100)
	without := win.Canvas().Capture()
	win.Canvas().Focus(b)
	with := win.Canvas().Capture()
	differing, bounds := 0, without.Bounds()
	for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
		for x := bounds.Min.X; x < bounds.Max.X; x++ {
			if with.At(x, y) != without.At(x, y) {
				differing++
			}
		}
	}
	if differing < 100 {
		t.Errorf("%d pixels tell that it has the keyboard", differing)
	}
}

func TestThePageKeysTurnThePageOfAnyControl(t *testing.T) {
	kittest.App(t)
	rows := container.NewVBox(kit.NewSelect([]string{"a", "b"}, nil), kit.NewInput(), kit.NewButton("Do", nil, func() {}), kit.NewLink("there", func() {}))
	controls := rows.Objects
	for i := range 40 {
		rows.Add(widget.NewLabel(fmt.Sprint("row ", i)))
	}
	scroll := kit.Scrollable(rows)
	win := kittest.Window(t, kit.Page("Page", nil, scroll), 400, 300)
	for _, o := range controls[:4] {
		f := o.(fyne.Focusable)
		win.Canvas().Focus(f)
		f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
		down := scroll.Offset.Y
		f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageUp})
		if down < 100 || scroll.Offset.Y != 0 {
			t.Errorf("at %T the page went to %v and back to %v", o, down, scroll.Offset.Y)
		}
	}
}

func TestWhatIsReadIsScrolledByKeys(t *testing.T) {
	kittest.App(t)
	rows := container.NewVBox()
	for i := range 40 {
		rows.Add(widget.NewLabel(fmt.Sprint("row ", i)))
	}
	scroll := container.NewVScroll(rows)
	heard := 0
	scroll.OnScrolled = func(fyne.Position) { heard++ }
	pane := kit.NewPane(scroll)
	win := kittest.Window(t, pane, 400, 300)
	win.Canvas().FocusNext()
	if win.Canvas().Focused() != fyne.Focusable(pane) {
		t.Fatalf("Tab goes to %T", win.Canvas().Focused())
	}
	end := rows.Size().Height - scroll.Size().Height
	for _, step := range []struct {
		key fyne.KeyName
		at  float32
	}{{fyne.KeyDown, 40}, {fyne.KeyUp, 0}, {fyne.KeyPageDown, 0.9 * scroll.Size().Height}, {fyne.KeyEnd, end}, {fyne.KeyPageDown, end}, {fyne.KeyHome, 0}} {
		pane.TypedKey(&fyne.KeyEvent{Name: step.key})
		if scroll.Offset.Y != step.at {
			t.Errorf("%s went to %v, want %v", step.key, scroll.Offset.Y, step.at)
		}
	}
	if heard == 0 {
		t.Error("who draws only what is seen was not told")
	}
}

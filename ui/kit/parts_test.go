package kit

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"onrecord/ui/kit/kittest"
	"onrecord/ui/kit/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

func names(list ...string) *List[string] {
	l := NewList(NewLine, func(name string, line *Line) {
		line.Set(LineText{Title: name, Note: "speaker", Badge: "3", Tone: look.Open})
	})
	l.SetItems(list)
	return l
}

func TestAListIsWorkedByKeys(t *testing.T) {
	kittest.App(t)
	list := names("Ana Brandt", "Milo Korda", "Mira Sand")
	kittest.Window(t, list, 300, 300)
	var chosen []string
	opened := ""
	list.OnChoose = func(name string) { chosen = append(chosen, name) }
	list.OnOpen = func(name string) { opened = name }
	press(list, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyEnd, fyne.KeyReturn)
	if got := strings.Join(chosen, ", "); got != "Ana Brandt, Milo Korda, Ana Brandt, Mira Sand" || opened != "Mira Sand" {
		t.Errorf("chosen %s; opened %s", got, opened)
	}
	list.SetItems([]string{"Ana Brandt"})
	if got, ok := list.Chosen(); !ok || got != "Ana Brandt" {
		t.Errorf("after the list shrank %q is chosen", got)
	}
}

func TestAListOpensWhatIsChosenAlone(t *testing.T) {
	kittest.App(t)
	list := names("Ana Brandt", "Milo Korda")
	kittest.Window(t, list, 300, 300)
	list.ChooseIndex(0)
	press(list, fyne.KeyReturn) // nobody listens
	opened := 0
	list.OnOpen = func(string) { opened++ }
	list.ChooseNone()
	press(list, fyne.KeyReturn)
	if opened != 0 {
		t.Error("nothing was chosen, and something opened")
	}
}

func TestAListShowsThatItHasTheKeyboard(t *testing.T) {
	kittest.App(t)
	list := names("Ana Brandt", "Milo Korda")
	w := kittest.Window(t, list, 300, 300)
	if !list.ring.Hidden {
		t.Error("a frame without the keyboard")
	}
	w.Canvas().Focus(list)
	if list.ring.Hidden || list.ring.Size() != list.Size() {
		t.Errorf("with the keyboard the frame is hidden: %v, of size %v around %v", list.ring.Hidden, list.ring.Size(), list.Size())
	}
	w.Canvas().Unfocus()
	if !list.ring.Hidden {
		t.Error("the frame stays")
	}
}

func TestAListMayHaveNothingChosen(t *testing.T) {
	kittest.App(t)
	list := names("Ana Brandt", "Milo Korda")
	kittest.Window(t, list, 300, 300)
	list.ChooseIndex(1)
	told := 0
	list.OnChoose = func(string) { told++ }
	list.ChooseNone()
	if got, ok := list.Chosen(); ok || told != 0 {
		t.Errorf("%q is chosen, told %d times", got, told)
	}
	press(list, fyne.KeyDown)
	if got, _ := list.Chosen(); got != "Ana Brandt" {
		t.Errorf("the arrow down chooses %q", got)
	}
}

func TestAToastOffersUndoOnceAndGoes(t *testing.T) {
	kittest.App(t)
	jobs, q := newTestJobs(t)
	toasts := NewToasts(jobs)
	toasts.stay = time.Millisecond
	w := kittest.Window(t, container.NewStack(widget.NewLabel("page"), toasts.Layer()), 600, 400)
	undone := 0
	toasts.Undo("Statement rejected", func() { undone++ })
	button := find(w, func(b *Button) bool { return b.Text == "Undo" })
	test.Tap(button)
	if undone != 1 || len(toasts.box.Objects) != 0 {
		t.Errorf("undone %d times with %d toasts left", undone, len(toasts.box.Objects))
	}
	toasts.Say("Imported")
	q.Until(func() bool { return len(toasts.box.Objects) == 0 })
}

func TestAProblemSaysWhatToDo(t *testing.T) {
	kittest.App(t)
	w := kittest.Window(t, widget.NewLabel("page"), 800, 600)
	ShowProblem(Problem{Sentence: "The archive is open in another window.", Advice: "Close it there first.", Details: "lock held by 4711"}, w)
	sentence := find(w, func(r *Readable) bool { return r.Text == "The archive is open in another window." })
	if sentence == nil || find(w, func(l *widget.Label) bool { return l.Text == "Close it there first." }) == nil {
		t.Error("the dialog does not say what happened and what to do")
	}
	fault := ProblemOf(fmt.Errorf("import: %w", &PanicError{Value: "nil map", Stack: []byte("goroutine 1")}))
	if fault.Advice == "" || !strings.Contains(fault.Details, "nil map") {
		t.Errorf("a fault is told as %+v", fault)
	}
	if !Cancelled(fmt.Errorf("import: %w", context.Canceled)) || Cancelled(errors.New("no room")) {
		t.Error("a cancellation is not told from a failure")
	}
}

// find gives the first object of a type on the canvas that fits.
func find[O fyne.CanvasObject](w fyne.Window, fits func(O) bool) (found O) {
	top := w.Content()
	if o := w.Canvas().Overlays().Top(); o != nil {
		top = o
	}
	for _, o := range test.LaidOutObjects(top) {
		if x, ok := o.(O); ok && fits(x) {
			return x
		}
	}
	return found
}

func reviewCommands(done *[]string) *Commands {
	c := &Commands{}
	does := func(id string) func() { return func() { *done = append(*done, id) } }
	c.Add(
		&Command{ID: "file.import", Title: "Import…", Menu: "File", Key: Ctrl(fyne.KeyO), Do: does("import")},
		&Command{ID: "review.accept", Title: "Accept", Menu: "Review", Letter: 'a', Scope: "review", Do: does("accept")},
		&Command{ID: "edit.undo", Title: "Undo", Menu: "Edit", Key: Ctrl(fyne.KeyZ), Do: does("undo"), Enabled: func() bool { return false }},
		&Command{ID: "file.quit", Title: "Quit", Menu: "File", Do: does("quit")},
	)
	return c
}

func TestEveryShortcutStandsInAMenu(t *testing.T) {
	kittest.App(t)
	var done []string
	c := reviewCommands(&done)
	menu := c.MainMenu()
	inMenu := map[string]*fyne.MenuItem{}
	for _, m := range menu.Items {
		for _, item := range m.Items {
			inMenu[m.Label+"/"+item.Label] = item
		}
	}
	if len(inMenu) != 4 || inMenu["File/Import…  (Ctrl+O)"].Shortcut == nil || inMenu["Review/Accept  (A)"] == nil {
		t.Fatalf("the menus hold %v", inMenu)
	}
	if !inMenu["Edit/Undo  (Ctrl+Z)"].Disabled || inMenu["File/Quit"].Disabled {
		t.Error("what cannot be done is not grey, or what can be is")
	}
	if got := c.Find("file.import").KeyText(); got != "Ctrl+O" {
		t.Errorf("the key reads %q", got)
	}
}

func TestALetterActsOnItsScreenOnly(t *testing.T) {
	var done []string
	c := reviewCommands(&done)
	if c.Typed('a') {
		t.Error("the letter acted on another screen")
	}
	c.SetScope("review")
	if !c.Typed('A') || len(done) != 1 || c.Typed('x') {
		t.Errorf("done %v", done)
	}
}

func TestThePaletteShowsTheMatchedLettersAndDoesTheFirst(t *testing.T) {
	kittest.App(t)
	jobs, q := newTestJobs(t)
	did := ""
	p := NewPalette(jobs, func(_ context.Context, typed string) ([]Entry, error) {
		if typed == "" {
			return []Entry{{Title: "Import…"}}, nil
		}
		return []Entry{{Title: "Milo Korda", Matched: Ranges("Milo Korda", []int{0, 5, 6}), Do: func() { did = "korda" }}}, nil
	})
	w := kittest.Window(t, widget.NewLabel("page"), 900, 700)
	p.Show(w.Canvas())
	test.Type(p.field, "mko")
	q.Until(func() bool { return len(p.list.Items()) == 1 && p.list.Items()[0].Title == "Milo Korda" })
	line := find(w, func(e *Emphasis) bool { return e.text == "Milo Korda" })
	if line == nil || fmt.Sprint(line.ranges) != "[{0 1} {5 7}]" {
		t.Fatalf("the line shows %+v", line)
	}
	p.field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if did != "korda" || p.pop.Visible() {
		t.Errorf("did %q, the palette is open: %v", did, p.pop.Visible())
	}
}

func TestEnterInThePaletteWaitsForTheAnswerToTheLastLetter(t *testing.T) {
	kittest.App(t)
	jobs, q := newTestJobs(t)
	did, gate := "", make(chan struct{})
	p := NewPalette(jobs, func(_ context.Context, typed string) ([]Entry, error) {
		if typed != "" {
			<-gate // longer than the window waits
		}
		return []Entry{{Title: "for " + typed, Do: func() { did = typed }}}, nil
	})
	w := kittest.Window(t, widget.NewLabel("page"), 900, 700)
	p.Show(w.Canvas())
	q.Until(func() bool { return len(p.list.Items()) == 1 })
	test.Type(p.field, "sample")
	p.field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) // the list still shows what came for ""
	if did != "" {
		t.Fatalf("a line of an older query was done: %q", did)
	}
	close(gate)
	q.Until(func() bool { return did != "" })
	if did != "sample" {
		t.Errorf("did %q", did)
	}
}

func TestALongLineIsCutSoThatTheMatchIsSeen(t *testing.T) {
	kittest.App(t)
	e := NewEmphasis()
	kittest.Window(t, e, 200, 40)
	text := strings.Repeat("many words before it ", 20) + "harbour" + strings.Repeat(" and after", 10)
	at := strings.Index(text, "harbour")
	e.Set(text, []Range{{at, at + len("harbour")}})
	var shown string
	for _, o := range test.WidgetRenderer(e).Objects() {
		if x, ok := o.(interface{ MinSize() fyne.Size }); ok && x != nil {
			shown += textOf(o)
		}
	}
	first, _, _ := strings.Cut(strings.TrimPrefix(shown, "…"), " ")
	if !strings.Contains(shown, "harbour") || !strings.HasPrefix(shown, "…") || !strings.Contains(" "+text, " "+first+" ") {
		t.Errorf("the line reads %q", shown) // it begins with a whole word
	}
}

func TestALineThatIsTooLongAlwaysEndsInAnEllipsis(t *testing.T) {
	kittest.App(t)
	e := NewEmphasis()
	const text = "the harbour pool will open by the end of 2024, they say"
	at := strings.Index(text, "2024")
	e.Set(text, []Range{{4, 11}, {at, at + 4}})
	for width := float32(120); width < 460; width += 7 {
		kittest.Window(t, e, width, 40)
		var shown string
		for _, o := range test.WidgetRenderer(e).Objects() {
			shown += textOf(o)
		}
		if shown != text && !strings.HasSuffix(shown, "…") {
			t.Errorf("at %v the line reads %q", width, shown)
		}
	}
}

func TestASearchAsksWithEveryLetter(t *testing.T) {
	kittest.App(t)
	var asked, entered []string
	f := NewSearchField(func(s string) { asked = append(asked, s) })
	f.OnSubmit = func(s string) { entered = append(entered, s) }
	kittest.Window(t, f, 300, 60)
	test.Type(f, "li")
	press(f, fyne.KeyReturn)
	press(f, fyne.KeyEscape)
	if got := strings.Join(asked, ","); got != "l,li," {
		t.Errorf("asked %q", got)
	}
	if len(entered) != 1 || entered[0] != "li" {
		t.Errorf("entered %q", entered)
	}
}

func TestADateFieldSaysHowItUnderstood(t *testing.T) {
	kittest.App(t)
	e := NewDateEntry(func(s string) (string, error) {
		if s == "March 2026" {
			return "2026-03", nil
		}
		return "", errors.New("no such date")
	})
	got := "untold"
	e.OnDate = func(s string) { got = s }
	e.SetText("March 2026")
	if e.echo.Text() != "2026-03" || got != "March 2026" {
		t.Errorf("echo %q, told %q", e.echo.Text(), got)
	}
	e.SetText("Marchember")
	if e.echo.Text() != "no such date" || got != "March 2026" {
		t.Errorf("echo %q, told %q", e.echo.Text(), got)
	}
}

func TestADateFieldTicksNoNonsense(t *testing.T) {
	kittest.App(t)
	e := NewDateEntry(func(s string) (string, error) {
		if s == "March" {
			return "--03", nil
		}
		return "", errors.New("no such date")
	})
	w := kittest.Window(t, e, 300, 60)
	w.Canvas().Focus(e)
	ticked := func() bool { return strings.Contains(test.RenderToMarkup(w.Canvas()), "confirmIcon") }
	test.Type(e, "March")
	if !ticked() {
		t.Error("a date has no tick")
	}
	test.Type(e, "ember")
	if ticked() {
		t.Error("what is no date has a tick")
	}
}

func TestADividerStaysWhereItWasLeft(t *testing.T) {
	app := kittest.App(t)
	s := NewHSplit("library", widget.NewLabel("left"), widget.NewLabel("right"), 0.3)
	kittest.Window(t, s, 800, 400)
	s.SetOffset(0.55)
	if got := app.Preferences().Float("split.library"); got != 0.55 {
		t.Errorf("kept %.2f", got)
	}
	if again := NewHSplit("library", widget.NewLabel(""), widget.NewLabel(""), 0.3); again.Offset != 0.55 {
		t.Errorf("a new split begins at %.2f", again.Offset)
	}
}

func TestADividerIsMovedByKeys(t *testing.T) {
	kittest.App(t)
	a, b, c := names("a"), names("b"), names("c")
	inner := NewVSplit("inner", b, c, 0.5)
	outer := NewHSplit("outer", a, inner, 0.5)
	w := kittest.Window(t, container.NewStack(outer), 800, 600)
	canvas := w.Canvas()
	canvas.Focus(a)
	MoveDivider(canvas, true, 0.1)
	MoveDivider(canvas, false, 0.1) // the only one of its kind, though the keyboard is elsewhere
	canvas.Focus(c)
	MoveDivider(canvas, true, 0.1)
	for range 20 {
		MoveDivider(canvas, false, -0.1)
	}
	if outer.Offset < 0.69 || outer.Offset > 0.71 || inner.Offset > 0.2 {
		t.Errorf("the dividers are at %.2f and %.2f", outer.Offset, inner.Offset)
	}
	before := b.Size().Height
	if MoveDivider(canvas, false, 0.05); b.Size().Height <= before {
		t.Error("at its end the divider does not turn back at once")
	}
	if w.SetContent(a); HasDivider(canvas, true) {
		t.Error("a divider where there is none")
	}
}

func TestChipsTurnAndGoByKey(t *testing.T) {
	kittest.App(t)
	var state bool
	chip := NewFilterChip("Kept", false, func(on bool) { state = on })
	kittest.Window(t, ChipRow(chip), 300, 100)
	press(chip, fyne.KeyReturn)
	if !state {
		t.Error("Enter did not turn the chip on")
	}
	gone := false
	press(NewRemovableChip("outlet: Harbour Post", func() { gone = true }), fyne.KeyDelete)
	if !gone {
		t.Error("Delete did not remove the chip")
	}
	chip.MouseIn(&desktop.MouseEvent{})
	if !chip.hovered {
		t.Error("the mouse did not light the chip")
	}
}

func TestTheStatusLineFollowsAndCancels(t *testing.T) {
	kittest.App(t)
	jobs, q := newTestJobs(t)
	line := NewStatusLine(jobs)
	line.SetIdle("214 articles")
	kittest.Window(t, line, 600, 40)
	ended := false
	jobs.Run(Job{Name: "Reading files", Work: func(ctx context.Context, report func(Progress)) error {
		report(Progress{Done: 3, Total: 10, Note: "harbour.txt"})
		<-ctx.Done()
		return ctx.Err()
	}, Done: func(error) { ended = true }})
	q.Until(func() bool { return strings.Contains(line.text.Text, "3 / 10  harbour.txt") })
	test.Tap(line.cancel)
	q.Until(func() bool { return ended })
	if line.text.Text != "214 articles" || line.cancel.Visible() {
		t.Errorf("afterwards the line reads %q", line.text.Text)
	}
}

func TestButtonsBesideAHeadingGoBelowItWhereRoomIsWanting(t *testing.T) {
	kittest.App(t)
	row := container.New(NewFlow(), widget.NewButton("Save as calendar", nil), widget.NewButton("Snooze", nil), widget.NewButton("Checked today", nil))
	page := Page("Due", row, widget.NewLabel("rows"))
	w := kittest.Window(t, page, 900, 400)
	if row.Position().Y > 10 || row.Size().Height > 50 {
		t.Errorf("in a wide window the buttons are at %v, %v", row.Position(), row.Size())
	}
	w.Resize(fyne.NewSize(300, 400))
	w.Resize(fyne.NewSize(300, 401)) // heights follow widths
	if row.Position().Y < 20 || row.Position().X != 0 {
		t.Errorf("in a narrow window the buttons are at %v", row.Position())
	}
	if least := page.MinSize().Width; least > 300 {
		t.Errorf("the page cannot be narrower than %v", least)
	}
}

func TestAFootHasTheHeightThatItsWidthNeeds(t *testing.T) {
	kittest.App(t)
	foot := Caption(strings.Repeat("A accept · R reject · E edit · ", 6))
	page := Footed(widget.NewLabel("body"), foot)
	kittest.Window(t, page, 300, 400)
	if least := foot.MinSize().Height; foot.Size().Height < least || foot.Position().Y+foot.Size().Height > page.Size().Height {
		t.Errorf("the foot is %v high at %v, needs %v of %v", foot.Size().Height, foot.Position().Y, least, page.Size().Height)
	}
}

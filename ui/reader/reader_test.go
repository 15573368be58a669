package reader

import (
	"fmt"
	"strings"
	"testing"

	"onrecord/ui/kit"
	"onrecord/ui/kit/kittest"
	"onrecord/ui/kit/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

const article = `Harbour town to plant lime trees

Veldhaven, March 3. — “We will plant a row of lime trees along the quay by next spring,” said mayor Ana Brandt on Tuesday. “Nobody will have to pay for it.”

Her deputy, Milo Korda, said that the café on the pier would stay, and that the council had found forty thousand crowns for it.

He did not say where.`

func span(t testing.TB, words string) Span {
	t.Helper()
	at := strings.Index(article, words)
	if at < 0 {
		t.Fatalf("the article does not say %q", words)
	}
	return Span{at, at + len(words)}
}

func shown(t testing.TB) *Reader {
	t.Helper()
	kittest.App(t)
	r := New()
	kittest.Window(t, r, 700, 500)
	r.SetText(article, true)
	r.SetMarks([]Mark{
		{Span: span(t, "“We will plant a row of lime trees along the quay by next spring,”"), ID: "trees", Paint: Speaker(0)},
		{Span: span(t, "“Nobody will have to pay for it.”"), ID: "pay", Paint: Speaker(0)},
		{Span: span(t, "the café on the pier would stay"), ID: "café", Paint: Speaker(1), Style: Underline},
		{Span: span(t, "the council had found forty thousand crowns for it"), ID: "crowns", Paint: Speaker(1), Style: Underline, Low: true},
	})
	return r
}

// point is within the first letter of some words, near its left side.
func point(t testing.TB, r *Reader, words string) fyne.Position {
	t.Helper()
	s := span(t, words)
	l := r.page.lines[r.page.lineOf(s.Start)]
	return fyne.NewPos(r.drawer.x(l, s.Start)+1, l.y-r.top+5)
}

func click(r *Reader, at fyne.Position, mods fyne.KeyModifier) {
	e := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary, Modifier: mods}
	r.MouseDown(e)
	r.MouseUp(e)
}

func drag(r *Reader, from, to fyne.Position) {
	down := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: from}, Button: desktop.MouseButtonPrimary}
	r.MouseDown(down)
	r.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to}})
	r.MouseUp(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: to}, Button: desktop.MouseButtonPrimary})
	r.DragEnd()
}

func press(r *Reader, keys ...fyne.KeyName) {
	for _, k := range keys {
		r.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func selected(r *Reader) string {
	s := r.Selection()
	return r.text[s.Start:s.End]
}

func TestAClickOnAMarkNamesIt(t *testing.T) {
	r := shown(t)
	var tapped []string
	r.OnTapped = func(id string) { tapped = append(tapped, id) }
	click(r, point(t, r, "row of lime"), 0)
	click(r, point(t, r, "Her deputy"), 0)
	click(r, point(t, r, "pier"), 0)
	if fmt.Sprint(tapped) != "[trees café]" || r.Active() != "café" {
		t.Errorf("tapped %v, active %q", tapped, r.Active())
	}
}

func TestTheMouseLightsTheMarkItIsOver(t *testing.T) {
	r := shown(t)
	var over []string
	r.OnHover = func(id string) { over = append(over, id) }
	move := func(p fyne.Position) { r.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: p}}) }
	move(point(t, r, "quay"))
	if r.Cursor() != desktop.PointerCursor {
		t.Error("over a mark there is no hand")
	}
	move(point(t, r, "by next spring"))
	move(point(t, r, "Tuesday"))
	if fmt.Sprintf("%q", over) != `["trees" ""]` {
		t.Errorf("over %q", over)
	}
}

func TestMarksAreWalkedInTheOrderOfTheText(t *testing.T) {
	r := shown(t)
	var walked []string
	r.OnTapped = func(id string) { walked = append(walked, id) }
	for range 5 {
		r.TypedRune(']')
	}
	r.TypedRune('[')
	if got := strings.Join(walked, " "); got != "trees pay café crowns trees crowns" {
		t.Errorf("walked %s", got)
	}
}

func TestWordsAreSelectedByMouse(t *testing.T) {
	r := shown(t)
	var told []string
	r.OnSelected = func(s Span) { told = append(told, article[s.Start:s.End]) }
	drag(r, point(t, r, "plant a row"), point(t, r, " of lime"))
	at := point(t, r, "quay")
	click(r, at, 0)
	click(r, at, 0)
	click(r, at, 0)
	click(r, point(t, r, "He did"), 0)
	r.mouse.clicks = 0
	click(r, point(t, r, "not say"), fyne.KeyModifierShift)
	paragraph := strings.Split(article, "\n")[2]
	want := []string{"plant a row", "quay", paragraph, "He did "}
	if fmt.Sprintf("%q", told) != fmt.Sprintf("%q", want) {
		t.Errorf("told %q\nwant %q", told, want)
	}
}

func TestADoubleClickThatIsDraggedTakesWholeWords(t *testing.T) {
	r := shown(t)
	at := point(t, r, "plant a row")
	click(r, at, 0)
	drag(r, at, point(t, r, "trees along"))
	if got := selected(r); got != "plant a row of lime trees" {
		t.Errorf("selected %q", got)
	}
}

func TestWordsAreSelectedByKeyboard(t *testing.T) {
	r := shown(t)
	r.moveCaret(span(t, "Her deputy").Start, false)
	r.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	press(r, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight)
	if got := selected(r); got != "Her" {
		t.Errorf("selected %q", got)
	}
	r.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyRight, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift})
	if got := selected(r); got != "Her deputy" {
		t.Errorf("selected %q", got)
	}
	press(r, fyne.KeyEnd)
	l, _ := r.caretLine()
	if got := selected(r); !strings.HasPrefix(got, "Her deputy, Milo Korda, said") || r.caret != l.shown {
		t.Errorf("selected %q", got)
	}
	r.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	press(r, fyne.KeyDown, fyne.KeyUp)
	if !r.Selection().Empty() {
		t.Error("an arrow without Shift keeps the selection")
	}
}

func TestUpAndDownKeepToTheirColumn(t *testing.T) {
	r := shown(t)
	r.moveCaret(span(t, "forty thousand").Start, false)
	before := r.drawer.x(must(r.caretLine()), r.caret)
	press(r, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyUp)
	if got := r.drawer.x(must(r.caretLine()), r.caret); got < before-6 || got > before+6 {
		t.Errorf("the caret came back at %.0f, not %.0f", got, before)
	}
}

func must(l line, _ bool) line { return l }

func TestCopyTakesTheSelectionWithItsCitation(t *testing.T) {
	r := shown(t)
	if r.Copy() {
		t.Error("nothing was copied and yet it says so")
	}
	r.Select(span(t, "Nobody will have to pay"))
	r.TypedShortcut(&fyne.ShortcutCopy{})
	if got := fyne.CurrentApp().Clipboard().Content(); got != "Nobody will have to pay" {
		t.Errorf("copied %q", got)
	}
	r.CopyText = func(_ Span, words string) string { return words + " (Ana Brandt)" }
	r.Copy()
	if got := fyne.CurrentApp().Clipboard().Content(); got != "Nobody will have to pay (Ana Brandt)" {
		t.Errorf("copied %q", got)
	}
}

func TestTheEndsOfTheActiveMarkAreDragged(t *testing.T) {
	r := shown(t)
	r.Adjustable = true
	r.SetActive("café")
	var got []string
	r.OnAdjusted = func(id string, old, to Span) {
		got = append(got, id, article[old.Start:old.End], article[to.Start:to.End])
	}
	_, end, _ := r.handles()
	drag(r, end.AddXY(1, 8), point(t, r, " that the council"))
	_, end, _ = r.handles()
	drag(r, end.AddXY(1, 8), point(t, r, "would stay"))
	start, _, _ := r.handles()
	drag(r, start.AddXY(0, 8), point(t, r, "café on"))
	want := []string{
		"café", "the café on the pier would stay", "the café on the pier would stay, and",
		"café", "the café on the pier would stay, and", "the café on the pier",
		"café", "the café on the pier", "café on the pier",
	}
	if fmt.Sprintf("%q", got) != fmt.Sprintf("%q", want) {
		t.Errorf("adjusted %q", got)
	}
	r.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: must2(r.handles()).AddXY(0, 5)}})
	if r.Cursor() != desktop.HResizeCursor {
		t.Error("over a handle there is no double arrow")
	}
}

func must2(start, _ fyne.Position, _ bool) fyne.Position { return start }

func TestTheEndsOfTheActiveMarkAreMovedByWords(t *testing.T) {
	r := shown(t)
	r.Adjustable = true
	r.SetActive("café")
	now := ""
	r.OnAdjusted = func(_ string, _, to Span) { now = article[to.Start:to.End] }
	for _, step := range []struct {
		key  rune
		want string
	}{
		{',', "the café on the pier would"},
		{'.', "the café on the pier would stay"},
		{'>', "café on the pier would stay"},
		{'<', "the café on the pier would stay"},
	} {
		r.TypedRune(step.key)
		if now != step.want {
			t.Errorf("%c gives %q, want %q", step.key, now, step.want)
		}
	}
}

func TestFindGoesFromPlaceToPlace(t *testing.T) {
	r := shown(t)
	bar := NewFindBar(r)
	both := container.NewBorder(bar, nil, nil, nil, r)
	bar.OnToggle = both.Refresh
	w := kittest.Window(t, both, 700, 500)
	top := r.Position().Y
	w.Canvas().Focus(r)
	r.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyF, Modifier: fyne.KeyModifierShortcutDefault})
	if !bar.Visible() {
		t.Fatal("Ctrl+F does not open the bar")
	}
	test.Type(bar.field, "CAFE")
	if bar.count.Text != "1 / 1" {
		t.Errorf("the count reads %q", bar.count.Text)
	}
	bar.field.SetText("for it")
	bar.field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if bar.count.Text != "2 / 2" {
		t.Errorf("the count reads %q", bar.count.Text)
	}
	bar.field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	bar.field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if got := r.Selection(); bar.Visible() || selected(r) != "for it" || got.Start != strings.Index(article, "for it") {
		t.Errorf("after Escape %q at %d is selected", selected(r), got.Start)
	}
	if r.Position().Y != top {
		t.Errorf("the bar leaves a gap: the text begins at %v and not at %v", r.Position().Y, top)
	}
	bar.Open()
	bar.field.SetText("zebra")
	if bar.count.Text != "Not in this text" {
		t.Errorf("the count reads %q", bar.count.Text)
	}
}

func TestAPlaceOutlastsAChangeOfWidth(t *testing.T) {
	r := shown(t)
	r.SetText(strings.Repeat(article+"\n\n", 40), true)
	r.ScrollTo(Span{9000, 9010})
	place := r.Place()
	r.Resize(fyne.NewSize(420, 400))
	if got := r.Place(); got < place-90 || got > place+90 {
		t.Errorf("the place moved from %d to %d", place, got)
	}
	r.Resize(fyne.NewSize(700, 500))
	place = r.Place()
	fyne.CurrentApp().Settings().SetTheme(look.New(look.Dark, 150))
	r.Refresh()
	if got := r.Place(); got < place-90 || got > place+90 {
		t.Errorf("with larger text the place moved from %d to %d", place, got)
	}
}

func TestAScreenReaderHearsTheActiveMark(t *testing.T) {
	r := shown(t)
	r.SetActive("pay")
	if got := r.AccessibilityLabel(); got != "“Nobody will have to pay for it.”" {
		t.Errorf("heard %q", got)
	}
}

func TestSecondaryClickNamesTheMark(t *testing.T) {
	r := shown(t)
	id := "untold"
	r.OnMenu = func(got string, _ fyne.Position) { id = got }
	r.TappedSecondary(&fyne.PointEvent{Position: point(t, r, "Nobody")})
	if id != "pay" || r.Active() != "pay" {
		t.Errorf("the menu is about %q", id)
	}
}

func long(characters int) string {
	body := strings.SplitAfterN(article, "\n\n", 2)[1] + "\n\n"
	return "Lime trees for the quay\n\n" + strings.Repeat(body, characters/len(body)+1)
}

func benchmarkFirstShow(b *testing.B, characters int) {
	kittest.App(b)
	text := long(characters)
	w := kittest.Window(b, container.NewStack(), 1000, 800)
	for b.Loop() {
		r := New()
		r.Resize(fyne.NewSize(1000, 800))
		r.SetText(text, true)
		w.SetContent(r)
	}
}

func BenchmarkFirstShow80k(b *testing.B)  { benchmarkFirstShow(b, 80_000) }
func BenchmarkFirstShow400k(b *testing.B) { benchmarkFirstShow(b, 400_000) }

func BenchmarkScroll400kWith2000Marks(b *testing.B) {
	kittest.App(b)
	r := New()
	kittest.Window(b, r, 1000, 800)
	r.SetText(long(400_000), true)
	var marks []Mark
	for i := range 2000 {
		at := i * 200
		marks = append(marks, Mark{Span: Span{at, at + 120}, ID: fmt.Sprint(i), Paint: Speaker(i), Style: Style(i % 3), Low: i%7 == 0})
	}
	r.SetMarks(marks)
	for b.Loop() {
		r.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -40)})
		if r.top+801 > r.page.height {
			r.scrollTo(0)
		}
	}
}

func BenchmarkFind400k(b *testing.B) {
	kittest.App(b)
	r := New()
	kittest.Window(b, r, 1000, 800)
	r.SetText(long(400_000), true)
	for b.Loop() {
		r.index = nil
		r.Find("forty thousand")
	}
}

// What a new version has lost is struck through, so that it is told from what it
// has gained without colours.
func TestAMarkWithoutAnIdentifierIsNotTheActiveOne(t *testing.T) {
	r := shown(t)
	r.SetMarks([]Mark{{Span: span(t, "where"), Paint: Toned(look.Bad), Style: Strike}})
	if r.drawer.above.used != 1 {
		t.Errorf("%d lines go through the words", r.drawer.above.used)
	}
}

func TestEscapeLeavesADialogWithAText(t *testing.T) {
	kittest.App(t)
	r := New()
	w := kittest.Window(t, container.NewStack(), 700, 500)
	r.SetText(article, false)
	d := kit.NewNotice("Versions", "Close", r, w)
	d.Resize(fyne.NewSize(500, 400))
	d.Show()
	if w.Canvas().Focused() != fyne.Focusable(r) {
		t.Fatalf("%T has the keyboard", w.Canvas().Focused())
	}
	r.Select(span(t, "where"))
	r.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if !kit.InDialog(w.Canvas()) || !r.Selection().Empty() {
		t.Error("the first Escape does more than drop the selection")
	}
	r.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if kit.InDialog(w.Canvas()) {
		t.Error("the dialog is still open")
	}
}

func TestTheReaderLooksRight(t *testing.T) {
	for name, mode := range map[string]look.Mode{"light": look.Light, "dark": look.Dark} {
		t.Run(name, func(t *testing.T) {
			kittest.AppWith(t, look.New(mode, 100))
			r := New()
			r.Numbers, r.Adjustable = true, true
			w := kittest.Window(t, r, 640, 380)
			r.SetText(article, true)
			r.SetMarks([]Mark{
				{Span: span(t, "“We will plant a row of lime trees along the quay by next spring,”"), ID: "trees", Paint: Speaker(0)},
				{Span: span(t, "row of lime trees"), ID: "inner", Paint: Speaker(3)},
				{Span: span(t, "“Nobody will have to pay for it.”"), ID: "pay", Paint: Speaker(0), Low: true},
				{Span: span(t, "the café on the pier would stay"), ID: "café", Paint: Speaker(1), Style: Underline},
				{Span: span(t, "the council had found forty thousand crowns for it"), ID: "crowns", Paint: Speaker(1), Style: Dashed},
				{Span: span(t, "where"), ID: "lost", Paint: Toned(look.Bad), Style: Strike},
			})
			r.SetActive("café")
			r.Select(span(t, "He did"))
			test.AssertImageMatches(t, "reader-"+name+".png", w.Canvas().Capture())
		})
	}
}

func TestANarrowColumnKeepsTheWordsWhole(t *testing.T) {
	kittest.AppWith(t, look.New(look.Light, 200))
	r := New()
	r.SetText("Councillors meet\n\nThe mayor said on Tuesday that nobody would pay for it.", true)
	w := kittest.Window(t, r, 330, 500)
	for _, width := range []float32{330, 900, 330} {
		w.Resize(fyne.NewSize(width, 500))
		for _, l := range r.page.lines {
			if after := r.text[l.End:]; after != "" && r.text[l.End-1] != ' ' && after[0] != '\n' {
				t.Errorf("%v wide, a word is cut: %q", width, r.text[l.Start:l.End])
			}
		}
	}
	large := theme.Size(look.SizeReadingTitle)
	if r.metrics.title.Size == large {
		t.Error("a title in large letters in a narrow column")
	}
	w.Resize(fyne.NewSize(900, 500))
	if r.metrics.title.Size != large {
		t.Error("a title in small letters where there is room")
	}
}

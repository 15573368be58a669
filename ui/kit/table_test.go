package kit

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"onrecord/ui/kit/kittest"
	"onrecord/ui/kit/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

type pledge struct {
	id      int
	speaker string
	words   string
}

var pledgeColumns = []Column[pledge]{
	{
		ID: "speaker", Title: "Speaker", Width: 140, Cell: func(p pledge) Cell { return Cell{Text: p.speaker, Bold: true, Dot: look.SpeakerLine(p.id)} },
		Less: func(a, b pledge) bool { return a.speaker < b.speaker },
	},
	{ID: "words", Title: "Words", Width: 200, Grow: true, Cell: func(p pledge) Cell { return Text(p.words) }},
	{
		ID: "no", Title: "No.", Width: 60, Align: fyne.TextAlignTrailing, Cell: func(p pledge) Cell { return Text(fmt.Sprint(p.id)) },
		Less: func(a, b pledge) bool { return a.id < b.id },
	},
}

// archive is a source of n pledges that counts what it is asked for.
type archive struct {
	n     int
	asked chan int
}

func (a archive) Page(_ context.Context, q Query, offset, limit int) ([]pledge, int, error) {
	select {
	case a.asked <- offset:
	default:
	}
	var out []pledge
	for i := offset; i < min(offset+limit, a.n); i++ {
		id := i
		if q.Descending {
			id = a.n - 1 - i
		}
		out = append(out, pledge{id: id, speaker: fmt.Sprintf("Speaker %d", id), words: "We will plant a row of lime trees."})
	}
	return out, a.n, nil
}

func shownTable(t *testing.T, rows int) (*Table[pledge], *kittest.Queue) {
	t.Helper()
	kittest.App(t)
	jobs, q := newTestJobs(t)
	table := NewTable(jobs, "pledges", pledgeColumns, func(p pledge) string { return fmt.Sprint(p.id) })
	kittest.Window(t, table, 600, 400)
	table.SetSource(archive{n: rows, asked: make(chan int, 1000)})
	q.Until(func() bool { _, ok := table.Current(); return ok || rows == 0 && table.pages.known })
	return table, q
}

func press(w fyne.Focusable, keys ...fyne.KeyName) {
	for _, k := range keys {
		w.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func TestAMillionRowsAreWalkedByKeyboard(t *testing.T) {
	table, q := shownTable(t, 1_000_000)
	var on pledge
	table.OnCursor = func(p pledge) { on = p }
	press(table, fyne.KeyEnd)
	q.Until(func() bool { return on.id == 999_999 })
	press(table, fyne.KeyUp, fyne.KeyUp)
	if on.id != 999_997 {
		t.Errorf("two rows up from the last is %d", on.id)
	}
	press(table, fyne.KeyHome)
	q.Until(func() bool { return on.id == 0 })
	first, past := table.visible()
	press(table, fyne.KeyPageDown)
	if want := past - first - 2; on.id < want-1 || on.id > want+1 {
		t.Errorf("a page down came to row %d of %d visible ones", on.id, past-first)
	}
}

func TestRowsKeepTheirPlaceOnThePixelFarDown(t *testing.T) {
	table, q := shownTable(t, 1_000_000)
	press(table, fyne.KeyEnd)
	q.Until(func() bool { _, ok := table.Current(); return ok })
	var ys []float32
	first, past := table.visible()
	for i := first; i < past; i++ {
		ys = append(ys, table.drawer.rows[i%len(table.drawer.rows)].ground.Position().Y)
	}
	for i := 1; i < len(ys); i++ {
		if got := ys[i] - ys[i-1]; got < table.drawer.paint.rowHeight-0.01 || got > table.drawer.paint.rowHeight+0.01 {
			t.Fatalf("rows %d and %d are %.3f apart", i-1, i, got)
		}
	}
}

func TestRowsOnTheirWayAreBarsAndOnlyTheLastPlaceIsFetched(t *testing.T) {
	kittest.App(t)
	jobs, q := newTestJobs(t)
	table := NewTable(jobs, "pledges", pledgeColumns, func(p pledge) string { return fmt.Sprint(p.id) })
	kittest.Window(t, table, 600, 400)
	gate := make(chan struct{})
	var fetched []int
	table.SetSource(SourceFunc[pledge](func(ctx context.Context, q Query, offset, limit int) ([]pledge, int, error) {
		if offset > 0 {
			select {
			case <-gate:
			case <-ctx.Done():
				return nil, 0, ctx.Err()
			}
		}
		return archive{n: 1_000_000}.Page(ctx, q, offset, limit)
	}))
	q.Until(func() bool { return table.pages.known })
	height := float64(table.drawer.paint.rowHeight)
	for _, row := range []float64{100_000, 300_000, 500_000} {
		table.scrollToPixel(row * height)
	}
	if cell := table.drawer.rows[0].cells[0]; cell.text.Text != "" || !cell.hasGround {
		t.Errorf("a row on its way shows %q", cell.text.Text)
	}
	close(gate)
	q.Until(func() bool { _, ok := table.pages.row(500_000); return ok })
	for page := range table.pages.kept {
		fetched = append(fetched, page)
	}
	for _, page := range fetched {
		if page == 1000 || page == 3000 {
			t.Errorf("page %d was fetched though nobody looks at it", page)
		}
	}
}

func TestSpaceCtrlAndShiftMarkRows(t *testing.T) {
	table, q := shownTable(t, 500)
	count := 0
	table.OnMarked = func(n int) { count = n }
	table.TypedRune(' ')
	press(table, fyne.KeyDown, fyne.KeyDown)
	table.MouseDown(&desktop.MouseEvent{
		PointEvent: fyne.PointEvent{Position: fyne.NewPos(50, table.drawer.paint.headerHeight+5*table.drawer.paint.rowHeight+3)},
		Button:     desktop.MouseButtonPrimary, Modifier: fyne.KeyModifierControl,
	})
	if got := strings.Join(table.Chosen(), ","); count != 2 || (got != "0,5" && got != "5,0") {
		t.Errorf("%d marked: %s", count, got)
	}
	table.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	press(table, fyne.KeyEnd)
	table.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	q.Until(func() bool { return count == 495 })
	q.Until(func() bool { _, ok := table.Current(); return ok })
	press(table, fyne.KeyEscape)
	if got := table.Chosen(); count != 0 || len(got) != 1 || got[0] != "499" {
		t.Errorf("after Escape %d are marked and %v chosen", count, got)
	}
}

func TestEnterAndADoubleClickOpen(t *testing.T) {
	table, _ := shownTable(t, 50)
	var opened []int
	table.OnOpen = func(p pledge) { opened = append(opened, p.id) }
	press(table, fyne.KeyDown, fyne.KeyReturn)
	at := &desktop.MouseEvent{
		PointEvent: fyne.PointEvent{Position: fyne.NewPos(50, table.drawer.paint.headerHeight+3*table.drawer.paint.rowHeight+3)},
		Button:     desktop.MouseButtonPrimary,
	}
	table.MouseDown(at)
	table.MouseDown(at)
	if fmt.Sprint(opened) != "[1 3]" {
		t.Errorf("opened %v", opened)
	}
}

func TestLettersGoToTheRowThatBeginsWithThem(t *testing.T) {
	kittest.App(t)
	jobs, q := newTestJobs(t)
	table := NewTable(jobs, "names", pledgeColumns, func(p pledge) string { return p.speaker })
	kittest.Window(t, table, 600, 400)
	table.SetSource(SliceSource([]pledge{{speaker: "Ana Brandt"}, {speaker: "Milo Korda"}, {speaker: "Mira Sand"}}, pledgeColumns))
	q.Until(func() bool { _, ok := table.Current(); return ok })
	for _, r := range "mir" {
		table.TypedRune(r)
	}
	if row, _ := table.Current(); row.speaker != "Mira Sand" {
		t.Errorf("came to %s", row.speaker)
	}
}

func TestAClickOnATitleOrdersAndIsRemembered(t *testing.T) {
	table, q := shownTable(t, 300)
	x := table.drawer.paint.pad + table.view.widths[0] + table.view.widths[1] + 2*table.drawer.paint.gap + 10
	click := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, 5)}, Button: desktop.MouseButtonPrimary}
	for range 2 {
		table.MouseDown(click)
		table.MouseUp(click)
	}
	q.Until(func() bool { row, ok := table.pages.row(0); return ok && row.id == 299 })
	again := NewTable(table.jobs, "pledges", pledgeColumns, table.key)
	if q := again.Query(); q.Sort != "no" || !q.Descending {
		t.Errorf("a new table begins with %+v", q)
	}
}

func TestWidthsAreKeptAndTheWideColumnTakesTheRest(t *testing.T) {
	table, _ := shownTable(t, 10)
	edge := table.drawer.paint.pad + table.view.widths[0] + table.drawer.paint.gap/2
	table.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(edge, 5)}})
	if table.Cursor() != desktop.HResizeCursor {
		t.Error("the edge of a column does not show that it can be moved")
	}
	before := table.view.widths[0]
	table.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(40, 0)})
	table.DragEnd()
	if got := table.view.widths[0] - before; got != 40 {
		t.Errorf("the column grew by %.1f", got)
	}
	if got := table.contentWidth(table.drawer.paint); got != table.drawer.bodyWidth() {
		t.Errorf("the columns take %.1f of %.1f", got, table.drawer.bodyWidth())
	}
	again := NewTable(table.jobs, "pledges", pledgeColumns, table.key)
	if got := again.prefs.width("speaker", 0); got != 180 {
		t.Errorf("a new table gives the column %.1f", got)
	}
}

func TestWithLargeTextTheWideColumnGivesWay(t *testing.T) {
	table, _ := shownTable(t, 10)
	fyne.CurrentApp().Settings().SetTheme(look.New(look.Light, 200))
	table.Resize(fyne.NewSize(700, 400))
	table.Refresh()
	if got, room := table.contentWidth(table.drawer.paint), table.drawer.bodyWidth(); got > room+0.5 {
		t.Errorf("the columns take %.1f of %.1f", got, room)
	}
	if got, least := table.view.widths[1], float32(200*2*0.5); got < least {
		t.Errorf("the wide column has shrunk to %.1f", got)
	}
}

func TestNoRowsAndABrokenSourceAreTold(t *testing.T) {
	table, _ := shownTable(t, 0)
	hint := NewEmptyState(look.Icon(look.IconClaim), "No claims yet", "Make one from a statement.", "", nil)
	table.Empty = hint
	table.Refresh()
	if !hint.Visible() {
		t.Error("an empty table shows no hint")
	}
	jobs, q := newTestJobs(t)
	broken := NewTable(jobs, "broken", pledgeColumns, table.key)
	told := 0
	broken.OnError = func(error) { told++ }
	kittest.Window(t, broken, 600, 400)
	broken.SetSource(SourceFunc[pledge](func(context.Context, Query, int, int) ([]pledge, int, error) {
		return nil, 0, errors.New("the disk is gone")
	}))
	q.Until(func() bool { return told > 0 })
	broken.Refresh()
	if q.Pump(); told != 1 || len(jobs.running) != 0 {
		t.Errorf("a broken source was asked %d times", told)
	}
}

func BenchmarkScrollAMillionRows(b *testing.B) {
	kittest.App(b)
	q := kittest.NewQueue(b)
	table := NewTable(NewJobs(q.Post), "bench", pledgeColumns, func(p pledge) string { return fmt.Sprint(p.id) })
	kittest.Window(b, table, 1200, 800)
	table.SetSource(archive{n: 1_000_000})
	q.Until(func() bool { return table.pages.known })
	for b.Loop() {
		table.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -57)})
		q.Pump()
	}
}

// shownTitles lists the titles of the header that have room.
func shownTitles[T any](t *Table[T]) (out []string) {
	for i, text := range t.drawer.header.texts {
		if !text.Hidden {
			out = append(out, t.columns[i].Title)
		}
	}
	return out
}

func TestColumnsOfLowerRankGoWhereRoomIsWanting(t *testing.T) {
	kittest.App(t)
	jobs, q := newTestJobs(t)
	columns := []Column[pledge]{
		{ID: "words", Title: "Words", Width: 300, Grow: true, Cell: func(p pledge) Cell { return Text(p.words) }},
		{ID: "who", Title: "Speaker", Width: 150, Least: 90, Rank: 1, Cell: func(p pledge) Cell { return Text(p.speaker) }},
		{ID: "class", Title: "Class", Width: 100, Rank: 3, Cell: func(pledge) Cell { return Text("Promise") }},
		{ID: "made", Title: "Made on", Width: 100, Rank: 2, Cell: func(pledge) Cell { return Text("2026-04-15") }},
		{ID: "verdict", Title: "Verdict", Width: 120, Cell: func(pledge) Cell { return Text("Kept") }},
	}
	table := NewTable(jobs, "narrow", columns, func(p pledge) string { return fmt.Sprint(p.id) })
	w := kittest.Window(t, table, 1200, 400)
	table.SetSource(archive{n: 5, asked: make(chan int, 10)})
	q.Until(func() bool { _, ok := table.Current(); return ok })
	for _, c := range []struct {
		width float32
		want  string
	}{
		{1200, "Words Speaker Class Made on Verdict"},
		{640, "Words Speaker Class Made on Verdict"}, // everything a little narrower
		{560, "Words Speaker Made on Verdict"},
		{440, "Words Speaker Verdict"},
		{330, "Words Verdict"},
		{270, "Words Verdict"}, // the words are squeezed before the verdict is cut
	} {
		w.Resize(fyne.NewSize(c.width, 400))
		if got := strings.Join(shownTitles(table), " "); got != c.want {
			t.Errorf("at %.0f: %s, want %s", c.width, got, c.want)
		}
		if over := table.contentWidth(table.drawer.paint) - table.drawer.size.Width; over > 1 {
			t.Errorf("at %.0f the table is %.0f too wide", c.width, over)
		}
		column, _ := table.columnAt(fyne.NewPos(table.drawer.size.Width-40, 5))
		if got := columns[column].Title; got != "Verdict" {
			t.Errorf("at %.0f the last title that can be clicked is %s", c.width, got)
		}
	}
}

func TestRowsStayUntilTheNewOnesAreHere(t *testing.T) {
	kittest.App(t)
	jobs, q := newTestJobs(t)
	table := NewTable(jobs, "fresh", pledgeColumns, func(p pledge) string { return fmt.Sprint(p.id) })
	kittest.Window(t, table, 600, 400)
	rows := func(n, from int) Source[pledge] {
		var out []pledge
		for i := range n {
			out = append(out, pledge{id: from + i, words: "lime trees"})
		}
		return SliceSource(out, pledgeColumns)
	}
	table.SetSource(rows(9, 0))
	q.Until(func() bool { r, ok := table.Current(); return ok && r.id == 0 })
	table.SetSource(rows(3, 100))
	if r, ok := table.Current(); !ok || r.id != 0 {
		t.Errorf("while the new rows are on their way the first is %v, %v", r, ok)
	}
	q.Until(func() bool { r, ok := table.Current(); return ok && r.id == 100 })
	if _, ok := table.pages.row(5); ok || table.pages.total != 3 {
		t.Errorf("an old row is left, of %d", table.pages.total)
	}
}

package kit

import (
	"context"
	"fmt"
	"testing"

	"onrecord/ui/kit/kittest"
	"onrecord/ui/kit/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// claimLike are columns such as a list of claims has: text, names, dates and
// badges.
func claimLike() []Column[pledge] {
	date := func(p pledge) Cell { return Text(English.Date(2020+p.id%7, 1+p.id%12, 1+p.id%28)) }
	return []Column[pledge]{
		{ID: "text", Title: "Claim", Width: 380, Grow: true, Cell: func(p pledge) Cell { return Text(p.words) }},
		{ID: "speaker", Title: "Speaker", Width: 150, Cell: func(p pledge) Cell { return Text(p.speaker) }},
		{ID: "class", Title: "Class", Width: 100, Cell: func(pledge) Cell { return Cell{Text: "Promise", Dim: true} }},
		{ID: "made", Title: "Made on", Width: 110, Cell: date},
		{ID: "due", Title: "Due", Width: 110, Cell: date},
		{ID: "verdict", Title: "Verdict", Width: 165, Cell: func(p pledge) Cell { return Badge("Not yet rated", look.Neutral) }},
	}
}

// BenchmarkScrollingAHundredThousandRows draws one turn of the wheel, three
// rows, in a table as large as a window.
func BenchmarkScrollingAHundredThousandRows(b *testing.B) {
	table, _ := benchTable(b)
	turn := &fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -3*table.drawer.paint.rowHeight)}
	for b.Loop() {
		table.Scrolled(turn)
		if table.view.top > 80 { // stays within the rows that are here
			table.scrollToPixel(0)
		}
	}
}

// BenchmarkBindingAllVisibleRows draws every visible row anew, as after a
// change of the archive.
func BenchmarkBindingAllVisibleRows(b *testing.B) {
	table, _ := benchTable(b)
	for b.Loop() {
		table.Refresh()
	}
}

// BenchmarkPageOfSortedRows fetches a page far down in rows that are sorted
// already, as scrolling does.
func BenchmarkPageOfSortedRows(b *testing.B) {
	rows := make([]pledge, 100_000)
	for i := range rows {
		rows[i] = pledge{id: i, speaker: fmt.Sprintf("Speaker %d", i*7919%100_000)}
	}
	source := SliceSource(rows, pledgeColumns)
	q := Query{Sort: "speaker"}
	if _, _, err := source.Page(context.Background(), q, 0, pageSize); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, _, err := source.Page(context.Background(), q, 73_000, pageSize); err != nil {
			b.Fatal(err)
		}
	}
}

func benchTable(b *testing.B) (*Table[pledge], *kittest.Queue) {
	b.Helper()
	kittest.App(b)
	q := kittest.NewQueue(b)
	table := NewTable(NewJobs(q.Post), "bench", claimLike(), func(p pledge) string { return fmt.Sprint(p.id) })
	kittest.Window(b, table, 1080, 760)
	table.SetSource(archive{n: 100_000, asked: make(chan int, 1000)})
	q.Until(func() bool { _, ok := table.Current(); return ok })
	return table, q
}

// The drawings of charts are compared with what was looked at once: a change
// of them is a change that somebody should look at again.

func TestTheTimelineIsDrawnAsBefore(t *testing.T) {
	kittest.App(t)
	line := NewTimeline(trees()...)
	w := kittest.Window(t, line, 800, 300)
	w.Canvas().Focus(line)
	line.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	test.AssertObjectRendersToMarkup(t, "timeline.xml", line)
}

func TestBarsAreDrawnAsBefore(t *testing.T) {
	kittest.App(t)
	bars := NewBars(
		Bar{Label: "Ana Brandt", Parts: []Part{{"Kept", 12, look.Good}, {"Broken", 3, look.Bad}, {"Not yet due", 25, look.Neutral}}},
		Bar{Label: "Milo Korda", Parts: []Part{{"Kept", 2, look.Good}, {"Compromise", 1, look.Partly}}},
	)
	kittest.Window(t, bars, 320, 200) // narrow: the legend takes two rows
	test.AssertObjectRendersToMarkup(t, "bars.xml", bars)
}

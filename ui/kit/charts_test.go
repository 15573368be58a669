package kit

import (
	"strings"
	"testing"
	"time"

	"onrecord/ui/kit/kittest"
	"onrecord/ui/kit/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func date(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }

func trees() []Moment {
	return []Moment{
		{At: date(2025, 3, 3), Lane: "Statements", Title: "“A row of lime trees”", ID: "s1", Tone: look.Open},
		{At: date(2026, 4, 30), Lane: "Due", Title: "next spring", Shape: Ring, ID: "due"},
		{At: date(2025, 9, 1), Until: date(2025, 9, 30), Lane: "Outcomes", Title: "Twelve trees planted", Shape: Diamond, ID: "o1", Tone: look.Good},
		{At: date(2026, 5, 2), Lane: "Verdicts", Title: "Kept", Shape: Flag, ID: "v1", Tone: look.Good},
	}
}

func TestATimelineIsWalkedInTheOrderOfTime(t *testing.T) {
	kittest.App(t)
	line := NewTimeline(trees()...)
	w := kittest.Window(t, line, 800, 300)
	var walked []string
	opened := ""
	line.OnCursor = func(m Moment) { walked = append(walked, m.ID) }
	line.OnOpen = func(m Moment) { opened = m.ID }
	w.Canvas().Focus(line)
	press(line, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyHome, fyne.KeyReturn)
	if got := strings.Join(walked, " "); got != "o1 due v1 v1 s1" || opened != "s1" {
		t.Errorf("walked %s, opened %s", got, opened)
	}
}

func TestZoomingKeepsTheMarkUnderTheMouse(t *testing.T) {
	kittest.App(t)
	line := NewTimeline(trees()...)
	kittest.Window(t, line, 800, 300)
	mark := line.draw.marks[0]
	before := line.to - line.from
	line.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: mark.at}, Scrolled: fyne.NewDelta(0, 60)})
	if line.to-line.from >= before {
		t.Error("the wheel does not zoom in")
	}
	if got := line.markUnder(mark.at); got != mark.moment {
		t.Errorf("the mark under the mouse is %d, not %d", got, mark.moment)
	}
	for range 100 {
		line.TypedRune('+')
	}
	if line.to-line.from < narrowestSpan-1 {
		t.Errorf("zoomed in to %.0f seconds", line.to-line.from)
	}
	line.TypedRune('0')
	if len(line.draw.marks) != 4 {
		t.Errorf("with everything shown there are %d marks", len(line.draw.marks))
	}
}

func TestAClickOpensTheMark(t *testing.T) {
	kittest.App(t)
	line := NewTimeline(trees()...)
	kittest.Window(t, line, 800, 300)
	opened := ""
	line.OnOpen = func(m Moment) { opened = m.ID }
	for _, m := range line.draw.marks {
		line.MouseUp(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: m.at.AddXY(2, 2)}, Button: desktop.MouseButtonPrimary})
		if opened != line.moments[m.moment].ID {
			t.Errorf("opened %s, not %s", opened, line.moments[m.moment].ID)
		}
	}
}

func TestTicksStandAtRoundDates(t *testing.T) {
	cases := []struct {
		span  float64
		most  float32
		first string
	}{
		{20 * day, 8, "16 Feb 2026"},
		{200 * day, 8, "Mar 2026"},
		{3 * 365 * day, 8, "Jul 2026"},
		{9 * 365 * day, 8, "2028"},
	}
	for _, c := range cases {
		step := tickStep(c.span, c.most)
		if got := step.name(step.first(date(2026, 2, 10))); got != c.first {
			t.Errorf("over %.0f days the first tick is %s, want %s", c.span/day, got, c.first)
		}
	}
}

func TestBarsShowTheirDenominators(t *testing.T) {
	kittest.App(t)
	bars := NewBars(
		Bar{Label: "Ana Brandt", Parts: []Part{{"Kept", 12, look.Good}, {"Broken", 3, look.Bad}, {"Not due", 25, look.Neutral}}},
		Bar{Label: "Milo Korda", Parts: []Part{{"Kept", 2, look.Good}, {"Broken", 0, look.Bad}}},
	)
	kittest.Window(t, bars, 600, 200)
	var said []string
	for _, o := range test.WidgetRenderer(bars).Objects() {
		if s := textOf(o); s != "" {
			said = append(said, s)
		}
	}
	if got := strings.Join(said, "|"); got != "Ana Brandt|12|3|25|40|Milo Korda|2|2|Kept|Broken|Not due" {
		t.Errorf("the chart says %s", got)
	}
	if want := "Milo Korda, 2: Kept 2, Broken 0"; !strings.Contains(bars.AccessibilityLabel(), want) {
		t.Errorf("it is read as %q", bars.AccessibilityLabel())
	}
}

func TestTheWheelScrollsThePageAroundATimeline(t *testing.T) {
	kittest.App(t)
	line := NewTimeline(trees()...)
	kittest.Window(t, line, 800, 300)
	from, to, page := line.from, line.to, float32(0)
	line.OnWheel = func(e *fyne.ScrollEvent) { page += e.Scrolled.DY }
	line.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -25)})
	if page != -25 || line.from != from || line.to != to {
		t.Errorf("the page has moved by %.0f, the time shown has changed: %v", page, line.from != from || line.to != to)
	}
}

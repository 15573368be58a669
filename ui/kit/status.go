package kit

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// StatusLine shows the oldest running job of a runner with its progress and a
// button that cancels it, and otherwise a quiet message.
type StatusLine struct {
	widget.BaseWidget
	jobs   *Jobs
	text   *widget.Label
	bar    *widget.ProgressBar
	busy   *widget.ProgressBarInfinite
	cancel *Button
	idle   string
	shown  shownStatus
}

// shownStatus is all that the line says. Every query of the window starts and
// ends a job, and a line that has nothing else to say must not repaint it.
type shownStatus struct {
	text        string
	done, total int
	busy        bool
}

// NewStatusLine makes a line that follows a runner.
func NewStatusLine(jobs *Jobs) *StatusLine {
	s := &StatusLine{jobs: jobs, text: widget.NewLabel(""), bar: widget.NewProgressBar(), busy: widget.NewProgressBarInfinite()}
	s.text.Truncation = fyne.TextTruncateEllipsis
	s.text.SizeName = theme.SizeNameCaptionText
	s.cancel = NewButton(words.cancel(), theme.CancelIcon(), func() {})
	s.cancel.Importance = widget.LowImportance
	s.ExtendBaseWidget(s)
	jobs.Watch(s.follow)
	s.show()
	return s
}

// SetIdle sets what is shown while nothing runs, such as the number of
// articles.
func (s *StatusLine) SetIdle(text string) {
	s.idle = text
	s.follow()
}

// AccessibilityLabel is what the line says.
func (s *StatusLine) AccessibilityLabel() string { return s.text.Text }

// AccessibilityRole is that of a text.
func (s *StatusLine) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer lays the line out: text, bar, button.
func (s *StatusLine) CreateRenderer() fyne.WidgetRenderer {
	room := container.NewGridWrap(fyne.NewSize(180, s.text.MinSize().Height), container.NewStack(s.bar, s.busy))
	return widget.NewSimpleRenderer(container.NewBorder(nil, nil, nil, container.NewHBox(room, s.cancel), s.text))
}

func (s *StatusLine) follow() {
	running := s.jobs.Running()
	now := shownStatus{text: s.idle}
	if len(running) > 0 {
		job := running[0]
		s.cancel.OnTapped = job.Cancel
		now = shownStatus{text: statusText(job, len(running)-1), done: job.Done, total: job.Total, busy: true}
	}
	if now != s.shown {
		s.shown = now
		s.show()
	}
}

func (s *StatusLine) show() {
	v := s.shown
	s.text.SetText(v.text)
	s.cancel.Hidden = !v.busy
	s.cancel.Refresh()
	s.bar.Hidden = v.total == 0
	s.bar.Max, s.bar.Value = float64(v.total), float64(v.done)
	s.bar.Refresh()
	if v.busy && v.total == 0 {
		s.busy.Show()
		s.busy.Start()
	} else {
		s.busy.Hide()
		s.busy.Stop()
	}
}

func statusText(job Status, others int) string {
	out := job.Name
	if job.Total > 0 {
		out += fmt.Sprintf("  %d / %d", job.Done, job.Total)
	}
	if job.Note != "" {
		out += "  " + job.Note
	}
	if others > 0 {
		out += fmt.Sprintf("  (+%d)", others)
	}
	return out
}

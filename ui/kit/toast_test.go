package kit

import (
	"testing"

	"onrecord/ui/kit/kittest"
)

// TestANoticeThatLingersGoesWithThePerson takes it away on the way to another
// place, but not before it could be read.
func TestANoticeThatLingersGoesWithThePerson(t *testing.T) {
	kittest.App(t)
	jobs, _ := newTestJobs(t)
	toasts := NewToasts(jobs)
	toasts.Linger("1 claim is overdue", "Show", func() {})
	toasts.Seen()
	if len(toasts.box.Objects) != 1 {
		t.Error("the notice went before it could be read")
	}
	toasts.since = toasts.since.Add(-toasts.stay)
	toasts.Seen()
	if len(toasts.box.Objects) != 0 {
		t.Error("the notice stays in the way")
	}
}

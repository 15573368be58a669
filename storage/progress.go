package storage

// progress tells how far long work has come: done of total, in a unit that only
// the two share. A nil progress tells no one.
type progress func(done, total int)

// stageSteps is how fine the progress of one stage is told.
const stageSteps = 1000

// stage is the progress of part i of n parts of the whole, each as long as the
// others.
func (p progress) stage(i, n int) progress {
	if p == nil {
		return nil
	}
	return func(done, total int) { p(i*stageSteps+share(done, total), n*stageSteps) }
}

// share is how much of a stage is done.
func share(done, total int) int {
	if total <= 0 {
		return 0
	}
	return int(min(float64(done)/float64(total), 1) * stageSteps)
}

// tell reports, where there is somebody to hear it.
func (p progress) tell(done, total int) {
	if p != nil {
		p(done, total)
	}
}

// progressWriter reports how much of a copy was written.
type progressWriter struct {
	progress progress
	done     int
	total    int
}

// Write implements io.Writer.
func (w *progressWriter) Write(b []byte) (int, error) {
	w.done += len(b)
	w.progress.tell(min(w.done, w.total), w.total)
	return len(b), nil
}

package reader

// beginAdjusting notes the mark whose end the mouse has taken hold of.
func (r *Reader) beginAdjusting() {
	marks := r.marks.of(r.active)
	r.mouse.before = marks[0].Span
	if r.mouse.grasp == endHandle {
		r.mouse.before = marks[len(marks)-1].Span
	}
}

// adjusted is the mark whose end is being moved: the first of the active ones
// for the start, the last for the end.
func (r *Reader) adjusted(start bool) Mark {
	marks := r.marks.of(r.active)
	if start {
		return marks[0]
	}
	return marks[len(marks)-1]
}

// preview shows the mark that is being adjusted with another span, without
// changing the marks that were set.
func (r *Reader) preview(to Span, start bool) {
	now := r.adjusted(start).Span
	marks := make([]Mark, len(r.marks.marks))
	copy(marks, r.marks.marks)
	for i, m := range marks {
		if m.ID == r.active && m.Span == now {
			marks[i].Span = to
			break
		}
	}
	r.marks = newMarkSet(marks, len(r.text))
}

// endAdjusting tells of the new span, without white space at its ends.
func (r *Reader) endAdjusting(start bool) {
	old, to := r.mouse.before, r.adjusted(start).Span
	to.End = trimEnd(r.text, to.Start, to.End)
	for to.Start < to.End && kindAt(r.text, to.Start) == space {
		to.Start = after(r.text, to.Start)
	}
	r.preview(to, start)
	r.repaint()
	if old != to && r.OnAdjusted != nil {
		r.OnAdjusted(r.active, old, to)
	}
}

// Adjust moves an end of the active mark by a word: the start or the end of
// it, forward (by 1) or back (by -1). It tells OnAdjusted.
func (r *Reader) Adjust(start bool, by int) {
	if !r.Adjustable || r.active == "" || len(r.marks.of(r.active)) == 0 {
		return
	}
	r.mouse.before = r.adjusted(start).Span
	to := r.mouse.before
	switch {
	case start && by > 0:
		if next := wordAfter(r.text, wordAfter(r.text, to.Start)); next < to.End {
			to.Start = wordAt(r.text, before(r.text, next)).Start
		}
	case start:
		to.Start = wordBefore(r.text, to.Start)
	case by > 0:
		to.End = wordAfter(r.text, to.End)
	default:
		if prev := wordBefore(r.text, to.End); prev > to.Start {
			to.End = trimEnd(r.text, to.Start, prev)
		}
	}
	r.preview(to, start)
	r.repaint()
	r.endAdjusting(start)
}

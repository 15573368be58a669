package kit

// keeps is the share of its width that a growing column has at least, and
// keepsLast what it has before the table moves sideways.
const keeps, keepsLast = 0.5, 0.38

// layoutColumns gives each column its kept width and shares what is left among
// those that grow. Where room is wanting, as with large text, all columns give
// some up; then those of the highest rank are left out; then the growing ones
// are squeezed further; only when nothing more can go does the table move
// sideways.
func (t *Table[T]) layoutColumns(room float32, p tablePaint) {
	n := len(t.columns)
	wanted, least := make([]float32, n), make([]float32, n)
	for i, c := range t.columns {
		wanted[i] = t.prefs.width(c.ID, c.Width) * p.scale
		switch least[i] = wanted[i]; {
		case c.Grow:
			least[i] *= keeps
		case c.Least > 0:
			least[i] = min(c.Least*p.scale, wanted[i])
		}
	}
	t.view.hidden = t.leaveOut(least, room, p)
	t.squeeze(wanted, least, room, p)
	t.view.widths = t.share(wanted, least, room, p)
}

// leaveOut hides columns until the least widths of the others have room.
func (t *Table[T]) leaveOut(least []float32, room float32, p tablePaint) []bool {
	hidden := make([]bool, len(t.columns))
	for {
		last := -1
		for i, c := range t.columns {
			if !hidden[i] && c.Rank > 0 && (last < 0 || c.Rank >= t.columns[last].Rank) {
				last = i
			}
		}
		if used(least, hidden, p) <= room || last < 0 {
			return hidden
		}
		hidden[last] = true
	}
}

// used is the width of the columns that are not hidden.
func used(widths []float32, hidden []bool, p tablePaint) float32 {
	sum := 2*p.pad - p.gap
	for i, w := range widths {
		if !hidden[i] {
			sum += w + p.gap
		}
	}
	return sum
}

// squeeze takes from the least widths of the growing columns what is wanting.
func (t *Table[T]) squeeze(wanted, least []float32, room float32, p tablePaint) {
	lacking := used(least, t.view.hidden, p) - room
	for i, c := range t.columns {
		if c.Grow && !t.view.hidden[i] && lacking > 0 {
			given := min(lacking, least[i]-keepsLast*wanted[i])
			least[i] -= given
			lacking -= given
		}
	}
}

// share spreads the room: every column from its least towards its wanted
// width, and what is left then to those that grow.
func (t *Table[T]) share(wanted, least []float32, room float32, p tablePaint) []float32 {
	left, need := room-2*p.pad+p.gap, float32(0)
	growing := 0
	for i, c := range t.columns {
		if t.view.hidden[i] {
			continue
		}
		left -= least[i] + p.gap
		need += wanted[i] - least[i]
		if c.Grow {
			growing++
		}
	}
	part := float32(0)
	if left > 0 && need > 0 {
		part = min(left/need, 1)
		left -= part * need
	}
	widths := make([]float32, len(t.columns))
	for i, c := range t.columns {
		if t.view.hidden[i] {
			continue
		}
		widths[i] = least[i] + part*(wanted[i]-least[i])
		if c.Grow && left > 0 {
			widths[i] += left / float32(growing)
		}
	}
	return widths
}

// step is how far the next column is from this one.
func (t *Table[T]) step(column int, p tablePaint) float32 {
	if t.view.hidden[column] {
		return 0
	}
	return t.view.widths[column] + p.gap
}

func (t *Table[T]) contentWidth(p tablePaint) float32 {
	sum := 2*p.pad - p.gap
	for i := range t.columns {
		sum += t.step(i, p)
	}
	return sum
}

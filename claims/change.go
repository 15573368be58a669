package claims

import "time"

// Edit is one record before and after. Before is nil for a new record, After
// for one that goes to the trash.
type Edit struct {
	Before Record
	After  Record
}

// Key names the record.
func (e Edit) Key() Key {
	if e.After != nil {
		return e.After.Key()
	}
	return e.Before.Key()
}

// Change is an edit as a value: the records before and after, who, when, and
// in words what. Undo, redo, the journal and the events that refresh the
// screens all come from it.
type Change struct {
	Seq   uint64 // position in the journal, given by the store
	At    time.Time
	Who   string
	What  string // the words of the menu: "Accept statement"
	Edits []Edit
	// Blobs are texts and files that the records name by their hash. They are
	// immutable, stored with the change and not part of its inverse.
	Blobs [][]byte
	// Undoes is the journal position of the change that this one takes back,
	// or zero. Taking back such a change is redo.
	Undoes uint64
}

// Inverse is the change that takes c back: the edits reversed, in reverse
// order.
func (c Change) Inverse() Change {
	out := Change{Who: c.Who, What: c.What, Undoes: c.Seq, Edits: make([]Edit, 0, len(c.Edits))}
	for i := len(c.Edits) - 1; i >= 0; i-- {
		e := c.Edits[i]
		out.Edits = append(out.Edits, Edit{Before: e.After, After: e.Before})
	}
	return out
}

// Keys lists the records that the change touches.
func (c Change) Keys() []Key {
	out := make([]Key, len(c.Edits))
	for i, e := range c.Edits {
		out[i] = e.Key()
	}
	return out
}

// Put is an edit that creates or replaces a record.
func Put(before, after Record) Edit { return Edit{Before: before, After: after} }

// Create is an edit that adds a record.
func Create(r Record) Edit { return Edit{After: r} }

// Trash is an edit that removes a record.
func Trash(r Record) Edit { return Edit{Before: r} }

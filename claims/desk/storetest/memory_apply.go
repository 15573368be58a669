package storetest

import (
	"bytes"
	"context"
	"fmt"
	"iter"
	"maps"
	"slices"
	"time"

	"onrecord/claims"
	"onrecord/claims/desk"
)

// Apply implements desk.Store.
func (m *Memory) Apply(ctx context.Context, changes ...claims.Change) ([]claims.Change, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	next := &Memory{
		Now: m.Now, records: maps.Clone(m.records), blobs: maps.Clone(m.blobs),
		journal: slices.Clone(m.journal), undo: slices.Clone(m.undo), redo: slices.Clone(m.redo),
	}
	if next.records == nil {
		next.records, next.blobs = map[claims.Key][]byte{}, map[claims.Hash][]byte{}
	}
	done := slices.Clone(changes)
	for i := range done {
		if err := next.apply(&done[i]); err != nil {
			return nil, err
		}
	}
	m.records, m.blobs, m.journal, m.undo, m.redo = next.records, next.blobs, next.journal, next.undo, next.redo
	return done, nil
}

// apply writes one change and leaves m half changed where it fails.
func (m *Memory) apply(c *claims.Change) error {
	for _, b := range c.Blobs {
		m.blobs[claims.HashOf(b)] = slices.Clone(b)
	}
	for _, e := range c.Edits {
		if err := m.write(e); err != nil {
			return err
		}
	}
	if err := m.checkRefs(c.Edits); err != nil {
		return err
	}
	m.enter(c)
	return nil
}

func (m *Memory) write(e claims.Edit) error {
	switch {
	case e.Before == nil && e.After == nil:
		return claims.Invalid("edit", claims.Plain("has no record"))
	case e.Before != nil && e.After != nil && e.Before.Key() != e.After.Key():
		return claims.Invalid("edit", claims.Plain("turns a record into another"))
	}
	key := e.Key()
	stored, exists := m.records[key]
	if exists != (e.Before != nil) || exists && !bytes.Equal(stored, encode(e.Before)) {
		return &claims.Error{Code: claims.CodeConflict, What: string(key.Kind), Reason: claims.Plain(fmt.Sprintf("%s was changed in between", key.ID))}
	}
	if e.After == nil {
		delete(m.records, key)
		return nil
	}
	m.records[key] = encode(e.After)
	return e.After.Check()
}

// checkRefs finds references that lead nowhere, from the records that were
// written and to those that vanished.
func (m *Memory) checkRefs(edits []claims.Edit) error {
	gone := map[claims.Key]bool{}
	for _, e := range edits {
		data, exists := m.records[e.Key()]
		if !exists {
			gone[e.Key()] = true
			continue
		}
		r := decode(e.Key().Kind, data)
		for _, ref := range r.Refs() {
			if _, ok := m.records[ref]; !ok && !deleted(edits, ref) {
				return claims.Invalid(string(ref.Kind), claims.Plain(fmt.Sprintf("there is none with the identifier %q", ref.ID)))
			}
		}
		for _, h := range hashes(r) {
			if _, ok := m.blobs[h]; !ok {
				return claims.Invalid(string(e.Key().Kind), claims.Plain(fmt.Sprintf("nothing has the hash %s", h)))
			}
		}
	}
	for key, data := range m.records {
		for _, ref := range decode(key.Kind, data).Refs() {
			if gone[ref] {
				return &claims.Error{Code: claims.CodeConflict, What: string(ref.Kind), Reason: claims.Plain(fmt.Sprintf("%s is needed by %s %s", ref.ID, key.Kind, key.ID))}
			}
		}
	}
	return nil
}

// deleted tells whether the edits remove a record: one that is needed is then
// a conflict, not a reference that leads nowhere.
func deleted(edits []claims.Edit, key claims.Key) bool {
	return slices.ContainsFunc(edits, func(e claims.Edit) bool { return e.Key() == key })
}

// hashes lists the texts and files that a record names.
func hashes(r claims.Record) (out []claims.Hash) {
	switch r := r.(type) {
	case *claims.Article:
		out = append(out, r.Text, r.Original)
	case *claims.Outcome:
		for _, e := range r.Evidence {
			out = append(out, e.File)
		}
	}
	return slices.DeleteFunc(out, func(h claims.Hash) bool { return h == "" })
}

// enter writes the change into the journal and moves the standing changes.
func (m *Memory) enter(c *claims.Change) {
	c.Seq = uint64(len(m.journal)) + 1
	if c.At.IsZero() {
		c.At = m.now().UTC()
	}
	e := entry{Entry: desk.Entry{Seq: c.Seq, At: c.At, Who: c.Who, What: c.What, Keys: c.Keys(), Undoes: c.Undoes}}
	for _, one := range c.Edits {
		e.edits = append(e.edits, edit{encodeOrNil(one.Before), encodeOrNil(one.After)})
	}
	m.journal = append(m.journal, e)
	switch {
	case c.Undoes != 0 && c.Undoes == last(m.undo):
		m.undo = m.undo[:len(m.undo)-1]
		m.redo = append(m.redo, c.Seq)
	case c.Undoes != 0 && c.Undoes == last(m.redo):
		m.redo = m.redo[:len(m.redo)-1]
		m.undo = append(m.undo, c.Seq)
	default:
		m.redo = nil
		m.undo = append(m.undo, c.Seq)
	}
}

func (m *Memory) now() time.Time {
	if m.Now == nil {
		return time.Now()
	}
	return m.Now()
}

func encodeOrNil(r claims.Record) []byte {
	if r == nil {
		return nil
	}
	return encode(r)
}

func last(stack []uint64) uint64 {
	if len(stack) == 0 {
		return 0
	}
	return stack[len(stack)-1]
}

// Undo implements desk.Store.
func (m *Memory) Undo(ctx context.Context, who string) (claims.Change, error) {
	return m.takeBack(ctx, who, &m.undo, "undone")
}

// Redo implements desk.Store.
func (m *Memory) Redo(ctx context.Context, who string) (claims.Change, error) {
	return m.takeBack(ctx, who, &m.redo, "redone")
}

func (m *Memory) takeBack(ctx context.Context, who string, stack *[]uint64, verb string) (claims.Change, error) {
	m.mu.Lock()
	seq := last(*stack)
	if seq == 0 {
		m.mu.Unlock()
		return claims.Change{}, &claims.Error{Code: claims.CodeNotFound, Reason: claims.Plain("there is nothing to be " + verb)}
	}
	inverse := m.change(seq).Inverse()
	m.mu.Unlock()
	inverse.Who = who
	done, err := m.Apply(ctx, inverse)
	if err != nil {
		return claims.Change{}, err
	}
	return done[0], nil
}

// change reads a change back from the journal.
func (m *Memory) change(seq uint64) claims.Change {
	e := m.journal[seq-1]
	c := claims.Change{Seq: e.Seq, At: e.At, Who: e.Who, What: e.What, Undoes: e.Undoes}
	for i, one := range e.edits {
		kind := e.Keys[i].Kind
		c.Edits = append(c.Edits, claims.Edit{Before: decode(kind, one.before), After: decode(kind, one.after)})
	}
	return c
}

// Standing implements desk.Store.
func (m *Memory) Standing(ctx context.Context) (undo, redo *claims.Change, err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.head(last(m.undo)), m.head(last(m.redo)), ctx.Err()
}

func (m *Memory) head(seq uint64) *claims.Change {
	if seq == 0 {
		return nil
	}
	c := m.change(seq)
	c.Edits = nil
	return &c
}

// Journal implements desk.Store.
func (m *Memory) Journal(ctx context.Context, seq uint64) iter.Seq2[desk.Entry, error] {
	m.mu.Lock()
	journal := slices.Clone(m.journal)
	m.mu.Unlock()
	return func(yield func(desk.Entry, error) bool) {
		for _, e := range journal[min(seq, uint64(len(journal))):] {
			if err := ctx.Err(); err != nil {
				yield(desk.Entry{}, err)
				return
			}
			e.Keys = slices.Clone(e.Keys)
			if !yield(e.Entry, nil) {
				return
			}
		}
	}
}

// Seq implements desk.Store.
func (m *Memory) Seq(ctx context.Context) (uint64, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return uint64(len(m.journal)), ctx.Err()
}

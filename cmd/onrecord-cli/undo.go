package main

import (
	"context"
	"fmt"
	"time"
)

type undoCmd struct{}

// Run takes back the latest change.
func (undoCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	what, err := ar.Undo(ctx)
	if err != nil {
		return err
	}
	return a.out.printf("Undone: %s\n", what)
}

type redoCmd struct{}

// Run brings back what was undone last.
func (redoCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	what, err := ar.Redo(ctx)
	if err != nil {
		return err
	}
	return a.out.printf("Redone: %s\n", what)
}

type journalCmd struct {
	After uint64 `help:"Only after this position."`
	formatFlag
}

// Run prints the journal.
func (c *journalCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	undos := map[uint64]bool{} // positions of the changes that took another back
	for e, err := range ar.Journal(ctx, c.After) {
		if err != nil {
			return err
		}
		undos[e.Seq] = e.Undoes != 0 && !undos[e.Undoes]
		if c.jsonl() {
			err = a.out.object(struct {
				Seq    uint64    `json:"seq"`
				At     time.Time `json:"at"`
				Who    string    `json:"who"`
				What   string    `json:"what"`
				Keys   any       `json:"keys"`
				Undoes uint64    `json:"undoes,omitempty"`
			}{e.Seq, e.At, e.Who, e.What, e.Keys, e.Undoes})
		} else {
			err = a.out.printf("%6d  %s  %-16s  %s (%s)%s\n", e.Seq, e.At.Local().Format("2006-01-02 15:04"), e.Who, e.What, counted(len(e.Keys), "record"), undoneWords(e.Undoes, undos[e.Seq]))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// undoneWords tells of a change that it takes another back, or that it brings
// one back that was taken back.
func undoneWords(undoes uint64, isUndo bool) string {
	switch {
	case undoes == 0:
		return ""
	case isUndo:
		return fmt.Sprintf(", taken back: %d", undoes)
	}
	return ", done again"
}

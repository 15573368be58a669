package nav

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"onrecord/claims"
	"onrecord/ui/kit"
)

// Chosen gives the identifiers that a table of records is keyed by, of the
// rows that an action is about, in order: marks have none, and a change should
// have one.
func Chosen[T any](t *kit.Table[T]) []claims.ID {
	var ids []claims.ID
	for _, k := range t.Chosen() {
		ids = append(ids, claims.ID(k))
	}
	slices.Sort(ids)
	return ids
}

// OpenCommand is the first entry of the menu of a row: it opens the row under
// the cursor as a key does.
func OpenCommand[T any](t *kit.Table[T]) *kit.Command {
	return &kit.Command{
		Title:   lang.X("claims.open", "Open"),
		Enabled: func() bool { return len(t.Chosen()) > 0 },
		Do: func() {
			if row, ok := t.Current(); ok {
				t.OnOpen(row)
			}
		},
	}
}

// FindCommand leads to the field above a list that narrows it, by the key that finds
// in an article.
func (h *Host) FindCommand(screen Screen, field fyne.Focusable) *kit.Command {
	return &kit.Command{
		ID: string(screen) + ".find", Menu: lang.X("menu.edit", "Edit"), Title: lang.X("cmd.filter", "Filter this list"), Icon: theme.SearchIcon(),
		Key: kit.Ctrl(fyne.KeyF), Scope: string(screen), Do: func() { h.Window.Canvas().Focus(field) },
	}
}

// Checker notes that somebody has looked at claims.
type Checker interface {
	MarkChecked(ctx context.Context, ids ...claims.ID) error
}

// MarkChecked marks claims as checked today and says so. It does nothing where
// there are none; done is called once all went well and may be nil.
func (h *Host) MarkChecked(d Checker, ids []claims.ID, done func()) {
	if len(ids) == 0 {
		return
	}
	h.Do(func(ctx context.Context) error { return d.MarkChecked(ctx, ids...) }, func() {
		if done != nil {
			done()
		}
		h.Did(lang.X("claims.checkedToast", "Marked as checked today"))
	})
}

package ui

import (
	"context"
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"onrecord/claims"
	"onrecord/ui/backups"
	"onrecord/ui/kit"
	"onrecord/ui/nav/navtest"
)

// twoArchives restores the second of two archives in the place of the first.
type twoArchives struct {
	backups.Source
	second *navtest.Window
	fails  error
	first  *navtest.Window
}

func (a *twoArchives) Copies(context.Context) ([]backups.Copy, error) {
	return []backups.Copy{{Path: "b.db", Made: navtest.Today}}, nil
}

func (a *twoArchives) Compare(context.Context, backups.Chosen, func(done, total int)) (map[claims.Kind]backups.Difference, error) {
	return map[claims.Kind]backups.Difference{claims.KindArticle: {Back: 1}}, nil
}

func (a *twoArchives) Restore(context.Context, backups.Chosen, func(done, total int)) (backups.Restored, error) {
	if a.fails != nil {
		return backups.Restored{Desk: a.first.Desk}, a.fails
	}
	return backups.Restored{Desk: a.second.Desk, Kept: "a.db"}, nil
}

func TestTheWindowGoesOnWithARestoredArchive(t *testing.T) {
	for _, fails := range []error{nil, errors.New("the disk is full")} {
		w, other := navtest.New(t), navtest.New(t)
		ferry(other)
		s := startWith(w, Options{Backups: &twoArchives{first: w, second: other, fails: fails}})
		s.Sees("No articles yet")
		s.does("settings.restore")
		s.Sees("See what it changes")
		s.Keys(fyne.KeyReturn)
		s.Sees("Restore this backup?")
		s.Confirm()
		if fails != nil {
			s.Sees("the disk is full")
			kit.Dismiss(w.Win.Canvas())
			s.Sees("No articles yet")
			continue
		}
		s.Sees("Restored: the state of")
		s.Sees("Ferry to sail all winter")
		if !strings.Contains(menuText(w), "Restore a backup…") {
			t.Error("the menus are gone")
		}
	}
}

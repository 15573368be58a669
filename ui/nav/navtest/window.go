// Package navtest opens a screen in a window without a driver, over an archive
// in memory, and works it as a person does: it types, presses keys and
// buttons, and reads what the screen says.
//
//	w := navtest.New(t)
//	w.Promise("Ana Ruiz", "The Harbour Pool will open by the end of 2027", claims.Date{Year: 2027})
//	w.Open(claimlist.New(w.Host, w.Desk), nav.Route{Screen: nav.Claims})
//	w.Sees("The Harbour Pool will open")
package navtest

import (
	"context"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"

	"onrecord/assets"
	"onrecord/claims/desk"
	"onrecord/claims/desk/storetest"
	"onrecord/claims/match"
	"onrecord/ui/kit"
	"onrecord/ui/kit/kittest"
	"onrecord/ui/nav"
)

// Today is noon of the day of every window. Each look at its clock is a
// millisecond later than the one before.
var Today = time.Date(2026, 5, 4, 12, 0, 0, 0, time.UTC)

// Window is a window with one screen.
type Window struct {
	testing.TB
	Host  *nav.Host
	Desk  *desk.Desk
	Queue *kittest.Queue
	Win   fyne.Window
	Went  []nav.Route // the places that the screen opened
	page  nav.Page
}

// Speaks sets the language of what windows say from now on: "de_AT.UTF-8". How
// dates and numbers are written stays as it was first asked for.
func Speaks(t testing.TB, locale string) {
	t.Helper()
	t.Setenv("LANGUAGE", "")
	t.Setenv("LC_ALL", locale)
	if err := lang.AddTranslationsFS(assets.Translations, "translations"); err != nil {
		t.Fatal(err)
	}
}

// New makes an empty archive and a window of 1280 by 800 that shows nothing
// yet.
func New(t testing.TB) *Window {
	t.Helper()
	Speaks(t, "en_GB.UTF-8")
	app := kittest.App(t)
	q := kittest.NewQueue(t)
	w := &Window{TB: t, Queue: q, Win: test.NewWindow(nil)}
	var ticks atomic.Int64 // what comes later is later
	clock := func() time.Time { return Today.Add(time.Duration(ticks.Add(1)) * time.Millisecond) }
	w.Desk = desk.New(&storetest.Memory{Now: clock}, match.New(), desk.Options{Who: "Mina", Now: clock})
	jobs := kit.NewJobs(q.Post)
	w.Host = &nav.Host{App: app, Window: w.Win, Jobs: jobs, Toasts: kit.NewToasts(jobs), Commands: &kit.Commands{Canvas: w.Win.Canvas()}}
	w.Host.Go = func(r nav.Route) { w.Went = append(w.Went, r) }
	w.Host.Undo = func() {
		w.Host.Do(func(ctx context.Context) error {
			_, err := w.Desk.Undo(ctx)
			return err
		}, nil)
	}
	leave := w.Desk.Subscribe(func(e desk.Event) {
		jobs.Post(func() {
			if w.page != nil {
				w.page.Changed(e)
			}
		})
	})
	t.Cleanup(func() {
		leave()
		if !jobs.Shutdown(10 * time.Second) {
			t.Error("a job went on after the shutdown")
		}
		w.Win.Close()
	})
	return w
}

// Open shows a screen at a place, with the keyboard where the screen wants it.
func (w *Window) Open(p nav.Page, at nav.Route) {
	w.Helper()
	w.page = p
	w.Win.SetContent(container.NewStack(p.Content(), w.Host.Toasts.Layer()))
	w.Win.Resize(fyne.NewSize(1280, 800))
	w.Host.Commands.SetScope(string(at.Screen))
	w.Show(at)
}

// Show opens another place on the screen.
func (w *Window) Show(at nav.Route) {
	w.Helper()
	w.page.Show(at)
	if f := w.page.Focus(); f != nil {
		w.Win.Canvas().Focus(f)
	}
	w.Queue.Pump()
}

// Until waits until the screen has come to something.
func (w *Window) Until(ok func() bool) {
	w.Helper()
	w.Queue.Until(ok)
}

// Sees waits until the screen says some words.
func (w *Window) Sees(words string) {
	w.Helper()
	end := time.Now().Add(20 * time.Second)
	for !strings.Contains(w.Text(), words) {
		if time.Now().After(end) {
			w.Fatalf("the screen does not say %q but\n%s", words, w.Text())
		}
		w.Queue.Pump()
		time.Sleep(time.Millisecond)
	}
}

// Misses waits until the screen no longer says some words.
func (w *Window) Misses(words string) {
	w.Helper()
	end := time.Now().Add(20 * time.Second)
	for strings.Contains(w.Text(), words) {
		if time.Now().After(end) {
			w.Fatalf("the screen still says %q:\n%s", words, w.Text())
		}
		w.Queue.Pump()
		time.Sleep(time.Millisecond)
	}
}

// WentTo waits until the screen has opened another place and returns it.
func (w *Window) WentTo() nav.Route {
	w.Helper()
	w.Until(func() bool { return len(w.Went) > 0 })
	at := w.Went[len(w.Went)-1]
	w.Went = nil
	return at
}

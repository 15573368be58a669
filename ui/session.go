package ui

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"onrecord/ui/kit"
	"onrecord/ui/kit/look"
	"onrecord/ui/nav"
)

// What is remembered between two runs.
const (
	prefPlace  = "window.place"
	prefWidth  = "window.width"
	prefHeight = "window.height"
	prefFull   = "window.full"
	prefTold   = "notice.told" // the day of the last notice of what is due
)

// closeGrace is how long the work has to return when the window lets go of the
// archive.
const closeGrace = 3 * time.Second

// restore opens the window as it was left: size, full screen, place. Where on
// the screen a window stands is for the window manager to say: Fyne offers no
// way to ask for it.
func (w *Window) restore() {
	prefs := w.host.App.Preferences()
	width, height := prefs.FloatWithFallback(prefWidth, 1280), prefs.FloatWithFallback(prefHeight, 800)
	w.host.Window.Resize(fyne.NewSize(float32(width), float32(height)))
	w.host.Window.SetFullScreen(prefs.Bool(prefFull))
	w.goTo(nav.ParseRoute(prefs.String(prefPlace)))
}

func (w *Window) remember() {
	prefs := w.host.App.Preferences()
	full := w.host.Window.FullScreen()
	if prefs.SetBool(prefFull, full); full {
		return
	}
	size := w.host.Window.Canvas().Size()
	prefs.SetFloat(prefWidth, float64(size.Width))
	prefs.SetFloat(prefHeight, float64(size.Height))
}

func (w *Window) applyTheme() {
	prefs := w.host.App.Preferences()
	w.host.App.Settings().SetTheme(look.New(look.Mode(prefs.Int(nav.PrefMode)), prefs.IntWithFallback(nav.PrefText, 100)))
}

func (w *Window) resizeText(by int) {
	w.setText(w.host.App.Preferences().IntWithFallback(nav.PrefText, 100) + by)
}

func (w *Window) setText(percent int) {
	w.host.App.Preferences().SetInt(nav.PrefText, min(max(percent, look.MinPercent), look.MaxPercent))
	w.applyTheme()
}

func (w *Window) fullScreen() { w.host.Window.SetFullScreen(!w.host.Window.FullScreen()) }

func (w *Window) showKeys() { w.host.Commands.ShowShortcuts(w.host.Window) }

// stop cancels the task that the status line shows.
func (w *Window) stop() {
	if running := w.host.Jobs.Running(); len(running) > 0 {
		running[0].Cancel()
	}
}

// greet says what is doubtful about the place of the archive.
func (w *Window) greet() {
	for _, words := range w.options.Warnings {
		w.host.Toasts.Say(nav.Say(words))
	}
}

func (w *Window) addSample() {
	w.host.Jobs.Run(kit.Job{
		Name: lang.X("job.sample", "Reading the sample articles"),
		Work: func(ctx context.Context, _ func(kit.Progress)) error { return w.desk.AddSample(ctx, w.options.Sample) },
		Done: func(err error) {
			if err != nil {
				w.host.Fail(err)
				return
			}
			w.host.Toasts.Say(lang.X("toast.sample", "The sample archive is here. Help › Remove the sample archive takes it out again."))
			w.host.Go(nav.Route{Screen: nav.Library})
		},
	})
}

func (w *Window) removeSample() {
	w.host.Do(w.desk.RemoveSample, func() { w.host.Did(lang.X("toast.nosample", "The sample archive was removed")) })
}

func (w *Window) about() {
	text := widget.NewLabel(lang.X("about.text", "Who said what, and what came of it.") + "\n" + w.options.Version + "\n" + w.options.Archive)
	text.Alignment = fyne.TextAlignCenter
	kit.NewNotice("Onrecord", lang.X("kit.close", "Close"), text, w.host.Window).Show()
}

// changeName translates the words of a change. Those with a number at the end
// are translated without it.
func changeName(what string) string { return nav.ChangeName(what) }

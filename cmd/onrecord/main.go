//go:build cgo

// Command onrecord is the desktop app. It is the only importer of fyne's app
// package: everything else builds and tests without cgo.
package main

import (
	"context"
	"flag"
	"fmt"
	"log/slog"
	"os"
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/lang"

	"onrecord/assets"
	"onrecord/claims"
	"onrecord/cmd/internal/archive"
	"onrecord/storage"
	"onrecord/ui"
	"onrecord/ui/kit"
	"onrecord/ui/kit/look"
	"onrecord/ui/nav"
)

// version is set by the build.
var version = "dev"

func main() {
	path := flag.String("archive", os.Getenv("ONRECORD_ARCHIVE"), "archive `file`")
	who := flag.String("who", os.Getenv("ONRECORD_WHO"), "`name` for the journal and for reports")
	flag.Parse()
	if runtime.GOOS == "linux" && os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
		fmt.Fprintln(os.Stderr, "onrecord: there is no screen to draw on: neither DISPLAY nor WAYLAND_DISPLAY is set. onrecord-cli does without one.")
		os.Exit(3)
	}
	slog.SetDefault(slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn})))
	if err := lang.AddTranslationsFS(assets.Translations, "translations"); err != nil {
		slog.Error("the translations could not be read", "reason", err)
	}
	a := app.NewWithID("org.onrecord.Onrecord")
	a.SetIcon(fyne.NewStaticResource("onrecord.png", assets.Icon))
	a.Settings().SetTheme(look.New(look.Mode(a.Preferences().Int(nav.PrefMode)), a.Preferences().IntWithFallback(nav.PrefText, 100)))
	win := a.NewWindow("Onrecord")
	win.SetMaster()
	state := a.Storage().RootURI().Path()
	var ar *archive.Archive
	refused := false
	open(*path, *who, win, func(got *archive.Archive, err error) {
		if refused = err != nil; refused {
			refuse(win, err)
			return
		}
		ar = got
		opts := options(ar, flag.Args())
		opts.State = state
		ui.NewWindow(a, win, ar.Desk, opts)
		win.Show()
	})
	a.Run()
	if refused {
		os.Exit(3)
	}
	if ar == nil { // closed while the index was built
		return
	}
	err := ar.Close()
	settle(state)
	if err != nil {
		slog.Error("closing the archive", "reason", err)
		os.Exit(3)
	}
}

// open opens the archive. Where its search index has to be built, which takes a
// while, the window says so meanwhile, and done is called when the app runs.
func open(given, who string, win fyne.Window, done func(*archive.Archive, error)) {
	path, err := archive.Path(given)
	if err != nil {
		done(nil, err)
		return
	}
	building := make(chan int, 1)
	var ar *archive.Archive
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		ar, err = archive.Open(context.Background(), path, archive.Options{Who: who, Progress: func(_ string, n int) {
			select {
			case building <- n:
			default: // the window is still busy with the number before
			}
		}})
	}()
	select {
	case <-ended:
		done(ar, err)
	case <-building:
		read := ui.Preparing(win)
		win.Show()
		go func() {
			for {
				select {
				case n := <-building:
					fyne.Do(func() { read(n) })
				case <-ended:
					fyne.Do(func() { done(ar, err) })
					return
				}
			}
		}()
	}
}

func options(ar *archive.Archive, files []string) ui.Options {
	sample, err := assets.SampleFiles()
	if err != nil {
		slog.Error("the sample archive cannot be read", "reason", err)
	}
	return ui.Options{
		Sample: sample, Archive: ar.Path, Version: version, Warnings: ar.Store.Warnings(), Files: files,
		Backup:  func(ctx context.Context, path string) error { return ar.Store.Backup(ctx, path, "", nil) },
		Backups: copies{ar},
		Verify:  func(ctx context.Context) ([]*claims.Sentence, error) { return verify(ctx, ar) },
	}
}

func verify(ctx context.Context, ar *archive.Archive) (problems []*claims.Sentence, err error) {
	if err := ar.Store.Verify(ctx, func(p storage.Problem) { problems = append(problems, p.Sentence()) }, nil); err != nil {
		return nil, err
	}
	if err := ar.Index.Check(ctx, ar.Docs(ctx)); err != nil {
		problems = append(problems, claims.Because(err))
	}
	return problems, nil
}

// refuse says why there is no archive to work on, and ends the program when
// the person has read it.
func refuse(win fyne.Window, err error) {
	slog.Error("the archive cannot be opened", "reason", err)
	win.Resize(fyne.NewSize(640, 360))
	win.Show()
	if claims.CodeOf(err) == "" {
		err = &claims.Error{Code: claims.CodeDisk, What: "archive", Reason: claims.Say("error.cannotBeOpened", "cannot be opened"), Err: err}
	}
	d := kit.ShowProblem(nav.Problem(err), win)
	d.SetOnClosed(win.Close)
	win.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) {
		if e.Name == fyne.KeyEscape || e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter {
			d.Hide()
		}
	})
}

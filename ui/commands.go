package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"onrecord/ui/kit"
	"onrecord/ui/kit/look"
	"onrecord/ui/nav"
)

// register adds the commands that make sense everywhere, before the screens
// add their own: the order is that of the menus.
func (w *Window) register() {
	file, edit := lang.X("menu.file", "File"), lang.X("menu.edit", "Edit")
	add, win := w.host.Commands.Add, w.host.Window
	add(
		&kit.Command{ID: "file.paste", Menu: file, Title: lang.X("cmd.paste", "Paste article…"), Icon: theme.ContentPasteIcon(), Key: kit.Ctrl(fyne.KeyN), Do: w.importer.Paste},
		&kit.Command{ID: "file.clipboard", Menu: file, Title: lang.X("cmd.clipboard", "Read what was copied"), Key: kit.Ctrl(fyne.KeyV), Do: w.importer.Clipboard},
		&kit.Command{ID: "file.open", Menu: file, Title: lang.X("cmd.open", "Import file…"), Icon: theme.FileIcon(), Key: kit.Ctrl(fyne.KeyO), Do: w.importer.ChooseFile},
		&kit.Command{ID: "file.folder", Menu: file, Title: lang.X("cmd.folder", "Import folder…"), Icon: theme.FolderOpenIcon(), Key: kit.CtrlShift(fyne.KeyO), Do: w.importer.ChooseFolder},
		&kit.Command{ID: "file.url", Menu: file, Title: lang.X("cmd.url", "Import from the web…"), Icon: theme.DownloadIcon(), Key: kit.Ctrl(fyne.KeyL), Do: w.importer.AskURL},
		&kit.Command{ID: "file.watch", Menu: file, Title: lang.X("cmd.watch", "Watch a folder…"), Icon: theme.VisibilityIcon(), Do: w.importer.AskWatch},
		&kit.Command{ID: "file.failures", Menu: file, Title: lang.X("cmd.failures", "What could not be read…"), Icon: theme.WarningIcon(), Do: w.importer.ShowFailures, Enabled: w.importer.HasFailures},
	)
	add(
		&kit.Command{ID: "edit.undo", Menu: edit, Title: lang.X("cmd.undo", "Undo"), Icon: theme.ContentUndoIcon(), Key: kit.Ctrl(fyne.KeyZ), Do: w.undo, Enabled: func() bool { return w.canUndo != "" }},
		&kit.Command{ID: "edit.redo", Menu: edit, Title: lang.X("cmd.redo", "Redo"), Icon: theme.ContentRedoIcon(), Key: kit.CtrlShift(fyne.KeyZ), Do: w.redo, Enabled: func() bool { return w.canRedo != "" }},
	)
	add(&kit.Command{
		ID: "edit.confirm", Menu: edit, Title: lang.X("cmd.confirm", "Confirm the open dialog"), Icon: theme.ConfirmIcon(), Key: kit.Ctrl(fyne.KeyReturn), InDialog: true,
		Do: func() { kit.Confirm(win.Canvas()) }, Enabled: func() bool { return kit.InDialog(win.Canvas()) },
	})
	add(&kit.Command{
		ID: "edit.stop", Menu: edit, Title: lang.X("cmd.stop", "Stop the running task"), Icon: theme.CancelIcon(), Key: kit.Ctrl(fyne.KeyPeriod), InDialog: true, Do: w.stop,
		Enabled: func() bool { return len(w.host.Jobs.Running()) > 0 },
	})
	w.registerPlaces()
}

// registerLast adds the menus that stand behind those of the screens.
func (w *Window) registerLast() {
	file, view, help := lang.X("menu.file", "File"), lang.X("menu.view", "View"), lang.X("menu.help", "Help")
	add := w.host.Commands.Add
	add(
		&kit.Command{ID: "quit", Menu: file, Title: lang.X("cmd.quit", "Quit"), Icon: theme.LogoutIcon(), Key: kit.Ctrl(fyne.KeyQ), InDialog: true, Quit: true, Do: w.close},
		&kit.Command{ID: "view.larger", Menu: view, Title: lang.X("cmd.larger", "Larger text"), Icon: theme.ZoomInIcon(), Key: kit.Ctrl(fyne.KeyEqual), Do: func() { w.resizeText(10) }},
		&kit.Command{ID: "view.smaller", Menu: view, Title: lang.X("cmd.smaller", "Smaller text"), Icon: theme.ZoomOutIcon(), Key: kit.Ctrl(fyne.KeyMinus), Do: func() { w.resizeText(-10) }},
		&kit.Command{ID: "view.normal", Menu: view, Title: lang.X("cmd.normal", "Normal text"), Icon: theme.ZoomFitIcon(), Key: kit.Ctrl(fyne.Key0), Do: func() { w.setText(100) }},
		&kit.Command{ID: "view.full", Menu: view, Title: lang.X("cmd.full", "Full screen"), Icon: theme.ViewFullScreenIcon(), Key: kit.Alt(fyne.KeyReturn), InDialog: true, Do: w.fullScreen},
	)
	divider := func(id, title string, key fyne.KeyName, across bool, by float64) {
		add(&kit.Command{
			ID: "view." + id, Menu: view, Title: title, Key: kit.AltShift(key), Do: func() { kit.MoveDivider(w.host.Window.Canvas(), across, by) },
			Enabled: func() bool { return kit.HasDivider(w.host.Window.Canvas(), across) },
		})
	}
	const step = 0.04
	divider("dividerLeft", lang.X("cmd.dividerLeft", "Move the divider left"), fyne.KeyLeft, true, -step)
	divider("dividerRight", lang.X("cmd.dividerRight", "Move the divider right"), fyne.KeyRight, true, step)
	divider("dividerUp", lang.X("cmd.dividerUp", "Move the divider up"), fyne.KeyUp, false, -step)
	divider("dividerDown", lang.X("cmd.dividerDown", "Move the divider down"), fyne.KeyDown, false, step)
	add(
		&kit.Command{ID: "help.keys", Menu: help, Title: lang.X("cmd.keys", "Keyboard shortcuts"), Icon: theme.HelpIcon(), Letter: '?', Do: w.showKeys},
		&kit.Command{ID: "help.sample", Menu: help, Title: lang.X("cmd.sample", "Add the sample archive"), Do: w.addSample},
		&kit.Command{ID: "help.nosample", Menu: help, Title: lang.X("cmd.nosample", "Remove the sample archive"), Do: w.removeSample},
		&kit.Command{ID: "help.about", Menu: help, Title: lang.X("cmd.about", "About Onrecord"), Do: w.about},
	)
}

// registerPlaces adds the menu of places: one for each screen of the rail,
// back and forward, and the palette.
func (w *Window) registerPlaces() {
	place := lang.X("menu.go", "Go")
	w.host.Commands.Add(
		&kit.Command{ID: "go.palette", Menu: place, Title: lang.X("cmd.palette", "Find a command or name…"), Icon: theme.SearchIcon(), Key: kit.Ctrl(fyne.KeyK), Do: w.showPalette},
		&kit.Command{ID: "go.back", Menu: place, Title: lang.X("cmd.back", "Back"), Icon: theme.NavigateBackIcon(), Key: kit.Alt(fyne.KeyLeft), Do: w.back, Enabled: w.history.CanBack},
		&kit.Command{ID: "go.forward", Menu: place, Title: lang.X("cmd.forward", "Forward"), Icon: theme.NavigateNextIcon(), Key: kit.Alt(fyne.KeyRight), Do: w.forward, Enabled: w.history.CanForward},
		&kit.Command{ID: "go.recent", Menu: place, Title: lang.X("cmd.recent", "Recently opened"), Icon: theme.HistoryIcon(), Items: w.recentItems},
	)
	keys := []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6, fyne.Key7, fyne.Key8, fyne.Key9}
	for i, s := range nav.Rail {
		w.host.Commands.Add(&kit.Command{
			ID: "go." + string(s), Menu: place, Title: screenName(s), Icon: screenIcon(s), Key: kit.Ctrl(keys[i]),
			Do: func() { w.host.Go(nav.Route{Screen: s}) },
		})
	}
}

// recentItems are the places opened last as entries of a menu.
func (w *Window) recentItems() []*fyne.MenuItem {
	const longest = 70
	var items []*fyne.MenuItem
	for _, p := range w.host.Recent.Places() {
		items = append(items, fyne.NewMenuItemWithIcon(kit.Shorten(p.Title, longest), screenIcon(p.Owner()), func() { w.host.Go(p.Route) }))
	}
	return items
}

func screenName(s nav.Screen) string {
	switch s {
	case nav.Library, nav.Article:
		return lang.X("screen.library", "Library")
	case nav.Review:
		return lang.X("screen.review", "Review")
	case nav.Claims, nav.Claim:
		return lang.X("screen.claims", "Claims")
	case nav.Due:
		return lang.X("screen.due", "Due")
	case nav.Search:
		return lang.X("screen.search", "Search")
	case nav.Speakers:
		return lang.X("screen.speakers", "Speakers")
	case nav.Timeline:
		return lang.X("screen.timeline", "Timeline")
	case nav.Reports:
		return lang.X("screen.reports", "Reports")
	}
	return lang.X("screen.settings", "Settings")
}

func screenIcon(s nav.Screen) fyne.Resource {
	switch s {
	case nav.Search:
		return theme.SearchIcon()
	case nav.Settings:
		return theme.SettingsIcon()
	}
	icons := map[nav.Screen]look.IconName{
		nav.Library: look.IconLibrary, nav.Review: look.IconReview, nav.Claims: look.IconClaim, nav.Due: look.IconDue,
		nav.Speakers: look.IconSpeaker, nav.Timeline: look.IconTimeline, nav.Reports: look.IconReport,
	}
	return look.Icon(icons[s])
}

// Package kit holds the parts that the screens of Onrecord are built from. It
// is made of Fyne alone and knows no article and no claim; words and rows are
// handed to it.
//
// Work: everything that may take longer than a frame runs in a job. Nothing
// else in ui starts a goroutine or calls fyne.Do; a test reads the sources and
// says so.
//
//	jobs := kit.NewJobs(nil)
//	kit.Fetch(jobs, "speakers", desk.Speakers, func(s []claims.Speaker, err error) { list.SetItems(s) })
//	jobs.Run(kit.Job{Name: "Reading files", Work: read, Done: func(err error) { toasts.Say("Done") }})
//
// Rows: a Table is a list of column declarations and a Source of pages; a List
// is for up to a few thousand items.
//
//	table := kit.NewTable(jobs, "claims", []kit.Column[row]{
//		{ID: "due", Title: "Due", Width: 90, Cell: func(r row) kit.Cell { return kit.Text(r.Due) }, Sortable: true},
//		{ID: "words", Title: "Claim", Width: 300, Grow: true, Cell: func(r row) kit.Cell { return kit.Text(r.Words) }},
//	}, func(r row) string { return r.ID })
//	table.OnOpen = func(r row) { open(r.ID) }
//	table.SetSource(kit.SourceFunc[row](desk.ClaimRows))
//
// Commands: what a person can do is registered once and appears in the menu,
// in the palette and on the sheet of shortcuts.
//
//	commands.Add(&kit.Command{ID: "file.import", Title: "Import…", Menu: "File", Key: kit.Ctrl(fyne.KeyO), Do: openImport})
//	window.SetMainMenu(commands.MainMenu())
//
// Small parts: NewEmptyState, Toasts, ShowProblem, Chip, SearchField,
// NewForm, DateEntry, NewHSplit, StatusLine, Palette, Bars, Timeline.
package kit

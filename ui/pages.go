package ui

import (
	"onrecord/ui/article"
	"onrecord/ui/claim"
	"onrecord/ui/claimlist"
	"onrecord/ui/due"
	"onrecord/ui/library"
	"onrecord/ui/nav"
	"onrecord/ui/reports"
	"onrecord/ui/review"
	"onrecord/ui/search"
	"onrecord/ui/settings"
	"onrecord/ui/speakers"
	"onrecord/ui/timeline"
)

// build makes the screens. Each adds its own commands.
func (w *Window) build() {
	h, d := w.host, w.desk
	w.pages = map[nav.Screen]nav.Page{
		nav.Library:  library.New(h, d, library.Actions{Paste: w.importer.Paste, Folder: w.importer.ChooseFolder, Sample: w.addSample}),
		nav.Article:  article.New(h, d),
		nav.Review:   review.New(h, d),
		nav.Claims:   claimlist.New(h, d),
		nav.Claim:    claim.New(h, d),
		nav.Due:      due.New(h, d),
		nav.Search:   search.New(h, d),
		nav.Speakers: speakers.New(h, d),
		nav.Timeline: timeline.New(h, d),
		nav.Reports:  reports.New(h, d),
		nav.Settings: settings.New(h, d, settings.Safety{Place: w.options.Archive, Backup: w.options.Backup, Verify: w.options.Verify}, w.applyTheme),
	}
}

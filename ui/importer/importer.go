// Package importer brings articles into the archive from the window: pasted
// text, files, folders, dropped things and web addresses, each shown for
// correction before it is stored, or reported file by file where there are
// many.
package importer

import (
	"context"
	"net/url"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/claims/ingest"
	"onrecord/ui/kit"
	"onrecord/ui/nav"
)

// Desk is what the importer needs of the desk.
type Desk interface {
	Prepare(ctx context.Context, it ingest.Item) (desk.Prepared, error)
	Store(ctx context.Context, p desk.Prepared) (desk.Imported, error)
	Import(ctx context.Context, paths []string, opts desk.ImportOptions, report func(done desk.Imported, n, of int)) error
	Today() claims.Date
}

// Importer opens the dialogs.
type Importer struct {
	// Taken is the file that remembers what was read from the watched folder,
	// so that a start does not read all of it again; "" for none.
	Taken string
	// Own tells the files that the program itself writes, such as the archive:
	// they are no articles, and each import would write them anew. May be nil.
	Own func(path string) bool

	host   *nav.Host
	desk   Desk
	failed []desk.Imported // of the latest import that failed at something
	leave  func()          // ends the watching of a folder
}

// New makes an importer for a window.
func New(host *nav.Host, d Desk) *Importer {
	return &Importer{host: host, desk: d, leave: func() {}}
}

// ChooseFile asks for a file.
func (m *Importer) ChooseFile() {
	m.host.AskFile(lang.X("cmd.open", "Import file…"), func(path string) { m.Paths([]string{path}) })
}

// ChooseFolder asks for a folder.
func (m *Importer) ChooseFolder() {
	m.host.AskFolder(lang.X("cmd.folder", "Import folder…"), func(path string) { m.Paths([]string{path}) })
}

// Dropped takes what was dropped on the window: files and folders are
// imported, a web address is offered for fetching.
func (m *Importer) Dropped(uris []fyne.URI) {
	if kit.InDialog(m.host.Window.Canvas()) {
		m.busy()
		return
	}
	var paths []string
	for _, u := range uris {
		if address := webAddress(u); address != "" {
			m.askURL(address)
			return
		}
		paths = append(paths, u.Path())
	}
	m.Paths(paths)
}

// busy says that nothing can be dropped now: in a dialog, since that covers the
// notices.
func (m *Importer) busy() {
	words := kit.NewReadable(lang.X("import.busy", "Close the open dialog first, then drop it again."))
	d := kit.NewNotice("", lang.X("kit.close", "Close"), words, m.host.Window)
	d.Resize(fyne.NewSize(420, 0))
	d.Show()
}

// webAddress is the address of a link that was dropped, "" for a file. Fyne
// takes whatever is dropped for a file, and a link for one in the working
// folder, with its escapes resolved and its two slashes as one.
func webAddress(u fyne.URI) string {
	if u.Scheme() != "file" {
		return asURL(u.String())
	}
	here, err := filepath.Abs(".")
	if err != nil {
		return ""
	}
	name, below := strings.CutPrefix(u.Path(), strings.TrimSuffix(filepath.ToSlash(here), "/")+"/")
	scheme, rest, named := strings.Cut(name, ":/")
	if !below || !named {
		return ""
	}
	return asURL(scheme + "://" + strings.ReplaceAll(strings.TrimLeft(rest, "/"), " ", "%20"))
}

// asURL is a web address, with what is not allowed in one escaped; "" for
// anything else.
func asURL(s string) string {
	if !looksLikeURL(s) {
		return ""
	}
	u, _ := url.Parse(s) // it looks like one
	return u.String()
}

// AskURL asks for a web address, the clipboard's where it has one.
func (m *Importer) AskURL() {
	clip := strings.TrimSpace(m.host.App.Clipboard().Content())
	if !looksLikeURL(clip) {
		clip = ""
	}
	m.askURL(clip)
}

// askURL asks for a web address and offers one. Nothing is fetched before the
// person says so.
func (m *Importer) askURL(offered string) {
	entry := kit.NewInput()
	entry.SetPlaceHolder("https://")
	entry.SetText(offered)
	form := kit.NewForm(kit.Field{Label: lang.X("import.url", "Address"), Input: entry, Hint: lang.X("import.urlHint", "The page is fetched once, now, and nothing else.")})
	d := kit.NewConfirm(lang.X("import.urlTitle", "Import from the web"), lang.X("import.fetch", "Fetch"), lang.X("kit.cancel", "Cancel"), form, func(ok bool) {
		if ok {
			m.fetch(strings.TrimSpace(entry.Text))
		}
	}, m.host.Window)
	check := func(typed string) { able(d.Yes, looksLikeURL(strings.TrimSpace(typed))) }
	entry.OnChanged = check
	check(entry.Text)
	d.Resize(fyne.NewSize(560, 0))
	d.Show()
	m.host.Window.Canvas().Focus(entry)
}

func able(b *kit.Button, can bool) {
	if can {
		b.Enable()
	} else {
		b.Disable()
	}
}

func looksLikeURL(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}

func (m *Importer) fetch(address string) {
	var got ingest.Fetched
	m.host.Jobs.Run(kit.Job{
		Name: lang.X("job.fetch", "Fetching the page"),
		Slot: "import/fetch",
		Work: func(ctx context.Context, _ func(kit.Progress)) (err error) {
			got, err = ingest.Fetch(ctx, nil, address, ingest.Limits{})
			return err
		},
		Done: func(err error) {
			if err != nil {
				m.host.Fail(err)
				return
			}
			m.preview(got.Items)
		},
	})
}

// Paths imports files and folders. A single file is shown before it is stored;
// more are read one after the other, with a list of what was not.
func (m *Importer) Paths(paths []string) {
	if len(paths) == 0 {
		return
	}
	if len(paths) > 1 {
		m.batch(paths)
		return
	}
	var items []ingest.Item
	folder := false
	m.host.Jobs.Run(kit.Job{
		Name: lang.X("job.read", "Reading the file"),
		Slot: "import/read",
		Work: func(ctx context.Context, _ func(kit.Progress)) error {
			found, err := ingest.Files(paths[0])
			if err != nil {
				return err
			}
			if folder = len(found) != 1 || found[0].Path != paths[0]; folder {
				return nil
			}
			items, err = ingest.ReadFile(ctx, paths[0], ingest.Limits{})
			if len(items) > 0 {
				return nil // what could not be read of it is reported by the batch
			}
			return err
		},
		Done: func(err error) {
			switch {
			case err != nil:
				m.host.Fail(err)
			case folder || len(items) != 1:
				m.batch(paths)
			default:
				m.preview(items)
			}
		},
	})
}

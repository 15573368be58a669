package importer

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"
	"github.com/google/go-cmp/cmp"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/ui/kit"
	"onrecord/ui/nav"
	"onrecord/ui/nav/navtest"
)

const dunes = `Dunes will stay untouched, forester says

“No tree will be cut in the dunes before 2030,” forester Milo Korda said on Tuesday.`

// empty is a window with nothing in it but the dialogs of the importer.
func empty(t *testing.T) (*navtest.Window, *Importer) {
	w := navtest.New(t)
	w.Win.SetContent(container.NewStack(widget.NewLabel("page"), w.Host.Toasts.Layer()))
	w.Win.Resize(fyne.NewSize(1280, 800))
	return w, New(w.Host, w.Desk)
}

func articles(w *navtest.Window) int {
	n, err := w.Desk.Count(w.Context(), desk.Query{Kind: claims.KindArticle, Index: desk.ByDate})
	if err != nil {
		w.Fatal(err)
	}
	return n
}

func write(t *testing.T, dir, name, text string) string {
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestPastedTextIsShownBeforeItIsStored(t *testing.T) {
	w, m := empty(t)
	w.Host.App.Clipboard().SetContent(dunes)
	m.Paste()
	w.Sees("Nothing is stored before you say so")
	w.Confirm()
	w.Sees("2 statements found")
	w.Sees("The year of publication is not known")
	if _, ok := w.Win.Canvas().Focused().(*kit.DateEntry); !ok {
		t.Errorf("the keyboard is at %T, not where the date is missing", w.Win.Canvas().Focused())
	}
	if n := articles(w); n != 0 {
		t.Fatalf("%d articles were stored before the person said so", n)
	}
	title := navtest.Find(w, func(e *kit.Input) bool { return e.Text == "Dunes will stay untouched, forester says" })
	title.SetText("No tree will fall")
	w.Confirm()
	at := w.WentTo()
	a, err := w.Desk.Article(t.Context(), at.ID)
	if err != nil || a.Title != "No tree will fall" || at.Screen != nav.Article {
		t.Errorf("went to %+v, the article is %+v (%v)", at, a, err)
	}
}

func TestTheSameTextIsNotStoredTwice(t *testing.T) {
	w, m := empty(t)
	w.Host.App.Clipboard().SetContent(dunes)
	m.Clipboard()
	w.Sees("Store this article?")
	w.Confirm()
	first := w.WentTo()
	m.Clipboard()
	w.Sees("The archive has this article already")
	w.Press("Open it")
	if again := w.WentTo(); again.ID != first.ID || articles(w) != 1 {
		t.Errorf("%d articles; the offer opens %+v", articles(w), again)
	}
}

func TestTheClipboardIsReadAsWhatItHolds(t *testing.T) {
	w, m := empty(t)
	w.Host.App.Clipboard().SetContent("https://karlsund.example/dunes")
	m.Clipboard()
	w.Sees("Import from the web") // nothing is fetched unasked
	w.Keys(fyne.KeyEscape)
	w.Host.App.Clipboard().SetContent("file://" + write(t, t.TempDir(), "dunes.txt", dunes) + "\n")
	m.Clipboard()
	w.Sees("Store this article?")
	w.Sees("No tree will be cut")
}

// What another program drops comes as Fyne makes it: a link as a file of that
// name in the working folder.
func TestADroppedLinkIsOfferedForFetching(t *testing.T) {
	for dropped, want := range map[string]string{
		"https://karlsund.example/dunes?page=2&q=a b": "https://karlsund.example/dunes?page=2&q=a%20b",
		"http://karlsund.example/düne":                "http://karlsund.example/d%C3%BCne",
	} {
		w, m := empty(t)
		m.Dropped([]fyne.URI{storage.NewFileURI(dropped)})
		w.Sees("Import from the web")
		entry := navtest.Find(w, func(e *kit.Input) bool { return true })
		if entry.Text != want {
			t.Errorf("%q is offered as %q", dropped, entry.Text)
		}
		w.Keys(fyne.KeyEscape)
	}
}

func TestADroppedFileIsNoLink(t *testing.T) {
	t.Chdir(t.TempDir())
	path := write(t, ".", "a:b.txt", dunes)
	w, m := empty(t)
	m.Dropped([]fyne.URI{storage.NewFileURI(path)})
	w.Sees("2 statements found")
}

func TestOnlyAWebAddressCanBeFetched(t *testing.T) {
	w, m := empty(t)
	m.AskURL()
	w.Type("dunes")
	w.Sees("Import from the web")
	if kit.Confirm(w.Win.Canvas()) {
		t.Fatal("something that is no address could be fetched")
	}
	w.Keys(fyne.KeyEscape)
	w.Misses("Import from the web")
}

func TestAFolderIsReadWithReasonsForWhatWasNot(t *testing.T) {
	w, m := empty(t)
	dir := t.TempDir()
	write(t, dir, "dunes.txt", dunes)
	bad := write(t, dir, "scan.pdf", "%PDF-1.7\nand then nothing")
	m.Dropped([]fyne.URI{storage.NewFileURI(dir)})
	w.Sees("1 article stored")
	w.Sees("1 file was not read")
	if len(w.Went) != 0 {
		t.Errorf("the end of an import took the person to %+v", w.Went)
	}
	w.Press("Which and why")
	w.Sees("scan.pdf")
	if strings.Contains(w.Text(), "Scan.pdf") {
		t.Errorf("the reason names the file again:\n%s", w.Text())
	}
	write(t, dir, filepath.Base(bad), "The café stays open, owner Zora Lind said.")
	w.Sees("Copy or download it again.") // what to do about it
	w.Press("Try these again")
	w.Until(func() bool { return articles(w) == 2 })
	if m.HasFailures() {
		t.Error("what was read at the second try is still listed as not read")
	}
}

func TestAWatchedFolderIsReadByItself(t *testing.T) {
	w, m := empty(t)
	dir := t.TempDir()
	write(t, dir, "dunes.txt", dunes)
	m.watchFrom(dir)
	w.Sees("Watched folder: 1 article stored")
	if got := w.Host.App.Preferences().String(nav.PrefWatch); got != dir {
		t.Errorf("the folder %q is remembered", got)
	}
	m.AskWatch()
	w.Sees(filepath.Base(dir))
	w.Press("Stop watching")
	if got := w.Host.App.Preferences().String(nav.PrefWatch); got != "" {
		t.Errorf("%q is still watched", got)
	}
}

func TestTheFilesOfTheProgramAreNoArticles(t *testing.T) {
	w, m := empty(t)
	dir := t.TempDir()
	archive := write(t, dir, "archive.db", "The archive will not read itself, said Zora Lind.")
	m.Own = func(path string) bool { return path == archive }
	m.Watch(dir)
	write(t, dir, "dunes.txt", dunes)
	w.Sees("Watched folder: 1 article stored")
	if m.HasFailures() {
		t.Error("the archive is listed as a file that could not be read")
	}
}

func TestAWatchedFolderThatIsAwayIsSaid(t *testing.T) {
	w, m := empty(t)
	w.Host.App.Preferences().SetString(nav.PrefWatch, filepath.Join(t.TempDir(), "drive"))
	m.AskWatch()
	w.Sees("is not there now")
}

func TestAWatchedFolderIsNotReadAgainAtTheNextStart(t *testing.T) {
	dir, state := t.TempDir(), t.TempDir() // before the window, which must have ended when they go
	w, m := empty(t)
	m.Taken = filepath.Join(state, "watched.json")
	write(t, dir, "dunes.txt", dunes)
	m.Watch(dir)
	w.Until(func() bool { return articles(w) == 1 })
	if _, err := w.Desk.Undo(context.Background()); err != nil {
		t.Fatal(err)
	}
	w.Until(func() bool {
		_, err := os.Stat(m.Taken)
		return err == nil
	})
	next := New(w.Host, w.Desk)
	next.Taken = m.Taken
	next.Watch(dir)
	write(t, dir, "cafe.txt", "The café stays open, owner Zora Lind said.")
	w.Until(func() bool { return articles(w) > 0 })
	if n := articles(w); n != 1 {
		t.Errorf("%d articles were read, of which one was read before", n)
	}
}

func TestOnlyTheTextIsKeptWhereThatIsChosen(t *testing.T) {
	w, m := empty(t)
	dir := t.TempDir()
	write(t, dir, "dunes.txt", dunes)
	w.Host.App.Preferences().SetBool(nav.PrefTextOnly, true)
	m.Paths([]string{filepath.Join(dir, "dunes.txt"), dir})
	w.Until(func() bool { return articles(w) == 1 })
	page, err := w.Desk.List(context.Background(), desk.Query{Kind: claims.KindArticle, Index: desk.ByDate})
	if err != nil || page.Records[0].(*claims.Article).Original != "" {
		t.Errorf("the file itself was kept (%v)", err)
	}
}

func TestNothingIsDroppedUnderADialog(t *testing.T) {
	w, m := empty(t)
	m.Paste()
	m.Dropped([]fyne.URI{storage.NewFileURI(write(t, t.TempDir(), "dunes.txt", dunes))})
	w.Sees("Close the open dialog first") // over the dialog, which covers the notices
	kit.Dismiss(w.Win.Canvas())
	w.Misses("Close the open dialog first")
	w.Sees("Paste article")
	if articles(w) != 0 {
		t.Error("something was imported behind the dialog")
	}
}

// What cannot be read is told in the language of the window, file by file, without
// a word of English.
func TestWhatWasNotReadIsToldInTheLanguageOfTheWindow(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "1.txt", "")
	write(t, dir, "2.png", "\x89PNG\r\n\x1a\n0000")
	write(t, dir, "3.docx", "PK\x03\x04 that is cut off")
	write(t, dir, "4.eml", "From: Ana Ruiz\nSubject: Strike\n\n")
	write(t, dir, "5.json", `{"version": "https://jsonfeed.org/version/1", "items": [{"title": `)
	write(t, dir, "6.url", "[InternetShortcut]\nURL=https://elm.example/")
	if err := os.Symlink(filepath.Join(dir, "gone"), filepath.Join(dir, "7.txt")); err != nil {
		t.Skip("no links here: ", err)
	}
	for locale, want := range map[string][]string{
		"de_DE.UTF-8": {
			"Ist leer.",
			"Ist ein PNG-Bild und für dieses Programm nicht lesbar. Exportieren Sie es als PDF, DOCX oder Text.",
			"Ist beschädigt: das Ende fehlt, oder es ist kein echtes Archiv. Kopieren Sie die Datei noch einmal oder laden Sie sie neu herunter.",
			"Ist eine Mail ohne Text.",
			"Ist abgeschnitten: das Ende fehlt. Kopieren Sie die Datei noch einmal oder laden Sie sie neu herunter.",
			"Ist ein Verweis auf eine Webseite und nicht die Seite. Importieren Sie ihre Adresse.",
			"Ist ein Verweis auf etwas, das es nicht gibt.",
		},
		"fr_FR.UTF-8": {
			"Est vide.",
			"Est une image PNG, que ce programme ne peut pas lire. Exportez-le en PDF, DOCX ou texte.",
			"Est endommagé\u00a0: sa fin manque, ou ce n’est pas une vraie archive. Copiez-le ou téléchargez-le à nouveau.",
			"Est un courriel sans texte.",
			"Est tronqué\u00a0: sa fin manque. Copiez-le ou téléchargez-le à nouveau.",
			"Est un lien vers une page web et non la page. Importez son adresse.",
			"Est un lien vers quelque chose qui n’existe pas.",
		},
		"es_ES.UTF-8": {
			"Está vacío.",
			"Es una imagen PNG, que este programa no puede leer. Expórtelo como PDF, DOCX o texto.",
			"Está dañado: le falta el final o no es un archivo comprimido de verdad. Cópielo o descárguelo de nuevo.",
			"Es un correo sin texto.",
			"Está cortado: le falta el final. Cópielo o descárguelo de nuevo.",
			"Es un enlace a una página web y no la página. Importe su dirección.",
			"Es un enlace a algo que no existe.",
		},
	} {
		t.Run(locale, func(t *testing.T) {
			w, m := empty(t)
			navtest.Speaks(t, locale)
			m.batch([]string{dir})
			w.Sees("7 ")
			var got []string
			for _, im := range m.failed {
				got = append(got, whyNot(im.Err))
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
			m.ShowFailures()
			w.Sees(want[0])
			w.Sees("1.txt: ") // in full, below the list
		})
	}
}

package nav_test

import (
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"fyne.io/fyne/v2/lang"

	"onrecord/assets"
	"onrecord/claims"
	"onrecord/ui/nav"
)

// in sets the language of the window for a test.
func in(t *testing.T, locale string) {
	t.Helper()
	t.Setenv("LANGUAGE", "")
	t.Setenv("LC_ALL", locale)
	if err := lang.AddTranslationsFS(assets.Translations, "translations"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		t.Setenv("LC_ALL", "en_GB.UTF-8")
		if err := lang.AddTranslationsFS(assets.Translations, "translations"); err != nil {
			t.Error(err)
		}
	})
}

// said are errors of the archive, each with its words in a window.
type said struct {
	err              error
	sentence, advice string
}

func TestErrorsAreSaidInTheLanguageOfTheWindow(t *testing.T) {
	cut := func(n int) error {
		return claims.Refused("crawl.warc", claims.SayN("error.cutAfterRecords", "is damaged or cut off after %d records", n))
	}
	empty := claims.Refused("strike.txt", claims.Say("error.empty", "is empty"))
	foreign := &claims.Error{
		Code: claims.CodeRefused, What: "harbour.png", Reason: claims.Say("error.foreign", "is %s, which this program cannot read", claims.Say("kind.png", "a PNG image")),
		Advice: claims.Say("error.exportAsPdf", "Export it as PDF, DOCX or text."),
	}
	past := claims.Invalid("due", claims.Say("error.beforeClaimWas", "%s is before the claim was made (%s)", claims.Date{Year: 2026}, claims.Date{Year: 2027}))
	lacks := claims.Invalid("class", claims.Say("error.claimHasVerdict", "the claim has the verdict %q, which the scale of a %s lacks", claims.Label("Kept"), claims.Statistic))
	record := &claims.Error{Code: claims.CodeDamaged, Reason: claims.Say("error.recordDamaged", "%s %s: is damaged: %s", claims.KindClaim, "01HX", claims.Say("damage.recordCutOff", "the record is cut off"))}
	full := claims.Say("error.writingReport", "writing the report as %s: %s", "pdf", &fs.PathError{Op: "write", Path: "/media/stick/june.pdf", Err: syscall.ENOSPC})
	for locale, all := range map[string][]said{
		"en_GB.UTF-8": {
			{empty, "strike.txt: is empty.", ""},
			{foreign, "harbour.png: is a PNG image, which this program cannot read.", "Export it as PDF, DOCX or text."},
			{cut(1), "crawl.warc: is damaged or cut off after 1 record.", ""},
			{past, "Due: 2026 is before the claim was made (2027).", ""},
			{full, "Writing the report as pdf: june.pdf: the disk is full.", ""},
		},
		"de_AT.UTF-8": {
			{empty, "strike.txt: ist leer.", ""},
			{foreign, "harbour.png: ist ein PNG-Bild und für dieses Programm nicht lesbar.", "Exportieren Sie es als PDF, DOCX oder Text."},
			{cut(1), "crawl.warc: ist nach 1 Eintrag beschädigt oder abgeschnitten.", ""},
			{cut(7), "crawl.warc: ist nach 7 Einträgen beschädigt oder abgeschnitten.", ""},
			{lacks, "Kategorie: die Behauptung hat das Urteil „Gehalten“, das in der Skala der Kategorie „Statistik“ fehlt.", ""},
			{record, "Behauptung 01HX: ist beschädigt: der Eintrag ist abgeschnitten.", ""},
			{full, "Beim Schreiben des Berichts als pdf: june.pdf: die Platte ist voll.", ""},
			{claims.NotFound(claims.Key{Kind: claims.KindOutcome, ID: "x"}), "Ergebnis: nichts hat die Kennung „x“.", ""},
		},
		"fr_CA.UTF-8": {
			{empty, "strike.txt: est vide.", ""},
			{foreign, "harbour.png: est une image PNG, que ce programme ne peut pas lire.", "Exportez-le en PDF, DOCX ou texte."},
			{cut(0), "crawl.warc: est endommagé ou tronqué après 0 enregistrement.", ""},
			{cut(2), "crawl.warc: est endommagé ou tronqué après 2 enregistrements.", ""},
			{full, "Pendant l’écriture du rapport en pdf\u00a0: june.pdf: le disque est plein.", ""},
		},
		"es_MX.UTF-8": {
			{empty, "strike.txt: está vacío.", ""},
			{foreign, "harbour.png: es una imagen PNG, que este programa no puede leer.", "Expórtelo como PDF, DOCX o texto."},
			{cut(0), "crawl.warc: está dañado o cortado tras 0 registros.", ""},
			{cut(1), "crawl.warc: está dañado o cortado tras 1 registro.", ""},
			{record, "Afirmación 01HX: está dañado: la ficha está cortada.", ""},
		},
	} {
		t.Run(locale, func(t *testing.T) {
			in(t, locale)
			for _, s := range all {
				if p := nav.Problem(s.err); p.Sentence != s.sentence || p.Advice != s.advice {
					t.Errorf("%v\nis said as %q, %q\nwant       %q, %q", s.err, p.Sentence, p.Advice, s.sentence, s.advice)
				}
			}
		})
	}
}

// What the system says is put into words of the window, wherever it comes up; what
// nobody foresaw stays as it is.
func TestErrorsOfTheSystemAreSaidInTheLanguageOfTheWindow(t *testing.T) {
	in(t, "de_DE.UTF-8")
	_, absent := os.ReadFile(filepath.Join(t.TempDir(), "june.txt"))
	_, folder := os.ReadFile(t.TempDir())
	for _, c := range []struct {
		err  error
		want string
	}{
		{absent, "june.txt: diese Datei oder dieser Ordner existiert nicht."},
		{fmt.Errorf("reading: %w", absent), "june.txt: diese Datei oder dieser Ordner existiert nicht."},
		{errors.Unwrap(folder), "Das ist ein Ordner."},
		{&fs.PathError{Op: "open", Path: "/home/ines/locked", Err: syscall.EACCES}, "locked: Ihre Rechte erlauben es nicht."},
		{&fs.PathError{Op: "write", Path: "/media/stick/june.pdf", Err: syscall.EROFS}, "june.pdf: die Platte kann nur gelesen werden."},
		{claims.Say("error.notFetched", "cannot be fetched: %s", &net.DNSError{Err: "no such host", Name: "elm.example", IsNotFound: true}), "Kann nicht abgerufen werden: es gibt keinen Server dieses Namens."},
		{claims.Say("error.notFetched", "cannot be fetched: %s", &net.OpError{Op: "dial", Err: os.NewSyscallError("connect", syscall.ECONNREFUSED)}), "Kann nicht abgerufen werden: der Server lehnt die Verbindung ab."},
		{errors.New("the flux capacitor is empty"), "the flux capacitor is empty"},
	} {
		if p := nav.Problem(c.err); p.Sentence != c.want {
			t.Errorf("%v is said as %q, want %q", c.err, p.Sentence, c.want)
		}
	}
	if p := nav.Problem(absent); p.Details != absent.Error() {
		t.Errorf("the details are %q, want the words of the system", p.Details)
	}
}

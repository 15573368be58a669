package reports

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"onrecord/claims/report"
	"onrecord/ui/kit"
	"onrecord/ui/nav"
	"onrecord/ui/statement"
)

// What was chosen last is remembered.
const (
	prefFormat    = "report.format"
	prefContext   = "report.context"
	prefLocale    = "report.locale"
	prefBOM       = "report.bom"
	prefAddress   = "report.address"
	prefPublisher = "report.publisher"
	prefFonts     = "report.fonts"
	prefColumns   = "report.columns." // and the format: names with commas between them
)

// choices are how a report is written: format, language, and what the format
// leaves open. Only what the chosen format takes is shown.
type choices struct {
	host               *nav.Host
	told               func()
	kind               *kit.Select
	language           *kit.Select
	citation           *kit.Select
	context            *kit.Check
	continental, bom   *kit.Check
	publisher, address *kit.Input
	fonts              *kit.Check
	columns            *kit.Button
	first              []kit.Field
	rows               *fyne.Container
	quiet              bool
}

// newChoices makes the form; the first fields are those of the caller.
func newChoices(host *nav.Host, told func(), first ...kit.Field) *choices {
	c := &choices{host: host, told: told, first: first, rows: container.NewVBox()}
	prefs := host.App.Preferences()
	tell := func(string) { c.changed() }
	c.kind = kit.NewSelect(formatNames(), tell)
	c.language = kit.NewSelect(languageNames(), tell)
	c.citation = kit.NewSelect(citationNames(), tell)
	check := func(words, pref string, fallback bool) *kit.Check {
		box := kit.NewCheck(words, func(bool) { c.changed() })
		box.Checked = prefs.BoolWithFallback(pref, fallback)
		return box
	}
	spreadsheets := kit.Here().Decimal == "," // expect what the language writes
	c.context = check(lang.X("reports.context", "Words around each quotation"), prefContext, false)
	c.continental = check(lang.X("reports.continental", "Semicolons, decimal commas"), prefLocale, spreadsheets)
	c.bom = check(lang.X("reports.bom", "UTF-8 mark (BOM)"), prefBOM, spreadsheets)
	c.fonts = check(lang.X("reports.fonts", "Fonts of this computer"), prefFonts, false)
	c.publisher = kit.NewInput()
	c.publisher.SetText(prefs.String(prefPublisher))
	c.publisher.OnSubmitted = tell
	c.address = kit.NewInput()
	c.address.SetPlaceHolder("https://")
	c.address.SetText(prefs.String(prefAddress))
	c.address.OnSubmitted = tell
	c.columns = kit.NewButton(lang.X("reports.columns", "Columns…"), nil, c.chooseColumns)
	c.quiet = true
	c.kind.SetSelectedIndex(max(slices.Index(report.Formats(), report.Format(prefs.StringWithFallback(prefFormat, string(report.HTML)))), 0))
	c.language.SetSelectedIndex(slices.Index(nav.ReportLanguages, nav.ReportLanguage(prefs)))
	style := report.CitationStyle(prefs.StringWithFallback(statement.PrefCitation, string(report.AP)))
	c.citation.SetSelectedIndex(max(slices.Index(report.CitationStyles, style), 0))
	c.quiet = false
	c.arrange()
	return c
}

func formatNames() (out []string) {
	for _, f := range report.Formats() {
		out = append(out, f.NameIn(lang.X("locale.language", "en")))
	}
	return out
}

func languageNames() (out []string) {
	for _, l := range nav.ReportLanguages {
		out = append(out, nav.LanguageName(l))
	}
	return out
}

func citationNames() (out []string) {
	for _, s := range report.CitationStyles {
		out = append(out, nav.CitationName(s))
	}
	return out
}

func (c *choices) content() fyne.CanvasObject { return c.rows }

func (c *choices) format() report.Format { return report.Formats()[max(c.kind.SelectedIndex(), 0)] }

// changed remembers what was chosen and shows what the format takes.
func (c *choices) changed() {
	if c.quiet {
		return
	}
	prefs := c.host.App.Preferences()
	prefs.SetString(prefFormat, string(c.format()))
	prefs.SetString(nav.PrefReportLanguage, nav.ReportLanguages[max(c.language.SelectedIndex(), 0)])
	prefs.SetString(statement.PrefCitation, string(report.CitationStyles[max(c.citation.SelectedIndex(), 0)]))
	prefs.SetBool(prefContext, c.context.Checked)
	prefs.SetBool(prefLocale, c.continental.Checked)
	prefs.SetBool(prefBOM, c.bom.Checked)
	prefs.SetBool(prefFonts, c.fonts.Checked)
	prefs.SetString(prefPublisher, strings.TrimSpace(c.publisher.Text))
	prefs.SetString(prefAddress, strings.TrimSpace(c.address.Text))
	c.arrange()
	c.told()
}

// paged are the formats that make pages to read.
var paged = []report.Format{report.HTML, report.PDF, report.DOCX, report.MD, report.Dossier}

func (c *choices) arrange() {
	f := c.format()
	fields := append(slices.Clone(c.first), kit.Field{Label: lang.X("reports.format", "Format"), Input: c.kind})
	add := func(label string, input fyne.CanvasObject, hint string) {
		fields = append(fields, kit.Field{Label: label, Input: input, Hint: hint})
	}
	table := len(report.Columns(f)) > 0
	if slices.Contains(paged, f) || table || f == report.SVG || f == report.ICal {
		add(lang.X("reports.language", "Language"), c.language, "")
	}
	if slices.Contains(paged, f) {
		add(lang.X("settings.citation", "Citation style"), c.citation, "")
		add("", c.context, "")
	}
	if f == report.PDF {
		add("", c.fonts, lang.X("reports.fontsHint", "For Chinese, Japanese and other characters that the PDF’s own fonts lack."))
	}
	if table {
		add(lang.X("reports.table", "Table"), c.columns, c.columnWords())
	}
	if f == report.CSV {
		add("", c.continental, lang.X("reports.continentalHint", "As spreadsheets in France, Germany or Spain expect."))
		add("", c.bom, lang.X("reports.bomHint", "So that Excel reads accents rightly."))
	}
	if f == report.ClaimReview || f == report.ClaimReviewHTML {
		add(lang.X("reports.publisher", "Publisher"), c.publisher, lang.X("reports.publisherHint", "The newsroom, as search engines name it."))
		add(lang.X("reports.address", "Published at"), c.address, lang.X("reports.addressHint", "The address of your fact check. Press Enter to see it in the preview."))
	}
	c.rows.Objects = []fyne.CanvasObject{kit.NewForm(fields...)}
	c.rows.Refresh()
}

// options are the choices as the report takes them.
func (c *choices) options() report.Options {
	o := report.Options{
		Context:     c.context.Checked,
		Citation:    report.CitationStyles[max(c.citation.SelectedIndex(), 0)],
		Language:    nav.ReportLanguages[max(c.language.SelectedIndex(), 0)],
		Columns:     c.chosenColumns(),
		SystemFonts: c.fonts.Checked,
		Publisher:   strings.TrimSpace(c.publisher.Text),
		Address:     strings.TrimSpace(c.address.Text),
	}
	if c.format() == report.CSV {
		o.BOM = c.bom.Checked
		if c.continental.Checked {
			o.Locale = report.Continental
		}
	}
	return o
}

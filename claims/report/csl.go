package report

import (
	"io"

	"onrecord/claims"
)

func init() { writers[CSL] = writer{".json", writeCSL} }

// cslItem is an item of CSL-JSON, as Zotero and pandoc read it.
type cslItem struct {
	ID        string    `json:"id"`
	Type      string    `json:"type"`
	Title     string    `json:"title,omitempty"`
	Author    []cslName `json:"author,omitempty"`
	Container string    `json:"container-title,omitempty"`
	Issued    *cslDate  `json:"issued,omitempty"`
	Accessed  *cslDate  `json:"accessed,omitempty"`
	URL       string    `json:"URL,omitempty"`
	Language  string    `json:"language,omitempty"`
	Note      string    `json:"note,omitempty"`
}

// cslName is a person by parts, or an agency in one.
type cslName struct {
	Family  string `json:"family,omitempty"`
	Given   string `json:"given,omitempty"`
	Literal string `json:"literal,omitempty"`
}

type cslDate struct {
	Parts [][]int `json:"date-parts"`
}

// writeCSL writes the sources as CSL-JSON.
func writeCSL(w io.Writer, m *Model) error {
	words := wordsFor(m.Options.Language)
	return writeJSONFile(w, func(yield func(cslItem) bool) {
		for _, s := range m.Sources {
			if !yield(cslOf(m, words, s)) {
				return
			}
		}
	})
}

func cslOf(m *Model, w words, s *Source) cslItem {
	it := cslItem{
		ID: anchor("onrecord", s.ID), Type: mediumOf(s).csl, Title: oneLine(s.Title), Container: oneLine(s.Outlet), Issued: cslDateOf(s.Published),
		Accessed: cslDateOf(m.Day(s.Read)), URL: safeURL(s.URL), Language: s.Language, Note: w.of("text.hash") + w.colon() + string(s.Text),
	}
	for _, a := range authors(s.Byline) {
		if a.given == "" {
			it.Author = append(it.Author, cslName{Literal: a.family})
		} else {
			it.Author = append(it.Author, cslName{Family: a.family, Given: a.given})
		}
	}
	return it
}

// cslDateOf gives what is known of a date; CSL knows none without a year.
func cslDateOf(d claims.Date) *cslDate {
	if d.Year == 0 {
		return nil
	}
	parts := []int{d.Year}
	if d.Month != 0 {
		parts = append(parts, d.Month)
	}
	if d.Day != 0 {
		parts = append(parts, d.Day)
	}
	return &cslDate{[][]int{parts}}
}

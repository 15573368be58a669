package main

import (
	"onrecord/claims"
	"onrecord/claims/extract"
	"onrecord/claims/ingest"
)

// The forms of the JSON lines, fixed by the contract with scripts. Offsets
// count code points; a missing value is null, a missing part an empty list.

type spanLine struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

type speakerLine struct {
	Name string             `json:"name"`
	Type claims.SpeakerType `json:"type"`
}

type statementLine struct {
	ID        *claims.ID      `json:"id,omitempty"`
	Article   *claims.ID      `json:"article,omitempty"`
	Kind      claims.Quoting  `json:"kind"`
	Content   []spanLine      `json:"content"`
	Cue       []spanLine      `json:"cue"`
	Source    []spanLine      `json:"source"`
	Speaker   *speakerLine    `json:"speaker"`
	Polarity  claims.Polarity `json:"polarity"`
	Hedge     *string         `json:"hedge"`
	Addressee *string         `json:"addressee"`
	Occasion  *string         `json:"occasion"`
	SaidOn    *claims.Date    `json:"said_on"`
	SaidWords *string         `json:"said_words"` // the words that said_on was read from; null where none tell it and it is the day of the news or of the article
	Outer     *int            `json:"outer"`      // index in the list of the statement that tells this one
	Why       claims.Why      `json:"why"`
	Class     claims.Class    `json:"class"`
	Checkable bool            `json:"checkable"`
	Score     float64         `json:"score"`
	Due       *claims.Date    `json:"due"`
	DueWords  *string         `json:"due_words"`
	Review    claims.Review   `json:"review,omitempty"`
	Text      string          `json:"text,omitempty"`
}

type articleLine struct {
	File       string             `json:"file"`
	Format     string             `json:"format"`
	Title      *string            `json:"title"`
	Byline     *string            `json:"byline"`
	Outlet     *string            `json:"outlet"`
	URL        *string            `json:"url"`
	Published  *claims.Date       `json:"published"`
	Language   *string            `json:"language"`
	TextSHA256 claims.Hash        `json:"text_sha256"`
	Warnings   []*claims.Sentence `json:"warnings,omitempty"`
	Attached   []attachLine       `json:"attachments,omitempty"`
	Text       *string            `json:"text,omitempty"`
}

// attachLine is a file that hangs on a mail.
type attachLine struct {
	Name string `json:"name"`
	Kind string `json:"kind"`
	Size int    `json:"size"` // bytes
	Read bool   `json:"read"` // its articles were read with the mail
}

func attachmentLines(all []ingest.Attachment) (out []attachLine) {
	for _, a := range all {
		out = append(out, attachLine{a.Name, a.Kind, a.Size, a.Read})
	}
	return out
}

// orNull is nil for the zero value.
func orNull[T comparable](v T) *T {
	var zero T
	if v == zero {
		return nil
	}
	return &v
}

func lineOfArticle(file string, a *claims.Article) articleLine {
	return articleLine{
		File: file, Format: a.Format, Title: orNull(a.Title), Byline: orNull(a.Byline), Outlet: orNull(a.Outlet),
		URL: orNull(a.URL), Published: orNull(a.Published), Language: orNull(a.Language), TextSHA256: a.Text,
	}
}

func spanLines(text string, runes *claims.Runes, spans []claims.Span) []spanLine {
	out := make([]spanLine, len(spans))
	for i, s := range spans {
		p := runes.Points(s)
		out[i] = spanLine{p.Start, p.End, s.In(text)}
	}
	return out
}

// lineOfFound is a statement as it was extracted, before any archive.
func lineOfFound(text string, runes *claims.Runes, f *extract.Found) statementLine {
	out := lineOfStatement(text, runes, &f.Statement)
	if f.Who.Name != "" {
		out.Speaker = &speakerLine{f.Who.Name, f.Who.Type}
	}
	if f.Outer >= 0 {
		out.Outer = &f.Outer
	}
	return out
}

// lineOfStatement leaves out the speaker, whom the statement names by
// identifier only.
func lineOfStatement(text string, runes *claims.Runes, s *claims.Statement) statementLine {
	return statementLine{
		Kind: s.Kind, Content: spanLines(text, runes, s.Content), Cue: spanLines(text, runes, s.Cue), Source: spanLines(text, runes, s.Source),
		Polarity: s.Polarity, Hedge: orNull(s.Hedge), Addressee: orNull(s.Addressee), Occasion: orNull(s.Occasion), SaidOn: orNull(s.SaidOn), SaidWords: orNull(s.SaidWords),
		Why: s.Why, Class: s.Class, Checkable: s.Checkable, Score: s.Worth, Due: orNull(s.Due), DueWords: orNull(s.DueWords),
	}
}

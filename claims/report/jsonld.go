package report

import (
	"bufio"
	"encoding/json"
	"io"
	"iter"

	"onrecord/claims"
)

// writeJSONList writes an indented list of JSON, each item as it is made, and
// nothing around it: the list begins where the writer is. "<", ">" and "&" are
// written as escapes, so that the text can stand inside a script element. The
// margin stands before every line but the first.
func writeJSONList[T any](w *bufio.Writer, margin string, items iter.Seq[T]) error {
	const indent = "  "
	before := "[\n"
	for item := range items {
		data, err := json.MarshalIndent(item, margin+indent, indent)
		if err != nil {
			return err
		}
		_, _ = w.WriteString(before + margin + indent) // the buffer keeps the first error for Flush
		_, _ = w.Write(data)
		before = ",\n"
	}
	if before == "[\n" {
		_, err := w.WriteString("[]")
		return err
	}
	_, err := w.WriteString("\n" + margin + "]")
	return err
}

// writeJSONFile writes a file that is a list of JSON.
func writeJSONFile[T any](w io.Writer, items iter.Seq[T]) error {
	b := bufio.NewWriter(w)
	if err := writeJSONList(b, "", items); err != nil {
		return err
	}
	_ = b.WriteByte('\n') // the buffer keeps the first error for Flush
	return b.Flush()
}

// LeftOut says, in sentences of the report's language, what of the model the
// format has no place for: a person who exports is told.
func LeftOut(m *Model, f Format) []string {
	switch f {
	case PDF:
		return leftOutOfPDF(m)
	case ClaimReview, ClaimReviewHTML:
		return leftOutOfReviews(m)
	case XLSX:
		return plural(m, tooLong(m), "left.cells")
	case ICal:
		return counted(m, "left.calendar", func(c *Claim) bool { return !hasDay(c.Due) })
	case Annotations:
		n := 0
		for r := range quotationTable.rows(m) {
			if r.statement != nil && r.source == nil {
				n++
			}
		}
		return plural(m, n, "left.annotations")
	}
	return nil
}

func counted(m *Model, key string, missing func(*Claim) bool) []string {
	n := 0
	for i := range m.Claims {
		if missing(&m.Claims[i]) {
			n++
		}
	}
	return plural(m, n, key)
}

// plural is one sentence about n things and what it says more of them, or none;
// that about one thing has a key of its own.
func plural(m *Model, n int, key string, more ...any) []string {
	switch n {
	case 0:
		return nil
	case 1:
		return []string{Phrase(m.Options.Language, key+".one", more...)}
	}
	return []string{Phrase(m.Options.Language, key, append([]any{n}, more...)...)}
}

// agent is a person or an organisation of schema.org.
type agent struct {
	Type string `json:"@type"`
	Name string `json:"name"`
	URL  string `json:"url,omitempty"`
}

func agentOf(name string, kind claims.SpeakerType) *agent {
	switch kind {
	case claims.Document, claims.Unnamed: // no party to name: Google asks to leave it out
		return nil
	case claims.Organization, claims.Group:
		return agentIf(name, "Organization")
	}
	return agentIf(name, "Person")
}

func agentIf(name, kind string) *agent {
	if name == "" {
		return nil
	}
	return &agent{Type: kind, Name: name}
}

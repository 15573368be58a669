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

// LeftOut says, in sentences, what of the model the format has no place for: a
// person who exports is told.
func LeftOut(m *Model, f Format) []string {
	switch f {
	case ClaimReview, ClaimReviewHTML:
		return leftOutOfReviews(m)
	case ICal:
		return counted(m, func(c *Claim) bool { return !hasDay(c.Due) }, "%d claims without a due date have no place in a calendar.", "1 claim without a due date has no place in a calendar.")
	case Annotations:
		n := 0
		for r := range quotationTable.rows(m) {
			if r.statement != nil && r.source == nil {
				n++
			}
		}
		return plural(n, "%d statements were noted without an article and cannot be annotated.", "1 statement was noted without an article and cannot be annotated.")
	}
	return nil
}

func counted(m *Model, missing func(*Claim) bool, many, one string) []string {
	n := 0
	for i := range m.Claims {
		if missing(&m.Claims[i]) {
			n++
		}
	}
	return plural(n, many, one)
}

// agent is a person or an organisation of schema.org.
type agent struct {
	Type string `json:"@type"`
	Name string `json:"name"`
}

func agentOf(name string, kind claims.SpeakerType) *agent {
	if name == "" {
		return nil
	}
	switch kind {
	case claims.Organization, claims.Group:
		return &agent{"Organization", name}
	}
	return &agent{"Person", name}
}

package report

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"iter"
	"time"

	"onrecord/claims"
)

func init() { writers[Annotations] = writer{".jsonld", writeAnnotations} }

type annotation struct {
	Context    string             `json:"@context"`
	ID         string             `json:"id"`
	Type       string             `json:"type"`
	Motivation string             `json:"motivation"`
	Created    string             `json:"created,omitempty"`
	Body       []annotationBody   `json:"body"`
	Target     []annotationTarget `json:"target"`
}

type annotationBody struct {
	Type    string `json:"type"`
	Value   string `json:"value"`
	Purpose string `json:"purpose"`
}

// annotationTarget is one span of an article. Its source is the address of
// the article, or the hash of its text where it has none.
type annotationTarget struct {
	Source   string     `json:"source"`
	State    *readState `json:"state,omitempty"`
	Selector []any      `json:"selector"`
}

// readState says as of when the words stood there: the page may change.
type readState struct {
	Type string `json:"type"`
	Date string `json:"sourceDate"`
}

// quoteSelector finds the words by themselves and by what stands around them.
type quoteSelector struct {
	Type   string `json:"type"`
	Exact  string `json:"exact"`
	Prefix string `json:"prefix,omitempty"`
	Suffix string `json:"suffix,omitempty"`
}

// positionSelector finds the words by their place in the frozen text, in code
// points, the end excluded.
type positionSelector struct {
	Type  string `json:"type"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// selectorContext is how many code points stand before and after a quotation
// in a selector; the data model leaves the number open.
const selectorContext = 32

const annotationContext = "http://www.w3.org/ns/anno.jsonld"

// annotationPage is the head of a page of annotations of the W3C Web Annotation
// Data Model; the annotations follow.
type annotationPage struct {
	Context string `json:"@context"`
	Type    string `json:"type"`
	Label   string `json:"label,omitempty"`
}

// writeAnnotations writes each statement as an annotation of its article, each
// as it is made.
func writeAnnotations(w io.Writer, m *Model) error {
	head, err := json.MarshalIndent(annotationPage{annotationContext, "AnnotationPage", oneLine(m.Title)}, "", "  ")
	if err != nil {
		return err
	}
	b := bufio.NewWriter(w)
	_, _ = b.Write(bytes.TrimSuffix(head, []byte("\n}"))) // the buffer keeps the first error for Flush
	_, _ = b.WriteString(",\n  \"items\": ")
	if err := writeJSONList(b, "  ", allAnnotations(m)); err != nil {
		return err
	}
	_, _ = b.WriteString("\n}\n")
	return b.Flush()
}

// allAnnotations annotates every statement that has an article, once.
func allAnnotations(m *Model) iter.Seq[annotation] {
	return func(yield func(annotation) bool) {
		words := wordsFor(m.Options.Language)
		seen := map[claims.ID]bool{}
		for r := range quotationTable.rows(m) {
			if r.statement == nil || r.source == nil || seen[r.statement.ID] {
				continue
			}
			seen[r.statement.ID] = true
			if !yield(annotate(m, words, r.statement)) {
				return
			}
		}
	}
}

func annotate(m *Model, w words, s *Statement) annotation {
	a := annotation{Context: annotationContext, ID: "urn:onrecord:" + anchor("statement", s.ID), Type: "Annotation", Motivation: "identifying"}
	if !m.Made.IsZero() {
		a.Created = m.Made.UTC().Format(time.RFC3339)
	}
	a.Body = []annotationBody{{"TextualBody", clean(w.speaker(s)), "identifying"}}
	add := func(value string) {
		if value != "" {
			a.Body = append(a.Body, annotationBody{"TextualBody", clean(value), "describing"})
		}
	}
	add(w.doubt(s))
	add(w.teller(s))
	add(w.dated("said.on", "said.in", s.SaidOn))
	if s.Class != "" && s.Class != claims.Other {
		a.Body = append(a.Body, annotationBody{"TextualBody", w.of("class." + string(s.Class)), "classifying"})
	}
	address := safeURL(s.Source.URL)
	if address == "" {
		address = "urn:sha256:" + string(s.Source.Text)
	}
	text, frozen := m.Texts[s.Source.Text]
	for i, span := range s.Content {
		t := annotationTarget{Source: address}
		if read := s.Source.Read; !read.IsZero() {
			t.State = &readState{"TimeState", read.UTC().Format(time.RFC3339)}
		}
		if frozen && span.Check(text) == nil {
			before, after := clipped(text, span)
			t.Selector = append(t.Selector, quoteSelector{"TextQuoteSelector", span.In(text), before, after})
		}
		if i < len(s.Points) {
			t.Selector = append(t.Selector, positionSelector{"TextPositionSelector", s.Points[i].Start, s.Points[i].End})
		}
		a.Target = append(a.Target, t)
	}
	return a
}

// clipped are the code points right before and after the span.
func clipped(text string, s claims.Span) (before, after string) {
	b := []rune(text[max(0, s.Start-4*selectorContext):s.Start])
	a := []rune(text[s.End:min(len(text), s.End+4*selectorContext)])
	return string(b[max(0, len(b)-selectorContext):]), string(a[:min(len(a), selectorContext)])
}

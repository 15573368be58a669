package report

import (
	"math"
	"strings"
	"time"

	"onrecord/claims"
)

// columns say what stands in each column of a row; a column about what the
// row has not is empty.
var columns = map[string]func(words, row) cell{
	"claim_id":     ofClaim(func(_ words, c *Claim) cell { return textOf(string(c.ID)) }),
	"claim":        ofClaim(func(_ words, c *Claim) cell { return textOf(c.Text) }),
	"class":        ofClaim(func(w words, c *Claim) cell { return textOf(w.of("class." + string(c.Class))) }),
	"verdict":      ofClaim(func(w words, c *Claim) cell { return textOf(w.verdict(c.Value.Label)) }),
	"rating":       ofClaim(rating),
	"verdict_date": ofDay(func(r row) time.Time { return r.claim.Verdict().At }),
	"reason":       ofClaim(func(_ words, c *Claim) cell { return textOf(c.Verdict().Reason) }),
	"made_by":      ofClaim(func(_ words, c *Claim) cell { return textOf(c.Speaker) }),
	"made_on":      ofClaim(func(_ words, c *Claim) cell { return dateOf(c.MadeOn) }),
	"due":          ofClaim(func(_ words, c *Claim) cell { return dateOf(c.Due) }),
	"due_words":    ofClaim(func(_ words, c *Claim) cell { return textOf(c.DueWords) }),
	"actor":        ofClaim(func(_ words, c *Claim) cell { return textOf(c.Actor) }),
	"test":         ofClaim(func(_ words, c *Claim) cell { return textOf(c.Test()) }),
	"topics":       ofClaim(func(_ words, c *Claim) cell { return textOf(strings.Join(c.Topics, ", ")) }),
	"last_checked": ofDay(func(r row) time.Time { return r.claim.LastChecked }),
	"appearances":  ofClaim(func(_ words, c *Claim) cell { return numberOf(len(c.Appearances)) }),
	"outcome_count": ofClaim(func(_ words, c *Claim) cell {
		return numberOf(len(c.Outcomes))
	}),

	"statement_id": ofStatement(func(_ words, s *Statement) cell { return textOf(string(s.ID)) }),
	"quotation":    ofStatement(func(_ words, s *Statement) cell { return textOf(s.Text) }),
	"kind":         ofStatement(func(w words, s *Statement) cell { return textOf(w.of("kind." + string(s.Kind))) }),
	"speaker":      ofStatement(func(_ words, s *Statement) cell { return textOf(orElse(s.Speaker, s.Mention)) }),
	"told_by":      ofStatement(func(_ words, s *Statement) cell { return textOf(s.Teller) }),
	"asserted":     ofStatement(asserted),
	"hedge":        ofStatement(func(_ words, s *Statement) cell { return textOf(s.Hedge) }),
	"said_on":      ofStatement(func(_ words, s *Statement) cell { return dateOf(s.SaidOn) }),
	"occasion":     ofStatement(func(_ words, s *Statement) cell { return textOf(s.Occasion) }),
	"before":       ofStatement(func(_ words, s *Statement) cell { return textOf(s.Before) }),
	"after":        ofStatement(func(_ words, s *Statement) cell { return textOf(s.After) }),
	"start":        ofStatement(func(_ words, s *Statement) cell { return place(s, func(p claims.Span) int { return p.Start }) }),
	"end":          ofStatement(func(_ words, s *Statement) cell { return place(s, func(p claims.Span) int { return p.End }) }),
	"confidence":   ofStatement(confidence),
	"review":       ofStatement(func(w words, s *Statement) cell { return textOf(w.of("review." + string(s.Review))) }),

	"source_no": ofSource(func(_ words, s *Source) cell { return numberOf(s.Number) }),
	"title":     ofSource(func(_ words, s *Source) cell { return textOf(s.Title) }),
	"outlet":    ofSource(func(_ words, s *Source) cell { return textOf(s.Outlet) }),
	"byline":    ofSource(func(_ words, s *Source) cell { return textOf(s.Byline) }),
	"published": ofSource(func(_ words, s *Source) cell { return dateOf(s.Published) }),
	"modified":  ofSource(func(_ words, s *Source) cell { return dateOf(s.Modified) }),
	"url":       ofSource(func(_ words, s *Source) cell { return textOf(s.URL) }),
	"language":  ofSource(func(_ words, s *Source) cell { return textOf(s.Language) }),
	"read_on": func(_ words, r row) cell {
		if r.source == nil {
			return cell{}
		}
		return dateOf(r.model.Day(r.source.Read))
	},
	"format":      ofSource(func(_ words, s *Source) cell { return textOf(s.Format) }),
	"text_sha256": ofSource(func(_ words, s *Source) cell { return textOf(string(s.Text)) }),

	"outcome_id":   ofOutcome(func(_ words, o *Outcome) cell { return textOf(string(o.ID)) }),
	"outcome":      ofOutcome(func(_ words, o *Outcome) cell { return textOf(o.Summary) }),
	"outcome_date": ofOutcome(func(_ words, o *Outcome) cell { return dateOf(o.Date) }),
	"relation":     ofOutcome(func(w words, o *Outcome) cell { return textOf(w.of("relation." + string(o.Relation))) }),
	"note":         ofOutcome(func(_ words, o *Outcome) cell { return textOf(o.Note) }),
	"evidence":     ofOutcome(evidenceCell),
}

func ofClaim(value func(words, *Claim) cell) func(words, row) cell {
	return func(w words, r row) cell {
		if r.claim == nil {
			return cell{}
		}
		return value(w, r.claim)
	}
}

// ofDay is the day of a moment in the life of a claim.
func ofDay(moment func(row) time.Time) func(words, row) cell {
	return func(_ words, r row) cell {
		if r.claim == nil {
			return cell{}
		}
		return dateOf(r.model.Day(moment(r)))
	}
}

func ofStatement(value func(words, *Statement) cell) func(words, row) cell {
	return func(w words, r row) cell {
		if r.statement == nil {
			return cell{}
		}
		return value(w, r.statement)
	}
}

func ofOutcome(value func(words, *Outcome) cell) func(words, row) cell {
	return func(w words, r row) cell {
		if r.outcome == nil {
			return cell{}
		}
		return value(w, r.outcome)
	}
}

func ofSource(value func(words, *Source) cell) func(words, row) cell {
	return func(w words, r row) cell {
		if r.source == nil {
			return cell{}
		}
		return value(w, r.source)
	}
}

// rating is the number of the verdict, empty where the word says nothing
// either way.
func rating(_ words, c *Claim) cell {
	if c.Value.Rating == 0 {
		return cell{}
	}
	return numberOf(c.Value.Rating)
}

// confidence is rounded to hundredths: further digits would only seem exact.
func confidence(_ words, s *Statement) cell {
	if s.Why.Rule == "" {
		return cell{}
	}
	return numberOf(math.Round(100*s.Why.Confidence) / 100)
}

// asserted says whether the speaker stands behind the words: who adds up a
// table must not count what was denied.
func asserted(w words, s *Statement) cell {
	polarity := s.Polarity
	if polarity == "" {
		polarity = claims.Positive
	}
	return textOf(w.of("polarity." + string(polarity)))
}

// place is the first or last character of a statement, in code points.
func place(s *Statement, edge func(claims.Span) int) cell {
	if len(s.Points) == 0 {
		return cell{}
	}
	return numberOf(edge(claims.Cover(s.Points)))
}

// evidenceCell names the evidence of an outcome, one piece a line.
func evidenceCell(w words, o *Outcome) cell {
	var out []string
	for _, e := range o.Evidence {
		switch {
		case e.Source != nil:
			out = append(out, oneLine(e.Quote)+" ["+w.sourceLine(e.Source.Article)+"]")
		case e.Statement != nil:
			out = append(out, w.attribution(e.Statement))
		case e.URL != "":
			out = append(out, e.URL)
		default:
			out = append(out, joinedBy(" ", e.FileName, string(e.File)))
		}
	}
	return textOf(strings.Join(out, "\n"))
}

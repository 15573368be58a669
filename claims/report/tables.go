package report

import (
	"iter"
	"slices"
	"strings"
	"time"

	"onrecord/claims"
)

// row is a line of a table: whatever of the model it is about. What it is not
// about is nil.
type row struct {
	model     *Model
	claim     *Claim
	statement *Statement
	outcome   *Outcome
	source    *Source
}

// cell is a typed value of a table.
type cell struct {
	text   string
	number float64
	date   time.Time // of a full date
	kind   cellKind
}

type cellKind int

const (
	textCell cellKind = iota
	numberCell
	dateCell
	monthCell // a date of which the day is unknown, as text
)

func textOf(s string) cell { return cell{text: clean(s)} }

func numberOf[N int | float64](n N) cell { return cell{number: float64(n), kind: numberCell} }

// dateOf is a date where day, month and year are known; a partial date is
// text, since no spreadsheet has such a thing.
func dateOf(d claims.Date) cell {
	if d.IsFull() {
		return cell{date: d.Time(), kind: dateCell}
	}
	c := textOf(d.String())
	if d.Year != 0 && d.Month != 0 {
		c.kind = monthCell
	}
	return c
}

// table is a kind of table: its columns and its rows.
type table struct {
	name    string
	columns []string
	rows    func(*Model) iter.Seq[row]
}

var (
	claimColumns     = []string{"claim", "class", "verdict", "rating", "verdict_date", "reason", "made_by", "made_on", "due", "due_words", "actor", "test", "topics", "last_checked", "claim_id"}
	statementColumns = []string{"quotation", "kind", "speaker", "told_by", "asserted", "hedge", "said_on", "occasion", "before", "after", "source_no", "title", "outlet", "byline", "published", "url", "start", "end", "text_sha256", "confidence", "review", "statement_id"}
)

// quotationTable is everything in one table: a row for every quotation, with
// its claim; claims that nobody was quoted on have a row of their own.
var quotationTable = table{"quotations", append(append([]string{}, claimColumns...), statementColumns...), func(m *Model) iter.Seq[row] {
	return func(yield func(row) bool) {
		for i := range m.Claims {
			c := &m.Claims[i]
			if len(c.Appearances) == 0 && !yield(row{model: m, claim: c}) {
				return
			}
			for j := range c.Appearances {
				if !yield(row{model: m, claim: c, statement: &c.Appearances[j], source: c.Appearances[j].Source}) {
					return
				}
			}
		}
		for i := range m.Statements {
			if !yield(row{model: m, statement: &m.Statements[i], source: m.Statements[i].Source}) {
				return
			}
		}
	}
}}

// sheets are the tables of a workbook.
var sheets = []table{
	{"claims", append(append([]string{}, claimColumns...), "appearances", "outcome_count"), func(m *Model) iter.Seq[row] {
		return func(yield func(row) bool) {
			for i := range m.Claims {
				if !yield(row{model: m, claim: &m.Claims[i]}) {
					return
				}
			}
		}
	}},
	{"statements", append(append([]string{}, statementColumns...), "claim", "claim_id"), func(m *Model) iter.Seq[row] {
		return func(yield func(row) bool) {
			for r := range quotationTable.rows(m) {
				if r.statement != nil && !yield(r) {
					return
				}
			}
		}
	}},
	{"outcomes", []string{"outcome", "outcome_date", "relation", "note", "evidence", "claim", "verdict", "outcome_id", "claim_id"}, func(m *Model) iter.Seq[row] {
		return func(yield func(row) bool) {
			for i := range m.Claims {
				for j := range m.Claims[i].Outcomes {
					if !yield(row{model: m, claim: &m.Claims[i], outcome: &m.Claims[i].Outcomes[j]}) {
						return
					}
				}
			}
		}
	}},
	{"sources", []string{"source_no", "title", "outlet", "byline", "published", "modified", "url", "language", "read_on", "format", "text_sha256"}, func(m *Model) iter.Seq[row] {
		return func(yield func(row) bool) {
			for _, s := range m.Sources {
				if !yield(row{model: m, source: s}) {
					return
				}
			}
		}
	}},
}

// Columns lists the columns that Options.Columns can choose for the format,
// in their order; none for a format without tables.
func Columns(f Format) []string {
	switch f {
	case CSV:
		return append([]string{}, quotationTable.columns...)
	case XLSX:
		var out []string
		seen := map[string]bool{}
		for _, t := range sheets {
			for _, c := range t.columns {
				if !seen[c] {
					seen[c] = true
					out = append(out, c)
				}
			}
		}
		return out
	}
	return nil
}

// ColumnName says what a column is called in a language such as "de": the
// words in the first row of the table.
func ColumnName(column, language string) string { return wordsFor(language).of("col." + column) }

// chosen are the columns of the table that a person chose, in that order, or
// all. A word that no table has as a column is an error.
func (t *table) chosen(want []string) ([]string, error) {
	if len(want) == 0 {
		return t.columns, nil
	}
	var out []string
	for _, c := range want {
		c = strings.TrimSpace(c)
		if _, ok := columns[c]; !ok {
			return nil, claims.Invalid("columns", claims.Say("error.noneOf", "%q is not one of %s", c, strings.Join(Columns(XLSX), ", ")))
		}
		for _, have := range t.columns {
			if have == c && !slices.Contains(out, c) { // a table has no column twice
				out = append(out, c)
			}
		}
	}
	return out, nil
}

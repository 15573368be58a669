package storetest

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/oklog/ulid/v2"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/claims/fold"
)

// row is one line of an index as the model sees it: strings that sort as the
// index is to be sorted.
type row struct {
	Value string
	Order string
	ID    claims.ID
}

func (r row) compare(o row, ids bool) int {
	values := cmp.Compare(r.Value, o.Value)
	if ids {
		values = compareIDs(claims.ID(r.Value), claims.ID(o.Value))
	}
	return cmp.Or(values, cmp.Compare(r.Order, o.Order), compareIDs(r.ID, o.ID))
}

// compareIDs puts ULIDs before all other identifiers.
func compareIDs(a, b claims.ID) int {
	return cmp.Or(cmp.Compare(other(a), other(b)), cmp.Compare(a, b))
}

func other(id claims.ID) int {
	if id == "" {
		return 0
	}
	if u, err := ulid.ParseStrict(string(id)); err == nil && u.String() == string(id) {
		return 1
	}
	return 2
}

// valuesAreIDs lists the indexes whose values are identifiers.
func valuesAreIDs(index desk.Index) bool {
	return slices.Contains([]desk.Index{desk.ByArticle, desk.BySpeaker, desk.ByStatement, desk.ByClaim}, index)
}

// rows are the lines that a record has in an index; ok is false where the kind
// has no such index.
func rows(r claims.Record, index desk.Index, resolved bool) (out []row, ok bool) {
	id := r.Key().ID
	if index == desk.ByID {
		return []row{{ID: id}}, true
	}
	var values []string
	order := ""
	switch r := r.(type) {
	case *claims.Article:
		order, values, ok = articleRows(r, index)
	case *claims.Statement:
		order, values, ok = statementRows(r, index)
	case *claims.Speaker:
		values, ok = speakerRows(r, index)
	case *claims.Claim:
		order, values, ok = claimRows(r, index, resolved)
	case *claims.Outcome:
		order, values, ok = outcomeRows(r, index)
	}
	slices.Sort(values)
	for _, v := range slices.Compact(values) {
		out = append(out, row{v, order, id})
	}
	return out, ok
}

func articleRows(a *claims.Article, index desk.Index) (order string, values []string, ok bool) {
	order = date(a.Published)
	switch index {
	case desk.ByDate:
		return order, one(""), true
	case desk.ByTitle:
		return "", one(title(a.Title)), true
	case desk.ByHash:
		return "", one(string(a.Text)), true
	case desk.ByURL:
		return "", some(a.URL), true
	case desk.ByOutlet:
		return order, one(a.Outlet), true
	case desk.ByTag:
		return order, some(a.Tags...), true
	}
	return "", nil, false
}

func statementRows(s *claims.Statement, index desk.Index) (order string, values []string, ok bool) {
	review := string(cmp.Or(s.Review, claims.Unreviewed))
	order = date(s.SaidOn)
	switch index {
	case desk.ByDate:
		return order, one(""), true
	case desk.ByArticle:
		at := 0
		if len(s.Content) > 0 {
			at = s.Content[0].Start
		}
		return fmt.Sprintf("%012d", at), some(string(s.Article)), true
	case desk.BySpeaker:
		return order, one(string(s.Speaker)), true
	case desk.ByClass:
		return order, one(string(s.Class)), true
	case desk.ByReview:
		return fmt.Sprintf("%05d", int(math.Round(10000*s.Why.Confidence))), one(review), true
	case desk.ByRule:
		return "", one(s.Why.Rule + "/" + review), true
	case desk.ByTag:
		return order, some(s.Tags...), true
	}
	return "", nil, false
}

func speakerRows(s *claims.Speaker, index desk.Index) (values []string, ok bool) {
	switch index {
	case desk.ByTitle:
		return one(title(s.Name)), true
	case desk.ByTag:
		return some(s.Tags...), true
	case desk.ByName:
		for _, name := range append([]string{s.Name}, s.Aliases...) {
			values = append(values, some(fold.Key(name))...)
		}
		return values, true
	}
	return nil, false
}

func claimRows(c *claims.Claim, index desk.Index, resolved bool) (order string, values []string, ok bool) {
	order = date(c.MadeOn)
	switch index {
	case desk.ByDate:
		return order, one(""), true
	case desk.ByTitle:
		return "", one(title(c.Text)), true
	case desk.BySpeaker:
		return order, one(string(c.Speaker)), true
	case desk.ByClass:
		return order, one(string(c.Class)), true
	case desk.ByVerdict:
		return order, one(c.Verdict().Value), true
	case desk.ByTag:
		return order, some(c.Tags...), true
	case desk.ByStatement:
		for _, id := range c.Appearances {
			values = append(values, string(id))
		}
		return order, values, true
	case desk.ByDue:
		if resolved || c.Due.IsZero() {
			return "", nil, true
		}
		return due(c.Due), one(""), true
	case desk.ByChecked:
		if resolved {
			return "", nil, true
		}
		return instant(c.LastChecked), one(""), true
	}
	return "", nil, false
}

func outcomeRows(o *claims.Outcome, index desk.Index) (order string, values []string, ok bool) {
	order = date(o.Date)
	switch index {
	case desk.ByDate:
		return order, one(""), true
	case desk.ByTag:
		return order, some(o.Tags...), true
	case desk.ByClaim:
		for _, l := range o.Links {
			values = append(values, string(l.Claim))
		}
		return order, values, true
	}
	return "", nil, false
}

func one(v string) []string { return []string{v} }

func some(values ...string) []string {
	return slices.DeleteFunc(slices.Clone(values), func(v string) bool { return v == "" })
}

func title(s string) string {
	r := []rune(fold.Key(s))
	return string(r[:min(len(r), 60)])
}

// date sorts as claims.Date.Compare does: by the first day that can be meant,
// the less exact first.
func date(d claims.Date) string {
	known := 0
	for _, part := range []int{d.Year, d.Month, d.Day} {
		if part != 0 {
			known++
		}
	}
	return fmt.Sprintf("%04d-%02d-%02d %d", d.Year, max(d.Month, 1), max(d.Day, 1), known)
}

// due sorts by the last day that can be meant, dates without a year first.
func due(d claims.Date) string {
	last, ok := d.Last()
	if !ok {
		return date(d)
	}
	return fmt.Sprintf("%04d-%02d-%02d 3", last.Year, last.Month, last.Day)
}

func instant(t time.Time) string {
	if t.IsZero() {
		return "0000-01-01T00:00:00.000000000Z"
	}
	return t.UTC().Format("2006-01-02T15:04:05.000000000Z")
}

// inPeriod tells whether an order by date lies between two days.
func inPeriod(order, from, to string) bool {
	if from == "" && to == "" {
		return true
	}
	day := order[:len("2006-01-02")]
	return day[:4] != "0000" && (from == "" || day >= from) && (to == "" || day <= to)
}

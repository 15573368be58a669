package storetest

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"iter"
	"slices"
	"sync"
	"time"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/claims/fold"
)

// Memory is a desk.Store that keeps everything in maps, answers every question
// by looking at all of it, and changes a copy of all of it. The zero Memory is empty and ready.
type Memory struct {
	Now func() time.Time // nil: the clock

	mu      sync.Mutex
	records map[claims.Key][]byte // JSON, so that nothing is shared with callers
	blobs   map[claims.Hash][]byte
	journal []entry
	undo    []uint64 // positions of the changes that stand, latest last
	redo    []uint64
}

var _ desk.Store = (*Memory)(nil)

type entry struct {
	desk.Entry
	edits []edit
}

type edit struct{ before, after []byte }

// Get implements desk.Store.
func (m *Memory) Get(ctx context.Context, key claims.Key) (claims.Record, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	data, ok := m.records[key]
	if !ok {
		return nil, claims.NotFound(key)
	}
	return decode(key.Kind, data), nil
}

// Text implements desk.Store.
func (m *Memory) Text(ctx context.Context, hash claims.Hash) (string, error) {
	b, err := m.Blob(ctx, hash)
	return string(b), err
}

// Blob implements desk.Store.
func (m *Memory) Blob(ctx context.Context, hash claims.Hash) ([]byte, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	b, ok := m.blobs[hash]
	if !ok {
		return nil, &claims.Error{Code: claims.CodeNotFound, What: "text", Reason: claims.Plain(fmt.Sprintf("nothing has the hash %s", hash))}
	}
	return slices.Clone(b), nil
}

// All implements desk.Store.
func (m *Memory) All(ctx context.Context, kind claims.Kind) iter.Seq2[claims.Record, error] {
	return func(yield func(claims.Record, error) bool) {
		for _, r := range m.all(kind) {
			if err := ctx.Err(); err != nil {
				yield(nil, err)
				return
			}
			if !yield(r, nil) {
				return
			}
		}
	}
}

func (m *Memory) all(kind claims.Kind) (out []claims.Record) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for key, data := range m.records {
		if key.Kind == kind {
			out = append(out, decode(kind, data))
		}
	}
	slices.SortFunc(out, func(a, b claims.Record) int { return compareIDs(a.Key().ID, b.Key().ID) })
	return out
}

// List implements desk.Store.
func (m *Memory) List(ctx context.Context, q desk.Query) (desk.Page, error) {
	found, err := m.find(ctx, q)
	if err != nil {
		return desk.Page{}, err
	}
	compare := func(a, b row) int { return a.compare(b, valuesAreIDs(q.Index)) }
	if q.Reverse {
		slices.Reverse(found)
		forward := compare
		compare = func(a, b row) int { return forward(b, a) }
	}
	if q.After != "" {
		after, err := parseCursor(q.After)
		if err != nil {
			return desk.Page{}, err
		}
		found = slices.DeleteFunc(found, func(r row) bool { return compare(r, after) <= 0 })
	}
	found = found[min(q.Skip, len(found)):]
	var page desk.Page
	if q.Limit == 0 {
		q.Limit = 50
	}
	if len(found) > q.Limit {
		found = found[:q.Limit]
		page.Next = cursor(found[len(found)-1])
	}
	for _, r := range found {
		rec, err := m.Get(ctx, claims.Key{Kind: q.Kind, ID: r.ID})
		if err != nil {
			return desk.Page{}, err
		}
		page.Records = append(page.Records, rec)
	}
	return page, nil
}

func cursor(r row) string {
	b, _ := json.Marshal(r)
	return base64.RawURLEncoding.EncodeToString(b)
}

func parseCursor(s string) (r row, err error) {
	b, err := base64.RawURLEncoding.DecodeString(s)
	if err == nil {
		err = json.Unmarshal(b, &r)
	}
	if err != nil {
		return r, claims.Invalid("after", claims.Plain("is not the cursor of a page"))
	}
	return r, nil
}

// Count implements desk.Store.
func (m *Memory) Count(ctx context.Context, q desk.Query) (int, error) {
	found, err := m.find(ctx, q)
	return len(found), err
}

// Facets implements desk.Store.
func (m *Memory) Facets(ctx context.Context, kind claims.Kind, index desk.Index) (map[string]int, error) {
	found, err := m.find(ctx, desk.Query{Kind: kind, Index: index})
	if err != nil {
		return nil, err
	}
	out := map[string]int{}
	for _, r := range found {
		out[r.Value]++
	}
	return out, nil
}

// find returns all rows of a query in order.
func (m *Memory) find(ctx context.Context, q desk.Query) ([]row, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	from, to, err := period(q)
	if err != nil {
		return nil, err
	}
	blank := claims.New(q.Kind)
	if blank == nil {
		return nil, claims.Invalid("kind", claims.Plain(fmt.Sprintf("there is no kind of records %q", q.Kind)))
	}
	if _, ok := rows(blank, q.Index, false); !ok {
		return nil, claims.Invalid("index", claims.Plain(fmt.Sprintf("%s cannot be listed by %s", q.Kind, q.Index)))
	}
	if q.Value != "" && !hasValues(q.Index) {
		return nil, claims.Invalid("value", claims.Plain(fmt.Sprintf("the order of %s by %s has no values", q.Kind, q.Index)))
	}
	value := q.Value
	switch q.Index {
	case desk.ByTitle:
		value = title(q.Value)
	case desk.ByName:
		value = fold.Key(q.Value)
	}
	scales := m.all(claims.KindScale)
	var out []row
	for _, r := range m.all(q.Kind) {
		found, _ := rows(r, q.Index, resolved(r, scales))
		for _, row := range found {
			if (q.Value == "" || row.Value == value) && inPeriod(row.Order, from, to) {
				out = append(out, row)
			}
		}
	}
	slices.SortFunc(out, func(a, b row) int { return a.compare(b, valuesAreIDs(q.Index)) })
	return out, nil
}

// period reads the first and last day of a query.
func period(q desk.Query) (from, to string, err error) {
	first, err := claims.ParseDate(q.From)
	if err != nil {
		return "", "", err
	}
	last, err := claims.ParseDate(q.To)
	if err != nil {
		return "", "", err
	}
	if first.IsZero() && last.IsZero() {
		return "", "", nil
	}
	if !byDate(q.Kind, q.Index) {
		return "", "", claims.Invalid("index", claims.Plain(fmt.Sprintf("the order of %s by %s has no dates", q.Kind, q.Index)))
	}
	first, okFirst := first.First()
	last, okLast := last.Last()
	if okFirst != (q.From != "") || okLast != (q.To != "") {
		return "", "", claims.Invalid("date", claims.Plain("a period needs years"))
	}
	return first.String(), last.String(), nil
}

func hasValues(index desk.Index) bool {
	return !slices.Contains([]desk.Index{desk.ByID, desk.ByDate, desk.ByDue, desk.ByChecked}, index)
}

func byDate(kind claims.Kind, index desk.Index) bool {
	switch index {
	case desk.ByDate, desk.ByOutlet, desk.BySpeaker, desk.ByClass, desk.ByVerdict, desk.ByDue, desk.ByChecked,
		desk.ByStatement, desk.ByClaim:
		return true
	case desk.ByTag:
		return kind != claims.KindSpeaker
	}
	return false
}

// resolved tells whether a claim's latest verdict is a final one.
func resolved(r claims.Record, scales []claims.Record) bool {
	c, ok := r.(*claims.Claim)
	if !ok {
		return false
	}
	stored := make([]*claims.Scale, len(scales))
	for i, s := range scales {
		stored[i] = s.(*claims.Scale)
	}
	for _, scale := range claims.WithDefaults(stored) {
		if !slices.Contains(scale.Classes, c.Class) {
			continue
		}
		for _, v := range scale.Values {
			if v.ID == c.Verdict().Value {
				return v.Final
			}
		}
		return false
	}
	return false
}

func encode(r claims.Record) []byte {
	b, err := json.Marshal(r)
	if err != nil {
		panic(err) // the domain types have no field that cannot be written
	}
	return b
}

func decode(kind claims.Kind, data []byte) claims.Record {
	if data == nil {
		return nil
	}
	r := claims.New(kind)
	if err := json.Unmarshal(data, r); err != nil {
		panic(err)
	}
	return r
}

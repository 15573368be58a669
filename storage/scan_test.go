package storage

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"testing"

	"onrecord/claims"
	"onrecord/claims/desk"
)

// TestShortPeriods asks for short periods in orders by another value. The rows
// that are made of the records of the period are those of the index.
func TestShortPeriods(t *testing.T) {
	a := open(t, filepath.Join(t.TempDir(), "a.db"))
	r := rand.New(rand.NewPCG(3, 4)) //nolint:gosec // the same archive every time
	var c claims.Change
	for i := range 12 {
		c.Edits = append(c.Edits, claims.Create(&claims.Speaker{ID: claims.ID(fmt.Sprint("p", i)), Name: fmt.Sprint("P ", i), Type: claims.Person}))
	}
	for i := range 400 {
		s := &claims.Statement{ID: claims.ID(fmt.Sprint("s", i)), Kind: claims.Indirect, Text: "Yes.", SaidOn: claims.Date{Year: 2020, Month: 1 + r.IntN(3), Day: 1 + r.IntN(28)}}
		if i%9 > 0 {
			s.Speaker = claims.ID(fmt.Sprint("p", r.IntN(12)))
		}
		if i%3 == 0 {
			s.Tags = []string{"toll", "quay"}[:1+r.IntN(2)]
		}
		if i%50 == 0 {
			s.SaidOn.Day = 0
		}
		c.Edits = append(c.Edits, claims.Create(s))
	}
	if _, err := a.Apply(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	for _, q := range []desk.Query{
		{Index: desk.BySpeaker, From: "2020-02-03", To: "2020-02-03"},
		{Index: desk.BySpeaker, From: "2020-02-03", To: "2020-02-09", Reverse: true},
		{Index: desk.ByTag, From: "2020-01-20", To: "2020-02"},
		{Index: desk.ByClass, From: "2020-03", Reverse: true},
		{Index: desk.BySpeaker, From: "2021", To: "2021"},
	} {
		q.Kind = claims.KindStatement
		checkShortPeriod(t, a, q)
	}
}

// checkShortPeriod holds the two ways against each other, from the start and
// from the middle.
func checkShortPeriod(t *testing.T, a *Archive, q desk.Query) {
	t.Helper()
	s, err := newScan(q)
	if err != nil {
		t.Fatal(err)
	}
	err = a.view(t.Context(), func(tx *txn) error {
		for range 2 {
			var want [][]byte
			if err := s.walk(tx, func(key []byte) bool { want = append(want, bytes.Clone(key)); return true }); err != nil {
				return err
			}
			got, ok, err := s.few(tx)
			if err != nil || !ok || !bytes.Equal(bytes.Join(got, nil), bytes.Join(want, nil)) {
				t.Errorf("%+v: %d rows and not %d, error %v", q, len(got), len(want), err)
			}
			if len(want) == 0 {
				return nil
			}
			s.after = want[len(want)/2]
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

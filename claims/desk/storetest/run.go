package storetest

import (
	"context"
	"testing"
	"time"

	"onrecord/claims"
	"onrecord/claims/desk"
)

// Opener makes an empty store for one test. Calling reopen closes the store
// and opens it again with what it holds; a store that lives in memory returns
// itself.
type Opener func(t *testing.T) (store desk.Store, reopen func() desk.Store)

// Run checks that the stores of an opener do all that desk.Store promises.
func Run(t *testing.T, open Opener) {
	t.Helper()
	for name, test := range map[string]func(*testing.T, Opener){
		"records":          testRecords,
		"not found":        testNotFound,
		"texts":            testTexts,
		"conflicts":        testConflicts,
		"references":       testReferences,
		"all or none":      testAllOrNone,
		"own copies":       testOwnCopies,
		"pages":            testPages,
		"orders":           testOrders,
		"periods":          testPeriods,
		"resolved claims":  testResolved,
		"names":            testNames,
		"facets":           testFacets,
		"wrong questions":  testWrongQuestions,
		"undo and redo":    testUndoRedo,
		"undo after new":   testUndoAfterNewChange,
		"undo of deletion": testUndoOfDeletion,
		"journal":          testJournal,
		"cancelled":        testCancelled,
		"any sequence":     testAnySequence,
	} {
		t.Run(name, func(t *testing.T) { test(t, open) })
	}
}

// kit is a store in a test, with short words for what tests do to it.
type kit struct {
	*testing.T
	desk.Store
	reopen func() desk.Store
}

func start(t *testing.T, open Opener) *kit {
	t.Helper()
	s, reopen := open(t)
	return &kit{t, s, reopen}
}

func (k *kit) ctx() context.Context { return k.Context() }

// must applies one change made of edits.
func (k *kit) must(what string, edits ...claims.Edit) claims.Change {
	k.Helper()
	return k.mustChange(claims.Change{Who: "Ines", What: what, Edits: edits})
}

func (k *kit) mustChange(c claims.Change) claims.Change {
	k.Helper()
	done, err := k.Apply(k.ctx(), c)
	if err != nil {
		k.Fatalf("%s: %v", c.What, err)
	}
	if len(done) != 1 {
		k.Fatalf("%s: one change made %d", c.What, len(done))
	}
	return done[0]
}

// fails applies one change that must fail with the code.
func (k *kit) fails(code claims.Code, what string, edits ...claims.Edit) {
	k.Helper()
	_, err := k.Apply(k.ctx(), claims.Change{What: what, Edits: edits})
	k.code(code, what, err)
}

func (k *kit) code(code claims.Code, what string, err error) {
	k.Helper()
	if got := claims.CodeOf(err); got != code || err == nil {
		k.Errorf("%s: error %v with code %q, want code %q", what, err, got, code)
	}
}

func (k *kit) get(r claims.Record) claims.Record {
	k.Helper()
	got, err := k.Get(k.ctx(), r.Key())
	if err != nil {
		k.Fatalf("get %v: %v", r.Key(), err)
	}
	return got
}

// ids lists a query through pages of two, so that every list tests paging.
func (k *kit) ids(q desk.Query) (out []claims.ID) {
	k.Helper()
	q.Limit = 2
	for {
		page, err := k.List(k.ctx(), q)
		if err != nil {
			k.Fatalf("list %+v: %v", q, err)
		}
		for _, r := range page.Records {
			out = append(out, r.Key().ID)
		}
		if page.Next == "" {
			return out
		}
		q.After = page.Next
	}
}

func day(s string) claims.Date {
	d, err := claims.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

var noon = time.Date(2024, 5, 1, 12, 0, 0, 0, time.UTC)

func speaker(id claims.ID, name string) *claims.Speaker {
	return &claims.Speaker{ID: id, Name: name, Type: claims.Person}
}

func article(id claims.ID, text string) *claims.Article {
	return &claims.Article{ID: id, Title: "On " + string(id), Text: claims.HashOf([]byte(text)), Length: len(text), Read: noon}
}

func note(id claims.ID, text string) *claims.Statement {
	return &claims.Statement{ID: id, Kind: claims.Direct, Text: text}
}

func claim(id claims.ID, text string) *claims.Claim {
	return &claims.Claim{ID: id, Text: text, Class: claims.Promise, Created: noon}
}

func outcome(id claims.ID, summary string) *claims.Outcome {
	return &claims.Outcome{ID: id, Summary: summary, Created: noon}
}

// with returns a changed copy of a record.
func with[T any](r *T, change func(*T)) *T {
	out := *r
	change(&out)
	return &out
}

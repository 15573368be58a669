package storage

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/claims/desk/storetest"
)

func TestConformance(t *testing.T) {
	storetest.Run(t, func(t *testing.T) (desk.Store, func() desk.Store) {
		path := filepath.Join(t.TempDir(), "archive.db")
		a := open(t, path)
		a.now.Load().db.NoSync = true // hundreds of archives, none of which must survive the machine
		return a, func() desk.Store {
			verified(t, a)
			if err := a.Close(); err != nil {
				t.Fatal(err)
			}
			a = open(t, path)
			a.now.Load().db.NoSync = true
			return a
		}
	})
}

func open(t *testing.T, path string) *Archive {
	t.Helper()
	a, err := Open(path, Options{scrypt: 10})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if a.closing.Err() == nil {
			verified(t, a)
		}
		if err := a.Close(); err != nil {
			t.Error(err)
		}
	})
	return a
}

// crashRounds names the variable of the number of kills and damages.
const crashRounds = "ONRECORD_CRASHES"

// rounds is how often a test at random tries each thing: often where the
// variable says so, a few times in a short run.
func rounds(usual, short int) int {
	if n, err := strconv.Atoi(os.Getenv(crashRounds)); err == nil {
		return n
	}
	if testing.Short() {
		return short
	}
	return usual
}

// verified fails the test where an archive does not verify.
func verified(t *testing.T, a *Archive) {
	t.Helper()
	for _, p := range problems(t, a) {
		t.Error(p)
	}
}

func problems(t *testing.T, a *Archive) (out []string) {
	t.Helper()
	if err := a.Verify(context.Background(), func(p Problem) { out = append(out, p.String()) }, nil); err != nil {
		t.Fatal(err)
	}
	return out
}

func countOf(a *Archive, kind claims.Kind) (int, error) {
	return a.Count(context.Background(), desk.Query{Kind: kind, Index: desk.ByID})
}

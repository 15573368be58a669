package desk

import (
	"crypto/rand"
	"sync"
	"time"

	"github.com/oklog/ulid/v2"

	"onrecord/claims"
)

// minter makes ULIDs that sort by the moment they were made, also within one
// millisecond.
func minter(now func() time.Time) func() claims.ID {
	var mu sync.Mutex
	entropy := ulid.Monotonic(rand.Reader, 0)
	return func() claims.ID {
		mu.Lock()
		defer mu.Unlock()
		return claims.ID(ulid.MustNew(ulid.Timestamp(now()), entropy).String())
	}
}

// madeAfter reports whether the identifier was minted after the moment. One
// that came from elsewhere was not.
func madeAfter(id claims.ID, t time.Time) bool {
	u, err := ulid.ParseStrict(string(id))
	return err == nil && ulid.Time(u.Time()).After(t)
}

package storage

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"math"
	"strings"
	"time"

	"github.com/oklog/ulid/v2"

	"onrecord/claims"
)

// Marks before an identifier in a key. They sort ULIDs before all others, and
// no identifier before both.
const (
	markNone  = 0x00
	markULID  = 0x01
	markOther = 0x02
)

const ulidSize = 16

// appendID writes an identifier so that its end can be found: a ULID as 16
// bytes, any other as its text and a zero byte (which no identifier holds).
func appendID(key []byte, id claims.ID) []byte {
	if id == "" {
		return append(key, markNone)
	}
	if u, ok := parseULID(string(id)); ok {
		key = append(key, markULID)
		return append(key, u[:]...)
	}
	key = append(key, markOther)
	key = append(key, id...)
	return append(key, 0)
}

// parseULID reads a ULID in its canonical spelling only: the text must come
// back from the bytes as it was.
func parseULID(s string) (u ulid.ULID, ok bool) {
	if len(s) != ulid.EncodedSize || s[0] > '7' {
		return u, false
	}
	if strings.ContainsFunc(s, func(r rune) bool { return 'a' <= r && r <= 'z' }) {
		return u, false
	}
	u, err := ulid.ParseStrict(s)
	return u, err == nil
}

// cutID reads the identifier at the beginning of a key.
func cutID(key []byte) (id claims.ID, rest []byte, ok bool) {
	n := idLen(key)
	if n == 0 {
		return "", nil, false
	}
	switch key[0] {
	case markULID:
		var u ulid.ULID
		copy(u[:], key[1:])
		id = claims.ID(u.String())
	case markOther:
		id = claims.ID(key[1 : n-1])
	}
	return id, key[n:], true
}

// idLen is the number of bytes of the identifier at the beginning of a key,
// or zero where there is none.
func idLen(key []byte) int {
	switch {
	case len(key) == 0:
		return 0
	case key[0] == markNone:
		return 1
	case key[0] == markULID && len(key) > ulidSize:
		return 1 + ulidSize
	case key[0] == markOther:
		if end := bytes.IndexByte(key, 0); end > 1 {
			return end + 1
		}
	}
	return 0
}

// longestText is where a text in a key is cut; a hash of the whole then keeps
// it apart from others that begin alike. bbolt allows keys of 32 KiB.
const longestText = 4000

// appendText writes a text so that its end can be found and bytes sort as
// texts do: a zero byte ends it, the bytes 0 and 1 inside become two.
func appendText(key []byte, s string) []byte {
	if len(s) > longestText {
		sum := sha256.Sum256([]byte(s))
		s = s[:longestText] + hex.EncodeToString(sum[:])
	}
	for i := range len(s) {
		if s[i] <= 1 {
			key = append(key, 1, 1+s[i])
			continue
		}
		key = append(key, s[i])
	}
	return append(key, 0)
}

// cutText reads the text at the beginning of a key.
func cutText(key []byte) (s string, rest []byte, ok bool) {
	end := bytes.IndexByte(key, 0)
	if end < 0 {
		return "", nil, false
	}
	raw := key[:end]
	if bytes.IndexByte(raw, 1) < 0 {
		return string(raw), key[end+1:], true
	}
	out := make([]byte, 0, len(raw))
	for i := 0; i < len(raw); i++ {
		b := raw[i]
		if b == 1 && i+1 < len(raw) {
			i++
			b = raw[i] - 1
		}
		out = append(out, b)
	}
	return string(out), key[end+1:], true
}

// dateOrder sorts as claims.Date.Compare does: by the earliest day that can be
// meant, a less exact date first.
func dateOrder(d claims.Date) uint32 {
	known := uint32(0)
	for _, part := range [...]int{d.Year, d.Month, d.Day} {
		if part != 0 {
			known++
		}
	}
	return dayNumber(d.Year, max(d.Month, 1), max(d.Day, 1))<<2 | known
}

// dueOrder sorts by the last day that can be meant; a date without a year can
// never be missed and comes first.
func dueOrder(d claims.Date) uint32 {
	if last, ok := d.Last(); ok {
		return dateOrder(last)
	}
	return dateOrder(d)
}

// firstYear is the order before which a date has no year.
var firstYear = dayNumber(1, 0, 0) << 2

func dayNumber(year, month, day int) uint32 {
	return uint32(year)*512 + uint32(month)*32 + uint32(day) //nolint:gosec // checked dates are small
}

func appendDate(key []byte, order uint32) []byte { return binary.BigEndian.AppendUint32(key, order) }

// appendInstant writes a point in time, the zero time first.
func appendInstant(key []byte, t time.Time) []byte {
	if t.IsZero() {
		return append(key, make([]byte, instantSize)...)
	}
	key = binary.BigEndian.AppendUint64(key, uint64(t.Unix())^1<<63)  //nolint:gosec // the sign bit is flipped, so that bytes sort
	return binary.BigEndian.AppendUint32(key, uint32(t.Nanosecond())) //nolint:gosec // below 1e9
}

const instantSize = 12

// appendConfidence writes a confidence rounded to four decimals.
func appendConfidence(key []byte, confidence float64) []byte {
	n := math.Round(10000 * min(max(confidence, 0), 6))
	return binary.BigEndian.AppendUint16(key, uint16(n))
}

func appendSeq(key []byte, seq uint64) []byte { return binary.BigEndian.AppendUint64(key, seq) }

// imageKey names the image of edit n of a journal entry.
func imageKey(seq uint64, n int) []byte {
	return binary.BigEndian.AppendUint32(appendSeq(nil, seq), uint32(n)) //nolint:gosec // edits of one change
}

// hashKey is the bucket key of a hash; ok is false for what is no hash.
func hashKey(h claims.Hash) (key []byte, ok bool) {
	key, err := hex.DecodeString(string(h))
	return key, err == nil && len(key) == sha256.Size && hex.EncodeToString(key) == string(h)
}

// after is the smallest key greater than all that begin with prefix, or nil
// where there is none.
func after(prefix []byte) []byte {
	end := bytes.Clone(prefix)
	for i := len(end) - 1; i >= 0; i-- {
		if end[i] < 0xff {
			end[i]++
			return end[:i+1]
		}
	}
	return nil
}

package corpora

import (
	"bytes"
	"encoding/json"
	"testing"

	"onrecord/claims"
)

// Lines reads a file of JSON lines of that folder, each into a T.
func Lines[T any](t testing.TB, name string) []T {
	t.Helper()
	return Decode[T](t, Read(t, name))
}

// Decode reads JSON lines, each into a T.
func Decode[T any](t testing.TB, data []byte) []T {
	t.Helper()
	var out []T
	for line := range bytes.Lines(data) {
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		var v T
		if err := json.Unmarshal(line, &v); err != nil {
			t.Fatal(err)
		}
		out = append(out, v)
	}
	return out
}

// Bytes turns the annotators' spans of code points into spans of bytes; empty
// ones are left out.
func Bytes(r *claims.Runes, part [][2]int) []claims.Span {
	var out []claims.Span
	for _, p := range part {
		if p[1] > p[0] {
			out = append(out, r.Bytes(claims.Span{Start: p[0], End: p[1]}))
		}
	}
	return out
}

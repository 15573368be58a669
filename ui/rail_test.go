package ui

import "testing"

func TestCountsFitTheRail(t *testing.T) {
	for n, want := range map[int]string{0: "0", 950: "950", 1000: "1k", 1580: "1.6k", 12_400: "12k", 999_499: "999k", 1_000_000: "1M", 1_240_000: "1.2M"} {
		if got := short(n); got != want {
			t.Errorf("short(%d) = %q, want %q", n, got, want)
		}
	}
}

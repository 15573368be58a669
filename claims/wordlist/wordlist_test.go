package wordlist_test

import (
	"maps"
	"testing"

	"onrecord/claims/wordlist"
)

func TestSet(t *testing.T) {
	got := wordlist.Set("say  says\n\tsaid", "", "told said")
	if want := map[string]bool{"say": true, "says": true, "said": true, "told": true}; !maps.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if none := wordlist.Set(); len(none) != 0 {
		t.Errorf("no lists have the words %v", none)
	}
}

package storage

import (
	"bytes"
	"cmp"
	"testing"

	"pgregory.net/rapid"
)

func TestWordsOfAnIndexSortAsTextsDo(t *testing.T) {
	word := rapid.OneOf(rapid.SampledFrom(indexWords), rapid.String(), rapid.Custom(func(t *rapid.T) string {
		return rapid.SampledFrom(indexWords).Draw(t, "begins") + rapid.String().Draw(t, "ends")
	}))
	rapid.Check(t, func(t *rapid.T) {
		a, b := word.Draw(t, "a"), word.Draw(t, "b")
		x, y := appendWord(nil, a), appendWord(nil, b)
		if cmp.Compare(a, b) != bytes.Compare(x, y) {
			t.Errorf("%q and %q sort otherwise as %x and %x", a, b, x, y)
		}
		got, rest, ok := cutWord(append(x, "rest"...))
		if got != a || string(rest) != "rest" || !ok {
			t.Errorf("%q is read as %q before %q, %v", a, got, rest, ok)
		}
	})
}

func TestAWordThatIsNoneIsDamage(t *testing.T) {
	for _, key := range [][]byte{nil, {255}, {0}, {2, 'a'}} {
		if s, _, ok := cutWord(key); ok {
			t.Errorf("%x is read as %q", key, s)
		}
	}
	if len(indexWords) > 127 {
		t.Errorf("%d words do not fit into a byte", len(indexWords))
	}
}

package lemma

import "testing"

func TestLongestEndingDecides(t *testing.T) {
	edits := []Edit{{Cut: 2}, {Cut: 3, Add: "y"}, {Cut: 3, Add: "ay"}}
	rules := map[uint32]int{Key("VBD", "ed", false): 0, Key("VBD", "ied", false): 1, Key("VBD", "said", true): 2}
	var keys []uint32
	for k := range rules {
		keys = append(keys, k)
	}
	r, err := Read(Encode(edits, keys, rules))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ word, tag, want string }{
		{"walked", "VBD", "walk"},
		{"denied", "VBD", "deny"},
		{"said", "VBD", "say"},
		{"walked", "NN", "walked"},
		{"ed", "VBD", "ed"},
		{"", "VBD", ""},
		{"unsaid", "VBD", "unsaid"},
	} {
		if got := r.Lemma(c.word, c.tag); got != c.want {
			t.Errorf("%s/%s: got %q, want %q", c.word, c.tag, got, c.want)
		}
	}
}

func TestEditTurnsWordIntoLemma(t *testing.T) {
	for _, c := range [][2]string{{"said", "say"}, {"went", "go"}, {"women", "woman"}, {"über", "über"}, {"naïver", "naïv"}} {
		if got := EditOf(c[0], c[1]).Apply(c[0]); got != c[1] {
			t.Errorf("%s: got %q, want %q", c[0], got, c[1])
		}
	}
}

func TestDamagedRulesAreRefused(t *testing.T) {
	for _, data := range []string{"", "\x01", "\xff\xff\xff\xff", "\x01\x00\x00\x00x", "\x02\x00\x00\x001 aaaa\x07"} {
		if _, err := Read([]byte(data)); err == nil {
			t.Errorf("%q was read", data)
		}
	}
}

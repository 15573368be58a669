package segment

import (
	"bytes"
	"errors"
	"hash/crc32"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func small(t testing.TB) *Segment {
	t.Helper()
	b := NewBuilder()
	for _, d := range []Doc{
		{Kind: 5, ID: "s1", Date: 20240301, Parts: []Part{{Body, "The ferry left the ferry port at 10.30."}, {Name, "Orla Venn"}}},
		{Kind: 5, ID: "s2", Date: 20250301, Parts: []Part{{Body, "No ferries leave today."}, {Meta, "class:fact"}}},
		{Kind: 1, ID: "p1", Parts: []Part{{Name, "Orla Venn"}}},
	} {
		b.Add(&d)
	}
	s, err := b.Build(Info{Seq: 9})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func packed(t testing.TB, s *Segment) []byte {
	t.Helper()
	var b bytes.Buffer
	if _, err := s.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestDocumentsAreNumberedEarlyKindsThenNewestFirst(t *testing.T) {
	s := small(t)
	var ids []string
	for doc := range uint32(s.Docs()) {
		ids = append(ids, string(s.ID(doc)))
	}
	if diff := cmp.Diff([]string{"p1", "s2", "s1"}, ids); diff != "" {
		t.Error(diff)
	}
}

func TestWordsAndPostings(t *testing.T) {
	s := small(t)
	held := func(find func(f func(word uint32))) (out []string) {
		find(func(w uint32) {
			for list, block := s.Postings(w), []uint32(nil); ; {
				if block = list.Next(); len(block) == 0 {
					break
				}
				for _, doc := range block {
					out = append(out, string(s.Word(w))+" in "+string(s.ID(doc)))
				}
			}
		})
		slices.Sort(out)
		return out
	}
	for what, c := range map[string]struct{ got, want []string }{
		"exact":     {held(func(f func(uint32)) { s.Exact("ferry", f) }), []string{"ferry in s1"}},
		"in fields": {held(func(f func(uint32)) { s.Exact("venn", f) }), []string{"venn in p1", "venn in s1"}},
		"prefix":    {held(func(f func(uint32)) { s.Prefix("le", f) }), []string{"leave in s2", "left in s1"}},
		"stem":      {held(func(f func(uint32)) { s.Stem("ferri", f) }), []string{"ferries in s2", "ferry in s1"}},
		"slips":     {held(func(f func(uint32)) { s.Near("fery", 2, func(w uint32, _ int) { f(w) }) }), []string{"ferry in s1"}},
		"letters":   {held(func(f func(uint32)) { s.Abbreviated("frs", f) }), []string{"ferries in s2"}},
		"ending":    {held(func(f func(uint32)) { s.Ending("day", f) }), []string{"today in s2"}},
		"inside":    {held(func(f func(uint32)) { s.Inside("rri", f) }), []string{"ferries in s2"}},
		"known":     {held(func(f func(uint32)) { s.MetaPrefix("class:", f) }), []string{"class:fact in s2"}},
	} {
		if diff := cmp.Diff(c.want, c.got); diff != "" {
			t.Errorf("%s: %s", what, diff)
		}
	}
}

func TestWrittenAndReadIsTheSame(t *testing.T) {
	s := small(t)
	data := packed(t, s)
	again, err := Read(data)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(packed(t, again), data) || again.Seq != 9 || again.Sum() != s.Sum() {
		t.Error("what was read writes other bytes")
	}
	if doc, ok := again.Find(5, "s2"); !ok || string(again.ID(doc)) != "s2" {
		t.Error("s2 is not found")
	}
	if _, ok := again.Find(4, "s2"); ok {
		t.Error("s2 is found as another kind")
	}
}

func TestJointsTellCapitalsAndWhatFollows(t *testing.T) {
	s := small(t)
	doc, _ := s.Find(5, "s1")
	gaps := map[byte]string{}
	s.Gaps(func(n byte, gap string) { gaps[n] = gap })
	var got []string
	for _, joint := range s.Joints(doc) {
		capital := ""
		if joint&Capital != 0 {
			capital = "^"
		}
		got = append(got, capital+gaps[joint&^Capital])
	}
	if diff := cmp.Diff([]string{"^ ", " ", " ", " ", " ", " ", " ", ".", "^ ", "^"}, got); diff != "" {
		t.Error(diff)
	}
	for between, want := range map[string]string{",\n  ": ", ", " – ": " - ", ".” “": ".\" \"", "\u00ad": ""} {
		if got := Gap(between); got != want {
			t.Errorf("%q is kept as %q, not %q", between, got, want)
		}
	}
}

func TestHoldsTellsWhatDiffers(t *testing.T) {
	s := small(t)
	doc, _ := s.Find(5, "s2")
	for text, want := range map[string]bool{
		"No ferries leave today.": true, "No ferries, leave today.": false,
		"no ferries leave today.": false, "No ferries leave today": false, "No ferries leave.": false,
	} {
		d := &Doc{Kind: 5, ID: "s2", Date: 20250301, Parts: []Part{{Body, text}, {Meta, "class:fact"}}}
		if s.Holds(doc, d) != want {
			t.Errorf("%q: not %v", text, want)
		}
	}
}

func TestMergeIsTheSameAsBuildingAtOnce(t *testing.T) {
	s, b := small(t), NewBuilder()
	b.AddAll(s, func(uint32) bool { return true })
	merged, err := b.Build(Info{Seq: 9})
	if err != nil {
		t.Fatal(err)
	}
	for doc := range uint32(s.Docs()) {
		var want, got []string
		for _, w := range s.Order(doc, nil) {
			want = append(want, string(s.Word(w)))
		}
		for _, w := range merged.Order(doc, nil) {
			got = append(got, string(merged.Word(w)))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
		if !bytes.Equal(s.Joints(doc), merged.Joints(doc)) {
			t.Errorf("%s: other joints", s.ID(doc))
		}
	}
}

// Bytes that only look like a segment are refused or can be searched; nothing
// in them leads out of memory. The checksums are made right, so that what
// stands behind them is reached.
func FuzzRead(f *testing.F) {
	whole := packed(f, small(f))
	f.Add(whole, 40, byte(1))
	f.Add(whole[:100], 0, byte(0))
	f.Add(whole, len(whole)-30, byte(0x80))
	f.Add([]byte(magic), 3, byte(9))
	f.Fuzz(func(t *testing.T, data []byte, at int, flip byte) {
		data = bytes.Clone(data)
		if at >= 0 && at < len(data) {
			data[at] ^= flip
		}
		if _, err := Read(data); err != nil && !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrVersion) {
			t.Fatal(err)
		}
		mend(data)
		s, err := Read(data)
		if err != nil {
			return
		}
		use(s)
	})
}

// mend writes the checksums that the bytes should have.
func mend(data []byte) {
	if len(data) < headLen {
		return
	}
	count := int(data[len(magic)+4])
	end := headLen + entryLen*count
	if count > maxCount || len(data) < end+4 {
		return
	}
	for i := range count {
		entry := numbers(data[headLen+entryLen*i:])
		at, n := int(entry.at(0)), int(entry.at(2))
		if at+n <= len(data) {
			copy(entry[16:], packNumbers([]uint32{crc32.Checksum(data[at:at+n], castagnoli)}))
		}
	}
	copy(data[end:], packNumbers([]uint32{crc32.Checksum(data[:end], castagnoli)}))
}

// use does what a search does.
func use(s *Segment) {
	marks := make([]uint16, s.Words())
	for i := range marks {
		marks[i] = 1
	}
	light := make([]uint64, s.Words()/64+1)
	for doc := range uint32(s.Docs()) {
		s.Order(doc, nil)
		s.Marked(doc, marks, light, nil)
		s.Find(s.Kind(doc), string(s.ID(doc)))
	}
	none := func(uint32) {}
	for w := range uint32(s.Words()) {
		for list := s.Postings(w); len(list.Next()) > 0; {
		}
		text := string(s.Word(w))
		if text == "" || len(text) > 48 {
			continue
		}
		s.Exact(text, none)
		s.Prefix(text[:1], none)
		s.Stem(text, none)
		s.Sound(text, none)
		s.Skeleton(text, func(uint32, bool) {})
		s.Near(text, 2, func(uint32, int) {})
		s.NearPrefix(text, none)
		s.Abbreviated(text, none)
		s.Ending(text, none)
		s.Inside(text, none)
	}
}

package suggest

import (
	"encoding/binary"
	"hash/fnv"
	"io"
	"slices"
	"sort"
	"sync"

	"onrecord/assets"
	"onrecord/claims"
)

// thesaurusName is the table of words that mean nearly the same; cmd/train
// makes it from WordNet (G. A. Miller, Communications of the ACM 38, 1995).
const thesaurusName = "models/synonyms.bin"

// Thesaurus knows the meanings of stems: "own" are the numbers of the groups
// of synonyms that a stem is in, "near" those of the groups one step away, of
// wider words and of words derived from it. Keys are sorted; a key stands once
// for each of its groups.
type Thesaurus struct{ own, near groupTable }

type groupTable struct {
	keys   []uint32
	groups []uint16
}

// StemGroups are the groups of one stem.
type StemGroups struct{ Own, Near []uint16 }

// EncodeThesaurus writes the table of the groups of stems.
func EncodeThesaurus(w io.Writer, all map[string]StemGroups) error {
	stems := make([]string, 0, len(all))
	for s := range all {
		stems = append(stems, s)
	}
	sort.Slice(stems, func(i, j int) bool { return stemKey(stems[i]) < stemKey(stems[j]) })
	for _, pick := range []func(StemGroups) []uint16{func(g StemGroups) []uint16 { return g.Own }, func(g StemGroups) []uint16 { return g.Near }} {
		var t groupTable
		for _, s := range stems {
			for _, g := range pick(all[s]) {
				t.keys, t.groups = append(t.keys, stemKey(s)), append(t.groups, g)
			}
		}
		for _, part := range []any{uint32(len(t.keys)), t.keys, t.groups} { //nolint:gosec // thousands
			if err := binary.Write(w, binary.LittleEndian, part); err != nil {
				return err
			}
		}
	}
	return nil
}

func stemKey(stem string) uint32 {
	h := fnv.New32a()
	_, _ = io.WriteString(h, stem) // a hash takes everything
	return h.Sum32()
}

// StemOf gives the stem under which the thesaurus knows a folded word.
func StemOf(folded string) string { return stem(folded) }

// thesaurus is the table that travels inside the program.
var thesaurus = sync.OnceValue(func() *Thesaurus {
	data, err := assets.Models.ReadFile(thesaurusName)
	if err != nil {
		panic(err)
	}
	t := &Thesaurus{}
	for _, table := range []*groupTable{&t.own, &t.near} {
		if data, err = table.read(data); err != nil {
			panic(err)
		}
	}
	return t
})

// read takes a table off the front of the data.
func (t *groupTable) read(data []byte) (rest []byte, err error) {
	const perRow = 6 // bytes
	if len(data) < 4 || len(data)-4 < perRow*int(binary.LittleEndian.Uint32(data)) {
		return nil, claims.Invalid("synonyms", claims.Say("error.areDamagedInstall", "are damaged; install Onrecord again"))
	}
	n := int(binary.LittleEndian.Uint32(data))
	t.keys, t.groups = make([]uint32, n), make([]uint16, n)
	for i := range n {
		t.keys[i] = binary.LittleEndian.Uint32(data[4+4*i:])
		t.groups[i] = binary.LittleEndian.Uint16(data[4+4*n+2*i:])
	}
	return data[4+perRow*n:], nil
}

// of lists the groups of a stem.
func (t *groupTable) of(key uint32) []uint16 {
	from, ok := slices.BinarySearch(t.keys, key)
	if !ok {
		return nil
	}
	to := from
	for to < len(t.keys) && t.keys[to] == key {
		to++
	}
	return t.groups[from:to]
}

// What a word counts that means nearly the same, beside the word itself.
const (
	bySynonym = 0.7
	byNear    = 0.35
)

// wordGroups are the groups of the words of a text: for each the meanings that
// the text has of it.
type wordGroups struct{ own, near map[uint16][]string }

// gather finds the groups of the words of a text that are no names.
func (t *Text) gather() wordGroups {
	g := wordGroups{map[uint16][]string{}, map[uint16][]string{}}
	seen := map[string]bool{}
	for _, sent := range t.sentences {
		for i := range sent {
			w := &sent[i]
			if w.empty || w.name && i > 0 || seen[w.folded] {
				continue
			}
			seen[w.folded] = true
			key := stemKey(w.stem)
			for _, group := range thesaurus().own.of(key) {
				g.own[group] = append(g.own[group], w.meaning)
			}
			for _, group := range thesaurus().near.of(key) {
				g.near[group] = append(g.near[group], w.meaning)
			}
		}
	}
	return g
}

// hit is a meaning of a text that stands for a term: 1 for the same, less for
// one that is near.
type hit struct {
	meaning string
	share   float64
	title   bool  // it stands in the title of the article
	in      []int // the sentences that have it
}

// near lists the meanings of the text that are near that of a term, the
// nearest first. Names have none.
func (t *Text) near(of *term) (out []hit) {
	if of.name || of.speaker {
		return nil
	}
	add := func(meanings []string, share float64) {
		for _, m := range meanings {
			if !slices.ContainsFunc(out, func(h hit) bool { return h.meaning == m }) {
				out = append(out, hit{meaning: m, share: share})
			}
		}
	}
	key, groups := stemKey(of.stem), t.groups()
	own, near := thesaurus().own.of(key), thesaurus().near.of(key)
	for _, g := range own {
		add(groups.own[g], bySynonym)
	}
	for _, g := range own {
		add(groups.near[g], byNear)
	}
	for _, g := range near {
		add(groups.own[g], byNear)
	}
	return out
}

// synonyms reports whether two stems are in one group of synonyms.
func synonyms(a, b string) bool {
	t := thesaurus()
	mine := t.own.of(stemKey(a))
	return slices.ContainsFunc(t.own.of(stemKey(b)), func(g uint16) bool { return slices.Contains(mine, g) })
}

package segment

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"math"
	"math/bits"
	"slices"
	"strings"

	"onrecord/claims/match/words"
)

// Early kinds are those with a smaller number. Their documents, few and
// sought by name, come before all others.
const Early = 4

// Doc is what a segment is told of a document.
type Doc struct {
	Kind      byte
	ID        string
	Date, Due uint32 // days as numbers that sort; 0 where unknown
	Language  string // BCP 47
	Parts     []Part
}

// Part is a stretch of text in one field.
type Part struct {
	Field Field
	Text  string
}

// reader is told of a document word by word: each word with whether it begins
// with a capital letter, then what stands between it and the next.
type reader interface {
	word(at place, word []byte, capital bool)
	gap(between string)
}

// read tells a reader every word of the document in order.
func (d *Doc) read(r reader) {
	for _, p := range d.Parts {
		at := placeOf(p.Field, d.Language)
		if p.Field == Meta {
			r.word(at, []byte(p.Text), false)
			r.gap("")
			continue
		}
		n, before := 0, 0
		words.Each(p.Text, func(word []byte, start, end int) {
			if n == maxOrder {
				return
			}
			if n++; n > 1 {
				r.gap(p.Text[before:start])
			}
			before = end
			r.word(at, word, BeginsCapital(p.Text[start:]))
		})
		if n > 0 {
			r.gap(p.Text[before:min(len(p.Text), before+maxGap)])
		}
	}
}

// maxGap is how much of what follows the last word is looked at, in bytes.
const maxGap = 64

// maxOrder is how many words of one part of a document are kept: a long book.
const maxOrder = 200_000

// Builder collects documents. It keeps about 100 bytes for each statement of
// ordinary length.
type Builder struct {
	numbers map[string]uint32 // place and text of a word -> its number
	texts   []string          // each with its place before it
	freq    []uint32
	latest  []uint32 // the last document with the word, plus one

	orders []byte
	starts []uint32
	joints []byte
	joined []uint32 // where the joints of each document end
	gaps   gapList
	kinds  []byte
	dates  []uint32
	dues   []uint32
	ids    []byte
	idEnds []uint32

	key []byte
}

// NewBuilder returns a builder without documents.
func NewBuilder() *Builder {
	return &Builder{
		numbers: map[string]uint32{}, starts: []uint32{0}, joined: []uint32{0}, idEnds: []uint32{0},
		gaps: gapList{numbers: map[string]byte{}},
	}
}

// Docs is how many documents were added.
func (b *Builder) Docs() int { return len(b.kinds) }

// Add adds a document. Two with the same kind and identifier must not be
// added.
func (b *Builder) Add(d *Doc) {
	b.begin(d.Kind, d.ID, d.Date, d.Due)
	d.read(b)
	b.end()
}

func (b *Builder) begin(kind byte, id string, date, due uint32) {
	b.kinds = append(b.kinds, kind)
	b.dates = append(b.dates, date)
	b.dues = append(b.dues, due)
	b.ids = append(b.ids, id...)
	b.idEnds = append(b.idEnds, uint32(len(b.ids)))
}

func (b *Builder) end() {
	b.starts = append(b.starts, uint32(len(b.orders)))
	b.joined = append(b.joined, uint32(len(b.joints)))
}

func (b *Builder) word(at place, text []byte, capital bool) {
	b.put(b.number(at, text))
	joint := byte(0)
	if capital {
		joint = Capital
	}
	b.joints = append(b.joints, joint)
}

func (b *Builder) gap(between string) { b.joints[len(b.joints)-1] |= b.gaps.number(between) }

// number gives the number of a word, a new one where it was not met before.
func (b *Builder) number(at place, text []byte) uint32 {
	b.key = append(append(b.key[:0], byte(at)), text...)
	if n, ok := b.numbers[string(b.key)]; ok {
		return n
	}
	n, key := uint32(len(b.texts)), string(b.key)
	b.numbers[key] = n
	b.texts = append(b.texts, key)
	b.freq = append(b.freq, 0)
	b.latest = append(b.latest, 0)
	return n
}

func (b *Builder) put(n uint32) {
	b.orders = binary.AppendUvarint(b.orders, uint64(n))
	if doc := uint32(len(b.kinds)); b.latest[n] != doc {
		b.latest[n] = doc
		b.freq[n]++
	}
}

// ranked puts the documents into the order in which the segment numbers them:
// those of an early kind first, then the newest first. Where there are more
// documents than a search can look at, it looks at the first.
func (b *Builder) ranked(s *Segment) {
	order := make([]uint64, len(b.kinds)) // rank above, number below
	for i := range order {
		if b.kinds[i] >= Early {
			order[i] = uint64(^b.dates[i])
		}
		order[i] = order[i]<<32 | uint64(i)
	}
	slices.Sort(order)
	n := len(order)
	s.kinds, s.dates, s.dues = make([]byte, 0, n), make(numbers, 0, 4*n), make(numbers, 0, 4*n)
	orders, joints, ids := newPacker(n, len(b.orders)), newPacker(n, len(b.joints)), newPacker(n, len(b.ids))
	for _, o := range order {
		i := uint32(o)
		s.kinds = append(s.kinds, b.kinds[i])
		s.dates = binary.LittleEndian.AppendUint32(s.dates, b.dates[i])
		s.dues = binary.LittleEndian.AppendUint32(s.dues, b.dues[i])
		orders.add(b.orders[b.starts[i]:b.starts[i+1]])
		joints.add(b.joints[b.joined[i]:b.joined[i+1]])
		ids.add(b.ids[b.idEnds[i]:b.idEnds[i+1]])
	}
	s.orders, s.joints, s.ids = orders.pieces, joints.pieces, ids.pieces
	s.gaps = packPieces(b.gaps.all)
}

// Build makes the segment of all documents added. The builder is spent.
func (b *Builder) Build(info Info) (*Segment, error) {
	if len(b.orders) > math.MaxUint32 || len(b.ids) > math.MaxUint32 {
		return nil, fmt.Errorf("%d documents are too many for one search index", len(b.kinds))
	}
	s := &Segment{Info: info}
	b.ranked(s)
	s.freq = packNumbers(b.freq)
	texts := make([]string, len(b.texts))
	s.places = make([]byte, len(b.texts))
	for i, t := range b.texts {
		s.places[i], texts[i] = t[0], t[1:]
	}
	s.words = packPieces(texts)
	b.numbers = nil
	s.arrange(texts)
	s.relate(texts)
	if err := s.invert(); err != nil {
		return nil, err
	}
	s.hash()
	return s, nil
}

// arrange sorts the words by alphabet, by length and by ending.
func (s *Segment) arrange(texts []string) {
	sorted := make([]uint32, len(texts))
	for i := range sorted {
		sorted[i] = uint32(i)
	}
	slices.SortFunc(sorted, func(a, b uint32) int {
		switch {
		case texts[a] < texts[b]:
			return -1
		case texts[a] > texts[b]:
			return 1
		}
		return int(s.places[a]) - int(s.places[b])
	})
	s.sorted = packNumbers(sorted)
	buckets := make([][]uint32, maxLength+1)
	for _, w := range sorted {
		if n := len(texts[w]); s.Field(w) != Meta {
			buckets[n] = append(buckets[n], w)
		}
	}
	lengths := make([]uint32, 0, maxLength+2)
	var byLen []uint32
	for _, b := range buckets {
		lengths = append(lengths, uint32(len(byLen)))
		byLen = append(byLen, b...)
	}
	lengths = append(lengths, uint32(len(byLen)))
	s.byLen, s.lengths = packNumbers(byLen), packNumbers(lengths)
	s.endings = packNumbers(byEnding(texts, byLen))
	for _, w := range byLen {
		s.letters = binary.LittleEndian.AppendUint64(s.letters, uint64(words.LettersOf(texts[w])))
	}
}

// byEnding sorts words by their letters from the last to the first.
func byEnding(texts []string, these []uint32) []uint32 {
	backward := make([]string, len(texts))
	for _, w := range these {
		letters := []byte(texts[w])
		slices.Reverse(letters)
		backward[w] = string(letters)
	}
	out := slices.Clone(these)
	slices.SortFunc(out, func(a, b uint32) int {
		return cmp.Or(strings.Compare(backward[a], backward[b]), cmp.Compare(a, b))
	})
	return out
}

// relate notes for every word its stems, consonants and sound.
func (s *Segment) relate(texts []string) {
	var stems, bones, sounds []row
	for i, t := range texts {
		if place(s.places[i]).field() == Meta || t[0] <= '9' {
			continue
		}
		n := uint32(i)
		for _, stem := range words.Stems(t, place(s.places[i]).language()) {
			stems = append(stems, row{stem, n})
		}
		bones = append(bones, row{words.Skeleton(t), n})
		sounds = append(sounds, row{words.Sound(t), n})
	}
	s.stems, s.bones, s.sounds = packRows(stems), packRows(bones), packRows(sounds)
}

// invert makes the postings from the orders: once over all documents to learn
// how long each list will be, once more to write it.
func (s *Segment) invert() error {
	ends := make([]uint64, len(s.places))
	s.distances(func(word uint32, gap uint32) { ends[word] += uint64(bits.Len32(gap)+6) / 7 })
	total := uint64(0)
	starts := make([]uint32, 1, len(ends)+1)
	for i, n := range ends {
		ends[i] = total
		if total += n; total > math.MaxUint32 {
			return fmt.Errorf("%d documents are too many for one search index", s.Docs())
		}
		starts = append(starts, uint32(total))
	}
	text := make([]byte, total)
	s.distances(func(word uint32, gap uint32) {
		ends[word] += uint64(binary.PutUvarint(text[ends[word]:], uint64(gap)))
	})
	s.postings = pieces{text, packNumbers(starts)}
	return nil
}

// distances calls f for each word of each document, in the order of the documents,
// with the distance from the document before it that holds the word.
func (s *Segment) distances(f func(word uint32, gap uint32)) {
	latest := make([]uint32, len(s.places)) // document+1
	var order []uint32
	for doc := range uint32(len(s.kinds)) {
		order = s.Order(doc, order[:0])
		for _, w := range order {
			if gap := doc + 1 - latest[w]; gap > 0 {
				latest[w] = doc + 1
				f(w, gap)
			}
		}
	}
}

// hash builds the table over the identifiers and sums the segment up.
func (s *Segment) hash() {
	size := 1 << bits.Len(uint(len(s.kinds)+len(s.kinds)/3+1))
	table := make([]uint32, size)
	for doc := range uint32(len(s.kinds)) {
		h := hashID(s.kinds[doc], s.ID(doc))
		s.sum = s.sum*31 + h
		at := h & uint64(size-1)
		for table[at] != 0 {
			at = (at + 1) & uint64(size-1)
		}
		table[at] = doc + 1
	}
	s.table = packNumbers(table)
	s.sum = s.sum*31 + uint64(len(s.orders.text))<<32 + uint64(len(s.postings.text)) + s.Seq
}

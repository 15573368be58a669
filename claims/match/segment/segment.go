package segment

import (
	"encoding/binary"
	"io"
	"slices"
	"sort"
	"strings"

	"onrecord/claims/match/words"
)

// Field is the part of a document in which a word stands. The same letters in
// two fields are two words.
type Field uint8

// The fields.
const (
	Body Field = iota
	Title
	Context
	Name
	Outlet
	Tag
	Meta // not a word of the document but something known of it, kept as it is: "class promise"
)

// place is a field and the language of what stands there, of which words of
// running text have one.
type place byte

const languageShift = 4

func placeOf(f Field, language string) place {
	if f > Context {
		return place(f)
	}
	language, _, _ = strings.Cut(language, "-")
	return place(f) | place(max(slices.Index(words.Languages, language), 0))<<languageShift
}

func (p place) field() Field { return Field(p & (1<<languageShift - 1)) }

func (p place) language() string {
	return words.Languages[min(int(p>>languageShift), len(words.Languages)-1)]
}

// Info is what is kept beside the documents.
type Info struct {
	Seq  uint64 // position of the journal up to which the documents are known
	Base uint64 // the Sum of the segment that this one belongs beside; 0 for one that stands alone
	Dead []byte // documents of that segment that are no more, one bit each
}

// Segment is a set of documents. It is immutable and may be used from any
// goroutine.
type Segment struct {
	Info

	words   pieces
	places  []byte  // of each word the field and the language
	freq    numbers // documents that hold the word
	sorted  numbers // words by text, then field
	byLen   numbers // words but Meta by length
	lengths numbers // where each length begins in byLen
	letters []byte  // 64-bit sets of letters in the order of byLen
	endings numbers // words but Meta by their letters from the last to the first

	stems, bones, sounds keyed

	postings pieces
	orders   pieces
	joints   pieces // of each document a byte for each word
	gaps     pieces // what can follow a word

	kinds []byte
	dates numbers
	dues  numbers
	ids   pieces
	table numbers // hash table: document+1, or 0

	sum uint64
}

// sections lists the parts in the order of the file.
func (s *Segment) sections() []*[]byte {
	return []*[]byte{
		&s.Dead,
		&s.words.text, (*[]byte)(&s.words.starts), &s.places, (*[]byte)(&s.freq), (*[]byte)(&s.sorted),
		(*[]byte)(&s.byLen), (*[]byte)(&s.lengths), &s.letters, (*[]byte)(&s.endings),
		&s.stems.keys.text, (*[]byte)(&s.stems.keys.starts), (*[]byte)(&s.stems.word),
		&s.bones.keys.text, (*[]byte)(&s.bones.keys.starts), (*[]byte)(&s.bones.word),
		&s.sounds.keys.text, (*[]byte)(&s.sounds.keys.starts), (*[]byte)(&s.sounds.word),
		&s.postings.text, (*[]byte)(&s.postings.starts), &s.orders.text, (*[]byte)(&s.orders.starts),
		&s.joints.text, (*[]byte)(&s.joints.starts), &s.gaps.text, (*[]byte)(&s.gaps.starts),
		&s.kinds, (*[]byte)(&s.dates), (*[]byte)(&s.dues), &s.ids.text, (*[]byte)(&s.ids.starts), (*[]byte)(&s.table),
	}
}

const infoLen = 24 // seq, base, sum

// WriteTo writes the segment as Read takes it.
func (s *Segment) WriteTo(w io.Writer) (int64, error) {
	info := binary.LittleEndian.AppendUint64(nil, s.Seq)
	info = binary.LittleEndian.AppendUint64(info, s.Base)
	info = binary.LittleEndian.AppendUint64(info, s.sum)
	all := [][]byte{info}
	for _, part := range s.sections() {
		all = append(all, *part)
	}
	c := &counter{w: w}
	err := writeSections(c, all)
	return c.n, err
}

type counter struct {
	w io.Writer
	n int64
}

func (c *counter) Write(p []byte) (int, error) {
	n, err := c.w.Write(p)
	c.n += int64(n)
	return n, err
}

// Read takes the bytes that WriteTo wrote; the segment shares memory with
// them. It fails with ErrDamaged or ErrVersion.
func Read(data []byte) (*Segment, error) {
	all, err := readSections(data)
	if err != nil {
		return nil, err
	}
	s := &Segment{}
	parts := s.sections()
	if len(all) != len(parts)+1 || len(all[0]) != infoLen {
		return nil, damaged("it does not have the right parts")
	}
	s.Seq = binary.LittleEndian.Uint64(all[0])
	s.Base = binary.LittleEndian.Uint64(all[0][8:])
	s.sum = binary.LittleEndian.Uint64(all[0][16:])
	for i, part := range parts {
		*part = all[i+1]
	}
	if !s.check() {
		return nil, damaged("its parts do not fit each other")
	}
	return s, nil
}

// check reports whether no number in the segment leads out of it. The words
// inside postings and orders are checked where they are read.
func (s *Segment) check() bool { return s.checkWords() && s.checkDocuments() }

func (s *Segment) checkWords() bool {
	words := len(s.places)
	indexed := s.byLen.len()
	return s.words.check(words) && s.postings.check(words) &&
		len(s.freq) == 4*words && len(s.sorted) == 4*words && s.sorted.below(words) &&
		len(s.byLen)%4 == 0 && s.byLen.below(words) && len(s.letters) == 8*indexed &&
		len(s.endings) == 4*indexed && s.endings.below(words) &&
		len(s.lengths) == 4*(maxLength+2) && s.lengths.below(indexed+1) &&
		s.stems.check(words) && s.bones.check(words) && s.sounds.check(words)
}

func (s *Segment) checkDocuments() bool {
	docs := len(s.kinds)
	return s.orders.check(docs) && s.joints.check(docs) && s.ids.check(docs) &&
		len(s.gaps.starts) > 0 && s.gaps.check(s.gaps.len()) && s.gaps.len() <= otherGap &&
		len(s.dates) == 4*docs && len(s.dues) == 4*docs &&
		len(s.table)%4 == 0 && s.table.len() > docs && s.table.len()&(s.table.len()-1) == 0 && s.table.below(docs+1)
}

// Sum tells segments apart: two with the same sum hold the same documents.
func (s *Segment) Sum() uint64 { return s.sum }

// Docs is the number of documents, those that are no more included.
func (s *Segment) Docs() int { return len(s.kinds) }

// Words is the number of words.
func (s *Segment) Words() int { return len(s.places) }

// Kind is what the caller gave as the kind of a document.
func (s *Segment) Kind(doc uint32) byte { return s.kinds[doc] }

// Date is the day of a document as the caller gave it, 0 for an unknown one.
func (s *Segment) Date(doc uint32) uint32 { return s.dates.at(int(doc)) }

// Due is the due day of a document, 0 where it has none.
func (s *Segment) Due(doc uint32) uint32 { return s.dues.at(int(doc)) }

// EachDue calls f with every document that has a due day, and with the day.
func (s *Segment) EachDue(f func(doc, day uint32)) {
	for i := 0; i < len(s.kinds); i++ {
		// Most have none: they are passed by two at a time.
		for i+2 <= len(s.kinds) && binary.LittleEndian.Uint64(s.dues[4*i:]) == 0 {
			i += 2
		}
		if i < len(s.kinds) {
			if day := s.dues.at(i); day != 0 {
				f(uint32(i), day) // #nosec G115 -- documents are numbered with 32 bits
			}
		}
	}
}

// EarlyDocs is how many documents are of an early kind: the first ones.
func (s *Segment) EarlyDocs() uint32 {
	n := sort.Search(len(s.kinds), func(i int) bool { return s.kinds[i] >= Early })
	return uint32(n) // #nosec G115 -- documents are numbered with 32 bits
}

// Older is the first document, after those of early kinds, that is from
// before a day; the others after it are older still, or have no date.
func (s *Segment) Older(day uint32) uint32 {
	early := int(s.EarlyDocs())
	n := sort.Search(len(s.kinds)-early, func(i int) bool { return s.dates.at(early+i) < day })
	return uint32(early + n) // #nosec G115 -- documents are numbered with 32 bits
}

// ID is the identifier of a document.
func (s *Segment) ID(doc uint32) []byte { return s.ids.at(int(doc)) }

// Find gives the document with this kind and identifier.
func (s *Segment) Find(kind byte, id string) (doc uint32, ok bool) {
	mask := uint64(s.table.len() - 1)
	at := hashID(kind, id) & mask
	for range s.table.len() {
		slot := s.table.at(int(at))
		if slot == 0 {
			break
		}
		if doc = slot - 1; s.kinds[doc] == kind && string(s.ID(doc)) == id {
			return doc, true
		}
		at = (at + 1) & mask
	}
	return 0, false
}

// hashID is FNV-1a.
func hashID[T string | []byte](kind byte, id T) uint64 {
	h := (uint64(14695981039346656037) ^ uint64(kind)) * 1099511628211
	for i := range len(id) {
		h = (h ^ uint64(id[i])) * 1099511628211
	}
	return h ^ h>>32
}

// Order appends the words of a document in their order to dst.
func (s *Segment) Order(doc uint32, dst []uint32) []uint32 {
	list, words := s.orders.at(int(doc)), uint64(len(s.places))
	for i := 0; i < len(list); {
		word := uint64(list[i])
		i++
		if word >= 0x80 {
			v, n := binary.Uvarint(list[i-1:])
			if n <= 0 {
				return dst
			}
			word, i = v, i-1+n
		}
		if word >= words {
			return dst
		}
		dst = append(dst, uint32(word))
	}
	return dst
}

// Holds reports whether a document is the given one: the same dates and words
// in the same order with the same joints, and the rarest of them leads back to
// it.
func (s *Segment) Holds(doc uint32, d *Doc) bool {
	h := holder{s: s, order: s.Order(doc, nil), joints: s.Joints(doc), same: true, rarest: -1}
	d.read(&h)
	same := h.same && h.at == len(h.order) && h.at == len(h.joints) && s.Date(doc) == d.Date && s.Due(doc) == d.Due
	if !same || h.rarest < 0 {
		return same
	}
	for list, block := s.Postings(uint32(h.rarest)), []uint32(nil); ; {
		if block = list.Next(); len(block) == 0 {
			return false
		}
		if slices.Contains(block, doc) {
			return true
		}
	}
}

// holder compares a document with what is read.
type holder struct {
	s       *Segment
	order   []uint32
	joints  []byte
	at      int
	capital bool
	same    bool
	rarest  int
}

func (h *holder) word(p place, word []byte, capital bool) {
	if h.same = h.same && h.at < len(h.order) && h.at < len(h.joints); !h.same {
		return
	}
	w := h.order[h.at]
	h.at++
	h.capital = capital
	h.same = place(h.s.places[w]) == p && string(h.s.Word(w)) == string(word)
	if h.rarest < 0 || h.s.Freq(w) < h.s.Freq(uint32(h.rarest)) {
		h.rarest = int(w)
	}
}

func (h *holder) gap(between string) {
	h.same = h.same && h.s.joins(h.joints[h.at-1], h.capital, between)
}

// Marked is a word of a document with a mark.
type Marked struct {
	At    int32 // its place in the document
	Light int32 // light words before it
	Word  uint32
}

// Marked appends the words of a document whose mark is not 0 to dst, in their
// order, and gives the number of all its words. There must be a mark, and a
// bit that tells whether it is light, for each word of the segment.
func (s *Segment) Marked(doc uint32, marks []uint16, light []uint64, dst []Marked) (marked []Marked, length int) {
	list, n, before := s.orders.at(int(doc)), int32(0), int32(0)
	for i := 0; i < len(list); n++ {
		word := uint64(list[i])
		i++
		if word >= 0x80 {
			if i < len(list) && list[i] < 0x80 {
				word = word&0x7f | uint64(list[i])<<7
				i++
			} else {
				v, size := binary.Uvarint(list[i-1:])
				if size <= 0 {
					break
				}
				word, i = v, i-1+size
			}
		}
		if word >= uint64(len(marks)) {
			break
		}
		if marks[word] != 0 {
			dst = append(dst, Marked{n, before, uint32(word)})
		}
		before += int32(light[word>>6] >> (word & 63) & 1) // #nosec G115 -- one bit
	}
	return dst, int(n)
}
